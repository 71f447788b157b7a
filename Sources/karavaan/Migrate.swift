import App
import ArgumentParser
import Storage

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the database up to date with this program.",
        discussion: """
            All steps or none. Serving does this too; a command of its own is for who wants to know first. Make a backup \
            before: there is no way back.
            """
    )

    @OptionGroup var data: DataOptions

    func run() async throws {
        let location = try data.read().database
        let taken = try await migrateDatabase(location)
        print(taken.isEmpty ? "The database was up to date already." : taken.joined(separator: "\n"))
    }
}
