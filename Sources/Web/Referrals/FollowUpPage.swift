import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// One company, to ask and to write down what it told.
struct FollowUpPage: Page {
    let programme: Programme
    let followUp: FollowUp
    /// What was agreed with it then.
    let referrals: [Referral]
    let ambitions: [Text]
    let ids: @Sendable () -> String
    let today: Day
    var form: FollowUpForm?
    var plan: FollowUpPlanForm?
    var issues: [any ExplainedIssue] = []

    var title: Text { Text(nl: "Hoe ging het bij ", en: "How did it go at ") + Text(same: followUp.companyName + "?") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        nav(.class("breadcrumb")) {
            a(.href(Addresses.followUps.path(programme.id))) { Text(nl: "Terugkoppeling", en: "Follow-up") }
        }
        ErrorSummary(issues: issues)
        h1 { title }
        div(.class("columns")) {
            div(.class("stack")) {
                if let outcome = followUp.outcome { told(outcome) }
                Markup.section(.class("card")) {
                    h2 {
                        followUp.outcome == nil
                            ? Text(nl: "Wat vertelde het bedrijf?", en: "What did the company tell?")
                            : Text(nl: "Opnieuw vastleggen", en: "Record again")
                    }
                    outcomeForm
                }
            }
            aside(.class("stack")) {
                then
                planForm
            }
        }
    }

    private func told(_ outcome: FollowUpOutcome) -> HTML {
        div(.class("notice")) {
            div {
                p {
                    Text(nl: "Vastgelegd: gesproken op ", en: "Recorded: talked on ")
                    HTML.day(outcome.contactedOn)
                    " (\(outcome.name)). "
                    Text(nl: "Koppeling tot stand gekomen: ", en: "Referral came about: ")
                    outcome.link.name
                    Text(nl: ". Hielp het: ", en: ". Did it help: ")
                    outcome.help.name
                    ". "
                    outcome.ambitions.name
                    "."
                }
                if let note = outcome.note { p { note } }
            }
        }
    }

    private var outcomeForm: HTML {
        PostForm(action: Addresses.followUp.path(programme.id, followUp.conversation)) {
            input(.type("hidden"), .name("id"), .value(ids()))
            TextField(
                name: "gebeld-op",
                caption: Text(nl: "Op welke dag sprak u het bedrijf?", en: "On which day did you talk to the company?"),
                type: "date",
                value: form?.contactedOn ?? today.description,
                issues: issues
            )
            ChoiceField(
                name: "koppeling",
                caption: Text(nl: "Is de koppeling tot stand gekomen?", en: "Did the referral come about?"),
                options: FollowUpOutcome.Link.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                values: Set([form?.link].compactMap(\.self)),
                issues: issues
            )
            ChoiceField(
                name: "geholpen",
                caption: Text(nl: "Hielp het?", en: "Did it help?"),
                options: FollowUpOutcome.Help.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                values: Set([form?.help].compactMap(\.self)),
                issues: issues
            )
            ChoiceField(
                name: "ambities",
                caption: Text(nl: "Wat werd er van de ambities?", en: "What became of the ambitions?"),
                options: FollowUpOutcome.Ambitions.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                values: Set([form?.ambitions].compactMap(\.self)),
                issues: issues
            )
            TextArea(
                name: "toelichting",
                caption: Text(nl: "Toelichting", en: "Explanation"),
                value: form?.note ?? "",
                hint: Text(
                    nl: "Wat hielp, wat niet, wat is er nu nodig?",
                    en: "What helped, what did not, what is needed now?"
                ),
                isOptional: true,
                issues: issues
            )
            button(.class("button")) { Text(nl: "Vastleggen", en: "Record") }
        }.body
    }

    /// What to ask about.
    private var then: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Toen afgesproken", en: "Agreed then") }
            p(.class("muted")) {
                Text(nl: "Gesprek op ", en: "Conversation on ")
                HTML.day(followUp.heldOn)
            }
            if referrals.isEmpty {
                p { Text(nl: "Er is niemand gekozen.", en: "Nobody was chosen.") }
            }
            ul(.class("plain stack")) {
                for referral in referrals { li { ChosenCard(referral: referral, programme: programme) } }
            }
            if !ambitions.isEmpty {
                h3 { Text(nl: "Dit wilde het bedrijf", en: "What the company wanted") }
                ul(.class("marks")) {
                    for ambition in ambitions {
                        li {
                            i(.class("mark-ambition"), .ariaHidden)
                            span { ambition }
                        }
                    }
                }
            }
        }
    }

    private var planForm: HTML {
        details(.class("card"), .attribute("open", if: plan != nil)) {
            summary {
                Text(nl: "Bellen voor ", en: "Call before ")
                HTML.shortDay(followUp.dueOn)
                " · \(followUp.responsible)"
            }
            PostForm(action: Addresses.followUpPlan.path(programme.id, followUp.conversation)) {
                input(.type("hidden"), .name("id"), .value(ids()))
                TextField(
                    name: "voor",
                    caption: Text(nl: "Bellen voor", en: "Call before"),
                    type: "date",
                    value: plan?.dueOn ?? followUp.dueOn.description,
                    issues: issues
                )
                TextField(
                    name: "wie",
                    caption: Text(nl: "Wie belt?", en: "Who calls?"),
                    value: plan?.responsible ?? followUp.responsible,
                    issues: issues
                )
                button(.class("button secondary")) { Text(nl: "Bewaren", en: "Save") }
            }
        }
    }
}
