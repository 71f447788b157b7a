import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about money and time in one programme. Rows are added, never changed.
struct FinanceStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// In the order of their numbers.
    func entries() throws -> [FinanceEntry] { try entries(where: "TRUE") }

    func find(_ id: FinanceEntry.ID) throws -> FinanceEntry? { try entries(where: "e.id = \(id)").first }

    private func entries(where condition: SQL) throws -> [FinanceEntry] {
        try db.run(
            """
            SELECT e.id, e.number, e.kind, e.organisation, e.post, e.source, e.day, e.amount, e.minutes, e.role, e.rate,
                e.words, e.reference, e.commitment, e.reverses, e.recorded_at, e.name, e.is_own,
                d.is_approved, d.why, d.name, d.recorded_at
            FROM finance_entry AS e LEFT JOIN finance_decision AS d ON d.entry = e.id
            WHERE e.programme = \(programme) AND \(condition) ORDER BY e.number
            """
        ).map(Self.entry)
    }

    private static func entry(_ row: SQLRow) throws -> FinanceEntry {
        let isApproved: Bool? = try row.find(18)
        return FinanceEntry(
            id: try row.get(0),
            number: try row.get(1),
            kind: try row.get(2),
            organisation: try row.get(3),
            post: try row.get(4),
            source: try row.find(5),
            day: try row.get(6),
            amount: Cents(try row.get(7)),
            minutes: try row.find(8),
            role: try row.find(9),
            rate: try row.find(10, as: Int.self).map { Cents($0) },
            words: try row.get(11),
            reference: try row.get(12),
            commitment: try row.find(13),
            reverses: try row.find(14),
            recordedAt: try row.get(15),
            name: try row.get(16),
            decision: try isApproved.map {
                FinanceDecision(
                    isApproved: $0,
                    why: try row.get(19),
                    name: try row.get(20),
                    recordedAt: try row.get(21)
                )
            },
            isOwn: try row.get(17)
        )
    }

    func nextNumber() throws -> Int {
        try db.run("SELECT coalesce(max(number), 0) + 1 FROM finance_entry WHERE programme = \(programme)")[0].get(0)
    }

    /// `false` when that identifier is of an entry elsewhere, which is left alone.
    func insert(_ entry: FinanceEntry, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO finance_entry (id, programme, number, kind, organisation, post, source, day, amount, minutes, role,
                rate, words, reference, commitment, reverses, is_own, recorded_at, account_id, name)
            VALUES (\(entry.id), \(programme), \(entry.number), \(entry.kind), \(entry.organisation), \(entry.post),
                \(entry.source), \(entry.day), \(entry.amount.count), \(entry.minutes), \(entry.role),
                \(entry.rate?.count), \(entry.words), \(entry.reference), \(entry.commitment), \(entry.reverses),
                \(entry.isOwn), \(entry.recordedAt), \(principal.account), \(entry.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func isReversed(_ id: FinanceEntry.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM finance_entry WHERE programme = \(programme) AND reverses = \(id)").isEmpty
    }

    func insert(_ decision: FinanceDecision, on entry: FinanceEntry.ID, by principal: Principal) throws {
        try db.run(
            """
            INSERT INTO finance_decision (programme, entry, is_approved, why, recorded_at, account_id, name)
            VALUES (\(programme), \(entry), \(decision.isApproved), \(decision.why), \(decision.recordedAt),
                \(principal.account), \(decision.name))
            """
        )
    }

    /// In the order in which they were set.
    func rates() throws -> [HourRate] {
        try db.run(
            """
            SELECT role, year, rate, recorded_at, name FROM finance_rate WHERE programme = \(programme)
            ORDER BY recorded_at, id
            """
        ).map { row in
            HourRate(
                role: try row.get(0),
                year: try row.get(1),
                rate: Cents(try row.get(2)),
                recordedAt: try row.get(3),
                name: try row.get(4)
            )
        }
    }

    /// `false` when it was there already.
    func insert(_ rate: HourRate, id: ID<HourRate>, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO finance_rate (id, programme, role, year, rate, recorded_at, account_id, name)
            VALUES (\(id), \(programme), \(rate.role), \(rate.year), \(rate.rate.count), \(rate.recordedAt),
                \(principal.account), \(rate.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    /// In the order in which they were set.
    func budgets() throws -> [Budget] {
        try db.run(
            """
            SELECT post, source, year, amount, why, recorded_at, name FROM finance_budget WHERE programme = \(programme)
            ORDER BY recorded_at, id
            """
        ).map { row in
            Budget(
                post: try row.get(0),
                source: try row.get(1),
                year: try row.get(2),
                amount: Cents(try row.get(3)),
                why: try row.get(4),
                recordedAt: try row.get(5),
                name: try row.get(6)
            )
        }
    }

    /// `false` when it was there already.
    func insert(_ budget: Budget, id: ID<Budget>, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO finance_budget (id, programme, post, source, year, amount, why, recorded_at, account_id, name)
            VALUES (\(id), \(programme), \(budget.post), \(budget.source), \(budget.year), \(budget.amount.count),
                \(budget.why), \(budget.recordedAt), \(principal.account), \(budget.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }
}

extension SQLConnection {
    func finance(in programme: ProgrammeID) -> FinanceStore { FinanceStore(db: self, programme: programme) }
}

extension FinanceEntry.Kind: SQLConvertible {}
