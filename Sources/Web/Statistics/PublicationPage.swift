import Kernel
import Markup
import Programmes
import Statistics

/// One publication for those who decide about it: what it would show and hide, and why (*voorvertoning*).
struct PublicationPage: Page {
    let programme: Programme
    let publication: Publication
    let preview: PublicationPreview?
    let tree: AreaTree?
    let mayPrepare: Bool
    /// May publish it: somebody else than who made it.
    let mayPublish: Bool

    var title: Text {
        let day = publication.measuredOn
        return Text(
            nl: "Publicatie: stand van \(Formats.long(day, .dutch))",
            en: "Publication: as of \(Formats.long(day, .english))"
        )
    }
    var section: NavigationSection? { .overview }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.publications.path(programme.id))) { Text(nl: "Publicaties", en: "Publications") }
        }
        h1 { title }
        p {
            span(.class(publication.state.badge)) { publication.state.name }
            " "
            publication.kind.name
            ", "
            publication.detail.name
        }
        signatures
        if !publication.explanation.isEmpty { Paragraphs(text: publication.explanation) }
        state
        if let preview, let tree {
            PreviewSection(programme: programme, tree: tree, preview: preview)
        }
        decisions
    }

    private var signatures: HTML {
        p(.class("muted")) {
            Text(nl: "Gemaakt door \(publication.prepared.name) op ", en: "Made by \(publication.prepared.name) on ")
            HTML.moment(publication.prepared.at)
            "."
            if let published = publication.published {
                Text(nl: " Gepubliceerd door \(published.name) op ", en: " Published by \(published.name) on ")
                HTML.moment(published.at)
                "."
            }
        }
    }

    @HTMLBuilder private var state: HTML {
        switch publication.state {
        case .computing:
            div(.class("notice info"), .role("status")) {
                p {
                    Text(
                        nl:
                            "We zoeken uit wat verborgen moet blijven. Dat duurt een halve minuut tot enkele minuten. Herlaad de pagina om te zien of het klaar is. Stopte de server intussen, begin dan opnieuw.",
                        en:
                            "We are finding out what has to stay hidden. That takes half a minute to some minutes. Reload the page to see whether it is done. If the server was stopped meanwhile, begin again."
                    )
                }
            }
        case .failed:
            div(.class("notice warning"), .role("status")) {
                p {
                    Text(
                        nl:
                            "Het lukte niet. Spreken gegevens elkaar tegen, maak dan een correctie. Dit zegt het programma:",
                        en:
                            "It did not work. If data contradict each other, make a correction. This is what the program says:"
                    )
                }
                p(.class("small")) { publication.failure ?? "" }
            }
        case .published:
            p {
                a(.href(Addresses.edition.path(programme.id, publication.number))) {
                    Text(nl: "Bekijk wat iedereen ziet", en: "See what everybody sees")
                }
            }
        case .draft, .discarded: HTML.empty
        }
    }

    @HTMLBuilder private var decisions: HTML {
        if publication.state == .draft {
            if mayPublish {
                PostForm(action: Addresses.publish.path(programme.id, publication.id)) {
                    p {
                        Text(
                            nl: "Na publiceren is dit voor iedereen te zien en verandert het nooit meer.",
                            en: "After publishing everybody can see this, and it never changes."
                        )
                    }
                    button(.class("button")) { Text(nl: "Publiceren", en: "Publish") }
                }
            } else {
                div(.class("notice info")) { p { PublicationProblem.needsSecondPerson.explanation } }
            }
        }
        if mayPrepare, publication.state.isInTheMaking {
            if publication.state != .draft {
                PostForm(action: Addresses.restartPublication.path(programme.id, publication.id)) {
                    button(.class("button secondary")) { Text(nl: "Opnieuw berekenen", en: "Compute again") }
                }
            }
            PostForm(action: Addresses.discardPublication.path(programme.id, publication.id)) {
                button(.class("button secondary")) { Text(nl: "Terugnemen", en: "Take back") }
            }
        }
    }
}

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
                        nl: "Hier tellen bedrijven nog niet mee. Zodra er vijf nieuwe zijn, wel.",
                        en: "Companies do not count here yet. As soon as there are five new ones, they do."
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
