import Foundation
import Kernel
import Markup
import Programmes
import Statistics

/// A municipality on a map of tiles: how dark, and what it says. Without a shade it is empty.
struct MapTile: Sendable {
    let name: String
    let place: Tile
    /// 0 to 3, the last the darkest.
    let shade: Int?
    let value: String
}

/// Municipalities as tiles, roughly where they are (*tegelkaart*). What it shows stands in a table as well.
struct Tiles: Component {
    let tiles: [MapTile]
    let caption: Text

    private static let side = 84.0, gap = 4.0
    static let shades = ["#cfe3d8", "#8fc3a8", "#4f9c78", "#17694f"]
    static let empty = (fill: "#efe9dc", stroke: "#a59b86")

    var body: HTML {
        if !tiles.isEmpty {
            let columns = (tiles.map(\.place.column).max() ?? 0) + 1
            let rows = (tiles.map(\.place.row).max() ?? 0) + 1
            element(
                "svg",
                [
                    .class("tile-map"), .role("img"),
                    .attribute("viewBox", "0 0 \(columns * Int(Self.side)) \(rows * Int(Self.side))"),
                    .ariaLabel(caption),
                ]
            ) {
                HTML.drawing { _ in tiles.map(draw).joined() }
            }
        }
    }

    private func draw(_ tile: MapTile) -> String {
        let (x, y) = (Double(tile.place.column) * Self.side, Double(tile.place.row) * Self.side)
        let inner = Self.side - Self.gap
        let size = ChartParts.number(inner)
        let fill = tile.shade.map { Self.shades[$0] } ?? Self.empty.fill
        let ink = tile.shade ?? 0 >= 2 ? "#ffffff" : "#22303f"
        var drawing =
            "<rect x=\"\(ChartParts.number(x))\" y=\"\(ChartParts.number(y))\" width=\"\(size)\" height=\"\(size)\" "
            + "rx=\"6\" fill=\"\(fill)\" stroke=\"\(tile.shade == nil ? Self.empty.stroke : fill)\"/>"
        let words = Self.split(tile.name)
        for (row, word) in words.enumerated() {
            let size = words.contains { $0.count > 11 } ? 9.8 : 11.5
            drawing += text(word, x + inner / 2, y + 24 + Double(row) * 13, size, ink)
        }
        return drawing + text(tile.value, x + inner / 2, y + inner - 8, 13, ink, isBold: tile.shade != nil)
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

/// The darker, the larger the share of companies that are at least two fifths circular. The table below it says the same,
/// and leads to the figures of each.
struct TileMap: Component {
    let programme: Programme
    let figures: PublishedFigures
    let edition: PublishedFigures.Edition

    var body: HTML {
        let tiles = programme.municipalities.compactMap { area in
            area.tile.map { place in
                let found = Self.share(area.code.description, in: figures)
                return MapTile(
                    name: area.name,
                    place: place,
                    shade: found.map { min(3, Int($0 * 4)) },
                    value: found.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
                )
            }
        }
        if !tiles.isEmpty {
            Tiles(
                tiles: tiles,
                caption: Text(
                    nl: "Kaart van \(tiles.count) gemeenten. Dezelfde cijfers staan in de tabel.",
                    en: "Map of \(tiles.count) municipalities. The same figures are in the table."
                )
            )
            legend
        }
    }

    /// The share of companies that are at least two fifths circular; `nil` where that is hidden.
    static func share(_ area: String, in figures: PublishedFigures) -> Double? {
        Question.classes.last.flatMap { figures.latest(Question.circularity.code, in: area)?.share($0) }
    }

    private var legend: HTML {
        ul(.class("legend tile-legend"), .ariaHidden) {
            for (number, color) in Tiles.shades.enumerated() {
                li {
                    LegendSquare(fill: color)
                    Text(same: "\(number * 25)–\(number * 25 + 25) %")
                }
            }
            li {
                LegendSquare(fill: Tiles.empty.fill, stroke: Tiles.empty.stroke)
                FigureWords.tooFew
            }
        }
    }
}
