import Foundation
import SQLite
import Storage
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Acknowledged means durable.
@Suite struct DurabilityTests {
    private let table = Migration(
        "2026-01-01 tick",
        "CREATE TABLE tick (id \(.integer) NOT NULL PRIMARY KEY, remark \(.text) NOT NULL) \(.strict)"
    )

    @Test(arguments: TestDatabase.available)
    func `what was acknowledged is there after kill -9`(kind: TestDatabase) async throws {
        try await withTemporaryFolder { folder in
            try await kind.withShared { database, location in
                try await database.migrate([table])
                let log = folder.appending(path: "acknowledged").path
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [location = location as SharedLocation, log = log as String] in
                    await writeUntilKilled(location, log: log)
                }
                let acknowledged = try String(contentsOfFile: log, encoding: .utf8)
                    .split(separator: "\n").map { try #require(Int($0)) }
                #expect(acknowledged.count >= 200)
                let stored = try await location.open().read { db in
                    try db.run("SELECT id FROM tick").map { try $0.get(0, as: Int.self) }
                }
                #expect(Set(acknowledged).subtracting(stored) == [])
            }
        }
    }

    @Test func `every connection to a SQLite file has what durability takes`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase.file(folder.appending(path: "a.sqlite").path)
            let numbers: @Sendable (any SQLConnection) throws -> [Int] = { db in
                [
                    try db.run("PRAGMA synchronous")[0].get(0), try db.run("PRAGMA foreign_keys")[0].get(0),
                    try db.run("PRAGMA temp_store")[0].get(0),
                ]
            }
            // 2 is FULL. It means nothing to a connection that only reads.
            #expect(try await database.write(numbers) == [2, 1, 2])
            #expect(try await database.read(numbers).suffix(2) == [1, 2])
            let mode = try await database.read { db in try db.run("PRAGMA journal_mode")[0].get(0, as: String.self) }
            #expect(mode == "wal")
        }
    }

    @Test func `a database that may not grow says that the disk is full, and goes on once it may`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase.file(folder.appending(path: "a.sqlite").path)
            try await database.migrate([table])
            try await database.write { db in try db.run("PRAGMA max_page_count = 20") }
            let stored = Ledger()
            await #expect(throws: SQLError.diskFull) {
                for id in 1...1000 {
                    try await database.write { db in try insert(id, into: db) }
                    stored.add(id)
                }
            }
            #expect(Set(try await ids(in: database)) == stored.ids)
            try await database.write { db in try db.run("PRAGMA max_page_count = 1000000") }
            try await database.write { db in try insert(5000, into: db) }
            #expect(try await ids(in: database).last == 5000)
        }
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs root, to mount a small disk"))
    func `on a disk that is really full nothing acknowledged is lost, and it recovers by itself`() async throws {
        try await SmallDisk.with(kilobytes: 1024) { disk in
            let path = disk.appending(path: "a.sqlite").path
            let database = try SQLiteDatabase.file(path)
            try await database.migrate([table])
            // Room that somebody can make later.
            try Data(count: 300_000).write(to: disk.appending(path: "old.log"))
            let acknowledged = Ledger()
            let errors = await withTaskGroup(of: (any Error)?.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        do {
                            for id in 0..<2000 {
                                try await database.write { db in try insert(writer * 10_000 + id, into: db) }
                                acknowledged.add(writer * 10_000 + id)
                            }
                            return nil
                        } catch {
                            return error
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1 as? SQLError) }
            }
            #expect(errors == Array(repeating: SQLError.diskFull, count: 8))
            // Reading goes on.
            #expect(Set(try await ids(in: database)) == acknowledged.ids)
            try FileManager.default.removeItem(at: disk.appending(path: "old.log"))
            try await database.write { db in try insert(99_999, into: db) }
            // And so it is for who opens the file anew.
            let reopened = try SQLiteDatabase.file(path)
            #expect(Set(try await ids(in: reopened)) == acknowledged.ids.union([99_999]))
        }
    }

    @Test func `nobody else on the machine can read a new database`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase.file(folder.appending(path: "a.sqlite").path)
            try await database.migrate([table])
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let file = folder.appending(path: name).path
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600, "\(name)")
            }
        }
    }

    @Test func `a file that cannot be opened is named`() throws {
        #expect {
            try SQLiteDatabase.file("/nonexistent/folder/a.sqlite")
        } throws: { error in
            guard case .unavailable(let message)? = error as? SQLError else { return false }
            return message.contains("/nonexistent/folder/a.sqlite")
        }
    }

    private func ids(in database: any SQLDatabase) async throws -> [Int] {
        try await database.read { db in
            try db.run("SELECT id FROM tick ORDER BY id").map { try $0.get(0, as: Int.self) }
        }
    }
}

private func insert(_ id: Int, into db: any SQLConnection) throws {
    try db.run("INSERT INTO tick (id, remark) VALUES (\(id), \(String(repeating: "spanen ", count: 100)))")
}

/// Sixteen writers at once, each noting what it was told is saved, until the process kills itself halfway.
private func writeUntilKilled(_ location: SharedLocation, log: String) async {
    let database = location.open()
    let descriptor = open(log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let noted = Ledger()
    await withTaskGroup(of: Void.self) { group in
        for writer in 0..<16 {
            group.addTask {
                for id in 0..<10_000 {
                    let id = writer * 10_000 + id
                    guard (try? await database.write({ db in try insert(id, into: db) })) != nil else { continue }
                    let line = Array("\(id)\n".utf8)
                    _ = write(descriptor, line, line.count)
                    if noted.add(id) == 200 { kill(getpid(), SIGKILL) }
                }
            }
        }
    }
}

/// What was acknowledged.
private final class Ledger: Sendable {
    private let entries = Mutex<Set<Int>>([])

    var ids: Set<Int> { entries.withLock(\.self) }

    @discardableResult
    func add(_ id: Int) -> Int {
        entries.withLock {
            $0.insert(id)
            return $0.count
        }
    }
}
