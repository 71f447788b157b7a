import Audit
import Foundation
package import Kernel
import Programmes
import Storage

/// From the start of a conversation to its end, and what is put right after.
extension Conversations {
    /// Sits down at the table: from now on the conversation is held on the sheet of this moment. `day` is for a
    /// conversation that was held on paper before, and `sheetVersion` for one that was begun on the sheet of then.
    ///
    /// - Throws: `ProgrammeProblem.sheetVersionNotFound`.
    @discardableResult
    package func start(
        _ id: Conversation.ID,
        heldOn day: Day? = nil,
        sheetVersion: Int? = nil,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        let sheet =
            if let sheetVersion {
                try await programmes.sheet(version: sheetVersion, of: programme)
            } else {
                try await programmes.current(programme).sheet
            }
        if let day, day > world.today { throw InvalidAnswer(issues: [.dayInFuture]) }
        return try await happen(
            .started,
            to: id,
            sheetVersion: sheet.version,
            heldOn: day ?? world.today,
            in: programme,
            as: principal
        )
    }

    @discardableResult
    package func pause(
        _ id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try await happen(.paused, to: id, in: programme, as: principal)
    }

    @discardableResult
    package func resume(
        _ id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try await happen(.resumed, to: id, in: programme, as: principal)
    }

    /// The end of the conversation, or of a correction of it.
    @discardableResult
    package func finish(
        _ id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try await happen(.finished, to: id, in: programme, as: principal)
    }

    /// Opens a finished conversation again to put something right. Everything that was there before stays in sight.
    ///
    /// - Throws: ``InvalidAnswer`` without a reason.
    @discardableResult
    package func correct(
        _ id: Conversation.ID,
        because reason: String,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try await happen(.reopened, to: id, because: try readReason(reason), in: programme, as: principal)
    }

    /// - Throws: ``InvalidAnswer`` without a reason.
    @discardableResult
    package func cancel(
        _ id: Conversation.ID,
        because reason: String,
        in programme: ProgrammeID,
        as principal: Principal,
        telling: Moving? = nil
    ) async throws -> Conversation {
        try await happen(
            .cancelled,
            to: id,
            because: try readReason(reason),
            in: programme,
            as: principal,
            then: telling
        )
    }

    private func readReason(_ text: String) throws(InvalidAnswer) -> String {
        guard let reason = text.nonEmpty else { throw InvalidAnswer(issues: [.reasonMissing]) }
        guard reason.count <= TextLimit.short else { throw InvalidAnswer(issues: [.textTooLong]) }
        return reason
    }

    /// One thing that happens to the conversation as a whole. What happened already, happens no second time: so a form
    /// may be sent twice.
    func happen(
        _ kind: ConversationEvent.Kind,
        to id: Conversation.ID,
        because reason: String? = nil,
        plan: ConversationPlan? = nil,
        sheetVersion: Int? = nil,
        heldOn: Day? = nil,
        in programme: ProgrammeID,
        as principal: Principal,
        then: Moving? = nil
    ) async throws -> Conversation {
        try principal.require(kind == .reopened ? .correctConversations : .holdConversations, in: programme)
        let now = world.now()
        return try await database.write { db in
            let store = db.conversations(in: programme)
            let before = try store.find(id)
            if before.state == .correcting { try principal.require(.correctConversations, in: programme) }
            guard try isFirst(in: programme, by: principal, db) else { return before }
            if plan == nil, before.state == kind.leadsTo { return before }
            let after = try before.after(kind, at: now, plan: plan, sheetVersion: sheetVersion, heldOn: heldOn)
            if !before.state.isOpen, after.state.isOpen {
                let others = try store.all(of: before.company)
                if let open = others.first(where: \.state.isOpen) { throw ConversationProblem.alreadyOpen(open.id) }
            }
            try store.append(kind, after: after, by: principal, at: now, because: reason)
            try db.audit.append(
                kind == .reopened ? .correctConversations : .holdConversations,
                "conversation.\(kind.rawValue)",
                of: "conversation \(id)",
                in: programme,
                by: principal,
                at: now
            )
            try then?(db, after, try store.events(of: id).count)
            return after
        }
    }
}
