import Kernel
import Testing

@testable import Accounts

@Suite struct PasswordRulesTests {
    private let names = ["Iris van der Vraagt", "iris@metaal.example", "Proefprogramma metaal"]

    @Test(arguments: [
        "kort", "elf-tekens.", "wachtwoord123", "Welkom1234567", "W@chtw00rd2026", "111111111111", "abababababab",
        "abcdefghijklm", "210987654321", "1q2w3e4r5t6y", "passwordpassword", "karavaan2026!", "irisirisiris",
        "vraagtvraagt12", String(repeating: "lang ", count: 26),
    ])
    func `what is guessed first is refused`(password: String) {
        #expect(!PasswordRules.issues(of: password, names: names).isEmpty)
    }

    @Test(arguments: [
        "paard batterij nietje", "zeven kale koeien", "ik fiets graag in de regen", "éénmaal ándermaal",
        "irissen bloeien paars in juni", "gX7-qLm2-Vb9z", "wachtwoord van de directeur zijn schoonmoeder",
        String(repeating: "goed-", count: 25),
    ])
    func `what is long and not obvious is accepted, whatever it is made of`(password: String) {
        #expect(PasswordRules.issues(of: password, names: names) == [])
    }
}

@Suite struct PasswordHasherTests {
    private let hasher = PasswordHasher(cost: .cheap)

    @Test func `a password is recognised and nothing else is`() async throws {
        let hash = try await hasher.hash("zeven kale koeien", salt: Array("0123456789abcdef".utf8))
        #expect(hash.hasPrefix("$argon2id$v=19$m=64,t=1,p=1$"))
        let right = try await hasher.verify("zeven kale koeien", against: hash)
        let wrong = try await hasher.verify("zeven kale koeien ", against: hash)
        let nobody = try await hasher.verify("zeven kale koeien", against: nil)
        let broken = try await hasher.verify("zeven kale koeien", against: "not a hash")
        #expect(right)
        #expect(!wrong && !nobody && !broken)
    }

    @Test func `the same letters typed on another keyboard are the same password`() async throws {
        let hash = try await hasher.hash("caf\u{E9} met slagroom", salt: Array("0123456789abcdef".utf8))
        let isSame = try await hasher.verify("cafe\u{301} met slagroom", against: hash)
        #expect(isSame)
    }

    @Test func `a hash made with less than we now ask for is replaced in time`() async throws {
        let hash = try await hasher.hash("zeven kale koeien", salt: Array("0123456789abcdef".utf8))
        #expect(!hasher.isOutdated(hash))
        #expect(PasswordHasher(cost: .standard).isOutdated(hash))
    }

    @Test func `the standard cost is what OWASP advises at least`() async throws {
        let hash = try await PasswordHasher().hash("zeven kale koeien", salt: Array("0123456789abcdef".utf8))
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test func `many at once wait for each other`() async throws {
        let hashes = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await hasher.hash("zeven kale koeien \(number)", salt: Array("0123456789abcdef".utf8))
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(hashes.count == 40)
    }
}
