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
        world: world
    ).add(to: router)
    SheetRoutes(conversations: conversations, programmes: programmes, world: world).add(to: router)
    PhotoRoutes(photos: services.photos, conversations: conversations, programmes: programmes, world: world)
        .add(to: router)
    ExampleRoutes(library: services.exampleLibrary, programmes: programmes).add(to: router)
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
