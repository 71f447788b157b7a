/// One step in the history of the schema, named by its day: `2026-11-23 companies`. Never changed once released, and
/// never expressed in types of the application, because those move on and the step must not.
package struct Migration: Sendable {
    package let name: String
    let statements: [SQL]

    package init(_ name: String, _ statements: SQL...) {
        self.name = name
        self.statements = statements
    }

    /// Changes when the step does, so that a step that was edited after it was taken is noticed (FNV-1a, 64 bits).
    package var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for statement in statements {
            for byte in statement.rendered(for: .sqlite).text.utf8 where !" \n".utf8.contains(byte) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        return String(hash, radix: 16)
    }
}

package enum MigrationError: Error, Equatable {
    /// The database was brought up to date by a newer program, with steps that this one does not know.
    case databaseIsNewer(unknown: [String])
    /// Steps that this database has taken read differently now. They were edited, which must never be done.
    case edited([String])
}

extension MigrationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .databaseIsNewer(let unknown):
            """
            This database was last used by a newer version of Karavaan (it has \(unknown.joined(separator: ", "))). \
            Start that version, or restore a backup from before the upgrade. Nothing was changed.
            """
        case .edited(let names):
            """
            This database was made by another build of Karavaan: \(names.joined(separator: ", ")) is not what it was \
            then. Use that build, or restore a backup into a new database. Nothing was changed.
            """
        }
    }
}

extension SQLDatabase {
    /// Brings the schema up to date, all steps or none; returns the names of the steps that were taken. Two programs may
    /// do so at once: one of them waits.
    ///
    /// - Throws: ``MigrationError``.
    @discardableResult
    package func migrate(_ migrations: [Migration]) async throws -> [String] {
        try await makeMigrationTables()
        return try await write { db in
            // Whoever comes second waits here, and then sees what the first has done.
            try db.run("UPDATE schema_lock SET taken = taken + 1")
            let taken = Dictionary(
                uniqueKeysWithValues: try db.run("SELECT name, checksum FROM schema_migration").map {
                    (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
                }
            )
            let unknown = Set(taken.keys).subtracting(migrations.map(\.name))
            guard unknown.isEmpty else { throw MigrationError.databaseIsNewer(unknown: unknown.sorted()) }
            let edited = migrations.filter { taken[$0.name] ?? $0.checksum != $0.checksum }
            guard edited.isEmpty else { throw MigrationError.edited(edited.map(\.name)) }
            let missing = migrations.filter { taken[$0.name] == nil }
            for migration in missing {
                for statement in migration.statements { try db.run(statement) }
                try db.run(
                    """
                    INSERT INTO schema_migration (name, checksum)
                    VALUES (\(migration.name), \(migration.checksum))
                    """
                )
            }
            return missing.map(\.name)
        }
    }

    /// The steps that this database has not taken yet, without taking them.
    ///
    /// - Throws: ``MigrationError``.
    package func missing(of migrations: [Migration]) async throws -> [String] {
        try await makeMigrationTables()
        let taken = try await read { db in
            try db.run("SELECT name FROM schema_migration").map { try $0.get(0, as: String.self) }
        }
        let unknown = Set(taken).subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw MigrationError.databaseIsNewer(unknown: unknown.sorted()) }
        return migrations.map(\.name).filter { !taken.contains($0) }
    }

    private func makeMigrationTables() async throws {
        // Two programs that make the same table at once get in each other's way on PostgreSQL; then look again.
        for attempt in 1... {
            do {
                return try await write { db in
                    try db.run(
                        """
                        CREATE TABLE IF NOT EXISTS schema_migration (
                            name \(.text) NOT NULL PRIMARY KEY, checksum \(.text) NOT NULL
                        ) \(.strict)
                        """
                    )
                    try db.run(
                        """
                        CREATE TABLE IF NOT EXISTS schema_lock (
                            id \(.integer) NOT NULL PRIMARY KEY CHECK (id = 1), taken \(.integer) NOT NULL
                        ) \(.strict)
                        """
                    )
                    try db.run("INSERT INTO schema_lock (id, taken) VALUES (1, 0) ON CONFLICT DO NOTHING")
                }
            } catch SQLError.uniqueViolation where attempt < 10 {
                try await Task.sleep(for: .milliseconds(20 * attempt))
            }
        }
    }
}
