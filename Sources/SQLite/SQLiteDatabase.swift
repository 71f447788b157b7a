import Foundation
import GRDB
package import Storage

#if canImport(Glibc)
import Glibc
#endif

/// The SQLite side of ``SQLDatabase``: one file, one writer at a time, readers that never wait for it.
package struct SQLiteDatabase: SQLDatabase {
    private let writer: any DatabaseWriter
    private let writes: GroupCommit

    private init(writer: any DatabaseWriter) {
        self.writer = writer
        writes = GroupCommit(writer: writer)
    }

    /// Opens the file, or makes it.
    ///
    /// - Throws: ``SQLError``.
    package static func file(_ path: String) throws -> SQLiteDatabase {
        var configuration = Configuration()
        // Another program, such as `karavaan import`, may be writing; waiting a while is better than giving up.
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = max(4, ProcessInfo.processInfo.activeProcessorCount * 2)
        configuration.prepareDatabase { database in
            // Sorting in memory, so that lists can still be read when the disk is full.
            try database.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
        }
        // It will hold what people tell in confidence. SQLite gives the files it keeps beside it the same rights.
        let descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.writeWithoutTransaction { database in
                // Not earlier: GRDB makes this NORMAL when it turns WAL on, and NORMAL may lose what was acknowledged
                // in a power cut. A peak in writing should not leave a large file behind for ever.
                try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864")
            }
            return SQLiteDatabase(writer: pool)
        } catch let error as DatabaseError {
            throw SQLError(error, path: path)
        }
    }

    /// In memory, for tests.
    package static func inMemory() throws -> SQLiteDatabase {
        SQLiteDatabase(writer: try DatabaseQueue())
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        do {
            return try await writer.read { try body(SQLiteConnection(database: $0)) }
        } catch let error as DatabaseError {
            throw SQLError(error)
        }
    }

    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await writes.perform(body)
    }
}
