import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Looking back together, and who thinks along.
package struct Evaluations: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// The last one first.
    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> [Evaluation] {
        try principal.require(.readOverview, in: programme)
        return try await database.read { db in try db.evaluations(in: programme).all() }
    }

    /// By name; only for who sees every number.
    package func members(in programme: ProgrammeID, as principal: Principal) async throws -> [BoardMember] {
        try principal.require(.readPlan, in: programme)
        return try await database.read { db in try db.evaluations(in: programme).members() }
    }

    /// - Throws: ``InvalidAccount``.
    package func record(_ form: EvaluationForm, in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.accountForPlan, in: programme)
        let evaluation = try form.read(in: try await programmes.current(programme), world)
        try await decide("evaluation.recorded", about: "evaluation \(evaluation.id)", in: programme, as: principal) {
            db,
            now in
            try db.evaluations(in: programme).insert(evaluation, by: principal, at: now)
        }
    }

    /// What changed because of an evaluation.
    ///
    /// - Throws: ``InvalidAccount``, ``AccountProblem/notFound``.
    package func change(
        _ form: IndicatorNoteForm,
        after evaluation: Evaluation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.accountForPlan, in: programme)
        let words = try AccountText.read(form.words, .words, limit: 1000)
        let change = Evaluation.Change(words: words, madeOn: world.today, name: principal.name)
        let id = ID<Evaluation.Change>(form.id) ?? world.id()
        try await decide("evaluation.changed", about: "evaluation \(evaluation)", in: programme, as: principal) {
            db,
            now in
            let store = db.evaluations(in: programme)
            guard try store.all().contains(where: { $0.id == evaluation }) else { throw AccountProblem.notFound }
            return try store.insert(change, id, to: evaluation, by: principal, at: now)
        }
    }

    /// - Throws: ``InvalidAccount``.
    package func add(_ form: BoardMemberForm, in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.accountForPlan, in: programme)
        let member = try form.read(world)
        try await decide("board.joined", about: "board-member \(member.id)", in: programme, as: principal) { db, _ in
            try db.evaluations(in: programme).insert(member)
        }
    }

    /// From tomorrow on somebody thinks along no more.
    package func end(_ member: BoardMember.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        let today = world.today
        try await decide("board.left", about: "board-member \(member)", in: programme, as: principal) { db, _ in
            try db.evaluations(in: programme).end(member, on: today)
        }
    }

    /// Takes away who it was.
    package func erase(_ member: BoardMember.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try await decide("board.erased", about: "board-member \(member)", in: programme, as: principal) { db, _ in
            try db.evaluations(in: programme).erase(member)
        }
    }

    /// `body` says whether anything was done; only then is there a line about it.
    private func decide(
        _ action: String,
        about subject: String,
        in programme: ProgrammeID,
        as principal: Principal,
        _ body: @escaping @Sendable (any SQLConnection, Date) throws -> Bool
    ) async throws {
        try principal.require(.accountForPlan, in: programme)
        let now = world.now()
        try await database.write { db in
            guard try body(db, now) else { return }
            try db.audit.append(.accountForPlan, action, of: subject, in: programme, by: principal, at: now)
        }
    }
}
