/// A short name that a programme pack gives to one of its parts (`GR01`, `mkb-deal-metaal`, `GM0484`), and that
/// remembers what it names.
///
/// Starts with a letter or digit, then letters, digits, `-`, `_` and `.`; at most 64 of them. So it can stand in an
/// address, a file name and an attribute without being escaped.
package struct Code<Subject>: Hashable, Comparable, Sendable, LosslessStringConvertible, Codable {
    package let description: String

    package init?(_ description: String) {
        guard Self.isValid(description) else { return nil }
        self.description = description
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard Self.isValid(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a code: \(text.prefix(80))")
        }
        description = text
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package static func < (left: Code, right: Code) -> Bool {
        left.description < right.description
    }

    private static func isValid(_ text: String) -> Bool {
        guard let first = text.utf8.first, isAlphanumeric(first), text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy {
            isAlphanumeric($0) || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ".")].contains($0)
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension Code: ExpressibleByStringLiteral, ExpressibleByUnicodeScalarLiteral,
    ExpressibleByExtendedGraphemeClusterLiteral
{
    /// For codes that are written in the source. A literal that is no code is a mistake of ours.
    package init(stringLiteral text: StaticString) {
        precondition(Self.isValid("\(text)"), "not a code: \(text)")
        description = "\(text)"
    }
}
