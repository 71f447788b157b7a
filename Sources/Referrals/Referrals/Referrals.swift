import Audit
package import Fieldwork
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Everything an adviser can ask and decide about referrals. Nothing here sends anything to anybody: handing over lets
/// the coach of the initiative see it.
package struct Referrals: Sendable {
    let database: any SQLDatabase
    let world: World
    let programmes: Programmes
    let conversations: Conversations

    package init(database: any SQLDatabase, world: World, programmes: Programmes, conversations: Conversations) {
        self.database = database
        self.world = world
        self.programmes = programmes
        self.conversations = conversations
    }

    /// What was said, what fits, and what was decided so far.
    package func worksheet(
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> ReferralWorksheet {
        try principal.require(.readReferrals, in: programme)
        let content = try await programmes.current(programme)
        let record = try await conversations.record(conversation, in: programme, as: principal)
        let answers = try await currentAnswers(record, in: content)
        let today = world.today
        return try await database.read { db in
            let facts = SuggestionFacts(
                company: record.company,
                answers: answers,
                needs: record.needs.map(\.kind),
                hasShareableExample: record.examples.contains { $0.mayBeShared(with: .sessions, on: today) },
                taken: try db.referralLists(in: programme).taken(),
                today: today
            )
            return ReferralWorksheet(
                programme: content,
                record: record,
                suggestions: Suggestions.make(programme: content, facts: facts),
                referrals: try db.referrals(in: programme).all(of: conversation),
                advice: try db.advice(in: programme).latest(of: conversation)
            )
        }
    }

    /// How many places of each initiative are taken, for who makes suggestions where we cannot be asked.
    package func taken(in programme: ProgrammeID, as principal: Principal) async throws -> [InitiativeCode: Int] {
        try principal.require(.readReferrals, in: programme)
        return try await database.read { db in try db.referralLists(in: programme).taken() }
    }

    /// The adviser chooses an initiative for the company. One that is not among the suggestions, or comes in the place
    /// of one that is, needs a reason.
    ///
    /// - Throws: ``InvalidReferral``, ``ReferralProblem``.
    package func choose(
        _ form: ReferralForm,
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.decideReferrals, in: programme)
        let worksheet = try await worksheet(for: conversation, in: programme, as: principal)
        guard worksheet.record.conversation.hasResult else { throw ReferralProblem.conversationNotHeld }
        var issues: [InvalidReferral.Issue] = []
        let initiative = worksheet.initiative(form.initiative)
        let suggested = form.instead.flatMap { worksheet.suggestions[$0]?.initiative }
        if initiative == nil || initiative == suggested { issues.append(.initiativeMissing) }
        let agreement = form.agreement(&issues)
        let isSuggested = initiative.map { worksheet.suggestions[$0] != nil } ?? true
        let reason = form.reason(isNeeded: suggested != nil || !isSuggested, &issues)
        guard issues.isEmpty, let initiative else { throw InvalidReferral(issues: issues) }
        var decisions: [(InitiativeCode, ReferralEvent)] = []
        if let suggested { decisions.append((suggested, event(nil, .rejected, note: reason, as: principal))) }
        decisions.append(
            (initiative, event(form.event, .confirmed, note: reason, agreement: agreement, as: principal))
        )
        if form.agreed != nil { decisions.append((initiative, event(nil, .agreed, as: principal))) }
        try await append(decisions, of: worksheet, as: principal)
    }

    /// The adviser does not choose what was suggested, and says why.
    package func reject(
        _ form: ReferralForm,
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.decideReferrals, in: programme)
        let worksheet = try await worksheet(for: conversation, in: programme, as: principal)
        guard worksheet.record.conversation.hasResult else { throw ReferralProblem.conversationNotHeld }
        var issues: [InvalidReferral.Issue] = []
        let initiative = worksheet.initiative(form.initiative)
        if initiative == nil { issues.append(.initiativeMissing) }
        let reason = form.reason(isNeeded: true, &issues)
        guard issues.isEmpty, let initiative else { throw InvalidReferral(issues: issues) }
        let event = event(form.event, .rejected, note: reason, as: principal)
        try await append([(initiative, event)], of: worksheet, as: principal)
    }

    /// All of the decisions or none; nothing when the one that the page named was recorded before.
    private func append(
        _ decisions: [(InitiativeCode, ReferralEvent)],
        of worksheet: ReferralWorksheet,
        as principal: Principal
    ) async throws {
        let programme = worksheet.programme.id
        let conversation = worksheet.record.conversation
        let decisions = decisions.map { ($0.0, $0.1, world.id(of: Referral.self)) }
        try await database.write { db in
            let store = db.referrals(in: programme)
            for (initiative, event, _) in decisions
            where try store.isRepeated(event.id, of: initiative, in: conversation.id) { return }
            for (initiative, event, newID) in decisions {
                let known = try store.find(initiative, of: conversation.id)
                // Passing over what was rejected already adds nothing.
                if known?.state == .rejected, event.step == .rejected, decisions.count > 1 { continue }
                if let known, !known.nextSteps.contains(event.step) {
                    throw event.step == .confirmed
                        ? ReferralProblem.alreadyChosen : .notPossible(event.step, in: known.state)
                }
                let referral =
                    known
                    ?? Referral(
                        id: newID,
                        conversation: conversation.id,
                        company: conversation.company,
                        initiative: initiative,
                        events: []
                    )
                if known == nil { try store.insert(referral) }
                try store.append(event, to: referral.id, number: referral.events.count + 1)
                try db.auditReferral(.decideReferrals, event, of: referral.id, in: programme, by: principal)
            }
        }
    }

    /// The answers as the sheet of today has them, which the rules of the pack are about.
    private func currentAnswers(_ record: ConversationRecord, in programme: Programme) async throws -> SheetAnswers {
        let (old, new) = (record.sheet.version, programme.sheet.version)
        if old == new { return record.answers }
        return record.answers.translated(from: old, to: new, by: try await programmes.sheets(of: programme.id))
    }

    /// Something that happens now, under the identifier of the page if it gave one.
    func event(
        _ id: String?,
        _ step: ReferralStep,
        on day: Day? = nil,
        side: ReferralEvent.Side = .adviser,
        note: String? = nil,
        agreement: ReferralAgreement? = nil,
        as principal: Principal
    ) -> ReferralEvent {
        ReferralEvent(
            id: id.flatMap(ReferralEvent.ID.init) ?? world.id(),
            step: step,
            happenedOn: day ?? world.today,
            recordedAt: world.now(),
            account: principal.account,
            name: principal.name,
            side: side,
            note: note,
            agreement: agreement
        )
    }
}
