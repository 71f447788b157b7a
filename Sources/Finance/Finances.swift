import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Money and time of a programme: what was planned, agreed with suppliers, paid, and put in by organisations.
package struct Finances: Sendable {
    let database: any SQLDatabase
    let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// Everything that this person may see: all of it, or what is about its own organisation.
    ///
    /// - Throws: ``FinanceProblem/noMoney`` for a programme that keeps no money here.
    package func state(of programme: Programme, as principal: Principal) async throws -> FinanceState {
        try principal.require(.readMoney, in: programme.id)
        guard let plan = programme.money else { throw FinanceProblem.noMoney }
        let scope = principal.moneyScope(in: programme.id)
        return try await database.read { db in
            let store = db.finance(in: programme.id)
            let entries = try store.entries().filter { scope.includes($0.organisation) }
            return FinanceState(plan: plan, entries: entries, budgets: scope == .all ? try store.budgets() : [])
        }
    }

    /// In the order in which they were set.
    package func rates(of programme: Programme, as principal: Principal) async throws -> [HourRate] {
        try principal.require(.readMoney, in: programme.id)
        return try await database.read { db in try db.finance(in: programme.id).rates() }
    }

    /// In the order in which they were set.
    package func budgets(of programme: Programme, as principal: Principal) async throws -> [Budget] {
        try principal.require(.manageMoney, in: programme.id)
        return try await database.read { db in try db.finance(in: programme.id).budgets() }
    }

    /// Books an amount or hours. The same booking twice counts once.
    ///
    /// - Throws: ``InvalidBooking``, ``FinanceProblem``.
    @discardableResult
    package func book(
        _ form: FinanceForm,
        in programme: Programme,
        as principal: Principal
    ) async throws -> FinanceEntry.ID {
        try principal.require(.enterMoney, in: programme.id)
        guard let plan = programme.money else { throw FinanceProblem.noMoney }
        let scope = principal.moneyScope(in: programme.id)
        let id = FinanceEntry.ID(form.id) ?? world.id()
        let (now, today) = (world.now(), world.today)
        return try await database.write { db in
            let store = db.finance(in: programme.id)
            if try store.find(id) != nil { return id }
            let commitments = try store.entries().filter { $0.kind == .commitment && $0.reverses == nil }
            let draft = try form.read(
                .init(
                    programme: programme,
                    plan: plan,
                    rates: try store.rates(),
                    commitments: commitments,
                    today: today
                )
            )
            guard scope.includes(draft.organisation) else { throw FinanceProblem.notOwn }
            // Who is of one organisation tells about what that puts in, and about nothing else.
            guard scope == .all || draft.kind.isContribution else { throw FinanceProblem.notOwn }
            let entry = FinanceEntry(
                draft,
                id: id,
                number: try store.nextNumber(),
                isOwn: scope != .all,
                by: principal.name,
                at: now
            )
            guard try store.insert(entry, by: principal) else { throw FinanceProblem.entryNotFound }
            try audit(db, "finance.booked", entry, programme, principal, now)
            return id
        }
    }

    /// Books something back, with the reason (*tegenboeken*). The same twice counts once.
    ///
    /// - Throws: ``InvalidBooking``, ``FinanceProblem``.
    package func reverse(
        _ id: FinanceEntry.ID,
        why: String,
        as newID: String = "",
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try principal.require(.enterMoney, in: programme.id)
        let scope = principal.moneyScope(in: programme.id)
        let words = try InvalidBooking.reason(why)
        let newID = FinanceEntry.ID(newID) ?? world.id()
        let now = world.now()
        try await database.write { db in
            let store = db.finance(in: programme.id)
            if try store.find(newID) != nil { return }
            guard let entry = try store.find(id), scope.includes(entry.organisation) else {
                throw FinanceProblem.entryNotFound
            }
            guard scope == .all || entry.isOwn else { throw FinanceProblem.notOwn }
            guard entry.reverses == nil, try !store.isReversed(id) else { throw FinanceProblem.reversedAlready }
            let reversal = FinanceEntry(
                reversing: entry,
                id: newID,
                number: try store.nextNumber(),
                words: words,
                by: principal.name,
                at: now
            )
            guard try store.insert(reversal, by: principal) else { throw FinanceProblem.entryNotFound }
            try audit(db, "finance.reversed", entry, programme, principal, now)
        }
    }

    /// Says whether what was booked for its organisation is right.
    ///
    /// - Throws: ``InvalidBooking``, ``FinanceProblem``.
    package func decide(
        _ id: FinanceEntry.ID,
        isApproved: Bool,
        why: String = "",
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try principal.require(.approveMoney, in: programme.id)
        let scope = principal.moneyScope(in: programme.id)
        let words = try InvalidBooking.reason(why, isNeeded: !isApproved)
        let decision = FinanceDecision(
            isApproved: isApproved,
            why: words,
            name: principal.name,
            recordedAt: world.now()
        )
        try await database.write { db in
            let store = db.finance(in: programme.id)
            guard let entry = try store.find(id), scope.includes(entry.organisation) else {
                throw FinanceProblem.entryNotFound
            }
            if entry.decision?.isApproved == isApproved { return }
            guard principal.mayApprove(entry.organisation, in: programme.id) else { throw FinanceProblem.notOwn }
            guard entry.standing == .waiting, try !store.isReversed(id) else { throw FinanceProblem.decidedAlready }
            try insert(decision, on: entry, in: programme, as: principal, db)
        }
    }

    /// Agrees with several bookings at once: with all, or with none when one is not of its organisation. What was decided
    /// on or booked back meanwhile stays as it is.
    ///
    /// - Throws: ``FinanceProblem``.
    package func approve(_ ids: Set<FinanceEntry.ID>, in programme: Programme, as principal: Principal) async throws {
        try principal.require(.approveMoney, in: programme.id)
        let scope = principal.moneyScope(in: programme.id)
        let decision = FinanceDecision(isApproved: true, why: "", name: principal.name, recordedAt: world.now())
        try await database.write { db in
            let store = db.finance(in: programme.id)
            for id in ids {
                guard let entry = try store.find(id), scope.includes(entry.organisation) else {
                    throw FinanceProblem.entryNotFound
                }
                guard principal.mayApprove(entry.organisation, in: programme.id) else { throw FinanceProblem.notOwn }
                guard entry.standing == .waiting, try !store.isReversed(id) else { continue }
                try insert(decision, on: entry, in: programme, as: principal, db)
            }
        }
    }

    private func insert(
        _ decision: FinanceDecision,
        on entry: FinanceEntry,
        in programme: Programme,
        as principal: Principal,
        _ db: any SQLConnection
    ) throws {
        try db.finance(in: programme.id).insert(decision, on: entry.id, by: principal)
        let action = decision.isApproved ? "finance.approved" : "finance.refused"
        try audit(db, action, entry, programme, principal, decision.recordedAt)
    }

    private func audit(
        _ db: any SQLConnection,
        _ action: String,
        _ entry: FinanceEntry,
        _ programme: Programme,
        _ principal: Principal,
        _ now: Date
    ) throws {
        try db.audit.append(
            .enterMoney,
            action,
            of: "booking \(entry.number)",
            in: programme.id,
            by: principal,
            at: now
        )
    }
}

