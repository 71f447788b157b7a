import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// One referral, for the adviser: where it stands, what happened, and what can happen next.
struct ReferralDetailPage: Page {
    let detail: ReferralDetail
    let ids: @Sendable () -> String
    let today: Day
    var returned: Returned?

    /// A form that could not be accepted, as it was typed.
    struct Returned {
        var form: ReferralStepForm
        var issues: [any ExplainedIssue]
        /// Of the agreement, not of the next step.
        var isAmendment: Bool
    }

    private var referral: Referral { detail.referral }
    private var programme: Programme { detail.programme }
    private var steps: [ReferralStep] {
        referral.nextSteps.filter { $0 != .amended && $0 != .handedOver && $0 != .confirmed }
    }

    var title: Text {
        Text(same: "\(detail.record.company.name) → \(programme.initiativeName(referral.initiative))")
    }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }
    var issueCount: Int { returned?.issues.count ?? 0 }

    var body: HTML {
        nav(.class("breadcrumb")) {
            a(.href(Addresses.referrals.path(programme.id))) { Text(nl: "Koppelingen", en: "Referrals") }
        }
        if let returned { ErrorSummary(issues: returned.issues) }
        div(.class("page-head")) {
            h1 {
                detail.record.company.name
                span(.ariaHidden) { " → " }
                span(.class("visually-hidden")) { Text(nl: " naar ", en: " to ") }
                programme.initiativeName(referral.initiative)
            }
            StateBadge(state: referral.state)
        }
        div(.class("columns")) {
            div(.class("stack")) {
                agreement
                if referral.nextSteps.contains(.handedOver) { handOver }
                if !steps.isEmpty { nextStep }
            }
            aside(.class("stack")) {
                history
                if let handover = detail.handover { shared(handover) }
            }
        }
    }

    private var agreement: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Wat is afgesproken", en: "What was agreed") }
            if referral.agreement.what.isEmpty {
                p { Text(nl: "Nog niets.", en: "Nothing yet.") }
            } else {
                AgreementLine(agreement: referral.agreement)
            }
            if detail.initiative?.certainty == .low {
                p {
                    span(.class("badge attention")) { Text(nl: "te bevestigen", en: "to be confirmed") }
                    Text(
                        nl: " Van dit initiatief is nog niet zeker wat het biedt.",
                        en: " It is not certain yet what this initiative offers."
                    )
                }
            }
            if let contact = detail.initiative?.contact {
                p(.class("muted")) {
                    Text(nl: "Zo bereikt u het initiatief: ", en: "How to reach the initiative: ")
                    contact
                }
            }
            p {
                a(.href(Addresses.worksheet.path(programme.id, referral.conversation))) {
                    Text(nl: "Alle keuzes voor dit bedrijf", en: "All choices for this company")
                }
            }
            if referral.nextSteps.contains(.amended) { amend }
        }
    }

    private var amend: HTML {
        let form = returned.flatMap { $0.isAmendment ? $0.form : nil }
        let issues = returned.flatMap { $0.isAmendment ? $0.issues : nil } ?? []
        return details(.attribute("open", if: form != nil)) {
            summary { Text(nl: "Afspraak wijzigen", en: "Change the agreement") }
            PostForm(action: Addresses.amendReferral.path(programme.id, referral.id)) {
                input(.type("hidden"), .name("id"), .value(ids()))
                AgreementFields(
                    what: form?.what ?? referral.agreement.what,
                    contact: form?.contact ?? referral.agreement.contact ?? "",
                    day: form?.day ?? referral.agreement.day?.description ?? "",
                    issues: issues
                )
                button(.class("button secondary")) { Text(nl: "Afspraak bewaren", en: "Save the agreement") }
            }
        }
    }

    private var handOver: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Gegevens overdragen", en: "Hand over data") }
            p {
                Text(
                    nl:
                        "Het initiatief ziet dit bedrijf pas als u het overdraagt. Daarvoor is toestemming van het bedrijf nodig.",
                    en: "The initiative sees this company only when you hand it over. The company must consent."
                )
            }
            a(.class("button"), .href(Addresses.handOver.path(programme.id, referral.id))) {
                Text(nl: "Bekijken en overdragen", en: "Look and hand over")
            }
        }
    }

    private var nextStep: HTML {
        let form = returned.flatMap { $0.isAmendment ? nil : $0.form }
        let issues = returned.flatMap { $0.isAmendment ? nil : $0.issues } ?? []
        return Markup.section(.class("card")) {
            h2 { Text(nl: "Wat is er gebeurd?", en: "What happened?") }
            PostForm(action: Addresses.referral.path(programme.id, referral.id)) {
                input(.type("hidden"), .name("id"), .value(ids()))
                StepFields(steps: steps, form: form, today: today, issues: issues)
                button(.class("button")) { Text(nl: "Vastleggen", en: "Record") }
            }
        }
    }

    private func shared(_ handover: Handover) -> HTML {
        Markup.section(.class("card")) {
            h2 {
                referral.isShared
                    ? Text(nl: "Dit ziet het initiatief", en: "What the initiative sees")
                    : Text(nl: "Dit zag het initiatief", en: "What the initiative saw")
            }
            SharedItems(items: handover.items)
            p(.class("muted small")) {
                Text(nl: "Toestemming van ", en: "Consent of ")
                handover.consent.givenBy
                ", "
                HTML.day(handover.consent.givenOn)
                " ("
                handover.consent.manner.name
                ")."
            }
        }
    }

    private var history: HTML {
        Markup.section {
            h2 { Text(nl: "Verloop", en: "History") }
            ol(.class("timeline")) {
                for event in referral.events.reversed() {
                    li(.class(event.step == .done ? "done" : "")) {
                        HTML.day(event.happenedOn)
                        strong { event.step.name }
                        if event.step == .amended, let agreement = event.agreement {
                            AgreementLine(agreement: agreement)
                        }
                        if let note = event.note { p { note } }
                        p(.class("muted small")) { event.name }
                    }
                }
            }
        }
    }
}

