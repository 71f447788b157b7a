import Audit
package import Kernel
import Storage

package enum PlanProblem: Problem, Equatable {
    case lineNotFound
    /// Only who leads the programme adds lines.
    case notTeam
    /// It comes from the pack, and is changed there.
    case lineOfPack

    package var kind: ProblemKind {
        switch self {
        case .lineNotFound: .notFound
        case .notTeam: .forbidden
        case .lineOfPack: .conflict
        }
    }

    package var code: String {
        switch self {
        case .lineNotFound: "plan.line-not-found"
        case .notTeam: "plan.not-team"
        case .lineOfPack: "plan.line-of-pack"
        }
    }
}

extension Programmes {
    /// Adds a line to a plan, in a theme that is there or in a new one. A plan of an earlier day stays as it was. Adding the
    /// same again changes nothing.
    ///
    /// - Throws: ``InvalidLine``, ``PlanProblem``, ``ProgrammeProblem``.
    @discardableResult
    package func addLine(_ form: LineForm, to id: ProgrammeID, as principal: Principal) async throws -> ActionLine.ID {
        try await changePlan(of: id, "plan.line-added", as: principal) { programme, plan, today, _ in
            let line = try Self.read(form, in: programme, &plan, versions: [], on: today)
            // A second click brings the same words again.
            if let same = plan.lines.first(where: line.says) { return same.code }
            plan.lines.append(line)
            return line.code
        }
    }

    /// Changes a line that was added here; what was told about its steps and results stays with those.
    ///
    /// - Throws: ``InvalidLine``, ``PlanProblem``, ``ProgrammeProblem``.
    package func changeLine(
        _ code: ActionLine.ID,
        _ form: LineForm,
        in id: ProgrammeID,
        as principal: Principal
    ) async throws {
        _ = try await changePlan(of: id, "plan.line-changed", as: principal) { programme, plan, today, store in
            guard let index = plan.lines.firstIndex(where: { $0.code == code }) else { throw PlanProblem.lineNotFound }
            guard plan.lines[index].addedOn != nil else { throw PlanProblem.lineOfPack }
            let versions = try store.versions(of: code)
            plan.lines[index] = try Self.read(form, in: programme, &plan, versions: versions, on: today)
            return code
        }
    }

    private static func read(
        _ form: LineForm,
        in programme: Programme,
        _ plan: inout ActionPlan,
        versions: [ActionLine],
        on today: Day
    ) throws(InvalidLine) -> ActionLine {
        var reading = LineReading(form, for: programme, plan)
        let theme = reading.theme(on: today)
        let line = reading.line(in: theme, versions: versions, on: today)
        guard reading.issues.isEmpty, let theme, let line else { throw InvalidLine(issues: reading.issues) }
        if !plan.themes.contains(where: { $0.code == theme.code }) { plan.themes.append(theme) }
        return line
    }

    private func changePlan(
        of id: ProgrammeID,
        _ action: String,
        as principal: Principal,
        _ body: @escaping @Sendable (Programme, inout ActionPlan, Day, ProgrammeStore) throws -> ActionLine.ID
    ) async throws -> ActionLine.ID {
        try principal.require(.updateActions, in: id)
        guard principal.mayUpdateAll(in: id) else { throw PlanProblem.notTeam }
        let (now, today) = (world.now(), world.today)
        return try await database.write { db in
            let store = db.content(of: id)
            guard let latest = try store.latest() else { throw ProgrammeProblem.notFound }
            var programme = try store.content(latest)
            guard var plan = programme.actionPlan else { throw ProgrammeProblem.notFound }
            let before = plan
            let code = try body(programme, &plan, today, store)
            guard plan != before else { return code }
            programme.actionPlan = plan
            _ = try store.append(programme, at: now)
            try db.audit.append(.updateActions, action, of: "line \(code)", in: id, by: principal, at: now)
            return code
        }
    }
}

extension ActionLine {
    /// Whether another line has the same words and numbers, whatever its codes are.
    fileprivate func says(_ other: ActionLine) -> Bool {
        var same = other
        (same.code, same.steps, same.results) = (code, steps, results)
        return same == self
            && other.steps.map(\.text) == steps.map(\.text)
            && other.results.elementsEqual(results) { ($0.text, $0.count, $0.due) == ($1.text, $1.count, $1.due) }
    }
}

extension ActionPlan {
    /// Takes over what was added to a plan on the site, and is not in the pack.
    mutating func keepAdditions(of other: ActionPlan) {
        let codes = Set(lines.map(\.code))
        let added = other.lines.filter { $0.addedOn != nil && !codes.contains($0.code) }
        let themeCodes = Set(themes.map(\.code))
        themes += other.themes.filter { $0.addedOn != nil && !themeCodes.contains($0.code) }
        let known = Set(themes.map(\.code))
        // A line whose theme is gone would be nowhere.
        lines += added.filter { known.contains($0.theme) }
    }
}
