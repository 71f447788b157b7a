import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about pairs in one programme. What was said is added, never changed.
struct RegisterPairStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// The last word about each.
    func decisions(of pairing: RegisterPairing.ID) throws -> [RegisterPairKey: RegisterPairDecision] {
        try db.run(
            """
            SELECT asks, offers, answer, name, recorded_at FROM register_pair
            WHERE programme = \(programme) AND pairing = \(pairing) ORDER BY sequence
            """
        ).reduce(into: [:]) { found, row in
            found[RegisterPairKey(asks: try row.get(0), offers: try row.get(1))] = RegisterPairDecision(
                answer: try row.get(2),
                name: try row.get(3),
                recordedAt: try row.get(4)
            )
        }
    }

    func insert(
        _ answer: RegisterPairDecision.Answer,
        on key: RegisterPairKey,
        of pairing: RegisterPairing.ID,
        by principal: Principal,
        at moment: Date
    ) throws {
        try db.run(
            """
            INSERT INTO register_pair (programme, pairing, asks, offers, sequence, answer, account_id, name, recorded_at)
            VALUES (\(programme), \(pairing), \(key.asks), \(key.offers),
                (SELECT coalesce(max(sequence), 0) + 1 FROM register_pair
                    WHERE programme = \(programme) AND pairing = \(pairing)),
                \(answer), \(principal.account), \(principal.name), \(moment))
            """
        )
    }

    func remove(_ item: RegisterItem.ID) throws {
        try db.run("DELETE FROM register_pair WHERE programme = \(programme) AND (asks = \(item) OR offers = \(item))")
    }
}

extension RegisterPairDecision.Answer: SQLConvertible {}
