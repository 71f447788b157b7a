import Accounts
import Fieldwork
import Hummingbird
import Kernel
import Mail
import Markup
import Programmes

/// Inviting companies by mail, and what they answer.
struct InvitationRoutes {
    let services: Services
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.invite.route, use: new)
        router.post(Addresses.invite.route, use: send)
        router.get(Addresses.invitation.route, use: open)
        router.post(Addresses.invitation.route, use: answer)
    }

    private var invitations: Invitations { services.invitations }

    // MARK: For whoever invites

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        try visit.principal.require(.sendMail, in: visit.programme.id)
        let contacts = try await services.contacts.all(
            of: try context.parameter("company"),
            in: visit.programme.id,
            as: visit.principal
        )
        let asked = FormFields(request.uri.query ?? "")
        let first = contacts.first { $0.email != nil } ?? contacts.first
        let form = InvitationForm(
            id: world.id(of: Invitation.self).description,
            contactName: first?.name ?? "",
            email: first?.email ?? "",
            day: (Day(asked["dag"]) ?? nextWorkday).description,
            time: (ClockTime(asked["tijd"]) ?? ClockTime("09:30"))?.description ?? "",
            interviewer: asked.first("interviewer") ?? visit.principal.account?.description ?? ""
        )
        return try await page(form, nil, [], request, visit)
    }

    /// Two weeks from now: soon, and time enough to answer.
    private var nextWorkday: Day {
        let day = world.today.adding(days: 14)
        return day.weekday > 5 ? day.adding(days: 8 - day.weekday) : day
    }

    private func send(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        try visit.principal.require(.sendMail, in: visit.programme.id)
        let (round, company): (SelectionRound.ID, Company.ID) = (
            try context.parameter("round"), try context.parameter("company")
        )
        let fields = try await request.fields(context)
        let form = InvitationForm(
            id: fields["uitnodiging"],
            contactName: fields["contact"],
            email: fields["mail"],
            language: fields["taal"],
            day: fields["dag"],
            time: fields["tijd"],
            interviewer: fields["interviewer"],
            note: fields["toelichting"].withPlainLineEnds
        )
        let people = try await services.accounts.interviewers(in: visit.programme.id, as: visit.principal)
        let mail = InvitationMail(publicAddress: context.site.publicAddress)
        do {
            if fields["doe"] == "versturen" {
                try await invitations.send(
                    form,
                    to: company,
                    in: round,
                    of: visit.programme.id,
                    people: people,
                    as: visit.principal,
                    writing: mail.content
                )
                return .done(.mailQueued, seeing: Addresses.selection.path(visit.programme.id, round))
            }
            let preview = try await invitations.preview(
                form,
                to: company,
                in: visit.programme.id,
                people: people,
                as: visit.principal,
                writing: mail.content
            )
            return try await page(form, preview, [], request, visit)
        } catch let invalid as InvalidInvitation {
            return try await page(form, nil, invalid.issues, request, visit)
        }
    }

    private func page(
        _ form: InvitationForm,
        _ preview: MailContent?,
        _ issues: [InvalidInvitation.Issue],
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        let (programme, principal) = (visit.programme.id, visit.principal)
        let id: Company.ID = try visit.context.parameter("company")
        let sheet = try await services.selections.sheet(
            try visit.context.parameter("round"),
            in: programme,
            as: principal
        )
        guard let line = sheet.lines.first(where: { $0.company == id }), sheet.round.isRunning,
            [.chosen, .invited].contains(line.state)
        else { throw InvitationProblem.notPossible }
        return try InvitePage(
            programme: visit.programme,
            round: sheet.round.id,
            company: try await services.companies.find(id, in: programme, as: principal),
            contacts: try await services.contacts.all(of: id, in: programme, as: principal),
            people: try await services.accounts.interviewers(in: programme, as: principal),
            earlier: try await invitations.all(of: id, in: programme, as: principal),
            form: form,
            preview: preview,
            issues: issues
        ).response(from: request, context: visit.context)
    }

    // MARK: For the entrepreneur

    private func open(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = InvitationAnswerForm(id: world.id(of: InvitationAnswer.self).description)
        return try await shown(form, [], request, context)
    }

    private func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        let fields = try await request.fields(context)
        let form = InvitationAnswerForm(
            id: fields["antwoordnummer"],
            kind: fields["antwoord"],
            note: fields["toelichting"].withPlainLineEnds
        )
        do {
            let token = try token(context)
            try await invitations.answer(
                form,
                with: token,
                from: context.origin,
                writing: InvitationMail(publicAddress: context.site.publicAddress).content
            )
            return .done(seeing: Addresses.invitation.path(token)).unlisted
        } catch let invalid as InvalidInvitation {
            return try await shown(form, invalid.issues, request, context)
        } catch InvitationProblem.doesNotWork {
            return try DeadInvitationPage().response(from: request, context: context).unlisted
        }
    }

    private func shown(
        _ form: InvitationAnswerForm,
        _ issues: [InvalidInvitation.Issue],
        _ request: Request,
        _ context: AppContext
    ) async throws -> Response {
        do {
            let token = try token(context)
            let open = try await invitations.open(token)
            return try InvitationPage(
                programme: try await services.programmes.current(open.programme),
                open: open,
                token: token,
                today: world.today,
                form: form,
                issues: issues
            ).response(from: request, context: context).unlisted
        } catch InvitationProblem.doesNotWork {
            return try DeadInvitationPage().response(from: request, context: context).unlisted
        }
    }

    private func token(_ context: AppContext) throws(InvitationProblem) -> LinkToken {
        guard let token = context.parameters.get("token").flatMap(LinkToken.init) else { throw .doesNotWork }
        return token
    }
}
