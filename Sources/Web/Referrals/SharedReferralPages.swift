import Kernel
import Markup
import Programmes
import Referrals

/// What was handed over to a coach (*voor u*): what waits for an answer stands first.
struct SharedReferralListPage: Page {
    let programme: Programme
    let referrals: [SharedReferral]
    var queues: [PlaceQueue] = []
    var support: [SupportView] = []

    var title: Text { Text(nl: "Bedrijven voor u", en: "Companies for you") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }
    var width: PageWidth { .text }

    var body: HTML {
        h1 { title }
        if referrals.isEmpty {
            div(.class("empty")) {
                p {
                    Text(nl: "Er is nog geen bedrijf aan u overgedragen.", en: "No company was handed over to you yet.")
                }
                p {
                    Text(
                        nl: "Zodra een adviseur dat doet, staat het hier.",
                        en: "As soon as an adviser does so, it stands here."
                    )
                }
            }
        }
        ul(.class("plain stack")) {
            for referral in referrals {
                li {
                    a(.class("card card-link"), .href(Addresses.referral.path(programme.id, referral.id))) {
                        h2 { referral.companyName }
                        p {
                            StateBadge(state: referral.state)
                            " "
                            span(.class("muted")) {
                                Text(nl: "overgedragen ", en: "handed over ")
                                HTML.shortDay(referral.handedOverOn)
                            }
                        }
                        if let number = queues.lazy.compactMap({ $0.number(of: referral.id) }).first {
                            p {
                                Text(nl: "Nummer \(number) in uw wachtrij", en: "Number \(number) in your queue")
                            }
                        }
                        if let agreement = referral.items.first(where: { $0.kind == .agreement })?.lines.first {
                            p { agreement }
                        }
                    }
                }
            }
        }
        SupportForCoach(views: support, programme: programme)
    }
}

/// One company as a coach sees it, with what can be answered; made for a phone.
struct SharedReferralPage: Page {
    let programme: Programme
    let referral: SharedReferral
    let ids: @Sendable () -> String
    let today: Day
    var form: ReferralStepForm?
    var issues: [any ExplainedIssue] = []

    var title: Text { referral.companyName }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        nav(.class("breadcrumb")) {
            a(.href(Addresses.referrals.path(programme.id))) { Text(nl: "Bedrijven voor u", en: "Companies for you") }
        }
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            h1 { title }
            StateBadge(state: referral.state)
        }
        Markup.section(.class("card")) {
            h2 { Text(nl: "Wat u weet van dit bedrijf", en: "What you know of this company") }
            SharedItems(items: referral.items)
            p(.class("muted small")) {
                Text(
                    nl: "Het bedrijf gaf toestemming om dit met u te delen. Gebruik het alleen hiervoor.",
                    en: "The company consented to share this with you. Use it for this only."
                )
            }
        }
        if !referral.state.stepsOfCoach.isEmpty {
            Markup.section(.class("card")) {
                h2 {
                    referral.state == .handedOver
                        ? Text(nl: "Uw antwoord", en: "Your answer")
                        : Text(nl: "Wat is er gebeurd?", en: "What happened?")
                }
                PostForm(action: Addresses.referral.path(programme.id, referral.id)) {
                    input(.type("hidden"), .name("id"), .value(ids()))
                    StepFields(steps: referral.state.stepsOfCoach, form: form, today: today, issues: issues)
                    div(.class("actions")) {
                        button(.class("button")) { Text(nl: "Versturen", en: "Send") }
                    }
                }
            }
        }
        Markup.section {
            h2 { Text(nl: "Verloop", en: "History") }
            ol(.class("timeline")) {
                for event in referral.events.reversed() {
                    li(.class(event.step == .done ? "done" : "")) {
                        HTML.day(event.happenedOn)
                        strong { event.step.name }
                        if let note = event.note { p { note } }
                        if let name = event.name { p(.class("muted small")) { name } }
                    }
                }
            }
        }
    }
}
