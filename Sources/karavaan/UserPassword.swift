import Accounts
import App
import ArgumentParser
import Kernel
import Web

struct UserPassword: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Make a link with which somebody chooses a new password, or set one.",
        discussion: """
            Examples:
              karavaan user password iris@example.org
              printf 'zeven kale koeien\\n' | karavaan user password iris@example.org --stdin
            """
    )

    @Argument(help: "What the person signs in with.")
    var email: String
    @Flag(help: "Read the password from the first line of standard input, instead of making a link.")
    var stdin = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = try data.read()
        let user = try await FoundUser(email, data.services())
        if stdin {
            try await Self.set(user.account, in: user.programme, user.services, as: user.principal)
        } else {
            let link = try await user.services.accounts.makeLink(
                for: user.account.id,
                in: user.programme,
                as: user.principal
            )
            print(Self.words(for: link, settings))
        }
    }

    static func words(for link: Secret, _ settings: Settings) -> String {
        "Choose a password within 24 hours, once, at \(settings.site.publicAddress)/wachtwoord/\(link.text)"
    }

    static func set(
        _ account: Account,
        in programme: ProgrammeID,
        _ services: Services,
        as principal: Principal
    ) async throws {
        guard let password = readLine(strippingNewline: true) else {
            throw StartProblem("There is no password on standard input.")
        }
        do {
            try await services.accounts.setPassword(password, of: account.id, in: programme, as: principal)
            print("The password of \(account.email) is set. Sessions of before have ended.")
        } catch is InvalidPassword {
            throw StartProblem(
                "This password is not good enough: 12 to 128 characters, not easily guessed, and not the person's name."
            )
        }
    }
}
