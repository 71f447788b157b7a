import Foundation
import Storage
import TestSupport
import Testing

/// What a transaction promises, on both databases.
@Suite struct TransactionTests {
    private let tables = Migration(
        "2026-01-01 counters",
        "CREATE TABLE counter (name \(.text) NOT NULL PRIMARY KEY, number \(.integer) NOT NULL) \(.strict)",
        "CREATE TABLE part (name \(.text) NOT NULL REFERENCES counter (name)) \(.strict)"
    )

    @Test(arguments: TestDatabase.available)
    func `no update is lost when twenty-four people change the same row at once`(kind: TestDatabase) async throws {
        try await kind.withShared { database, _ in
            try await database.migrate([tables])
            try await database.write { db in try db.run("INSERT INTO counter (name, number) VALUES ('a', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...24 {
                    group.addTask {
                        try await database.write { db in
                            let number = try db.run("SELECT number FROM counter WHERE name = 'a'")[0].get(
                                0,
                                as: Int.self
                            )
                            try db.run("UPDATE counter SET number = \(number + 1) WHERE name = 'a'")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await number(of: "a", in: database) == 24)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `who fails undoes only what was theirs`(kind: TestDatabase) async throws {
        try await kind.withShared { database, _ in
            try await database.migrate([tables])
            let failures = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        do {
                            try await database.write { db in
                                try db.run("INSERT INTO counter (name, number) VALUES (\("n\(index)"), \(index))")
                                if index.isMultiple(of: 3) { throw Refused() }
                            }
                            return false
                        } catch {
                            return error is Refused
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(failures == 20)
            let stored = try await database.read { db in
                try db.run("SELECT number FROM counter ORDER BY number").map { try $0.get(0, as: Int.self) }
            }
            #expect(stored == (0..<60).filter { !$0.isMultiple(of: 3) })
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a reference to nothing is refused, also when others commit at the same time`(kind: TestDatabase) async throws
    {
        try await kind.withShared { database, _ in
            try await database.migrate([tables])
            let outcomes = await withTaskGroup(of: SQLError?.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        do {
                            try await database.write { db in
                                try db.run("INSERT INTO counter (name, number) VALUES (\("n\(index)"), 1)")
                                let name = index == 7 ? "nobody" : "n\(index)"
                                try db.run("INSERT INTO part (name) VALUES (\(name))")
                            }
                            return nil
                        } catch {
                            return error as? SQLError
                        }
                    }
                }
                return await group.reduce(into: [SQLError]()) { if let error = $1 { $0.append(error) } }
            }
            #expect(outcomes == [.foreignKeyViolation])
            let count = try await database.read { db in
                try db.run("SELECT count(*) FROM part")[0].get(0, as: Int.self)
            }
            #expect(count == 19)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `after a statement that failed nothing is kept, even by who looks away`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        try await database.migrate([tables])
        await #expect(throws: SQLError.uniqueViolation) {
            try await database.write { db in
                try db.run("INSERT INTO counter (name, number) VALUES ('a', 1)")
                _ = try? db.run("INSERT INTO counter (name, number) VALUES ('a', 2)")
                _ = try? db.run("INSERT INTO counter (name, number) VALUES ('b', 3)")
            }
        }
        #expect(try await number(of: "a", in: database) == nil)
        #expect(try await number(of: "b", in: database) == nil)
    }

    /// The third time a statement is sent in another way than the first: prepared, and together with what begins.
    @Test(arguments: TestDatabase.available)
    func `a transaction that fails at its first statement leaves nothing behind, however often`(
        kind: TestDatabase
    ) async throws {
        let database = try kind.empty()
        try await database.migrate([tables])
        for number in 1...5 {
            try await database.write { _ in }
            try await database.write { db in
                try db.run("INSERT INTO counter (name, number) VALUES (\("n\(number)"), \(number))")
            }
            await #expect(throws: SQLError.uniqueViolation) {
                try await database.write { db in
                    try db.run("INSERT INTO counter (name, number) VALUES (\("n\(number)"), \(0))")
                }
            }
            await #expect(throws: SQLError.foreignKeyViolation) {
                try await database.write { db in
                    try db.run("INSERT INTO part (name) VALUES (\("nobody"))")
                }
            }
            await #expect(throws: Refused.self) {
                try await database.write { db in
                    try db.run("UPDATE counter SET number = \(-1)")
                    throw Refused()
                }
            }
            await #expect(throws: Refused.self) { try await database.write { _ in throw Refused() } }
            #expect(try await self.number(of: "n\(number)", in: database) == number)
        }
        let count = try await database.read { db in try db.run("SELECT count(*) FROM part")[0].get(0, as: Int.self) }
        #expect(count == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `a read sees one moment, whatever is written meanwhile`(kind: TestDatabase) async throws {
        try await kind.withShared { database, location in
            try await database.migrate([tables])
            try await database.write { db in try db.run("INSERT INTO counter (name, number) VALUES ('a', 1)") }
            let other = location.open()
            let (before, after) = try await database.read { db in
                let before = try db.run("SELECT number FROM counter")[0].get(0, as: Int.self)
                let written = DispatchSemaphore(value: 0)
                Task.detached {
                    try await other.write { db in try db.run("UPDATE counter SET number = 2") }
                    written.signal()
                }
                _ = written.wait(timeout: .now() + 20)
                return (before, try db.run("SELECT number FROM counter")[0].get(0, as: Int.self))
            }
            #expect(before == 1)
            #expect(after == 1)
            #expect(try await number(of: "a", in: other) == 2)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `writing in a read is refused`(kind: TestDatabase) async throws {
        try await kind.withShared { database, _ in
            try await database.migrate([tables])
            await #expect(throws: SQLError.self) {
                try await database.read { db in try db.run("INSERT INTO counter (name, number) VALUES ('a', 1)") }
            }
            #expect(try await number(of: "a", in: database) == nil)
        }
    }

    private func number(of name: String, in database: any SQLDatabase) async throws -> Int? {
        try await database.read { db in
            try db.run("SELECT number FROM counter WHERE name = \(name)").first?.get(0)
        }
    }
}

private struct Refused: Error {}
