import Foundation
import Kernel
import Storage

/// All SQL about accounts and what they may do. An account is of no programme; the people of one are read through
/// ``PeopleStore``.
struct AccountStore {
    let db: any SQLConnection

    func insert(_ account: Account) throws {
        try db.run(
            """
            INSERT INTO account (id, email, name, created_at)
            VALUES (\(account.id), \(account.email), \(account.name), \(account.createdAt))
            """
        )
    }

    func find(_ id: AccountID) throws -> Account? {
        try accounts("WHERE account.id = \(id)").first
    }

    func find(email: String) throws -> Account? {
        try accounts("WHERE account.email = \(email)").first
    }

    func all() throws -> [Account] {
        try accounts("ORDER BY account.name, account.email")
    }

    /// What sign-in compares with; `nil` when nobody can sign in with this.
    func credentials(email: String) throws -> (account: AccountID, hash: String)? {
        let row = try db.run(
            """
            SELECT id, password_hash FROM account
            WHERE email = \(email) AND disabled_at IS NULL AND password_hash IS NOT NULL
            """
        ).first
        return try row.map { (try $0.get(0), try $0.get(1)) }
    }

    func passwordHash(of id: AccountID) throws -> String? {
        try db.run("SELECT password_hash FROM account WHERE id = \(id)").first?.find(0)
    }

    func setPassword(_ hash: String, of id: AccountID, at moment: Date) throws {
        try db.run(
            "UPDATE account SET password_hash = \(hash), password_set_at = \(moment) WHERE id = \(id)"
        )
    }

    func setDisabled(_ moment: Date?, of id: AccountID) throws {
        try db.run("UPDATE account SET disabled_at = \(moment) WHERE id = \(id)")
    }

    fileprivate func accounts(_ condition: SQL) throws -> [Account] {
        let rows = try db.run(
            """
            SELECT account.id, account.email, account.name, account.password_hash IS NOT NULL,
                account.disabled_at IS NOT NULL, account.created_at FROM account \(condition)
            """
        )
        var accounts = try rows.map { row in
            Account(
                id: try row.get(0),
                email: try row.get(1),
                name: try row.get(2),
                hasPassword: try row.get(3),
                isDisabled: try row.get(4),
                createdAt: try row.get(5),
                grants: [:]
            )
        }
        let positions = Dictionary(uniqueKeysWithValues: accounts.enumerated().map { ($1.id, $0) })
        let grants = try db.run(
            """
            SELECT account_id, programme, role, initiative, areas FROM account_grant
            WHERE account_id IN \(.list(accounts.map(\.id))) ORDER BY programme, role, initiative
            """
        )
        for row in grants {
            guard let position = positions[try row.get(0)], let grant = try Grant(row, from: 2) else { continue }
            accounts[position].grants[try row.get(1), default: []].append(grant)
        }
        return accounts
    }
}

/// All SQL about who has a part in one programme.
struct PeopleStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func all() throws -> [Account] {
        try db.accounts.accounts(
            """
            WHERE account.id IN (SELECT account_id FROM account_grant WHERE programme = \(programme))
            ORDER BY account.name, account.email
            """
        )
    }

    /// - Throws: `AccountProblem.notFound`, also for somebody who has no part here.
    func find(_ id: AccountID) throws -> Account {
        guard let account = try db.accounts.find(id), !account.grants(in: programme).isEmpty else {
            throw AccountProblem.notFound
        }
        return account
    }

    func insert(_ grant: Grant, for account: AccountID) throws {
        try db.run(
            """
            INSERT INTO account_grant (account_id, programme, role, initiative, areas)
            VALUES (\(account), \(programme), \(grant.role), \(grant.part), \(grant.areasText))
            ON CONFLICT (account_id, programme, role, initiative) DO UPDATE SET areas = excluded.areas
            """
        )
    }

    /// `part` is what the role is limited to, as with `Grant.part`.
    func delete(role: Role, part: String, of account: AccountID) throws -> Bool {
        try !db.run(
            """
            DELETE FROM account_grant WHERE account_id = \(account) AND programme = \(programme) AND role = \(role)
            AND initiative = \(part) RETURNING account_id
            """
        ).isEmpty
    }

    /// Whether somebody other than `account` can manage this programme.
    func hasAdministrator(besides account: AccountID) throws -> Bool {
        try db.run(
            """
            SELECT count(*) FROM account_grant JOIN account ON account.id = account_grant.account_id
            WHERE account_grant.programme = \(programme) AND account_grant.role = \(Role.administrator)
            AND account.id <> \(account) AND account.disabled_at IS NULL
            """
        )[0].get(0, as: Int.self) > 0
    }
}

extension Grant {
    fileprivate var areasText: String { areas.sorted().map(\.description).joined(separator: " ") }
}

extension SQLConnection {
    var accounts: AccountStore { AccountStore(db: self) }
    func people(in programme: ProgrammeID) -> PeopleStore { PeopleStore(db: self, programme: programme) }
}
