/// One step in the history of the schema, named by its day: `2026-11-23 companies`. Never changed once released, and
/// never expressed in types of the application, because those move on and the step must not.
package struct Migration: Sendable {
    package let name: String
    let statements: [SQL]

    package init(_ name: String, _ statements: SQL...) {
        self.name = name
        self.statements = statements
    }
}

package enum MigrationError: Error, Equatable {
    /// The database was brought up to date by a newer program, with steps that this one does not know.
    case databaseIsNewer(unknown: [String])
}

extension SQLDatabase {
    /// Brings the schema up to date, all steps or none; returns the names of the steps that were taken.
    ///
    /// - Throws: ``MigrationError``.
    @discardableResult
    package func migrate(_ migrations: [Migration]) async throws -> [String] {
        try await write { db in
            try db.run("CREATE TABLE IF NOT EXISTS schema_migration (name \(.text) NOT NULL PRIMARY KEY)")
            let taken = Set(try db.run("SELECT name FROM schema_migration").map { try $0.get(0, as: String.self) })
            let unknown = taken.subtracting(migrations.map(\.name))
            guard unknown.isEmpty else { throw MigrationError.databaseIsNewer(unknown: unknown.sorted()) }
            let missing = migrations.filter { !taken.contains($0.name) }
            for migration in missing {
                for statement in migration.statements { try db.run(statement) }
                try db.run("INSERT INTO schema_migration (name) VALUES (\(migration.name))")
            }
            return missing.map(\.name)
        }
    }
}
