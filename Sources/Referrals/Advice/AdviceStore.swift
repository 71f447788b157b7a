import Audit
import Fieldwork
import Kernel
import Storage

/// All SQL about advice in one programme.
struct AdviceStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func latest(of conversation: Conversation.ID) throws -> Advice? {
        let rows = try db.run(
            """
            SELECT id, recorded_at, name FROM advice
            WHERE programme = \(programme) AND conversation_id = \(conversation) ORDER BY number DESC LIMIT 1
            """
        )
        guard let row = rows.first else { return nil }
        let id: Advice.ID = try row.get(0)
        let steps = try db.run("SELECT step FROM advice_step WHERE advice_id = \(id) ORDER BY position")
        return Advice(
            id: id,
            steps: try steps.map { try $0.get(0) },
            recordedAt: try row.get(1),
            name: try row.get(2)
        )
    }

    func contains(_ id: Advice.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM advice WHERE id = \(id) AND programme = \(programme)").isEmpty
    }

    func insert(_ advice: Advice, by account: AccountID?, for conversation: Conversation.ID) throws {
        let number: Int =
            try db.run(
                """
                SELECT coalesce(MAX(number), 0) + 1 FROM advice
                WHERE programme = \(programme) AND conversation_id = \(conversation)
                """
            ).first?.get(0) ?? 1
        try db.run(
            """
            INSERT INTO advice (id, programme, conversation_id, number, recorded_at, account_id, name)
            VALUES (\(advice.id), \(programme), \(conversation), \(number), \(advice.recordedAt), \(account),
                \(advice.name))
            """
        )
        for (position, step) in advice.steps.enumerated() {
            try db.run(
                "INSERT INTO advice_step (advice_id, position, step) VALUES (\(advice.id), \(position + 1), \(step))"
            )
        }
    }
}

extension SQLConnection {
    func advice(in programme: ProgrammeID) -> AdviceStore {
        AdviceStore(db: self, programme: programme)
    }
}
