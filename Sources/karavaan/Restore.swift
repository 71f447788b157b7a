import App
import ArgumentParser

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup back.",
        discussion: """
            Checks the backup first, and then puts back all of it or nothing. A database that is in use, or that has \
            something in it, is left alone unless you say --force; the SQLite file that was replaced stays beside the \
            new one, with .before-restore after its name. A backup of an older version is brought up to date.
            """
    )

    @Argument(help: "The backup.")
    var file: String
    @OptionGroup var data: DataOptions
    @Flag(help: "Replace what is in the database.")
    var force = false

    func run() async throws {
        let kept = try await restore(file, into: data.read().database, force: force)
        print("\(file) has been put back.")
        if let kept { print("What was there before is in \(kept)") }
    }
}
