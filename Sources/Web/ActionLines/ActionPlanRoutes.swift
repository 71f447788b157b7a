import ActionLines
import Finance
import Foundation
import Governance
import Hummingbird
import Kernel
import Printing
import Programmes
import Registers

/// How an action plan stands, line by line.
struct ActionPlanRoutes {
    let lines: ActionLines
    let governances: Governances
    let finances: Finances
    let registers: Registers
    let programmes: Programmes
    let printer: Printer
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.actionPlan.route, use: show)
        router.get(Addresses.actionPlanGround.route, use: showGround)
        router.get(Addresses.actionPlanPrint.route, use: print)
        router.get(Addresses.actionLine.route, use: showLine)
        router.post(Addresses.actionLine.route, use: tell)
        router.post(Addresses.lineRelease.route, use: release)
        router.get(Addresses.publicPlan.route, use: showPublic)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let asked = FormFields(request.uri.query ?? "")
        let state = try await lines.state(of: visit.programme.id, asOf: Day(asked["op"]), as: visit.principal)
        var before: PlanState?
        if let day = Day(asked["naast"]) {
            before = try await lines.state(of: visit.programme.id, asOf: day, as: visit.principal)
        }
        return try ActionPlanPage(
            state: state,
            filter: LineFilter(asked),
            before: before,
            money: try await money(of: state, visit),
            isTeam: visit.principal.mayUpdateAll(in: visit.programme.id),
            today: world.today
        )
        .response(from: request, context: visit.context)
    }

    private func money(of state: PlanState, _ visit: Visit) async throws -> [ActionLine.ID: LineMoney] {
        try await finances.lines(of: state.programme, at: min(state.asOf.end, world.now()), as: visit.principal)
    }

    private func print(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let day = Day(FormFields(request.uri.query ?? "")["op"])
        let state = try await lines.state(of: visit.programme.id, asOf: day, as: visit.principal)
        let document = ActionPlanPrint(
            state: state,
            money: try await money(of: state, visit),
            language: context.language
        ).document
        return .pdf(try await printer.pdf(of: document), name: "actieplan-\(visit.programme.id)-\(state.asOf).pdf")
    }

    private func showGround(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let state = try await lines.state(of: visit.programme.id, as: visit.principal)
        return try ActionPlanGroundPage(state: state).response(from: request, context: visit.context)
    }

    private func showLine(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func tell(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.updateActions, in: visit.programme.id)
        let code: ActionLine.ID = try visit.context.parameter("line")
        let form = LineUpdateForm(try await request.fields(context), visit.programme.actionPlan?.line(code))
        do {
            try await lines.record(form, about: code, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.actionLine.path(visit.programme.id, code))
        } catch let invalid as InvalidUpdate {
            var page = try await page(visit)
            page.entered = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func release(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.updateActions, in: visit.programme.id)
        let code: ActionLine.ID = try visit.context.parameter("line")
        let fields = try await request.fields(context)
        let form = LineReleaseForm(
            id: fields["id"],
            words: fields["openbaar"],
            isWithdrawal: fields["doe"] == "intrekken"
        )
        do {
            try await lines.release(form, of: code, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.actionLine.path(visit.programme.id, code))
        } catch let invalid as InvalidUpdate {
            var page = try await page(visit)
            page.enteredRelease = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func showPublic(_ request: Request, _ context: AppContext) async throws -> Response {
        let plan = try await lines.publicPlan(of: context.parameter("programme"))
        let area = AreaCode(FormFields(request.uri.query ?? "")["gemeente"]).flatMap(plan.programme.area)
        let photos = try await registers.publicPhotos(in: plan.programme, area: area?.code, limit: 6)
        return try PublicPlanPage(plan: plan, area: area, photos: photos).response(from: request, context: context)
    }

    private func page(_ visit: Visit) async throws -> ActionLinePage {
        let code: ActionLine.ID = try visit.context.parameter("line")
        let state = try await lines.state(of: visit.programme.id, as: visit.principal)
        guard let line = state.line(code) else { throw ActionProblem.lineNotFound }
        return ActionLinePage(
            state: state,
            line: line,
            mayUpdate: visit.principal.mayUpdate(line.line, in: visit.programme.id),
            mayChange: line.line.addedOn != nil && visit.principal.mayUpdateAll(in: visit.programme.id),
            released: try await lines.released(code, in: visit.programme.id, as: visit.principal),
            freshID: world.formID,
            governance: try await governances.state(of: visit.programme, as: visit.principal)
        )
    }
}

extension LineFilter {
    fileprivate init(_ fields: FormFields) {
        self.init()
        theme = PlanTheme.ID(fields["thema"])
        sector = Sector.ID(fields["sector"])
        lead = Organisation.ID(fields["trekker"])
        area = AreaCode(fields["gebied"])
        status = LineStatus(rawValue: fields["stand"])
    }
}

extension LineUpdateForm {
    fileprivate init(_ fields: FormFields, _ line: ActionLine?) {
        self.init()
        id = fields["id"]
        status = fields["stand"]
        why = fields["waarom"]
        ask = fields["vraag"]
        askedOf = fields["aan-wie"]
        evidence = fields["bewijs"]
        source = fields["bron"]
        for step in line?.steps ?? [] {
            let code = step.code.description
            guard !fields["stap-\(code)"].isEmpty else { continue }
            steps[code] = Step(
                state: fields["stap-\(code)"],
                owner: fields["wie-\(code)"],
                due: fields["klaar-\(code)"]
            )
        }
        for result in line?.results ?? [] {
            results[result.code.description] = fields["resultaat-\(result.code)"]
        }
    }
}
