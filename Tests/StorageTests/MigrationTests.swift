import App
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct MigrationTests {
    private let first = Migration(
        "2026-01-01 first",
        "CREATE TABLE thing (name \(.text) NOT NULL PRIMARY KEY) \(.strict)"
    )
    private let second = Migration("2026-02-01 second", "ALTER TABLE thing ADD COLUMN size \(.integer)")

    @Test(arguments: TestDatabase.available)
    func `steps are taken once, in order`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        #expect(try await database.migrate([first]) == ["2026-01-01 first"])
        #expect(try await database.missing(of: [first, second]) == ["2026-02-01 second"])
        #expect(try await database.migrate([first, second]) == ["2026-02-01 second"])
        #expect(try await database.migrate([first, second]) == [])
    }

    @Test(arguments: TestDatabase.available)
    func `a step that fails leaves none of the steps behind`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        await #expect(throws: SQLError.self) {
            try await database.migrate([
                first, Migration("2026-03-01 wrong", "ALTER TABLE nothing ADD COLUMN x \(.text)"),
            ])
        }
        #expect(try await database.migrate([first]) == ["2026-01-01 first"])
    }

    @Test(arguments: TestDatabase.available)
    func `a step that was edited after it was taken is noticed`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        try await database.migrate([first])
        let edited = Migration("2026-01-01 first", "CREATE TABLE thing (name \(.text) PRIMARY KEY) \(.strict)")
        await #expect(throws: MigrationError.edited(["2026-01-01 first"])) { try await database.migrate([edited]) }
        let respaced = Migration(
            "2026-01-01 first",
            "CREATE TABLE thing (\n    name \(.text) NOT NULL PRIMARY KEY\n) \(.strict)"
        )
        #expect(try await database.migrate([respaced]) == [])
    }

    @Test(arguments: TestDatabase.available)
    func `programs that start at the same time do not get in each other's way`(kind: TestDatabase) async throws {
        try await kind.withShared { _, location in
            let taken = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 {
                    group.addTask { try await location.open().migrate(migrations).count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(taken.sorted() == [0, 0, 0, migrations.count])
        }
    }

    @Test func `every step has a name of its own that starts with its day`() {
        let names = migrations.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.prefixMatch(of: /\d{4}-\d{2}-\d{2} [a-z]/) != nil, "\(name)") }
    }
}
