/// Everything some bundles say, as one system of whole numbers: a number for each group of companies that is counted
/// anywhere, and a row for each sum that anybody can make of them.
///
/// A count is known by its population, its time and the codes that are not the root of their dimension, so tables over
/// different dimensions meet where they mean the same group. Groups that no table shows, but that are sums of groups
/// that are shown, are in it as well: they link tables too. Where counts only grow, the newcomers between two times are
/// a number of their own.
struct CountSystem {
    struct Key: Hashable {
        /// Population and time.
        var moment: Int32
        /// Dimension in the high half, code in the low half, sorted.
        var parts: [Int32]

        static func part(_ dimension: Int, _ code: Int32) -> Int32 { Int32(dimension) << 16 | code }
        static func dimension(_ part: Int32) -> Int { Int(part >> 16) }
        static func code(_ part: Int32) -> Int32 { part & 0xFFFF }

        func replacing(_ dimension: Int, with code: Int32) -> Key {
            var parts = parts.filter { Self.dimension($0) != dimension }
            if code != 0 {
                let part = Self.part(dimension, code)
                parts.insert(part, at: parts.firstIndex { $0 > part } ?? parts.count)
            }
            return Key(moment: moment, parts: parts)
        }
    }

    enum Role: UInt8 {
        /// In a table that is being made: may be hidden.
        case new
        /// Shown, for good.
        case shown
        /// Hidden in a table.
        case hidden
        /// In no table, but known to exist.
        case derived
        /// The newcomers between two times.
        case growth
    }

    struct Place {
        let bundle: Int, table: Int
        /// `nil` for a combination that is missing and so is 0.
        let cell: Int?
        let codes: [String]
        let moment: Int32
        let isShown: Bool
    }

    var book: CodeBook
    var moments: [(population: String, time: Int)] = []
    /// For each count a group that it counts, at one of the moments at which that is the same.
    var keys: [Key] = []
    /// The groups that are counted, at all moments, in the order in which they were found.
    var groups: [Key] = []
    var index: [Key: Int] = [:]
    var roles: [Role] = []
    /// `nil` where it is not known.
    var values: [Int?] = []
    /// The tables a count is in.
    var places: [[Place]] = []
    /// For a growth, the two counts.
    var growths: [(earlier: Int, later: Int, newcomers: Int?)] = []
    var rows: [[(count: Int, sign: Int)]] = []
    var problems: [DisclosureProblem] = []
    /// Whether some of it is still to be published.
    let isBeingMade: Bool
    private var stillness: Stillness?
    /// The counts by the group at the earliest moment since which it cannot have changed.
    private var unchanged: [Key: Int] = [:]

    /// - Parameters:
    ///   - bundles: what is or was published, and what is to be.
    ///   - fresh: the place in `bundles` of the one that is to be made, whose counts are all known and may be hidden;
    ///     `nil` to attack.
    /// - Throws: `DisclosureProblems`, with all that is wrong.
    init(_ bundles: [CountBundle], fresh: Int?) throws {
        isBeingMade = fresh != nil
        var problems: [DisclosureProblem] = []
        for bundle in bundles where bundle.format != CountBundle.format {
            problems.append(.unknownFormat(bundle.format))
        }
        book = CodeBook(bundles, problems: &problems)
        self.problems = problems
        try stopAtProblems()
        stillness = readStillness(bundles, fresh: fresh)
        for (number, bundle) in bundles.enumerated() {
            for table in bundle.tables.indices { read(bundle.tables[table], table, of: number, isNew: number == fresh) }
        }
        try stopAtProblems()
        addAncestorsAndSums()
        try stopAtProblems()
        addGrowth(bundles)
        try stopAtProblems()
    }

    func stopAtProblems() throws {
        if !problems.isEmpty { throw DisclosureProblems(problems: problems) }
    }

    /// The count of a group, when there is one: that of the group at another time, when it cannot have changed since.
    mutating func find(_ key: Key) -> Int? { index[key] ?? find(key, as: stillness?.first(key)) }

    /// The same of a group that is not in the index yet; `first` is it at the earliest moment since which it cannot have
    /// changed.
    private mutating func find(_ key: Key, as first: Key?) -> Int? {
        guard let first, let known = unchanged[first] else { return nil }
        groups.append(key)
        index[key] = known
        return known
    }

    mutating func add(_ key: Key, _ role: Role, _ value: Int?) -> Int {
        if let known = index[key] { return known }
        let first = stillness?.first(key)
        if let known = find(key, as: first) { return known }
        let fresh = keys.count
        groups.append(key)
        index[key] = fresh
        if let first { unchanged[first] = fresh }
        keys.append(key)
        roles.append(role)
        values.append(value)
        places.append([])
        return fresh
    }

    /// The count of the group that was asked: without any answer.
    func group(of count: Int) -> Key {
        var key = keys[count]
        key.parts.removeAll { book.dimensions[Key.dimension($0)].isAttribute }
        return key
    }

    /// The dimensions of the answers in a count.
    func attributes(of count: Int) -> [Int] {
        keys[count].parts.map { Key.dimension($0) }.filter { book.dimensions[$0].isAttribute }
    }

    /// How a person would call this count.
    func name(_ count: Int) -> String {
        if let growth = growthOf(count) {
            return name(growth.later) + newcomers(since: growth.earlier)
        }
        return name(count, at: keys[count].moment)
    }

