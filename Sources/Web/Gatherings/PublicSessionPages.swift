import Gatherings
import Kernel
import Markup
import Programmes

/// What anybody may come to.
struct PublicSessionListPage: Page {
    let sessions: [(session: KnowledgeSession, programme: Programme)]

    var title: Text { Text(nl: "Kennissessies voor bedrijven", en: "Knowledge sessions for companies") }
    var width: PageWidth { .text }
    var styles: [String] { ["sessions.css"] }

    var body: HTML {
        h1 { title }
        p(.class("lead")) {
            Text(
                nl: "Bedrijven vertellen elkaar wat werkt: kleine stappen die weinig kosten en meteen iets opleveren.",
                en: "Companies tell each other what works: small steps that cost little and bring something at once."
            )
        }
        if sessions.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er staat nu geen kennissessie gepland.", en: "No session is planned at present.") }
            }
        }
        ul(.class("plain stack")) {
            for (session, programme) in sessions {
                li {
                    a(.class("card card-link"), .href(Addresses.publicSession.path(session.id))) {
                        h2 { session.plan.title }
                        p {
                            HTML.day(session.plan.day)
                            Text(nl: ", \(session.plan.start) uur", en: ", \(session.plan.start)")
                            " · \(session.plan.venue), \(programme.area(session.plan.municipality)?.name ?? "")"
                        }
                        p(.class("muted")) { programme.name }
                    }
                }
            }
        }
        if !sessions.isEmpty {
            p {
                a(.href(Addresses.publicCalendar.path())) {
                    Text(nl: "In uw agenda zetten", en: "Put them in your calendar")
                }
            }
        }
    }
}

/// One session, with a form that asks for a personal link.
struct PublicSessionPage: Page {
    let programme: Programme
    let session: KnowledgeSession
    let free: Int
    let today: Day
    var form = ParticipantForm()
    var isSent = false
    var issues: [InvalidSession.Issue] = []

    var title: Text { Text(same: session.plan.title) }
    var width: PageWidth { .text }
    var styles: [String] { ["sessions.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.publicSessions.path())) { Text(nl: "Kennissessies", en: "Knowledge sessions") }
        }
        ErrorSummary(issues: issues)
        p(.class("eyebrow")) { programme.name }
        h1 { title }
        if session.state == .cancelled {
            div(.class("notice info")) {
                p { Text(nl: "Deze kennissessie gaat niet door.", en: "This session does not take place.") }
            }
        }
        Paragraphs(text: session.plan.summary)
        SessionFacts(session: session, programme: programme)
        h2 { Text(nl: "Programma", en: "Programme") }
        Paragraphs(text: session.plan.agenda)
        if session.takesAnswers(on: today) { signUp }
    }

    private var signUp: HTML {
        Markup.section(.class("card"), .id("aanmelden")) {
            h2 { Text(nl: "Meld u aan", en: "Sign up") }
            if isSent {
                div(.class("notice"), .role("status")) {
                    p {
                        Text(
                            nl: "Kijk in uw mail. Daar staat een link waarmee u zich aanmeldt.",
                            en: "Look in your mail. It has a link with which you sign up."
                        )
                    }
                }
            } else {
                p {
                    free > 0
                        ? Text(nl: "Er zijn nog plaatsen vrij.", en: "There are places free.")
                        : Text(
                            nl: "Alle plaatsen zijn bezet. U kunt op de wachtlijst komen.",
                            en: "All places are taken. You can come on the waiting list."
                        )
                }
                PostForm(action: Addresses.publicSession.path(session.id)) {
                    GuestFields(form: form, needsEmail: true, issues: issues)
                    p(.class("hint")) {
                        Text(
                            nl:
                                "We mailen u een link. Uw gegevens gebruiken we alleen voor deze sessie, en we wissen ze "
                                + "een half jaar erna.",
                            en:
                                "We mail you a link. We use your data for this session only, and erase them half a year "
                                + "after it."
                        )
                    }
                    button(.class("button")) { Text(nl: "Stuur mij een link", en: "Send me a link") }
                }
            }
        }
    }
}
