import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// The SQL of the lists of one register: searching, filtering, sorting, paging and counting.
struct RegisterListStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let register: Register.ID
    /// Whether what is about companies may be searched.
    let isForKeeper: Bool

    private static let limit = RegisterList.countLimit

    private var own: SQL { "programme = \(programme) AND register = \(register)" }

    func list(_ query: RegisterQuery) throws -> RegisterList {
        let condition = try condition(query)
        let found: Int = try db.run(
            "SELECT count(*) FROM (SELECT 1 FROM register_item WHERE \(condition) LIMIT \(Self.limit + 1)) AS found"
        )[0].get(0)
        let size = min(max(query.pageSize, 1), 500)
        let pageCount = max(1, (min(found, Self.limit) + size - 1) / size)
        let page = min(max(query.page, 1), pageCount)
        let rows = try db.run(
            """
            SELECT \(RegisterItemStore.columns) FROM register_item WHERE \(condition)
            ORDER BY \(order(query)) LIMIT \(size) OFFSET \((page - 1) * size)
            """
        )
        return RegisterList(
            items: try rows.map(RegisterItemStore.item),
            found: found,
            page: page,
            pageCount: pageCount
        )
    }

    /// All that fit.
    func all(_ query: RegisterQuery) throws -> [RegisterItem] {
        try db.run(
            """
            SELECT \(RegisterItemStore.columns) FROM register_item WHERE \(try condition(query)) ORDER BY \(order(query))
            """
        ).map(RegisterItemStore.item)
    }

    /// Where few items have something that is asked for, those are looked at one by one; where all of it is common, the
    /// list is walked in its order until a page is full. A database that has no statistics of a new table would guess
    /// wrongly between the two, so it is told.
    private func condition(_ query: RegisterQuery) throws -> SQL {
        var parts: [SQL] = ["\(own) AND is_proposed = \(query.isProposed)"]
        if let state = query.state { parts.append("state = \(state)") }
        if let days = query.days {
            parts.append("first_day <= \(days.upperBound) AND last_day >= \(days.lowerBound)")
        }
        let keys =
            query.chosen.sorted { $0.key < $1.key }.map { chosen(field: $0.key.description, value: $0.value) }
            + query.words.map(word)
        let counts = try keys.map { try count($0) }
        let rarest = counts.indices.min { counts[$0] < counts[$1] }
        for (index, key) in keys.enumerated() {
            if index == rarest, counts[index] <= Self.limit {
                parts.append("id IN (SELECT item FROM register_key WHERE \(key))")
            } else {
                parts.append("EXISTS (SELECT 1 FROM register_key WHERE item = register_item.id AND \(key))")
            }
        }
        return SQL.joined(parts, by: " AND ")
    }

    private func count(_ key: SQL) throws -> Int {
        try db.run(
            "SELECT count(*) FROM (SELECT 1 FROM register_key WHERE \(key) LIMIT \(Self.limit + 1)) AS found"
        )[0].get(0)
    }

    private func chosen(field: String, value: String) -> SQL {
        "\(own) AND field = \(field) AND value = \(value)"
    }

    private func word(_ word: String) -> SQL {
        let names = isForKeeper ? [RegisterIndex.words, RegisterIndex.confidentialWords] : [RegisterIndex.words]
        return "\(own) AND field IN \(SQL.list(names)) AND value >= \(word) AND value < \(word + "\u{10FFFF}")"
    }

    private func order(_ query: RegisterQuery) -> SQL {
        switch query.sort {
        case .name: "sort, id"
        case .day: "first_day, id"
        case .changed: "changed_at DESC, id DESC"
        }
    }
}

extension RegisterListStore {
    /// How many items are in each state, at most ``RegisterList/countLimit`` and one.
    func count(of state: Register.State.ID) throws -> Int {
        try db.run(
            """
            SELECT count(*) FROM (SELECT 1 FROM register_item
            WHERE \(own) AND is_proposed = \(false) AND state = \(state) LIMIT \(Self.limit + 1)) AS found
            """
        )[0].get(0)
    }

    /// How many items there are for each value of a field.
    func counts(of field: Register.Field.ID, state: Register.State.ID?) throws -> [String: Int] {
        let inState: SQL = state.map { "AND i.state = \($0)" } ?? ""
        return try db.run(
            """
            SELECT k.value, count(*) FROM register_key AS k JOIN register_item AS i ON i.id = k.item
            WHERE k.programme = \(programme) AND k.register = \(register) AND k.field = \(field)
                AND i.is_proposed = \(false) \(inState) GROUP BY k.value
            """
        ).reduce(into: [:]) { found, row in found[try row.get(0)] = try row.get(1) }
    }

    /// How every item was at a moment: its state, and what was filled in. A proposal was not there before it was taken.
    func items(at moment: Date) throws -> [(state: Register.State.ID, values: [String: String])] {
        try db.run(
            """
            SELECT r.state, r.content FROM register_revision AS r
            WHERE r.programme = \(programme) AND r.register = \(register) AND r.recorded_at <= \(moment)
                AND r.is_proposed = \(false)
                AND NOT EXISTS (
                    SELECT 1 FROM register_revision AS later
                    WHERE later.item = r.item AND later.version > r.version AND later.recorded_at <= \(moment)
                )
            """
        ).map { row in (try row.get(0), try RegisterContent(text: row.get(1)).values) }
    }

    /// How many items were in each state at a moment.
    func tally(at moment: Date) throws -> [Register.State.ID: Int] {
        try db.run(
            """
            SELECT r.state, count(*) FROM register_revision AS r
            WHERE r.programme = \(programme) AND r.register = \(register) AND r.recorded_at <= \(moment)
                AND r.is_proposed = \(false)
                AND NOT EXISTS (
                    SELECT 1 FROM register_revision AS later
                    WHERE later.item = r.item AND later.version > r.version AND later.recorded_at <= \(moment)
                )
            GROUP BY r.state
            """
        ).reduce(into: [:]) { found, row in found[try row.get(0)] = try row.get(1) }
    }
}

extension SQLConnection {
    func registerLists(_ register: Register.ID, in programme: ProgrammeID, isForKeeper: Bool) -> RegisterListStore {
        RegisterListStore(db: self, programme: programme, register: register, isForKeeper: isForKeeper)
    }
}
