import Fieldwork
import Kernel
import Markup
import Programmes

/// One trait: what stands out, two bars for each part, and the numbers.
struct CoverageSection: Component {
    let programme: Programme
    let coverage: Coverage
    let margin: Coverage.Margin

    /// Municipalities without a company or a visit to speak of would fill the page.
    private var parts: [Coverage.Part] {
        let parts = margin.parts
        switch margin.trait {
        case .municipality: return parts.sorted { ($1.fair + Double($1.visited)) < ($0.fair + Double($0.visited)) }
        case .size:
            let order = SizeClass.allCases.map(\.rawValue)
            return parts.sorted { (order.firstIndex(of: $0.code) ?? 99) < (order.firstIndex(of: $1.code) ?? 99) }
        case .sector, .membership:
            return parts.sorted { rank($0) < rank($1) }
        }
    }

    /// The largest first, what is not known last.
    private func rank(_ part: Coverage.Part) -> (Int, Int) {
        (part.code == SelectionDesign.unknown ? 1 : 0, -part.population)
    }

    private static let shown = 12

    var body: HTML {
        section(.attribute("aria-labelledby", margin.trait.rawValue)) {
            h2(.id(margin.trait.rawValue)) { margin.trait.name }
            p { sentence }
            CoverageChart(
                rows: parts.prefix(Self.shown).map { part in
                    (
                        name: margin.trait.part(part.code, in: programme),
                        all: Double(part.population) / Double(max(1, coverage.population)),
                        visited: Double(part.visited) / Double(max(1, coverage.visited))
                    )
                },
                title: margin.trait.name
            )
            details {
                summary { Text(nl: "De getallen", en: "The numbers") }
                table
            }
        }
    }

    private var sentence: Text {
        let misplaced = Int(margin.misplaced.rounded())
        if margin.isFair {
            return Text(
                nl: "De verdeling klopt, zo goed als een loting dat kan.",
                en: "The division is right, as well as a draw can make it."
            )
        }
        let first = Text(
            nl: "Van de \(coverage.visited) bezoeken zouden er \(misplaced) elders moeten zijn om precies te kloppen.",
            en: "Of the \(coverage.visited) visits \(misplaced) would have to be elsewhere to be exactly right."
        )
        guard let lagging = margin.lagging else { return first }
        let name = margin.trait.part(lagging.code, in: programme)
        let short = Int((-lagging.gap).rounded())
        return first + Text(nl: " Het meest ontbreekt: ", en: " Missing most: ") + name
            + Text(nl: " (\(short) te weinig).", en: " (\(short) too few).")
    }

    private var table: HTML {
        div(.class("table-scroll")) {
            Markup.table {
                caption(.class("visually-hidden")) { margin.trait.name }
                thead {
                    tr {
                        th(.scope("col")) { margin.trait.name }
                        th(.scope("col"), .class("number")) { Text(nl: "Bedrijven", en: "Companies") }
                        th(.scope("col"), .class("number")) { Text(nl: "Bezocht", en: "Visited") }
                        th(.scope("col"), .class("number")) { Text(nl: "Eerlijk deel", en: "Fair share") }
                        th(.scope("col"), .class("number")) { Text(nl: "Verschil", en: "Difference") }
                    }
                }
                tbody {
                    for part in parts {
                        tr {
                            th(.scope("row")) { margin.trait.part(part.code, in: programme) }
                            td(.class("number")) { HTML.number(part.population) }
                            td(.class("number")) { HTML.number(part.visited) }
                            td(.class("number")) { HTML.decimal(part.fair) }
                            td(.class("number")) {
                                if part.gap > 0.05 { "+" }
                                HTML.decimal(abs(part.gap) < 0.05 ? 0 : part.gap)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// For each part two bars under each other: its share of all companies, and of those that were visited.
struct CoverageChart: Component {
    let rows: [(name: Text, all: Double, visited: Double)]
    let title: Text

    private static let left = 156
    private static let width = 440
    private static let step = 40

    var body: HTML {
        let highest = max(rows.map { max($0.all, $0.visited) }.max() ?? 1, 0.01)
        ul(.class("legend"), .ariaHidden) {
            li {
                i(.class("planned"))
                Text(nl: "deel van alle bedrijven", en: "share of all companies")
            }
            li {
                i(.class("held"))
                Text(nl: "deel van de bezochte", en: "share of those visited")
            }
        }
        element(
            "svg",
            [
                .class("chart coverage"), .role("img"),
                .attribute("viewBox", "0 0 \(Self.width) \(rows.count * Self.step)"),
                .ariaLabel(
                    title
                        + Text(
                            nl:
                                ": staven met het deel van alle en van de bezochte bedrijven. De getallen staan eronder.",
                            en: ": bars with the share of all and of visited companies. The numbers are below."
                        )
                ),
            ]
        ) {
            for (index, row) in rows.enumerated() {
                let y = index * Self.step
                element(
                    "text",
                    [
                        .attribute("x", "\(Self.left - 10)"), .attribute("y", "\(y + 24)"),
                        .attribute("text-anchor", "end"),
                    ]
                ) { row.name.shortened(to: 21) }
                bar("planned", y + 6, row.all, of: highest)
                bar("held", y + 20, row.visited, of: highest)
            }
        }
    }

    @HTMLBuilder private func bar(_ name: String, _ y: Int, _ share: Double, of highest: Double) -> HTML {
        let length = max(Int((share / highest * Double(Self.width - Self.left - 60)).rounded()), 2)
        element(
            "rect",
            [
                .class(name), .attribute("x", "\(Self.left)"), .attribute("y", "\(y)"),
                .attribute("width", "\(length)"), .attribute("height", "12"), .attribute("rx", "2"),
            ]
        ) {}
        element(
            "text",
            [
                .class("value"), .attribute("x", "\(Self.left + length + 6)"), .attribute("y", "\(y + 11)"),
            ]
        ) { HTML.percent(share) }
    }
}

extension Text {
    fileprivate func shortened(to count: Int) -> Text {
        func short(_ text: String) -> String { text.count <= count ? text : text.prefix(count - 1) + "…" }
        return Text(nl: short(nl), en: short(en))
    }
}
