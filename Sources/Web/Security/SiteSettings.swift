/// Where the site stands in the world, for whatever depends on it: links that leave the site, cookies, whom to believe.
package struct SiteSettings: Sendable {
    /// What people type to get here, without a slash at the end: `https://karavaan.example.org`.
    package var publicAddress: String
    package var trustedProxies: TrustedProxies
    /// The e-mail address of whoever runs this site, for questions about privacy, accessibility and leaks.
    package var contact: String?
    /// There is a mail server that letters go to.
    package var sendsMail: Bool

    package init(
        publicAddress: String = "http://localhost:8080",
        trustedProxies: TrustedProxies = TrustedProxies(),
        contact: String? = nil,
        sendsMail: Bool = false
    ) {
        self.publicAddress = publicAddress
        self.trustedProxies = trustedProxies
        self.contact = contact
        self.sendsMail = sendsMail
    }

    /// Whether the outside world reaches us over TLS.
    package var isSecure: Bool { publicAddress.hasPrefix("https://") }
}
