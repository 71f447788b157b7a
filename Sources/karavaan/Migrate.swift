import App
import ArgumentParser
import Storage

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bring the database up to date with this program.")

    @Option(help: "A file for SQLite, or a postgres:// address.")
    var database = "karavaan.sqlite"

    func run() async throws {
        let taken = try await openDatabase(DatabaseLocation(database)).migrate(migrations)
        print(taken.isEmpty ? "The database was up to date already." : taken.joined(separator: "\n"))
    }
}
