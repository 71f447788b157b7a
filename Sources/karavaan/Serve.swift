import App
import ArgumentParser
import Hummingbird
import Kernel
import Logging
import Printing
import Storage
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the site.")

    @Option(help: "A file for SQLite, or a postgres:// address.")
    var database = "karavaan.sqlite"
    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(help: "The port to listen on.")
    var port = 8080

    func run() async throws {
        let database = try openDatabase(DatabaseLocation(database))
        try await database.migrate(migrations)
        try await serve(on: database, world: .live, host: host, port: port)
    }
}

/// Serves until it is told to stop; requests that are running are finished first.
func serve(on database: any SQLDatabase, world: World, host: String, port: Int) async throws {
    let services = makeServices(database: database, world: world)
    let router = makeRouter(
        services: services,
        identification: makeIdentification(services),
        site: SiteSettings(publicAddress: "http://localhost:\(port)"),
        world: world
    )
    let application = Application(
        router: router,
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        logger: Logger(label: "karavaan")
    )
    try await application.runService()
    await services.printer.stop()
}
