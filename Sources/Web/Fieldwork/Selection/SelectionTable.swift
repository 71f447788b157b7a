import Fieldwork
import Kernel
import Markup
import Programmes

/// The companies of a round in one municipality.
struct SelectionTable: Component {
    let programme: Programme
    let round: SelectionRound
    let mayWork: Bool
    let lines: [SelectionLine]
    /// To name whom a company stands in for.
    let all: [SelectionLine]
    let newEvent: () -> SelectionEvent.ID
    var invitations: [Company.ID: Invitation] = [:]
    var mayMail = false

    var body: HTML {
        if lines.isEmpty {
            p(.class("muted")) { Text(nl: "Niemand.", en: "Nobody.") }
        } else {
            div(.class("table-scroll")) {
                table(.class("cards selection")) {
                    caption(.class("visually-hidden")) { Text(nl: "Bedrijven", en: "Companies") }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                            th(.scope("col")) { Text(nl: "Sector", en: "Sector") }
                            th(.scope("col")) { Text(nl: "Grootte", en: "Size") }
                            th(.scope("col")) { Text(nl: "Stand", en: "State") }
                            th(.scope("col")) { Text(nl: "Volgende stap", en: "Next step") }
                        }
                    }
                    tbody { for line in lines.sorted(by: precedes) { row(line) } }
                }
            }
        }
    }

    /// Who is out comes last; otherwise the order of the draw, which lines have already.
    private func precedes(_ left: SelectionLine, _ right: SelectionLine) -> Bool {
        !left.state.isOut && right.state.isOut
    }

    private func row(_ line: SelectionLine) -> HTML {
        tr {
            th(.scope("row")) {
                a(.href(Addresses.company.path(programme.id, line.company))) { line.name }
                if let instead = line.instead.flatMap({ id in all.first { $0.company == id } }) {
                    small(.class("muted")) {
                        Text(nl: "in de plaats van ", en: "in the place of ") + Text(same: instead.name)
                    }
                }
            }
            td(.attribute("data-label", SelectionTrait.sector.name)) {
                SelectionTrait.sector.part(line.traits.part(.sector), in: programme)
            }
            td(.attribute("data-label", SelectionTrait.size.name)) {
                SelectionTrait.size.part(line.traits.part(.size), in: programme)
            }
            td(.attribute("data-label", Text(nl: "Stand", en: "State"))) {
                span(.class(line.state.badge)) { line.state.name }
                if let refusal = line.events.last?.refusal {
                    " "
                    refusal.name
                }
                if let day = line.day {
                    " "
                    HTML.shortDay(day)
                }
                if line.state == .invited, let answer = invitations[line.company]?.answer, answer.kind == .otherTime {
                    small {
                        answer.kind.name
                        if let note = answer.note { ": \(note)" }
                    }
                }
            }
            td(.attribute("data-label", Text(nl: "Volgende stap", en: "Next step"))) { step(line) }
        }
    }

    @HTMLBuilder private func step(_ line: SelectionLine) -> HTML {
        if let talk = line.conversation {
            a(.href(Addresses.conversation.path(programme.id, talk))) {
                Text(nl: "Naar het gesprek", en: "To the conversation")
                about(line)
            }
        } else if mayWork, line.state == .chosen {
            PostForm(
                action: Addresses.selectionCompany.path(programme.id, round.id, line.company),
                .class("inline")
            ) {
                input(.type("hidden"), .name("gebeurtenis"), .value(newEvent().description))
                input(.type("hidden"), .name("stap"), .value(SelectionEvent.Kind.invited.rawValue))
                button(.class("button secondary small")) {
                    Text(nl: "Is uitgenodigd", en: "Was invited")
                    about(line)
                }
            }
            if mayMail { mailLink(line, Text(nl: "Uitnodigen per mail", en: "Invite by mail")) }
        } else if mayWork, line.state == .invited {
            if mayMail, invitations[line.company] == nil {
                mailLink(line, Text(nl: "Uitnodigen per mail", en: "Invite by mail"))
            }
            a(.href(Addresses.newConversation.path(programme.id) + "?bedrijf=\(line.company)")) {
                Text(nl: "Afspraak maken", en: "Make an appointment")
                about(line)
            }
        }
        if mayWork {
            p(.class("small")) {
                a(.href(Addresses.selectionCompany.path(programme.id, round.id, line.company))) {
                    line.state.nextSteps.isEmpty
                        ? Text(nl: "Verloop", en: "History") : Text(nl: "Iets anders", en: "Something else")
                    about(line)
                }
            }
        }
    }

    private func mailLink(_ line: SelectionLine, _ caption: Text) -> HTML {
        p(.class("small")) {
            a(.href(Addresses.invite.path(programme.id, round.id, line.company))) {
                caption
                about(line)
            }
        }
    }

    private func about(_ line: SelectionLine) -> HTML {
        span(.class("visually-hidden")) { ": \(line.name)" }
    }
}

/// How the draw was made, so that anybody can repeat it.
struct SelectionFacts: Component {
    let programme: Programme
    let sheet: SelectionSheet

    var body: HTML {
        let round = sheet.round
        details(.class("card")) {
            summary { Text(nl: "Zo is er geloot", en: "How it was drawn") }
            dl(.class("facts")) {
                dt { Text(nl: "Getrokken", en: "Drawn") }
                dd {
                    HTML.moment(round.drawnAt)
                    Text(nl: " door ", en: " by ")
                    round.drawnBy
                }
                dt { Text(nl: "Startgetal", en: "Start number") }
                dd { "\(round.seed)" }
                dt { Text(nl: "Uit hoeveel bedrijven", en: "From how many companies") }
                dd { HTML.number(sheet.candidateCount) }
                dt { Text(nl: "Verdeling over sectoren", en: "Division over sectors") }
                dd { round.spread.name }
                dt { Text(nl: "Nagerekend", en: "Checked") }
                dd {
                    sheet.isRepeatable
                        ? Text(
                            nl: "Net opnieuw getrokken: dezelfde bedrijven.",
                            en: "Drawn again just now: the same companies."
                        )
                        : Text(
                            nl: "Opnieuw trekken geeft nu andere bedrijven. Meld dit aan de beheerder.",
                            en: "Drawing again gives other companies now. Tell the administrator."
                        )
                }
            }
        }
    }
}
