import Audit
import Foundation
package import Kernel
package import Storage

/// Everything about signing in and out, and about one's own password.
package struct Sessions: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let hasher: PasswordHasher
    private let limits: SessionLimits

    /// How old the note of when somebody was last seen may get: every request reads a session, few write one.
    private static let touchInterval: TimeInterval = 60

    package init(
        database: any SQLDatabase,
        world: World,
        hasher: PasswordHasher = PasswordHasher(),
        limits: SessionLimits = SessionLimits()
    ) {
        self.database = database
        self.world = world
        self.hasher = hasher
        self.limits = limits
    }

    /// Who is behind this token; `nil` when the session does not exist, is over, or is of a disabled account.
    package func principal(for token: Secret, origin: String) async throws -> Principal? {
        let digest = token.digest
        guard let found = try await database.read({ db in try db.sessions.find(digest: digest) }) else { return nil }
        let now = world.now()
        guard !limits.isOver(startedAt: found.startedAt, seenAt: found.seenAt, at: now) else { return nil }
        if now >= found.seenAt + Self.touchInterval {
            // Somebody who only looks may do so while the disk is full.
            do {
                try await database.write { db in try db.sessions.touch(digest: digest, at: now) }
            } catch is SQLError {}
        }
        return Principal(account: found.account, name: found.name, origin: origin, grants: found.grants)
    }

    package struct Credentials: Sendable {
        let email: String
        let password: String

        package init(email: String, password: String) {
            self.email = AccountForm.normalized(email)
            self.password = password
        }
    }

    /// Begins a session and ends the one that the browser had before.
    ///
    /// - Throws: `AccountProblem.signInRefused`, `.tooManyAttempts` or `.busy`; the same, and as slowly, whether the
    ///   account exists or not.
    package func signIn(
        with credentials: Credentials,
        origin: String,
        device: String,
        replacing old: Secret? = nil
    ) async throws -> Secret {
        let attempt = try await beginAttempt(email: credentials.email, origin: origin)
        let known = try await database.read { db in try db.accounts.credentials(email: credentials.email) }
        let isRight = try await hasher.verify(credentials.password, against: known?.hash)
        guard let known, isRight else {
            try await logRefusal(email: credentials.email, origin: origin)
            throw AccountProblem.signInRefused
        }
        var newHash: String?
        if hasher.isOutdated(known.hash) {
            newHash = try await hasher.hash(credentials.password, salt: world.randomBytes(16))
        }
        let token = Secret(world: world)
        let now = world.now()
        let session = Session(
            id: world.id(),
            origin: origin,
            device: String(device.prefix(200)),
            startedAt: now,
            seenAt: now
        )
        try await database.write { [newHash] db in
            // The account may have been disabled, or its password changed, while we were hashing.
            guard try db.accounts.credentials(email: credentials.email)?.hash == known.hash else {
                throw AccountProblem.signInRefused
            }
            if let newHash { try db.accounts.setPassword(newHash, of: known.account, at: now) }
            let sessions = db.sessions
            try sessions.forgetSessions(startedBefore: now - limits.absolute, seenBefore: now - limits.idle)
            try sessions.forgetAttempts(attempt.ids)
            try sessions.forgetAttempts(on: attempt.personal)
            if let old { _ = try sessions.end(digest: old.digest) }
            try sessions.insert(session, digest: token.digest, of: known.account)
            try log("session.started", of: known.account, origin: origin, in: db)
        }
        return token
    }

    package func signOut(_ token: Secret, origin: String) async throws {
        let digest = token.digest
        try await database.write { db in
            guard let account = try db.sessions.end(digest: digest) else { return }
            try log("session.ended", of: account, origin: origin, in: db)
        }
    }

    /// One's own sessions, the one seen last first.
    package func own(
        as principal: Principal,
        with token: Secret?
    ) async throws -> [(session: Session, isThisOne: Bool)] {
        let account = try person(principal)
        let digest = token?.digest
        let now = world.now()
        return try await database.read { db in
            try db.sessions.all(of: account)
                .filter { !limits.isOver(startedAt: $0.session.startedAt, seenAt: $0.session.seenAt, at: now) }
                .map { ($0.session, $0.digest == digest) }
        }
    }

    /// Ends one of one's own sessions, such as that of a lost tablet.
    package func end(_ id: Session.ID, as principal: Principal) async throws {
        let account = try person(principal)
        try await database.write { db in
            guard try db.sessions.end(id, of: account) else { return }
            try log("session.ended", of: account, origin: principal.origin, in: db)
        }
    }

    package func signOutEverywhere(as principal: Principal) async throws {
        let account = try person(principal)
        try await database.write { db in
            try db.sessions.endAll(of: account)
            try log("session.all-ended", of: account, origin: principal.origin, in: db)
        }
    }

    // MARK: Passwords

    package struct PasswordForm: Sendable {
        let new: String
        let again: String
        let names: [String]

        /// Which words may not make up the password: the names of the programmes. Its bearer's own are added.
        package init(new: String, again: String, notAbout names: [String] = []) {
            self.new = new
            self.again = again
            self.names = names
        }

        func check(for account: Account) throws(InvalidPassword) {
            var issues = PasswordRules.issues(of: new, names: names + [account.name, account.email])
            if new != again { issues.append(.repeatDiffers) }
            guard issues.isEmpty else { throw InvalidPassword(issues: issues) }
        }
    }

    /// Ends every other session of this person.
    ///
    /// - Throws: ``InvalidPassword`` or ``AccountProblem``.
    package func changePassword(
        from current: String,
        to form: PasswordForm,
        as principal: Principal,
        with token: Secret
    ) async throws {
        let id = try person(principal)
        let found = try await database.read { db in (try db.accounts.find(id), try db.accounts.passwordHash(of: id)) }
        guard let account = found.0 else { throw AccountProblem.notFound }
        let attempt = try await beginAttempt(email: account.email, origin: principal.origin)
        guard try await hasher.verify(current, against: found.1) else {
            try await logRefusal(email: account.email, origin: principal.origin)
            throw InvalidPassword(issues: [.currentWrong])
        }
        try form.check(for: account)
        let hash = try await hasher.hash(form.new, salt: world.randomBytes(16))
        let now = world.now()
        try await database.write { db in
            try db.accounts.setPassword(hash, of: id, at: now)
            try db.sessions.endAll(of: id, except: token.digest)
            try db.sessions.removeLinks(of: id)
            try db.sessions.forgetAttempts(attempt.ids)
            try log("account.password-changed", of: id, origin: principal.origin, in: db)
        }
    }

    /// Whose link this is.
    ///
    /// - Throws: `AccountProblem.linkExpired`.
    package func account(forLink link: Secret) async throws -> Account {
        let now = world.now()
        return try await database.read { db in try account(forLink: link, at: now, in: db) }
    }

    /// Uses the link up, and ends every session of this person.
    ///
    /// - Throws: ``InvalidPassword`` or `AccountProblem.linkExpired`.
    package func choosePassword(_ form: PasswordForm, with link: Secret, origin: String) async throws {
        let account = try await account(forLink: link)
        try form.check(for: account)
        let hash = try await hasher.hash(form.new, salt: world.randomBytes(16))
        let now = world.now()
        try await database.write { db in
            // Again: two may have used the link at the same time.
            let account = try self.account(forLink: link, at: now, in: db)
            try db.accounts.setPassword(hash, of: account.id, at: now)
            try db.sessions.removeLinks(of: account.id)
            try db.sessions.endAll(of: account.id)
            try log("account.password-chosen", of: account.id, origin: origin, in: db)
        }
    }

    private func account(forLink link: Secret, at now: Date, in db: any SQLConnection) throws -> Account {
        guard let id = try db.sessions.link(digest: link.digest, at: now),
            let account = try db.accounts.find(id), !account.isDisabled
        else { throw AccountProblem.linkExpired }
        return account
    }

    private func person(_ principal: Principal) throws(AccessProblem) -> AccountID {
        guard let account = principal.account else { throw .unauthenticated }
        return account
    }

    // MARK: Attempts

    private struct Attempt {
        let ids: [ID<SignInLimits>]
        /// What is forgiven once it succeeds.
        let personal: String
    }

    private func beginAttempt(email: String, origin: String) async throws -> Attempt {
        let all = SignInLimits.of(email: email, origin: origin)
        let now = world.now()
        let ids: [ID<SignInLimits>] = all.map { _ in world.id() }
        try await database.write { db in
            let sessions = db.sessions
            try sessions.forgetAttempts(before: now - 2 * SignInLimits.window)
            for rule in all
            where try sessions.attempts(on: rule.subject, since: now - SignInLimits.window) >= rule.limit {
                throw AccountProblem.tooManyAttempts
            }
            for (rule, id) in zip(all, ids) { try sessions.insertAttempt(id, on: rule.subject, at: now) }
        }
        return Attempt(ids: ids, personal: all[0].subject)
    }

    /// Writes a line for an account that does not exist too, so that both take as long.
    private func logRefusal(email: String, origin: String) async throws {
        try await database.write { db in
            if let account = try db.accounts.find(email: email) {
                try log("session.refused", of: account.id, origin: origin, in: db)
            } else {
                let nobody = Principal(account: nil, name: "?", origin: origin, grants: [:])
                try db.audit.append(
                    .manageAccounts,
                    "session.refused",
                    of: "account unknown",
                    in: nil,
                    by: nobody,
                    at: world.now()
                )
            }
        }
    }

    /// In the trail of every programme in which the person has a part.
    private func log(_ action: String, of id: AccountID, origin: String, in db: any SQLConnection) throws {
        guard let account = try db.accounts.find(id) else { return }
        let programmes: [ProgrammeID?] = account.programmes.isEmpty ? [nil] : account.programmes
        let person = Principal(account: id, name: account.name, origin: origin, grants: account.grants)
        for programme in programmes {
            try db.audit.append(
                .manageAccounts,
                action,
                of: "account \(id)",
                in: programme,
                by: person,
                at: world.now()
            )
        }
    }
}
