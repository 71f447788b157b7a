import Fieldwork
import Kernel
import Markup
import Programmes

/// Making an appointment, or another one.
struct ConversationPlanPage: Page {
    let programme: Programme
    let company: Company
    let id: Conversation.ID
    /// Whether there is an appointment already, which is changed.
    let isChange: Bool
    let people: [Interviewer]
    let form: ConversationPlanForm
    var issues: [InvalidConversationPlan.Issue] = []

    var title: Text {
        isChange
            ? Text(nl: "Afspraak wijzigen", en: "Change the appointment")
            : Text(nl: "Gesprek plannen", en: "Plan a conversation")
    }
    var section: NavigationSection? { .conversations }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            div {
                p(.class("eyebrow")) { company.name }
                h1 { title }
            }
        }
        PostForm(action: action) {
            if !isChange {
                input(.type("hidden"), .name("gesprek"), .value(id.description))
                input(.type("hidden"), .name("bedrijf"), .value(company.id.description))
            }
            TextField(
                name: "dag",
                caption: Text(nl: "Dag", en: "Day"),
                type: "date",
                value: form.day,
                issues: issues
            )
            TextField(
                name: "tijd",
                caption: Text(nl: "Tijd", en: "Time"),
                type: "time",
                value: form.time,
                isOptional: true,
                issues: issues
            )
            if !isChange {
                ChoiceField(
                    name: "meting",
                    caption: Text(nl: "Wat meet u?", en: "What do you measure?"),
                    options: Conversation.Measurement.allCases.map {
                        .init(value: $0.rawValue, caption: $0.explanation)
                    },
                    values: [form.measurement],
                    issues: issues
                )
            }
            SelectField(
                name: "interviewer",
                caption: Text(nl: "Wie voert het gesprek?", en: "Who holds the conversation?"),
                options: people.compactMap { person in
                    person.account.map { .init(value: $0.description, caption: Text(same: person.name)) }
                },
                value: form.interviewer,
                issues: issues
            )
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
                a(.href(back)) { Text(nl: "Niet bewaren", en: "Do not save") }
            }
        }
    }

    private var action: String {
        isChange
            ? Addresses.conversationPlan.path(programme.id, id) : Addresses.newConversation.path(programme.id)
    }

    private var back: String {
        isChange ? Addresses.conversation.path(programme.id, id) : Addresses.conversations.path(programme.id)
    }
}

extension Conversation.Measurement {
    fileprivate var explanation: Text {
        switch self {
        case .start: Text(nl: "Startmeting: het eerste gesprek", en: "First measurement: the first conversation")
        case .followUp:
            Text(nl: "Vervolgmeting: na enkele maanden", en: "Follow-up measurement: after some months")
        case .final: Text(nl: "Eindmeting: aan het eind", en: "Final measurement: at the end")
        }
    }
}

/// Before a conversation can be planned, there has to be a company.
struct ChooseCompanyPage: Page {
    let programme: Programme

    var title: Text { Text(nl: "Gesprek plannen", en: "Plan a conversation") }
    var section: NavigationSection? { .conversations }
    var width: PageWidth { .text }

    var body: HTML {
        h1 { title }
        div(.class("empty")) {
            p {
                Text(
                    nl: "Kies eerst het bedrijf. Op de bladzijde van het bedrijf plant u het gesprek.",
                    en: "Choose the company first. You plan the conversation on its page."
                )
            }
            p {
                a(.class("button"), .href(NavigationSection.companies.path(in: programme.id))) {
                    Text(nl: "Naar de bedrijven", en: "To the companies")
                }
            }
        }
    }
}
