/// Writes CSV that a Dutch spreadsheet opens as it is, and that can be read in again without loss: `;`, CRLF, a byte
/// order mark, and no cell that a spreadsheet would take for a formula.
package enum CSVWriter {
    /// A whole file, with the headings as its first line.
    package static func file(_ lines: some Sequence<[String]>) -> String {
        lines.reduce(into: "\u{FEFF}") { $0 += line($1) }
    }

    package static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ";") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        let safe = neutralised(text)
        guard safe.utf8.contains(where: { special.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    private static let special: Set<UInt8> = Set(";,\"\r\n\t".utf8)

    /// An apostrophe before what would otherwise be a formula; ``restored(_:)`` takes it away.
    package static func neutralised(_ text: String) -> String {
        startsDangerously(text) || (text.hasPrefix("'") && startsDangerously(String(text.drop { $0 == "'" })))
            ? "'" + text : text
    }

    package static func restored(_ text: String) -> String {
        text.hasPrefix("'") && startsDangerously(String(text.drop { $0 == "'" })) ? String(text.dropFirst()) : text
    }

    /// Undoes what spreadsheets and this writer put around a value: `="00123"` and `'=…`.
    package static func unwrapped(_ text: String) -> String {
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.count >= 3 { return String(text.dropFirst(2).dropLast()) }
        return restored(text)
    }

    private static func startsDangerously(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return "=+-@\t\r\n|%".unicodeScalars.contains(first) || "＝＋－＠".unicodeScalars.contains(first)
    }
}
