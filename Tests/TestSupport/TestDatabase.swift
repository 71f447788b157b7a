import App
import Foundation
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

    package static var postgresConninfo: String? { ProcessInfo.processInfo.environment["KARAVAAN_TEST_POSTGRES"] }

    /// An empty database with the current schema, shared with no other test.
    package func make() async throws -> any SQLDatabase {
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
                preamble: ["SET search_path TO pg_temp"]
            )
        }
    }
}
