import Kernel
import Spreadsheet

/// Why a line of a file cannot be imported (*foute regel*), with the column that it is about.
package struct ImportIssue: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case nameMissing, placeMissing, tooLong, unreadable
        case kvkNumberInvalid, kvkNumberMissing, branchNumberInvalid, sbiCodeInvalid, postcodeInvalid
        /// The spreadsheet wrote a long number as `1,23E+07`: the digits are gone.
        case digitsLost
        case sectorUnknown, sizeUnknown, municipalityUnknown, memberUnknown
        case emailInvalid, phoneInvalid
        case unclosedQuote, cellTooLong, tooManyCells
        /// The same company as on an earlier line, `detail`, but with other data.
        case differsFromLine
        /// The number has several establishments here; which one is meant is not said.
        case severalBranches
        /// Several companies here have this name and postcode.
        case severalAlike
    }

    package let kind: Kind
    /// What it is about; `nil` for the whole line.
    package let field: ImportField?
    /// What was in the cell, shortened, or the line that it clashes with.
    package let detail: String

    init(_ kind: Kind, _ field: ImportField? = nil, _ detail: String = "") {
        self.kind = kind
        self.field = field
        self.detail = String(detail.prefix(60))
    }

    init(_ issue: InvalidCompany.Issue, of cells: ImportCells) {
        func about(_ kind: Kind, _ field: ImportField) -> ImportIssue { ImportIssue(kind, field, cells[field]) }
        self =
            switch issue {
            case .nameMissing: ImportIssue(.nameMissing, .name)
            case .placeMissing: ImportIssue(.placeMissing, .postcode)
            case .kvkNumberInvalid: about(.kvkNumberInvalid, .kvkNumber)
            case .kvkNumberMissing: about(.kvkNumberMissing, .kvkNumber)
            case .branchNumberInvalid: about(.branchNumberInvalid, .branchNumber)
            case .sbiCodeInvalid: about(.sbiCodeInvalid, .sbiCode)
            case .postcodeInvalid: about(.postcodeInvalid, .postcode)
            case .sectorUnknown: about(.sectorUnknown, .sector)
            case .sizeUnknown: about(.sizeUnknown, .size)
            case .municipalityUnknown: about(.municipalityUnknown, .municipality)
            case .memberUnknown: about(.memberUnknown, .isMember)
            case .tooLong(let field, _): about(.tooLong, ImportField(field))
            case .unreadable(let field): about(.unreadable, ImportField(field))
            case .numberTaken(_, let name): ImportIssue(.severalBranches, .kvkNumber, name)
            case .looksLike(_, let name): ImportIssue(.severalAlike, .name, name)
            }
    }
}

extension ImportField {
    package init(_ field: CompanyForm.Field) {
        self =
            switch field {
            case .name: .name
            case .kvkNumber: .kvkNumber
            case .branchNumber: .branchNumber
            case .sbiCode: .sbiCode
            case .sector: .sector
            case .size: .size
            case .street: .street
            case .postcode: .postcode
            case .city: .city
            case .municipality: .municipality
            case .isMember: .isMember
            case .source: .source
            }
    }
}

/// The cells of one line, by what they hold.
struct ImportCells: Sendable {
    private let values: [ImportField: String]

    init(_ cells: [String], columns: [ImportField: Int]) {
        values = columns.compactMapValues { column in
            guard cells.indices.contains(column) else { return nil }
            return CSVWriter.unwrapped(cells[column]).nonEmpty
        }
    }

    /// Empty where the file has nothing.
    subscript(field: ImportField) -> String { values[field] ?? "" }
}
