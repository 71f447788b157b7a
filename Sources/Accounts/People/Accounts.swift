import Audit
import Foundation
package import Kernel
package import Storage

/// Everything that can be decided about who takes part in a programme, and as what.
package struct Accounts: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let hasher: PasswordHasher

    /// How long somebody has to choose a password with a one-time link.
    private static let linkLifetime: TimeInterval = 24 * 3600

    package init(database: any SQLDatabase, world: World, hasher: PasswordHasher = PasswordHasher()) {
        self.database = database
        self.world = world
        self.hasher = hasher
    }

    package func people(in programme: ProgrammeID, as principal: Principal) async throws -> [Account] {
        try principal.require(.manageAccounts, in: programme)
        return try await database.read { db in try db.people(in: programme).all() }
    }

    /// Everybody who can do `verb` here too, by name and nothing more: for who divides the work among them.
    package func colleagues(
        with verb: Verb,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [(id: AccountID, name: String)] {
        try principal.require(verb, in: programme)
        return try await database.read { db in
            try db.people(in: programme).all()
                .filter { account in
                    !account.isDisabled && account.grants(in: programme).contains { $0.role.verbs.contains(verb) }
                }
                .map { ($0.id, $0.name) }
        }
    }

    /// The coaches of an initiative, to write to when there is something for them.
    package func coaches(
        of initiative: InitiativeCode,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [(name: String, email: String)] {
        try principal.require(.decideReferrals, in: programme)
        return try await database.read { db in
            try db.people(in: programme).all()
                .filter { account in
                    !account.isDisabled
                        && account.grants(in: programme).contains { $0.role == .coach && $0.initiative == initiative }
                }
                .map { ($0.name, $0.email) }
        }
    }

    /// Who can tell how the lines of a plan stand: leads with their organisation, and who leads the programme without one.
    /// For the program itself, which reminds them.
    package func carriers(
        of programme: ProgrammeID
    ) async throws -> [(name: String, email: String, organisation: OrganisationCode?)] {
        try await database.read { db in
            try db.people(in: programme).all().filter { !$0.isDisabled }.flatMap { account in
                account.grants(in: programme).filter { $0.role == .lead || $0.role == .projectLeader }
                    .map { (account.name, account.email, $0.role == .lead ? $0.organisation : nil) }
            }
        }
    }

    package func person(_ id: AccountID, in programme: ProgrammeID, as principal: Principal) async throws -> Account {
        try principal.require(.manageAccounts, in: programme)
        return try await database.read { db in try db.people(in: programme).find(id) }
    }

    /// Who an account is now, for what acts in its name without a session, such as a calendar that it subscribed to.
    /// `nil` for an account that is disabled or gone.
    package func standing(of id: AccountID, from origin: String) async throws -> Principal? {
        let found = try await database.read { db in try db.accounts.find(id) }
        guard let found, !found.isDisabled else { return nil }
        return Principal(account: found.id, name: found.name, origin: origin, grants: found.grants)
    }

    /// Everybody in any programme that `principal` manages.
    package func all(as principal: Principal) async throws -> [Account] {
        let programmes = principal.programmes.filter { principal.may(.manageAccounts, in: $0) }
        guard !programmes.isEmpty else { throw AccessProblem.forbidden(.manageAccounts) }
        return try await database.read { db in
            try db.accounts.all().filter { account in programmes.contains { !account.grants(in: $0).isEmpty } }
        }
    }

    package struct Added: Sendable {
        package let account: Account
        /// With which a new person chooses a password; `nil` for somebody who has one already.
        package let link: Secret?
    }

    /// Gives somebody a part in a programme, also when the account is there already. Doing it again changes nothing but
    /// the link.
    package func add(
        _ form: AccountForm,
        among choices: GrantChoices,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Added {
        try principal.require(.manageAccounts, in: programme)
        let (email, name, grant) = try form.checked(among: choices)
        let now = world.now()
        let id: AccountID = world.id()
        let secret = Secret(world: world)
        return try await database.write { db in
            var existing = try db.accounts.find(email: email)
            if existing == nil {
                let account = Account(
                    id: id,
                    email: email,
                    name: name,
                    hasPassword: false,
                    isDisabled: false,
                    createdAt: now,
                    grants: [:]
                )
                try db.accounts.insert(account)
                existing = account
            }
            guard let account = existing else { throw AccountProblem.notFound }
            let people = db.people(in: programme)
            try people.insert(grant, for: account.id)
            let needsLink = !account.hasPassword && account.isWithin(principal)
            if needsLink {
                try db.sessions.insertLink(digest: secret.digest, of: account.id, until: now + Self.linkLifetime)
            }
            try log("account.granted \(grant.role.rawValue)", of: account.id, in: programme, by: principal, in: db)
            return Added(account: try people.find(account.id), link: needsLink ? secret : nil)
        }
    }

    /// One part more for somebody who takes part already.
    package func grant(
        _ form: GrantForm,
        among choices: GrantChoices,
        to id: AccountID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.manageAccounts, in: programme)
        let grant = try form.grant(among: choices)
        try await database.write { db in
            let people = db.people(in: programme)
            _ = try people.find(id)
            try people.insert(grant, for: id)
            try log("account.granted \(grant.role.rawValue)", of: id, in: programme, by: principal, in: db)
        }
    }

    /// Takes a part away, with what it is limited to as `Grant.part` has it, from the next request of that person on.
    package func revoke(
        _ role: Role,
        part: String = "",
        of id: AccountID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.manageAccounts, in: programme)
        try await database.write { db in
            let people = db.people(in: programme)
            _ = try people.find(id)
            if role == .administrator { try requireAnother(than: id, in: programme, unlessBy: principal, db) }
            guard try people.delete(role: role, part: part, of: id) else { return }
            try log("account.revoked \(role.rawValue)", of: id, in: programme, by: principal, in: db)
        }
    }

    /// Ends every session at once; nobody can sign in with the account any more.
    package func disable(_ id: AccountID, in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.manageAccounts, in: programme)
        let now = world.now()
        try await database.write { db in
            let account = try managed(id, in: programme, by: principal, db)
            guard !account.isDisabled else { return }
            for place in account.programmes
            where account.grants(in: place).contains(where: { $0.role == .administrator }) {
                try requireAnother(than: id, in: place, unlessBy: principal, db)
            }
            try db.accounts.setDisabled(now, of: id)
            try db.sessions.endAll(of: id)
            try db.sessions.removeLinks(of: id)
            try log("account.disabled", of: id, in: programme, by: principal, in: db)
        }
    }

    package func enable(_ id: AccountID, in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.manageAccounts, in: programme)
        try await database.write { db in
            guard try managed(id, in: programme, by: principal, db).isDisabled else { return }
            try db.accounts.setDisabled(nil, of: id)
            try log("account.enabled", of: id, in: programme, by: principal, in: db)
        }
    }

    /// A link with which the person chooses a new password, once. Links of before stop working; the old password and
    /// the sessions last until the new one is chosen.
    package func makeLink(for id: AccountID, in programme: ProgrammeID, as principal: Principal) async throws -> Secret
    {
        try principal.require(.manageAccounts, in: programme)
        let now = world.now()
        let secret = Secret(world: world)
        try await database.write { db in
            guard try !managed(id, in: programme, by: principal, db).isDisabled else { throw AccountProblem.notFound }
            try db.sessions.insertLink(digest: secret.digest, of: id, until: now + Self.linkLifetime)
            try log("account.link-made", of: id, in: programme, by: principal, in: db)
        }
        return secret
    }

    /// For who manages the server; in the site people choose their own.
    package func setPassword(
        _ password: String,
        of id: AccountID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        let account = try await person(id, in: programme, as: principal)
        let issues = PasswordRules.issues(of: password, names: [account.name, account.email])
        guard issues.isEmpty else { throw InvalidPassword(issues: issues) }
        let hash = try await hasher.hash(password, salt: world.randomBytes(16))
        let now = world.now()
        try await database.write { db in
            _ = try managed(id, in: programme, by: principal, db)
            try db.accounts.setPassword(hash, of: id, at: now)
            try db.sessions.endAll(of: id)
            try db.sessions.removeLinks(of: id)
            try log("account.password-set", of: id, in: programme, by: principal, in: db)
        }
    }

    // MARK: What several decisions have in common

    private func managed(
        _ id: AccountID,
        in programme: ProgrammeID,
        by principal: Principal,
        _ db: any SQLConnection
    ) throws -> Account {
        let account = try db.people(in: programme).find(id)
        guard account.isWithin(principal) else { throw AccountProblem.managedElsewhere }
        return account
    }

    private func requireAnother(
        than id: AccountID,
        in programme: ProgrammeID,
        unlessBy principal: Principal,
        _ db: any SQLConnection
    ) throws {
        // Who has the command line can always make another.
        guard principal.account != nil else { return }
        guard try db.people(in: programme).hasAdministrator(besides: id) else { throw AccountProblem.lastAdministrator }
    }

    private func log(
        _ action: String,
        of id: AccountID,
        in programme: ProgrammeID,
        by principal: Principal,
        in db: any SQLConnection
    ) throws {
        try db.audit.append(.manageAccounts, action, of: "account \(id)", in: programme, by: principal, at: world.now())
    }
}
