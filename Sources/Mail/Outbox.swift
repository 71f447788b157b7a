import Audit
import Foundation
package import Kernel
package import Storage

/// The letters of a programme (*postvak uit*): what waits, what went, what came back.
package struct Outbox: Sendable {
    private let database: any SQLDatabase
    private let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// The last ones first.
    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> [OutboxItem] {
        try principal.require(.sendMail, in: programme)
        return try await database.read { db in try db.mail.all(in: programme, limit: 200) }
    }

    /// Tries again what failed, or what may not have arrived: that is for a person to decide.
    ///
    /// - Throws: ``MailProblem``.
    package func retry(_ id: MailMessage.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try await change(id, from: [.failed, .uncertain], to: .waiting, "mail.retried", in: programme, as: principal)
    }

    /// Takes back what was not sent yet.
    ///
    /// - Throws: ``MailProblem``.
    package func withdraw(_ id: MailMessage.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try await change(
            id,
            from: [.waiting, .failed, .uncertain],
            to: .withdrawn,
            "mail.withdrawn",
            in: programme,
            as: principal
        )
    }

    private func change(
        _ id: MailMessage.ID,
        from states: Set<MailState>,
        to state: MailState,
        _ action: String,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.sendMail, in: programme)
        let now = world.now()
        try await database.write { db in
            guard let item = try db.mail.find(id, in: programme) else { throw MailProblem.notFound }
            if item.state == state { return }
            guard states.contains(item.state) else { throw MailProblem.tooLate }
            try db.mail.change(id, to: state, nextAttempt: state == .waiting ? now : nil)
            try db.audit.append(.sendMail, action, of: "mail \(id)", in: programme, by: principal, at: now)
        }
    }

    /// Notes that a letter came back, from the report that the mail server sent (RFC 3464). `nil` when it is about none
    /// of our letters.
    package func bounced(_ report: String) async throws -> MailMessage.ID? {
        guard let found = BounceReport(report) else { return nil }
        let isOurs = try await database.write { db in try db.mail.bounce(found.message, found.reason) }
        return isOurs ? found.message : nil
    }
}

package enum MailProblem: Problem, Equatable {
    case notFound
    /// It was sent meanwhile.
    case tooLate

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .tooLate: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "mail.not-found"
        case .tooLate: "mail.too-late"
        }
    }
}
