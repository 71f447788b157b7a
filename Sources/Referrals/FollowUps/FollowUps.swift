import Audit
package import Fieldwork
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the program can ask about follow-ups.
package struct FollowUps: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes
    private let conversations: Conversations

    package init(database: any SQLDatabase, world: World, programmes: Programmes, conversations: Conversations) {
        self.database = database
        self.world = world
        self.programmes = programmes
        self.conversations = conversations
    }

    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> FollowUpList {
        try principal.require(.followUp, in: programme)
        let content = try await programmes.current(programme)
        let all = try await database.read { db in try db.followUps(in: content).all() }.latestOfEachCompany
        let byDay = all.sorted {
            ($0.dueOn, $0.companyName, $0.conversation.description)
                < ($1.dueOn, $1.companyName, $1.conversation.description)
        }
        return FollowUpList(
            waiting: byDay.filter(\.isWaiting),
            done: all.filter { !$0.isWaiting }.sorted {
                let (left, right) = ($0.outcome?.contactedOn ?? $0.dueOn, $1.outcome?.contactedOn ?? $1.dueOn)
                return (right, $0.companyName) < (left, $1.companyName)
            },
            withoutFinal: content.isClosingPhase(on: world.today) ? byDay.filter { !$0.hasFinal } : []
        )
    }

    /// The next date with a company and who keeps it; `nil` for a company that nobody talked to yet.
    package func next(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> FollowUp? {
        try principal.require(.followUp, in: programme)
        let content = try await programmes.current(programme)
        return try await database.read { db in try db.followUps(in: content).all(of: company) }
            .latestOfEachCompany.first
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

    /// What to ask, with what was said the last time; with `corrected` the call whose outcome is put right.
    ///
    /// - Throws: ``FollowUpProblem/notFound``.
    package func call(
        _ conversation: Conversation.ID,
        correcting corrected: FollowUpOutcome.ID? = nil,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> FollowUpCall {
        let followUp = try await find(conversation, in: programme, as: principal)
        let content = try await programmes.current(programme)
        let (outcome, referrals) = try await database.read { db in
            (
                try corrected.flatMap { try db.followUps(in: content).outcome($0, of: conversation) },
                try db.referrals(in: programme).all(of: followUp.company).filter(\.state.isReferred)
            )
        }
        var present: LastMeasurement?
        if let measurement = outcome?.measurement {
            let last = try await conversations.last(of: followUp.company, in: programme, as: principal)
            // What was measured since, or on another sheet, is not put right by a call of before.
            guard last.conversation.id == measurement, last.conversation.sheetVersion == content.sheet.version else {
                return try await call(conversation, in: programme, as: principal)
            }
            present = last
        }
        let isFinal = content.isClosingPhase(on: world.today)
        return FollowUpCall(
            followUp: followUp,
            last: try await conversations.last(
                of: followUp.company,
                excluding: present?.conversation.id,
                in: programme,
                as: principal
            ),
            referrals: referrals,
            corrected: present == nil ? nil : outcome,
            present: present,
            measurement: present?.conversation.measurement ?? (isFinal ? .final : .followUp)
        )
    }

    /// What the company told, which makes a measurement of its own; or puts right what was recorded of the last call,
    /// when the form says which. What was there stays on record.
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
        let id = FollowUpOutcome.ID(form.id) ?? world.id()
        if try await database.read({ db in try db.followUps(in: content).containsOutcome(id) }) { return }
        let call = try await call(
            conversation,
            correcting: FollowUpOutcome.ID(form.corrects),
            in: programme,
            as: principal
        )
        let told = try form.read(about: call, needs: content.needs.map(\.code), today: world.today)
        let later = LaterMeasurement(
            id: call.corrected?.measurement ?? Conversation.ID(form.measurementID) ?? world.id(),
            company: call.followUp.company,
            measurement: call.corrected == nil ? told.measurement : call.measurement,
            heldOn: told.contactedOn,
            sheet: content.sheet,
            answers: told.answers,
            needs: form.needs
        )
        let outcome = FollowUpOutcome(id: id, told, recordedAt: world.now(), name: principal.name, later.id)
        let planID = world.id(of: FollowUp.self)
        do {
            try await database.write { db in
                let store = db.followUps(in: content)
                if try store.containsOutcome(outcome.id) { return }
                try db.record(later, in: programme, by: principal, in: world)
                try store.insert(outcome, by: principal.account, for: conversation)
                if let next = told.next {
                    try store.insertPlan(
                        planID,
                        dueOn: next.on,
                        responsible: next.by,
                        at: outcome.recordedAt,
                        by: principal,
                        for: conversation
                    )
                }
                try db.audit.append(
                    .followUp,
                    "follow-up.recorded",
                    of: "conversation \(conversation)",
                    in: programme,
                    by: principal,
                    at: outcome.recordedAt
                )
            }
        } catch ConversationProblem.alreadyOpen {
            throw InvalidFollowUp(issues: [.conversationOpen])
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

extension FollowUpOutcome {
    fileprivate init(
        id: ID,
        _ told: FollowUpForm.Reading,
        recordedAt moment: Date,
        name: String,
        _ measurement: Conversation.ID
    ) {
        self.init(
            id: id,
            contactedOn: told.contactedOn,
            link: Link(told.referrals),
            help: Help(told.referrals),
            ambitions: Fate(told.fates.values),
            additionality: told.additionality,
            note: told.note,
            recordedAt: moment,
            name: name,
            measurement: measurement,
            answers: told.referrals,
            fates: told.fates
        )
    }
}
