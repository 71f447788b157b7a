import Foundation
import Kernel
import Programmes
import Storage

extension ConsentRecord.Audience: SQLConvertible {}
extension GoodExample.Effort: SQLConvertible {}

/// All SQL about the good examples of one conversation, and what may be done with them.
struct GoodExampleStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let conversation: Conversation.ID

    /// A new example, or a new version of one.
    func append(_ example: GoodExample, isRemoved: Bool = false, by principal: Principal, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO good_example (conversation, id, version, programme, title, story, costs, brings, effort,
                activity, is_removed, made_at, account_id, by_name)
            VALUES (\(conversation), \(example.id), (SELECT coalesce(max(version), 0) + 1 FROM good_example
                WHERE conversation = \(conversation) AND id = \(example.id)), \(programme), \(example.title),
                \(example.story), \(example.costs), \(example.brings), \(example.effort), \(example.activity),
                \(isRemoved), \(moment), \(principal.account), \(principal.name))
            """
        )
    }

    func append(_ consent: ConsentRecord, on example: GoodExample.ID, by principal: Principal, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO consent_record (id, conversation, example, programme, audience, until, text_version, given_by,
                given_on, recorded_at, account_id, by_name)
            VALUES (\(consent.id), \(conversation), \(example), \(programme), \(consent.audience), \(consent.until),
                \(consent.textVersion), \(consent.givenBy), \(consent.givenOn), \(moment), \(principal.account),
                \(principal.name))
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    func withdraw(_ consent: ConsentRecord.ID, by principal: Principal, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO consent_withdrawal (consent, withdrawn_at, account_id, by_name)
            VALUES (\(consent), \(moment), \(principal.account), \(principal.name))
            ON CONFLICT (consent) DO NOTHING
            """
        )
    }

    /// As they stand, in the order in which they were told.
    func all() throws -> [GoodExample] {
        let rows = try db.run(
            """
            SELECT g.id, g.title, g.story, g.costs, g.brings, g.activity, g.effort FROM good_example g
            WHERE g.conversation = \(conversation) AND g.programme = \(programme) AND NOT g.is_removed
                AND g.version = (SELECT max(n.version) FROM good_example n
                    WHERE n.conversation = g.conversation AND n.id = g.id)
            ORDER BY (SELECT min(f.made_at) FROM good_example f
                WHERE f.conversation = g.conversation AND f.id = g.id), g.id
            """
        )
        guard !rows.isEmpty else { return [] }
        let consents = Dictionary(grouping: try self.consents(), by: \.example)
        return try rows.map { row in
            let id: GoodExample.ID = try row.get(0)
            return GoodExample(
                id: id,
                title: try row.get(1),
                story: try row.get(2),
                costs: try row.find(3),
                brings: try row.find(4),
                effort: try row.find(6),
                activity: try row.find(5),
                consent: consents[id]?.last?.consent
            )
        }
    }

    /// - Throws: ``ConversationProblem/exampleNotFound``.
    func find(_ id: GoodExample.ID) throws -> GoodExample {
        guard let example = try all().first(where: { $0.id == id }) else { throw ConversationProblem.exampleNotFound }
        return example
    }

    /// Every permission that was ever recorded, the oldest first.
    func consents() throws -> [(example: GoodExample.ID, consent: ConsentRecord)] {
        try db.run(
            """
            SELECT c.example, c.id, c.audience, c.until, c.text_version, c.given_by, c.given_on, c.by_name,
                w.withdrawn_at
            FROM consent_record c LEFT JOIN consent_withdrawal w ON w.consent = c.id
            WHERE c.conversation = \(conversation) AND c.programme = \(programme) ORDER BY c.recorded_at, c.id
            """
        ).map { row in
            (
                try row.get(0),
                ConsentRecord(
                    id: try row.get(1),
                    audience: try row.get(2),
                    until: try row.find(3),
                    textVersion: try row.get(4),
                    givenBy: try row.get(5),
                    givenOn: try row.get(6),
                    recordedBy: try row.get(7),
                    withdrawnAt: try row.find(8)
                )
            )
        }
    }
}

extension SQLConnection {
    func examples(of conversation: Conversation.ID, in programme: ProgrammeID) -> GoodExampleStore {
        GoodExampleStore(db: self, programme: programme, conversation: conversation)
    }
}
