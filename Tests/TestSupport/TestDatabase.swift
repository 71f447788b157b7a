import App
package import Foundation
import Postgres
import SQLite
package import Storage

/// The databases the platform promises to run on. Tests that touch SQL take this as their argument and so prove both.
package enum TestDatabase: String, CaseIterable, Sendable, CustomStringConvertible {
    case sqlite, postgres

    /// PostgreSQL takes part where `KARAVAAN_TEST_POSTGRES` says how to reach it, which `make test` does.
    package static var available: [TestDatabase] {
        postgresConninfo == nil ? [.sqlite] : allCases
    }

    package var description: String { rawValue }

    /// Hundreds of tests share two cores: whoever waits for a connection here waits for the machine, and is not told that
    /// the database is busy.
    static let patience: Duration = .seconds(300)

    package static var postgresConninfo: String? { ProcessInfo.processInfo.environment["KARAVAAN_TEST_POSTGRES"] }

    /// An empty database with the current schema, shared with no other test.
    package func make() async throws -> any SQLDatabase {
        switch self {
        case .sqlite: try await migrated()
        case .postgres: try await LentDatabase.take { try await migrated() }
        }
    }

    private func migrated() async throws -> any SQLDatabase {
        let database = try empty()
        try await database.migrate(migrations)
        return database
    }

    /// A database without any table.
    package func empty() throws -> any SQLDatabase {
        switch self {
        case .sqlite: try SQLiteDatabase.inMemory()
        case .postgres:
            PostgresDatabase(
                conninfo: Self.postgresConninfo!,
                limit: 1,
                patience: Self.patience,
                preamble: ["SET search_path TO pg_temp"]
            )
        }
    }
}

extension TestDatabase {
    /// A database without any table that several connections, and programs, may use at once; gone afterwards.
    package func withShared<Value: Sendable>(
        isolation: isolated (any Actor)? = #isolation,
        _ body: (any SQLDatabase, SharedLocation) async throws -> Value
    ) async throws -> Value {
        switch self {
        case .sqlite:
            return try await withTemporaryFolder { folder in
                let path = folder.appending(path: "shared.sqlite").path
                return try await body(try SQLiteDatabase.file(path), .file(path))
            }
        case .postgres:
            let schema = "test_\(UUID().uuidString.lowercased().filter(\.isHexDigit))"
            let database = SharedLocation.schema(schema).open()
            try await database.write { db in
                try db.run("SELECT set_config('karavaan.schema', \(schema), false)")
                try db.run("DO $$ BEGIN EXECUTE format('CREATE SCHEMA %I', current_setting('karavaan.schema')); END $$")
            }
            let result: Result<Value, any Error>
            do { result = .success(try await body(database, .schema(schema))) } catch { result = .failure(error) }
            try await database.write { db in
                try db.run("SELECT set_config('karavaan.schema', \(schema), false)")
                try db.run(
                    """
                    DO $$ BEGIN EXECUTE format('DROP SCHEMA %I CASCADE', current_setting('karavaan.schema')); END $$
                    """
                )
            }
            return try result.get()
        }
    }
}

/// Where another connection, or another process, finds the same shared database.
package enum SharedLocation: Sendable, Codable {
    case file(String)
    case schema(String)

    package func open() -> any SQLDatabase {
        switch self {
        case .file(let path):
            do { return try SQLiteDatabase.file(path) } catch { preconditionFailure("\(path): \(error)") }
        case .schema(let name):
            return PostgresDatabase(
                conninfo: TestDatabase.postgresConninfo ?? "",
                patience: TestDatabase.patience,
                preamble: ["SELECT set_config('search_path', \(name), false)"]
            )
        }
    }
}

package func withTemporaryFolder<Value>(
    isolation: isolated (any Actor)? = #isolation,
    _ body: (URL) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "karavaan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
