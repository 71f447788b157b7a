import Hummingbird

/// The cookies of the site. Behind TLS the two that matter carry `__Host-`, so that no other host can set them.
package enum SiteCookie: Sendable {
    /// The session of who signed in.
    case session
    /// Something to bind the anti-forgery token to as long as there is no session.
    case visitor
    case language

    package func name(_ site: SiteSettings) -> String {
        switch self {
        case .session: site.isSecure ? "__Host-karavaan" : "karavaan"
        case .visitor: site.isSecure ? "__Host-karavaan-bezoek" : "karavaan-bezoek"
        case .language: "taal"
        }
    }
}

extension Request {
    func cookie(_ cookie: SiteCookie, of site: SiteSettings) -> String? {
        guard let value = cookies[cookie.name(site)]?.value, !value.isEmpty, value.utf8.count <= 256 else { return nil }
        return value
    }
}

extension Response {
    /// Kept for so many `seconds`, or as long as the browser stays open when there is no number.
    mutating func set(_ cookie: SiteCookie, to value: String, for seconds: Int? = nil, of site: SiteSettings) {
        setCookie(
            Cookie(
                name: cookie.name(site),
                value: value,
                maxAge: seconds,
                path: "/",
                secure: site.isSecure,
                httpOnly: true,
                sameSite: .lax
            )
        )
    }

    mutating func remove(_ cookie: SiteCookie, of site: SiteSettings) {
        set(cookie, to: "", for: 0, of: site)
    }
}
