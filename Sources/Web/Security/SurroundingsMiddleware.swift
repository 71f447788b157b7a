import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Finds out from where is asked, in which language, and for what address.
struct SurroundingsMiddleware: RouterMiddleware {
    let site: SiteSettings

    func handle(
        _ request: Request,
        context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.site = site
        context.origin = site.trustedProxies.client(
            peer: context.peer,
            forwardedFor: request.headers[values: .forwardedFor]
        )
        context.language =
            request.cookie(.language, of: site).flatMap(Language.init(rawValue:))
            ?? Language(accepted: request.headers[.acceptLanguage])
        context.address = request.uri.description
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
}

extension Language {
    /// The first language of ours in an `Accept-Language`, by its weights; Dutch when there is none.
    init(accepted header: String?) {
        let wishes = (header ?? "").split(separator: ",").prefix(20).enumerated().compactMap { position, wish in
            let parts = wish.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            let tag = (parts.first ?? "").prefix { $0 != "-" }.lowercased()
            return Language(rawValue: tag).map { (language: $0, weight: weight, position: position) }
        }
        self =
            wishes.filter { $0.weight > 0 }
            .min { ($1.weight, $0.position) < ($0.weight, $1.position) }?.language ?? .dutch
    }
}
