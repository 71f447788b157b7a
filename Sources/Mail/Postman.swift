package import Foundation
package import Kernel
package import Logging
package import Storage

/// Sends what is in the outbox (*postbode*). Any number of them may work on one database: a letter is one sender's at a
/// time, and is never handed over twice.
package struct Postman: Sendable {
    /// After so much waiting the next attempt is made; after the last one the letter has failed.
    package static let pauses: [TimeInterval] = [60, 300, 900, 3600, 3600, 14400, 14400, 43200, 86400, 86400]
    /// Longer than handing over a letter can take.
    private static let claim: TimeInterval = 300

    private let database: any SQLDatabase
    private let world: World
    private let server: MailServer
    private let logger: Logger

    package init(database: any SQLDatabase, world: World, server: MailServer, logger: Logger) {
        self.database = database
        self.world = world
        self.server = server
        self.logger = logger
    }

    /// Sends everything that is due now; how many letters were tried.
    @discardableResult
    package func deliver() async throws -> Int {
        let started = world.now()
        try await database.write { db in try db.mail.abandon(at: started) }
        var count = 0
        while !Task.isCancelled {
            let now = world.now()
            let next = try await database.write { db in
                try db.mail.claim(at: now, until: now.addingTimeInterval(Self.claim))
            }
            guard let next else { break }
            count += 1
            let mime = MIMEMessage(message: next.message, from: server.from, date: now)
            try await settle(next, await SMTPTransport(server: server).send(mime))
        }
        return count
    }

    private func settle(_ item: (message: MailMessage, attempts: Int), _ outcome: MailOutcome) async throws {
        let now = world.now()
        let (state, reply, next): (MailState, String?, Date?) =
            switch outcome {
            case .taken: (.sent, nil, nil)
            case .refused(let reply): (.bounced, reply, nil)
            case .uncertain(let reply): (.uncertain, reply, nil)
            case .later(let reply):
                item.attempts > Self.pauses.count
                    ? (.failed, reply, nil) : (.waiting, reply, now.addingTimeInterval(Self.pauses[item.attempts - 1]))
            }
        let id = item.message.id
        try await database.write { db in
            try db.mail.settle(id, as: state, reply: reply, nextAttempt: next, at: now)
        }
        // Never to whom or what about.
        logger.info("mail", metadata: ["id": "\(id)", "state": "\(state.rawValue)", "attempt": "\(item.attempts)"])
    }
}
