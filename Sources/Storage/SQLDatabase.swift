/// A database, and the only two ways into it.
package protocol SQLDatabase: Sendable {
    /// What `body` sees is one moment: nothing that others write meanwhile shows up halfway.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value
    /// All of `body`, or nothing of it. When it returns, what was written survives a power cut. As if nobody else was
    /// writing (serializable); `body` may be run again when somebody else was, so it must have no other effect.
    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> Value) async throws -> Value
}

/// A connection inside a transaction. Not `Sendable`, so it cannot outlive the closure it was handed to.
///
/// When a statement fails the transaction is over: every further statement fails too, and nothing of it is kept. So use
/// `ON CONFLICT` rather than trying and seeing.
package protocol SQLConnection {
    @discardableResult
    func run(_ sql: SQL) throws -> [SQLRow]
}

extension SQLConnection {
    /// Whether the database does what it is asked.
    package func answers() throws -> Bool {
        try run("SELECT 1").count == 1
    }
}

/// The columns of one row, by their position in the `SELECT`, from 0.
package struct SQLRow: Sendable {
    package let values: [SQLValue]

    package init(_ values: [SQLValue]) {
        self.values = values
    }

    package func get<Value: SQLConvertible>(_ column: Int, as type: Value.Type = Value.self) throws(SQLError) -> Value {
        guard let value = Value(sqlValue: values[column]) else {
            throw .undecodable(column: column, type: "\(Value.self)")
        }
        return value
    }

    /// `nil` for a column that is NULL.
    package func find<Value: SQLConvertible>(
        _ column: Int,
        as type: Value.Type = Value.self
    ) throws(SQLError) -> Value? {
        values[column] == .null ? nil : try get(column)
    }
}

/// What a store may want to know about a failure, whichever database it came from.
package enum SQLError: Error, Equatable {
    case uniqueViolation
    case foreignKeyViolation
    /// Somebody else changed what this transaction relied on; trying again may well succeed.
    case conflict
    /// There is no room to write. Nothing was written; it works again once there is room.
    case diskFull
    /// The database cannot be reached. Nothing is known to be written.
    case unavailable(message: String)
    case undecodable(column: Int, type: String)
    /// Text with a NUL character in it, which PostgreSQL cannot hold. Refused on both.
    case unstorableText
    case other(code: String, message: String)
}
