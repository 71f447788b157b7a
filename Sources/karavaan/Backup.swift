import App
import ArgumentParser
import Storage

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a backup while people work.",
        discussion: """
            The copy is the database as it is at one moment, and gets its name only after it has been read back in full. \
            It holds everything, people's data included, so only you can read the file; keep it somewhere else.

            SQLite gives an ordinary SQLite file. PostgreSQL gives a file in the custom format of pg_dump, which has to \
            be installed.
            """
    )

    @Argument(help: "The file to write.")
    var file: String
    @OptionGroup var data: DataOptions
    @Flag(help: "Replace the file if it is there already.")
    var force = false

    func run() async throws {
        let contents = try await backUp(data.read().database, to: file, overwrite: force)
        if let contents {
            print("\(file): \(contents.total) rows in \(contents.rows.count) tables, read back and found whole.")
        } else {
            print("\(file): read back and found whole.")
        }
    }
}
