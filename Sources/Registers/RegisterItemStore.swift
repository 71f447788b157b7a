import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about the items of one register of one programme, but for its lists.
struct RegisterItemStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let register: Register.ID

    static let columns: SQL = "id, number, title, state, is_proposed, content, version, changed_at, name"

    static func item(_ row: SQLRow) throws -> RegisterItem {
        RegisterItem(
            id: try row.get(0),
            number: try row.get(1),
            title: try row.get(2),
            state: try row.get(3),
            isProposed: try row.get(4),
            values: try RegisterContent(text: row.get(5)).values,
            version: try row.get(6),
            changedAt: try row.get(7),
            name: try row.get(8)
        )
    }

    private var own: SQL { "programme = \(programme) AND register = \(register)" }

    func find(_ id: RegisterItem.ID) throws -> RegisterItem? {
        try db.run("SELECT \(Self.columns) FROM register_item WHERE \(own) AND id = \(id)").first.map(Self.item)
    }

    /// Whether that sending of a form, or that item, was there already.
    func has(_ revision: RegisterRevision.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM register_revision WHERE id = \(revision)").isEmpty
    }

    func nextNumber() throws -> Int {
        try db.run("SELECT coalesce(max(number), 0) + 1 FROM register_item WHERE \(own)")[0].get(0)
    }

    func proposalCount() throws -> Int {
        try db.run("SELECT count(*) FROM register_item WHERE \(own) AND is_proposed = \(true)")[0].get(0)
    }

    /// What each item is known by, for a file: its number and its version of everything.
    func matchKeys() throws -> [String: RegisterItem] {
        try db.run("SELECT \(Self.columns), match_key FROM register_item WHERE \(own) AND is_proposed = \(false)")
            .reduce(into: [:]) { found, row in found[try row.get(9)] = try Self.item(row) }
    }

    func revisions(of id: RegisterItem.ID) throws -> [RegisterRevision] {
        try db.run(
            """
            SELECT id, version, state, content, recorded_at, name FROM register_revision
            WHERE programme = \(programme) AND item = \(id) ORDER BY version DESC
            """
        ).map { row in
            RegisterRevision(
                id: try row.get(0),
                version: try row.get(1),
                state: try row.get(2),
                values: try RegisterContent(text: row.get(3)).values,
                recordedAt: try row.get(4),
                name: try row.get(5)
            )
        }
    }

    func persons(of id: RegisterItem.ID) throws -> [Register.Field.ID: RegisterPerson] {
        try db.run(
            "SELECT field, name, contact, kept_until FROM register_person WHERE programme = \(programme) AND item = \(id)"
        ).reduce(into: [:]) { found, row in
            found[try row.get(0)] = RegisterPerson(
                name: try row.get(1),
                contact: try row.get(2),
                keptUntil: try row.get(3)
            )
        }
    }

    /// Forgets them all, and keeps these.
    func replacePersons(_ persons: [Register.Field.ID: RegisterPerson], of id: RegisterItem.ID) throws {
        try db.run("DELETE FROM register_person WHERE programme = \(programme) AND item = \(id)")
        for (field, person) in persons {
            try db.run(
                """
                INSERT INTO register_person (programme, item, field, name, contact, kept_until)
                VALUES (\(programme), \(id), \(field), \(person.name), \(person.contact), \(person.keptUntil))
                """
            )
        }
    }

    /// All of it, with its history: for a proposal that nobody wants.
    func remove(_ id: RegisterItem.ID) throws {
        for table: SQL in ["register_person", "register_file", "register_revision"] {
            try db.run("DELETE FROM \(table) WHERE programme = \(programme) AND item = \(id)")
        }
        let removed = try db.run("DELETE FROM register_item WHERE \(own) AND id = \(id) RETURNING is_proposed")
        // A proposal is in no catalogue.
        guard try removed.first?.get(0) == false else { return }
        let stamp = try nextStamp()
        try db.run("UPDATE register_stamp SET erased = \(stamp) WHERE \(own)")
    }

    static func forgetPersons(before day: Day, in db: any SQLConnection) throws -> Int {
        try db.run("DELETE FROM register_person WHERE kept_until < \(day) RETURNING item").count
    }
}

/// What is written of an item at once.
struct RegisterRow {
    let id: RegisterItem.ID
    let number: Int
    let state: Register.State.ID
    let isProposed: Bool
    let version: Int
    let entry: RegisterEntry
    let matchKey: String
    let revision: RegisterRevision.ID
    let recordedAt: Date
    let account: AccountID?
    let name: String

