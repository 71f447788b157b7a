import Accountability
import Foundation
import Hummingbird
import Kernel
import Programmes
import Spreadsheet

/// How the programme stands against its plan.
struct PlanRoutes {
    let indicators: Indicators
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.plan.route, use: show)
        router.get(Addresses.planWorkbook.route, use: workbook)
        router.get(Addresses.indicator.route, use: showIndicator)
        router.post(Addresses.indicator.route, use: explain)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try PlanPage(report: try await report(request, visit), today: world.today, verbs: visit.verbs)
            .response(from: request, context: visit.context)
    }

    private func workbook(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let report = try await report(request, visit)
        return try .workbook(
            Workbook(report, in: context.language),
            name: "op koers \(visit.programme.id) \(report.asOf)"
        )
    }

    private func showIndicator(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(request, visit).response(from: request, context: visit.context)
    }

    private func explain(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.accountForPlan, in: visit.programme.id)
        let code: String = try context.parameter("indicator")
        let fields = try await request.fields(context)
        let form = IndicatorNoteForm(id: fields["id"], words: fields["tekst"])
        do {
            try await indicators.explain(code, form, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.indicator.path(visit.programme.id, code))
        } catch let invalid as InvalidAccount {
            var page = try await page(request, visit)
            page.form = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func report(_ request: Request, _ visit: Visit) async throws -> PlanReport {
        try await indicators.report(
            of: visit.programme.id,
            asOf: Day(FormFields(request.uri.query ?? "")["op"]),
            as: visit.principal
        )
    }

    private func page(_ request: Request, _ visit: Visit) async throws -> IndicatorPage {
        let code: String = try visit.context.parameter("indicator")
        let report = try await report(request, visit)
        guard let indicator = Indicator.all(of: visit.programme).first(where: { $0.code == code }) else {
            throw AccountProblem.notFound
        }
        return IndicatorPage(
            report: report,
            indicator: indicator,
            mayExplain: visit.principal.may(.accountForPlan, in: visit.programme.id),
            ids: { [world] in world.formID },
            today: world.today
        )
    }
}
