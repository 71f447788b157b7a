/// What is in a backup, as found by reading it back.
package struct BackupContents: Sendable, Equatable {
    /// How many rows each table holds.
    package let rows: [String: Int]
    /// The steps of the schema that it has.
    package let migrations: [String]

    package init(rows: [String: Int], migrations: [String]) {
        self.rows = rows
        self.migrations = migrations
    }

    package var total: Int { rows.values.reduce(0, +) }
}

/// Why a backup was not made or not put back. Says what to do, to who sits at the command line.
package enum BackupProblem: Error, Equatable, CustomStringConvertible {
    case noDatabase(path: String)
    case exists(path: String)
    case notEmpty
    case inUse(path: String)
    case damaged(path: String, details: String)
    case notOurs(path: String)
    case wrongKind(path: String, isFor: String)
    case toolMissing(String)
    case toolFailed(String, message: String)
    case diskFull(path: String)

    package var description: String {
        switch self {
        case .noDatabase(let path):
            "There is no database at \(path)."
        case .exists(let path):
            "\(path) is there already. Choose another name, or say --force to replace it."
        case .notEmpty:
            "The database is not empty. Use an empty one, or say --force to throw away what is in it."
        case .inUse(let path):
            "\(path) is in use. Stop Karavaan first, then try again."
        case .damaged(let path, let details):
            "\(path) is damaged and was not used: \(details)"
        case .notOurs(let path):
            "\(path) is not a backup of Karavaan."
        case .wrongKind(let path, let kind):
            "\(path) is a backup of a \(kind) database, and can only be put back into one."
        case .toolMissing(let tool):
            "\(tool) is not on PATH. Install PostgreSQL's client programs: apt install postgresql-client"
        case .toolFailed(let tool, let message):
            "\(tool) did not succeed: \(message)"
        case .diskFull(let path):
            "There is no room for \(path). Nothing was changed."
        }
    }
}
