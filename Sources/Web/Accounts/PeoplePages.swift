import Accounts
import Kernel
import Markup
import Programmes

struct PeoplePage: Page {
    let programme: Programme
    let people: [Account]
    var entered = AccountForm()
    var issues: [InvalidAccount.Issue] = []

    var title: Text { Text(nl: "Mensen", en: "People") }
    var section: NavigationSection? { .accounts }
    var scripts: [String] { ["roles.js"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            h1 { title }
            div(.class("actions")) {
                a(.class("button secondary"), .href(Addresses.logbook.path(programme.id))) {
                    Text(nl: "Logboek", en: "Logbook")
                }
            }
        }
        if people.isEmpty {
            div(.class("empty")) {
                p {
                    Text(
                        nl: "Er doet nog niemand mee. Voeg hieronder de eerste persoon toe.",
                        en: "Nobody takes part yet. Add the first person below."
                    )
                }
            }
        } else {
            PeopleTable(programme: programme, people: people)
        }
        Markup.section(.id("toevoegen")) {
            h2 { Text(nl: "Iemand toevoegen", en: "Add somebody") }
            PostForm(action: Addresses.people.path(programme.id), .class("card")) {
                TextField(
                    name: "naam",
                    caption: Text(nl: "Naam", en: "Name"),
                    value: entered.name,
                    autocomplete: "off",
                    issues: issues
                )
                TextField(
                    name: "email",
                    caption: Text(nl: "E-mailadres", en: "E-mail address"),
                    type: "email",
                    value: entered.email,
                    hint: Text(
                        nl: "Karavaan verstuurt zelf geen mail. U krijgt een link die u doorgeeft.",
                        en: "Karavaan sends no mail itself. You get a link to pass on."
                    ),
                    autocomplete: "off",
                    issues: issues
                )
                GrantFields(programme: programme, entered: entered.grant, issues: issues)
                button(.class("button")) { Text(nl: "Toevoegen", en: "Add") }
            }
        }
    }
}

private struct PeopleTable: Component {
    let programme: Programme
    let people: [Account]

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) {
                    Text(nl: "Wie er meedoen", en: "Who take part")
                }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Naam", en: "Name") }
                        th(.scope("col")) { Text(nl: "E-mailadres", en: "E-mail address") }
                        th(.scope("col")) { Text(nl: "Rol", en: "Role") }
                        th(.scope("col")) { Text(nl: "Toestand", en: "State") }
                    }
                }
                tbody {
                    for account in people {
                        tr {
                            th(.scope("row")) {
                                a(.href(Addresses.person.path(programme.id, account.id))) { account.name }
                            }
                            td(.attribute("data-label", Text(nl: "E-mailadres", en: "E-mail address"))) {
                                account.email
                            }
                            td(.attribute("data-label", Text(nl: "Rol", en: "Role"))) {
                                RoleList(grants: account.grants(in: programme.id), programme: programme)
                            }
                            td(.attribute("data-label", Text(nl: "Toestand", en: "State"))) {
                                AccountState(account: account)
                            }
                        }
                    }
                }
            }
        }
    }
}

struct AccountState: Component {
    let account: Account

    var body: HTML {
        if account.isDisabled {
            span(.class("badge stopped")) { Text(nl: "uitgeschakeld", en: "disabled") }
        } else if account.hasPassword {
            span(.class("badge done")) { Text(nl: "kan zich aanmelden", en: "can sign in") }
        } else {
            span(.class("badge")) { Text(nl: "moet nog een wachtwoord kiezen", en: "has to choose a password") }
        }
    }
}

/// The choice of a role, with what it is limited to. Without JavaScript all of it shows; each says for whom it is.
struct GrantFields: Component {
    let programme: Programme
    let entered: GrantForm
    let issues: [InvalidAccount.Issue]

    var body: HTML {
        ChoiceField(
            name: "rol",
            caption: Text(nl: "Rol", en: "Role"),
            options: Role.allCases.filter(programme.hasUse(of:)).map { role in
                SelectField.Option(value: role.rawValue, caption: role.title + Text(same: ": ") + role.explanation)
            },
            values: [entered.role],
            issues: issues
        )
        if programme.hasTalks {
            div(.attribute("data-for-role", Role.coach.rawValue)) {
                SelectField(
                    name: "initiatief",
                    caption: Text(nl: "Initiatief, voor een coach", en: "Initiative, for a coach"),
                    options: programme.initiatives.map {
                        SelectField.Option(value: $0.code.description, caption: Text(same: $0.name))
                    },
                    value: entered.initiative,
                    prompt: Text(nl: "Kies een initiatief", en: "Choose an initiative"),
                    isOptional: true,
                    issues: issues
                )
            }
        }
        if programme.hasUse(of: .lead) || programme.hasUse(of: .contact) {
            div(.attribute("data-for-role", "\(Role.lead.rawValue) \(Role.contact.rawValue)")) {
                SelectField(
                    name: "organisatie",
                    caption: Text(
                        nl: "Organisatie, voor een trekker of contactpersoon",
                        en: "Organisation, for a lead or a contact"
                    ),
                    options: programme.parties.map {
                        SelectField.Option(value: $0.code.description, caption: Text(same: $0.name))
                    },
                    value: entered.organisation,
                    prompt: Text(nl: "Kies een organisatie", en: "Choose an organisation"),
                    isOptional: true,
                    issues: issues
                )
            }
        }
        details(.attribute("data-for-role", Role.municipality.rawValue), .attribute("open", if: !entered.areas.isEmpty))
        {
            summary {
                Text(nl: "Gebieden, voor een gemeente of provincie", en: "Areas, for a municipality or province")
            }
            ChoiceField(
                name: "gebied",
                caption: Text(nl: "Gebieden", en: "Areas"),
                options: areas.map { SelectField.Option(value: $0.code.description, caption: Text(same: $0.name)) },
                values: Set(entered.areas),
                allowsSeveral: true,
                isOptional: true,
                issues: issues
            )
        }
    }

    /// The province and the regions first, then the municipalities by name.
    private var areas: [Area] {
        let order: [Area.Kind] = [.province, .region, .municipality]
        return order.flatMap { kind in
            programme.areas.filter { $0.kind == kind }.sorted { Formats.precedes($0.name, $1.name) }
        }
    }
}

extension Programme {
    /// Whether there is anything to do for that role: a coach needs initiatives, a lead needs an action plan, a
    /// contact needs money that is kept.
    func hasUse(of role: Role) -> Bool {
        switch role {
        case .coach, .interviewer: hasTalks
        case .lead: actionPlan != nil
        case .contact: money != nil
        case .administrator, .projectLeader, .municipality, .programmeManager: true
        }
    }
}
