import Audit
package import Fieldwork
package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the program can ask about follow-ups.
package struct FollowUps: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> FollowUpList {
        try principal.require(.followUp, in: programme)
        let content = try await programmes.current(programme)
        let all = try await database.read { db in try db.followUps(in: content).all() }
        return FollowUpList(
            waiting: all.filter { $0.outcome == nil }.sorted {
                ($0.dueOn, $0.companyName, $0.conversation.description)
                    < ($1.dueOn, $1.companyName, $1.conversation.description)
            },
            done: all.filter { $0.outcome != nil }.sorted {
                let (left, right) = ($0.outcome?.contactedOn ?? $0.dueOn, $1.outcome?.contactedOn ?? $1.dueOn)
                return (right, $0.companyName) < (left, $1.companyName)
            }
        )
    }

    /// - Throws: ``FollowUpProblem/notFound``.
    package func find(
        _ conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> FollowUp {
        try principal.require(.followUp, in: programme)
        let content = try await programmes.current(programme)
        return try await database.read { db in try db.followUps(in: content).find(conversation) }
    }

    /// What the company told. Telling it again corrects it; the earlier one stays on record.
    ///
    /// - Throws: ``InvalidFollowUp``.
    package func record(
        _ form: FollowUpForm,
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.followUp, in: programme)
        let content = try await programmes.current(programme)
        let world = world
        let heldOn = try await find(conversation, in: programme, as: principal).heldOn
        let outcome = try form.read(heldOn: heldOn, today: world.today, world: world, by: principal.name)
        try await database.write { db in
            let store = db.followUps(in: content)
            if try store.containsOutcome(outcome.id) { return }
            try store.insert(outcome, by: principal.account, for: conversation)
            try db.audit.append(
                .followUp,
                "follow-up.recorded",
                of: "conversation \(conversation)",
                in: programme,
                by: principal,
                at: outcome.recordedAt
            )
        }
    }

    /// Another day or another person.
    ///
    /// - Throws: ``InvalidFollowUp``.
    package func plan(
        _ form: FollowUpPlanForm,
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.followUp, in: programme)
        let content = try await programmes.current(programme)
        let present = try await find(conversation, in: programme, as: principal)
        let plan = try form.read(heldOn: present.heldOn)
        let id = form.id.flatMap(ID<FollowUp>.init) ?? world.id()
        let now = world.now()
        try await database.write { db in
            let store = db.followUps(in: content)
            if try store.containsPlan(id) { return }
            try store.insertPlan(
                id,
                dueOn: plan.dueOn,
                responsible: plan.responsible,
                at: now,
                by: principal,
                for: conversation
            )
            try db.audit.append(
                .followUp,
                "follow-up.planned",
                of: "conversation \(conversation)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
