import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// One company: what it told the last time it was asked, and the form to ask again.
struct FollowUpPage: Page {
    let programme: Programme
    let call: FollowUpCall
    /// What changed with the last call, against the measurement before it.
    let comparison: ResultPage.Comparison?
    let ids: @Sendable () -> String
    let today: Day
    /// Nobody reads a form below what was told, unless they ask for it.
    let asks: Bool
    var form: FollowUpForm
    var plan: FollowUpPlanForm?
    var issues: [InvalidFollowUp.Issue] = []

    private var followUp: FollowUp { call.followUp }

    var title: Text { Text(nl: "Hoe ging het bij ", en: "How did it go at ") + Text(same: followUp.companyName + "?") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css", "result.css", "sheet.css", "follow-up.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        nav(.class("breadcrumb")) {
            a(.href(Addresses.followUps.path(programme.id))) { Text(nl: "Terugkoppeling", en: "Follow-up") }
        }
        ErrorSummary(issues: explained)
        h1 { title }
        div(.class("columns")) {
            div(.class("stack")) {
                if let outcome = followUp.outcome, call.corrected == nil {
                    FollowUpTold(programme: programme, call: call, outcome: outcome, comparison: comparison)
                }
                if asks {
                    Markup.section(.class("card")) {
                        h2 { heading }
                        FollowUpCallForm(
                            programme: programme,
                            call: call,
                            form: form,
                            ids: ids,
                            today: today,
                            issues: explained
                        )
                    }
                } else {
                    p {
                        a(
                            .class("button"),
                            .href(Addresses.followUp.path(programme.id, followUp.conversation) + "?bel=ja")
                        ) { Text(nl: "Nog een keer bellen", en: "Call once more") }
                    }
                }
            }
            aside(.class("stack")) {
                planForm
                then
            }
        }
    }

    private var heading: Text {
        call.corrected == nil
            ? Text(nl: "Wat vertelt het bedrijf?", en: "What does the company tell?")
            : Text(nl: "De laatste keer verbeteren", en: "Put the last time right")
    }

    private var explained: [any ExplainedIssue] {
        issues.map { ExplainedFollowUpIssue(issue: $0, call: call, programme: programme) }
    }

    /// What to ask about.
    private var then: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Toen afgesproken", en: "Agreed then") }
            p(.class("muted")) {
                Text(nl: "Gesprek op ", en: "Conversation on ")
                HTML.day(followUp.heldOn)
            }
            if call.referrals.isEmpty {
                p { Text(nl: "Er is niemand gekozen.", en: "Nobody was chosen.") }
            }
            ul(.class("plain stack")) {
                for referral in call.referrals { li { ChosenCard(referral: referral, programme: programme) } }
            }
            p {
                a(.href(Addresses.result.path(programme.id, call.last.conversation.id))) {
                    Text(nl: "Uitslag van de vorige meting", en: "Result of the last measurement")
                }
            }
        }
    }

    private var planForm: HTML {
        details(.class("card"), .attribute("open", if: plan != nil)) {
            summary {
                if followUp.isWaiting {
                    Text(nl: "Bellen voor ", en: "Call before ")
                    HTML.shortDay(followUp.dueOn)
                    " · \(followUp.responsible)"
                } else {
                    Text(nl: "Nieuwe datum afspreken", en: "Agree on a new date")
                }
            }
            PostForm(action: Addresses.followUpPlan.path(programme.id, followUp.conversation)) {
                input(.type("hidden"), .name("id"), .value(ids()))
                TextField(
                    name: "voor",
                    caption: Text(nl: "Bellen voor", en: "Call before"),
                    type: "date",
                    value: plan?.dueOn ?? (followUp.isWaiting ? followUp.dueOn.description : ""),
                    issues: explained
                )
                TextField(
                    name: "wie",
                    caption: Text(nl: "Wie belt?", en: "Who calls?"),
                    value: plan?.responsible ?? followUp.responsible,
                    issues: explained
                )
                button(.class("button secondary")) { Text(nl: "Bewaren", en: "Save") }
            }
        }
    }
}

/// What the company told the last time, and what changed with it.
struct FollowUpTold: Component {
    let programme: Programme
    let call: FollowUpCall
    let outcome: FollowUpOutcome
    let comparison: ResultPage.Comparison?

    var body: HTML {
        Markup.section(.class("card told")) {
            h2 {
                Text(nl: "Verteld op ", en: "Told on ")
                HTML.day(outcome.contactedOn)
            }
            dl(.class("facts")) {
                dt { Text(nl: "Kwam het contact er?", en: "Was there contact?") }
                dd { outcome.link.name }
                dt { Text(nl: "Hielp het?", en: "Did it help?") }
                dd { outcome.help.name }
                dt { Text(nl: "Plannen", en: "Plans") }
                dd { outcome.ambitions.name }
                if let additionality = outcome.additionality {
                    dt { Text(nl: "Zonder hulp ook gedaan?", en: "Also done without help?") }
                    dd { additionality.name }
                }
                dt { Text(nl: "Vastgelegd door", en: "Recorded by") }
                dd { outcome.name }
            }
            if !outcome.answers.isEmpty { answers }
            if let note = outcome.note { blockquote { p { note } } }
            if let measurement = outcome.measurement {
                div(.class("actions")) {
                    a(.class("button secondary"), .href(Addresses.worksheet.path(programme.id, measurement))) {
                        Text(nl: "Wie kan nu helpen?", en: "Who can help now?")
                    }
                    a(
                        .href(
                            Addresses.followUp.path(programme.id, call.followUp.conversation)
                                + "?verbeter=\(outcome.id)"
                        )
                    ) { Text(nl: "Verbeteren", en: "Put right") }
                }
            }
        }
        if let comparison { ComparisonSection(programme: programme, comparison: comparison) }
    }

    private var answers: HTML {
        ul(.class("lines")) {
            for answer in outcome.answers {
                li {
                    p {
                        strong { name(of: answer) }
                        Text(nl: " · contact: ", en: " · contact: ")
                        answer.link.name
                        if answer.help != .notApplicable {
                            Text(nl: " · hielp: ", en: " · helped: ")
                            answer.help.name
                        }
                    }
                    if let misfit = answer.misfit { p(.class("muted")) { misfit.name } }
                    if let note = answer.note { p(.class("muted")) { note } }
                }
            }
        }
    }

    private func name(of answer: FollowUpOutcome.Answer) -> String {
        call.referrals.first { $0.id == answer.referral }.map { programme.initiativeName($0.initiative) } ?? "–"
    }
}
