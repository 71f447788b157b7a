import Algorithms
import BitCollections
import Foundation
import Kernel
import Programmes

/// By what the items of one register are found, in memory: a list, a filter and a search take the same short time
/// however many things are asked for at once, on either database. What an item says is read from the database.
///
/// An item that changed gets a new place at the end and its old one is not looked at any more, so that nothing has to be
/// taken out of the lists of places.
struct RegisterCatalogue {
    private struct Place {
        let item: RegisterItem.ID
        let version: Int
        /// Counts from 1 in its register.
        let number: Int
        let name: String
        let first: Day
        let last: Day
        let changedAt: Date
    }

    private var places: [Place] = []
    private var placeOf: [RegisterItem.ID: Int] = [:]
    /// The places that say how it is now.
    private var current = BitSet()
    private var placesByKey: [RegisterIndex.Key: CataloguePlaces] = [:]
    /// What was chosen or written, in order, by where.
    private var values: [String: [String]] = [:]
    /// All places that say how it is now, in each order that is kept.
    private var orders: [RegisterQuery.Sort: [Int]] = [.name: [], .day: [], .changed: []]
    /// Of every place.
    private var numbers: [Register.Field.ID: [Double?]]
    /// Items that were shown not long ago, as they are now.
    private var kept: [RegisterItem.ID: RegisterItem] = [:]
    /// A few megabytes.
    private static let keptLimit = 2000

    init(of register: Register) {
        let fields = register.fields.filter(\.kind.isNumber).map(\.code)
        numbers = Dictionary(uniqueKeysWithValues: fields.map { ($0, []) })
    }

    /// Whether most of it is places that are not looked at any more.
    var isWorn: Bool { places.count > 2 * current.count + 1000 }

    /// Takes in items that are new or changed.
    mutating func take(_ items: some Sequence<RegisterFinding>) {
        let old = places.count
        var new: [String: [String]] = [:]
        for item in items {
            if let earlier = placeOf.updateValue(places.count, forKey: item.id) {
                current.remove(earlier)
                kept[item.id] = nil
            }
            current.insert(places.count)
            for key in item.index.keys {
                let last = placesByKey[key]?.last
                if last == nil { new[key.field, default: []].append(key.value) }
                // An item may say the same word twice.
                if last != places.count { placesByKey[key, default: CataloguePlaces()].append(places.count) }
            }
            for field in numbers.keys { numbers[field]?.append(item.index.numbers[field]) }
            places.append(
                Place(
                    item: item.id,
                    version: item.version,
                    number: item.number,
                    name: item.title.folded,
                    first: item.index.first,
                    last: item.index.last,
                    changedAt: item.changedAt
                )
            )
        }
        guard places.count > old else { return }
        for (field, words) in new { values[field] = Self.merged(values[field] ?? [], words.sorted(), by: <) }
        let added = (old..<places.count).filter(current.contains)
        for sort in orders.keys {
            func isBefore(_ one: Int, _ other: Int) -> Bool { precedes(one, other, by: sort) }
            orders[sort] = Self.merged(
                (orders[sort] ?? []).filter(current.contains),
                added.sorted(by: isBefore),
                by: isBefore
            )
        }
    }

    private func precedes(_ one: Int, _ other: Int, by sort: RegisterQuery.Sort) -> Bool {
        switch sort {
        case .name, .number: (places[one].name, places[one].number) < (places[other].name, places[other].number)
        case .day: (places[one].first, places[one].number) < (places[other].first, places[other].number)
        case .changed: (places[one].changedAt, places[one].number) > (places[other].changedAt, places[other].number)
        }
    }

    /// Both are in order already.
    private static func merged<Element>(
        _ some: [Element],
        _ others: [Element],
        by precedes: (Element, Element) -> Bool
    ) -> [Element] {
        var merged: [Element] = []
        merged.reserveCapacity(some.count + others.count)
        var rest = others[...]
        for element in some {
            while let other = rest.first, precedes(other, element) { merged.append(rest.removeFirst()) }
            merged.append(element)
        }
        return merged + rest
    }
}

extension RegisterCatalogue {
    /// Keeps items that are shown now, for whoever looks next. One that changed meanwhile is not kept.
    mutating func keep(_ items: [RegisterItem]) {
        if kept.count + items.count > Self.keptLimit { kept = [:] }
        for item in items.prefix(Self.keptLimit) {
            guard let place = placeOf[item.id], places[place].version == item.version else { continue }
            kept[item.id] = item
        }
    }

