import Accounts
import Kernel
import Markup
import Programmes

struct PersonPage: Page {
    let programme: Programme
    let account: Account
    /// Whether everything this person does is managed by whoever looks.
    let isWithin: Bool
    var entered = GrantForm()
    var issues: [InvalidAccount.Issue] = []

    var title: Text { Text(same: account.name) }
    var section: NavigationSection? { .accounts }
    var scripts: [String] { ["roles.js"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        WayBack(to: Addresses.people.path(programme.id)) { Text(nl: "Mensen", en: "People") }
        h1 { title }
        dl(.class("facts")) {
            dt { Text(nl: "E-mailadres", en: "E-mail address") }
            dd { account.email }
            dt { Text(nl: "Toestand", en: "State") }
            dd { AccountState(account: account) }
            dt { Text(nl: "Toegevoegd", en: "Added") }
            dd { HTML.day(Day(account.createdAt)) }
        }
        Markup.section {
            h2 { Text(nl: "Rollen in dit programma", en: "Roles in this programme") }
            ul(.class("lines")) {
                for grant in account.grants(in: programme.id) { li { RoleLine(page: self, grant: grant) } }
            }
        }
        Markup.section {
            h2 { Text(nl: "Nog een rol geven", en: "Give another role") }
            PostForm(action: Addresses.personRoles.path(programme.id, account.id), .class("card")) {
                GrantFields(programme: programme, entered: entered, issues: issues)
                button(.class("button secondary")) { Text(nl: "Rol geven", en: "Give role") }
            }
        }
        Markup.section {
            h2 { Text(nl: "Toegang", en: "Access") }
            if isWithin { AccessForms(page: self) } else { p { AccountProblem.managedElsewhere.explanation } }
            p {
                a(.href(Addresses.logbook.path(programme.id) + "?wie=\(account.id)")) {
                    Text(nl: "Wat deze persoon deed, in het logboek", en: "What this person did, in the logbook")
                }
            }
        }
    }
}

private struct RoleLine: Component {
    let page: PersonPage
    let grant: Grant

    var body: HTML {
        div(.class("row")) {
            span { grant.title(in: page.programme) }
            PostForm(action: Addresses.personRevoke.path(page.programme.id, page.account.id)) {
                input(.type("hidden"), .name("rol"), .value(grant.role.rawValue))
                input(.type("hidden"), .name("deel"), .value(grant.part))
                button(.class("button secondary small")) {
                    Text(nl: "Intrekken", en: "Revoke")
                    span(.class("visually-hidden")) { Text(same: ": ") + grant.title(in: page.programme) }
                }
            }
        }
    }
}

private struct AccessForms: Component {
    let page: PersonPage

    var body: HTML {
        if page.account.isDisabled {
            p {
                Text(
                    nl: "Deze persoon kan zich niet aanmelden. Wat hij of zij vastlegde, blijft bewaard.",
                    en: "This person cannot sign in. What he or she recorded is kept."
                )
            }
            PostForm(action: Addresses.personEnable.path(page.programme.id, page.account.id)) {
                button(.class("button secondary")) { Text(nl: "Weer toelaten", en: "Let in again") }
            }
        } else {
            p {
                Text(
                    nl:
                        "Met een link kiest deze persoon zelf een nieuw wachtwoord. De link werkt één keer, 24 uur lang.",
                    en: "With a link this person chooses a new password. The link works once, for 24 hours."
                )
            }
            div(.class("actions")) {
                PostForm(action: Addresses.personLink.path(page.programme.id, page.account.id)) {
                    button(.class("button secondary")) { Text(nl: "Link maken", en: "Make link") }
                }
                PostForm(action: Addresses.personDisable.path(page.programme.id, page.account.id)) {
                    button(.class("button danger")) { Text(nl: "Uitschakelen", en: "Disable") }
                }
            }
        }
    }
}

/// The only time that a one-time link can be seen.
struct OneTimeLinkPage: Page {
    let programme: Programme
    let account: Account
    let address: String

    var title: Text { Text(nl: "Link voor \(account.name)", en: "Link for \(account.name)") }
    var section: NavigationSection? { .accounts }
    var width: PageWidth { .text }

    var body: HTML {
        h1 { title }
        p {
            Text(
                nl:
                    "Geef deze link aan \(account.name), liefst niet per gewone mail. Wie de link heeft, kiest het wachtwoord. De link werkt één keer, 24 uur lang, en is hier maar één keer te zien.",
                en:
                    "Give this link to \(account.name), preferably not by plain mail. Whoever has the link chooses the password. The link works once, for 24 hours, and can be seen here only once."
            )
        }
        p(.class("card")) { code { address } }
        p {
            a(.class("button"), .href(Addresses.person.path(programme.id, account.id))) {
                Text(nl: "Ik heb de link doorgegeven", en: "I have passed on the link")
            }
        }
    }
}
