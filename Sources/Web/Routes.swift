package import Hummingbird
import Logging
package import Programmes

/// What the pages need from the rest of the platform; each feature adds the use cases that it calls.
package struct Services: Sendable {
    package var programmes: Programmes

    package init(programmes: Programmes) {
        self.programmes = programmes
    }
}

/// Every address of the site, and what stands between it and the outside world.
package func makeRouter(services: Services) -> Router<AppContext> {
    let router = Router(context: AppContext.self)
    router.addMiddleware {
        ProblemMiddleware()
    }
    Assets.add(to: router)
    return router
}
