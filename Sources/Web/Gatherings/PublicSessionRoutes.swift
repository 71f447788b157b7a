import Fieldwork
import Foundation
import Gatherings
import HTTPTypes
import Hummingbird
import Kernel
import Programmes

/// Sessions for people outside the programme: the public pages, and a personal link.
struct PublicSessionRoutes {
    let signUps: SignUps
    let programmes: Programmes
    let world: World

    private static let calendarName = "Kennissessies"

    func add(to router: Router<AppContext>) {
        router.get(Addresses.publicSessions.route, use: list)
        router.get(Addresses.publicCalendar.route, use: calendar)
        router.get(Addresses.publicSession.route, use: show)
        router.post(Addresses.publicSession.route, use: request)
        router.get(Addresses.signUp.route, use: open)
        router.get(Addresses.signUpCalendar.route, use: ownCalendar)
        router.post(Addresses.signUp.route, use: answer)
        router.post(Addresses.giveFeedback.route, use: feedback)
        router.post(Addresses.eraseSignUp.route, use: erase)
    }

    // MARK: For anybody

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        var sessions: [(KnowledgeSession, Programme)] = []
        for session in try await signUps.upcoming() {
            sessions.append((session, try await programmes.current(session.programme)))
        }
        return try PublicSessionListPage(sessions: sessions).response(from: request, context: context)
    }

    private func calendar(_ request: Request, _ context: AppContext) async throws -> Response {
        let events = try await signUps.upcoming().map { $0.calendarEvent(at: $0.changedAt) }
        return .calendar(events, name: Self.calendarName)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page(context).response(from: request, context: context)
    }

    private func request(_ request: Request, _ context: AppContext) async throws -> Response {
        let form = ParticipantForm(try await request.fields(context))
        var page = try await page(context)
        do {
            try await signUps.requestLink(
                form,
                language: context.language,
                for: page.session.id,
                from: context.origin,
                writing: mail(context)
            )
            page.isSent = true
        } catch let invalid as InvalidSession {
            page.form = form
            page.issues = invalid.issues
        }
        return try page.response(from: request, context: context)
    }

    private func page(_ context: AppContext) async throws -> PublicSessionPage {
        let (session, free) = try await signUps.announced(try context.parameter("session"))
        return PublicSessionPage(
            programme: try await programmes.current(session.programme),
            session: session,
            free: free,
            today: world.today
        )
    }

    // MARK: With a personal link

    private func open(_ request: Request, _ context: AppContext) async throws -> Response {
        try await orDead(request, context) { token in
            try await signUpPage(token, context).response(from: request, context: context)
        }
    }

    private func ownCalendar(_ request: Request, _ context: AppContext) async throws -> Response {
        try await orDead(request, context) { token in
            let session = try await signUps.open(token).session
            return .calendar([session.calendarEvent(at: session.changedAt)], name: Self.calendarName)
        }
    }

    private func answer(_ request: Request, _ context: AppContext) async throws -> Response {
        let fields = try await request.fields(context)
        return try await orDead(request, context) { token in
            _ = try await signUps.open(token)
            guard let answer = Participant.Answer(rawValue: fields["antwoord"]) else {
                throw PageProblem.unreadableForm
            }
            try await signUps.answer(
                answer,
                id: ID(fields["antwoordnummer"]),
                with: token,
                from: context.origin,
                writing: mail(context)
            )
            return .done(seeing: Addresses.signUp.path(token))
        }
    }

    private func feedback(_ request: Request, _ context: AppContext) async throws -> Response {
        let fields = try await request.fields(context)
        var form = FeedbackForm()
        form.usefulness = fields["cijfer"]
        form.takeaway = fields["meegenomen"]
        form.wish = fields["wens"]
        form.wantsCall = fields["bellen"] == "ja"
        return try await orDead(request, context) { token in
            _ = try await signUps.open(token)
            do {
                try await signUps.give(form, with: token)
                return .done(seeing: Addresses.signUp.path(token))
            } catch let invalid as InvalidSession {
                var page = try await signUpPage(token, context)
                page.feedback = form
                page.issues = invalid.issues
                return try page.response(from: request, context: context)
            }
        }
    }

    private func erase(_ request: Request, _ context: AppContext) async throws -> Response {
        try await orDead(request, context) { token in
            try await signUps.erase(with: token, from: context.origin, writing: mail(context))
            return try DeadSignUpPage(isErased: true).response(from: request, context: context)
        }
    }

    private func signUpPage(_ token: LinkToken, _ context: AppContext) async throws -> SignUpPage {
        let open = try await signUps.open(token)
        return SignUpPage(
            programme: try await programmes.current(open.session.programme),
            open: open,
            token: token.description,
            ids: { [world] in world.formID },
            today: world.today
        )
    }

    /// Whatever is wrong with a link, it looks the same.
    private func orDead(
        _ request: Request,
        _ context: AppContext,
        _ body: (LinkToken) async throws -> Response
    ) async throws -> Response {
        guard let token = context.parameters.get("token").flatMap(LinkToken.init) else {
            return try DeadSignUpPage().response(from: request, context: context).unlisted
        }
        do {
            return try await body(token).unlisted
        } catch SessionProblem.doesNotWork {
            return try DeadSignUpPage().response(from: request, context: context).unlisted
        }
    }

    private func mail(_ context: AppContext) -> SessionLetter.Writing {
        SessionMail(publicAddress: context.site.publicAddress).content
    }
}
