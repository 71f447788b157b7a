import Foundation
package import Hummingbird
package import Kernel
import Markup
import NIOCore

/// What is known about a request while it is answered.
package struct AppContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// `nil` for who did not sign in.
    package var principal: Principal?
    package var language: Language = .dutch
    /// The anti-forgery token of this session or visitor.
    package var formToken = ""
    /// The network address of the client, as far as the proxy in front of us may be believed.
    package var origin = "unknown"
    /// The path and query of this request, for links that lead back to it.
    package var address = "/"
    /// The session that was shown and is valid; a secret.
    package var sessionToken: String?
    /// Whether the browser showed a session, also one that is over.
    package var cameWithSession = false
    package var site = SiteSettings()
    /// The network address of whoever is connected to us: the client, or the proxy in front of us.
    package let peer: String?
    /// Filled by the route for pages inside a programme, so that the layout can show where we are.
    package var place: Place?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    package var maxUploadSize: Int { 256 * 1024 }

    package func requirePrincipal() throws(AccessProblem) -> Principal {
        guard let principal else { throw .unauthenticated }
        return principal
    }

    var reader: Reader { Reader(language: language, formToken: formToken) }
}

/// The programme that a page is about.
package struct Place: Sendable {
    package let programme: ProgrammeID
    package let name: Text
    package let closedOn: Day?
    /// Whether conversations are held, and whether there is an action plan.
    package let hasTalks: Bool, hasActionPlan: Bool, hasRegisters: Bool, hasMoney: Bool

    package init(
        programme: ProgrammeID,
        name: Text,
        closedOn: Day? = nil,
        hasTalks: Bool = true,
        hasActionPlan: Bool = false,
        hasRegisters: Bool = false,
        hasMoney: Bool = false
    ) {
        self.programme = programme
        self.name = name
        self.closedOn = closedOn
        self.hasTalks = hasTalks
        self.hasActionPlan = hasActionPlan
        self.hasRegisters = hasRegisters
        self.hasMoney = hasMoney
    }
}