    /// The next version of `earlier`, or the first of something new.
    init(
        _ entry: RegisterEntry,
        after earlier: RegisterItem?,
        id: RegisterItem.ID,
        number: Int,
        state: Register.State.ID,
        isProposed: Bool,
        of register: Register,
        revision: RegisterRevision.ID,
        by principal: Principal,
        at moment: Date
    ) {
        self.id = id
        self.number = number
        self.state = state
        self.isProposed = isProposed
        version = (earlier?.version ?? 0) + 1
        self.entry = entry
        matchKey = RegisterIndex.matchKey(entry.values, of: register)
        self.revision = revision
        recordedAt = moment
        account = principal.account
        name = principal.name
    }
}

extension RegisterItemStore {
    /// Writes items and their revisions; those that are there already become what the row says.
    ///
    /// - Throws: ``RegisterProblem/itemNotFound`` when an identifier is of an item in another register, which is left alone.
    func put(_ rows: [RegisterRow]) throws {
        let stamp = try nextStamp()
        // A database takes some thirty thousand values in a statement.
        for start in stride(from: 0, to: rows.count, by: 500) {
            try putSome(rows[start..<min(start + 500, rows.count)], stamp)
        }
    }

    private func putSome(_ rows: ArraySlice<RegisterRow>, _ stamp: Int) throws {
        let items = try rows.map { row in
            """
            (\(row.id), \(programme), \(register), \(row.number), \(row.entry.title), \(row.state), \(row.isProposed),
            \(try RegisterContent(row.entry.values).text), \(row.matchKey), \(row.version), \(stamp), \(row.recordedAt),
            \(row.name))
            """ as SQL
        }
        let written = try db.run(
            """
            INSERT INTO register_item (id, programme, register, number, title, state, is_proposed, content, match_key,
                version, stamp, changed_at, name)
            VALUES \(SQL.joined(items, by: ", "))
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, state = excluded.state,
                is_proposed = excluded.is_proposed, content = excluded.content, match_key = excluded.match_key,
                version = excluded.version, stamp = excluded.stamp, changed_at = excluded.changed_at,
                name = excluded.name
            WHERE register_item.programme = excluded.programme AND register_item.register = excluded.register
            RETURNING id
            """
        )
        guard written.count == rows.count else { throw RegisterProblem.itemNotFound }
        let revisions = try rows.map { row in
            """
            (\(row.revision), \(programme), \(register), \(row.id), \(row.version), \(row.state), \(row.isProposed),
            \(try RegisterContent(row.entry.values).text), \(row.recordedAt), \(row.account), \(row.name))
            """ as SQL
        }
        try db.run(
            """
            INSERT INTO register_revision (id, programme, register, item, version, state, is_proposed, content,
                recorded_at, account_id, name)
            VALUES \(SQL.joined(revisions, by: ", "))
            """
        )
    }
}

/// What keeps the catalogues up to date: each change of a register has a number, and each item that of its last change.
extension RegisterItemStore {
    fileprivate func nextStamp() throws -> Int {
        try db.run(
            """
            INSERT INTO register_stamp (programme, register, stamp, erased)
            VALUES (\(programme), \(register), \(1), \(0))
            ON CONFLICT (programme, register) DO UPDATE SET stamp = register_stamp.stamp + 1 RETURNING stamp
            """
        )[0].get(0)
    }

    /// The number of the last change, and of the last one that took something away.
    func stamp() throws -> (changed: Int, erased: Int) {
        try db.run("SELECT stamp, erased FROM register_stamp WHERE \(own)").first
            .map { (try $0.get(0), try $0.get(1)) } ?? (0, 0)
    }

    /// By what the items are found that changed since.
    func findings(
        after stamp: Int,
        _ register: Register,
        _ notation: RegisterNotation
    ) throws -> [RegisterFinding] {
        try db.run(
            """
            SELECT id, version, number, title, state, content, changed_at FROM register_item
            WHERE \(own) AND is_proposed = \(false) AND stamp > \(stamp)
            """
        ).map { row in
            RegisterFinding(
                id: try row.get(0),
                version: try row.get(1),
                number: try row.get(2),
                title: try row.get(3),
                changedAt: try row.get(6),
                index: RegisterIndex(
                    try RegisterContent(text: row.get(5)).values,
                    in: try row.get(4),
                    of: register,
                    notation
                )
            )
        }
    }
}

extension SQLConnection {
    func registerItems(_ register: Register.ID, in programme: ProgrammeID) -> RegisterItemStore {
        RegisterItemStore(db: self, programme: programme, register: register)
    }
}
