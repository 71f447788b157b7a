import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Whether the help fits, and what initiatives and partners are told when it does not.
package struct SupportSignals: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// Every initiative of which somebody was asked or something was told, in the order of the pack.
    package func fits(in programme: ProgrammeID, as principal: Principal) async throws -> [SupportFit] {
        try principal.require(.readReferrals, in: programme)
        return try await all(in: programme)
    }

    /// What the initiative of a coach is told.
    package func view(for principal: Principal, in programme: ProgrammeID) async throws -> [SupportView] {
        try principal.require(.answerReferrals, in: programme)
        let own = Set(principal.grants(in: programme).compactMap(\.initiative))
        return try await all(in: programme).filter { own.contains($0.initiative) }.map(\.forInitiative)
            .filter { !$0.reasons.isEmpty || !$0.signals.isEmpty }
    }

    /// What partners are told: only what the project leader put in words.
    package func told(in programme: ProgrammeID, as principal: Principal) async throws -> [SupportSignal] {
        try principal.require(.readOverview, in: programme)
        return try await database.read { db in try db.support(in: programme).signals() }
    }

    /// Tells the initiative and the partners that help should be different.
    ///
    /// - Throws: ``InvalidSupportSignal``, ``SupportProblem/notFound``.
    package func tell(
        _ form: SupportForm,
        about initiative: InitiativeCode,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.tellSupport, in: programme)
        guard try await programmes.current(programme).initiative(initiative) != nil else {
            throw SupportProblem.notFound
        }
        let signalID = SupportSignal.ID(form.id) ?? world.id()
        let now = world.now()
        try await database.write { db in
            let store = db.support(in: programme)
            let words = try form.read(avoiding: try store.names(referredTo: initiative))
            let signal = SupportSignal(
                id: signalID,
                initiative: initiative,
                words: words,
                toldAt: now,
                name: principal.name,
                changes: []
            )
            guard try store.insert(signal, by: principal.account) else { return }
            try db.audit.append(
                .tellSupport,
                "support.told",
                of: "support-signal \(signalID)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }

    /// Says what was changed because of a signal.
    ///
    /// - Throws: ``InvalidSupportSignal``, ``SupportProblem/notFound``.
    package func change(
        _ form: SupportForm,
        after signal: SupportSignal.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.tellSupport, in: programme)
        let id = ID<SupportSignal.Change>(form.id) ?? world.id()
        let now = world.now()
        try await database.write { db in
            let store = db.support(in: programme)
            guard let there = try store.signals().first(where: { $0.id == signal }) else {
                throw SupportProblem.notFound
            }
            let words = try form.read(avoiding: try store.names(referredTo: there.initiative))
            let change = SupportSignal.Change(words: words, madeAt: now, name: principal.name)
            guard try store.insert(change, id, to: signal, by: principal.account) else { return }
            try db.audit.append(
                .tellSupport,
                "support.changed",
                of: "support-signal \(signal)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }

    private func all(in programme: ProgrammeID) async throws -> [SupportFit] {
        let initiatives = try await programmes.current(programme).initiatives.map(\.code)
        return try await database.read { db in
            let store = db.support(in: programme)
            let (answers, signals) = (try store.answers(), try store.signals())
            let gone = Set(answers.keys).union(signals.map(\.initiative)).subtracting(initiatives).sorted()
            return (initiatives + gone).compactMap { code in
                let own = signals.filter { $0.initiative == code }
                guard let told = answers[code] ?? (own.isEmpty ? nil : []) else { return nil }
                return SupportFit(code, told, signals: own)
            }
        }
    }
}
