import App
import ArgumentParser
import Fieldwork
import Foundation
import Kernel
import Programmes
import Spreadsheet
import Web

struct ImportCompanies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "companies",
        abstract: "Bring companies in from a CSV file, all of it or nothing.",
        discussion: """
            Columns are recognised by their headers, in Dutch or English; separator and encoding are guessed. Every \
            wrong line is told with the reason, and nothing is kept while there is one, unless you leave them out. \
            The same file again changes nothing.
            """
    )

    @Argument(help: "The file to read.")
    var file: String
    @Option(help: "The code of the programme.")
    var programme: ProgrammeID
    @Flag(help: "Only tell what would happen.")
    var dryRun = false
    @Flag(help: "Leave out the lines that are wrong.")
    var skipWrong = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let place = try await CommandPlace(programme, data)
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw StartProblem("\(file) cannot be read.")
        }
        let imports = place.services.imports
        let id = World.live.id(of: CompanyImport.self)
        do {
            var item = try await imports.start(
                id,
                fileName: URL(filePath: file).lastPathComponent,
                bytes: Array(bytes),
                in: place.programme.id,
                as: place.principal
            )
            let choices = item.headers.indices.map { column in item.columns.first { $0.value == column }?.key }
            item = try await imports.choose(choices, of: id, in: place.programme.id, as: place.principal)
            while item.state == .checking {
                Progress.show("checking", Double(item.checkedCount) / Double(item.lineCount))
                item = try await imports.check(id, in: place.programme, as: place.principal)
            }
            Progress.end()
            try await tell(item, place)
            if !dryRun { try await apply(item, place) }
            try await imports.stop(id, in: place.programme.id, as: place.principal)
        } catch {
            try await imports.stop(id, in: place.programme.id, as: place.principal)
            guard let problem = error as? any Problem else { throw error }
            throw StartProblem("\(file): \(commandExplanation(of: problem))")
        }
    }

    private func tell(_ item: CompanyImport, _ place: CommandPlace) async throws {
        let wrong = try await place.services.imports.results(
            .wrong,
            of: item.id,
            in: place.programme.id,
            limit: DelimitedFile.recordLimit,
            as: place.principal
        )
        for result in wrong {
            for issue in result.issues { print("\(file):\(result.line): \(issue.explanation[.english])") }
        }
        let counts = item.counts
        print("\(counts.new) new, \(counts.changed) changed, \(counts.same) the same, \(counts.wrong) wrong.")
    }

    private func apply(_ item: CompanyImport, _ place: CommandPlace) async throws {
        guard item.counts.wrong == 0 || skipWrong else {
            print("Nothing was imported. Put the wrong lines right, or leave them out with --skip-wrong.")
            throw ExitCode.failure
        }
        guard item.counts.new + item.counts.changed > 0 else {
            print("There was nothing to import.")
            return
        }
        try await place.services.imports.apply(
            item.id,
            leavingOutWrong: skipWrong,
            in: place.programme.id,
            as: place.principal
        )
        print("Imported.")
    }
}
