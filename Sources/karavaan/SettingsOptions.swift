import App
import ArgumentParser
import Kernel
import Logging
import Storage
import Web

/// Where the data is: what every command that touches it takes.
struct DataOptions: ParsableArguments {
    @Option(help: "A file for SQLite, or a postgres:// address. Default: karavaan.sqlite in the data folder.")
    var database: String?
    @Option(help: "The folder for data. Default: data.")
    var data: String?
    @Option(help: "A file with settings, one a line, such as KARAVAAN_PORT=8080.")
    var settings: String?

    fileprivate var flags: [SettingName: String] {
        [.database: database, .data: data].compactMapValues(\.self)
    }

    /// The settings, with `flags` before the environment and the file.
    func read(_ flags: [SettingName: String?] = [:]) throws -> Settings {
        try Settings(flags: self.flags.merging(flags.compactMapValues(\.self)) { $1 }, file: settings)
    }

    /// The database, up to date.
    func open() async throws -> any SQLDatabase {
        try await prepareDatabase(read().database)
    }

    /// Everything that can be done, for who has this machine.
    func services() async throws -> Services {
        makeServices(database: try await open(), world: .live)
    }
}

extension Principal {
    /// Whoever has the command line may do everything in these programmes.
    static func commandLine(in programmes: [ProgrammeID]) -> Principal {
        Principal(
            account: nil,
            name: "karavaan",
            origin: "cli",
            grants: Dictionary(programmes.map { ($0, [Grant(role: .administrator)]) }) { first, _ in first }
        )
    }
}

extension ProgrammeID: ExpressibleByArgument {
    /// Reads the code of a programme.
    public init?(argument: String) {
        self.init(argument)
    }
}
