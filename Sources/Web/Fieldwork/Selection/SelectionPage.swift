import Fieldwork
import Kernel
import Markup
import Programmes

/// One round: whom to ask, how each of them stands, and who comes next.
struct SelectionPage: Page {
    let programme: Programme
    let sheet: SelectionSheet
    let mayWork: Bool
    /// Made with the page, one for each line, so that a second click records nothing twice.
    let newEvent: () -> SelectionEvent.ID
    let stopReason: String
    var invitations: [Company.ID: Invitation] = [:]
    var mayMail = false
    var issues: [InvalidSelection.Issue] = []

    private var round: SelectionRound { sheet.round }
    private var isOpen: Bool { round.isRunning && mayWork }

    var title: Text { Text(nl: "Selectieronde ", en: "Selection round ") + round.quarter.name }
    var section: NavigationSection? { .selection }
    var issueCount: Int { issues.count }
    var styles: [String] { ["selection.css"] }

    var body: HTML {
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            div {
                p(.class("eyebrow")) {
                    a(.href(Addresses.selections.path(programme.id))) {
                        Text(nl: "Selectierondes", en: "Selection rounds")
                    }
                }
                h1 { title }
            }
            if isOpen {
                p(.class("actions")) {
                    a(.class("button secondary"), .href(Addresses.selectionSearch.path(programme.id, round.id))) {
                        Text(nl: "Bedrijf erbij zetten", en: "Put a company in")
                    }
                    if mayMail {
                        a(.href(Addresses.outbox.path(programme.id))) { Text(nl: "Verstuurde post", en: "Sent mail") }
                    }
                }
            }
        }
        if let reason = round.stoppedBecause {
            div(.class("notice info")) {
                p { Text(nl: "Deze ronde is gestopt: ", en: "This round was stopped: ") + Text(same: reason) }
            }
        }
        progress
        if !round.remarks.isEmpty { remarks }
        if isOpen { proposals }
        for share in round.design.places { municipality(share) }
        others
        SelectionFacts(programme: programme, sheet: sheet)
        if isOpen { stopForm }
    }

    private var progress: HTML {
        p(.class("selection-states")) {
            for state in SelectionState.allCases where sheet.count(state) > 0 {
                span(.class(state.badge)) {
                    "\(sheet.count(state)) "
                    state.name
                }
                " "
            }
        }
    }

    private var remarks: HTML {
        div(.class("notice info")) {
            p { Text(nl: "Niet alles kon zoals bedoeld:", en: "Not everything could be as wanted:") }
            ul { for remark in round.remarks { li { remark.sentence(in: programme) } } }
        }
    }

    @HTMLBuilder private var proposals: HTML {
        let open = sheet.proposals.filter { $0.answer == nil }
        if !open.isEmpty {
            Markup.section(.class("card"), .attribute("aria-labelledby", "voordrachten")) {
                h2(.id("voordrachten")) { Text(nl: "Voorgedragen door gemeenten", en: "Put forward by municipalities") }
                ul(.class("plain")) {
                    for proposal in open {
                        li {
                            p {
                                strong { proposal.name }
                                " (\(CompanyNames.of(programme).area(proposal.area))) – \(proposal.reason) "
                                small(.class("muted")) { proposal.proposedBy }
                            }
                            p {
                                a(.href(answerPath(proposal))) {
                                    Text(nl: "Zoek het bedrijf of wijs af", en: "Find the company or decline")
                                    span(.class("visually-hidden")) { ": \(proposal.name)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func answerPath(_ proposal: SelectionProposal) -> String {
        Addresses.selectionSearch.path(programme.id, round.id) + "?voordracht=\(proposal.id)"
    }

    private func municipality(_ share: AreaShare) -> HTML {
        let lines = sheet.lines.filter { $0.traits.area == share.area }
        let reserve = sheet.reserves[share.area] ?? []
        let taking = lines.count { !$0.state.isOut }
        return Markup.section(.attribute("aria-labelledby", "gemeente-\(share.area)")) {
            h2(.id("gemeente-\(share.area)")) {
                CompanyNames.of(programme).area(share.area)
                small(.class("muted")) {
                    Text(nl: " \(taking) van \(share.count)", en: " \(taking) of \(share.count)")
                }
            }
            table(lines)
            if round.isRunning { reserves(reserve) }
        }
    }

    private func table(_ lines: [SelectionLine]) -> SelectionTable {
        SelectionTable(
            programme: programme,
            round: round,
            mayWork: isOpen,
            lines: lines,
            all: sheet.lines,
            newEvent: newEvent,
            invitations: invitations,
            mayMail: mayMail
        )
    }

    private func reserves(_ reserve: [SelectionReserve]) -> HTML {
        p(.class("muted small")) {
            if reserve.isEmpty {
                Text(nl: "De reservelijst is leeg.", en: "The reserve list is empty.")
            } else {
                Text(
                    nl: "Zegt iemand nee, dan komt het reservebedrijf dat er het meest op lijkt. Op de lijst staan er ",
                    en: "When somebody says no, the reserve company that is most like it comes. On the list are "
                )
                HTML.number(reserve.count)
                "."
            }
        }
    }

    /// Put in by hand from a municipality that the draw was not about.
    @HTMLBuilder private var others: HTML {
        let places = Set(round.design.places.map(\.area))
        let lines = sheet.lines.filter { !places.contains($0.traits.area) }
        if !lines.isEmpty {
            Markup.section(.attribute("aria-labelledby", "elders")) {
                h2(.id("elders")) { Text(nl: "Uit andere gemeenten", en: "From other municipalities") }
                table(lines)
            }
        }
    }

    private var stopForm: HTML {
        details(.class("card"), .attribute("open", ifPresent: issues.isEmpty ? nil : "")) {
            summary { Text(nl: "Ronde stoppen", en: "Stop the round") }
            PostForm(action: Addresses.selectionStop.path(programme.id, round.id)) {
                p {
                    Text(
                        nl: "Wie nog geen antwoord gaf, kan daarna opnieuw worden getrokken.",
                        en: "Who gave no answer yet can be drawn again afterwards."
                    )
                }
                TextArea(
                    name: "toelichting",
                    caption: Text(nl: "Waarom stopt u?", en: "Why do you stop?"),
                    value: stopReason,
                    rows: 2,
                    issues: issues
                )
                button(.class("button danger")) { Text(nl: "Ronde stoppen", en: "Stop the round") }
            }
        }
    }
}
