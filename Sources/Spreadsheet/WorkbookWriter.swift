import CLibXLSXWriter
import Foundation
import Kernel

/// Writes a workbook one row after another; rows of a long one go to a file at once, so that they take no memory. Text is
/// written as text: what begins with `=` is no formula.
package final class WorkbookWriter {
    private let folder: URL
    private let file: URL
    private var book: UnsafeMutablePointer<lxw_workbook>?
    private let formats: Formats
    private var page: UnsafeMutablePointer<lxw_worksheet>?
    private var sheetCount = 0
    private var rowCount: lxw_row_t = 0
    /// How many characters wide each column is.
    private var widths: [Int] = []

    /// - Throws: ``WorkbookProblem``.
    package init(title: String, author: String, isLong: Bool) throws {
        // A folder of its own, which nobody else can read.
        var template = Array(
            FileManager.default.temporaryDirectory.appending(path: "karavaan-XXXXXX").path(percentEncoded: false)
                .utf8CString
        )
        guard mkdtemp(&template) != nil else { throw WorkbookProblem.notWritten(0) }
        folder = URL(filePath: String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
        file = folder.appending(path: "book.xlsx")
        var options = lxw_workbook_options()
        options.constant_memory = isLong ? 1 : 0
        guard let book = workbook_new_opt(file.path(percentEncoded: false), &options) else {
            try? FileManager.default.removeItem(at: folder)
            throw WorkbookProblem.notWritten(0)
        }
        self.book = book
        formats = Formats(book)
        setProperties(of: book, title, author)
    }

    deinit {
        if let book { _ = workbook_close(book) }
        try? FileManager.default.removeItem(at: folder)
    }

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>, _ title: String, _ author: String) {
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

    /// Rows that are written after it are of this sheet.
    ///
    /// - Throws: ``WorkbookProblem``.
    package func begin(sheet name: String, headings: [String]) throws {
        setWidths()
        sheetCount += 1
        guard let page = workbook_add_worksheet(book, Workbook.tabName(name, number: sheetCount)) else {
            throw WorkbookProblem.notWritten(0)
        }
        self.page = page
        worksheet_freeze_panes(page, 1, 1)
        for (column, heading) in headings.enumerated() {
            _ = worksheet_write_string(page, 0, lxw_col_t(column), heading, formats.heading)
        }
        widths = headings.map(\.count)
        rowCount = 1
    }

    package func write(_ row: [Workbook.Cell]) {
        for (column, cell) in row.enumerated() {
            if widths.indices.contains(column) { widths[column] = max(widths[column], cell.width) }
            write(cell, at: lxw_col_t(column))
        }
        rowCount += 1
    }

    private func write(_ cell: Workbook.Cell, at column: lxw_col_t) {
        switch cell {
        case .empty: break
        case .text(let text):
            let fitting = text.utf8.count > Self.textLimit ? String(text.prefix(Self.textLimit)) : text
            _ = worksheet_write_string(page, rowCount, column, fitting, nil)
        case .number(let value): _ = worksheet_write_number(page, rowCount, column, value, nil)
        case .percent(let value): _ = worksheet_write_number(page, rowCount, column, value, formats.percent)
        // A double has room for cents up to ninety trillion euros.
        case .money(let amount):
            _ = worksheet_write_number(page, rowCount, column, Double(amount.count) / 100, formats.money)
        // Spreadsheets count days from the second last of December 1899.
        case .day(let day):
            let serial = Double(day.daysSinceEpoch + 25_569)
            _ = worksheet_write_number(page, rowCount, column, serial, formats.day)
        }
    }

    /// How many characters a cell holds.
    private static let textLimit = 32_767

    private func setWidths() {
        guard let page else { return }
        for (column, width) in widths.enumerated() {
            let width = Double(min(width + 2, 80))
            _ = worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil)
        }
    }

    /// The whole file. Nothing can be written after it.
    ///
    /// - Throws: ``WorkbookProblem``.
    package func finish() throws -> [UInt8] {
        setWidths()
        page = nil
        let error = workbook_close(book)
        book = nil
        guard error == LXW_NO_ERROR else { throw WorkbookProblem.notWritten(Int(error.rawValue)) }
        return [UInt8](try Data(contentsOf: file))
    }
}

extension Workbook {
    static func tabName(_ name: String, number: Int) -> String {
        let allowed = name.map { "[]:*?/\\'".contains($0) ? " " : String($0) }.joined()
        let cut = String(allowed.prefix(28)).trimmingWhitespace()
        return cut.isEmpty ? "\(number)" : cut
    }
}

extension String {
    /// How many characters its longest line has, or a little more.
    fileprivate var longestLine: Int {
        var (longest, length) = (0, 0)
        for byte in utf8 where byte & 0b1100_0000 != 0b1000_0000 {
            length = byte == UInt8(ascii: "\n") ? 0 : length + 1
            longest = max(longest, length)
        }
        return longest
    }
}

extension Workbook.Cell {
    fileprivate var width: Int {
        switch self {
        case .text(let text): text.longestLine
        case .number, .percent: 8
        case .money: 12
        case .day: 10
        case .empty: 0
        }
    }
}
