import Kernel
import Markup
import Programmes
import Registers

/// How many items of a register each municipality has, as tiles and as a table.
struct RegisterMapPage: Page {
    let programme: Programme
    let register: Register
    let place: Register.Field
    let isKeeper: Bool
    let state: Register.State.ID?
    let counts: [String: Int]

    var title: Text { register.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["figures.css", "registers.css"] }
    private var path: String { Addresses.registerMap.path(programme.id, register.code) }

    var body: HTML {
        RegisterHead(programme: programme, register: register, isKeeper: isKeeper, view: .map)
        nav(.class("tabs no-print"), .ariaLabel(Text(nl: "Stand", en: "State"))) {
            ul {
                li { a(.href(path), .ariaCurrent(state == nil)) { Text(nl: "Alle", en: "All") } }
                for other in register.states {
                    li { a(.href(path + "?stand=\(other.code)"), .ariaCurrent(other.code == state)) { other.name } }
                }
            }
        }
        let tiles = programme.municipalities.compactMap { area in
            area.tile.map { MapTile(name: area.name, place: $0, count: counts[area.code.description] ?? 0) }
        }
        div(.class("map-and-table")) {
            CountMap(tiles: tiles, title: register.name)
            table(of: programme.municipalities)
        }
    }

    private func table(of areas: [Area]) -> HTML {
        Markup.table {
            caption(.class("visually-hidden")) { register.name }
            thead {
                tr {
                    th(.scope("col")) { place.name }
                    th(.scope("col"), .class("number")) { Text(nl: "Hoeveel", en: "How many") }
                }
            }
            tbody {
                for area in areas {
                    tr {
                        th(.scope("row")) {
                            a(.href(list(area.code))) { area.name }
                        }
                        td(.class("number")) { HTML.number(counts[area.code.description] ?? 0) }
                    }
                }
            }
        }
    }

    private func list(_ area: AreaCode) -> String {
        var query = RegisterQuery()
        query.state = state
        query.chosen[place.code] = area.description
        return Addresses.register.path(programme.id, register.code) + query.address
    }
}

struct MapTile: Sendable {
    let name: String
    let place: Tile
    let count: Int
}

/// Numbers by municipality as tiles, roughly where those are (*tegelkaart*): the darker, the more.
struct CountMap: Component {
    let tiles: [MapTile]
    let title: Text

    private static let side = 84.0, gap = 4.0
    private static let shades = ["#cfe3d8", "#8fc3a8", "#4f9c78", "#17694f"]

    var body: HTML {
        if !tiles.isEmpty {
            let columns = (tiles.map(\.place.column).max() ?? 0) + 1
            let rows = (tiles.map(\.place.row).max() ?? 0) + 1
            element(
                "svg",
                [
                    .class("tile-map"), .role("img"),
                    .attribute("viewBox", "0 0 \(columns * Int(Self.side)) \(rows * Int(Self.side))"),
                    .ariaLabel(
                        Text(
                            nl: "Kaart van \(tiles.count) gemeenten. Dezelfde getallen staan in de tabel.",
                            en: "Map of \(tiles.count) municipalities. The same numbers are in the table."
                        )
                    ),
                ]
            ) {
                HTML.drawing { _ in tiles.map(draw).joined() }
            }
        }
    }

    private func draw(_ tile: MapTile) -> String {
        let most = max(1, tiles.map(\.count).max() ?? 1)
        let shade = tile.count == 0 ? nil : min(3, (tile.count * 4 - 1) / most)
        let fill = shade.map { Self.shades[$0] } ?? "#efe9dc"
        let ink = shade ?? 0 >= 2 ? "#ffffff" : "#22303f"
        let (x, y) = (Double(tile.place.column) * Self.side, Double(tile.place.row) * Self.side)
        let inner = Self.side - Self.gap
        let size = ChartParts.number(inner)
        var drawing =
            "<rect x=\"\(ChartParts.number(x))\" y=\"\(ChartParts.number(y))\" width=\"\(size)\" height=\"\(size)\" "
            + "rx=\"6\" fill=\"\(fill)\" stroke=\"\(shade == nil ? "#a59b86" : fill)\"/>"
        let words = TileMap.split(tile.name)
        for (row, word) in words.enumerated() {
            drawing += ChartParts.text(
                word,
                x + inner / 2,
                y + 24 + Double(row) * 13,
                anchor: "middle",
                color: ink,
                size: words.contains { $0.count > 11 } ? 9.8 : 11.5
            )
        }
        return drawing
            + ChartParts.text(
                "\(tile.count)",
                x + inner / 2,
                y + inner - 8,
                anchor: "middle",
                color: ink,
                size: 13,
                isBold: tile.count > 0
            )
    }
}
