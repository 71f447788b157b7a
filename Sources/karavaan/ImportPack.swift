import App
import ArgumentParser
import Foundation
import Kernel
import Programmes
import Web

struct ImportPack: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Take a programme pack into use.",
        discussion: """
            Everything in the pack is checked first; a pack with a fault changes nothing. Importing what is in use \
            already changes nothing either.

            Example:
              karavaan import programmes/mkb-deal-metaal
            """
    )

    @Argument(help: "The folder of the pack.")
    var pack: String
    @OptionGroup var data: DataOptions

    func run() async throws {
        switch PackReader.read(pack) {
        case .failure(let invalid):
            for issue in invalid.issues { FileHandle.standardError.write(Data((issue.line(in: .english) + "\n").utf8)) }
            throw StartProblem("The pack \(pack) has faults (above). Nothing was imported.")
        case .success(let programme):
            let services = try await data.services()
            let publication = try await services.programmes.publish(programme, as: .commandLine(in: [programme.id]))
            print(
                publication.isNew
                    ? "\(programme.id) is in use: revision \(publication.revision), sheet version \(publication.sheetVersion)."
                    : "\(programme.id) was in use like this already."
            )
        }
    }
}
