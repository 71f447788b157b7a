import Foundation
import Kernel
import Markup
import Programmes
import Statistics

/// The municipalities as tiles, roughly where they are (*tegelkaart*): the darker, the larger the share of companies that
/// are at least two fifths circular. The table below it says the same, and leads to the figures of each.
struct TileMap: Component {
    let programme: Programme
    let figures: PublishedFigures
    let edition: PublishedFigures.Edition

    private static let side = 84.0, gap = 4.0

    var body: HTML {
        let tiles = programme.municipalities.compactMap { area in area.tile.map { (area, $0) } }
        if !tiles.isEmpty {
            let columns = (tiles.map(\.1.column).max() ?? 0) + 1
            let rows = (tiles.map(\.1.row).max() ?? 0) + 1
            element(
                "svg",
                [
                    .class("tile-map"), .role("img"),
                    .attribute("viewBox", "0 0 \(Int(Double(columns) * Self.side)) \(Int(Double(rows) * Self.side))"),
                    .ariaLabel(
                        Text(
                            nl: "Kaart van \(tiles.count) gemeenten. Dezelfde cijfers staan in de tabel.",
                            en: "Map of \(tiles.count) municipalities. The same figures are in the table."
                        )
                    ),
                ]
            ) {
                HTML.drawing { language in tiles.map { tile($0.0, $0.1, language) }.joined() }
            }
            legend
        }
    }

    /// The share of companies that are at least two fifths circular; `nil` where that is hidden.
    static func share(_ area: String, in figures: PublishedFigures) -> Double? {
        Question.classes.last.flatMap { figures.latest(Question.circularity.code, in: area)?.share($0) }
    }

    private static let shades = ["#cfe3d8", "#8fc3a8", "#4f9c78", "#17694f"]

    private var legend: HTML {
        ul(.class("legend tile-legend"), .ariaHidden) {
            for (number, color) in Self.shades.enumerated() {
                li {
                    LegendSquare(fill: color)
                    Text(same: "\(number * 25)–\(number * 25 + 25) %")
                }
            }
            li {
                LegendSquare(fill: "#efe9dc", stroke: "#a59b86")
                FigureWords.tooFew
            }
        }
    }

    private func tile(_ area: Area, _ tile: Tile, _ language: Language) -> String {
        let x = Double(tile.column) * Self.side, y = Double(tile.row) * Self.side
        let inner = Self.side - Self.gap
        let found = Self.share(area.code.description, in: figures)
        let shade = found.map { min(3, Int($0 * 4)) }
        let fill = shade.map { Self.shades[$0] } ?? "#efe9dc"
        let ink = shade ?? 0 >= 2 ? "#ffffff" : "#22303f"
        var drawing =
            "<rect x=\"\(ChartParts.number(x))\" y=\"\(ChartParts.number(y))\" width=\"\(ChartParts.number(inner))\" height=\"\(ChartParts.number(inner))\" rx=\"6\" fill=\"\(fill)\" "
            + "stroke=\"\(found == nil ? "#a59b86" : fill)\"/>"
        let words = Self.split(area.name)
        for (row, word) in words.enumerated() {
            let size = words.contains { $0.count > 11 } ? 9.8 : 11.5
            drawing += text(word, x + inner / 2, y + 24 + Double(row) * 13, size, ink)
        }
        let value = found.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
        drawing += text(value, x + inner / 2, y + inner - 8, 13, ink, isBold: found != nil)
        return drawing
    }

    private func text(_ text: String, _ x: Double, _ y: Double, _ size: Double, _ color: String, isBold: Bool = false)
        -> String
    {
        ChartParts.text(text, x, y, anchor: "middle", color: color, size: size, isBold: isBold)
    }

    /// A name on at most three lines that fit on a tile.
    static func split(_ name: String) -> [String] {
        let parts = name.replacing("-", with: "- ").split(separator: " ").map(String.init)
        var lines: [String] = []
        for part in parts {
            if let last = lines.last, last.count + part.count < 13 {
                lines[lines.count - 1] = last.hasSuffix("-") ? last + part : "\(last) \(part)"
            } else {
                lines.append(part.count > 15 ? String(part.prefix(14)) + "…" : part)
            }
        }
        return Array(lines.prefix(3))
    }
}