    /// The same, of the count at one of the moments at which it is the same.
    func name(_ count: Int, at number: Int32) -> String {
        let moment = moments[Int(number)]
        if let place = places[count].first {
            return "[\(place.codes.joined(separator: ", "))] of \(moment.population) at \(moment.time)"
        }
        let codes = keys[count].parts.map { book.dimensions[Key.dimension($0)].codes[Int(Key.code($0))] }
        return "[\(codes.joined(separator: ", "))] of \(moment.population) at \(moment.time)"
    }

    /// What comes after the name of a count to say who joined since an earlier one.
    func newcomers(since earlier: Int) -> String { ", newcomers since \(moments[Int(keys[earlier].moment)].time)" }

    /// The two counts that newcomers are between; `nil` for a count of something else.
    func growthOf(_ count: Int) -> (earlier: Int, later: Int, newcomers: Int?)? {
        roles[count] == .growth ? growths.first { $0.newcomers == count } : nil
    }
}

// MARK: Reading tables

extension CountSystem {
    mutating func moment(_ table: Table) -> Int32 {
        let found = moments.firstIndex { $0.population == table.population && $0.time == table.time }
        if let found { return Int32(found) }
        moments.append((table.population, table.time))
        return Int32(moments.count - 1)
    }

    private mutating func read(_ table: Table, _ number: Int, of bundle: Int, isNew: Bool) {
        let moment = moment(table)
        var dimensions: [Int] = []
        for name in table.dims {
            guard let known = book.byName[name] else {
                problems.append(.unknownDimension(table: table.id, name))
                continue
            }
            dimensions.append(known)
        }
        guard dimensions.count == table.dims.count else { return }
        var seen = Set<Key>()
        for (place, cell) in table.cells.enumerated() {
            guard let key = key(of: cell, dimensions, moment, table.id) else { continue }
            if !seen.insert(key).inserted { problems.append(.twice(table: table.id, cell.codes)) }
            if (cell.value ?? 0) < 0 { problems.append(.negative(table: table.id, cell.codes)) }
            if isNew, cell.value == nil { problems.append(.withoutValue(table: table.id, cell.codes)) }
            let isShown = cell.value != nil
            let place = Place(
                bundle: bundle,
                table: number,
                cell: place,
                codes: cell.codes,
                moment: moment,
                isShown: isShown
            )
            put(key, cell.value, place, isNew: isNew)
        }
        let all = dimensions.reduce(1) { $0 * book.dimensions[$1].codes.count }
        guard table.missing != .unknown, seen.count < all else { return }
        for (key, codes) in combinations(dimensions, moment) where !seen.contains(key) {
            if table.missing == .zero {
                let place = Place(
                    bundle: bundle,
                    table: number,
                    cell: nil,
                    codes: codes,
                    moment: moment,
                    isShown: true
                )
                put(key, 0, place, isNew: isNew)
            } else if key.parts.allSatisfy({ !book.dimensions[Key.dimension($0)].isAttribute })
                && dimensions.contains(where: { book.dimensions[$0].isAttribute })
            {
                continue
            } else {
                problems.append(.missing(table: table.id, codes))
            }
        }
    }

    mutating func key(of cell: Cell, _ dimensions: [Int], _ moment: Int32, _ table: String) -> Key? {
        guard cell.codes.count == dimensions.count else {
            problems.append(.wrongNumberOfCodes(table: table, cell.codes))
            return nil
        }
        var parts: [Int32] = []
        for (dimension, code) in zip(dimensions, cell.codes) {
            guard let number = book.number(of: code, in: dimension) else {
                problems.append(.unknownCode(table: table, dimension: book.dimensions[dimension].name, code))
                return nil
            }
            if number != 0 { parts.append(Key.part(dimension, number)) }
        }
        return Key(moment: moment, parts: parts.sorted())
    }

    private mutating func put(_ key: Key, _ value: Int?, _ place: Place, isNew: Bool) {
        guard let known = find(key) else {
            let count = add(key, isNew ? .new : value == nil ? .hidden : .shown, value)
            places[count].append(place)
            return
        }
        if let one = values[known], let other = value, one != other {
            problems.append(.contradiction(name(known), one, other))
        }
        places[known].append(place)
        switch (roles[known], isNew) {
        case (.hidden, false) where value != nil:
            roles[known] = .shown
            values[known] = value
        case (.hidden, true): values[known] = value
        default: break
        }
    }

    private func combinations(_ dimensions: [Int], _ moment: Int32) -> [(Key, [String])] {
        var all: [(Key, [String])] = []
        var chosen = [Int](repeating: 0, count: dimensions.count)
        let order = dimensions.indices.sorted { dimensions[$0] < dimensions[$1] }
        while true {
            let parts = order.compactMap { chosen[$0] == 0 ? nil : Key.part(dimensions[$0], Int32(chosen[$0])) }
            let codes = dimensions.indices.map { book.dimensions[dimensions[$0]].codes[chosen[$0]] }
            all.append((Key(moment: moment, parts: parts), codes))
            var at = 0
            while at < chosen.count, chosen[at] + 1 == book.dimensions[dimensions[at]].codes.count {
                chosen[at] = 0
                at += 1
            }
            if at == chosen.count { return all }
            chosen[at] += 1
        }
    }
}
