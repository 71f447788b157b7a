/// A statement whose values can only be bound, never spliced into the text.
///
/// ```swift
/// try db.run("SELECT name FROM municipality WHERE id = \(id)")
/// ```
///
/// There is no way to turn a `String` into statement text at run time, so there is no way to inject one.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    private var pieces: [Piece]

    fileprivate enum Piece: Sendable {
        case text(String)
        case value(SQLValue)
        case columnType(ColumnType)
    }

    package init(stringLiteral text: StaticString) {
        pieces = [.text("\(text)")]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ text: StaticString) {
            pieces.append(.text("\(text)"))
        }

        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            pieces.append(.value(value.sqlValue))
        }

        package mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            pieces.append(.value(value?.sqlValue ?? .null))
        }

        package mutating func appendInterpolation(_ type: ColumnType) {
            pieces.append(.columnType(type))
        }

        package mutating func appendInterpolation(_ part: SQL) {
            pieces.append(contentsOf: part.pieces)
        }
    }

    /// The parts one after another, such as rows after `VALUES` or conditions with `AND` between them.
    package static func joined(_ parts: [SQL], by separator: StaticString) -> SQL {
        var result: SQL = ""
        for (index, part) in parts.enumerated() {
            if index > 0 { result.pieces.append(.text("\(separator)")) }
            result.pieces.append(contentsOf: part.pieces)
        }
        return result
    }

    /// `(?, ?, ?)`, for `IN`. An empty list is `(NULL)`, in which nothing is.
    package static func list(_ values: some Sequence<some SQLConvertible>) -> SQL {
        let parts = values.map { "\($0)" as SQL }
        return parts.isEmpty ? "(NULL)" : "(\(joined(parts, by: ", ")))"
    }

    /// The statement as one database understands it.
    package func rendered(for dialect: Dialect) -> (text: String, values: [SQLValue]) {
        var text = ""
        var values: [SQLValue] = []
        for piece in pieces {
            switch piece {
            case .text(let part):
                text += part
            case .columnType(let type):
                text += type.name(in: dialect)
            case .value(let value):
                values.append(value)
                text += dialect == .postgres ? "$\(values.count)" : "?"
            }
        }
        return (text, values)
    }
}
