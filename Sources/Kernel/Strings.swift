import Foundation

extension String {
    package func trimmingWhitespace() -> String {
        // Most text has nothing around it.
        guard let first = utf8.first, let last = utf8.last else { return self }
        let plain: ClosedRange<UInt8> = 0x21...0x7E
        return plain.contains(first) && plain.contains(last) ? self : trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// With the ends of lines as the database has them; a form sends them as `\r\n`.
    package var withPlainLineEnds: String {
        utf8.contains(UInt8(ascii: "\r")) ? replacing("\r\n", with: "\n") : self
    }

    /// `nil` when nothing but white space is left.
    package var nonEmpty: String? {
        let trimmed = trimmingWhitespace()
        return trimmed.isEmpty ? nil : trimmed
    }

    /// One line of text without control characters; `nil` when nothing is left.
    package var cleanedLine: String? {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return nonEmpty }
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return nonEmpty }
        let words = unicodeScalars.split { $0.properties.generalCategory == .control }
        return words.map { String($0) }.joined(separator: " ").nonEmpty
    }

    /// What to compare when people search: lower case, without accents.
    package var folded: String {
        // Most text is plain, and folding that is a long way round.
        utf8.allSatisfy { $0 < 0x80 } ? lowercased() : foldedByTable
    }

    private var foldedByTable: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }

    /// Only the digits 0 to 9, and at least one.
    package var isASCIIDigits: Bool {
        !isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
