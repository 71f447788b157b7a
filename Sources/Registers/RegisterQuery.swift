package import Kernel
package import Programmes

/// Which items somebody wants to see, and in what order.
package struct RegisterQuery: Equatable, Sendable {
    package enum Sort: Hashable, Sendable {
        case name, day, changed
        /// By a number or an amount, the highest first; what has none comes last, and the same by name.
        case number(Register.Field.ID)
    }

    /// Beginnings of words, in any order; all must occur.
    package var search = ""
    package var state: Register.State.ID?
    /// What must have been chosen, by the code of the field.
    package var chosen: [Register.Field.ID: String] = [:]
    /// With a day in it.
    package var days: ClosedRange<Day>?
    package var sort = Sort.name
    /// Proposals that wait for a yes, instead of items.
    package var isProposed = false
    /// From 1.
    package var page = 1
    package var pageSize = 50
    /// By each word of the search: the companies of other programmes whose name or number begins with it, as they are kept.
    var companies: [String: [String]] = [:]

    package init() {}

    /// At most six words count: more cannot narrow a list any further.
    var words: [String] { Array(RegisterIndex.words(of: String(search.prefix(200))).prefix(6)) }

    package var isFiltered: Bool { !words.isEmpty || state != nil || !chosen.isEmpty || days != nil }
}

/// One page of a list.
package struct RegisterList: Equatable, Sendable {
    package let items: [RegisterItem]
    /// How many there are on all pages.
    package let found: Int
    package let page: Int
    package let pageCount: Int
    /// How many wait for a yes, for who keeps the register.
    package private(set) var proposals = 0
}

extension RegisterList {
    /// Without what is for who keeps the register.
    func shown(_ register: Register) -> RegisterList { with(items: items.map { $0.shown(of: register) }) }

    func with(proposals: Int) -> RegisterList {
        var list = self
        list.proposals = proposals
        return list
    }

    func with(items: [RegisterItem]) -> RegisterList {
        RegisterList(items: items, found: found, page: page, pageCount: pageCount, proposals: proposals)
    }
}
