import Audit
package import Kernel
import Programmes
import Storage

/// Everything a coach can ask and decide: about referrals that were handed over to the own initiative, and no others.
package struct SharedReferrals: Sendable {
    private let referrals: Referrals

    package init(referrals: Referrals) {
        self.referrals = referrals
    }

    /// What waits for an answer first, then the newest.
    package func all(in programme: ProgrammeID, as principal: Principal) async throws -> [SharedReferral] {
        let initiatives = try principal.coachedInitiatives(in: programme)
        let shared = try await referrals.database.read { db in
            let store = db.referrals(in: programme)
            let handovers = try store.handovers(to: initiatives)
            return try store.all(to: initiatives).compactMap { SharedReferral($0, handover: handovers[$0.id]) }
        }
        return shared.sorted { left, right in
            let (leftWaits, rightWaits) = (left.state == .handedOver, right.state == .handedOver)
            if leftWaits != rightWaits { return leftWaits }
            return (right.handedOverOn, left.id.description) < (left.handedOverOn, right.id.description)
        }
    }

    /// The queues of the own initiatives: to see at which number somebody waits, and nothing about companies that were
    /// not handed over.
    package func queues(in programme: ProgrammeID, as principal: Principal) async throws -> [PlaceQueue] {
        let initiatives = try principal.coachedInitiatives(in: programme)
        return try await referrals.queues(of: try await referrals.programmes.current(programme))
            .filter { initiatives.contains($0.initiative) }
    }

    /// - Throws: ``ReferralProblem/notFound`` for what is not for the eyes of this coach, whether or not it exists.
    package func find(
        _ id: Referral.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> SharedReferral {
        let initiatives = try principal.coachedInitiatives(in: programme)
        return try await referrals.database.read { db in
            try db.sharedReferral(id, in: programme, with: initiatives)
        }
    }

    /// Accepts, declines or reports.
    ///
    /// - Throws: ``InvalidReferral``, ``ReferralProblem``.
    package func answer(
        _ form: ReferralStepForm,
        to id: Referral.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        let initiatives = try principal.coachedInitiatives(in: programme)
        let read = try form.read(today: referrals.world.today)
        let event = referrals.event(
            form.event,
            read.step,
            on: read.happenedOn,
            side: .coach,
            note: read.note,
            as: principal
        )
        try await referrals.database.write { db in
            _ = try db.sharedReferral(id, in: programme, with: initiatives)
            let store = db.referrals(in: programme)
            let referral = try store.find(id)
            guard try store.isNew(event.id, of: id) else { return }
            try store.append(event, to: referral, allowed: referral.state.stepsOfCoach)
            try db.auditReferral(.answerReferrals, event, of: id, in: programme, by: principal)
        }
    }
}

extension SQLConnection {
    fileprivate func sharedReferral(
        _ id: Referral.ID,
        in programme: ProgrammeID,
        with initiatives: Set<InitiativeCode>
    ) throws -> SharedReferral {
        let store = referrals(in: programme)
        let referral = try store.find(id)
        guard initiatives.contains(referral.initiative),
            let shared = SharedReferral(referral, handover: try store.handover(of: id))
        else { throw ReferralProblem.notFound }
        return shared
    }
}

extension Principal {
    /// The initiatives for which somebody may answer.
    package func coachedInitiatives(in programme: ProgrammeID) throws(AccessProblem) -> Set<InitiativeCode> {
        try require(.answerReferrals, in: programme)
        let coached = grants(in: programme).filter { $0.role == .coach }.compactMap(\.initiative)
        guard !coached.isEmpty else { throw .forbidden(.answerReferrals) }
        return Set(coached)
    }
}
