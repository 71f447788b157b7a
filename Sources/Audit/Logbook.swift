package import Kernel
package import Storage

/// Reading what was done in a programme (*logboek*).
package struct Logbook: Sendable {
    private let database: any SQLDatabase

    package init(database: any SQLDatabase) {
        self.database = database
    }

    package static let pageLength = 50

    /// Which lines to show: all, or what one person did, or what was done to one thing.
    package struct Selection: Sendable, Equatable {
        package var account: AccountID?
        /// Actions that start with this, such as `company.`.
        package var action: String
        package var page: Int

        package init(account: AccountID? = nil, action: String = "", page: Int = 1) {
            self.account = account
            self.action = action
            self.page = max(1, min(page, 10_000))
        }
    }

    package struct Lines: Sendable {
        package let events: [AuditEvent]
        package let hasMore: Bool
    }

    /// The newest lines first.
    package func lines(
        _ selection: Selection,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Lines {
        try principal.require(.readAudit, in: programme)
        let events = try await database.read { db in
            try db.audit.latest(
                Self.pageLength + 1,
                after: (selection.page - 1) * Self.pageLength,
                by: selection.account,
                action: selection.action,
                in: programme
            )
        }
        return Lines(events: Array(events.prefix(Self.pageLength)), hasMore: events.count > Self.pageLength)
    }
}
