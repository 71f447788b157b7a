import Foundation
import Hummingbird
import Kernel

extension Addresses {
    static let start = Address("/")
    static let privacy = Address("/privacy")
    static let accessibility = Address("/toegankelijkheid")
    static let securityText = Address("/.well-known/security.txt")
    static let robots = Address("/robots.txt")
}

/// What anybody may read, without signing in.
struct StartRoutes {
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.start.route) { _, _ in StartPage() }
        router.get(Addresses.privacy.route) { _, context in PrivacyPage(contact: context.site.contact) }
        router.get(Addresses.accessibility.route) { _, context in AccessibilityPage(contact: context.site.contact) }
        router.get(Addresses.securityText.route, use: securityText)
        router.get(Addresses.robots.route) { _, _ in
            textResponse(
                "User-agent: *\nDisallow: /werk\nDisallow: /account\nDisallow: /praatplaat\nDisallow: /uitnodiging\nDisallow: /aanmelding\nDisallow: /wachtwoord\n"
            )
        }
    }

    /// RFC 9116. Without somebody to tell there is nothing to say.
    private func securityText(_ request: Request, _ context: AppContext) throws -> Response {
        guard let contact = context.site.contact else { throw PageProblem.notFound }
        let expiry = world.now().addingTimeInterval(180 * 24 * 3600).formatted(.iso8601)
        return textResponse(
            """
            Contact: mailto:\(contact)
            Expires: \(expiry)
            Preferred-Languages: nl, en
            Canonical: \(context.site.publicAddress)\(Addresses.securityText.path())

            """
        )
    }
}

func textResponse(_ text: String) -> Response {
    Response(
        status: .ok,
        headers: [.contentType: "text/plain; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: text))
    )
}
