import Accounts
import Hummingbird
import Kernel
import Programmes

extension Addresses {
    static let people = Address("/werk/{programme}/mensen")
    static let person = Address("/werk/{programme}/mensen/{account}")
    static let personRoles = Address("/werk/{programme}/mensen/{account}/rollen")
    static let personRevoke = Address("/werk/{programme}/mensen/{account}/rollen/intrekken")
    static let personDisable = Address("/werk/{programme}/mensen/{account}/uitschakelen")
    static let personEnable = Address("/werk/{programme}/mensen/{account}/inschakelen")
    static let personLink = Address("/werk/{programme}/mensen/{account}/link")
}

/// Who takes part in a programme, for who manages it.
struct PeopleRoutes {
    let accounts: Accounts
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.people.route, use: list)
        router.post(Addresses.people.route, use: addPerson)
        router.get(Addresses.person.route, use: person)
        router.post(Addresses.personRoles.route, use: grant)
        router.post(Addresses.personRevoke.route, use: revoke)
        router.post(Addresses.personDisable.route, use: disable)
        router.post(Addresses.personEnable.route, use: enable)
        router.post(Addresses.personLink.route, use: makeLink)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let people = try await accounts.people(in: programme.id, as: principal)
        return try PeoplePage(programme: programme, people: people).response(from: request, context: visit.context)
    }

    private func addPerson(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let fields = try await request.fields(context)
        let form = AccountForm(email: fields["email"], name: fields["naam"], grant: GrantForm(fields))
        do {
            let added = try await accounts.add(
                form,
                among: programme.grantChoices,
                in: programme.id,
                as: principal
            )
            guard let link = added.link else {
                return .done(.saved, seeing: Addresses.person.path(programme.id, added.account.id))
            }
            return try linkPage(for: added.account, link, visit).response(from: request, context: visit.context)
        } catch let invalid as InvalidAccount {
            let people = try await accounts.people(in: programme.id, as: principal)
            return try PeoplePage(programme: programme, people: people, entered: form, issues: invalid.issues)
                .response(from: request, context: visit.context)
        }
    }

    private func person(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let account = try await accounts.person(context.parameter("account"), in: programme.id, as: principal)
        return try PersonPage(programme: programme, account: account, isWithin: account.isWithin(principal))
            .response(from: request, context: visit.context)
    }

    private func grant(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let id: AccountID = try context.parameter("account")
        let form = GrantForm(try await request.fields(context))
        do {
            try await accounts.grant(form, among: programme.grantChoices, to: id, in: programme.id, as: principal)
            return .done(.saved, seeing: Addresses.person.path(programme.id, id))
        } catch let invalid as InvalidAccount {
            let account = try await accounts.person(id, in: programme.id, as: principal)
            return try PersonPage(
                programme: programme,
                account: account,
                isWithin: account.isWithin(principal),
                entered: form,
                issues: invalid.issues
            ).response(from: request, context: visit.context)
        }
    }

    private func revoke(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let id: AccountID = try context.parameter("account")
        let fields = try await request.fields(context)
        guard let role = Role(rawValue: fields["rol"]) else { throw PageProblem.unreadableForm }
        try await accounts.revoke(
            role,
            part: fields["deel"],
            of: id,
            in: programme.id,
            as: principal
        )
        // Without a part somebody has no page here any more.
        let isLeft = try await accounts.people(in: programme.id, as: principal).contains { $0.id == id }
        let path = isLeft ? Addresses.person.path(programme.id, id) : Addresses.people.path(programme.id)
        return .done(.removed, seeing: path)
    }

    private func disable(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let id: AccountID = try context.parameter("account")
        try await accounts.disable(id, in: programme.id, as: principal)
        return .done(.saved, seeing: Addresses.person.path(programme.id, id))
    }

    private func enable(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let id: AccountID = try context.parameter("account")
        try await accounts.enable(id, in: programme.id, as: principal)
        return .done(.saved, seeing: Addresses.person.path(programme.id, id))
    }

    private func makeLink(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        let id: AccountID = try context.parameter("account")
        let account = try await accounts.person(id, in: programme.id, as: principal)
        let link = try await accounts.makeLink(for: id, in: programme.id, as: principal)
        return try linkPage(for: account, link, visit).response(from: request, context: visit.context)
    }

    private func linkPage(
        for account: Account,
        _ link: Secret,
        _ visit: Visit
    ) -> OneTimeLinkPage {
        OneTimeLinkPage(
            programme: visit.programme,
            account: account,
            address: visit.context.site.publicAddress + Addresses.choosePassword.path(link.text)
        )
    }
}

extension GrantForm {
    init(_ fields: FormFields) {
        self.init(
            role: fields["rol"],
            initiative: fields["initiatief"],
            areas: fields.all("gebied"),
            organisation: fields["organisatie"]
        )
    }
}
