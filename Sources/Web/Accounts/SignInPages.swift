import Accounts
import HTTPTypes
import Hummingbird
import Kernel
import Markup

struct SignInPage: Page {
    let next: LocalPath?
    var email = ""
    var problem: AccountProblem?

    var title: Text { Text(nl: "Aanmelden", en: "Sign in") }
    var width: PageWidth { .text }
    var issueCount: Int { problem == nil ? 0 : 1 }
    var status: HTTPResponse.Status { problem?.kind.status ?? .ok }

    var body: HTML {
        ErrorSummary(issues: issues)
        h1 { title }
        PostForm(action: Addresses.signIn.path(), .class("card")) {
            if let next { input(.type("hidden"), .name("verder"), .value(next.text)) }
            TextField(
                name: "email",
                caption: Text(nl: "E-mailadres", en: "E-mail address"),
                type: "email",
                value: email,
                autocomplete: "username",
                issues: issues
            )
            TextField(
                name: "wachtwoord",
                caption: Text(nl: "Wachtwoord", en: "Password"),
                type: "password",
                autocomplete: "current-password"
            )
            button(.class("button")) { title }
        }
        h2 { Text(nl: "Lukt het niet?", en: "Does it not work?") }
        p {
            Text(
                nl:
                    "Bent u uw wachtwoord kwijt, of hebt u nog geen account? Vraag de beheerder van uw programma om een link. Daarmee kiest u een nieuw wachtwoord.",
                en:
                    "Did you lose your password, or do you have no account yet? Ask the administrator of your programme for a link. With it you choose a new password."
            )
        }
    }

    private var issues: [any ExplainedIssue] { problem.map { [SignInIssue(explanation: $0.explanation)] } ?? [] }
}

/// At the first field, since saying which of the two is wrong would tell who has an account.
private struct SignInIssue: ExplainedIssue {
    var field: String { "email" }
    let explanation: Text
}

struct ChoosePasswordPage: Page {
    let link: String
    let email: String
    var issues: [InvalidPassword.Issue] = []

    var title: Text { Text(nl: "Kies een wachtwoord", en: "Choose a password") }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        h1 { title }
        p { Text(nl: "Voor ", en: "For ") + Text(same: email) }
        PostForm(action: Addresses.choosePassword.path(link), .class("card")) {
            // So that a password manager knows which account it is for.
            input(
                .type("email"),
                .name("email"),
                .value(email),
                .autocomplete("username"),
                .attribute("readonly"),
                .attribute("hidden")
            )
            NewPasswordFields(issues: issues)
            button(.class("button")) { Text(nl: "Wachtwoord bewaren", en: "Save password") }
        }
    }
}

struct NewPasswordFields: Component {
    let issues: [InvalidPassword.Issue]

    var body: HTML {
        TextField(
            name: "nieuw",
            caption: Text(nl: "Nieuw wachtwoord", en: "New password"),
            type: "password",
            hint: Text(
                nl: "Minstens 12 tekens. Een zinnetje van vier woorden is makkelijk te onthouden en moeilijk te raden.",
                en: "At least 12 characters. A phrase of four words is easy to remember and hard to guess."
            ),
            autocomplete: "new-password",
            issues: issues
        )
        TextField(
            name: "nogmaals",
            caption: Text(nl: "Nog een keer hetzelfde wachtwoord", en: "The same password once more"),
            type: "password",
            autocomplete: "new-password",
            issues: issues
        )
    }
}
