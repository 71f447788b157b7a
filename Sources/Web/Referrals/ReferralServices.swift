package import Fieldwork
import Hummingbird
package import Kernel
package import Programmes
package import Referrals
package import Storage

/// The use cases behind the pages about who helps whom, and how that goes.
package struct ReferralServices: Sendable {
    package let referrals: Referrals
    package let shared: SharedReferrals
    package let advices: Advices
    package let followUps: FollowUps
    package let ownSheets: OwnSheets
    package let overviews: Overviews
    package let support: SupportSignals

    package init(
        database: any SQLDatabase,
        world: World,
        programmes: Programmes,
        conversations: Conversations
    ) {
        referrals = Referrals(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        )
        shared = SharedReferrals(referrals: referrals)
        advices = Advices(database: database, world: world, conversations: conversations)
        followUps = FollowUps(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        )
        ownSheets = OwnSheets(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        )
        overviews = Overviews(database: database, world: world, programmes: programmes)
        support = SupportSignals(database: database, world: world, programmes: programmes)
    }

}

/// Every address about referrals, what came of them, own sheets and the overview.
func addReferralRoutes(to router: Router<AppContext>, services: Services, world: World) {
    WorksheetRoutes(services: services, world: world).add(to: router)
    ReferralRoutes(services: services, world: world).add(to: router)
    PlacesRoutes(referrals: services.referrals.referrals, programmes: services.programmes).add(to: router)
    OwnSheetRoutes(services: services, world: world).add(to: router)
    FollowUpRoutes(services: services, world: world).add(to: router)
    SupportRoutes(signals: services.referrals.support, programmes: services.programmes, world: world).add(to: router)
    OverviewRoutes(services: services, world: world).add(to: router)
}
