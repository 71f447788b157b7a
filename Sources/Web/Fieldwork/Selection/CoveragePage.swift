import Fieldwork
import Kernel
import Markup
import Programmes

/// Whether the companies that were visited are like all companies: a sentence, a picture and a table for each trait.
struct CoveragePage: Page {
    let programme: Programme
    let coverage: Coverage
    let area: AreaCode?

    var title: Text { Text(nl: "Lijkt het op het geheel?", en: "Is it like the whole?") }
    var section: NavigationSection? { .selection }
    var styles: [String] { ["selection.css"] }

    var body: HTML {
        h1 { title }
        filter
        if coverage.population == 0 {
            div(.class("empty")) {
                p { Text(nl: "Hier zijn nog geen bedrijven bekend.", en: "No companies are known here yet.") }
            }
        } else if coverage.visited == 0 {
            div(.class("empty")) {
                p {
                    Text(
                        nl: "Hier is nog geen bedrijf bezocht. Er is dus nog niets te vergelijken.",
                        en: "No company was visited here yet, so there is nothing to compare."
                    )
                }
            }
        } else {
            whole
            for margin in coverage.margins where margin.parts.count > 1 {
                CoverageSection(programme: programme, coverage: coverage, margin: margin)
            }
        }
    }

    private var filter: HTML {
        form(
            .class("filters"),
            .action(Addresses.coverage.path(programme.id)),
            .attribute("method", "get"),
            .ariaLabel(Text(nl: "Gebied kiezen", en: "Choose an area"))
        ) {
            SelectField(
                name: "gebied",
                caption: Text(nl: "Gebied", en: "Area"),
                options: CompanyNames.of(programme).regions + CompanyNames.of(programme).municipalities,
                value: area?.description ?? "",
                prompt: Text(nl: "het hele programma", en: "the whole programme")
            )
            button(.class("button secondary")) { Text(nl: "Toon", en: "Show") }
        }
    }

    private var whole: HTML {
        div(.class("card")) {
            p(.class("lead")) {
                HTML.number(coverage.visited)
                Text(nl: " van de ", en: " of ")
                HTML.number(coverage.population)
                coverage.visited == 1
                    ? Text(nl: " bedrijven is bezocht.", en: " companies was visited.")
                    : Text(nl: " bedrijven zijn bezocht.", en: " companies were visited.")
            }
            let lagging = coverage.margins.filter { !$0.isFair && $0.parts.count > 1 }
            p {
                if lagging.isEmpty {
                    Text(
                        nl: "Ze lijken op alle bedrijven, zo goed als een loting dat kan.",
                        en: "They are like all companies, as well as a draw can make it."
                    )
                } else {
                    Text(
                        nl: "Ze lijken nog niet op alle bedrijven. Let op: ",
                        en: "They are not like all companies yet. Look at: "
                    )
                    for (index, margin) in lagging.enumerated() {
                        if index > 0 { ", " }
                        a(.href("#\(margin.trait.rawValue)")) {
                            Text(nl: margin.trait.name.nl.lowercased(), en: margin.trait.name.en.lowercased())
                        }
                    }
                    "."
                }
            }
            if let indicator = coverage.indicator, let bias = coverage.maximalBias { figures(indicator, bias) }
        }
    }

    private func figures(_ indicator: Double, _ bias: Double) -> HTML {
        details {
            summary { Text(nl: "Voor wie het precies wil weten", en: "For who wants to know exactly") }
            dl(.class("facts")) {
                dt { Text(nl: "R-indicator", en: "R-indicator") }
                dd {
                    HTML.decimal(indicator, digits: 2)
                    Text(
                        nl: ": 1 betekent dat elk bedrijf evenveel kans had om bezocht te zijn, naar regio, sector, "
                            + "grootte en lidmaatschap (Schouten, Cobben en Bethlehem 2009).",
                        en: ": 1 means that every company was as likely to be visited, by region, sector, size and "
                            + "membership (Schouten, Cobben and Bethlehem 2009)."
                    )
                }
                dt { Text(nl: "Grootste vertekening", en: "Largest bias") }
                dd {
                    HTML.decimal(bias, digits: 2)
                    Text(
                        nl: ": zoveel standaardafwijkingen kan een gemiddelde er hoogstens naast zitten.",
                        en: ": an average can be off by so many standard deviations at most."
                    )
                }
                if coverage.visited < Coverage.meaningfulCount {
                    dt { Text(nl: "Let op", en: "Note") }
                    dd {
                        Text(
                            nl: "Met minder dan \(Coverage.meaningfulCount) bezoeken zeggen deze twee getallen weinig.",
                            en: "With fewer than \(Coverage.meaningfulCount) visits these two numbers say little."
                        )
                    }
                }
            }
        }
    }
}
