import App
import ArgumentParser
import Demo
import Foundation
import Kernel
import Programmes
import Storage

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show a programme in full swing, with companies and people that do not exist.",
        discussion: """
            Fills an empty database with the programme of the pack and serves it on this machine only. The same day and
            pack give the same story. A database that was filled before is served as it is.
            """
    )

    @Option(help: "A file for SQLite, or a postgres:// address.")
    var database = "demo.sqlite"
    @Option(help: "The port to listen on.")
    var port = 8080
    @Option(help: "The day to pretend that it is, as yyyy-MM-dd.")
    var today = Day(year: 2026, month: 3, day: 2) ?? Day(daysSinceEpoch: 0)
    @Option(help: "The folder of the pack.")
    var pack = "programmes/mkb-deal-metaal"
    @Option(help: "How many quarters lie between two publications of figures.")
    var figuresEvery = 3
    @Flag(help: "Fill the database and stop, without serving.")
    var fillOnly = false

    func run() async throws {
        let programme = try readPack()
        let database = try openDatabase(DatabaseLocation(database))
        try await database.migrate(migrations)
        try await fill(database, with: programme)
        guard !fillOnly else { return }
        let settings = try Settings(flags: [.host: "127.0.0.1", .port: "\(port)", .logLevel: "warning"])
        startLogging(settings, now: World.live.now)
        FileHandle.standardOutput.write(Data(signs(programme).utf8))
        try await serve(settings, on: database, world: .live(asIf: today))
    }

    private func readPack() throws -> Programme {
        switch PackReader.read(pack) {
        case .success(let programme): return programme
        case .failure(let failure):
            throw ValidationError("The pack has problems; `karavaan check \(pack)` shows them.\n\(failure)")
        }
    }

    private func fill(_ database: any SQLDatabase, with programme: Programme) async throws {
        let world = World.live(asIf: today)
        let programmes = Programmes(database: database, world: world)
        guard try await programmes.all().isEmpty else { return }
        let owner = Principal(
            account: nil,
            name: "demo",
            origin: "demo",
            grants: [programme.id: [Grant(role: .administrator)]]
        )
        try await programmes.publish(programme, as: owner)
        let demonstration = Demonstration(
            of: programme,
            today: today,
            quartersBetweenFigures: figuresEvery,
            in: database
        )
        try await demonstration.tell { part, share in Progress.show(part, share) }
        Progress.end()
    }

    private func signs(_ programme: Programme) -> String {
        let people = DemonstrationAccount.all(in: programme).map { person in
            "  \(person.email.padding(toLength: 28, withPad: " ", startingAt: 0)) \(person.grant.role.rawValue)"
        }
        return """

            Karavaan shows \(programme.name.en), as if today were \(today).

              http://localhost:\(port)/aanmelden

            Sign in as one of these, with the password \(DemonstrationAccount.password)
            \(people.joined(separator: "\n"))

            Stop with Ctrl-C.

            """
    }
}

extension Day: ExpressibleByArgument {
    /// Reads `yyyy-MM-dd`.
    public init?(argument: String) { self.init(argument) }
}
