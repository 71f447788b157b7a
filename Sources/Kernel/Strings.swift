import Foundation

extension String {
    package func trimmingWhitespace() -> String {
        trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// With the ends of lines as the database has them; a form sends them as `\r\n`.
    package var withPlainLineEnds: String { replacing("\r\n", with: "\n") }

    /// `nil` when nothing but white space is left.
    package var nonEmpty: String? {
        let trimmed = trimmingWhitespace()
        return trimmed.isEmpty ? nil : trimmed
    }

    /// One line of text without control characters; `nil` when nothing is left.
    package var cleanedLine: String? {
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
