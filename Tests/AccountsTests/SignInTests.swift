import Audit
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Accounts

@Suite struct SignInTests {
    @Test(arguments: TestDatabase.available)
    func `unknown, disabled, without a password and wrong are refused alike`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let disabled = try await bureau.add("uit@metaal.example")
        try await bureau.accounts.disable(disabled.id, in: .metaal, as: .administrator)
        let form = AccountForm(email: "nieuw@metaal.example", name: "Nieuw", grant: GrantForm(role: "interviewer"))
        _ = try await bureau.accounts.add(form, among: GrantChoices(), in: .metaal, as: .administrator)
        for email in ["niemand@metaal.example", "uit@metaal.example", "nieuw@metaal.example"] {
            await #expect(throws: AccountProblem.signInRefused) { try await bureau.signIn(email) }
        }
        await #expect(throws: AccountProblem.signInRefused) {
            try await bureau.signIn("iris@metaal.example", "acht kale koeien")
        }
        #expect(try await bureau.actions().filter { $0 == "session.refused" }.count == 3)
    }

    @Test(arguments: TestDatabase.available)
    func `after five wrong passwords one has to wait, also with the right one`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        for email in ["iris@metaal.example", "niemand@metaal.example"] {
            for _ in 0..<5 {
                await #expect(throws: AccountProblem.signInRefused) { try await bureau.signIn(email, "fout fout fout") }
            }
            await #expect(throws: AccountProblem.tooManyAttempts) { try await bureau.signIn(email) }
        }
        // Somebody who locks out a colleague locks out only their own address.
        _ = try await bureau.signIn("iris@metaal.example", from: "198.51.100.2")
        bureau.clock.advance(15 * 60 + 1)
        _ = try await bureau.signIn("iris@metaal.example")
    }

    @Test(arguments: TestDatabase.available)
    func `an account is guarded against many addresses, and an address against many accounts`(kind: TestDatabase)
        async throws
    {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        for number in 0..<20 {
            await #expect(throws: AccountProblem.signInRefused) {
                try await bureau.signIn("iris@metaal.example", "fout", from: "198.51.100.\(number)")
            }
        }
        await #expect(throws: AccountProblem.tooManyAttempts) {
            try await bureau.signIn("iris@metaal.example", from: "198.51.100.99")
        }
        for number in 0..<60 {
            await #expect(throws: AccountProblem.signInRefused) {
                try await bureau.signIn("raad\(number)@metaal.example", "fout", from: "2001:db8:1:2::\(number)")
            }
        }
        await #expect(throws: AccountProblem.tooManyAttempts) {
            try await bureau.signIn("raad60@metaal.example", "fout", from: "2001:db8:1:2:ffff::60")
        }
    }

    @Test(arguments: TestDatabase.available)
    func `trying many at the same moment does not help`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let refused = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    do {
                        _ = try await bureau.signIn("iris@metaal.example", "gok nummer \(number)")
                        return false
                    } catch {
                        return error as? AccountProblem == .signInRefused
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 5)
    }

    @Test(arguments: TestDatabase.available)
    func `signing in well forgives one's own mistakes`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        for _ in 0..<3 {
            for _ in 0..<4 { _ = try? await bureau.signIn("iris@metaal.example", "fout") }
            _ = try await bureau.signIn("iris@metaal.example")
        }
        let ten = try await bureau.database.read { db in
            try db.run("SELECT count(*) FROM sign_in_attempt WHERE subject LIKE 'account % from %'")[0].get(
                0,
                as: Int.self
            )
        }
        #expect(ten == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `a password hashed too cheaply is hashed again when it is used`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let dearer = PasswordHasher(cost: .init(kibibytes: 128, passes: 1))
        let sessions = Sessions(database: bureau.database, world: bureau.clock.world(), hasher: dearer)
        let credentials = Sessions.Credentials(email: "iris@metaal.example", password: Bureau.password)
        for _ in 0..<2 { _ = try await sessions.signIn(with: credentials, origin: "192.0.2.1", device: "") }
        let hash = try await bureau.database.read { db in
            try db.run("SELECT password_hash FROM account")[0].get(0, as: String.self)
        }
        #expect(hash.contains("m=128,"))
    }
}

@Suite struct OwnPasswordTests {
    @Test(arguments: TestDatabase.available)
    func `changing the password keeps this session and ends the others`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        try await bureau.add("iris@metaal.example")
        let here = try await bureau.signIn("iris@metaal.example")
        let there = try await bureau.signIn("iris@metaal.example")
        let iris = try #require(try await bureau.principal(here))
        let form = Sessions.PasswordForm(new: "acht magere geiten", again: "acht magere geiten")
        await #expect(throws: InvalidPassword(issues: [.currentWrong])) {
            try await bureau.sessions.changePassword(from: "fout", to: form, as: iris, with: here)
        }
        let weak = Sessions.PasswordForm(new: "kort", again: "anders")
        await #expect(throws: InvalidPassword(issues: [.tooShort, .repeatDiffers])) {
            try await bureau.sessions.changePassword(from: Bureau.password, to: weak, as: iris, with: here)
        }
        try await bureau.sessions.changePassword(from: Bureau.password, to: form, as: iris, with: here)
        #expect(try await bureau.principal(here) != nil)
        #expect(try await bureau.principal(there) == nil)
        _ = try await bureau.signIn("iris@metaal.example", "acht magere geiten")
        await #expect(throws: AccountProblem.signInRefused) { try await bureau.signIn("iris@metaal.example") }
    }

    @Test(arguments: TestDatabase.available)
    func `a one-time link works once, for a day, and only the last one`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let iris = try await bureau.add("iris@metaal.example")
        let old = try await bureau.accounts.makeLink(for: iris.id, in: .metaal, as: .administrator)
        let link = try await bureau.accounts.makeLink(for: iris.id, in: .metaal, as: .administrator)
        let session = try await bureau.signIn("iris@metaal.example")
        let form = Sessions.PasswordForm(new: "acht magere geiten", again: "acht magere geiten")
        await #expect(throws: AccountProblem.linkExpired) {
            try await bureau.sessions.choosePassword(form, with: old, origin: "192.0.2.1")
        }
        #expect(try await bureau.sessions.account(forLink: link).email == "iris@metaal.example")
        try await bureau.sessions.choosePassword(form, with: link, origin: "192.0.2.1")
        #expect(try await bureau.principal(session) == nil)
        await #expect(throws: AccountProblem.linkExpired) {
            try await bureau.sessions.choosePassword(form, with: link, origin: "192.0.2.1")
        }
        let late = try await bureau.accounts.makeLink(for: iris.id, in: .metaal, as: .administrator)
        bureau.clock.advance(24 * 3600)
        await #expect(throws: AccountProblem.linkExpired) { try await bureau.sessions.account(forLink: late) }
    }
}
