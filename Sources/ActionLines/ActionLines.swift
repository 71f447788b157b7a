import Audit
import Foundation
package import Kernel
package import Programmes
package import Registers
import Sharing
package import Storage

/// How the lines of an action plan stand, and what is told about them.
package struct ActionLines: Sendable {
    let database: any SQLDatabase
    let world: World
    private let programmes: Programmes
    private let registers: Registers
    private let sharings: Sharings

    package init(database: any SQLDatabase, world: World, programmes: Programmes, registers: Registers) {
        self.database = database
        self.world = world
        self.programmes = programmes
        self.registers = registers
        sharings = Sharings(database: database, world: world, programmes: programmes)
    }

    /// The plan as it stood at the end of `day`, with the lines that were in it then; today when `nil`, or later.
    ///
    /// - Throws: `ProgrammeProblem.notFound` for a programme without an action plan.
    package func state(
        of programme: ProgrammeID,
        asOf day: Day? = nil,
        as principal: Principal
    ) async throws -> PlanState {
        try principal.require(.readActions, in: programme)
        let today = world.today
        let asOf = min(day ?? today, today)
        let content = try await programmes.programme(programme, asOf: asOf)
        guard let state = try await state(of: content, asOf: asOf) else { throw ProgrammeProblem.notFound }
        return state
    }

    /// For a use case that has established who may see it; today when `nil`. There is none of a programme without a plan.
    func state(of content: Programme, asOf day: Day? = nil) async throws -> PlanState? {
        guard let plan = content.actionPlan else { return nil }
        let asOf = day ?? world.today
        let updates = try await database.read { db in try db.lineUpdates(in: content.id).all(upTo: asOf) }
        let counted = try await registers.results(of: content, at: asOf.end)
        let shared = try await sharings.work(for: content, at: min(asOf.end, world.now()))
        let byLine = Dictionary(grouping: updates, by: \.line)
        return PlanState(
            programme: content,
            plan: plan,
            asOf: asOf,
            lines: plan.lines.map { line in
                LineState(
                    line,
                    byLine[line.code] ?? [],
                    counted: counted,
                    shared: shared,
                    longSilence: plan.silenceDays ?? ActionPlan.usualSilence
                )
            }
        )
    }

    /// A line as it stands, for who may tell about it.
    private func own(_ line: ActionLine.ID, in programme: ProgrammeID, as principal: Principal) async throws
        -> LineState
    {
        try principal.require(.updateActions, in: programme)
        guard let state = try await state(of: programme, as: principal).line(line) else {
            throw ActionProblem.lineNotFound
        }
        guard principal.mayUpdate(state.line, in: programme) else { throw ActionProblem.notLead }
        return state
    }

    /// Tells how a line stands. The same update twice counts once.
    ///
    /// - Throws: ``InvalidUpdate``, ``ActionProblem``.
    package func record(
        _ form: LineUpdateForm,
        about line: ActionLine.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        let state = try await own(line, in: programme, as: principal)
        let update = try form.read(for: state, by: principal.name, world)
        try await database.write { db in
            guard try db.lineUpdates(in: programme).insert(update, by: principal) else { return }
            try db.audit.append(
                .updateActions,
                "action.updated",
                of: "line \(line)",
                in: programme,
                by: principal,
                at: update.recordedAt
            )
        }
    }
}

extension ActionLines {
    /// Says what everybody may see of a line, or that nothing may be seen any more. The same release twice counts once.
    ///
    /// - Throws: ``InvalidUpdate``, ``ActionProblem``.
    package func release(
        _ form: LineReleaseForm,
        of line: ActionLine.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        _ = try await own(line, in: programme, as: principal)
        let release = try form.read(of: line, by: principal.name, world)
        try await database.write { db in
            guard try db.lineUpdates(in: programme).insert(release, by: principal) else { return }
            try db.audit.append(
                .updateActions,
                release.isShown ? "action.released" : "action.withdrawn",
                of: "line \(line)",
                in: programme,
                by: principal,
                at: release.releasedAt
            )
        }
    }

    /// What everybody may see of a line at present, for who may tell about it; `nil` when nothing.
    package func released(
        _ line: ActionLine.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> LineRelease? {
        try principal.require(.readActions, in: programme)
        let releases = try await database.read { db in try db.lineUpdates(in: programme).releases() }
        return releases.last { $0.line == line }.flatMap { $0.isShown ? $0 : nil }
    }

    /// The plan for everybody: only what was released, as it was then.
    ///
    /// - Throws: `ProgrammeProblem.notFound` for a programme without an action plan.
    package func publicPlan(of programme: ProgrammeID) async throws -> PublicPlan {
        let content = try await programmes.current(programme)
        guard let plan = content.actionPlan else { throw ProgrammeProblem.notFound }
        let today = world.today
        let (updates, releases) = try await database.read { db in
            let store = db.lineUpdates(in: programme)
            return (try store.all(upTo: today), try store.releases())
        }
        var lines: [PublicLine] = []
        for line in plan.lines {
            guard let release = releases.last(where: { $0.line == line.code }), release.isShown else { continue }
            let told = updates.filter { $0.line == line.code && $0.recordedAt <= release.releasedAt }
            let counted = try await registers.results(of: content, at: release.releasedAt, for: line.code)
            let shared = try await sharings.work(for: content, at: release.releasedAt, line: line.code)
            lines.append(PublicLine(LineState(line, told, counted: counted, shared: shared), release))
        }
        return PublicPlan(programme: content, plan: plan, lines: lines)
    }
}
