import Accountability
import Kernel
import Markup
import Programmes
import Sharing

/// What this programme shares with others: what exactly, why, since when, and how to end it.
struct SharingPage: Page {
    let programme: Programme
    let states: [ShareState]
    let mayAgree: Bool
    /// Whether this person may go to what something counts for.
    let mayFollow: Bool
    let freshID: String
    /// The form that was refused, and for which agreement.
    var entered: (code: ShareCode, form: ShareForm)?
    var issues: [InvalidShare.Issue] = []

    var title: Text { Text(nl: "Delen met andere programma's", en: "Sharing with other programmes") }
    var section: NavigationSection? { .programme }
    var styles: [String] { ["action-plan.css", "sharing.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        WayBack(to: Addresses.programme.path(programme.id)) { Text(nl: "Programma", en: "Programme") }
        ErrorSummary(issues: entered.map(issuesHere) ?? [])
        h1 { title }
        p(.class("lead")) {
            Text(
                nl:
                    "Er gaat alleen iets over naar een ander programma als beide projectleiders ja zeiden. Ieder van beide "
                    + "kan stoppen; dan telt er vanaf dat moment niets meer mee.",
                en:
                    "Something goes to another programme only when both project leaders said yes. Either can stop; from "
                    + "that moment on nothing counts any more."
            )
        }
        group(states.filter(\.isGiver), Text(nl: "Wat wij geven", en: "What we give"))
        group(states.filter { !$0.isGiver }, Text(nl: "Wat wij gebruiken", en: "What we use"))
    }

    /// Each agreement has a field of its own.
    private func issuesHere(_ entered: (code: ShareCode, form: ShareForm)) -> [any ExplainedIssue] {
        issues.map { RenamedIssue(field: "\($0.field)-\(entered.code)", explanation: $0.explanation) }
    }

    @HTMLBuilder private func group(_ states: [ShareState], _ heading: Text) -> HTML {
        if !states.isEmpty {
            Markup.section {
                h2 { heading }
                for state in states { card(state) }
            }
        }
    }

    private func card(_ state: ShareState) -> HTML {
        let agreement = state.agreement
        let code = agreement.key.code
        return article(.class("card agreement"), .id("afspraak-\(code)")) {
            div(.class("page-head")) {
                h3 {
                    agreement.kind?.title ?? Text(same: code.description)
                    state.isGiver ? Text(nl: " aan ", en: " to ") : Text(nl: " van ", en: " from ")
                    agreement.name(of: state.other)
                }
                span(.class("badge \(state.standing.look)")) { state.standing.name }
            }
            if let kind = agreement.kind { p { kind.explanation } }
            if let why = (state.isGiver ? agreement.offer?.why : agreement.use?.why) { p(.class("muted")) { why } }
            place(agreement)
            standing(state)
            if !agreement.words.isEmpty { log(agreement) }
            if mayAgree { form(state) }
        }
    }

    @HTMLBuilder private func place(_ agreement: ShareAgreement) -> HTML {
        if agreement.key.user == programme.id, let place = agreement.use?.place {
            p {
                Text(nl: "Telt mee bij ", en: "Counts for ")
                if mayFollow {
                    a(.href(address(of: place))) { name(of: place) }
                } else {
                    name(of: place)
                }
                "."
            }
        }
    }

    private func address(of place: ShareUse.Place) -> String {
        switch place {
        case .line(let line, _), .result(let line, _): Addresses.actionLine.path(programme.id, line)
        case .target(let target): Addresses.indicator.path(programme.id, Indicator.target(target).code)
        }
    }

    private func name(of place: ShareUse.Place) -> Text {
        switch place {
        case .line(let line, _), .result(let line, _): Text(nl: "actielijn \(line)", en: "action line \(line)")
        case .target(let target):
            programme.targets.first { $0.code == target }?.name ?? Text(same: target.description)
        }
    }

    @HTMLBuilder private func standing(_ state: ShareState) -> HTML {
        switch state.standing {
        case .inForce(let since):
            p {
                Text(nl: "Sinds ", en: "Since ")
                HTML.day(Day(since))
                if let crossing = state.crossing {
                    ": "
                    state.agreement.kind?.amount(crossing) ?? Text(same: "")
                }
                "."
            }
        case .waitsForUs:
            p { Text(nl: "Wij hebben geen ja gezegd.", en: "We have not said yes.") }
        case .waitsForThem:
            p {
                Text(nl: "Wij zeiden ja. We wachten op ", en: "We said yes. We are waiting for ")
                state.agreement.name(of: state.other)
                "."
            }
        case .undeclared:
            p {
                Text(
                    nl:
                        "De pakketten van beide programma's zeggen niet hetzelfde, of het andere programma is hier niet.",
                    en: "The packs of the two programmes do not say the same, or the other programme is not here."
                )
            }
        }
    }

    /// Of the other programme the name of the programme is enough.
    private func log(_ agreement: ShareAgreement) -> HTML {
        details {
            summary { Text(nl: "Wie wat zei", en: "Who said what") }
            ol(.class("timeline")) {
                for word in agreement.words.reversed() {
                    li {
                        p {
                            HTML.shortDay(Day(word.recordedAt))
                            " "
                            agreement.name(of: word.programme)
                            if word.programme == programme.id { ", \(word.name)" }
                            word.isAgreed ? Text(nl: ": ja", en: ": yes") : Text(nl: ": gestopt", en: ": stopped")
                        }
                        if !word.why.isEmpty { p(.class("muted")) { word.why } }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func form(_ state: ShareState) -> HTML {
        let code = state.agreement.key.code
        let own = entered?.code == code ? entered?.form : nil
        let name = state.agreement.kind?.title ?? Text(same: code.description)
        if state.hasAgreed {
            details(.attribute("open", if: own != nil)) {
                summary { Text(nl: "Stop met delen", en: "Stop sharing") }
                PostForm(action: Addresses.sharingAgreement.path(programme.id, code)) {
                    input(.type("hidden"), .name("id"), .value(own?.id ?? "\(freshID)"))
                    input(.type("hidden"), .name("antwoord"), .value("stop"))
                    TextField(
                        name: "waarom",
                        id: "waarom-\(code)",
                        caption: Text(nl: "Waarom u hiermee stopt", en: "Why you stop this"),
                        value: own?.why ?? "",
                        issues: own == nil ? [] : entered.map(issuesHere) ?? []
                    )
                    button(.class("button secondary")) {
                        Text(nl: "Stop met delen", en: "Stop sharing")
                        span(.class("visually-hidden")) { Text(same: ": ") + name }
                    }
                }
            }
        } else if state.agreement.isDeclared {
            PostForm(action: Addresses.sharingAgreement.path(programme.id, code)) {
                input(.type("hidden"), .name("id"), .value("\(freshID)"))
                input(.type("hidden"), .name("antwoord"), .value("ja"))
                button(.class("button")) {
                    Text(nl: "Ja, deel dit", en: "Yes, share this")
                    span(.class("visually-hidden")) { Text(same: ": ") + name }
                }
            }
        }
    }
}
