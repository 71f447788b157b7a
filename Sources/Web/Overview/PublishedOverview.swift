import Kernel
import Markup
import Programmes
import Statistics

/// What a municipality sees of how far the programme is: what was published of its areas and of the whole.
struct PublishedOverview: Component {
    let programme: Programme
    let figures: PublishedFigures
    let areas: [Area]

    var body: HTML {
        section(.attribute("aria-labelledby", "cijfers")) {
            h2(.id("cijfers")) { Text(nl: "Uw gebied in cijfers", en: "Your area in figures") }
            if let edition = figures.last {
                p {
                    Text(nl: "Stand van ", en: "As of ")
                    HTML.day(edition.publication.measuredOn)
                    Text(
                        nl: ". Cijfers zijn zo gemaakt dat niemand er een bedrijf in kan herkennen.",
                        en: ". Figures are made so that nobody can recognise a company in them."
                    )
                }
                ul(.class("goals")) {
                    for area in areas {
                        card(
                            Text(same: area.name),
                            edition.companies[area.code.description] ?? 0,
                            Addresses.municipality.path(programme.id, area.code),
                            goal: goal(of: area)
                        )
                    }
                    card(
                        FigureWords(programme: programme, tree: edition.tree).area(edition.tree.root),
                        edition.companies[edition.tree.root] ?? 0,
                        Addresses.figures.path(programme.id),
                        goal: programme.targets.first { $0.counted == .conversations && $0.partOf == nil }?.count
                    )
                }
            } else {
                p {
                    Text(
                        nl:
                            "Er is nog niets gepubliceerd. Zodra er genoeg bedrijven zijn gesproken, staan de cijfers hier.",
                        en:
                            "Nothing was published yet. As soon as enough companies were talked to, the figures are here."
                    )
                }
            }
        }
    }

    private func goal(of area: Area) -> Int? {
        programme.promisedConversations.first { $0.area == area.code }?.count
    }

    private func card(_ name: Text, _ count: Int, _ address: String, goal: Int?) -> HTML {
        li(.class("card")) {
            h3 { a(.href(address)) { name } }
            if count > 0 {
                p {
                    span(.class("big-number doing")) {
                        CompanyCount(count: count)
                        if let goal { small { Text(nl: " van \(goal)", en: " of \(goal)") } }
                    }
                    Text(nl: "bedrijven gesproken", en: "companies talked to")
                }
                if let goal { progressBar(count, of: goal) }
            } else {
                p(.class("muted")) { FigureWords.tooFew }
            }
        }
    }
}
