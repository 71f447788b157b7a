import CLibPQ
import Dispatch
import Storage

/// One libpq connection and the queue it is used on.
///
/// `@unchecked Sendable`: `handle` is touched on `queue` only.
final class PostgresSession: @unchecked Sendable {
    private let handle: OpaquePointer
    private let queue = DispatchQueue(label: "postgres")

    private init(handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQfinish(handle) }

    static func open(_ conninfo: String, preamble: [SQL]) async throws -> PostgresSession {
        guard let handle = PQconnectdb(conninfo) else { throw SQLError.unavailable(message: "no memory") }
        let session = PostgresSession(handle: handle)
        guard session.isUsable else {
            throw SQLError.unavailable(message: String(cString: PQerrorMessage(handle)))
        }
        try await session.perform { connection in
            try connection.run("SET TIME ZONE 'UTC'")
            for statement in preamble { try connection.run(statement) }
        }
        return session
    }

    var isUsable: Bool { PQstatus(handle) == CONNECTION_OK }

    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try body(PostgresConnection(handle: self.handle)) })
            }
        }
    }
}

private struct PostgresConnection: SQLConnection {
    let handle: OpaquePointer

    func run(_ sql: SQL) throws -> [SQLRow] {
        let (text, values) = sql.rendered(for: .postgres)
        let parameters = values.map { $0.wireText.map { strdup($0)! } }
        defer { for parameter in parameters { free(parameter) } }
        let pointers = parameters.map { $0.map { UnsafePointer($0) } }

        let result = PQexecParams(handle, text, Int32(pointers.count), nil, pointers, nil, nil, 0)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK:
            return []
        case PGRES_TUPLES_OK:
            return (0..<PQntuples(result)).map { row in
                SQLRow((0..<PQnfields(result)).map { SQLValue(result, row: row, column: $0) })
            }
        default:
            throw SQLError(result)
        }
    }
}

extension SQLValue {
    fileprivate var wireText: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        }
    }

    fileprivate init(_ result: OpaquePointer?, row: Int32, column: Int32) {
        guard PQgetisnull(result, row, column) == 0 else {
            self = .null
            return
        }
        let text = String(cString: PQgetvalue(result, row, column))
        switch PQftype(result, column) {
        case 16: self = .integer(text == "t" ? 1 : 0)
        case 20, 21, 23: self = .integer(Int64(text)!)
        case 700, 701, 1700: self = .real(Double(text)!)
        default: self = .text(text)
        }
    }
}

extension SQLError {
    fileprivate init(_ result: OpaquePointer?) {
        let field = { (code: Int32) in PQresultErrorField(result, code).map { String(cString: $0) } ?? "" }
        switch field(Int32(UInt8(ascii: "C"))) {
        case "23505": self = .uniqueViolation
        case "23503": self = .foreignKeyViolation
        case "40001", "40P01": self = .conflict
        case "53100": self = .diskFull
        case "": self = .unavailable(message: "the connection was lost")
        case let code where code.hasPrefix("08") || code.hasPrefix("57P"):
            self = .unavailable(message: field(Int32(UInt8(ascii: "M"))))
        case let code: self = .other(code: code, message: field(Int32(UInt8(ascii: "M"))))
        }
    }
}

#if canImport(Glibc)
import Glibc
#endif
