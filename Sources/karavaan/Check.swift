import ArgumentParser
import Kernel
import Programmes

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a pack, without loading it.",
        discussion: """
            Shows everything that is wrong with a programme pack, with file, line, column and what to do about it. Ends \
            with status 1 when there is a fault, so that it can be a step in a pipeline. Nothing is changed, and no \
            database is needed.
            """
    )

    @Argument(help: "The folder of the pack.")
    var pack: String
    @Option(help: "In which language: nl or en.")
    var language = Language.english
    @Option(help: "The day on which it has to be valid, as yyyy-MM-dd; today when left out.")
    var today: Day?

    func run() throws {
        let check = PackCheck(folder: pack, today: today ?? World.live.today)
        for line in check.lines(in: language) { print(line) }
        if check.status != 0 { throw ExitCode(check.status) }
    }
}

extension Language: ExpressibleByArgument {}
