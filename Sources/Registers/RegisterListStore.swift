import Algorithms
import Foundation
import Kernel
import Programmes
import Storage

/// The SQL of the lists of one register: what a catalogue found, and how it was earlier.
struct RegisterListStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let register: Register.ID

    private var own: SQL { "programme = \(programme) AND register = \(register)" }

    /// In the order of the identifiers; those that are gone are left out. They are of this register, so that it is not
    /// asked for: a database without statistics would then look through the whole register.
    func items(_ ids: [RegisterItem.ID]) throws -> [RegisterItem] {
        var items: [RegisterItem] = []
        items.reserveCapacity(ids.count)
        for some in ids.chunks(ofCount: 1000) {
            let found = try db.run(
                """
                SELECT \(RegisterItemStore.columns) FROM register_item
                WHERE programme = \(programme) AND id IN \(SQL.list(some))
                """
            ).map(RegisterItemStore.item)
            let byID = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
            items += some.compactMap { byID[$0] }
        }
        return items
    }

    /// All that wait for a yes, the oldest first.
    func proposals() throws -> [RegisterItem] {
        try db.run(
            "SELECT \(RegisterItemStore.columns) FROM register_item WHERE \(own) AND is_proposed = \(true) ORDER BY number"
        ).map(RegisterItemStore.item)
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
    func registerLists(_ register: Register.ID, in programme: ProgrammeID) -> RegisterListStore {
        RegisterListStore(db: self, programme: programme, register: register)
    }
}
