/// One record of a CSV file: a line, or several when a cell has line breaks in it.
package struct CSVRecord: Equatable, Sendable {
    package enum Flaw: String, Sendable, Codable {
        /// A quotation mark that opens a cell and is never closed; read as a plain character.
        case unclosedQuote
        /// A cell that is larger than any field can be; only its beginning was kept.
        case cellTooLong
        /// More cells than can belong to one company; only the first were kept.
        case tooManyCells
    }

    /// Of its first line, in the file, from 1.
    package let line: Int
    package let cells: [String]
    package let flaw: Flaw?

    package init(line: Int, cells: [String], flaw: Flaw? = nil) {
        self.line = line
        self.cells = cells
        self.flaw = flaw
    }

    var isBlank: Bool { cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

/// Reads CSV as RFC 4180 describes it and as people really have it: any line ending, cells with line breaks, quotation
/// marks where they do not belong. Takes every file; what is wrong is told per record.
package struct CSVReader {
    package static let cellLimit = 10_000
    package static let columnLimit = 250
    /// After so many quotation marks that never close, they are read as plain characters throughout.
    private static let recoveryLimit = 20

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0
    private var line: Int
    private var recoveries = 0

    /// `line` is the number of the first line of `text`.
    package init(_ text: String, delimiter: UInt8, line: Int = 1) {
        bytes = Array(text.utf8)
        self.delimiter = delimiter
        self.line = line
    }

    /// All records that are not blank.
    package static func records(of text: String, delimiter: UInt8, line: Int = 1, limit: Int = .max) -> [CSVRecord] {
        var reader = CSVReader(text, delimiter: delimiter, line: line)
        var records: [CSVRecord] = []
        while records.count < limit, let record = reader.next() {
            if !record.isBlank { records.append(record) }
        }
        return records
    }

    package mutating func next() -> CSVRecord? {
        guard index < bytes.count else { return nil }
        let start = (index: index, line: line)
        if let record = record(honouringQuotes: recoveries < Self.recoveryLimit) { return record }
        recoveries += 1
        (index, line) = start
        return record(honouringQuotes: false, flaw: .unclosedQuote)
    }

    /// `nil` when the text ends inside quotation marks.
    private mutating func record(honouringQuotes: Bool, flaw: CSVRecord.Flaw? = nil) -> CSVRecord? {
        let firstLine = line
        var cells: [String] = []
        var cell: [UInt8] = []
        var flaw = flaw
        var isQuoted = false
        var isAtStart = true

        func endCell() {
            if cell.count > Self.cellLimit {
                flaw = .cellTooLong
                cell.removeLast(cell.count - 100)
            }
            if cells.count < Self.columnLimit {
                cells.append(String(decoding: cell, as: UTF8.self))
            } else if !cell.isEmpty {
                flaw = .tooManyCells
            }
            cell.removeAll(keepingCapacity: true)
            isAtStart = true
        }

        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                switch byte {
                case .quote where index < bytes.count && bytes[index] == .quote:
                    index += 1
                    cell.append(byte)
                case .quote: isQuoted = false
                case .lineFeed, .carriageReturn:
                    skipLineFeed(after: byte)
                    line += 1
                    cell.append(.lineFeed)
                default: cell.append(byte)
                }
                continue
            }
            switch byte {
            case delimiter: endCell()
            case .lineFeed, .carriageReturn:
                skipLineFeed(after: byte)
                line += 1
                endCell()
                return CSVRecord(line: firstLine, cells: cells, flaw: flaw)
            case .quote where isAtStart && honouringQuotes:
                isQuoted = true
                isAtStart = false
            default:
                cell.append(byte)
                isAtStart = false
            }
        }
        if isQuoted { return nil }
        endCell()
        return CSVRecord(line: firstLine, cells: cells, flaw: flaw)
    }

    private mutating func skipLineFeed(after byte: UInt8) {
        if byte == .carriageReturn, index < bytes.count, bytes[index] == .lineFeed { index += 1 }
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
