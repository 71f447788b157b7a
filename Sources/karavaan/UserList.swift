import Accounts
import App
import ArgumentParser
import Kernel
import Programmes
import Web

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Everybody, with what they may do: e-mail address, name, state and roles, separated by tabs."
    )

    @OptionGroup var data: DataOptions

    func run() async throws {
        let services = try await data.services()
        let programmes = try await services.programmes.all().map(\.id)
        guard !programmes.isEmpty else { return }
        for account in try await services.accounts.all(as: .commandLine(in: programmes)) {
            let state = account.isDisabled ? "disabled" : account.hasPassword ? "active" : "no password yet"
            let roles = account.programmes.flatMap { programme in
                account.grants(in: programme).map { "\(programme):\($0.role.rawValue)" }
            }
            print([account.email, account.name, state, roles.joined(separator: " ")].joined(separator: "\t"))
        }
    }
}
