import Fieldwork
import Kernel
import Markup
import Programmes

/// A company, who to talk to, and everything that happened.
struct CompanyPage: Page {
    let programme: Programme
    let principal: Principal
    let company: Company
    let contacts: [ContactPerson]
    let timeline: [TimelineEntry]
    let next: HTML

    var title: Text { Text(same: company.name) }
    var section: NavigationSection? { .companies }

    var body: HTML {
        let names = CompanyNames.of(programme)
        let mayEdit = principal.may(.editCompanies, in: programme.id)
        p(.class("breadcrumb")) {
            a(.href(Addresses.companies.path(programme.id))) { Text(nl: "Bedrijven", en: "Companies") }
        }
        div(.class("page-head")) {
            div {
                h1 { company.name }
                p(.class("eyebrow")) { eyebrow(names) }
            }
            div(.class("actions")) {
                if principal.may(.holdConversations, in: programme.id) {
                    a(.class("button"), .href("\(Addresses.newConversation.path(programme.id))?bedrijf=\(company.id)"))
                    {
                        Text(nl: "Gesprek plannen", en: "Plan a conversation")
                    }
                }
                if mayEdit {
                    a(.class("button secondary"), .href(Addresses.changeCompany.path(programme.id, company.id))) {
                        Text(nl: "Wijzigen", en: "Change")
                    }
                }
            }
        }
        div(.class("columns")) {
            Markup.section(.class("stack")) {
                h2 { Text(nl: "Wat er gebeurde", en: "What happened") }
                Timeline(entries: timeline)
            }
            div(.class("stack")) {
                next
                Facts(company: company, names: names)
                Contacts(programme: programme.id, company: company.id, contacts: contacts, mayEdit: mayEdit)
                if principal.may(.eraseCompanies, in: programme.id) {
                    p {
                        a(.href(Addresses.eraseCompany.path(programme.id, company.id))) {
                            Text(nl: "Dit bedrijf wissen", en: "Erase this company")
                        }
                    }
                }
            }
        }
    }

    private func eyebrow(_ names: CompanyNames) -> HTML {
        let place = [company.city ?? "", names.area(company.municipality)].filter { !$0.isEmpty }
        let parts = place.count == 2 && place[0] == place[1] ? [place[0]] : place
        var result = HTML.escaped(parts.joined(separator: ", "))
        if let sector = company.sector {
            if !parts.isEmpty { result.append(.escaped(" · ")) }
            result.append(.text(names.sector(sector)))
        }
        return result
    }
}

private struct Facts: Component {
    let company: Company
    let names: CompanyNames

    var body: HTML {
        let form = CompanyForm(company)
        div(.class("card")) {
            h2 { Text(nl: "Gegevens", en: "Data") }
            dl(.class("facts")) {
                for field in CompanyForm.Field.allCases where field != .name && !form[field].isEmpty {
                    dt { field.caption }
                    dd { names.value(form[field], of: field) }
                }
            }
        }
    }
}

private struct Contacts: Component {
    let programme: ProgrammeID
    let company: Company.ID
    let contacts: [ContactPerson]
    let mayEdit: Bool

    var body: HTML {
        div(.class("card"), .id("contactpersonen")) {
            h2 { Text(nl: "Contactpersonen", en: "Contact persons") }
            if contacts.isEmpty {
                p(.class("muted")) { Text(nl: "Nog niemand.", en: "Nobody yet.") }
            } else {
                ul(.class("lines")) {
                    for contact in contacts { li { person(contact) } }
                }
            }
            if mayEdit {
                p {
                    a(.class("button secondary"), .href(Addresses.newContact.path(programme, company))) {
                        Text(nl: "Contactpersoon toevoegen", en: "Add a contact person")
                    }
                }
            }
            p(.class("small muted")) {
                Text(
                    nl: "Namen en contactgegevens gebruiken we alleen om afspraken te maken binnen dit programma. "
                        + "Wie dat vraagt, wissen we.",
                    en: "We use names and contact details only to make appointments within this programme. "
                        + "We erase whoever asks."
                )
            }
            if mayEdit, !contacts.isEmpty {
                details {
                    summary { Text(nl: "Alle contactgegevens wissen", en: "Erase all contact details") }
                    p {
                        Text(
                            nl: "Dit haalt iedereen van de lijst. U kunt het niet terugdraaien.",
                            en: "This removes everybody from the list. You cannot undo it."
                        )
                    }
                    PostForm(action: Addresses.eraseContacts.path(programme, company)) {
                        button(.class("button danger")) {
                            Text(nl: "Wis alle contactgegevens", en: "Erase all contact details")
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func person(_ contact: ContactPerson) -> HTML {
        p {
            strong { contact.name }
            if let position = contact.position { span(.class("muted")) { " · \(position)" } }
        }
        if let email = contact.email { p { a(.href("mailto:\(email)")) { email } } }
        if let phone = contact.phone { p { a(.href("tel:\(phone.filter { $0.isNumber || $0 == "+" })")) { phone } } }
        if mayEdit {
            p {
                a(
                    .href(Addresses.contact.path(programme, company, contact.id)),
                    .ariaLabel(Text(nl: "Wijzig \(contact.name)", en: "Change \(contact.name)"))
                ) { Text(nl: "Wijzig", en: "Change") }
            }
        }
    }
}

/// A contact person to fill in: a new one, or one that is there.
struct ContactFormPage: Page {
    let programme: ProgrammeID
    let company: Company
    let id: ContactPerson.ID
    let form: ContactForm
    var issues: [InvalidContact.Issue] = []
    let isNew: Bool

    var title: Text {
        isNew
            ? Text(nl: "Contactpersoon toevoegen", en: "Add a contact person")
            : Text(nl: "Contactpersoon wijzigen", en: "Change contact person")
    }
    var section: NavigationSection? { .companies }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        let back = Addresses.company.path(programme, company.id)
        p(.class("breadcrumb")) { a(.href(back)) { company.name } }
        h1 { title }
        ErrorSummary(issues: issues)
        PostForm(
            action: isNew
                ? Addresses.newContact.path(programme, company.id) : Addresses.contact.path(programme, company.id, id)
        ) {
            input(.type("hidden"), .name("id"), .value(id.description))
            TextField(
                name: "naam",
                caption: Text(nl: "Naam", en: "Name"),
                value: form.name,
                autocomplete: "off",
                issues: issues
            )
            TextField(
                name: "functie",
                caption: Text(nl: "Functie", en: "Position"),
                value: form.position,
                autocomplete: "off",
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "email",
                caption: Text(nl: "E-mailadres", en: "E-mail address"),
                type: "email",
                value: form.email,
                autocomplete: "off",
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "telefoon",
                caption: Text(nl: "Telefoonnummer", en: "Telephone number"),
                type: "tel",
                value: form.phone,
                autocomplete: "off",
                isOptional: true,
                issues: issues
            )
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
                a(.href(back)) { Text(nl: "Niet bewaren", en: "Do not save") }
            }
        }
        if !isNew {
            PostForm(action: Addresses.removeContact.path(programme, company.id, id)) {
                button(.class("button danger")) { Text(nl: "Verwijder deze persoon", en: "Remove this person") }
            }
        }
    }
}
