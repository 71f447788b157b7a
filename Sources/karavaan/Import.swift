import ArgumentParser

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a programme pack into use, or bring companies in.",
        discussion: """
            Examples:
              karavaan import programmes/mkb-deal-metaal
              karavaan import companies members.csv --programme mkb-deal-metaal --dry-run
            """,
        subcommands: [ImportPack.self, ImportCompanies.self],
        // So that what a programme starts with is one word shorter.
        defaultSubcommand: ImportPack.self
    )
}
