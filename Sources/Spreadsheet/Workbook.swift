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
        let writer = try WorkbookWriter(
            title: title,
            author: author,
            isLong: sheets.contains { $0.rows.count > 5000 }
        )
        for sheet in sheets {
            try writer.begin(sheet: sheet.name, headings: sheet.headings)
            for row in sheet.rows { writer.write(row) }
        }
        return try writer.finish()
    }
}

/// The file could not be written, with the number that the library gives it.
package enum WorkbookProblem: Error, Equatable {
    case notWritten(Int)
}
