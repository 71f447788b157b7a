import Fieldwork
import Kernel
import Mail
import Markup
import Programmes

/// Inviting a company by mail: whom, when, and the letter before it goes.
struct InvitePage: Page {
    let programme: Programme
    let round: SelectionRound.ID
    let company: Company
    let contacts: [ContactPerson]
    let people: [Interviewer]
    let earlier: [(invitation: Invitation, letter: OutboxItem?)]
    let form: InvitationForm
    /// The letter as it would be sent.
    var preview: MailContent?
    var issues: [InvalidInvitation.Issue] = []

    var title: Text { Text(nl: "Uitnodigen", en: "Invite") }
    var section: NavigationSection? { .selection }
    var width: PageWidth { .text }
    var styles: [String] { ["selection.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        p(.class("eyebrow")) {
            a(.href(Addresses.selection.path(programme.id, round))) { Text(nl: "Naar de ronde", en: "To the round") }
        }
        h1 { title + Text(same: ": \(company.name)") }
        if !earlier.isEmpty { history }
        if let preview { letter(preview) }
        PostForm(action: Addresses.invite.path(programme.id, round, company.id)) {
            input(.type("hidden"), .name("uitnodiging"), .value(form.id))
            whom
            when
            TextArea(
                name: "toelichting",
                caption: Text(nl: "Iets erbij voor dit bedrijf", en: "Something extra for this company"),
                value: form.note,
                rows: 2,
                isOptional: true,
                issues: issues
            )
            div(.class("actions")) {
                button(.class(preview == nil ? "button" : "button secondary"), .name("doe"), .value("bekijken")) {
                    Text(nl: "Bekijk de mail", en: "See the mail")
                }
                if preview != nil {
                    button(.class("button"), .name("doe"), .value("versturen")) { Text(nl: "Versturen", en: "Send") }
                }
            }
        }
    }

    private var history: HTML {
        div(.class("notice info")) {
            ul {
                for (invitation, letter) in earlier {
                    li {
                        Text(nl: "Uitgenodigd op ", en: "Invited on ")
                        HTML.shortDay(Day(invitation.madeAt))
                        ": \(invitation.contactName)"
                        if let letter {
                            " "
                            span(.class(letter.state.badge)) { letter.state.name }
                        }
                        if let answer = invitation.answer {
                            ". "
                            answer.kind.name
                            if let note = answer.note { ": \(note)" }
                        }
                    }
                }
            }
        }
    }

    private func letter(_ content: MailContent) -> HTML {
        Markup.section(.class("card letter"), .attribute("aria-labelledby", "brief")) {
            h2(.id("brief")) { Text(nl: "Zo gaat hij weg", en: "This is how it goes") }
            p {
                strong { Text(nl: "Onderwerp: ", en: "Subject: ") }
                content.title
            }
            div(.lang(Language(rawValue: form.language) ?? .dutch)) {
                for paragraph in content.plain.split(separator: "\n\n") {
                    p(.class("prose-lines")) { String(paragraph) }
                }
            }
        }
    }

    @HTMLBuilder private var whom: HTML {
        let known = contacts.filter { $0.email != nil }
        TextField(
            name: "contact",
            caption: Text(nl: "Wie nodigt u uit?", en: "Whom do you invite?"),
            value: form.contactName,
            hint: known.count > 1
                ? Text(nl: "Bekend: ", en: "Known: ")
                    + Text(same: known.map { "\($0.name) (\($0.email ?? ""))" }.joined(separator: ", ")) : nil,
            issues: issues
        )
        TextField(
            name: "mail",
            caption: Text(nl: "Mailadres", en: "Mail address"),
            type: "email",
            value: form.email,
            issues: issues
        )
        ChoiceField(
            name: "taal",
            caption: Text(nl: "Taal van de mail", en: "Language of the mail"),
            options: Language.allCases.map { .init(value: $0.rawValue, caption: Text(same: $0.ownName)) },
            values: [form.language]
        )
    }

    @HTMLBuilder private var when: HTML {
        TextField(
            name: "dag",
            caption: Text(nl: "Welke dag stelt u voor?", en: "Which day do you propose?"),
            type: "date",
            value: form.day,
            issues: issues
        )
        TextField(
            name: "tijd",
            caption: Text(nl: "Hoe laat?", en: "At what time?"),
            type: "time",
            value: form.time,
            issues: issues
        )
        SelectField(
            name: "interviewer",
            caption: Text(nl: "Wie voert het gesprek?", en: "Who holds the conversation?"),
            options: people.compactMap { person in
                person.account.map { .init(value: $0.description, caption: Text(same: person.name)) }
            },
            value: form.interviewer,
            issues: issues
        )
    }
}
