import Foundation
import GRDB
package import Storage

#if canImport(Glibc)
import Glibc
#endif

/// Backups of a SQLite database: an ordinary SQLite file, complete in itself, which any program that reads SQLite opens.
package enum SQLiteBackup {
    /// Copies the database as it is at one moment, while others go on working in it. The copy gets its name only once it
    /// is whole, on disk and has been read back.
    ///
    /// - Throws: ``BackupProblem``.
    package static func make(of path: String, at destination: String, overwrite: Bool) throws -> BackupContents {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { throw BackupProblem.noDatabase(path: path) }
        guard overwrite || !files.fileExists(atPath: destination) else { throw BackupProblem.exists(path: destination) }
        let partial = destination + ".partial"
        return try explained(destination) {
            try makePrivateFile(partial)
            do {
                try copy(path, to: partial)
                let contents = try check(partial)
                try settle(partial, as: destination)
                return contents
            } catch {
                discard(partial)
                throw error
            }
        }
    }

    /// Puts a backup in the place of a database that nobody is using. What was there is kept beside it.
    ///
    /// - Returns: what was put back, and where the old database is now.
    /// - Throws: ``BackupProblem``.
    package static func restore(
        _ backup: String,
        to path: String,
        force: Bool
    ) throws -> (contents: BackupContents, kept: String?) {
        let files = FileManager.default
        _ = try check(backup)
        let isReplacing = files.fileExists(atPath: path)
        guard force || !isReplacing else { throw BackupProblem.exists(path: path) }
        if isReplacing { try requireUnused(path) }
        let partial = path + ".partial"
        return try explained(path) {
            try makePrivateFile(partial)
            let contents: BackupContents
            do {
                try copy(backup, to: partial)
                contents = try check(partial)
            } catch {
                discard(partial)
                throw error
            }
            var kept: String?
            if isReplacing {
                let name = "\(path).before-restore"
                discard(name)
                // A second name first, so that there is a database at every moment.
                try files.linkItem(atPath: path, toPath: name)
                kept = name
            }
            discard(path + "-wal", path + "-shm")
            try settle(partial, as: path)
            return (contents, kept)
        }
    }

    /// Reads all of it.
    ///
    /// - Throws: ``BackupProblem``.
    package static func check(_ path: String) throws -> BackupContents {
        guard FileManager.default.fileExists(atPath: path) else { throw BackupProblem.noDatabase(path: path) }
        let header = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 16) } ?? Data()
        if header.starts(with: Data("PGDMP".utf8)) { throw BackupProblem.wrongKind(path: path, isFor: "PostgreSQL") }
        guard header == Data("SQLite format 3\0".utf8) else { throw BackupProblem.notOurs(path: path) }
        do {
            return try DatabaseQueue(path: path, configuration: readOnly).read { database in
                let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(5)")
                guard problems == ["ok"] else {
                    throw BackupProblem.damaged(path: path, details: problems.joined(separator: "; "))
                }
                guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
                    throw BackupProblem.damaged(path: path, details: "it refers to rows that are not in it")
                }
                guard try database.tableExists("schema_migration") else { throw BackupProblem.notOurs(path: path) }
                let tables = try String.fetchAll(
                    database,
                    sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                )
                let counts = try tables.map { table in
                    let rows = "SELECT count(*) FROM \(table.quotedDatabaseIdentifier)"
                    return (table, try Int.fetchOne(database, sql: rows) ?? 0)
                }
                return BackupContents(
                    rows: Dictionary(uniqueKeysWithValues: counts),
                    migrations: try String.fetchAll(database, sql: "SELECT name FROM schema_migration ORDER BY name")
                )
            }
        } catch let error as DatabaseError {
            throw BackupProblem.damaged(path: path, details: error.message ?? "it cannot be read")
        }
    }

    private static var readOnly: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return configuration
    }

    private static func copy(_ source: String, to destination: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        // Not read-only: after a crash SQLite has to tidy up before it can read.
        let from = try DatabaseQueue(path: source, configuration: configuration)
        let to = try DatabaseQueue(path: destination, configuration: configuration)
        // In one step, so under one lock: a moment, which in WAL keeps nobody from writing.
        try from.backup(to: to)
        // One file, without a journal beside it.
        try to.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try to.close()
        try from.close()
    }

    /// It holds what people told in confidence, so nobody else on the machine may read it.
    private static func makePrivateFile(_ path: String) throws {
        discard(path)
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw BackupProblem.toolFailed("Making \(path)", message: String(cString: strerror(errno)))
        }
        close(descriptor)
    }

    /// On disk, and only then under its own name.
    private static func settle(_ partial: String, as path: String) throws {
        try synchronize(partial)
        guard rename(partial, path) == 0 else {
            throw BackupProblem.toolFailed("Naming \(path)", message: String(cString: strerror(errno)))
        }
        try synchronize(URL(filePath: path).deletingLastPathComponent().path)
    }

    private static func synchronize(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw BackupProblem.diskFull(path: path) }
    }

    private static func discard(_ paths: String...) {
        for path in paths { try? FileManager.default.removeItem(atPath: path) }
    }

    /// - Throws: ``BackupProblem/inUse(path:)`` when any program has the database open.
    private static func requireUnused(_ path: String) throws {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
                // Everything into the one file, which is what is kept.
                try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            try queue.close()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY || error.resultCode == .SQLITE_LOCKED
        {
            throw BackupProblem.inUse(path: path)
        } catch is DatabaseError {
            // Damaged: all the more reason to put a backup in its place.
        }
    }

    private static func explained<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError where SQLError(error) == .diskFull {
            throw BackupProblem.diskFull(path: path)
        } catch let error as DatabaseError {
            throw BackupProblem.toolFailed("Copying to \(path)", message: error.message ?? "\(error.resultCode)")
        }
    }
}
