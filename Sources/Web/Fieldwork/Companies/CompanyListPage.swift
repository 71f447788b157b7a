import Fieldwork
import Kernel
import Markup
import Programmes

struct CompanyListPage: Page {
    let programme: Programme
    let principal: Principal
    let query: CompanyQuery
    let list: CompanyList

    var title: Text { Text(nl: "Bedrijven", en: "Companies") }
    var section: NavigationSection? { .companies }

    var body: HTML {
        let names = CompanyNames.of(programme)
        div(.class("page-head")) {
            h1 { title }
            div(.class("actions")) {
                if principal.may(.editCompanies, in: programme.id) {
                    a(.class("button"), .href(Addresses.newCompany.path(programme.id))) {
                        Text(nl: "Nieuw bedrijf", en: "New company")
                    }
                }
                if principal.may(.importCompanies, in: programme.id) {
                    a(.class("button secondary"), .href(Addresses.imports.path(programme.id))) {
                        Text(nl: "Inlezen", en: "Import")
                    }
                }
                if principal.may(.exportCompanies, in: programme.id), list.found > 0 {
                    a(
                        .class("button secondary"),
                        .href(Addresses.companyExport.path(programme.id) + query.at(page: 1).address)
                    ) {
                        Text(nl: "Exporteren", en: "Export")
                    }
                }
            }
        }
        CompanyFilters(programme: programme, query: query, names: names)
        if list.total == 0 {
            div(.class("empty")) {
                p { Text(nl: "Er zijn nog geen bedrijven.", en: "There are no companies yet.") }
                if principal.may(.importCompanies, in: programme.id) {
                    p {
                        a(.href(Addresses.imports.path(programme.id))) {
                            Text(nl: "Lees een lijst met bedrijven in", en: "Import a list of companies")
                        }
                    }
                }
            }
        } else {
            p(.class("row"), .role("status")) {
                strong { count }
                if query.isFiltered {
                    a(.href(Addresses.companies.path(programme.id))) {
                        Text(nl: "Alle bedrijven tonen", en: "Show all companies")
                    }
                }
            }
            if list.found == 0 {
                div(.class("empty")) {
                    p {
                        Text(
                            nl: "Geen bedrijf past bij deze zoekvraag. Gebruik minder woorden of filters.",
                            en: "No company fits this search. Use fewer words or filters."
                        )
                    }
                }
            } else {
                CompanyTable(programme: programme.id, query: query, list: list, names: names)
                Paging(page: list.page, pageCount: list.pageCount) { page in
                    Addresses.companies.path(programme.id) + query.at(page: page).address
                }
            }
        }
    }

    private var count: HTML {
        var result = HTML.number(list.found)
        if query.isFiltered {
            result.append(.text(Text(nl: " van ", en: " of ")))
            result.append(.number(list.total))
        }
        result.append(
            .text(list.total == 1 ? Text(nl: " bedrijf", en: " company") : Text(nl: " bedrijven", en: " companies"))
        )
        return result
    }
}

private struct CompanyTable: Component {
    let programme: ProgrammeID
    let query: CompanyQuery
    let list: CompanyList
    let names: CompanyNames

    private static let columns: [(CompanyQuery.Sort, Text)] = [
        (.name, Text(nl: "Bedrijf", en: "Company")), (.municipality, Text(nl: "Gemeente", en: "Municipality")),
        (.sector, Text(nl: "Sector", en: "Sector")), (.size, Text(nl: "Medewerkers", en: "Employees")),
        (.member, Text(nl: "Lid", en: "Member")), (.visited, Text(nl: "Laatste gesprek", en: "Last conversation")),
    ]

    var body: HTML {
        let path = Addresses.companies.path(programme)
        div(.class("table-scroll")) {
            table(.class("cards companies")) {
                caption(.class("visually-hidden")) { Text(nl: "Bedrijven", en: "Companies") }
                thead {
                    tr {
                        for (sort, name) in Self.columns {
                            th(.scope("col"), .attribute("aria-sort", ifPresent: direction(sort))) {
                                a(.href(path + query.sorted(by: sort).address)) { name }
                                if direction(sort) != nil {
                                    span(.ariaHidden) { query.isDescending ? " ▼" : " ▲" }
                                }
                            }
                        }
                    }
                }
                tbody { for row in list.rows { line(row, path) } }
            }
        }
    }

    @HTMLBuilder private func line(_ row: CompanyRow, _ path: String) -> HTML {
        tr {
            th(.scope("row")) {
                a(.href("\(path)/\(row.id)")) { row.name }
            }
            td(label(1)) {
                names.area(row.municipality)
                if let city = row.city, city != names.area(row.municipality) { small(.class("muted")) { " \(city)" } }
            }
            td(label(2)) { names.sector(row.sector) }
            td(label(3)) { if let size = row.size { size.caption } }
            td(label(4)) { if let isMember = row.isMember { isMember.yesOrNo } }
            td(label(5)) { if let day = row.visitedOn { HTML.shortDay(day) } }
        }
    }

    private func label(_ column: Int) -> Attribute { .attribute("data-label", Self.columns[column].1) }

    private func direction(_ sort: CompanyQuery.Sort) -> String? {
        sort == query.sort ? (query.isDescending ? "descending" : "ascending") : nil
    }
}

/// The pages of a list: the first, the last, and those around this one.
struct Paging: Component {
    let page: Int
    let pageCount: Int
    let path: (Int) -> String

    var body: HTML {
        if pageCount > 1 {
            nav(.class("paging"), .ariaLabel(Text(nl: "Pagina's", en: "Pages"))) {
                ul {
                    if page > 1 {
                        li { a(.href(path(page - 1)), .rel("prev")) { Text(nl: "Vorige", en: "Previous") } }
                    }
                    for number in shown {
                        if number == page {
                            li { span(.attribute("aria-current", "page")) { "\(number)" } }
                        } else {
                            li {
                                a(
                                    .href(path(number)),
                                    .ariaLabel(Text(nl: "Pagina \(number)", en: "Page \(number)"))
                                ) { "\(number)" }
                            }
                        }
                        if !shown.contains(number + 1), number < pageCount { li(.ariaHidden) { span { "…" } } }
                    }
                    if page < pageCount {
                        li { a(.href(path(page + 1)), .rel("next")) { Text(nl: "Volgende", en: "Next") } }
                    }
                }
            }
        }
    }

    private var shown: [Int] {
        Set([1, pageCount] + (page - 1...page + 1)).filter { (1...pageCount).contains($0) }.sorted()
    }
}
