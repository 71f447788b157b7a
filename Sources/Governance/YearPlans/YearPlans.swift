import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// What each line does in a year: proposed by who leads it, talked about by the programme team, and decided by the body
/// that decides.
package struct YearPlans: Sendable {
    private let database: any SQLDatabase
    private let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// Those of every line, in the order of the plan.
    ///
    /// - Throws: ``YearPlanProblem/outsideProgramme``.
    package func all(of year: Int, in programme: Programme, as principal: Principal) async throws -> [YearPlanRecord] {
        try principal.require(.readActions, in: programme.id)
        let lines = try Self.lines(in: year, programme)
        let versions = try await database.read { db in try db.yearPlans(in: programme.id).versions(of: year) }
        let byLine = Dictionary(grouping: versions, by: \.line)
        return lines.map { YearPlanRecord(line: $0.code, year: year, versions: byLine[$0.code] ?? []) }
    }

    /// - Throws: ``YearPlanProblem``.
    package func open(
        _ year: Int,
        of line: ActionLine.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> YearPlanRecord {
        try principal.require(.readActions, in: programme.id)
        _ = try Self.line(line, in: year, programme)
        return try await database.read { db in
            YearPlanRecord(
                line: line,
                year: year,
                versions: try db.yearPlans(in: programme.id).versions(of: year, line: line)
            )
        }
    }

    /// Writes a draft. The same form twice counts once.
    ///
    /// - Throws: ``InvalidYearPlan``, ``YearPlanProblem``.
    package func save(
        _ form: YearPlanForm,
        _ year: Int,
        of code: ActionLine.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try principal.require(.updateActions, in: programme.id)
        let line = try Self.line(code, in: year, programme)
        guard principal.mayUpdate(line, in: programme.id) else { throw YearPlanProblem.notLead }
        let content = try form.read(for: line)
        let id = YearPlan.ID(form.id) ?? world.id()
        try await append(id, form.basis, year, of: code, in: programme, as: principal) { current, _ in
            guard current?.state.isOpen ?? true else { throw YearPlanProblem.stepNotPossible }
            return Step(state: .draft, content: content, action: "year-plan.written")
        }
    }

    /// Goes a step on with a plan, or back. The same form twice counts once.
    ///
    /// - Throws: ``InvalidYearPlan``, ``YearPlanProblem``.
    package func take(
        _ form: YearPlanStepForm,
        _ year: Int,
        of code: ActionLine.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try principal.require(.updateActions, in: programme.id)
        let line = try Self.line(code, in: year, programme)
        guard let step = YearPlanStep(rawValue: form.step) else { throw YearPlanProblem.stepNotPossible }
        guard principal.mayUpdate(line, in: programme.id) else { throw YearPlanProblem.notLead }
        guard step.isOfLead || principal.mayUpdateAll(in: programme.id) else { throw YearPlanProblem.notTeam }
        let remark = TypedText(form.remark, limit: 1000, isNeeded: step.needsRemark)
        switch remark.fault {
        case .missing: throw InvalidYearPlan(issues: [.init(at: .remark, fault: .missing)])
        case .tooLong(let limit): throw InvalidYearPlan(issues: [.init(at: .remark, fault: .tooLong(limit))])
        case nil: break
        }
        let deciding = Set((programme.actionPlan?.bodies ?? []).filter { $0.part == .decides }.map(\.code))
        let id = YearPlan.ID(form.id) ?? world.id()
        try await append(id, form.basis, year, of: code, in: programme, as: principal) { current, db in
            guard let current, step.from.contains(current.state) else { throw YearPlanProblem.stepNotPossible }
            if step == .propose { try Self.requireWhole(current.content) }
            var decision: Int?
            if step == .decide {
                let decisions = try db.governance(in: programme.id).decisions()
                let found = decisions.first { "\($0.number)" == form.decision.trimmingWhitespace() }
                guard let found, deciding.contains(found.body), found.lines.contains(code),
                    !decisions.contains(where: { $0.supersedes == found.id })
                else { throw InvalidYearPlan(issues: [.init(at: .decision, fault: .noSuchDecision)]) }
                decision = found.number
            }
            return Step(
                state: step.to,
                content: current.content,
                remark: remark.value,
                decision: decision,
                action: "year-plan.\(step.to.rawValue)"
            )
        }
    }

    private struct Step {
        let state: YearPlan.State
        let content: YearPlan.Content
        var remark = ""
        var decision: Int?
        let action: String
    }

    private func append(
        _ id: YearPlan.ID,
        _ basis: Int,
        _ year: Int,
        of line: ActionLine.ID,
        in programme: Programme,
        as principal: Principal,
        _ next: @escaping @Sendable (YearPlan?, any SQLConnection) throws -> Step
    ) async throws {
        let now = world.now()
        try await database.write { db in
            let store = db.yearPlans(in: programme.id)
            if try store.has(id) { return }
            let current = try store.versions(of: year, line: line).first
            let step = try next(current, db)
            if let current, current.version != basis {
                throw InvalidYearPlan(issues: [.init(at: .whole, fault: .changedMeanwhile(current.name))])
            }
            let plan = YearPlan(
                id: id,
                line: line,
                year: year,
                version: (current?.version ?? 0) + 1,
                state: step.state,
                content: step.content,
                remark: step.remark,
                decision: step.decision,
                recordedAt: now,
                name: principal.name
            )
            guard try store.insert(plan, by: principal) else { throw YearPlanProblem.stepNotPossible }
            try db.audit.append(
                .updateActions,
                step.action,
                of: "year plan \(line) \(year)",
                in: programme.id,
                by: principal,
                at: now
            )
        }
    }

    private static func requireWhole(_ content: YearPlan.Content) throws(InvalidYearPlan) {
        var issues: [InvalidYearPlan.Issue] = []
        if content.activities.isEmpty { issues.append(.init(at: .whole, fault: .noActivity)) }
        if content.targets.isEmpty, content.indicators.isEmpty { issues.append(.init(at: .whole, fault: .noTarget)) }
        guard issues.isEmpty else { throw InvalidYearPlan(issues: issues) }
    }

    private static func lines(in year: Int, _ programme: Programme) throws(YearPlanProblem) -> [ActionLine] {
        guard let plan = programme.actionPlan else { throw .lineNotFound }
        guard programme.years.contains(year) else { throw .outsideProgramme }
        return plan.lines.filter { ($0.first.year...$0.last.year).contains(year) }
    }

    private static func line(
        _ code: ActionLine.ID,
        in year: Int,
        _ programme: Programme
    ) throws(YearPlanProblem) -> ActionLine {
        guard let line = try lines(in: year, programme).first(where: { $0.code == code }) else { throw .lineNotFound }
        return line
    }
}
