package import Foundation

package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
}

extension SQLValue {
    /// - Throws: ``SQLError/unstorableText``.
    package func checkIsStorable() throws(SQLError) {
        guard case .text(let text) = self, text.utf8.contains(0) else { return }
        throw .unstorableText
    }
}

/// A type that can be stored in one column.
package protocol SQLConvertible: Sendable {
    var sqlValue: SQLValue { get }
    init?(sqlValue: SQLValue)
}

extension String: SQLConvertible {
    package var sqlValue: SQLValue { .text(self) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension Int: SQLConvertible {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self = Int(number)
    }
}

extension Double: SQLConvertible {
    package var sqlValue: SQLValue { .real(self) }
    package init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        case .null, .text: return nil
        }
    }
}

extension Bool: SQLConvertible {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self = number != 0
    }
}

/// A moment, to the millisecond, in UTC.
extension Date: SQLConvertible {
    package var sqlValue: SQLValue { .text(formatted(Self.columnStyle)) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        // PostgreSQL writes `2026-03-02 09:15:00.5+00`, with as few decimals as it can.
        let isWritten = text.utf8.last == UInt8(ascii: "Z")
        guard isWritten || text.hasSuffix("+00") else { return nil }
        let written = isWritten ? text : "\(text.prefix(10))T\(text.dropFirst(11).dropLast(3))Z"
        let style = written.utf8.contains(UInt8(ascii: ".")) ? Self.columnStyle : Self.wholeSeconds
        guard let date = try? style.parse(written) else { return nil }
        self = date
    }

    private static let columnStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    private static let wholeSeconds = Date.ISO8601FormatStyle()
}

/// Types that are already written as text: identifiers, codes, days, quarters.
extension SQLConvertible where Self: LosslessStringConvertible {
    package var sqlValue: SQLValue { .text(description) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

/// Enumerations that are stored as the word they are written with.
extension SQLConvertible where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(rawValue: text)
    }
}
