import CLibPQ
import Foundation
import Storage
import Subprocess

#if canImport(Glibc)
import Glibc
#endif

/// Backups of a PostgreSQL database, by PostgreSQL's own programs: a file in the custom format of pg_dump.
package enum PostgresBackup {
    /// - Throws: ``BackupProblem``.
    package static func make(of conninfo: String, at destination: String, overwrite: Bool) async throws {
        guard overwrite || !FileManager.default.fileExists(atPath: destination) else {
            throw BackupProblem.exists(path: destination)
        }
        let partial = destination + ".partial"
        try? FileManager.default.removeItem(atPath: partial)
        do {
            // Made first, with its rights, because it holds what people told in confidence.
            guard
                FileManager.default.createFile(
                    atPath: partial,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw BackupProblem.toolFailed("Making \(partial)", message: "is the folder there, and yours?") }
            try await tool(
                "pg_dump",
                "--format=custom",
                "--no-owner",
                "--no-privileges",
                "--file=\(partial)",
                on: conninfo
            )
            try await check(partial)
            guard rename(partial, destination) == 0 else {
                throw BackupProblem.toolFailed("Naming \(destination)", message: String(cString: strerror(errno)))
            }
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    /// All of it, or nothing of it.
    ///
    /// - Throws: ``BackupProblem``.
    package static func restore(_ backup: String, to conninfo: String, force: Bool) async throws {
        try await check(backup)
        let isEmpty = try await PostgresDatabase(conninfo: conninfo, limit: 1).read { db in
            try db.run("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").isEmpty
        }
        guard isEmpty || force else { throw BackupProblem.notEmpty }
        // Private from the start, and with a name that nobody can foresee.
        var template = Array(FileManager.default.temporaryDirectory.appending(path: "karavaan-XXXXXX").path.utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw BackupProblem.diskFull(path: "a temporary file") }
        close(descriptor)
        let script = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        defer { try? FileManager.default.removeItem(atPath: script) }
        try await tool("pg_restore", "--no-owner", "--no-privileges", "--file=\(script)", backup, on: nil)
        // What is there goes in the same transaction in which the backup comes.
        try await tool(
            "psql",
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            "--command=SET client_min_messages = warning",
            "--command=DROP SCHEMA public CASCADE",
            "--command=CREATE SCHEMA public",
            "--file=\(script)",
            on: conninfo
        )
    }

    /// - Throws: ``BackupProblem``.
    package static func check(_ path: String) async throws {
        guard FileManager.default.fileExists(atPath: path) else { throw BackupProblem.noDatabase(path: path) }
        let header = FileHandle(forReadingAtPath: path).flatMap { try? $0.read(upToCount: 16) } ?? Data()
        if header == Data("SQLite format 3\0".utf8) { throw BackupProblem.wrongKind(path: path, isFor: "SQLite") }
        guard header.starts(with: Data("PGDMP".utf8)) else { throw BackupProblem.notOurs(path: path) }
        let contents: String
        do {
            contents = try await tool("pg_restore", "--list", path, on: nil)
            // Listing reads the beginning only; this reads it all.
            try await tool("pg_restore", "--file=/dev/null", path, on: nil)
        } catch BackupProblem.toolFailed(_, let message) {
            throw BackupProblem.damaged(path: path, details: message)
        }
        guard contents.contains("schema_migration") else { throw BackupProblem.notOurs(path: path) }
    }

    @discardableResult
    private static func tool(_ name: String, _ arguments: String..., on conninfo: String?) async throws -> String {
        do {
            let result = try await Subprocess.run(
                .name(name),
                arguments: Arguments(arguments),
                environment: .inherit.updating(try conninfo.map(environment) ?? [:]),
                output: .string(limit: 4 << 20),
                error: .string(limit: 64 << 10)
            )
            guard case .exited(0) = result.terminationStatus else {
                let message = result.standardError.trimmingCharacters(in: .whitespacesAndNewlines)
                throw BackupProblem.toolFailed(name, message: message)
            }
            return result.standardOutput
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw BackupProblem.toolMissing(name)
        }
    }

    /// The address as PostgreSQL's programs take it from their environment. On their command line everybody on the
    /// machine could read the password.
    private static func environment(_ conninfo: String) throws -> [Environment.Key: String?] {
        guard let options = PQconninfoParse(conninfo, nil) else {
            throw BackupProblem.toolFailed("Reading the address of the database", message: "it is not a valid address")
        }
        defer { PQconninfoFree(options) }
        var result: [Environment.Key: String?] = [:]
        var option = options
        while option.pointee.keyword != nil {
            if let name = option.pointee.envvar, let value = option.pointee.val {
                result[Environment.Key(stringLiteral: String(cString: name))] = String(cString: value)
            }
            option += 1
        }
        return result
    }
}
