import HTTPTypes
import Hummingbird

/// What every answer tells the browser not to do, also when it is an error.
struct SecurityHeadersMiddleware: RouterMiddleware {
    let site: SiteSettings

    /// Nothing inline, nothing from elsewhere, in nobody's frame.
    static let contentSecurityPolicy = [
        "default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-src 'none'", "frame-ancestors 'none'",
        "object-src 'none'", "img-src 'self' data:",
    ].joined(separator: "; ")

    func handle(
        _ request: Request,
        context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.frameOptions] = "DENY"
        response.headers[.permissionsPolicy] =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"
        response.headers[.openerPolicy] = "same-origin"
        response.headers[.resourcePolicy] = "same-origin"
        if site.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000; includeSubDomains" }
        // Pages are about people; what may be kept, such as a style sheet, says so itself.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
    fileprivate static let frameOptions = HTTPField.Name("X-Frame-Options")!
    fileprivate static let permissionsPolicy = HTTPField.Name("Permissions-Policy")!
    fileprivate static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
    fileprivate static let resourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy")!
}
