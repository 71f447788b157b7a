import Kernel
import Markup
import Programmes
import Statistics

/// The programmes of which anything was published.
struct FigureProgrammesPage: Page {
    let programmes: [(programme: Programme, edition: PublishedFigures.Edition)]

    var title: Text { Text(nl: "Hoe circulair zijn bedrijven?", en: "How circular are companies?") }

    var body: HTML {
        h1 { title }
        p(.class("lead")) {
            Text(
                nl:
                    "Cijfers per gemeente, regio en provincie. Ze zijn zo gemaakt dat niemand er een bedrijf in kan herkennen.",
                en:
                    "Figures for each municipality, region and province, made so that nobody can recognise a company in them."
            )
        }
        if programmes.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er is nog niets gepubliceerd.", en: "Nothing was published yet.") }
            }
        }
        ul(.class("grid plain")) {
            for (programme, edition) in programmes {
                li {
                    a(.class("card card-link"), .href(Addresses.figures.path(programme.id))) {
                        h2 { programme.name }
                        p(.class("muted")) {
                            Text(nl: "Stand van ", en: "As of ")
                            HTML.day(edition.publication.measuredOn)
                        }
                    }
                }
            }
        }
    }
}

/// All areas of a programme on one map, and where their figures are.
struct FiguresPage: Page {
    let programme: Programme
    let figures: PublishedFigures
    let edition: PublishedFigures.Edition

    var title: Text { Text(nl: "Cijfers per gebied", en: "Figures by area") }
    var styles: [String] { ["figures.css"] }

