import ActionLines
import Finance
import Foundation
import Governance
import Hummingbird
import Kernel
import Programmes

/// What lines do in a year: writing it, proposing it, and deciding on it.
struct YearPlanRoutes {
    let yearPlans: YearPlans
    let lines: ActionLines
    let finances: Finances
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.yearPlans.route, use: showAll)
        router.get(Addresses.yearPlan.route, use: show)
        router.get(Addresses.writeYearPlan.route, use: write)
        router.post(Addresses.writeYearPlan.route, use: save)
        router.post(Addresses.yearPlanStep.route, use: take)
    }

    /// Which plan an address is about.
    private struct Subject {
        let visit: Visit
        let year: Int
        let line: ActionLine

        init(_ context: AppContext, _ programmes: Programmes, writing: Bool = false) async throws {
            visit = try await Visit(context, programmes)
            try visit.principal.require(writing ? .updateActions : .readActions, in: visit.programme.id)
            year = try visit.context.parameter("year")
            let code: ActionLine.ID = try visit.context.parameter("line")
            guard let line = visit.programme.actionPlan?.line(code) else { throw YearPlanProblem.lineNotFound }
            self.line = line
        }
    }

    private func showAll(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let year: Int = try context.parameter("year")
        let records = try await yearPlans.all(of: year, in: visit.programme, as: visit.principal)
        guard let plan = visit.programme.actionPlan else { throw ProgrammeProblem.notFound }
        return try YearPlansPage(
            programme: visit.programme,
            plan: plan,
            year: year,
            records: records,
            budgets: try await finances.budgets(of: visit.programme, in: year, as: visit.principal)
        ).response(from: request, context: visit.context)
    }

    private func page(_ subject: Subject) async throws -> YearPlanPage {
        let visit = subject.visit
        let programme = visit.programme
        let state = try await lines.state(of: programme.id, as: visit.principal)
        guard let line = state.line(subject.line.code) else { throw YearPlanProblem.lineNotFound }
        return YearPlanPage(
            programme: programme,
            line: line,
            record: try await record(subject),
            budget: try await budget(subject),
            mayWrite: visit.principal.mayUpdate(subject.line, in: programme.id),
            isTeam: visit.principal.mayUpdateAll(in: programme.id),
            freshID: world.formID
        )
    }

    private func record(_ subject: Subject) async throws -> YearPlanRecord {
        let visit = subject.visit
        return try await yearPlans.open(
            subject.year,
            of: subject.line.code,
            in: visit.programme,
            as: visit.principal
        )
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let subject = try await Subject(context, programmes)
        return try await page(subject).response(from: request, context: subject.visit.context)
    }

    private func budget(_ subject: Subject) async throws -> Cents? {
        let visit = subject.visit
        return try await finances.budgets(of: visit.programme, in: subject.year, as: visit.principal)[subject.line.code]
    }

    private func formPage(_ subject: Subject, _ form: YearPlanForm) async throws -> YearPlanFormPage {
        var form = form
        if form.id.isEmpty { form.id = world.formID }
        return YearPlanFormPage(
            programme: subject.visit.programme,
            line: subject.line,
            year: subject.year,
            budget: try await budget(subject),
            form: form
        )
    }

    private func write(_ request: Request, _ context: AppContext) async throws -> Response {
        let subject = try await Subject(context, programmes, writing: true)
        guard subject.visit.principal.mayUpdate(subject.line, in: subject.visit.programme.id) else {
            throw YearPlanProblem.notLead
        }
        let current = try await record(subject).current
        guard current?.state.isOpen ?? true else { throw YearPlanProblem.stepNotPossible }
        return try await formPage(subject, current.map(YearPlanForm.init) ?? YearPlanForm())
            .response(from: request, context: subject.visit.context)
    }

    private func save(_ request: Request, _ context: AppContext) async throws -> Response {
        let subject = try await Subject(context, programmes, writing: true)
        var form = YearPlanForm(try await request.fields(context), for: subject.line)
        let (visit, code) = (subject.visit, subject.line.code)
        do {
            try await yearPlans.save(form, subject.year, of: code, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.yearPlan.path(visit.programme.id, subject.year, code))
        } catch let invalid as InvalidYearPlan {
            if invalid.issues.contains(where: { $0.place == .whole }) {
                // Saving again is meant to replace what the other one wrote, now that this one has been told.
                form.basis = try await record(subject).current?.version ?? 0
            }
            var page = try await formPage(subject, form)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func take(_ request: Request, _ context: AppContext) async throws -> Response {
        let subject = try await Subject(context, programmes, writing: true)
        let fields = try await request.fields(context)
        let (visit, code) = (subject.visit, subject.line.code)
        var form = YearPlanStepForm()
        (form.id, form.basis, form.step) = (fields["id"], Int(fields["versie"]) ?? 0, fields["stap"])
        (form.remark, form.decision) = (fields["opmerking"], fields["besluit"])
        do {
            try await yearPlans.take(form, subject.year, of: code, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.yearPlan.path(visit.programme.id, subject.year, code))
        } catch let invalid as InvalidYearPlan {
            var page = try await page(subject)
            (page.entered, page.issues) = (form, invalid.issues)
            return try page.response(from: request, context: visit.context)
        }
    }
}
