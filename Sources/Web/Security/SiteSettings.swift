/// Where the site stands in the world, for whatever depends on it: links that leave the site, cookies, whom to believe.
package struct SiteSettings: Sendable {
    /// What people type to get here, without a slash at the end: `https://karavaan.example.org`.
    package var publicAddress: String
    package var trustedProxies: TrustedProxies
    /// Whom to tell about a leak, as `mailto:` or `https:`; named in `security.txt`.
    package var securityContact: String?

    package init(
        publicAddress: String = "http://localhost:8080",
        trustedProxies: TrustedProxies = TrustedProxies(),
        securityContact: String? = nil
    ) {
        self.publicAddress = publicAddress
        self.trustedProxies = trustedProxies
        self.securityContact = securityContact
    }

    /// Whether the outside world reaches us over TLS.
    package var isSecure: Bool { publicAddress.hasPrefix("https://") }
}
