import Kernel
import Markup
import Programmes
import Statistics

/// How much would be shown, what waits, and why the rest is hidden.
struct PreviewSection: Component {
    let programme: Programme
    let tree: AreaTree
    let preview: PublicationPreview

    private var words: FigureWords { FigureWords(programme: programme, tree: tree) }

    var body: HTML {
        summary
        levels
        waiting
        reasons
    }

    private var summary: HTML {
        section(.attribute("aria-labelledby", "samenvatting")) {
            h2(.id("samenvatting")) { Text(nl: "Wat er wordt getoond", en: "What is shown") }
            p {
                Text(
                    nl:
                        "Over \(preview.companies) bedrijven, van wie er \(preview.joined) nu voor het eerst meetellen. ",
                    en: "About \(preview.companies) companies, of which \(preview.joined) count for the first time. "
                )
                Text(
                    nl:
                        "\(preview.shown) cijfers worden getoond, \(preview.hidden) blijven verborgen. Alles is aangevallen: niets verraadt een bedrijf.",
                    en:
                        "\(preview.shown) figures are shown, \(preview.hidden) stay hidden. All of it was attacked: nothing gives a company away."
                )
            }
            if preview.joined == 0 {
                div(.class("notice info")) {
                    p {
                        Text(
                            nl: "Er tellen geen nieuwe bedrijven mee. Wachten tot er meer zijn, geeft meer te zien.",
                            en: "No new companies count. Waiting until there are more gives more to see."
                        )
                    }
                }
            }
            if preview.withoutMunicipality > 0 {
                div(.class("notice warning")) {
                    p {
                        Text(
                            nl:
                                "\(preview.withoutMunicipality) gesproken bedrijven tellen niet mee, omdat hun gemeente niet bekend is. Vul die in en maak de publicatie opnieuw.",
                            en:
                                "\(preview.withoutMunicipality) companies that were talked to do not count, because their municipality is not known. Fill it in and make the publication again."
                        )
                    }
                }
            }
        }
    }

    private var levels: HTML {
        let name = Text(nl: "Getoond, per soort gebied", en: "Shown, by kind of area")
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            table(.class("cards")) {
                caption { name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Gebied", en: "Area") }
                        th(.scope("col"), .class("number")) { Self.shown }
                        th(.scope("col"), .class("number")) { Self.hidden }
                        th(.scope("col"), .class("number")) { Self.without }
                    }
                }
                tbody {
                    for level in preview.levels {
                        tr {
                            th(.scope("row")) { level.kind.name }
                            td(.class("number"), .attribute("data-label", Self.shown)) { HTML.number(level.shown) }
                            td(.class("number"), .attribute("data-label", Self.hidden)) { HTML.number(level.hidden) }
                            td(.class("number"), .attribute("data-label", Self.without)) {
                                if let count = level.shownWithoutMunicipalities { HTML.number(count) } else { "–" }
                            }
                        }
                    }
                }
            }
        }
    }

    private static let shown = Text(nl: "Getoond", en: "Shown")
    private static let hidden = Text(nl: "Verborgen", en: "Hidden")
    private static let without = Text(nl: "Getoond zonder gemeenten", en: "Shown without municipalities")

    @HTMLBuilder private var waiting: HTML {
        if !preview.waiting.isEmpty || !preview.keeps.isEmpty {
            section(.attribute("aria-labelledby", "wachten")) {
                h2(.id("wachten")) { Text(nl: "Wat wachten zou geven", en: "What waiting would give") }
                p {
                    Text(
                        nl:
                            "Hier tellen bedrijven nog niet mee. Zodra er \(programme.smallestShownGroup) nieuwe zijn, wel.",
                        en:
                            "Companies do not count here yet. As soon as there are \(programme.smallestShownGroup) new ones, they do."
                    )
                }
                ul {
                    for one in preview.waiting {
                        li {
                            words.area(one.place)
                            one.companies == 1
                                ? Text(nl: ": 1 bedrijf wacht", en: ": 1 company waits")
                                : Text(
                                    nl: ": \(one.companies) bedrijven wachten",
                                    en: ": \(one.companies) companies wait"
                                )
                        }
                    }
                    for place in preview.keeps {
                        li {
                            words.area(place)
                            Text(
                                nl: ": de correctie wacht, want het verschil zou over te weinig bedrijven gaan",
                                en: ": the correction waits, since the difference would be about too few companies"
                            )
                        }
                    }
                }
            }
        }
    }

    private var reasons: HTML {
        let name = Text(nl: "Wat er verborgen is, en waarom", en: "What is hidden, and why")
        return details(.class("card")) {
            Markup.summary { name }
            div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) { name }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Tabel", en: "Table") }
                            th(.scope("col"), .class("number")) { Self.shown }
                            th(.scope("col")) { Self.hidden }
                        }
                    }
                    tbody { for table in preview.tables { row(table) } }
                }
            }
        }
    }

    private func row(_ table: PublicationPreview.TableSummary) -> HTML {
        let code = table.id.split(separator: "@").first.map(String.init) ?? table.id
        return tr {
            th(.scope("row")) { tableName(code) }
            td(.class("number"), .attribute("data-label", Self.shown)) { HTML.number(table.shown) }
            td(.attribute("data-label", Self.hidden)) {
                if table.hidden.isEmpty { "–" }
                ul(.class("plain")) {
                    for (reason, count) in table.hidden.sorted(by: { $0.key < $1.key }) {
                        li {
                            HTML.number(count)
                            ": "
                            HiddenWords.of(reason)
                        }
                    }
                    for earlier in table.because {
                        li(.class("muted small")) {
                            Text(nl: "in de weg staat ", en: "in the way: ")
                            earlier
                        }
                    }
                }
            }
        }
    }

    private func tableName(_ code: String) -> Text {
        switch code {
        case "areas": Text(nl: "Bedrijven per gebied", en: "Companies by area")
        case "areas-by-sector": words.question(FigureTables.sector)
        case "areas-by-size": words.question(FigureTables.size)
        default: words.question(code)
        }
    }
}
