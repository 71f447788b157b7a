import Audit
package import Fieldwork
package import Kernel
package import Storage

/// Everything the rest of the program can ask about next steps.
package struct Advices: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let conversations: Conversations

    package init(database: any SQLDatabase, world: World, conversations: Conversations) {
        self.database = database
        self.world = world
        self.conversations = conversations
    }

    /// Writes the next steps of a company anew. The same steps again change nothing.
    ///
    /// - Throws: ``InvalidAdvice``.
    package func write(
        _ form: AdviceForm,
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.decideReferrals, in: programme)
        let steps = try form.read()
        let record = try await conversations.record(conversation, in: programme, as: principal)
        guard record.conversation.hasResult else { throw ReferralProblem.conversationNotHeld }
        let advice = Advice(
            id: form.id.flatMap(Advice.ID.init) ?? world.id(),
            steps: steps,
            recordedAt: world.now(),
            name: principal.name
        )
        try await database.write { db in
            let store = db.advice(in: programme)
            if try store.contains(advice.id) { return }
            if (try store.latest(of: conversation)?.steps ?? []) == steps { return }
            try store.insert(advice, by: principal.account, for: conversation)
            try db.audit.append(
                .decideReferrals,
                "advice.written",
                of: "conversation \(conversation)",
                in: programme,
                by: principal,
                at: advice.recordedAt
            )
        }
    }
}
