import Foundation
import GRDB
import GRDBSQLite
import Storage

/// A connection inside one transaction.
///
/// Once a statement has failed the transaction is over, as it is on PostgreSQL, also for who looks away from the error.
final class SQLiteConnection: SQLConnection {
    private let database: Database
    private var failure: SQLError?

    init(database: Database) {
        self.database = database
    }

    func run(_ sql: Storage.SQL) throws -> [SQLRow] {
        if let failure { throw failure }
        do {
            return try execute(sql)
        } catch let error as DatabaseError {
            let error = SQLError(error, systemError: sqlite3_system_errno(database.sqliteConnection))
            failure = error
            throw error
        } catch let error as SQLError {
            failure = error
            throw error
        }
    }

    /// Runs `body`, and fails if any statement in it failed.
    func finish<Value>(_ body: (any SQLConnection) throws -> Value) throws -> Value {
        let value = try body(self)
        if let failure { throw failure }
        return value
    }

    private func execute(_ sql: Storage.SQL) throws -> [SQLRow] {
        let (text, values) = sql.rendered(for: .sqlite)
        for value in values { try value.checkIsStorable() }
        let statement = try database.cachedStatement(sql: text)
        let arguments = StatementArguments(values.map(\.databaseValue))
        guard statement.columnCount > 0 else {
            try statement.execute(arguments: arguments)
            return []
        }
        var rows: [SQLRow] = []
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try cursor.next() {
            rows.append(SQLRow(row.databaseValues.map { SQLValue($0) }))
        }
        return rows
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
    /// An error of SQLite as one of ours; any other as it is.
    static func from(_ error: any Error) -> any Error {
        (error as? DatabaseError).map { SQLError($0) } ?? error
    }

    /// - Parameters:
    ///   - error: what SQLite said.
    ///   - systemError: what the operating system said, which tells a full disk from a broken one.
    ///   - path: the file, when it could not be opened.
    init(_ error: DatabaseError, systemError: Int32 = 0, path: String? = nil) {
        let message = [path, error.message].compactMap(\.self).joined(separator: ": ")
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            self = .uniqueViolation
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            self = .foreignKeyViolation
        case .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_WRITE,
            .SQLITE_IOERR_TRUNCATE:
            // Some files SQLite has to make room for itself, and then it does not look what went wrong.
            let isFull = systemError == ENOSPC || systemError == EDQUOT
            self = isFull ? .diskFull : .other(code: "\(error.extendedResultCode.rawValue)", message: message)
        default:
            switch error.resultCode {
            case .SQLITE_FULL: self = .diskFull
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                self = .unavailable(message: "another program keeps the database busy: \(message)")
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM: self = .unavailable(message: message)
            default: self = .other(code: "\(error.extendedResultCode.rawValue)", message: message)
            }
        }
    }
}
