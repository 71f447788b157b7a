import Accounts
import App
import ArgumentParser
import Kernel
import Programmes
import Web

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Add people, list them, shut them out, give them a new password.",
        discussion: """
            Examples:
              karavaan user add --programme mkb-deal-metaal --role interviewer --email iris@example.org --name "Iris"
              karavaan user add --programme mkb-deal-metaal --role coach --initiative VTM --email cor@example.org --name "Cor"
              karavaan user list
              karavaan user disable iris@example.org
              karavaan user password iris@example.org
            """,
        subcommands: [UserAdd.self, UserList.self, UserDisable.self, UserEnable.self, UserPassword.self]
    )
}

/// Whom a command is about, found by what people sign in with.
struct FoundUser {
    let services: Services
    let account: Account
    /// One that the account has a part in.
    let programme: ProgrammeID
    let principal: Principal

    init(_ email: String, _ services: Services) async throws {
        self.services = services
        principal = .commandLine(in: try await services.programmes.all().map(\.id))
        let wanted = email.lowercased()
        let everybody = principal.programmes.isEmpty ? [] : try await services.accounts.all(as: principal)
        guard let account = everybody.first(where: { $0.email == wanted }), let programme = account.programmes.first
        else { throw StartProblem("Nobody signs in with \(email). See who does with: karavaan user list") }
        self.account = account
        self.programme = programme
    }
}

extension InvalidAccount {
    var advice: String {
        issues.map { issue in
            switch issue {
            case .emailInvalid: "--email is no e-mail address."
            case .nameMissing: "--name is empty."
            case .nameTooLong: "--name is longer than 100 characters."
            case .roleMissing: "--role must be one of: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
            case .initiativeMissing: "A coach needs --initiative, with the code of one in the programme."
            case .organisationMissing:
                "A lead or a contact needs --organisation, with the code of one in the programme."
            case .areasMissing:
                "A municipality needs --area, with the code of one in the programme; it may be repeated."
            }
        }.joined(separator: "\n")
    }
}
