import Foundation
package import Kernel
import Programmes
package import Storage

extension Mark: SQLConvertible {}

/// All SQL about what was filled in on the sheet of one conversation.
struct SheetStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let conversation: Conversation.ID

    // MARK: Ticks

    /// Keeps a tick, once. The same tick again changes nothing.
    ///
    /// - Throws: ``ConversationProblem/identifierTaken`` when the identifier was used for another tap.
    func append(_ tick: Tick, by account: AccountID?) throws {
        let added = try db.run(
            """
            INSERT INTO tick (conversation, id, programme, activity, mark, is_on, made_at, received_at, account_id,
                by_name, device)
            VALUES (\(conversation), \(tick.id), \(programme), \(tick.activity), \(tick.mark), \(tick.isOn),
                \(tick.madeAt), \(tick.receivedAt), \(account), \(tick.by), \(tick.device))
            ON CONFLICT (conversation, id) DO NOTHING RETURNING id
            """
        )
        guard added.isEmpty else { return }
        let same = try db.run(
            """
            SELECT 1 FROM tick WHERE conversation = \(conversation) AND programme = \(programme) AND id = \(tick.id)
                AND activity = \(tick.activity) AND mark = \(tick.mark) AND is_on = \(tick.isOn)
            """
        )
        if same.isEmpty { throw ConversationProblem.identifierTaken }
    }

    func hasTicks(fromOtherThan device: String) throws -> Bool {
        try !db.run(
            """
            SELECT 1 FROM tick WHERE conversation = \(conversation) AND programme = \(programme)
                AND device <> \(device) LIMIT 1
            """
        ).isEmpty
    }

    func has(_ tick: Tick.ID) throws -> Bool {
        try !db.run(
            "SELECT 1 FROM tick WHERE conversation = \(conversation) AND programme = \(programme) AND id = \(tick)"
        ).isEmpty
    }

    /// The order is that of ``Tick/precedes(_:_:)``; the times are left where they are, for speed.
    func answers() throws -> SheetAnswers {
        SheetAnswers(
            inOrder: try db.run(
                """
                SELECT activity, mark, is_on FROM tick WHERE conversation = \(conversation) AND programme = \(programme)
                ORDER BY made_at, id
                """
            ).map { Tap(try $0.get(0), try $0.get(1), isOn: try $0.get(2)) }
        )
    }

    func ticks() throws -> [Tick] {
        try db.run(
            """
            SELECT id, activity, mark, is_on, made_at, received_at, by_name, device FROM tick
            WHERE conversation = \(conversation) AND programme = \(programme) ORDER BY made_at, id
            """
        ).map { row in
            Tick(
                id: try row.get(0),
                activity: try row.get(1),
                mark: try row.get(2),
                isOn: try row.get(3),
                madeAt: try row.get(4),
                receivedAt: try row.get(5),
                by: try row.get(6),
                device: try row.get(7)
            )
        }
    }

    /// What was ticked last, to go on from there.
    func lastActivity() throws -> Activity.ID? {
        try db.run(
            """
            SELECT activity FROM tick WHERE conversation = \(conversation) AND programme = \(programme)
            ORDER BY made_at DESC, id DESC LIMIT 1
            """
        ).first?.get(0)
    }

    // MARK: Remarks and needs

    func append(_ remark: Remark, id: ID<Remark>, by principal: Principal) throws {
        try db.run(
            """
            INSERT INTO activity_remark (conversation, id, programme, activity, remark, made_at, account_id, by_name)
            VALUES (\(conversation), \(id), \(programme), \(remark.activity), \(remark.text), \(remark.madeAt),
                \(principal.account), \(remark.by))
            ON CONFLICT (conversation, id) DO NOTHING
            """
        )
    }

    /// All of them, also those that were replaced, the oldest first. An empty text takes one back.
    func allRemarks() throws -> [Remark] {
        try db.run(
            """
            SELECT activity, remark, made_at, by_name FROM activity_remark
            WHERE conversation = \(conversation) AND programme = \(programme) ORDER BY made_at, id
            """
        ).map { Remark(activity: try $0.get(0), text: try $0.get(1), madeAt: try $0.get(2), by: try $0.get(3)) }
    }

    func remarks() throws -> [Activity.ID: String] {
        try db.run(
            """
            SELECT activity, remark FROM activity_remark
            WHERE conversation = \(conversation) AND programme = \(programme) ORDER BY made_at, id
            """
        ).reduce(into: [:]) { result, row in
            result[try row.get(0, as: Activity.ID.self)] = try row.get(1, as: String.self).nonEmpty
        }
    }

    func append(_ need: NeedAnswer, id: ID<NeedAnswer>, by principal: Principal) throws {
        try db.run(
            """
            INSERT INTO support_need (conversation, id, programme, kind, is_on, note, made_at, account_id, by_name)
            VALUES (\(conversation), \(id), \(programme), \(need.kind), \(need.isOn), \(need.note), \(need.madeAt),
                \(principal.account), \(need.by))
            ON CONFLICT (conversation, id) DO NOTHING
            """
        )
    }

    /// All answers about needs, also those that were replaced, the oldest first.
    func needAnswers() throws -> [NeedAnswer] {
        try db.run(
            """
            SELECT kind, is_on, note, made_at, by_name FROM support_need
            WHERE conversation = \(conversation) AND programme = \(programme) ORDER BY made_at, id
            """
        ).map { row in
            NeedAnswer(
                kind: try row.get(0),
                isOn: try row.get(1),
                note: try row.find(2),
                madeAt: try row.get(3),
                by: try row.get(4)
            )
        }
    }
}

extension SQLConnection {
    /// The taps of many conversations, each in its order (``Tick/precedes(_:_:)``). The condition is about a row of
    /// `tick`.
    package func taps(in programme: ProgrammeID, where condition: SQL) throws -> [Conversation.ID: [Tap]] {
        try run(
            """
            SELECT conversation, activity, mark, is_on FROM tick
            WHERE programme = \(programme) AND \(condition) ORDER BY made_at, id
            """
        ).reduce(into: [:]) { result, row in
            result[try row.get(0, as: Conversation.ID.self), default: []]
                .append(Tap(try row.get(1), try row.get(2), isOn: try row.get(3)))
        }
    }

    func sheet(of conversation: Conversation.ID, in programme: ProgrammeID) -> SheetStore {
        SheetStore(db: self, programme: programme, conversation: conversation)
    }
}