    /// Those of them that are kept.
    func kept(_ ids: [RegisterItem.ID]) -> [RegisterItem.ID: RegisterItem] {
        ids.reduce(into: [:]) { found, id in found[id] = kept[id] }
    }
}

/// What a catalogue keeps of an item.
struct RegisterFinding {
    let id: RegisterItem.ID
    let version: Int
    let number: Int
    let title: String
    let changedAt: Date
    let index: RegisterIndex
}

extension RegisterCatalogue {
    /// The items that fit, in the order that is asked for.
    struct Found {
        let count: Int
        fileprivate let places: BitSet
        fileprivate let sort: RegisterQuery.Sort
    }

    func find(_ query: RegisterQuery, isForKeeper: Bool) -> Found {
        var found = current
        for (field, value) in query.chosen { found.formIntersection(having(value, in: field.description)) }
        if let state = query.state {
            found.formIntersection(having(state.description, in: RegisterIndex.state))
        }
        for word in query.words {
            var some = beginning(word, in: RegisterIndex.words)
            if isForKeeper {
                some.formUnion(beginning(word, in: RegisterIndex.confidentialWords))
                for company in query.companies[word] ?? [] {
                    some.formUnion(having(company, in: RegisterIndex.company))
                }
            }
            found.formIntersection(some)
        }
        if let days = query.days {
            found = found.filter { places[$0].first <= days.upperBound && places[$0].last >= days.lowerBound }
        }
        return Found(count: found.count, places: found, sort: query.sort)
    }

    /// Some of what was found.
    func items(of found: Found, from start: Int = 0, limit: Int = .max) -> [RegisterItem.ID] {
        guard case .number(let field) = found.sort, let column = numbers[field] else {
            return order(of: found, upTo: start + min(limit, found.count)).dropFirst(start).map { places[$0].item }
        }
        let named = (orders[.name] ?? []).filter(found.places.contains).enumerated()
        // Only so many as are asked for are put in order.
        let first = named.min(count: start + min(limit, found.count)) { one, other in
            let (left, right) = (column[one.element] ?? -.infinity, column[other.element] ?? -.infinity)
            return left == right ? one.offset < other.offset : left > right
        }
        return first.dropFirst(start).map { places[$0.element].item }
    }

    /// The first so many of what was found, in order.
    private func order(of found: Found, upTo limit: Int) -> ArraySlice<Int> {
        let all = orders[found.sort] ?? []
        if found.count == all.count { return all.prefix(limit) }
        // A few are sooner put in order than picked out of all that are in order.
        if found.count <= 100 { return found.places.sorted { precedes($0, $1, by: found.sort) }.prefix(limit) }
        let wanted = min(limit, found.count)
        var first: [Int] = []
        first.reserveCapacity(wanted)
        for place in all where found.places.contains(place) {
            first.append(place)
            if first.count == wanted { break }
        }
        return first[...]
    }

    /// The companies that items point at, and maybe some that they pointed at earlier.
    var companies: [String] { values[RegisterIndex.company] ?? [] }

    /// The items that were made of an example.
    var itemsWithSource: [RegisterItem.ID] {
        (values[RegisterIndex.source] ?? []).flatMap { having($0, in: RegisterIndex.source).map { places[$0].item } }
    }

    /// How many items there are for each value of a field.
    func counts(of field: Register.Field.ID, state: Register.State.ID?) -> [String: Int] {
        let counted = state.map { having($0.description, in: RegisterIndex.state) } ?? current
        return (values[field.description] ?? []).reduce(into: [:]) { counts, value in
            let count = having(value, in: field.description).intersection(counted).count
            if count > 0 { counts[value] = count }
        }
    }

    /// How many items each state has.
    func counts(ofStatesOf register: Register) -> [Register.State.ID: Int] {
        register.states.reduce(into: [:]) {
            $0[$1.code] = having($1.code.description, in: RegisterIndex.state).count
        }
    }

    /// The places where this was chosen.
    private func having(_ value: String, in field: String) -> BitSet {
        (placesByKey[.init(field: field, value: value)]?.set ?? BitSet()).intersection(current)
    }

    /// The places with a word that begins like this.
    private func beginning(_ word: String, in field: String) -> BitSet {
        let all = values[field] ?? []
        let first = all.partitioningIndex { $0 >= word }
        var found = BitSet()
        for value in all[first...].prefix(while: { $0.hasPrefix(word) }) {
            placesByKey[.init(field: field, value: value)]?.add(to: &found)
        }
        return found
    }
}