    private var tree: AreaTree { edition.tree }
    private var words: FigureWords { FigureWords(programme: programme, tree: tree) }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.figureProgrammes.path())) { Text(nl: "Cijfers", en: "Figures") }
        }
        h1 { title }
        p(.class("lead")) {
            programme.name
            ". "
            Text(nl: "Stand van ", en: "As of ")
            HTML.day(edition.publication.measuredOn)
            "."
        }
        p {
            a(.class("button"), .href(Addresses.areaFigures.path(programme.id, tree.root))) {
                Text(nl: "Alle gebieden samen", en: "All areas together")
            }
        }
        Markup.section(.attribute("aria-labelledby", "kaart")) {
            h2(.id("kaart")) { Text(nl: "Op de kaart", en: "On the map") }
            p {
                Text(
                    nl: "Welk deel van de bedrijven doet minstens 40 procent van wat bij hen past?",
                    en: "What part of the companies does at least 40 percent of what fits them?"
                )
            }
            TileMap(programme: programme, figures: figures, edition: edition)
        }
        list(Text(nl: "Regio's", en: "Regions"), tree.regions + tree.others)
        list(
            Text(nl: "Gemeenten", en: "Municipalities"),
            programme.municipalities.map(\.code.description).filter { tree.place($0) != nil }
        )
        EditionList(programme: programme, figures: figures)
    }

    private func list(_ name: Text, _ areas: [String]) -> HTML {
        let sorted = areas.sorted { Formats.precedes(words.area($0).nl, words.area($1).nl) }
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            table(.class("cards figures")) {
                caption { name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Gebied", en: "Area") }
                        th(.scope("col"), .class("number")) { Text(nl: "Bedrijven", en: "Companies") }
                        th(.scope("col"), .class("number")) {
                            Text(nl: "Minstens 40 % circulair", en: "At least 40% circular")
                        }
                    }
                }
                tbody {
                    for area in sorted {
                        tr {
                            th(.scope("row")) {
                                a(.href(Addresses.areaFigures.path(programme.id, area))) { words.area(area) }
                            }
                            td(.class("number"), .attribute("data-label", Text(nl: "Bedrijven", en: "Companies"))) {
                                companies(area)
                            }
                            td(
                                .class("number"),
                                .attribute(
                                    "data-label",
                                    Text(nl: "Minstens 40 % circulair", en: "At least 40% circular")
                                )
                            ) { share(area) }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func companies(_ area: String) -> HTML {
        if let count = edition.companies[area], count > 0 {
            CompanyCount(count: count)
        } else {
            span(.class("muted small")) { FigureWords.tooFew }
        }
    }

    @HTMLBuilder private func share(_ area: String) -> HTML {
        if let share = TileMap.share(area, in: figures) {
            HTML.percent(share)
        } else {
            span(.class("muted small")) { FigureWords.tooFew }
        }
    }
}

/// What was published when, with all of it to take along.
struct EditionList: Component {
    let programme: Programme
    let figures: PublishedFigures

    var body: HTML {
        section(.attribute("aria-labelledby", "publicaties")) {
            h2(.id("publicaties")) { Text(nl: "Alle publicaties", en: "All publications") }
            p {
                Text(
                    nl:
                        "Alle cijfers zijn open data. U mag ze gebruiken, ook met een bewijs dat niemand er een bedrijf uit kan afleiden. ",
                    en:
                        "All figures are open data. You may use them, with a proof that nobody can derive a company from them. "
                )
                a(.href(Addresses.catalogue.path())) { Text(nl: "De catalogus (DCAT)", en: "The catalogue (DCAT)") }
            }
            ul {
                for edition in figures.editions.reversed() {
                    li {
                        a(.href(Addresses.edition.path(programme.id, edition.publication.number))) {
                            Text(nl: "Stand van ", en: "As of ")
                            HTML.day(edition.publication.measuredOn)
                        }
                        if edition.publication.kind == .correction {
                            span(.class("badge")) { Text(nl: "correctie", en: "correction") }
                        }
                    }
                }
            }
        }
    }
}

/// The figures of one area, for anybody.
struct AreaFiguresPage: Page {
    let figures: AreaFigures

    private var programme: Programme { figures.programme }
    private var words: FigureWords { FigureWords(programme: programme, tree: figures.edition.tree) }
    private var name: Text { words.area(figures.area) }

    var title: Text {
        Text(nl: "Hoe circulair zijn bedrijven in \(name.nl)?", en: "How circular are companies in \(name.en)?")
    }
    var styles: [String] { ["figures.css"] }

    var body: HTML {
        p(.class("breadcrumb no-print")) {
            a(.href(Addresses.figures.path(programme.id))) { programme.name }
        }
        h1 { title }
        AreaFiguresLead(figures: figures)
        p(.class("no-print")) {
            a(.class("button secondary"), .href(Addresses.areaFiguresPDF.path(programme.id, figures.area))) {
                Text(nl: "Download als PDF", en: "Download as PDF")
            }
        }
        AreaFiguresView(figures: figures)
        AboutFigures(smallest: programme.smallestShownGroup)
        EditionList(programme: programme, figures: figures.figures)
    }
}

/// Of how many companies, when, and what that leaves out.
struct AreaFiguresLead: Component {
    let figures: AreaFigures

    var body: HTML {
        let name = FigureWords(programme: figures.programme, tree: figures.edition.tree).area(figures.area)
        p(.class("lead")) {
            if figures.hasOwn {
                Text(nl: "We spraken ", en: "We talked to ")
                CompanyCount(count: figures.companies)
                Text(nl: " bedrijven in \(name.nl). ", en: " companies in \(name.en). ")
            }
            Text(nl: "Stand van ", en: "As of ")
            HTML.day(figures.edition.publication.measuredOn)
            "."
        }
        if !figures.hasOwn {
            div(.class("notice info")) {
                p {
                    Text(
                        nl:
                            "In \(name.nl) spraken we te weinig bedrijven om te tonen. U ziet hier de cijfers van het gebied eromheen.",
                        en:
                            "In \(name.en) we talked to too few companies to show. You see the figures of the area around it."
                    )
                }
            }
        }
    }
}

/// How companies are protected, in plain words.
struct AboutFigures: Component {
    /// So many companies a group needs.
    let smallest: Int

    var body: HTML {
        details(.class("card")) {
            summary { Text(nl: "Hoe beschermen we bedrijven?", en: "How do we protect companies?") }
            p {
                Text(
                    nl:
                        "Niemand mag uit deze cijfers afleiden wat één bedrijf doet of wil, ook niet door tabellen naast elkaar te leggen of cijfers van twee momenten van elkaar af te trekken. Daarom tonen we een cijfer niet als het over minder dan \(smallest) bedrijven gaat, of als alle bedrijven in een groep hetzelfde antwoord gaven. Nieuwe bedrijven tellen mee zodra er op hun plek minstens \(smallest) zijn.",
                    en:
                        "Nobody may derive from these figures what one company does or wants, not even by putting tables side by side or by subtracting figures of two moments. So we do not show a figure that is about fewer than \(smallest) companies, or when all companies in a group gave the same answer. New companies count as soon as there are at least \(smallest) in their place."
                )
            }
            p {
                Text(
                    nl: "Bij elke publicatie hoort een bewijs, dat iedereen kan narekenen.",
                    en: "Each publication comes with a proof that anybody can check."
                )
            }
        }
    }
}
