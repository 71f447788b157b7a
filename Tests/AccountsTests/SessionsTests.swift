import Audit
import Foundation
import Kernel
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Accounts

/// A clock that a test can put forward.
final class Clock: Sendable {
    private let moment = Mutex(Day("2026-03-02")!.noon)

    var now: Date { moment.withLock { $0 } }

    func advance(_ seconds: TimeInterval) { moment.withLock { $0 += seconds } }

    func world() -> World {
        var world = World.live
        world.now = { self.now }
        return world
    }
}

/// A database with people in it, and everything that can be done with them.
struct Bureau: Sendable {
    let database: any SQLDatabase
    let clock = Clock()
    let accounts: Accounts
    let sessions: Sessions

    static let password = "zeven kale koeien"

    init(_ kind: TestDatabase) async throws {
        database = try await kind.make()
        let world = clock.world()
        let hasher = PasswordHasher(cost: .cheap)
        accounts = Accounts(database: database, world: world, hasher: hasher)
        sessions = Sessions(database: database, world: world, hasher: hasher)
    }

    @discardableResult
    func add(
        _ email: String,
        _ role: Role = .interviewer,
        in programme: ProgrammeID = .metaal,
        by principal: Principal = .administrator
    ) async throws -> Account {
        let form = AccountForm(email: email, name: "Proef Persoon", grant: GrantForm(role: role.rawValue))
        let added = try await accounts.add(form, among: GrantChoices(), in: programme, as: principal)
        guard let link = added.link else { return added.account }
        let choice = Sessions.PasswordForm(new: Self.password, again: Self.password)
        try await sessions.choosePassword(choice, with: link, origin: "127.0.0.1")
        return added.account
    }

    func signIn(_ email: String, _ password: String = password, from origin: String = "192.0.2.1") async throws
        -> Secret
    {
        try await sessions.signIn(
            with: Sessions.Credentials(email: email, password: password),
            origin: origin,
            device: "Firefox"
        )
    }

    func principal(_ token: Secret) async throws -> Principal? {
        try await sessions.principal(for: token, origin: "192.0.2.1")
    }

    func actions(in programme: ProgrammeID = .metaal) async throws -> [String] {
        try await database.read { db in try db.audit.latest(100, in: programme).map(\.action) }
    }
}

@Suite struct SessionsTests {
    @Test(arguments: TestDatabase.available)
    func `who signs in is known by name and rights, and the trail says so`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let account = try await bureau.add("iris@metaal.example")
        let token = try await bureau.signIn(" Iris@Metaal.example ")
        let principal = try #require(try await bureau.principal(token))
        #expect(principal.account == account.id)
        #expect(principal.may(.holdConversations, in: .metaal))
        #expect(!principal.may(.manageAccounts, in: .metaal))
        #expect(!principal.may(.readProgramme, in: .elders))
        #expect(try await bureau.actions().contains("session.started"))
    }

    @Test(arguments: TestDatabase.available)
    func `the database holds no token and no password`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let token = try await bureau.signIn("iris@metaal.example")
        let kept = try await bureau.database.read { db in
            try db.run("SELECT digest, device FROM account_session").map { try $0.get(0, as: String.self) }
                + db.run("SELECT password_hash FROM account").map { try $0.get(0, as: String.self) }
        }
        #expect(kept.count == 2)
        #expect(kept.allSatisfy { !$0.contains(token.text) && !$0.contains(Bureau.password) })
        #expect(token.text.count == 22)
        #expect(kept[0] == token.digest && token.digest.count == 64)
    }

    @Test(arguments: TestDatabase.available)
    func `a session ends when nothing is asked for two hours, and after twelve hours anyhow`(kind: TestDatabase)
        async throws
    {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let idle = try await bureau.signIn("iris@metaal.example")
        bureau.clock.advance(2 * 3600)
        #expect(try await bureau.principal(idle) == nil)

        let busy = try await bureau.signIn("iris@metaal.example")
        for _ in 0..<11 {
            bureau.clock.advance(3600)
            #expect(try await bureau.principal(busy) != nil)
        }
        bureau.clock.advance(3600)
        #expect(try await bureau.principal(busy) == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `when somebody was seen is written once a minute at most`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let token = try await bureau.signIn("iris@metaal.example")
        let start = bureau.clock.now
        let seen = {
            try await bureau.database.read { db in
                try db.run("SELECT seen_at FROM account_session")[0].get(0, as: Date.self)
            }
        }
        bureau.clock.advance(59)
        _ = try await bureau.principal(token)
        #expect(try await seen() == start)
        bureau.clock.advance(2)
        _ = try await bureau.principal(token)
        #expect(try await seen() == bureau.clock.now)
    }

    @Test(arguments: TestDatabase.available)
    func `signing out ends this session, everywhere ends them all`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let first = try await bureau.signIn("iris@metaal.example")
        let second = try await bureau.signIn("iris@metaal.example")
        let third = try await bureau.signIn("iris@metaal.example")
        #expect(first.text != second.text)
        try await bureau.sessions.signOut(first, origin: "192.0.2.1")
        #expect(try await bureau.principal(first) == nil)
        let iris = try #require(try await bureau.principal(second))
        let own = try await bureau.sessions.own(as: iris, with: second)
        #expect(own.count == 2)
        #expect(own.filter(\.isThisOne).count == 1)
        try await bureau.sessions.signOutEverywhere(as: iris)
        #expect(try await bureau.principal(second) == nil)
        #expect(try await bureau.principal(third) == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `one can end a session of one's own, not of somebody else`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        try await bureau.add("piet@metaal.example", .projectLeader)
        let irisToken = try await bureau.signIn("iris@metaal.example")
        let pietToken = try await bureau.signIn("piet@metaal.example")
        let iris = try #require(try await bureau.principal(irisToken))
        let piet = try #require(try await bureau.principal(pietToken))
        let session = try await bureau.sessions.own(as: iris, with: irisToken)[0].session.id
        try await bureau.sessions.end(session, as: piet)
        #expect(try await bureau.principal(irisToken) != nil)
        try await bureau.sessions.end(session, as: iris)
        #expect(try await bureau.principal(irisToken) == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `signing in again ends the session that the browser had`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let old = try await bureau.signIn("iris@metaal.example")
        _ = try await bureau.sessions.signIn(
            with: Sessions.Credentials(email: "iris@metaal.example", password: Bureau.password),
            origin: "192.0.2.1",
            device: "",
            replacing: old
        )
        #expect(try await bureau.principal(old) == nil)
    }
}
