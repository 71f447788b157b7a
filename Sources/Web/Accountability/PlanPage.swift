import Accountability
import Kernel
import Markup
import Programmes

/// Is the programme on course (*liggen we op koers?*): what is, what was planned, where it goes, and why.
struct PlanPage: Page {
    let report: PlanReport
    let today: Day
    let verbs: Set<Verb>

    private var programme: Programme { report.programme }
    private var isPast: Bool { report.asOf < today }

    var title: Text { Text(nl: "Liggen we op koers?", en: "Are we on course?") }
    var section: NavigationSection? { .overview }
    var styles: [String] { ["referrals.css", "plan.css"] }

    var body: HTML {
        div(.class("page-head")) {
            h1 {
                title
                if isPast {
                    Text(nl: " Zoals het was op ", en: " As it was on ")
                    HTML.day(report.asOf)
                }
            }
            AsOfForm(address: Addresses.plan.path(programme.id), asOf: report.asOf, today: today)
        }
        AccountTabs(programme: programme.id, current: Addresses.plan, verbs: verbs)
        p(.class("lead")) { sentence }
        table
        p {
            a(.href(Addresses.planWorkbook.path(programme.id) + "?op=\(report.asOf)")) {
                Text(nl: "Download als spreadsheet (XLSX)", en: "Download as a spreadsheet (XLSX)")
            }
        }
        p(.class("muted small")) {
            Text(
                nl: "Verwacht: het aantal aan het eind als het tempo van het laatste half jaar zo blijft.",
                en: "Expected: the number at the end when the pace of the last half year goes on."
            )
        }
    }

    private var sentence: Text {
        let promised = report.states.filter { $0.goal != nil }
        let behind = promised.count { $0.standing == .attention }
        let reached = promised.count { $0.standing == .reached }
        return behind == 0
            ? Text(
                nl: "Alle \(promised.count) doelen liggen op koers; \(reached) zijn gehaald.",
                en: "All \(promised.count) goals are on course; \(reached) were reached."
            )
            : Text(
                nl: "Van de \(promised.count) doelen lopen er \(behind) achter; \(reached) zijn gehaald.",
                en: "Of the \(promised.count) goals \(behind) are behind; \(reached) were reached."
            )
    }

    private var table: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(title)) {
            Markup.table(.class("cards plan")) {
                caption(.class("visually-hidden")) { title }
                thead {
                    tr {
                        th(.scope("col")) { Columns.indicator }
                        th(.scope("col"), .class("number")) { Columns.actual }
                        th(.scope("col"), .class("number")) { Columns.plan }
                        th(.scope("col"), .class("number")) { Columns.goal }
                        th(.scope("col"), .class("number")) { Columns.forecast }
                        th(.scope("col")) { Columns.standing }
                        th(.scope("col")) { Columns.why }
                    }
                }
                tbody { for state in report.states { row(state) } }
            }
        }
    }

    private func row(_ state: IndicatorState) -> HTML {
        let indicator = state.indicator
        var isPart = false
        if case .area = indicator { isPart = true }
        return tr(.class(isPart ? "part" : "")) {
            th(.scope("row")) {
                a(.href(Addresses.indicator.path(programme.id, indicator.code))) {
                    indicator.place(in: programme) ?? indicator.name(in: programme)
                }
            }
            td(.class("number"), .attribute("data-label", Columns.actual)) {
                indicator.unit.text(state.actual)
                if let basis = state.basis, indicator.unit != .count {
                    span(.class("muted small")) { " (n = \(basis))" }
                }
            }
            td(.class("number"), .attribute("data-label", Columns.plan)) { indicator.unit.text(state.wholePlan) }
            td(.class("number"), .attribute("data-label", Columns.goal)) { indicator.unit.text(state.goal) }
            td(.class("number"), .attribute("data-label", Columns.forecast)) { indicator.unit.text(state.forecast) }
            td(.attribute("data-label", Columns.standing)) { state.standing.badge }
            td(.attribute("data-label", Columns.why)) {
                if let note = report.notes(on: indicator).first {
                    note.words
                    span(.class("muted small")) {
                        " "
                        HTML.shortDay(note.day)
                    }
                } else if state.standing == .attention {
                    span(.class("muted")) { Text(nl: "nog niet uitgelegd", en: "not explained yet") }
                }
            }
        }
    }

    /// What stands above the columns, on the page and in the spreadsheet.
    enum Columns {
        static let indicator = Text(nl: "Wat", en: "What")
        static let actual = Text(nl: "Nu", en: "Now")
        static let plan = Text(nl: "Plan tot nu", en: "Plan by now")
        static let goal = Text(nl: "Doel", en: "Goal")
        static let forecast = Text(nl: "Verwacht", en: "Expected")
        static let standing = Text(nl: "Stand", en: "State")
        static let why = Text(nl: "Waarom", en: "Why")
    }
}

/// A form that reads: the answer is an address that can be kept.
struct AsOfForm: Component {
    let address: String
    let asOf: Day
    let today: Day

    var body: HTML {
        form(.class("as-of no-print"), .action(address), .attribute("method", "get")) {
            div(.class("field")) {
                label(.for("op")) { Text(nl: "Zoals het was op", en: "As it was on") }
                input(
                    .id("op"),
                    .name("op"),
                    .type("date"),
                    .value(asOf.description),
                    .attribute("max", today.description)
                )
            }
            button(.class("button secondary")) { Text(nl: "Toon", en: "Show") }
        }
    }
}
