import Kernel
import Markup
import Referrals

/// Conversations against the plan, quarter by quarter: a chart, and the same numbers in a table.
struct QuarterSection: Component {
    let quarters: [QuarterProgress]
    let asOf: Day

    var body: HTML {
        section(.attribute("aria-labelledby", "kwartalen")) {
            h2(.id("kwartalen")) { Text(nl: "Gesprekken per kwartaal", en: "Conversations per quarter") }
            ul(.class("legend"), .ariaHidden) {
                li {
                    i(.class("held"))
                    Text(nl: "gevoerd", en: "held")
                }
                li {
                    i(.class("planned"))
                    Text(nl: "gepland", en: "planned")
                }
            }
            QuarterChart(quarters: quarters, asOf: asOf)
            div(
                .class("table-scroll"),
                .attribute("tabindex", "0"),
                .role("region"),
                .ariaLabel(Text(nl: "Tabel: gesprekken per kwartaal", en: "Table: conversations per quarter"))
            ) {
                table {
                    caption(.class("visually-hidden")) {
                        Text(nl: "Gesprekken per kwartaal", en: "Conversations per quarter")
                    }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Kwartaal", en: "Quarter") }
                            th(.scope("col"), .class("number")) { Text(nl: "Plan", en: "Plan") }
                            th(.scope("col"), .class("number")) { Text(nl: "Gevoerd", en: "Held") }
                            th(.scope("col"), .class("number")) { Text(nl: "Plan tot dan", en: "Plan so far") }
                            th(.scope("col"), .class("number")) { Text(nl: "Gevoerd tot dan", en: "Held so far") }
                            th(.scope("col")) { Text(nl: "Stand", en: "State") }
                        }
                    }
                    tbody { for row in quarters { self.row(row) } }
                }
            }
        }
    }

    private func row(_ row: QuarterProgress) -> HTML {
        tr(.id(row.quarter.description)) {
            th(.scope("row"), .class("nowrap")) { HTML.quarter(row.quarter) }
            td(.class("number")) { HTML.number(row.planned) }
            td(.class("number")) { HTML.number(row.held) }
            td(.class("number")) { HTML.number(row.plannedSoFar) }
            td(.class("number")) {
                if row.quarter.firstDay <= asOf { HTML.number(row.heldSoFar) } else { "–" }
            }
            td { state(row) }
        }
    }

    private func state(_ row: QuarterProgress) -> HTML {
        if row.quarter.firstDay > asOf { return span(.class("muted")) { Text(nl: "komt nog", en: "to come") } }
        if row.held >= row.planned { return span(.class("badge done")) { Text(nl: "gehaald", en: "reached") } }
        let short = row.planned - row.held
        return row.isOver
            ? span(.class("badge attention")) { Text(nl: "\(short) te weinig", en: "\(short) short") }
            : span(.class("badge busy")) { Text(nl: "nog \(short)", en: "\(short) to go") }
    }
}

/// Two bars a quarter: the plan as an outline, what was held filled in front of it.
struct QuarterChart: Component {
    let quarters: [QuarterProgress]
    let asOf: Day

    private static let step = 80
    private static let height = 180
    private static let top = 24

    var body: HTML {
        let highest = max(quarters.map { max($0.planned, $0.held) }.max() ?? 1, 1)
        let width = max(quarters.count, 1) * Self.step
        let total = Self.top + Self.height + 44
        element(
            "svg",
            [
                .class("chart"), .role("img"), .attribute("viewBox", "0 0 \(width) \(total)"),
                .ariaLabel(description),
            ]
        ) {
            for (index, row) in quarters.enumerated() {
                let x = index * Self.step
                bar("planned", x + 16, 48, row.planned, of: highest)
                if row.held > 0 { bar("held", x + 24, 32, row.held, of: highest) }
                label(x + 40, y(max(row.planned, row.held), of: highest) - 7) {
                    row.quarter.firstDay <= asOf ? "\(row.held)/\(row.planned)" : "\(row.planned)"
                }
                label(x + 40, Self.top + Self.height + 18) {
                    Text(nl: "K\(row.quarter.number)", en: "Q\(row.quarter.number)")
                }
                if index == 0 || row.quarter.number == 1 {
                    label(x + 40, Self.top + Self.height + 37) { "\(row.quarter.year)" }
                }
            }
            element(
                "line",
                [
                    .class("axis"), .attribute("x1", "0"), .attribute("x2", "\(width)"),
                    .attribute("y1", "\(Self.top + Self.height)"), .attribute("y2", "\(Self.top + Self.height)"),
                ]
            ) {}
        }
    }

    private var description: Text {
        let held = quarters.last?.heldSoFar ?? 0
        let planned = quarters.last?.plannedSoFar ?? 0
        return Text(
            nl:
                "Staafdiagram: \(held) gesprekken gevoerd, \(planned) gepland over \(quarters.count) kwartalen. De getallen staan in de tabel hieronder.",
            en:
                "Bar chart: \(held) conversations held, \(planned) planned over \(quarters.count) quarters. The numbers are in the table below."
        )
    }

    private func y(_ count: Int, of highest: Int) -> Int {
        Self.top + Self.height - count * Self.height / highest
    }

    private func bar(_ name: String, _ x: Int, _ width: Int, _ count: Int, of highest: Int) -> HTML {
        let top = y(count, of: highest)
        return element(
            "rect",
            [
                .class(name), .attribute("x", "\(x)"), .attribute("y", "\(top)"), .attribute("width", "\(width)"),
                .attribute("height", "\(Self.top + Self.height - top)"), .attribute("rx", "3"),
            ]
        ) {}
    }

    private func label(_ x: Int, _ y: Int, @HTMLBuilder _ text: () -> HTML) -> HTML {
        element(
            "text",
            [.attribute("x", "\(x)"), .attribute("y", "\(y)"), .attribute("text-anchor", "middle")],
            text
        )
    }
}
