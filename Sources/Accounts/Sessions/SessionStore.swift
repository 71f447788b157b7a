import Foundation
import Kernel
import Storage

/// All SQL about sessions, one-time links and attempts to sign in. Not scoped to a programme: people sign in before
/// anybody knows what for.
struct SessionStore {
    let db: any SQLConnection

    func insert(_ session: Session, digest: String, of account: AccountID) throws {
        try db.run(
            """
            INSERT INTO account_session (digest, id, account_id, origin, device, started_at, seen_at)
            VALUES (\(digest), \(session.id), \(account), \(session.origin), \(session.device), \(session.startedAt),
                \(session.seenAt))
            """
        )
    }

    struct Found {
        let account: AccountID
        let name: String
        let startedAt: Date
        let seenAt: Date
        var grants: [ProgrammeID: [Grant]] = [:]
    }

    /// The session and all that its bearer may do, in one question.
    func find(digest: String) throws -> Found? {
        let rows = try db.run(
            """
            SELECT account.id, account.name, account_session.started_at, account_session.seen_at,
                account_grant.programme, account_grant.role, account_grant.initiative, account_grant.areas
            FROM account_session
            JOIN account ON account.id = account_session.account_id
            LEFT JOIN account_grant ON account_grant.account_id = account.id
            WHERE account_session.digest = \(digest) AND account.disabled_at IS NULL
            """
        )
        guard let first = rows.first else { return nil }
        var found = Found(
            account: try first.get(0),
            name: try first.get(1),
            startedAt: try first.get(2),
            seenAt: try first.get(3)
        )
        for row in rows {
            guard let programme = try row.find(4, as: ProgrammeID.self) else { continue }
            guard let grant = try Grant(row, from: 5) else { continue }
            found.grants[programme, default: []].append(grant)
        }
        return found
    }

    func touch(digest: String, at now: Date) throws {
        try db.run("UPDATE account_session SET seen_at = \(now) WHERE digest = \(digest) AND seen_at < \(now)")
    }

    func all(of account: AccountID) throws -> [(session: Session, digest: String)] {
        try db.run(
            """
            SELECT id, origin, device, started_at, seen_at, digest FROM account_session
            WHERE account_id = \(account) ORDER BY seen_at DESC, id
            """
        ).map { row in
            let session = Session(
                id: try row.get(0),
                origin: try row.get(1),
                device: try row.get(2),
                startedAt: try row.get(3),
                seenAt: try row.get(4)
            )
            return (session, try row.get(5))
        }
    }

    /// Returns whose session it was.
    func end(digest: String) throws -> AccountID? {
        try db.run("DELETE FROM account_session WHERE digest = \(digest) RETURNING account_id").first?.get(0)
    }

    func end(_ id: Session.ID, of account: AccountID) throws -> Bool {
        try !db.run("DELETE FROM account_session WHERE id = \(id) AND account_id = \(account) RETURNING id").isEmpty
    }

    func endAll(of account: AccountID, except digest: String = "") throws {
        try db.run("DELETE FROM account_session WHERE account_id = \(account) AND digest <> \(digest)")
    }

    func forgetSessions(startedBefore start: Date, seenBefore seen: Date) throws {
        try db.run("DELETE FROM account_session WHERE started_at < \(start) OR seen_at < \(seen)")
    }

    // MARK: One-time links

    /// Replaces every link of before.
    func insertLink(digest: String, of account: AccountID, until expiry: Date) throws {
        try db.run("DELETE FROM account_link WHERE account_id = \(account)")
        try db.run(
            "INSERT INTO account_link (digest, account_id, expires_at) VALUES (\(digest), \(account), \(expiry))"
        )
    }

    func link(digest: String, at now: Date) throws -> AccountID? {
        try db.run("SELECT account_id FROM account_link WHERE digest = \(digest) AND expires_at > \(now)").first?.get(0)
    }

    func removeLinks(of account: AccountID) throws {
        try db.run("DELETE FROM account_link WHERE account_id = \(account)")
    }

    // MARK: Attempts

    func attempts(on subject: String, since moment: Date) throws -> Int {
        try db.run(
            "SELECT count(*) FROM sign_in_attempt WHERE subject = \(subject) AND happened_at > \(moment)"
        )[0].get(0)
    }

    func insertAttempt(_ id: ID<SignInLimits>, on subject: String, at moment: Date) throws {
        try db.run(
            "INSERT INTO sign_in_attempt (id, subject, happened_at) VALUES (\(id), \(subject), \(moment))"
        )
    }

    func forgetAttempts(_ ids: [ID<SignInLimits>]) throws {
        try db.run("DELETE FROM sign_in_attempt WHERE id IN \(.list(ids))")
    }

    func forgetAttempts(on subject: String) throws {
        try db.run("DELETE FROM sign_in_attempt WHERE subject = \(subject)")
    }

    func forgetAttempts(before moment: Date) throws {
        try db.run("DELETE FROM sign_in_attempt WHERE happened_at < \(moment)")
    }
}

extension Grant {
    /// From three columns: role, what it is limited to, areas. `nil` for a role of a newer program, which grants nothing here.
    init?(_ row: SQLRow, from column: Int) throws {
        guard let role = Role(rawValue: try row.get(column)) else { return nil }
        let part: String = try row.get(column + 1)
        let areas: String = try row.get(column + 2)
        self.init(
            role: role,
            initiative: role.isOfOrganisation ? nil : InitiativeCode(part),
            areas: Set(areas.split(separator: " ").compactMap { AreaCode(String($0)) }),
            organisation: role.isOfOrganisation ? OrganisationCode(part) : nil
        )
    }
}

extension SQLConnection {
    var sessions: SessionStore { SessionStore(db: self) }
}
