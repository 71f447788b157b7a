import Foundation
import HTTPTypes
import Hummingbird
package import Kernel

/// Who is behind a session: the accounts in the real site, somebody made up in a test.
package struct Identification: Sendable {
    /// `nil` when the session does not exist or is over.
    package var principal: @Sendable (_ token: String, _ origin: String) async throws -> Principal?

    package init(principal: @escaping @Sendable (_ token: String, _ origin: String) async throws -> Principal?) {
        self.principal = principal
    }
}

/// Finds out who is asking. Refuses nobody: that is for the use case, which knows what was asked.
struct SessionMiddleware: RouterMiddleware {
    let identification: Identification
    let world: World

    func handle(
        _ request: Request,
        context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard !request.uri.path.hasPrefix("/assets/") else { return try await next(request, context) }
        var context = context
        let token = request.cookie(.session, of: context.site)
        context.cameWithSession = token != nil
        if let token, let principal = try await identification.principal(token, context.origin) {
            context.principal = principal
            context.sessionToken = token
            context.formToken = FormToken.value(boundTo: token)
            return try await next(request, context)
        }
        let known = request.cookie(.visitor, of: context.site)
        let secret = known ?? Data(world.randomBytes(16)).base64URL
        context.formToken = FormToken.value(boundTo: secret)
        var response = try await next(request, context)
        // Only pages have forms in them, so only pages need the cookie.
        if known == nil, response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.set(.visitor, to: secret, of: context.site)
        }
        return response
    }
}
