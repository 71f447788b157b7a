import Accounts
import App
import ArgumentParser
import Kernel
import Programmes
import Web

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Give somebody a part in a programme, and a link to choose a password with."
    )

    @Option(help: "What the person signs in with.")
    var email: String
    @Option(help: "The name that others see.")
    var name: String
    @Option(help: "The code of the programme.")
    var programme: ProgrammeID
    @Option(help: "administrator, project-leader, interviewer, coach, municipality or programme-manager.")
    var role: String
    @Option(help: "The initiative of a coach.")
    var initiative: String?
    @Option(help: "The code of the organisation, for a lead or a contact.")
    var organisation: String?
    @Option(help: "An area of a municipality; may be repeated.")
    var area: [String] = []
    @Flag(help: "Read the password from the first line of standard input, instead of making a link.")
    var passwordStdin = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try data.read()
        let services = try await data.services()
        let known = try await services.programmes.all()
        guard let programme = known.first(where: { $0.id == self.programme }) else {
            let names = known.map(\.id.description).joined(separator: ", ")
            throw StartProblem(
                known.isEmpty
                    ? "There is no programme yet. Take one into use first: karavaan import programmes/mkb-deal-metaal"
                    : "There is no programme \(self.programme). There is: \(names)."
            )
        }
        let form = AccountForm(
            email: email,
            name: name,
            grant: GrantForm(role: role, initiative: initiative ?? "", areas: area, organisation: organisation ?? "")
        )
        let principal = Principal.commandLine(in: known.map(\.id))
        do {
            let added = try await services.accounts.add(
                form,
                among: programme.grantChoices,
                in: programme.id,
                as: principal
            )
            print("\(added.account.email) takes part in \(programme.id).")
            if passwordStdin {
                try await UserPassword.set(added.account, in: programme.id, services, as: principal)
            } else if let link = added.link {
                print(UserPassword.words(for: link, settings))
            }
        } catch let invalid as InvalidAccount {
            throw StartProblem(invalid.advice)
        }
    }
}
