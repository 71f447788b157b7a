package import Foundation
package import Kernel
package import Spreadsheet

/// A file with companies on its way in (*inlezing*). Kept in the database, so that it survives a reload, another
/// process and a restart; gone once it is done, or after a day.
package struct CompanyImport: Equatable, Sendable {
    package typealias ID = Kernel.ID<CompanyImport>

    package enum State: String, Sendable, CaseIterable {
        /// Its columns are to be matched.
        case uploaded
        /// Lines are being compared with what is there.
        case checking
        /// The preview is ready.
        case checked
        /// Done.
        case applied
    }

    package struct Counts: Equatable, Sendable {
        package var new = 0
        package var changed = 0
        package var same = 0
        package var wrong = 0
    }

    /// How long an upload is kept.
    package static let lifetime: TimeInterval = 24 * 3600
    /// How many lines are looked at in one step.
    static let step = 500

    package let id: ID
    package var state: State
    package let fileName: String
    package let encoding: TextEncoding
    package let delimiter: String
    package let headers: [String]
    package var columns: [ImportField: Int]
    package let lineCount: Int
    /// How many lines were looked at.
    package var checkedCount: Int
    package var counts: Counts
    package let createdBy: String
    package let createdAt: Date
    /// When the last step was made, to see whether it still goes on.
    package var workedAt: Date
    /// What the companies were when checking began: whether anything changed since.
    var mark: String
}

/// A choice of columns that cannot work.
package struct InvalidColumns: FormProblem, Equatable {
    package enum Issue: Hashable, Sendable {
        case nameNotChosen
        /// Neither postcode nor municipality nor place.
        case placeNotChosen
        case chosenTwice(ImportField)
    }

    package let issues: [Issue]

    package var code: String { "import.columns-invalid" }

    /// Takes what was chosen for every column, in order; `nil` is "leave out".
    package static func columns(_ choices: [ImportField?]) throws(InvalidColumns) -> [ImportField: Int] {
        var issues: [Issue] = []
        var columns: [ImportField: Int] = [:]
        for (column, field) in choices.enumerated() {
            guard let field else { continue }
            if columns[field] != nil, !issues.contains(.chosenTwice(field)) { issues.append(.chosenTwice(field)) }
            columns[field] = column
        }
        if columns[.name] == nil { issues.append(.nameNotChosen) }
        if [.postcode, .municipality, .city].allSatisfy({ columns[$0] == nil }) { issues.append(.placeNotChosen) }
        guard issues.isEmpty else { throw InvalidColumns(issues: issues) }
        return columns
    }
}

package enum CompanyImportProblem: Problem, Equatable {
    case notFound
    /// Not in this order: the columns are not matched yet, or it was done already.
    case notReady
    /// There are wrong lines and nobody said that they may be left out.
    case hasWrongLines
    case nothingToDo
    /// Companies were changed after the preview; it has been made again.
    case changedMeanwhile

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .notReady, .changedMeanwhile: .conflict
        case .hasWrongLines, .nothingToDo: .invalid
        }
    }

    package var code: String {
        switch self {
        case .notFound: "import.not-found"
        case .notReady: "import.not-ready"
        case .hasWrongLines: "import.has-wrong-lines"
        case .nothingToDo: "import.nothing-to-do"
        case .changedMeanwhile: "import.changed-meanwhile"
        }
    }
}
