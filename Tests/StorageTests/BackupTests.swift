import App
import Audit
import Foundation
import Kernel
import Storage
import Synchronization
import TestSupport
import Testing

/// Backups are worth what comes back out of them.
@Suite struct BackupTests {
    @Test func `a backup made while people work is a whole moment, and goes back (SQLite)`() async throws {
        try await withTemporaryFolder { folder in
            let live = DatabaseLocation.sqlite(path: folder.appending(path: "live.sqlite").path)
            let other = DatabaseLocation.sqlite(path: folder.appending(path: "other.sqlite").path)
            try await roundTrip(from: live, to: other, by: folder.appending(path: "backup.sqlite").path)
        }
    }

    @Test(.enabled(if: TestDatabase.available.contains(.postgres), "needs PostgreSQL"))
    func `a backup made while people work is a whole moment, and goes back (PostgreSQL)`() async throws {
        try await withTemporaryFolder { folder in
            try await withDatabases { live, other in
                try await roundTrip(from: live, to: other, by: folder.appending(path: "backup.dump").path)
            }
        }
    }

    /// Backs up under load, restores elsewhere, changes that, restores over it.
    private func roundTrip(from live: DatabaseLocation, to other: DatabaseLocation, by file: String) async throws {
        let database = try openDatabase(live)
        try await database.migrate(migrations)
        for number in 0..<50 { try await addPair(number, to: database) }
        let work = Work()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 1...4 {
                group.addTask {
                    var number = worker * 100_000
                    while work.goesOn {
                        try await addPair(number, to: database)
                        number += 1
                    }
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            try await backUp(live, to: file, overwrite: false)
            work.end()
            try await group.waitForAll()
        }
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        await #expect(throws: BackupProblem.exists(path: file)) { try await backUp(live, to: file, overwrite: false) }

        try await restore(file, into: other, force: false)
        let subjects = try await pairs(in: other)
        #expect(subjects.count >= 50)
        #expect(subjects.values.allSatisfy { $0 == 2 })
        #expect((0..<50).allSatisfy { subjects["pair \($0)"] == 2 })

        // Over something: only when told to, and then without a trace of it.
        try await addPair(-1, to: try openDatabase(other))
        await #expect(throws: BackupProblem.self) { try await restore(file, into: other, force: false) }
        #expect(try await pairs(in: other)["pair -1"] == 2)
        try await restore(file, into: other, force: true)
        #expect(try await pairs(in: other) == subjects)
    }

    @Test func `a damaged or foreign file is refused, and what was there stays`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "live.sqlite").path
            let live = DatabaseLocation.sqlite(path: path)
            try await openDatabase(live).migrate(migrations)
            for number in 0..<200 { try await addPair(number, to: try openDatabase(live)) }
            let good = folder.appending(path: "good.sqlite").path
            try await backUp(live, to: good, overwrite: false)

            let damaged = folder.appending(path: "damaged.sqlite").path
            var bytes = try Data(contentsOf: URL(filePath: good))
            for index in stride(from: 8192, to: bytes.count, by: 4096) { bytes[index + 3] ^= 0xFF }
            try bytes.write(to: URL(filePath: damaged))
            let halved = folder.appending(path: "halved.sqlite").path
            try bytes.prefix(bytes.count / 2).write(to: URL(filePath: halved))
            let foreign = folder.appending(path: "foreign.sqlite").path
            try Data("Dear reader".utf8).write(to: URL(filePath: foreign))
            let dump = folder.appending(path: "backup.dump").path
            try Data("PGDMP and so on, for long enough".utf8).write(to: URL(filePath: dump))
            for file in [damaged, halved, foreign, dump, folder.appending(path: "none").path] {
                await #expect(throws: BackupProblem.self, "\(file)") {
                    try await restore(file, into: live, force: true)
                }
            }
            #expect(try await pairs(in: live).count == 200)
        }
    }

    @Test func `a database in use is not replaced`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "live.sqlite").path
            let live = DatabaseLocation.sqlite(path: path)
            let database = try openDatabase(live)
            try await database.migrate(migrations)
            let file = folder.appending(path: "backup.sqlite").path
            try await backUp(live, to: file, overwrite: false)
            await #expect(throws: BackupProblem.inUse(path: path)) { try await restore(file, into: live, force: true) }
            try await addPair(1, to: database)
            #expect(try await pairs(in: live).count == 1)
        }
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs root, to mount a small disk"))
    func `a backup for which there is no room leaves nothing behind, and the last one stays`() async throws {
        try await withTemporaryFolder { folder in
            let live = DatabaseLocation.sqlite(path: folder.appending(path: "live.sqlite").path)
            try await openDatabase(live).migrate(migrations)
            try await SmallDisk.with(kilobytes: 32) { disk in
                let file = disk.appending(path: "backup.sqlite").path
                try Data("yesterday's".utf8).write(to: URL(filePath: file))
                await #expect(throws: BackupProblem.diskFull(path: file)) {
                    try await backUp(live, to: file, overwrite: true)
                }
                #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path) == ["backup.sqlite"])
                #expect(try String(contentsOfFile: file, encoding: .utf8) == "yesterday's")
            }
        }
    }

    @Test func `a database that is not there is not made by backing it up`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder.appending(path: "none.sqlite").path
            await #expect(throws: BackupProblem.noDatabase(path: path)) {
                try await backUp(.sqlite(path: path), to: folder.appending(path: "b").path, overwrite: false)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    private func addPair(_ number: Int, to database: any SQLDatabase) async throws {
        try await database.write { db in
            for action in ["first", "second"] {
                try db.audit.append(
                    .readAudit,
                    action,
                    of: "pair \(number)",
                    in: .metaal,
                    by: .administrator,
                    at: Date(timeIntervalSince1970: 0)
                )
            }
        }
    }

    private func pairs(in location: DatabaseLocation) async throws -> [String: Int] {
        try await openDatabase(location).read { db in
            let rows = try db.run("SELECT subject, count(*) FROM audit_event GROUP BY subject")
            return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get(0), try $0.get(1)) })
        }
    }

    /// Two databases of their own on the test server, because a restore takes the whole of one.
    private func withDatabases(_ body: (DatabaseLocation, DatabaseLocation) async throws -> Void) async throws {
        let address = try #require(TestDatabase.postgresConninfo)
        let names = (1...2).map { _ in "test_\(UUID().uuidString.lowercased().filter(\.isHexDigit))" }
        for name in names { try run("psql", "-qd", address, "-c", "CREATE DATABASE \(name)") }
        defer { for name in names { _ = try? run("psql", "-qd", address, "-c", "DROP DATABASE \(name) WITH (FORCE)") } }
        let locations = try names.map { name in
            var components = try #require(URLComponents(string: address))
            components.path = "/\(name)"
            return DatabaseLocation.postgres(conninfo: try #require(components.string))
        }
        try await body(locations[0], locations[1])
    }
}

private final class Work: Sendable {
    private let isOver = Mutex(false)
    var goesOn: Bool { !isOver.withLock(\.self) }
    func end() { isOver.withLock { $0 = true } }
}
