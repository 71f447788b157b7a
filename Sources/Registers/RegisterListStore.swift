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
    /// To see which of several things that are asked for is the rarest, it is not needed to count further.
    private static let rarityLimit = 10_000

    private var own: SQL { "programme = \(programme) AND register = \(register)" }

    func list(_ query: RegisterQuery) throws -> RegisterList {
        let search = try Search(query, self)
        let found: Int = try db.run(
            "SELECT count(*) FROM (\(search.counted) LIMIT \(Self.limit + 1)) AS found"
        )[0].get(0)
        let size = min(max(query.pageSize, 1), 500)
        let pageCount = max(1, (min(found, Self.limit) + size - 1) / size)
        let page = min(max(query.page, 1), pageCount)
        let rows = try db.run(
            """
            SELECT \(RegisterItemStore.columns) FROM \(found > Self.limit ? search.many : search.narrow)
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

    /// All that fit, or the first of them.
    func all(_ query: RegisterQuery, limit: Int = .max) throws -> [RegisterItem] {
        try db.run(
            """
            SELECT \(RegisterItemStore.columns) FROM \(try Search(query, self).narrow)
            ORDER BY \(order(query)) LIMIT \(limit)
            """
        ).map(RegisterItemStore.item)
    }

    /// Two ways to the same items: from the rarest thing that is asked for to the items that have it, which is quick when
    /// those are few; or along the list in its order until a page is full, which is quick when they are many. A database
    /// that has no statistics of a new table guesses wrongly between the two, so it is told: neither database changes
    /// the order of a `CROSS JOIN` that it cannot do better.
    private struct Search {
        let narrow: SQL
        /// For when there are many.
        let many: SQL
        /// What is there to count, one row each.
        let counted: SQL

        init(_ query: RegisterQuery, _ store: RegisterListStore) throws {
            let own: SQL = "\(store.own) AND is_proposed = \(query.isProposed)"
            var more: [SQL] = []
            if let state = query.state { more.append("state = \(state)") }
            if let days = query.days {
                more.append("first_day <= \(days.upperBound) AND last_day >= \(days.lowerBound)")
            }
            let chosen = query.chosen.sorted { $0.key < $1.key }.map {
                store.chosen(field: $0.key.description, value: $0.value)
            }
            let keys = chosen + query.words.map(store.word)
            // Without the register, which the item has anyhow, only the index by item fits: the other one would look at all
            // words that begin like that, for every item again.
            func each(_ item: SQL) -> [SQL] {
                keys.map { "EXISTS (SELECT 1 FROM register_key AS k WHERE k.item = \(item) AND \($0))" }
            }
            let wide: SQL = "register_item WHERE \(SQL.joined([own] + more + each("register_item.id"), by: " AND "))"
            let counts = keys.count > 1 ? try keys.map(store.count) : [0]
            guard !keys.isEmpty, let rarest = keys.indices.min(by: { counts[$0] < counts[$1] }) else {
                narrow = wide
                many = wide
                counted = "SELECT 1 FROM \(wide)"
                return
            }
            let others = each("register_key.item").enumerated().filter { $0.offset != rarest }.map(\.element)
            // An item has a choice once, and may have several words that begin alike.
            let distinct: SQL = rarest < chosen.count ? "" : "DISTINCT"
            let items: SQL = """
                SELECT \(distinct) item FROM register_key
                WHERE \(SQL.joined([store.own, keys[rarest]] + others, by: " AND "))
                """
            narrow = """
                (\(items)) AS rarest CROSS JOIN register_item
                WHERE register_item.id = rarest.item AND \(SQL.joined([own] + more, by: " AND "))
                """
            // Several things that are each rare are rarer still together: the list would be walked in vain.
            many = keys.count > 1 && counts[rarest] < RegisterListStore.rarityLimit ? narrow : wide
            // What is found by anything is no proposal, so the items themselves are needed only for what is in them.
            counted = more.isEmpty && !query.isProposed ? items : "SELECT 1 FROM \(narrow)"
        }
    }

    private func count(_ key: SQL) throws -> Int {
        try db.run(
            "SELECT count(*) FROM (SELECT 1 FROM register_key WHERE \(own) AND \(key) LIMIT \(Self.rarityLimit)) AS found"
        )[0].get(0)
    }

    private func chosen(field: String, value: String) -> SQL {
        "field = \(field) AND value = \(value)"
    }

    private func word(_ word: String) -> SQL {
        let names = isForKeeper ? [RegisterIndex.words, RegisterIndex.confidentialWords] : [RegisterIndex.words]
        return "field IN \(SQL.list(names)) AND value >= \(word) AND value < \(word + "\u{10FFFF}")"
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

    /// What is in those states now.
    func items(in states: Set<Register.State.ID>) throws -> [(state: Register.State.ID, values: [String: String])] {
        try db.run(
            """
            SELECT state, content FROM register_item
            WHERE \(own) AND is_proposed = \(false) AND state IN \(SQL.list(states))
            """
        ).map { row in (try row.get(0), try RegisterContent(text: row.get(1)).values) }
    }

    /// The last revision of each item until a moment, as `r`.
    private func latest(at moment: Date) -> SQL {
        """
        register_revision AS r
        WHERE r.programme = \(programme) AND r.register = \(register) AND r.recorded_at <= \(moment)
            AND r.is_proposed = \(false)
            AND NOT EXISTS (
                SELECT 1 FROM register_revision AS later
                WHERE later.item = r.item AND later.version > r.version AND later.recorded_at <= \(moment)
            )
        """
    }

    /// What was in those states at a moment. A proposal was not there before it was taken.
    func items(
        in states: Set<Register.State.ID>,
        at moment: Date
    ) throws -> [(state: Register.State.ID, values: [String: String])] {
        try db.run(
            """
            SELECT r.state, r.content FROM \(latest(at: moment)) AND r.state IN \(SQL.list(states))
            """
        ).map { row in (try row.get(0), try RegisterContent(text: row.get(1)).values) }
    }

    /// How many items were in each state at a moment.
    func tally(at moment: Date) throws -> [Register.State.ID: Int] {
        try db.run(
            """
            SELECT r.state, count(*) FROM \(latest(at: moment)) GROUP BY r.state
            """
        ).reduce(into: [:]) { found, row in found[try row.get(0)] = try row.get(1) }
    }
}

extension SQLConnection {
    func registerLists(_ register: Register.ID, in programme: ProgrammeID, isForKeeper: Bool) -> RegisterListStore {
        RegisterListStore(db: self, programme: programme, register: register, isForKeeper: isForKeeper)
    }
}
