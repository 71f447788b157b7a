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
    @Option(
        help: "The folder of a pack with an action plan, shown as well; groene-hart beside the other when left out."
    )
    var planPack: String?
    @Option(help: "How many quarters lie between two publications of figures.")
    var figuresEvery = 3
    @Flag(help: "Fill the database and stop, without serving.")
    var fillOnly = false

    func run() async throws {
        let programme = try Self.read(pack)
        let plan = try planFolder.map(Self.read)
        let database = try openDatabase(DatabaseLocation(database))
        try await database.migrate(migrations)
        let isNew = try await fill(database, with: programme, beside: plan)
        guard !fillOnly else { return }
        let settings = try Settings(flags: [.host: "127.0.0.1", .port: "\(port)", .logLevel: "warning"])
        startLogging(settings, now: World.live.now)
        FileHandle.standardOutput.write(Data(signs(programme, plan, isNew: isNew).utf8))
        try await serve(settings, on: database, world: .live(asIf: today))
    }

    /// `nil` where none was named and none is found.
    private var planFolder: String? {
        if let planPack { return planPack }
        let beside = URL(filePath: pack).standardizedFileURL.deletingLastPathComponent().appending(path: "groene-hart")
        return FileManager.default.fileExists(atPath: beside.path) ? beside.path : nil
    }

    private static func read(_ pack: String) throws -> Programme {
        switch PackReader.read(pack) {
        case .success(let programme): return programme
        case .failure(let failure):
            throw ValidationError("The pack has problems; `karavaan check \(pack)` shows them.\n\(failure)")
        }
    }

    /// `false` when it had been filled before.
    private func fill(
        _ database: any SQLDatabase,
        with programme: Programme,
        beside plan: Programme?
    ) async throws -> Bool {
        let world = World.live(asIf: today)
        let programmes = Programmes(database: database, world: world)
        guard try await programmes.all().isEmpty else { return false }
        let all = [programme] + [plan].compactMap(\.self)
        let owner = Principal(
            account: nil,
            name: "demo",
            origin: "demo",
            grants: Dictionary(uniqueKeysWithValues: all.map { ($0.id, [Grant(role: .administrator)]) })
        )
        try await programmes.publish(programme, as: owner)
        let demonstration = Demonstration(
            of: programme,
            today: today,
            quartersBetweenFigures: figuresEvery,
            in: database
        )
        try await demonstration.tell { part, share in Progress.show(part, share) }
        if let plan {
            Progress.show("action plan", 0)
            try await PlanDemonstration(of: plan, today: today, in: database).tell(as: owner)
        }
        Progress.end()
        return true
    }

    private func signs(_ programme: Programme, _ plan: Programme?, isNew: Bool) -> String {
        let kept =
            "\n  This database was filled before, and is shown as it is. Remove \(database) to begin the story anew.\n"
        let people = Self.lines(DemonstrationAccount.all(in: programme))
        let carriers = plan.flatMap { plan in
            plan.actionPlan.map {
                "\n\n  and in \(plan.name.en):\n\n" + Self.lines(DemonstrationAccount.all(carrying: $0))
            }
        }
        return """

            Karavaan shows \(programme.name.en)\(plan.map { " and \($0.name.en)" } ?? ""), as if today were \(today).
            \(isNew ? "" : kept)

              http://localhost:\(port)/aanmelden

            Sign in as one of these, with the password \(DemonstrationAccount.password)
            \(people)\(carriers ?? "")

            Stop with Ctrl-C.

            """
    }
}

extension DemoCommand {
    fileprivate static func lines(_ people: [DemonstrationAccount]) -> String {
        people.map { person in
            "  \(person.email.padding(toLength: 28, withPad: " ", startingAt: 0)) \(person.grant.role.rawValue)"
        }.joined(separator: "\n")
    }
}

extension Day: ExpressibleByArgument {
    /// Reads `yyyy-MM-dd`.
    public init?(argument: String) { self.init(argument) }
}
