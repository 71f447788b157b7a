import ArgumentParser

@main
struct Karavaan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "karavaan",
        abstract: "Runs a regional circular-economy programme, from the first visit to the final report.",
        discussion: """
            A first start:
              karavaan import programmes/mkb-deal-metaal
              karavaan user add --programme mkb-deal-metaal --role administrator --email ada@example.org --name "Ada"
              karavaan serve

            Settings come from options, else from the environment (KARAVAAN_PORT=8080), else from a file \
            (--settings karavaan.env).
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, DemoCommand.self, Check.self, Import.self, Export.self, User.self, Migrate.self, Backup.self,
            Restore.self,
        ]
    )
}
