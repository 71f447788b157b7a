package import Foundation
package import Kernel
package import Storage

extension ID: SQLConvertible {}
extension Code: SQLConvertible {}
extension Day: SQLConvertible {}
extension Quarter: SQLConvertible {}
extension Role: SQLConvertible {}

/// One line of the trail (*logboek*): who did what, to what, when, from where.
package struct AuditEvent: Sendable, Equatable {
    package let verb: Verb
    /// What was done exactly, where the verb leaves that open: `company.changed`, `session.started`.
    package let action: String
    /// The kind and identifier of what it was done to: `company 0197…`.
    package let subject: String
    package let account: AccountID?
    package let name: String
    package let origin: String
    package let happenedAt: Date
}

/// Who did what to what: written in the transaction that did it, or not at all. Never holds what was typed.
package struct AuditTrail {
    let db: any SQLConnection

    package func append(
        _ verb: Verb,
        _ action: String,
        of subject: String,
        in programme: ProgrammeID?,
        by principal: Principal,
        at moment: Date
    ) throws {
        try db.run(
            """
            INSERT INTO audit_event (programme, verb, action, subject, account_id, name, origin, happened_at)
            VALUES (\(programme), \(verb.rawValue), \(action), \(subject), \(principal.account), \(principal.name),
                \(principal.origin), \(moment))
            """
        )
    }

    /// The newest lines of a programme first, perhaps only what one account did or actions that start with a word.
    package func latest(
        _ limit: Int,
        after offset: Int = 0,
        by account: AccountID? = nil,
        action prefix: String = "",
        in programme: ProgrammeID
    ) throws -> [AuditEvent] {
        var condition: SQL = "programme = \(programme)"
        if let account { condition = "\(condition) AND account_id = \(account)" }
        if !prefix.isEmpty { condition = "\(condition) AND substr(action, 1, \(prefix.count)) = \(prefix)" }
        return try db.run(
            """
            SELECT verb, action, subject, account_id, name, origin, happened_at FROM audit_event
            WHERE \(condition) ORDER BY happened_at DESC, action, subject, name LIMIT \(limit) OFFSET \(offset)
            """
        ).compactMap { row in
            guard let verb = Verb(rawValue: try row.get(0)) else { return nil }
            return AuditEvent(
                verb: verb,
                action: try row.get(1),
                subject: try row.get(2),
                account: try row.find(3),
                name: try row.get(4),
                origin: try row.get(5),
                happenedAt: try row.get(6)
            )
        }
    }
}

extension SQLConnection {
    package var audit: AuditTrail { AuditTrail(db: self) }
}

package let auditMigrations = [
    Migration(
        "2026-11-23 audit",
        """
        CREATE TABLE audit_event (
            programme \(.text),
            verb \(.text) NOT NULL,
            action \(.text) NOT NULL,
            subject \(.text) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            origin \(.text) NOT NULL,
            happened_at \(.moment) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX audit_event_by_moment ON audit_event (programme, happened_at)"
    )
]
