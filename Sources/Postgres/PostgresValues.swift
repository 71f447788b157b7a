import CLibPQ
import Storage

extension SQLValue {
    /// As text, which PostgreSQL reads as whatever type is asked for.
    var wireText: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        }
    }

    init(_ result: OpaquePointer?, row: Int32, column: Int32) throws(SQLError) {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
            self = .null
            return
        }
        let length = Int(PQgetlength(result, row, column))
        let text = String(
            decoding: UnsafeRawBufferPointer(start: UnsafeRawPointer(start), count: length),
            as: UTF8.self
        )
        // The numbers of PostgreSQL's own types, which never change: bool, int8, int2, int4, float4, float8, numeric.
        switch PQftype(result, column) {
        case 16:
            self = .integer(text == "t" ? 1 : 0)
        case 20, 21, 23:
            guard let number = Int64(text) else { throw .undecodable(column: Int(column), type: "Int64") }
            self = .integer(number)
        case 700, 701, 1700:
            guard let number = Double(text) else { throw .undecodable(column: Int(column), type: "Double") }
            self = .real(number)
        default:
            self = .text(text)
        }
    }
}

extension SQLError {
    init(_ result: OpaquePointer?) {
        let field = { (code: Character) in
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
        }
        switch field("C") {
        // A row that is there already, or a table or type that another program made a moment ago.
        case "23505", "42710", "42P07": self = .uniqueViolation
        case "23503": self = .foreignKeyViolation
        // Serialization failure, deadlock, and a lock that was not given in time.
        case "40001", "40P01", "55P03": self = .conflict
        case "53100": self = .diskFull
        case "": self = .unavailable(message: "the connection was lost")
        // Connection lost, too many connections, server stopping or starting.
        case let code where code.hasPrefix("08") || code.hasPrefix("57P") || code.hasPrefix("533"):
            self = .unavailable(message: field("M"))
        case let code: self = .other(code: code, message: field("M"))
        }
    }

    /// PostgreSQL's code, where this type has no name for it.
    var state: String {
        if case .other(let code, _) = self { code } else { "" }
    }
}
