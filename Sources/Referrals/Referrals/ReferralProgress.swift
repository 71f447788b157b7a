import Audit
package import Fieldwork
package import Kernel
package import Mail
package import Programmes
import Storage

/// A referral with the names that belong to it.
package struct ReferralDetail: Sendable {
    package let referral: Referral
    package let record: ConversationRecord
    package let programme: Programme
    package let handover: Handover?
    package let initiative: Initiative?

    /// What could be handed over now.
    package var shareable: SharedData {
        SharedData(record: record, agreement: referral.agreement, in: programme)
    }
}

/// What happens to a referral after it was chosen.
extension Referrals {
    package func all(
        _ query: ReferralQuery,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> ReferralPage {
        try principal.require(.readReferrals, in: programme)
        return try await database.read { db in
            let store = db.referralLists(in: programme)
            var everyState = query
            everyState.states = []
            let counts = try store.counts(everyState)
            let shown = query.states.isEmpty ? counts : counts.filter { query.states.contains($0.key) }
            return ReferralPage(
                lines: try store.lines(query),
                counts: counts,
                total: shown.values.reduce(0, +)
            )
        }
    }

    /// Of one company, over all its conversations.
    package func all(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [Referral] {
        try principal.require(.readReferrals, in: programme)
        return try await database.read { db in try db.referrals(in: programme).all(of: company) }
    }

    package func detail(
        _ id: Referral.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> ReferralDetail {
        try principal.require(.readReferrals, in: programme)
        let content = try await programmes.current(programme)
        let (referral, handover) = try await database.read { db in
            let store = db.referrals(in: programme)
            return (try store.find(id), try store.handover(of: id))
        }
        return ReferralDetail(
            referral: referral,
            record: try await conversations.record(referral.conversation, in: programme, as: principal),
            programme: content,
            handover: handover,
            initiative: content.initiative(referral.initiative)
        )
    }

    /// The next thing that happened, as the adviser knows it. Handing over goes by ``handOver(_:_:in:as:)``.
    ///
    /// - Throws: ``InvalidReferral``, ``ReferralProblem``.
    package func record(
        _ form: ReferralStepForm,
        about id: Referral.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.decideReferrals, in: programme)
        let read = try form.read(today: world.today)
        let event = event(
            form.event,
            read.step,
            on: read.happenedOn,
            note: read.note,
            agreement: read.agreement,
            as: principal
        )
        try await database.write { db in
            let store = db.referrals(in: programme)
            let referral = try store.find(id)
            guard try store.isNew(event.id, of: id) else { return }
            guard event.step != .handedOver, event.step != .confirmed else {
                throw ReferralProblem.notPossible(event.step, in: referral.state)
            }
            try store.append(event, to: referral, allowed: referral.nextSteps)
            try db.auditReferral(.decideReferrals, event, of: id, in: programme, by: principal)
        }
    }

    /// Lets the coach of the initiative see what was chosen, on the recorded consent of the company.
    ///
    /// - Throws: ``InvalidReferral``, ``ReferralProblem/sharedDataChanged``.
    package func handOver(
        _ form: HandoverForm,
        _ id: Referral.ID,
        in programme: ProgrammeID,
        as principal: Principal,
        telling letters: [MailMessage] = []
    ) async throws {
        try principal.require(.decideReferrals, in: programme)
        let read = try form.read(today: world.today)
        let detail = try await detail(id, in: programme, as: principal)
        let shareable = detail.shareable
        let event = event(form.event, .handedOver, as: principal)
        let handover = Handover(
            consent: read.consent,
            items: shareable.chosen(read.kinds, companyContact: read.companyContact)
        )
        let isAsSeen = form.seen == shareable.fingerprint
        try await database.write { db in
            let store = db.referrals(in: programme)
            let referral = try store.find(id)
            guard try store.isNew(event.id, of: id) else { return }
            guard isAsSeen else { throw ReferralProblem.sharedDataChanged }
            try store.append(event, to: referral, allowed: referral.nextSteps)
            try store.insert(handover, with: event.id, of: id)
            try db.auditReferral(.decideReferrals, event, of: id, in: programme, by: principal)
            for letter in letters { try db.mail.append(letter, in: programme, by: principal, at: event.recordedAt) }
        }
    }
}

extension ReferralStore {
    /// Whether this decision was recorded before, by an earlier try of the same page.
    func isRepeated(
        _ event: ReferralEvent.ID,
        of initiative: InitiativeCode,
        in conversation: Conversation.ID
    ) throws -> Bool {
        guard let owner = try referral(withEvent: event) else { return false }
        guard try find(initiative, of: conversation)?.id == owner else { throw ReferralProblem.identifierInUse }
        return true
    }

    func isNew(_ event: ReferralEvent.ID, of id: Referral.ID) throws -> Bool {
        guard let owner = try referral(withEvent: event) else { return true }
        guard owner == id else { throw ReferralProblem.identifierInUse }
        return false
    }

    /// Adds what happened, if it can happen now and not before what happened already.
    func append(_ event: ReferralEvent, to referral: Referral, allowed: [ReferralStep]) throws {
        guard allowed.contains(event.step) else { throw ReferralProblem.notPossible(event.step, in: referral.state) }
        if let last = referral.events.last?.happenedOn, event.happenedOn < last {
            throw InvalidReferral(issues: [.happenedBefore(last)])
        }
        try append(event, to: referral.id, number: referral.events.count + 1)
    }
}

extension SQLConnection {
    func auditReferral(
        _ verb: Verb,
        _ event: ReferralEvent,
        of id: Referral.ID,
        in programme: ProgrammeID,
        by principal: Principal
    ) throws {
        try audit.append(
            verb,
            "referral.\(event.step.rawValue)",
            of: "referral \(id)",
            in: programme,
            by: principal,
            at: event.recordedAt
        )
    }
}
