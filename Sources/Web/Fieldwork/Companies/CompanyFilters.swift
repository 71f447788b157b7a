import Fieldwork
import Kernel
import Markup
import Programmes

/// Search and filters above the list. An ordinary form: what is chosen ends up in the address.
struct CompanyFilters: Component {
    let programme: Programme
    let query: CompanyQuery
    let names: CompanyNames

    var body: HTML {
        form(.action(Addresses.companies.path(programme.id)), .class("filters"), .role("search")) {
            div(.class("field wide")) {
                label(.for("zoek")) { Text(nl: "Zoek op naam, plaats of nummer", en: "Search name, town or number") }
                input(.id("zoek"), .name("zoek"), .type("search"), .value(query.search), .autocomplete("off"))
            }
            FilterField("gemeente", Text(nl: "Gemeente", en: "Municipality"), names.municipalities, query.municipality)
            FilterField(
                "bezocht",
                Text(nl: "Gesproken", en: "Spoken to"),
                names.answers,
                CompanyQuery.word(query.isVisited)
            )
            if !query.order.isEmpty { input(.type("hidden"), .name("volgorde"), .value(query.order)) }
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Zoek", en: "Search") }
            }
            details(.class("more-filters"), .attribute("open", if: hasMore)) {
                summary { Text(nl: "Meer filters", en: "More filters") }
                div(.class("row")) {
                    FilterField("gebied", Text(nl: "Regio", en: "Region"), names.regions, query.area)
                    FilterField(
                        "deal",
                        Text(nl: "Dealgemeente", en: "Deal municipality"),
                        names.answers,
                        CompanyQuery.word(query.isDeal)
                    )
                    FilterField("sector", Text(nl: "Sector", en: "Sector"), names.sectorOptions, query.sector)
                    FilterField("grootte", Text(nl: "Medewerkers", en: "Employees"), names.sizes, query.size?.rawValue)
                    FilterField("lid", Text(nl: "Lid", en: "Member"), names.answers, CompanyQuery.word(query.isMember))
                }
            }
        }
    }

    private var hasMore: Bool {
        query.area != nil || query.isDeal != nil || query.sector != nil || query.size != nil || query.isMember != nil
    }
}
