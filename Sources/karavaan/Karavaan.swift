import App
import ArgumentParser
import Kernel
import Web

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
            Restore.self, Draw.self, Assign.self, Protect.self, Attack.self, Bounce.self,
        ]
    )

    /// As `ArgumentParser` does it, but what goes wrong is said in words.
    static func main() async {
        do {
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let problem as any Problem {
            exit(withError: StartProblem(explanation(of: problem, in: .english)))
        } catch {
            exit(withError: error)
        }
    }
}
