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
            Filter("gemeente", Text(nl: "Gemeente", en: "Municipality"), names.municipalities, query.municipality)
            Filter("bezocht", Text(nl: "Gesproken", en: "Spoken to"), names.answers, CompanyQuery.word(query.isVisited))
            if !query.order.isEmpty { input(.type("hidden"), .name("volgorde"), .value(query.order)) }
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Zoek", en: "Search") }
            }
            details(.class("more-filters"), .attribute("open", if: hasMore)) {
                summary { Text(nl: "Meer filters", en: "More filters") }
                div(.class("row")) {
                    Filter("gebied", Text(nl: "Regio", en: "Region"), names.regions, query.area)
                    Filter(
                        "deal",
                        Text(nl: "Dealgemeente", en: "Deal municipality"),
                        names.answers,
                        CompanyQuery.word(query.isDeal)
                    )
                    Filter("sector", Text(nl: "Sector", en: "Sector"), names.sectorOptions, query.sector)
                    Filter("grootte", Text(nl: "Medewerkers", en: "Employees"), names.sizes, query.size?.rawValue)
                    Filter("lid", Text(nl: "Lid", en: "Member"), names.answers, CompanyQuery.word(query.isMember))
                }
            }
        }
    }

    private var hasMore: Bool {
        query.area != nil || query.isDeal != nil || query.sector != nil || query.size != nil || query.isMember != nil
    }
}

private struct Filter: Component {
    let name: String
    let caption: Text
    let options: [SelectField.Option]
    let value: String

    init(
        _ name: String,
        _ caption: Text,
        _ options: [SelectField.Option],
        _ value: (some LosslessStringConvertible)?
    ) {
        self.name = name
        self.caption = caption
        self.options = options
        self.value = value?.description ?? ""
    }

    var body: HTML {
        div(.class("field")) {
            label(.for(name)) { caption }
            select(.id(name), .name(name)) {
                option(.value("")) { Text(nl: "Alle", en: "All") }
                for item in options {
                    option(.value(item.value), .selected(item.value == value)) { item.caption }
                }
            }
        }
    }
}
