import Foundation
package import Kernel
package import Programmes
package import Storage

/// What a conversation says that decides about help (*kort verslag*): read for many at once.
package struct BriefRecord: Sendable {
    package let conversation: Conversation.ID
    package let company: Company
    /// On the sheet of today.
    package let answers: SheetAnswers
    package let needs: [SupportNeed]
    package let hasShareableExample: Bool
}

/// The SQL behind brief records.
struct BriefRecordStore {
    let db: any SQLConnection
    let programme: Programme
    let history: SheetHistory
    let today: Day

    /// In the order of `ids`; so many at once that a list of them fits in a statement.
    func all(_ ids: [Conversation.ID]) throws -> [BriefRecord] {
        try stride(from: 0, to: ids.count, by: 500).flatMap { start in
            try part(Array(ids[start..<min(start + 500, ids.count)]))
        }
    }

    private func part(_ ids: [Conversation.ID]) throws -> [BriefRecord] {
        let taps = try db.taps(in: programme.id, where: "conversation IN \(SQL.list(ids))")
        let needs = try needs(ids)
        let shareable = try shareable(ids)
        let talks = try db.run(
            """
            SELECT c.id, c.company, e.sheet_version FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            WHERE c.programme = \(programme.id) AND c.id IN \(SQL.list(ids)) AND e.sheet_version IS NOT NULL
            """
        ).map {
            (try $0.get(0, as: Conversation.ID.self), try $0.get(1, as: Company.ID.self), try $0.get(2, as: Int.self))
        }
        let companies = Dictionary(
            uniqueKeysWithValues: try db.companies(in: programme.id).find(
                Set(talks.map(\.1)).sorted {
                    $0.description < $1.description
                }
            ).map { ($0.id, $0) }
        )
        let byID = Dictionary(uniqueKeysWithValues: talks.map { ($0.0, $0) })
        return ids.compactMap { id in
            guard let (_, owner, version) = byID[id], let company = companies[owner] else { return nil }
            return BriefRecord(
                conversation: id,
                company: company,
                answers: SheetAnswers(inOrder: taps[id] ?? [])
                    .translated(from: version, to: programme.sheet.version, by: history),
                needs: [SupportNeed](needs[id] ?? []),
                hasShareableExample: shareable.contains(id)
            )
        }
    }

    private func needs(_ ids: [Conversation.ID]) throws -> [Conversation.ID: [NeedAnswer]] {
        try db.run(
            """
            SELECT conversation, kind, is_on, note, made_at, by_name FROM support_need
            WHERE programme = \(programme.id) AND conversation IN \(SQL.list(ids)) ORDER BY made_at, id
            """
        ).reduce(into: [:]) { result, row in
            result[try row.get(0, as: Conversation.ID.self), default: []].append(
                NeedAnswer(
                    kind: try row.get(1),
                    isOn: try row.get(2),
                    note: try row.find(3),
                    madeAt: try row.get(4),
                    by: try row.get(5)
                )
            )
        }
    }

    /// Few conversations have an example; those are asked one by one, by the one rule of what may be shared.
    private func shareable(_ ids: [Conversation.ID]) throws -> Set<Conversation.ID> {
        let told = try db.run(
            """
            SELECT DISTINCT conversation FROM good_example
            WHERE programme = \(programme.id) AND conversation IN \(SQL.list(ids))
            """
        ).map { try $0.get(0, as: Conversation.ID.self) }
        return Set(
            try told.filter { conversation in
                try db.examples(of: conversation, in: programme.id).all()
                    .contains { $0.mayBeShared(with: .sessions, on: today) }
            }
        )
    }
}

extension SQLConnection {
    /// What these conversations say that decides about help, in their order; those without a result are left out.
    package func briefRecords(
        of conversations: [Conversation.ID],
        in programme: Programme,
        reading history: SheetHistory,
        on today: Day
    ) throws -> [BriefRecord] {
        try BriefRecordStore(db: self, programme: programme, history: history, today: today).all(conversations)
    }
}
