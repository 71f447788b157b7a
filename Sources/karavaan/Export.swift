import App
import ArgumentParser
import Fieldwork
import Foundation
import Kernel
import Programmes
import Web

struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take data out, as a file.",
        subcommands: [ExportCompanies.self]
    )
}

struct ExportCompanies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "companies",
        abstract: "Write all companies as CSV, without contact persons.",
        discussion: "Opens right in a Dutch spreadsheet, and can be imported again."
    )

    @Option(help: "The code of the programme.")
    var programme: ProgrammeID
    @Option(help: "The file to write; otherwise it goes to the screen.")
    var output: String?
    @Option(help: "The language of the headers: nl or en.")
    var language = "nl"
    @OptionGroup var data: DataOptions

    func run() async throws {
        guard let language = Language(rawValue: language) else { throw ValidationError("The language is nl or en.") }
        let place = try await CommandPlace(programme, data)
        let companies = try await place.services.companies.export(.init(), in: place.programme, as: place.principal)
        let text = CompanyExport(programme: place.programme, language: language).text(companies)
        guard let output else {
            FileHandle.standardOutput.write(Data(text.utf8))
            return
        }
        try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
        print("\(output): \(companies.count) companies.")
    }
}
