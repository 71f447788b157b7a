import Fieldwork
import Hummingbird
import Kernel
import Markup
import Programmes

/// What municipalities wish, and what the project leader does with it.
struct SelectionHelpRoutes {
    let selections: SelectionRounds
    let companies: Companies
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.selectionVeto.route, use: askVeto)
        router.post(Addresses.selectionVeto.route, use: veto)
        router.post(Addresses.selectionProposals.route, use: propose)
        router.get(Addresses.selectionSearch.route, use: search)
        router.post(Addresses.selectionProposal.route, use: answer)
    }

    static func page(
        _ selections: SelectionRounds,
        _ visit: Visit,
        _ world: World,
        failed: (SelectionRound.ID, SelectionProposalForm, [InvalidSelection.Issue])? = nil
    ) async throws -> SelectionHelpPage {
        SelectionHelpPage(
            programme: visit.programme,
            rounds: try await selections.help(in: visit.programme.id, as: visit.principal),
            areas: visit.principal.ownAreas(in: visit.programme.id),
            newID: { world.id(of: SelectionProposal.self).description },
            failed: failed.map { (round: $0.0, form: $0.1, issues: $0.2) }
        )
    }

    // MARK: Of the municipality

    private func askVeto(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let form = SelectionStepForm(id: world.id(of: SelectionEvent.self).description)
        return try await vetoPage(form, [], request, visit)
    }

    private func veto(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.helpSelect, in: visit.programme.id)
        let company: Company.ID = try visit.context.parameter("company")
        let fields = try await request.fields(context)
        let form = SelectionStepForm(
            id: fields["gebeurtenis"],
            company: company.description,
            note: fields["toelichting"].withPlainLineEnds
        )
        do {
            try await selections.veto(
                form,
                in: try visit.context.parameter("round"),
                of: visit.programme.id,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.selections.path(visit.programme.id))
        } catch let invalid as InvalidSelection {
            return try await vetoPage(form, invalid.issues, request, visit)
        }
    }

    private func vetoPage(
        _ form: SelectionStepForm,
        _ issues: [InvalidSelection.Issue],
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let (round, company): (SelectionRound.ID, Company.ID) = (
            try visit.context.parameter("round"), try visit.context.parameter("company")
        )
        let rounds = try await selections.help(in: visit.programme.id, as: visit.principal)
        guard let sheet = rounds.first(where: { $0.round == round }),
            let line = sheet.lines.first(where: { $0.company == company })
        else { throw SelectionProblem.notFound }
        guard line.mayVeto else { throw SelectionProblem.notPossible }
        return try SelectionVetoPage(
            programme: visit.programme,
            round: sheet,
            line: line,
            form: form,
            issues: issues
        ).response(from: request, context: visit.context)
    }

    private func propose(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.helpSelect, in: visit.programme.id)
        let round: SelectionRound.ID = try visit.context.parameter("round")
        let fields = try await request.fields(context)
        let form = SelectionProposalForm(
            id: fields["voordracht"],
            area: fields["gemeente"],
            name: fields["naam"],
            reason: fields["reden"].withPlainLineEnds
        )
        do {
            try await selections.propose(form, in: round, of: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.selections.path(visit.programme.id))
        } catch let invalid as InvalidSelection {
            return try await Self.page(selections, visit, world, failed: (round, form, invalid.issues))
                .response(from: request, context: visit.context)
        }
    }

    // MARK: Of the project leader

    private func search(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await searchPage("", [], request, visit, proposal: context.query("voordracht", of: request))
    }

    private func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.selectCompanies, in: visit.programme.id)
        let round: SelectionRound.ID = try visit.context.parameter("round")
        let proposal: SelectionProposal.ID = try visit.context.parameter("proposal")
        let fields = try await request.fields(context)
        let reason = fields["toelichting"].withPlainLineEnds
        do {
            try await selections.answer(
                proposal,
                with: Company.ID(fields["bedrijf"]),
                because: reason,
                in: round,
                of: visit.programme.id,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.selection.path(visit.programme.id, round))
        } catch let invalid as InvalidSelection {
            return try await searchPage(reason, invalid.issues, request, visit, proposal: proposal.description)
        }
    }

    private func searchPage(
        _ reason: String,
        _ issues: [InvalidSelection.Issue],
        _ request: Request,
        _ visit: Visit,
        proposal id: String
    ) async throws -> Response {
        let (programme, principal) = (visit.programme, visit.principal)
        try principal.require(.selectCompanies, in: programme.id)
        let sheet = try await selections.sheet(
            try visit.context.parameter("round"),
            in: programme.id,
            as: principal
        )
        let proposal = sheet.proposals.first { $0.id.description == id && $0.answer == nil }
        var query = CompanyQuery()
        let asked = FormFields(request.uri.query ?? "").first("zoek")?.nonEmpty
        query.search = asked ?? proposal?.name ?? ""
        query.municipality = proposal?.area
        query.pageSize = 20
        var found = try await companies.list(query, in: programme, as: principal)
        // A name that nobody has is tried by its first word.
        if found.rows.isEmpty, asked == nil, let word = proposal?.name.split(separator: " ").first {
            query.search = String(word)
            found = try await companies.list(query, in: programme, as: principal)
        }
        return try SelectionSearchPage(
            programme: programme,
            round: sheet.round,
            search: query.search,
            found: query.search.isEmpty ? nil : found,
            proposal: proposal,
            reason: reason,
            issues: issues
        ).response(from: request, context: visit.context)
    }
}
