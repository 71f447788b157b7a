package import Fieldwork
package import Hummingbird
package import Kernel
package import Programmes

/// What the pages need from the rest of the platform; each feature adds the use cases that it calls.
package struct Services: Sendable {
    package var programmes: Programmes
    package var conversations: Conversations
    package var referrals: ReferralServices

    package init(programmes: Programmes, conversations: Conversations, referrals: ReferralServices) {
        self.programmes = programmes
        self.conversations = conversations
        self.referrals = referrals
    }
}

/// Every address of the site, and what stands between it and the outside world.
package func makeRouter(
    services: Services,
    identification: Identification,
    site: SiteSettings,
    world: World
) -> Router<AppContext> {
    let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestLogMiddleware()
        SecurityHeadersMiddleware(site: site)
        SurroundingsMiddleware(site: site)
        // Twice: a page about a problem shows who is signed in, unless finding that out was the problem.
        ProblemMiddleware()
        SessionMiddleware(identification: identification, world: world)
        ProblemMiddleware()
        AntiForgeryMiddleware()
    }
    Assets.add(to: router)
    LanguageRoutes().add(to: router)
    services.referrals.addRoutes(to: router, services: services)
    return router
}
