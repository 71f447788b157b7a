package import Kernel

/// A CSV file that somebody sent, taken apart (*aangeleverd bestand*).
package struct DelimitedFile: Equatable, Sendable {
    package static let byteLimit = 10 * 1024 * 1024
    package static let recordLimit = 50_000

    package let encoding: TextEncoding
    package let delimiter: UInt8
    package let headers: [String]
    package let records: [CSVRecord]

    /// `recognised` tells how many of some cells are headers that are expected; it finds the line with the headers, and
    /// what is between the cells.
    package init(_ bytes: [UInt8], recognised: ([String]) -> Int) throws(ImportFileProblem) {
        guard bytes.count <= Self.byteLimit else { throw .tooLarge }
        guard !Self.isSpreadsheet(bytes) else { throw .spreadsheet }
        let decoded = DecodedText(bytes)
        encoding = decoded.encoding
        var text = decoded.text
        var firstLine = 1
        var announced: UInt8?
        if let line = Self.announcement(in: text) {
            announced = line.delimiter
            text.removeSubrange(..<line.end)
            firstLine = 2
        }
        let delimiter = announced ?? Self.guessDelimiter(text, recognised)
        self.delimiter = delimiter
        let all = CSVReader.records(of: text, delimiter: delimiter, line: firstLine, limit: Self.recordLimit + 12)
        guard let header = Self.headerIndex(all, recognised) else { throw .empty }
        // Spreadsheets leave empty columns at the end.
        var names = all[header].cells.map { $0.trimmingWhitespace() }
        while names.last?.isEmpty == true { names.removeLast() }
        headers = names.map { String($0.prefix(100)).cleanedLine ?? "" }
        records = Array(all[(header + 1)...])
        guard !records.isEmpty, !headers.isEmpty else { throw .empty }
        guard records.count <= Self.recordLimit else { throw .tooManyLines }
    }

    /// XLSX, XLS or PDF: often sent, never CSV.
    private static func isSpreadsheet(_ bytes: [UInt8]) -> Bool {
        [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], [0x25, 0x50, 0x44, 0x46]].contains {
            bytes.starts(with: $0)
        }
    }

    /// `sep=;`, which Excel understands on the first line.
    private static func announcement(in text: String) -> (delimiter: UInt8, end: String.Index)? {
        let first = text.prefix { !$0.isNewline }
        guard first.lowercased().hasPrefix("sep="), first.utf8.count == 5, let delimiter = first.utf8.last else {
            return nil
        }
        let end = first.endIndex < text.endIndex ? text.index(after: first.endIndex) : first.endIndex
        return (delimiter, end)
    }

    /// The one that makes headers that we know, and else columns that are equally many on every line.
    private static func guessDelimiter(_ text: String, _ recognised: ([String]) -> Int) -> UInt8 {
        let sample = String(text.prefix(60_000))
        func score(_ delimiter: UInt8) -> (Int, Double, Int) {
            let records = CSVReader.records(of: sample, delimiter: delimiter, limit: 50)
            guard let header = headerIndex(records, recognised) else { return (0, 0, 0) }
            let known = recognised(records[header].cells)
            var counts: [Int: Int] = [:]
            for record in records[header...] where record.cells.count > 1 {
                counts[record.cells.count, default: 0] += 1
            }
            let (width, lines) = counts.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? (0, 0)
            let share = Double(lines) / Double(max(records.count - header, 1))
            return (known > 1 ? known : 0, share > 0.6 ? share : 0, width)
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        let best = candidates.map { ($0, score($0)) }.max { $0.1 < $1.1 }
        guard let best, best.1.0 > 0 || best.1.1 > 0 else { return UInt8(ascii: ";") }
        return best.0
    }

    /// The line with the most headers that we know; people put titles above it.
    private static func headerIndex(_ records: [CSVRecord], _ recognised: ([String]) -> Int) -> Int? {
        let known = records.prefix(10).map { recognised($0.cells) }
        guard let best = known.max() else { return nil }
        return best < 2 ? 0 : known.firstIndex(of: best)
    }
}

package enum ImportFileProblem: Problem, Equatable {
    case empty, tooLarge, tooManyLines, spreadsheet

    package var kind: ProblemKind { .invalid }

    package var code: String {
        switch self {
        case .empty: "import.empty"
        case .tooLarge: "import.too-large"
        case .tooManyLines: "import.too-many-lines"
        case .spreadsheet: "import.spreadsheet"
        }
    }
}
