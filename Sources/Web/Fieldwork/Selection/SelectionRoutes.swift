import Fieldwork
import Hummingbird
import Kernel
import Markup
import Programmes

/// Whom to visit: drawing companies, and what happens to those that were drawn.
struct SelectionRoutes {
    let selections: SelectionRounds
    let invitations: Invitations
    let companies: Companies
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.selections.route, use: list)
        router.get(Addresses.newSelection.route, use: new)
        router.post(Addresses.newSelection.route, use: draw)
        router.get(Addresses.selection.route, use: show)
        router.post(Addresses.selectionStop.route, use: stop)
        router.get(Addresses.selectionCompany.route, use: company)
        router.post(Addresses.selectionCompany.route, use: record)
        router.get(Addresses.coverage.route, use: coverage)
        SelectionHelpRoutes(selections: selections, companies: companies, programmes: programmes, world: world)
            .add(to: router)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme.id, visit.principal)
        // A municipality has a page of its own; whoever has both parts sees that of the project leader.
        if !principal.may(.readCompanies, in: programme), principal.may(.helpSelect, in: programme) {
            return try await SelectionHelpRoutes.page(selections, visit, world).response(
                from: request,
                context: visit.context
            )
        }
        return try SelectionListPage(
            programme: visit.programme,
            rounds: try await selections.list(in: programme, as: principal),
            mayDraw: principal.may(.selectCompanies, in: programme)
        ).response(from: request, context: visit.context)
    }

    // MARK: Drawing

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let quarter = Quarter(world.today)
        let form = SelectionForm(
            id: world.id(of: SelectionRound.self).description,
            quarter: min(max(quarter, visit.programme.firstQuarter), visit.programme.lastQuarter).description
        )
        return try await formPage(form, [], request, visit)
    }

    private func draw(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.selectCompanies, in: visit.programme.id)
        let fields = try await request.fields(context)
        let prefix = "aantal-"
        let form = SelectionForm(
            id: fields["ronde"],
            quarter: fields["kwartaal"],
            counts: Dictionary(
                fields.names.filter { $0.hasPrefix(prefix) }
                    .map { (String($0.dropFirst(prefix.count)), fields[$0].trimmingWhitespace()) }
            ) { first, _ in first },
            spread: fields["spreiding"],
            seed: fields["startgetal"].trimmingWhitespace()
        )
        do {
            let id = try await selections.draw(form, in: visit.programme.id, as: visit.principal)
            return .done(seeing: Addresses.selection.path(visit.programme.id, id))
        } catch let invalid as InvalidSelection {
            return try await formPage(form, invalid.issues, request, visit)
        }
    }

    private func formPage(
        _ form: SelectionForm,
        _ issues: [InvalidSelection.Issue],
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        try SelectionFormPage(
            programme: visit.programme,
            outlook: try await selections.outlook(in: visit.programme.id, as: visit.principal),
            form: form,
            issues: issues
        ).response(from: request, context: visit.context)
    }

    // MARK: One round

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page("", [], request, try await Visit(context, programmes))
    }

    private func page(
        _ reason: String,
        _ issues: [InvalidSelection.Issue],
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let id: SelectionRound.ID = try visit.context.parameter("round")
        let sheet = try await selections.sheet(
            id,
            in: visit.programme.id,
            as: visit.principal
        )
        return try SelectionPage(
            programme: visit.programme,
            sheet: sheet,
            mayWork: visit.principal.may(.selectCompanies, in: visit.programme.id),
            newEvent: { world.id() },
            stopReason: reason,
            invitations: try await invitations.latest(in: id, of: visit.programme.id, as: visit.principal),
            mayMail: visit.principal.may(.sendMail, in: visit.programme.id),
            issues: issues
        ).response(from: request, context: visit.context)
    }

    private func stop(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.selectCompanies, in: visit.programme.id)
        let id: SelectionRound.ID = try visit.context.parameter("round")
        let reason = try await request.fields(context)["toelichting"]
        do {
            try await selections.stop(id, because: reason, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.selection.path(visit.programme.id, id))
        } catch let invalid as InvalidSelection {
            return try await page(reason, invalid.issues, request, visit)
        }
    }

    // MARK: One company in it

    private func company(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.selectCompanies, in: visit.programme.id)
        let form = SelectionStepForm(id: world.id(of: SelectionEvent.self).description)
        return try await companyPage(form, [], request, visit)
    }

    private func record(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.selectCompanies, in: visit.programme.id)
        let round: SelectionRound.ID = try visit.context.parameter("round")
        let company: Company.ID = try visit.context.parameter("company")
        let fields = try await request.fields(context)
        let form = SelectionStepForm(
            id: fields["gebeurtenis"],
            company: company.description,
            step: fields["stap"],
            refusal: fields["waarom"],
            note: fields["toelichting"].withPlainLineEnds,
            takesNext: fields["volgende"] == "ja"
        )
        do {
            try await selections.record(form, in: round, of: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.selection.path(visit.programme.id, round))
        } catch let invalid as InvalidSelection {
            return try await companyPage(form, invalid.issues, request, visit)
        }
    }

    private func companyPage(
        _ form: SelectionStepForm,
        _ issues: [InvalidSelection.Issue],
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let id: Company.ID = try visit.context.parameter("company")
        let (programme, principal) = (visit.programme.id, visit.principal)
        let sheet = try await selections.sheet(try visit.context.parameter("round"), in: programme, as: principal)
        return try SelectionCompanyPage(
            programme: visit.programme,
            round: sheet.round,
            company: try await companies.find(id, in: programme, as: principal),
            line: sheet.lines.first { $0.company == id },
            form: form,
            issues: issues
        ).response(from: request, context: visit.context)
    }

    private func coverage(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let asked = AreaCode(context.query("gebied", of: request))
        let area = asked.flatMap { visit.programme.area($0)?.code }
        return try CoveragePage(
            programme: visit.programme,
            coverage: try await selections.coverage(of: area, in: visit.programme.id, as: visit.principal),
            area: area
        ).response(from: request, context: visit.context)
    }
}
