import App
import ArgumentParser
import Foundation
import Spreadsheet

/// A CSV file that a command reads as a whole: headers, and lines with a cell for each of them.
struct CommandTable {
    let headers: [String]
    let rows: [[String]]

    init(_ file: String) throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw StartProblem("\(file) cannot be read.")
        }
        guard var text = String(data: bytes, encoding: .utf8) else { throw StartProblem("\(file) is not in UTF-8.") }
        if text.first == "\u{FEFF}" { text.removeFirst() }
        let first = text.prefix { !$0.isNewline }
        let semicolons = first.count { $0 == ";" }
        let delimiter = semicolons > first.count { $0 == "," } ? UInt8(ascii: ";") : UInt8(ascii: ",")
        let records = CSVReader.records(of: text, delimiter: delimiter)
        guard let head = records.first else { throw StartProblem("\(file) is empty.") }
        headers = head.cells
        rows = try records.dropFirst().map { record in
            guard record.cells.count == head.cells.count else {
                throw StartProblem(
                    "\(file), line \(record.line): \(record.cells.count) cells where \(head.cells.count) are expected."
                )
            }
            return record.cells
        }
    }

    func column(_ name: String) throws -> Int {
        guard let index = headers.firstIndex(of: name) else {
            throw ValidationError("There is no column \(name). There are: \(headers.joined(separator: ", ")).")
        }
        return index
    }

    /// As CSV, with quotation marks where they are needed.
    static func line(_ cells: [String]) -> String {
        cells.map { cell in
            cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
                ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }.joined(separator: ",")
    }
}
