import Accounts
import Hummingbird
import Kernel
import Programmes

extension Addresses {
    static let account = Address("/account")
    static let ownPassword = Address("/account/wachtwoord")
    static let ownSessions = Address("/account/sessies")
    static let ownSession = Address("/account/sessies/{session}")
    /// The programmes of whoever asks.
    static let work = Address("/werk")
}

/// What somebody can see and change about their own account.
struct OwnAccountRoutes {
    let sessions: Sessions
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.work.route, use: work)
        router.get(Addresses.account.route, use: account)
        router.post(Addresses.ownPassword.route, use: changePassword)
        router.post(Addresses.ownSessions.route, use: signOutEverywhere)
        router.post(Addresses.ownSession.route, use: endSession)
    }

    private func work(_ request: Request, _ context: AppContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        let own = try await ownProgrammes(of: principal)
        if own.count == 1 { return .done(seeing: own[0].path) }
        return try WorkPage(programmes: own).response(from: request, context: context)
    }

    private func account(_ request: Request, _ context: AppContext) async throws -> OwnAccountPage {
        try await page(context)
    }

    private func page(_ context: AppContext, issues: [InvalidPassword.Issue] = []) async throws -> OwnAccountPage {
        let principal = try context.requirePrincipal()
        return OwnAccountPage(
            principal: principal,
            programmes: try await ownProgrammes(of: principal),
            sessions: try await sessions.own(as: principal, with: context.sessionToken.map { Secret($0) }),
            issues: issues
        )
    }

    private func changePassword(_ request: Request, _ context: AppContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        guard let token = context.sessionToken else { throw AccessProblem.unauthenticated }
        let fields = try await request.fields(context)
        let form = Sessions.PasswordForm(
            new: fields["nieuw"],
            again: fields["nogmaals"],
            notAbout: try await programmes.names(of: principal.programmes)
        )
        do {
            try await sessions.changePassword(from: fields["huidig"], to: form, as: principal, with: Secret(token))
            return .done(.passwordChanged, seeing: Addresses.account.path())
        } catch let invalid as InvalidPassword {
            return try await page(context, issues: invalid.issues).response(from: request, context: context)
        }
    }

    private func signOutEverywhere(_ request: Request, _ context: AppContext) async throws -> Response {
        try await sessions.signOutEverywhere(as: context.requirePrincipal())
        var response = Response.done(.signedOut, seeing: Addresses.start.path())
        response.remove(.session, of: context.site)
        return response
    }

    private func endSession(_ request: Request, _ context: AppContext) async throws -> Response {
        try await sessions.end(context.parameter("session"), as: context.requirePrincipal())
        return .done(.removed, seeing: Addresses.account.path())
    }

    private func ownProgrammes(of principal: Principal) async throws -> [OwnProgramme] {
        var own: [OwnProgramme] = []
        for id in principal.programmes {
            guard let programme = try await programmes.find(id) else { continue }
            own.append(OwnProgramme(programme: programme, principal: principal))
        }
        return own
    }
}

/// A programme and the part that somebody has in it.
struct OwnProgramme {
    let programme: Programme
    let grants: [Grant]
    /// Where the work begins: the first section that this person may see.
    let path: String

    init(programme: Programme, principal: Principal) {
        self.programme = programme
        grants = principal.grants(in: programme.id)
        let place = Place(programme)
        let first = NavigationSection.allCases.first { $0.isShown(to: principal, in: place) }
        path = (first ?? .programme).path(in: programme.id)
    }
}