/// What happened, when, and why: the same for adviser and coach.
struct StepFields: Component {
    let steps: [ReferralStep]
    let form: ReferralStepForm?
    let today: Day
    let issues: [any ExplainedIssue]

    var body: HTML {
        ChoiceField(
            name: "stap",
            caption: Text(nl: "Kies één", en: "Choose one"),
            options: steps.map { SelectField.Option(value: $0.rawValue, caption: $0.choice) },
            values: Set([form?.step].compactMap(\.self)),
            issues: issues
        )
        TextField(
            name: "op",
            caption: Text(nl: "Op welke dag was dat?", en: "On which day was that?"),
            type: "date",
            value: form?.happenedOn ?? today.description,
            issues: issues
        )
        TextArea(
            name: "toelichting",
            caption: Text(nl: "Toelichting", en: "Explanation"),
            value: form?.note ?? "",
            rows: 3,
            hint: steps.contains(where: \.needsReason)
                ? Text(nl: "Bij nee of stoppen: waarom?", en: "With no or stopping: why?") : nil,
            isOptional: true,
            issues: issues
        )
    }
}

/// What was or will be shared, item by item.
struct SharedItems: Component {
    let items: [SharedItem]

    var body: HTML {
        dl(.class("facts")) {
            for item in items {
                dt { item.kind.caption }
                dd {
                    if let only = item.shown.first, item.shown.count == 1 {
                        only
                    } else {
                        ul { for line in item.shown { li { line } } }
                    }
                }
            }
        }
    }
}

extension SharedItem {
    /// The lines as people read them: the day of an agreement is kept as a date.
    var shown: [HTML] {
        lines.map { line in
            if kind == .agreement, let day = Day(line.nl) { return HTML.day(day) }
            return HTML.text(line)
        }
    }
}
