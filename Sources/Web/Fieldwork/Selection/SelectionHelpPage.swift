import Fieldwork
import Kernel
import Markup
import Programmes

/// What a municipality can do: see who is asked in its own area, object, and put companies forward.
struct SelectionHelpPage: Page {
    let programme: Programme
    let rounds: [SelectionHelpSheet]
    let areas: Set<AreaCode>
    let newID: () -> String
    /// The form that did not succeed, in its round.
    var failed: (round: SelectionRound.ID, form: SelectionProposalForm, issues: [InvalidSelection.Issue])?

    var title: Text { Text(nl: "Wie wordt er gevraagd?", en: "Who is asked?") }
    var section: NavigationSection? { .selection }
    var issueCount: Int { failed?.issues.count ?? 0 }

    var body: HTML {
        ErrorSummary(issues: failed?.issues ?? [])
        h1 { title }
        p(.class("lead")) {
            Text(
                nl: "Deze bedrijven in uw gemeente zijn geloot voor een gesprek. U kunt een bedrijf voordragen, of "
                    + "zeggen dat een bedrijf beter niet gevraagd kan worden. Wat een bedrijf antwoordt, ziet u niet.",
                en:
                    "These companies in your municipality were drawn for a conversation. You can put a company forward, "
                    + "or say that a company had better not be asked. What a company answers you do not see."
            )
        }
        if rounds.isEmpty {
            div(.class("empty")) {
                p {
                    Text(
                        nl: "Er is nog geen ronde in uw gemeente.",
                        en: "There is no round in your municipality yet."
                    )
                }
            }
        }
        for (index, round) in rounds.enumerated() { self.round(round, isFirst: index == 0) }
    }

    private func round(_ round: SelectionHelpSheet, isFirst: Bool) -> HTML {
        Markup.section(.attribute("aria-labelledby", "ronde-\(round.round)")) {
            h2(.id("ronde-\(round.round)")) { round.quarter.name }
            if round.lines.isEmpty {
                p(.class("muted")) { Text(nl: "Er wordt nu niemand gevraagd.", en: "Nobody is asked now.") }
            } else {
                ul(.class("plain")) { for line in round.lines { li(.class("card")) { company(line, round) } } }
            }
            if !round.proposals.isEmpty { proposals(round.proposals) }
            if round.isRunning, isFirst || failed?.round == round.round { proposalForm(round) }
        }
    }

    @HTMLBuilder private func company(_ line: SelectionHelpSheet.Line, _ round: SelectionHelpSheet) -> HTML {
        p {
            strong { line.name }
            if let city = line.city { ", \(city)" }
        }
        p(.class("muted")) {
            CompanyNames.of(programme).sector(line.sector)
            if let size = line.size {
                " · "
                size.caption
            }
        }
        if line.isVetoed {
            p { Text(nl: "U wilt dit bedrijf niet laten vragen.", en: "You do not want this company to be asked.") }
        } else if line.mayVeto {
            p {
                a(.href(Addresses.selectionVeto.path(programme.id, round.round, line.company))) {
                    Text(nl: "Liever niet vragen", en: "Rather not ask")
                    span(.class("visually-hidden")) { ": \(line.name)" }
                }
            }
        }
    }

    private func proposals(_ proposals: [SelectionProposal]) -> HTML {
        div {
            h3 { Text(nl: "Door u voorgedragen", en: "Put forward by you") }
            ul {
                for proposal in proposals {
                    li {
                        "\(proposal.name): "
                        if let answer = proposal.answer {
                            answer.company == nil
                                ? Text(nl: "wordt niet gevraagd. ", en: "is not asked. ")
                                    + Text(same: answer.reason ?? "")
                                : Text(nl: "wordt gevraagd.", en: "is asked.")
                        } else {
                            Text(nl: "wacht op antwoord.", en: "waits for an answer.")
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func proposalForm(_ round: SelectionHelpSheet) -> HTML {
        let own = failed?.round == round.round ? failed : nil
        let places = programme.municipalities.filter { areas.contains($0.code) }
        PostForm(action: Addresses.selectionProposals.path(programme.id, round.round), .class("card")) {
            h3 { Text(nl: "Bedrijf voordragen", en: "Put a company forward") }
            input(.type("hidden"), .name("voordracht"), .value(own?.form.id ?? newID()))
            if places.count == 1 {
                input(.type("hidden"), .name("gemeente"), .value(places[0].code.description))
            } else {
                SelectField(
                    name: "gemeente",
                    caption: Text(nl: "Gemeente", en: "Municipality"),
                    options: places.map { .init(value: $0.code.description, caption: Text(same: $0.name)) },
                    value: own?.form.area ?? "",
                    prompt: Text(nl: "kies", en: "choose"),
                    issues: own?.issues ?? []
                )
            }
            TextField(
                name: "naam",
                caption: Text(nl: "Naam van het bedrijf", en: "Name of the company"),
                value: own?.form.name ?? "",
                issues: own?.issues ?? []
            )
            TextArea(
                name: "reden",
                caption: Text(nl: "Waarom dit bedrijf?", en: "Why this company?"),
                value: own?.form.reason ?? "",
                rows: 2,
                issues: own?.issues ?? []
            )
            button(.class("button")) { Text(nl: "Voordragen", en: "Put forward") }
        }
    }
}

/// A municipality says why a company had better not be asked.
struct SelectionVetoPage: Page {
    let programme: Programme
    let round: SelectionHelpSheet
    let line: SelectionHelpSheet.Line
    let form: SelectionStepForm
    var issues: [InvalidSelection.Issue] = []

    var title: Text { Text(nl: "Liever niet vragen: ", en: "Rather not ask: ") + Text(same: line.name) }
    var section: NavigationSection? { .selection }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        h1 { title }
        p {
            Text(
                nl: "Een ander bedrijf in uw gemeente komt in de plaats. De projectleider leest uw reden.",
                en: "Another company in your municipality comes in its place. The project leader reads your reason."
            )
        }
        PostForm(action: Addresses.selectionVeto.path(programme.id, round.round, line.company)) {
            input(.type("hidden"), .name("gebeurtenis"), .value(form.id))
            TextArea(
                name: "toelichting",
                caption: Text(nl: "Waarom niet?", en: "Why not?"),
                value: form.note,
                rows: 3,
                issues: issues
            )
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Niet laten vragen", en: "Do not let it be asked") }
                a(.href(Addresses.selections.path(programme.id))) { Text(nl: "Terug", en: "Back") }
            }
        }
    }
}
