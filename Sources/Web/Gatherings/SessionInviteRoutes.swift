import Fieldwork
import Gatherings
import Hummingbird
import Kernel
import Programmes

/// Whom to ask to a session.
struct SessionInviteRoutes {
    let sessions: KnowledgeSessions
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.inviteToSession.route, use: chooseCompanies)
        router.post(Addresses.inviteToSession.route, use: invite)
    }

    private func chooseCompanies(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        return try await invitePage(request, visit, FormFields(""), issues: [])
            .response(from: request, context: visit.context)
    }

    private func invite(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        let fields = try await request.fields(context)
        guard ["versturen", "allen"].contains(fields["doe"]) else {
            return try await invitePage(request, visit, fields, issues: [])
                .response(from: request, context: visit.context)
        }
        let session = try await visit.session(sessions)
        var companies = fields.all("bedrijven").compactMap(Company.ID.init)
        if fields["doe"] == "allen" {
            let filter = CandidateFilter(FormFields(request.uri.query ?? ""), in: visit.programme, for: session)
            companies = try await sessions.candidates(
                filter,
                for: session.id,
                in: visit.programme.id,
                as: visit.principal
            ).map(\.company)
        }
        do {
            try await sessions.invite(
                companies,
                to: session.id,
                note: fields["tekst"].withPlainLineEnds,
                in: visit.programme.id,
                as: visit.principal,
                writing: visit.sessionMail
            )
            return .done(.mailQueued, seeing: Addresses.session.path(visit.programme.id, session.id))
        } catch let invalid as InvalidSession {
            return try await invitePage(request, visit, fields, issues: invalid.issues)
                .response(from: request, context: visit.context)
        }
    }

    private func invitePage(
        _ request: Request,
        _ visit: Visit,
        _ fields: FormFields,
        issues: [InvalidSession.Issue]
    ) async throws -> InviteToSessionPage {
        let session = try await visit.session(sessions)
        guard session.takesAnswers(on: world.today) else { throw SessionProblem.tooLate(session.state) }
        let filter = CandidateFilter(FormFields(request.uri.query ?? ""), in: visit.programme, for: session)
        let note = fields["tekst"].withPlainLineEnds
        return InviteToSessionPage(
            programme: visit.programme,
            session: session,
            filter: filter,
            candidates: try await sessions.candidates(
                filter,
                for: session.id,
                in: visit.programme.id,
                as: visit.principal
            ),
            chosen: Set(fields.all("bedrijven").compactMap(Company.ID.init)),
            note: note,
            preview: try await sessions.preview(
                of: session.id,
                note: note,
                in: visit.programme.id,
                as: visit.principal,
                writing: visit.sessionMail
            ),
            issues: issues
        )
    }
}
