import Gatherings
import Kernel
import Markup
import Programmes

/// The sessions of a programme (*kennissessies*): what comes, and what was.
struct SessionListPage: Page {
    let programme: Programme
    let sessions: [SessionSummary]
    let mayOrganise: Bool
    let today: Day

    var title: Text { Text(nl: "Kennissessies", en: "Knowledge sessions") }
    var section: NavigationSection? { .sessions }
    var styles: [String] { ["sessions.css"] }

    var body: HTML {
        let coming = sessions.filter { $0.session.plan.day >= today && $0.session.state != .cancelled }
        let past = sessions.filter { $0.session.plan.day < today || $0.session.state == .cancelled }
        div(.class("page-head")) {
            h1 { title }
            if mayOrganise {
                a(.class("button"), .href(Addresses.newSession.path(programme.id))) {
                    Text(nl: "Sessie plannen", en: "Plan a session")
                }
            }
        }
        p(.class("lead")) {
            Text(
                nl:
                    "Bedrijven vertellen elkaar wat werkt: kleine stappen die weinig kosten en veel bedrijven kunnen zetten.",
                en: "Companies tell each other what works: small steps that cost little and that many can take."
            )
        }
        if sessions.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er is nog geen kennissessie gepland.", en: "No session was planned yet.") }
            }
        }
        if !coming.isEmpty {
            h2 { Text(nl: "Binnenkort", en: "Coming up") }
            ul(.class("plain stack")) { for summary in coming { li { card(summary) } } }
        }
        if !past.isEmpty {
            h2 { Text(nl: "Geweest", en: "Past") }
            ul(.class("plain stack")) { for summary in past.reversed() { li { card(summary) } } }
        }
    }

    private func card(_ summary: SessionSummary) -> HTML {
        let session = summary.session
        return a(.class("card card-link"), .href(Addresses.session.path(programme.id, session.id))) {
            h3 { session.plan.title }
            p {
                HTML.day(session.plan.day)
                " · \(session.plan.venue), \(programme.area(session.plan.municipality)?.name ?? "") "
                span(.class(session.state.badge)) { session.state.name }
            }
            if let counts = summary.counts {
                p(.class("muted")) {
                    if session.state == .held {
                        Text(nl: "\(counts.present) aanwezig", en: "\(counts.present) present")
                    } else {
                        Text(
                            nl: "\(counts.placed) van \(session.plan.capacity) plaatsen bezet",
                            en: "\(counts.placed) of \(session.plan.capacity) places taken"
                        )
                        if counts.waiting > 0 {
                            Text(nl: ", \(counts.waiting) op de wachtlijst", en: ", \(counts.waiting) waiting")
                        }
                    }
                }
            }
        }
    }
}
