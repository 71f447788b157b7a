import Foundation
import Postgres
import SQLite
package import Storage

/// Makes a backup while people work. Read back before it gets its name.
///
/// - Returns: what is in it, where that could be counted without a database to put it in.
/// - Throws: ``BackupProblem``.
@discardableResult
package func backUp(_ location: DatabaseLocation, to file: String, overwrite: Bool) async throws -> BackupContents? {
    switch location {
    case .sqlite(let path):
        return try SQLiteBackup.make(of: path, at: file, overwrite: overwrite)
    case .postgres(let conninfo):
        try await PostgresBackup.make(of: conninfo, at: file, overwrite: overwrite)
        return nil
    }
}

/// Puts a backup back, all or nothing, and brings its schema up to date.
///
/// - Returns: where the database that was replaced is kept, if it was a file.
/// - Throws: ``BackupProblem``, ``MigrationError``.
@discardableResult
package func restore(_ file: String, into location: DatabaseLocation, force: Bool) async throws -> String? {
    switch location {
    case .sqlite(let path):
        let contents = try SQLiteBackup.check(file)
        let unknown = Set(contents.migrations).subtracting(migrations.map(\.name))
        guard unknown.isEmpty else { throw MigrationError.databaseIsNewer(unknown: unknown.sorted()) }
        let kept = try SQLiteBackup.restore(file, to: path, force: force).kept
        try await openDatabase(location).migrate(migrations)
        return kept
    case .postgres(let conninfo):
        try await PostgresBackup.restore(file, to: conninfo, force: force)
        try await openDatabase(location).migrate(migrations)
        return nil
    }
}
