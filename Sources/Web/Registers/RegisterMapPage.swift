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
        let most = max(1, counts.values.max() ?? 1)
        let tiles = programme.municipalities.compactMap { area in
            area.tile.map { place in
                let count = counts[area.code.description] ?? 0
                // The darker, the more.
                let shade = count == 0 ? nil : min(3, (count * 4 - 1) / most)
                return MapTile(name: area.name, place: place, shade: shade, value: "\(count)")
            }
        }
        div(.class("map-and-table")) {
            Tiles(
                tiles: tiles,
                caption: Text(
                    nl: "Kaart van \(tiles.count) gemeenten. Dezelfde getallen staan in de tabel.",
                    en: "Map of \(tiles.count) municipalities. The same numbers are in the table."
                )
            )
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
