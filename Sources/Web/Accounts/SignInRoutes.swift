import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Programmes

extension Addresses {
    static let signIn = Address("/aanmelden")
    static let signOut = Address("/afmelden")
    /// Where somebody chooses a password with a one-time link.
    static let choosePassword = Address("/wachtwoord/{token}")
}

/// Signing in and out, and choosing a password for the first time or again.
struct SignInRoutes {
    let sessions: Sessions
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.signIn.route, use: form)
        router.post(Addresses.signIn.route, use: signIn)
        router.post(Addresses.signOut.route, use: signOut)
        router.get(Addresses.choosePassword.route, use: passwordForm)
        router.post(Addresses.choosePassword.route, use: choosePassword)
    }

    private func form(_ request: Request, _ context: AppContext) throws -> Response {
        let next = request.uri.queryParameters["verder"].flatMap { LocalPath(String($0)) }
        if context.principal != nil { return .done(seeing: next?.text ?? Addresses.work.path()) }
        return try SignInPage(next: next).response(from: request, context: context)
    }

    private func signIn(_ request: Request, _ context: AppContext) async throws -> Response {
        let fields = try await request.fields(context)
        let next = LocalPath(fields["verder"])
        do {
            let token = try await sessions.signIn(
                with: Sessions.Credentials(email: fields["email"], password: fields["wachtwoord"]),
                origin: context.origin,
                device: request.headers[.userAgent] ?? "",
                replacing: request.cookie(.session, of: context.site).map { Secret($0) }
            )
            var response = Response.done(seeing: next?.text ?? Addresses.work.path())
            response.set(.session, to: token.text, of: context.site)
            return response
        } catch let problem as AccountProblem {
            return try SignInPage(next: next, email: fields["email"], problem: problem)
                .response(from: request, context: context)
        }
    }

    private func signOut(_ request: Request, _ context: AppContext) async throws -> Response {
        if let token = context.sessionToken {
            try await sessions.signOut(Secret(token), origin: context.origin)
        }
        var response = Response.done(.signedOut, seeing: Addresses.start.path())
        response.remove(.session, of: context.site)
        return response
    }

    private func passwordForm(_ request: Request, _ context: AppContext) async throws -> ChoosePasswordPage {
        let link: String = try context.parameter("token")
        return ChoosePasswordPage(link: link, email: try await sessions.account(forLink: Secret(link)).email)
    }

    private func choosePassword(_ request: Request, _ context: AppContext) async throws -> Response {
        let link: String = try context.parameter("token")
        let fields = try await request.fields(context)
        let account = try await sessions.account(forLink: Secret(link))
        do {
            let form = Sessions.PasswordForm(
                new: fields["nieuw"],
                again: fields["nogmaals"],
                notAbout: try await programmes.names(of: account.programmes)
            )
            try await sessions.choosePassword(form, with: Secret(link), origin: context.origin)
        } catch let invalid as InvalidPassword {
            return try ChoosePasswordPage(link: link, email: account.email, issues: invalid.issues)
                .response(from: request, context: context)
        }
        var response = Response.done(.passwordChosen, seeing: Addresses.signIn.path())
        response.remove(.session, of: context.site)
        return response
    }
}

extension Programmes {
    /// In every language, for programmes that are there.
    func names(of programmes: [ProgrammeID]) async throws -> [String] {
        var names: [String] = []
        for id in programmes {
            if let programme = try await find(id) { names += [programme.name.nl, programme.name.en] }
        }
        return names
    }

    /// `nil` when there is no such programme, or not yet.
    func find(_ id: ProgrammeID) async throws -> Programme? {
        do {
            return try await current(id)
        } catch ProgrammeProblem.notFound {
            return nil
        }
    }
}
