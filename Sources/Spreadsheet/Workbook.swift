import CLibXLSXWriter
import Foundation
package import Kernel

/// A file for a spreadsheet program (XLSX): sheets with a row of headings and rows of values below it.
package struct Workbook: Sendable {
    package struct Sheet: Sendable {
        /// What the tab says. A spreadsheet allows 31 characters, and not all of them; the rest is cut off or replaced.
        package let name: String
        package let headings: [String]
        package let rows: [[Cell]]

        package init(name: String, headings: [String], rows: [[Cell]]) {
            self.name = name
            self.headings = headings
            self.rows = rows
        }
    }

    package enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double)
        case percent(Double)
        case day(Day)
        case money(Cents)
        case empty

        package static func count(_ value: Int) -> Cell { .number(Double(value)) }
        package static func number(_ value: Double?) -> Cell { value.map { .number($0) } ?? .empty }
    }

    package let title: String
    package let author: String
    package let sheets: [Sheet]

    package init(title: String, author: String, sheets: [Sheet]) {
        self.title = title
        self.author = author
        self.sheets = sheets
    }

    /// The whole file. Text is written as text: what begins with `=` is no formula.
    ///
    /// - Throws: ``WorkbookProblem``.
    package func bytes() throws -> [UInt8] {
        // A folder of its own, which nobody else can read.
        var template = Array(
            FileManager.default.temporaryDirectory.appending(path: "karavaan-XXXXXX").path(percentEncoded: false)
                .utf8CString
        )
        guard mkdtemp(&template) != nil else { throw WorkbookProblem.notWritten(0) }
        let folder = URL(filePath: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "book.xlsx")
        // Row by row to the file when there are many, instead of all of it in memory first.
        var options = lxw_workbook_options()
        options.constant_memory = sheets.contains { $0.rows.count > 5000 } ? 1 : 0
        guard let book = workbook_new_opt(file.path(percentEncoded: false), &options) else {
            throw WorkbookProblem.notWritten(0)
        }
        setProperties(of: book)
        let formats = Formats(book)
        for (index, sheet) in sheets.enumerated() {
            let name = Self.tabName(sheet.name, number: index + 1)
            guard let page = workbook_add_worksheet(book, name) else { continue }
            write(sheet, on: page, formats)
        }
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else { throw WorkbookProblem.notWritten(Int(error.rawValue)) }
        return [UInt8](try Data(contentsOf: file))
    }

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
        // The library copies them.
        let (title, author) = (strdup(title), strdup(author))
        defer {
            free(title)
            free(author)
        }
        var properties = lxw_doc_properties()
        properties.title = title
        properties.author = author
        _ = workbook_set_properties(book, &properties)
    }

    private struct Formats {
        let heading, day, percent, money: UnsafeMutablePointer<lxw_format>?

        init(_ book: UnsafeMutablePointer<lxw_workbook>) {
            heading = workbook_add_format(book)
            day = workbook_add_format(book)
            percent = workbook_add_format(book)
            money = workbook_add_format(book)
            format_set_bold(heading)
            format_set_num_format(day, "yyyy-mm-dd")
            format_set_num_format(percent, "0 %")
            format_set_num_format(money, "#,##0.00")
        }
    }

    private func write(_ sheet: Sheet, on page: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
        for (column, heading) in sheet.headings.enumerated() {
            _ = worksheet_write_string(page, 0, lxw_col_t(column), heading, formats.heading)
            let longest = sheet.rows.map { $0.indices.contains(column) ? $0[column].width : 0 }.max() ?? 0
            let width = Double(min(max(heading.count, longest) + 2, 80))
            _ = worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
        worksheet_freeze_panes(page, 1, 1)
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                write(cell, on: page, lxw_row_t(index + 1), lxw_col_t(column), formats)
            }
        }
    }

    private func write(
        _ cell: Cell,
        on page: UnsafeMutablePointer<lxw_worksheet>,
        _ row: lxw_row_t,
        _ column: lxw_col_t,
        _ formats: Formats
    ) {
        switch cell {
        case .empty: break
        case .text(let text): _ = worksheet_write_string(page, row, column, String(text.prefix(32_767)), nil)
        case .number(let value): _ = worksheet_write_number(page, row, column, value, nil)
        case .percent(let value): _ = worksheet_write_number(page, row, column, value, formats.percent)
        // A double has room for cents up to ninety trillion euros.
        case .money(let amount):
            _ = worksheet_write_number(page, row, column, Double(amount.count) / 100, formats.money)
        // Spreadsheets count days from the second last of December 1899.
        case .day(let day):
            let serial = Double(day.daysSinceEpoch + 25_569)
            _ = worksheet_write_number(page, row, column, serial, formats.day)
        }
    }

    static func tabName(_ name: String, number: Int) -> String {
        let allowed = name.map { "[]:*?/\\'".contains($0) ? " " : String($0) }.joined()
        let cut = String(allowed.prefix(28)).trimmingWhitespace()
        return cut.isEmpty ? "\(number)" : cut
    }
}

extension Workbook.Cell {
    fileprivate var width: Int {
        switch self {
        case .text(let text): text.split(separator: "\n").map(\.count).max() ?? 0
        case .number, .percent: 8
        case .money: 12
        case .day: 10
        case .empty: 0
        }
    }
}

/// The file could not be written, with the number that the library gives it.
package enum WorkbookProblem: Error, Equatable {
    case notWritten(Int)
}
