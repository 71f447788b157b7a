import ArgumentParser

@main
struct Karavaan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "karavaan",
        abstract: "Runs a regional circular-economy programme, from the first visit to the final report.",
        subcommands: [
            DemoCommand.self, Serve.self, Migrate.self, Backup.self, Restore.self,
        ]
    )
}
