import Fieldwork
import Kernel
import Markup
import Programmes

/// All draws of companies, and how each of them stands.
struct SelectionListPage: Page {
    let programme: Programme
    let rounds: [SelectionSummary]
    let mayDraw: Bool

    var title: Text { Text(nl: "Selectierondes", en: "Selection rounds") }
    var section: NavigationSection? { .selection }

    var body: HTML {
        div(.class("page-head")) {
            h1 { title }
            p(.class("actions")) {
                if mayDraw {
                    a(.class("button"), .href(Addresses.newSelection.path(programme.id))) {
                        Text(nl: "Nieuwe ronde", en: "New round")
                    }
                }
                a(.href(Addresses.coverage.path(programme.id))) {
                    Text(nl: "Lijkt het op het geheel?", en: "Is it like the whole?")
                }
            }
        }
        p(.class("lead")) {
            Text(
                nl: "Per ronde loot u welke bedrijven u vraagt, zodat ze samen op alle bedrijven lijken.",
                en: "In each round you draw which companies to ask, so that together they are like all companies."
            )
        }
        if rounds.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er is nog geen ronde getrokken.", en: "No round was drawn yet.") }
            }
        } else {
            table
        }
    }

    private var table: HTML {
        div(.class("table-scroll")) {
            Markup.table(.class("cards")) {
                caption(.class("visually-hidden")) { title }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Ronde", en: "Round") }
                        th(.scope("col")) { Text(nl: "Gemeenten", en: "Municipalities") }
                        th(.scope("col"), .class("number")) { Text(nl: "Gevraagd", en: "Asked for") }
                        th(.scope("col")) { Text(nl: "Stand", en: "State") }
                    }
                }
                tbody { for round in rounds { row(round) } }
            }
        }
    }

    private func row(_ summary: SelectionSummary) -> HTML {
        let round = summary.round
        return tr {
            th(.scope("row")) {
                a(.href(Addresses.selection.path(programme.id, round.id))) { HTML.quarter(round.quarter) }
                small(.class("muted")) {
                    Text(nl: " getrokken op ", en: " drawn on ")
                    HTML.shortDay(Day(round.drawnAt))
                }
            }
            td(.attribute("data-label", Text(nl: "Gemeenten", en: "Municipalities"))) {
                round.design.places.map { "\(CompanyNames.of(programme).area($0.area)) \($0.count)" }
                    .joined(separator: ", ")
            }
            td(.class("number"), .attribute("data-label", Text(nl: "Gevraagd", en: "Asked for"))) {
                HTML.number(round.asked)
            }
            td(.attribute("data-label", Text(nl: "Stand", en: "State"))) {
                if !round.isRunning {
                    span(.class("badge stopped")) { Text(nl: "gestopt", en: "stopped") }
                    " "
                }
                for state in SelectionState.allCases {
                    if let count = summary.states[state] {
                        span(.class(state.badge)) {
                            "\(count) "
                            state.name
                        }
                        " "
                    }
                }
                if summary.openProposals > 0 {
                    span(.class("badge attention")) {
                        Text(
                            nl: "\(summary.openProposals) × voorgedragen",
                            en: "\(summary.openProposals) × put forward"
                        )
                    }
                }
            }
        }
    }
}
