import Storage
import TestSupport
import Testing

/// Text as people, and attackers, send it.
@Suite struct TextTests {
    private let table = Migration("2026-01-01 text", "CREATE TABLE note (body \(.text) NOT NULL) \(.strict)")

    static let texts = [
        "", "'; DROP TABLE note; --", "\\", "$1 ? :name @x %s", "Één ’s-Gravenhage ß Ω 漢字 🚲👩‍🔧", "e\u{301} is not é",
        "\u{FEFF}with a mark", "tab\tand\r\nlines\u{2028}", "\u{1}\u{1B}[31m\u{7F}", "right \u{202E}to left",
        String(repeating: "ijzer 🧲 ", count: 120_000),
    ]

    @Test(arguments: TestDatabase.available)
    func `every text comes back as it was, scalar for scalar`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        try await database.migrate([table])
        for text in Self.texts {
            let back = try await database.write { db in
                try db.run("DELETE FROM note")
                try db.run("INSERT INTO note (body) VALUES (\(text))")
                return try db.run("SELECT body FROM note WHERE body = \(text)").first?.get(0, as: String.self)
            }
            #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a NUL character is refused instead of cutting the text short`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        try await database.migrate([table])
        await #expect(throws: SQLError.unstorableText) {
            try await database.write { db in try db.run("INSERT INTO note (body) VALUES (\("Jan\0Piet"))") }
        }
        await #expect(throws: SQLError.unstorableText) {
            try await database.read { db in try db.run("SELECT body FROM note WHERE body = \("\0")") }
        }
        #expect(try await database.read { db in try db.run("SELECT body FROM note") }.isEmpty)
    }
}
