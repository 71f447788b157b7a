package import Foundation
package import Kernel

/// The time between signing in and out, on one device (*sessie*).
package struct Session: Equatable, Sendable {
    package typealias ID = Kernel.ID<Session>

    package let id: ID
    /// Where it was started from.
    package let origin: String
    /// What the browser calls itself.
    package let device: String
    package let startedAt: Date
    /// To the minute.
    package let seenAt: Date
}

/// How long a session lasts.
package struct SessionLimits: Sendable, Equatable {
    /// Without anything being asked.
    package var idle: TimeInterval
    /// Whatever happens.
    package var absolute: TimeInterval

    package init(idle: TimeInterval = 2 * 3600, absolute: TimeInterval = 12 * 3600) {
        self.idle = idle
        self.absolute = absolute
    }

    func isOver(startedAt: Date, seenAt: Date, at now: Date) -> Bool {
        now >= startedAt + absolute || now >= seenAt + idle
    }
}

/// How often somebody may try to sign in (*pogingen*). Counted in the database, since several processes may serve one
/// site; counted before the password is looked at, so that trying many at once does not help.
struct SignInLimits {
    /// How far back attempts count, which is also how long it takes until one may try again.
    static let window: TimeInterval = 15 * 60

    let subject: String
    let limit: Int

    /// One account from one address, one account from anywhere, one address for any account. The account goes by what
    /// was typed, so that it makes no difference whether there is one.
    static func of(email: String, origin: String) -> [SignInLimits] {
        let account = Secret(email).digest
        let network = Self.network(of: origin)
        return [
            SignInLimits(subject: "account \(account) from \(network)", limit: 5),
            SignInLimits(subject: "account \(account)", limit: 20),
            SignInLimits(subject: "from \(network)", limit: 60),
        ]
    }

    /// The half of a version 6 address that somebody cannot choose freely.
    private static func network(of origin: String) -> String {
        guard origin.contains(":"), !origin.hasPrefix("::") else { return origin }
        return origin.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}
