import GRDB
package import Storage

/// The SQLite side of ``SQLDatabase``. The only file in the package that knows GRDB.
package struct SQLiteDatabase: SQLDatabase {
    private let writer: any DatabaseWriter

    /// Opens the file, or makes it.
    package static func file(_ path: String) throws -> SQLiteDatabase {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            // WAL alone only promises consistency; FULL promises that what was acknowledged survives a power cut.
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
        }
        return SQLiteDatabase(writer: try DatabasePool(path: path, configuration: configuration))
    }

    package static func inMemory() throws -> SQLiteDatabase {
        SQLiteDatabase(writer: try DatabaseQueue())
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await writer.read { try body(SQLiteConnection(database: $0)) }
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await writer.write { try body(SQLiteConnection(database: $0)) }
    }
}

private struct SQLiteConnection: SQLConnection {
    let database: Database

    func run(_ sql: Storage.SQL) throws -> [SQLRow] {
        let (text, values) = sql.rendered(for: .sqlite)
        do {
            let statement = try database.cachedStatement(sql: text)
            let arguments = StatementArguments(values.map(\.databaseValue))
            guard statement.columnCount > 0 else {
                try statement.execute(arguments: arguments)
                return []
            }
            return try Row.fetchAll(statement, arguments: arguments).map { row in
                SQLRow(row.databaseValues.map { SQLValue($0) })
            }
        } catch let error as DatabaseError {
            throw SQLError(error)
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .text(String(decoding: data, as: UTF8.self))
        }
    }
}

extension SQLError {
    fileprivate init(_ error: DatabaseError) {
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: self = .uniqueViolation
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKeyViolation
        default:
            switch error.resultCode {
            case .SQLITE_FULL: self = .diskFull
            case .SQLITE_BUSY: self = .conflict
            case .SQLITE_CANTOPEN: self = .unavailable(message: error.message ?? "")
            default: self = .other(code: "\(error.extendedResultCode.rawValue)", message: error.message ?? "")
            }
        }
    }
}
