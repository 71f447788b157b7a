import Accounts
import Fieldwork
import Hummingbird
import Kernel
import Referrals

/// Every address about conversations and their results.
func addConversationRoutes(to router: Router<AppContext>, services: Services, world: World) {
    let (conversations, programmes) = (services.conversations, services.programmes)
    ConversationRoutes(
        conversations: conversations,
        companies: services.companies,
        programmes: programmes,
        accounts: services.accounts,
        invitations: services.invitations,
        world: world
    ).add(to: router)
    SheetRoutes(conversations: conversations, programmes: programmes, world: world).add(to: router)
    PhotoRoutes(photos: services.photos, conversations: conversations, programmes: programmes, world: world)
        .add(to: router)
    ExampleRoutes(
        library: services.exampleLibrary,
        publications: services.publications,
        programmes: programmes
    ).add(to: router)
    PaperRoutes(conversations: conversations, programmes: programmes, printer: services.printer).add(to: router)
    let referrals = services.referrals.referrals
    TakeAlongRoutes(
        takeAlong: services.takeAlong,
        programmes: programmes,
        taken: { try await referrals.taken(in: $0, as: $1) },
        world: world
    ).add(to: router)
    ResultRoutes(
        conversations: conversations,
        programmes: programmes,
        referrals: { Addresses.worksheet.path($0, $1) }
    ).add(to: router)
}

extension Accounts {
    /// Who can hold a conversation; whoever is asking always can.
    func interviewers(in programme: ProgrammeID, as principal: Principal) async throws -> [Interviewer] {
        let colleagues = try await colleagues(with: .holdConversations, in: programme, as: principal)
            .map { Interviewer(account: $0.id, name: $0.name) }
        let isThere = colleagues.contains { $0.account == principal.account }
        return (isThere || principal.account == nil ? [] : [Interviewer(principal)]) + colleagues
    }
}
