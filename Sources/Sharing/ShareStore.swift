import Audit
import Kernel
import Storage

/// All SQL about what programmes agreed to share. Words are added, never changed.
struct ShareStore {
    let db: any SQLConnection

    /// Of every agreement, in the order in which they were said.
    func words() throws -> [ShareAgreement.Key: [ShareWord]] {
        let rows = try db.run(
            """
            SELECT code, giver, taker, id, programme, is_agreed, why, recorded_at, name FROM share_word
            ORDER BY number
            """
        ).map { row in
            (
                key: ShareAgreement.Key(code: try row.get(0), giver: try row.get(1), user: try row.get(2)),
                word: ShareWord(
                    id: try row.get(3),
                    programme: try row.get(4),
                    isAgreed: try row.get(5),
                    why: try row.get(6),
                    recordedAt: try row.get(7),
                    name: try row.get(8)
                )
            )
        }
        return Dictionary(grouping: rows, by: \.key).mapValues { $0.map(\.word) }
    }

    /// `false` when it was there already.
    func insert(_ word: ShareWord, about key: ShareAgreement.Key, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO share_word (id, code, giver, taker, number, programme, is_agreed, why, recorded_at, account_id,
                name)
            VALUES (\(word.id), \(key.code), \(key.giver), \(key.user),
                (SELECT coalesce(max(number), 0) + 1 FROM share_word
                    WHERE giver = \(key.giver) AND taker = \(key.user) AND code = \(key.code)),
                \(word.programme), \(word.isAgreed), \(word.why), \(word.recordedAt), \(principal.account), \(word.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }
}

extension SQLConnection {
    var shares: ShareStore { ShareStore(db: self) }
}
