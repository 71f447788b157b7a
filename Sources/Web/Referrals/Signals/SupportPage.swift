import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// Whether the help fits (*past de hulp?*): what companies said of each initiative, and what is told about it.
struct SupportPage: Page {
    let programme: Programme
    let fits: [SupportFit]
    let mayTell: Bool
    let ids: @Sendable () -> String
    /// What was sent and not accepted.
    var returned: Returned?

    struct Returned {
        /// The initiative, or the signal that a change belongs to.
        let subject: String
        let form: SupportForm
        let issues: [InvalidSupportSignal.Issue]
    }

    var title: Text { Text(nl: "Past de hulp?", en: "Does the help fit?") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }
    var issueCount: Int { returned?.issues.count ?? 0 }

    var body: HTML {
        ErrorSummary(issues: explained(returned?.subject ?? ""))
        h1 { title }
        ReferralTabs(programme: programme.id, current: Addresses.support)
        p(.class("lead")) {
            Text(
                nl: "Bij de terugkoppeling vragen we of de hulp paste. Past die niet, dan laat u dat weten aan het "
                    + "initiatief en de partners, zonder te zeggen welk bedrijf het was.",
                en: "In the follow-up we ask whether the help fitted. When it did not, you tell the initiative and the "
                    + "partners, without saying which company it was."
            )
        }
        if fits.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Nog geen bedrijf is hiernaar gevraagd.", en: "No company was asked about this yet.") }
            }
        }
        for fit in fits { card(fit) }
    }

    private func card(_ fit: SupportFit) -> HTML {
        Markup.section(.class("card"), .attribute("aria-labelledby", "i-\(fit.initiative)")) {
            h2(.id("i-\(fit.initiative)")) {
                programme.initiativeName(fit.initiative)
            }
            p {
                Text(
                    nl: "\(fit.asked) keer gevraagd: \(fit.helped) keer hielp het, \(fit.misfits) keer paste het niet.",
                    en: "Asked \(fit.asked) times: it helped \(fit.helped) times, it did not fit \(fit.misfits) times."
                )
            }
            if !fit.reasons.isEmpty {
                ul {
                    for reason in FollowUpOutcome.Misfit.allCases {
                        if let count = fit.reasons[reason] {
                            li {
                                reason.name
                                span(.class("muted")) { " · \(count)" }
                            }
                        }
                    }
                }
            }
            for signal in fit.signals {
                SupportSignalView(signal: signal)
                if mayTell { changeForm(signal) }
            }
            if mayTell { tellForm(fit) }
        }
    }

    private func tellForm(_ fit: SupportFit) -> HTML {
        let subject = fit.initiative.description
        let own = returned?.subject == subject
        return details(.attribute("open", if: own)) {
            summary { Text(nl: "Laat weten wat anders moet", en: "Tell what should be different") }
            PostForm(action: Addresses.tellSupport.path(programme.id, fit.initiative)) {
                input(.type("hidden"), .name("id"), .value(own ? returned?.form.id ?? ids() : ids()))
                TextArea(
                    name: "signaal-\(subject)",
                    caption: Text(
                        nl: "Wat zeggen bedrijven over deze hulp?",
                        en: "What do companies say about this help?"
                    ),
                    value: own ? returned?.form.words ?? "" : "",
                    hint: Text(
                        nl: "De coach, de gemeenten en de provincie lezen dit. Noem geen bedrijf, persoon of plaats.",
                        en:
                            "The coach, the municipalities and the province read this. Name no company, person or place."
                    ),
                    issues: explained(subject)
                )
                button(.class("button")) { Text(nl: "Laat het weten", en: "Tell them") }
            }
        }
    }

    private func changeForm(_ signal: SupportSignal) -> HTML {
        let subject = signal.id.description
        let own = returned?.subject == subject
        return details(.attribute("open", if: own)) {
            summary { Text(nl: "Wat is ermee gedaan?", en: "What was done with it?") }
            PostForm(action: Addresses.changeSupport.path(programme.id, signal.id)) {
                input(.type("hidden"), .name("id"), .value(own ? returned?.form.id ?? ids() : ids()))
                TextArea(
                    name: "signaal-\(subject)",
                    caption: Text(nl: "Wat is er veranderd?", en: "What changed?"),
                    value: own ? returned?.form.words ?? "" : "",
                    rows: 2,
                    issues: explained(subject)
                )
                button(.class("button secondary")) { Text(nl: "Bewaren", en: "Save") }
            }
        }
    }

    private func explained(_ subject: String) -> [any ExplainedIssue] {
        guard let returned, returned.subject == subject else { return [] }
        return returned.issues.map { ExplainedSupportIssue(issue: $0, field: "signaal-\(subject)") }
    }
}

/// One signal and what was done with it.
struct SupportSignalView: Component {
    let signal: SupportSignal
    /// Where several initiatives stand under each other.
    var initiative: String?

    var body: HTML {
        div(.class("signal")) {
            if let initiative { p { strong { initiative } } }
            blockquote {
                p { signal.words }
                p(.class("muted small")) {
                    HTML.day(Day(signal.toldAt))
                    " · \(signal.name)"
                }
            }
            for change in signal.changes {
                p {
                    strong { Text(nl: "Gedaan: ", en: "Done: ") }
                    change.words
                    span(.class("muted small")) {
                        " "
                        HTML.shortDay(Day(change.madeAt))
                    }
                }
            }
        }
    }
}

/// What a coach is told about the own initiative.
struct SupportForCoach: Component {
    let views: [SupportView]
    let programme: Programme

    var body: HTML {
        if !views.isEmpty {
            section(.attribute("aria-labelledby", "hulp")) {
                h2(.id("hulp")) {
                    Text(nl: "Wat bedrijven zeggen over de hulp", en: "What companies say about the help")
                }
                for view in views {
                    div(.class("card")) {
                        h3 { programme.initiativeName(view.initiative) }
                        if !view.reasons.isEmpty {
                            p {
                                Text(
                                    nl: "Waar het niet paste, noemden bedrijven:",
                                    en: "Where it did not fit, companies mentioned:"
                                )
                            }
                            ul { for reason in view.reasons { li { reason.name } } }
                        }
                        for signal in view.signals { SupportSignalView(signal: signal) }
                    }
                }
            }
        }
    }
}

struct ExplainedSupportIssue: ExplainedIssue {
    let issue: InvalidSupportSignal.Issue
    let field: String

    var explanation: Text {
        switch issue {
        case .wordsMissing: Text(nl: "Schrijf op wat er speelt.", en: "Write down what is the matter.")
        case .wordsTooLong: Text(nl: "Houd het bij 1000 tekens.", en: "Keep it within 1000 characters.")
        case .names(let name):
            Text(
                nl: "Hier staat ‘\(name)’. Haal die naam weg, zodat niemand kan zien om wie het gaat.",
                en: "This says ‘\(name)’. Take out that name, so that nobody can see who it is about."
            )
        }
    }
}

extension InvalidSupportSignal: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Dit kan zo niet verstuurd worden.", en: "This cannot be sent like this.")
    }
}

extension SupportProblem: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Dit signaal of initiatief is er niet.", en: "There is no such signal or initiative.")
    }
}
