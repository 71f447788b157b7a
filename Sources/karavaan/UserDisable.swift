import Accounts
import App
import ArgumentParser
import Web

struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: "Shut somebody out, at once. What they recorded is kept."
    )

    @Argument(help: "What the person signs in with.")
    var email: String
    @OptionGroup var data: DataOptions

    func run() async throws {
        let user = try await FoundUser(email, data.services())
        try await user.services.accounts.disable(user.account.id, in: user.programme, as: user.principal)
        print("\(user.account.email) cannot sign in any more, and is signed out everywhere.")
    }
}

struct UserEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Let somebody in again.")

    @Argument(help: "What the person signs in with.")
    var email: String
    @OptionGroup var data: DataOptions

    func run() async throws {
        let user = try await FoundUser(email, data.services())
        try await user.services.accounts.enable(user.account.id, in: user.programme, as: user.principal)
        print("\(user.account.email) can sign in again.")
    }
}