/// Which bookings somebody may see.
package enum MoneyScope: Equatable, Sendable {
    case all
    case organisations(Set<OrganisationCode>)

    package func includes(_ organisation: OrganisationCode) -> Bool {
        switch self {
        case .all: true
        case .organisations(let own): own.contains(organisation)
        }
    }
}

extension Principal {
    /// A contact sees what is about its own organisation; who may read money in another role sees all.
    package func moneyScope(in programme: ProgrammeID) -> MoneyScope {
        let grants = grants(in: programme).filter { $0.role.verbs.contains(.readMoney) }
        if grants.contains(where: { $0.role != .contact }) { return .all }
        return .organisations(Set(grants.compactMap(\.organisation)))
    }

    /// Only its own contact speaks for an organisation, whatever else anybody may.
    package func mayApprove(_ organisation: OrganisationCode, in programme: ProgrammeID) -> Bool {
        grants(in: programme).contains { $0.role == .contact && $0.organisation == organisation }
    }
}

extension FinanceEntry {
    init(
        _ draft: FinanceForm.Draft,
        id: ID,
        number: Int,
        isOwn: Bool,
        by name: String,
        at moment: Date
    ) {
        self.init(
            id: id,
            number: number,
            kind: draft.kind,
            organisation: draft.organisation,
            post: draft.post,
            source: draft.source,
            day: draft.day,
            amount: draft.amount,
            minutes: draft.minutes,
            role: draft.role,
            rate: draft.rate,
            words: draft.words,
            reference: draft.reference,
            commitment: draft.commitment,
            reverses: nil,
            recordedAt: moment,
            name: name,
            decision: nil,
            isOwn: isOwn
        )
    }

    /// The same below zero.
    init(reversing entry: FinanceEntry, id: ID, number: Int, words: String, by name: String, at moment: Date) {
        self.init(
            id: id,
            number: number,
            kind: entry.kind,
            organisation: entry.organisation,
            post: entry.post,
            source: entry.source,
            day: entry.day,
            amount: -entry.amount,
            minutes: entry.minutes,
            role: entry.role,
            rate: entry.rate,
            words: words,
            reference: "",
            commitment: entry.commitment,
            reverses: entry.id,
            recordedAt: moment,
            name: name,
            decision: nil,
            isOwn: entry.isOwn
        )
    }
}
