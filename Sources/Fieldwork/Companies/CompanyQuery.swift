package import Foundation
package import Kernel
package import Programmes

/// Which companies somebody wants to see, and in what order.
package struct CompanyQuery: Equatable, Sendable {
    package enum Sort: String, CaseIterable, Sendable {
        case name, municipality, sector, size, member, visited
    }

    /// Parts of words, in any order; all must occur.
    package var search = ""
    package var municipality: AreaCode?
    /// A region or province; everything in it.
    package var area: AreaCode?
    /// In a municipality that signed the deal, or just not.
    package var isDeal: Bool?
    package var sector: Sector.ID?
    package var size: SizeClass?
    package var isMember: Bool?
    package var isVisited: Bool?
    package var sort = Sort.name
    package var isDescending = false
    /// From 1.
    package var page = 1
    package var pageSize = 50

    package init() {}

    /// At most eight words count: more cannot narrow a list of companies any further.
    var words: [String] {
        search.prefix(200).split(whereSeparator: \.isWhitespace).prefix(8).map { String($0).folded }
    }

    package var isFiltered: Bool {
        !words.isEmpty || municipality != nil || area != nil || isDeal != nil || sector != nil || size != nil
            || isMember != nil || isVisited != nil
    }
}

/// One line of the list.
package struct CompanyRow: Equatable, Sendable {
    package let id: Company.ID
    package let name: String
    package let city: String?
    package let municipality: AreaCode?
    package let sector: Sector.ID?
    package let size: SizeClass?
    package let isMember: Bool?
    /// The day of the last finished conversation.
    package let visitedOn: Day?
}

/// One page of the list, with how many there are.
package struct CompanyList: Equatable, Sendable {
    package let rows: [CompanyRow]
    /// How many fit the query.
    package let found: Int
    /// How many the programme has.
    package let total: Int
    package let page: Int
    package let pageCount: Int
}

/// One line in the history of a company.
package struct CompanyEvent: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case registered, imported, changed, changedByImport = "changed-by-import"
        case contactAdded = "contact-added", contactChanged = "contact-changed", contactRemoved = "contact-removed"
        case contactsErased = "contacts-erased"
    }

    package struct Change: Equatable, Sendable, Codable {
        package let field: CompanyForm.Field
        package let old: String
        package let new: String
    }

    package let kind: Kind
    package let changes: [Change]
    package let name: String
    package let happenedAt: Date

    package static func changes(from old: Company, to new: Company) -> [Change] {
        let (before, after) = (CompanyForm(old), CompanyForm(new))
        return CompanyForm.Field.allCases.filter { before[$0] != after[$0] }
            .map { Change(field: $0, old: before[$0], new: after[$0]) }
    }
}
