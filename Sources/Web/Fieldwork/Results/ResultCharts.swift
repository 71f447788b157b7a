import Fieldwork
import Kernel
import Markup
import Programmes

/// What the marks and bars mean.
struct Legend: Component {
    var body: HTML {
        ul(.class("plain row legend")) {
            li {
                i(.class("mark-doing"), .ariaHidden)
                Text(nl: "doen we", en: "we do")
            }
            li {
                i(.class("mark-ambition"), .ariaHidden)
                Text(nl: "willen we", en: "we want")
            }
            li {
                i(.class("mark-none"), .ariaHidden)
                Text(nl: "nog niet", en: "not yet")
            }
        }
    }
}

/// The columns of numbers that go with a chart.
struct CountHead: Component {
    let first: Text

    var body: HTML {
        thead {
            tr {
                th(.scope("col")) { first }
                th(.scope("col"), .class("chart")) {
                    span(.class("visually-hidden")) { Text(nl: "In beeld", en: "In a picture") }
                }
                th(.scope("col"), .class("number")) { Text(nl: "Doen", en: "Do") }
                th(.scope("col"), .class("number")) { Text(nl: "Erbij", en: "Want") }
                th(.scope("col"), .class("number")) { Text(nl: "Van", en: "Of") }
            }
        }
    }
}

struct CountCells: Component {
    let count: SheetResult.Count

    var body: HTML {
        td(.class("number doing")) { HTML.number(count.doing) }
        td(.class("number ambition")) { HTML.number(count.wanted) }
        td(.class("number")) { HTML.number(count.applicable) }
    }
}

/// A mark for each activity that counts: ✓ in a square for what is done, ★ in a circle for what is wanted, an empty
/// square for what is not. Each can be found back on the sheet.
struct MarkChart: Component {
    let sheet: TalkSheet
    let answers: SheetAnswers
    let theme: Theme.ID

    private static let size = 20
    private static let gap = 4
    private static let perRow = 12

    private enum Sign { case doing, ambition, none }

    var body: HTML {
        let signs = signs
        let rows = max(1, (signs.count + Self.perRow - 1) / Self.perRow)
        let width = min(max(signs.count, 1), Self.perRow) * (Self.size + Self.gap)
        let height = rows * (Self.size + Self.gap)
        element(
            "svg",
            [
                .class("marks-chart"), .ariaHidden, .attribute("viewBox", "0 0 \(width) \(height)"),
                .attribute("width", "\(width)"), .attribute("height", "\(height)"),
            ]
        ) {
            for (index, sign) in signs.enumerated() {
                mark(
                    sign,
                    x: index % Self.perRow * (Self.size + Self.gap) + Self.gap / 2,
                    y: index / Self.perRow * (Self.size + Self.gap) + Self.gap / 2
                )
            }
        }
    }

    /// What is done first, then what is wanted: so that rows can be compared at a glance.
    private var signs: [Sign] {
        let counted = sheet.activities(in: theme).filter {
            answers.counts($0) && !answers.notApplicable.contains($0.code)
        }
        let doing = counted.count { answers.doing.contains($0.code) }
        let wanted = counted.count { answers.ambition.contains($0.code) && !answers.doing.contains($0.code) }
        return Array(repeating: .doing, count: doing) + Array(repeating: .ambition, count: wanted)
            + Array(repeating: .none, count: max(0, counted.count - doing - wanted))
    }

    private func mark(_ sign: Sign, x: Int, y: Int) -> HTML {
        let size = Self.size
        switch sign {
        case .doing:
            return element("g", [.class("doing")]) {
                rect(x, y, size)
                element(
                    "path",
                    [.attribute("d", "M\(x + 5) \(y + 10)l3.5 3.5l6.5 -8")]
                ) {}
            }
        case .ambition:
            return element("g", [.class("ambition")]) {
                element(
                    "circle",
                    [.attribute("cx", "\(x + size / 2)"), .attribute("cy", "\(y + size / 2)"), .attribute("r", "9")]
                ) {}
                element("path", [.attribute("d", star(x + size / 2, y + size / 2))]) {}
            }
        case .none: return element("g", [.class("none")]) { rect(x, y, size) }
        }
    }

    private func rect(_ x: Int, _ y: Int, _ size: Int) -> HTML {
        element(
            "rect",
            [
                .attribute("x", "\(x + 1)"), .attribute("y", "\(y + 1)"), .attribute("width", "\(size - 2)"),
                .attribute("height", "\(size - 2)"), .attribute("rx", "4"),
            ]
        ) {}
    }

    private func star(_ x: Int, _ y: Int) -> String {
        "M\(x) \(y - 6)l1.8 4 4.2 .4 -3.2 2.8 1 4.2 -3.8 -2.3 -3.8 2.3 1 -4.2 -3.2 -2.8 4.2 -.4z"
    }
}

/// A rung of the ladder as a bar: done, wanted, and the rest of what is possible.
struct RungBar: Component {
    let count: SheetResult.Count

    var body: HTML {
        let whole = max(count.applicable, 1)
        let doing = count.doing * 1000 / whole
        let wanted = count.wanted * 1000 / whole
        element(
            "svg",
            [
                .class("rung-bar"), .ariaHidden, .attribute("viewBox", "0 0 1000 20"), .attribute("width", "100%"),
                .attribute("height", "22"), .attribute("preserveAspectRatio", "none"),
            ]
        ) {
            bar("track", from: 0, width: count.applicable == 0 ? 0 : 1000)
            bar("wanted", from: doing, width: wanted)
            bar("done", from: 0, width: doing)
            for position in 1..<whole where count.applicable <= 40 {
                element(
                    "line",
                    [
                        .attribute("x1", "\(position * 1000 / whole)"), .attribute("x2", "\(position * 1000 / whole)"),
                        .attribute("y1", "0"), .attribute("y2", "20"),
                    ]
                ) {}
            }
        }
    }

    @HTMLBuilder private func bar(_ name: String, from start: Int, width: Int) -> HTML {
        if width > 0 {
            element(
                "rect",
                [
                    .class(name), .attribute("x", "\(start)"), .attribute("y", "0"), .attribute("width", "\(width)"),
                    .attribute("height", "20"),
                ]
            ) {}
        }
    }
}
