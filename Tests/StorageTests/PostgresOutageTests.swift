import Foundation
import Postgres
import Storage
import Synchronization
import TestSupport
import Testing

/// What happens when the server is restarted, hangs up or is not there. Each test has a server of its own.
@Suite(.enabled(if: TestDatabase.available.contains(.postgres), "needs PostgreSQL"))
struct PostgresOutageTests {
    private let table = Migration(
        "2026-01-01 tick",
        "CREATE TABLE tick (id \(.integer) NOT NULL PRIMARY KEY) \(.strict)"
    )

    @Test func `a restart of the server goes unnoticed between two requests`() async throws {
        try await PostgresServer.with { server in
            let database = PostgresDatabase(conninfo: server.address, limit: 4)
            try await database.migrate([table])
            // All four sessions, with statements prepared.
            for round in 0..<3 { try await insertAtOnce(round * 100..<round * 100 + 20, into: database) }
            try server.control("restart")
            #expect(try await count(in: database) == 60)
            try await insertAtOnce(1000..<1020, into: database)
            #expect(try await count(in: database) == 80)
        }
    }

    @Test func `while the server is away one is told so, and afterwards all is well again`() async throws {
        try await PostgresServer.with { server in
            let database = PostgresDatabase(conninfo: server.address, limit: 2)
            try await database.migrate([table])
            try await insertAtOnce(0..<10, into: database)
            try server.control("crash")
            for _ in 1...5 {
                await #expect {
                    try await database.write { db in try db.run("DELETE FROM tick") }
                } throws: { error in
                    if case .unavailable? = error as? SQLError { true } else { false }
                }
            }
            try server.control("resume")
            #expect(try await count(in: database) == 10)
            try await insertAtOnce(100..<110, into: database)
            #expect(try await count(in: database) == 20)
        }
    }

    @Test func `a connection that dies before the commit costs nothing, and does nothing twice`() async throws {
        try await PostgresServer.with { server in
            let database = PostgresDatabase(conninfo: server.address, limit: 2)
            try await database.migrate([table])
            let runs = Mutex(0)
            try await database.write { db in
                try db.run("INSERT INTO tick (id) VALUES (1)")
                if runs.withLock({
                    $0 += 1; return $0
                }) == 1 {
                    try db.run("SELECT pg_terminate_backend(pg_backend_pid())")
                }
                try db.run("INSERT INTO tick (id) VALUES (2)")
            }
            #expect(runs.withLock(\.self) == 2)
            #expect(try await count(in: database) == 2)
        }
    }

    @Test func `who waits too long for a connection is told so`() async throws {
        let database = PostgresDatabase(
            conninfo: TestDatabase.postgresConninfo ?? "",
            limit: 1,
            patience: .milliseconds(200)
        )
        // Held for as long as it takes, however busy the machine is.
        let hasBegun = Mutex(false)
        let mayEnd = Mutex(false)
        async let slow: Void = database.read { db in
            hasBegun.withLock { $0 = true }
            while !mayEnd.withLock(\.self) { try db.run("SELECT pg_sleep(0.05)") }
        }
        while !hasBegun.withLock(\.self) { try await Task.sleep(for: .milliseconds(10)) }
        await #expect(throws: SQLError.unavailable(message: "all 1 connections are busy")) {
            try await database.read { db in try db.run("SELECT 1") }
        }
        mayEnd.withLock { $0 = true }
        try await slow
        #expect(try await database.read { db in try db.run("SELECT 1") }.count == 1)
    }

    @Test func `nobody listening is an outage, not a defect, and the password is not told`() async throws {
        let database = PostgresDatabase(conninfo: "postgres://somebody:geheim@127.0.0.1:1/none")
        await #expect {
            _ = try await database.read { db in try db.run("SELECT 1") }
        } throws: { error in
            guard case .unavailable(let message)? = error as? SQLError else { return false }
            return !message.contains("geheim")
        }
    }

    @Test func `a statement that was prepared still works after its table has changed`() async throws {
        try await TestDatabase.postgres.withShared { database, location in
            try await database.migrate([table])
            try await database.write { db in try db.run("INSERT INTO tick (id) VALUES (1)") }
            let columns = { try await database.read { db in try db.run("SELECT * FROM tick")[0].values.count } }
            for _ in 1...3 { #expect(try await columns() == 1) }
            try await location.open().write { db in try db.run("ALTER TABLE tick ADD COLUMN colour TEXT") }
            for _ in 1...3 { #expect(try await columns() == 2) }
        }
    }

    private func insertAtOnce(_ ids: Range<Int>, into database: PostgresDatabase) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for id in ids {
                group.addTask {
                    try await database.write { db in _ = try db.run("INSERT INTO tick (id) VALUES (\(id))") }
                }
            }
            try await group.waitForAll()
        }
    }

    private func count(in database: PostgresDatabase) async throws -> Int {
        try await database.read { db in try db.run("SELECT count(*) FROM tick")[0].get(0) }
    }
}

/// A PostgreSQL that a test may stop and start as it likes.
private struct PostgresServer {
    let folder: String
    let address: String

    static func with(_ body: (PostgresServer) async throws -> Void) async throws {
        // Not in the folder of the tests: the server runs as somebody else when these run as root.
        let folder = "/tmp/karavaan-server-\(UUID().uuidString)"
        let address = try run(script, "start", folder).trimmingCharacters(in: .whitespacesAndNewlines)
        let server = PostgresServer(folder: folder, address: address)
        defer { try? server.control("remove") }
        try await body(server)
    }

    func control(_ verb: String) throws { try run(Self.script, verb, folder) }

    private static var script: String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "scripts/postgres").path
    }
}
