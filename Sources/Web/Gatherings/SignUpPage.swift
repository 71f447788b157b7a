import Gatherings
import HTTPTypes
import Kernel
import Markup
import Programmes

/// What a personal link shows: the session, and what somebody can do.
struct SignUpPage: Page {
    let programme: Programme
    let open: OpenSession
    let token: String
    let ids: @Sendable () -> String
    let today: Day
    var feedback = FeedbackForm()
    var issues: [InvalidSession.Issue] = []

    private var session: KnowledgeSession { open.session }

    var title: Text { Text(same: session.plan.title) }
    var width: PageWidth { .text }
    var styles: [String] { ["sessions.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        p(.class("eyebrow")) { programme.name }
        h1 { title }
        div(.class("notice"), .role("status")) { p { state } }
        if session.takesAnswers(on: today) { answers }
        if session.state == .held, open.participant.isPresent == true, !open.participant.gaveFeedback { feedbackForm }
        SessionFacts(session: session, programme: programme)
        Paragraphs(text: session.plan.summary)
        h2 { Text(nl: "Programma", en: "Programme") }
        Paragraphs(text: session.plan.agenda)
        if open.standing == .placed {
            p {
                a(.href(Addresses.signUpCalendar.path(token))) {
                    Text(nl: "In uw agenda zetten", en: "Put it in your calendar")
                }
            }
        }
        erase
    }

    private var state: Text {
        switch (session.state, open.standing) {
        case (.cancelled, _):
            Text(nl: "Deze kennissessie gaat niet door.", en: "This session does not take place.")
        case (.held, _) where open.participant.gaveFeedback:
            Text(nl: "Bedankt voor uw reactie.", en: "Thank you for your answer.")
        case (.held, _): Text(nl: "Deze kennissessie is geweest.", en: "This session took place.")
        case (_, .placed): Text(nl: "U komt: er is een plaats voor u.", en: "You are coming: there is a place for you.")
        case (_, .waiting(let number)):
            Text(
                nl: "U staat op de wachtlijst, op plaats \(number). Komt er een plaats vrij, dan krijgt u bericht.",
                en: "You are on the waiting list, at place \(number). When a place comes free, you get a message."
            )
        case (_, .left): Text(nl: "U hebt zich afgemeld.", en: "You left.")
        case (_, .declined):
            Text(nl: "U komt niet. Bedankt voor uw antwoord.", en: "You do not come. Thank you for your answer.")
        case (_, .invited):
            open.free > 0
                ? Text(nl: "Komt u ook? Er zijn nog plaatsen vrij.", en: "Are you coming? There are places free.")
                : Text(
                    nl: "Alle plaatsen zijn bezet. U kunt op de wachtlijst komen.",
                    en: "All places are taken. You can come on the waiting list."
                )
        }
    }

    private var answers: HTML {
        PostForm(action: Addresses.signUp.path(token)) {
            input(.type("hidden"), .name("antwoordnummer"), .value(ids()))
            div(.class("actions")) {
                switch open.standing {
                case .placed, .waiting:
                    button(.class("button secondary"), .name("antwoord"), .value(Participant.Answer.left.rawValue)) {
                        Text(nl: "Meld mij af", en: "I am not coming after all")
                    }
                case .invited, .declined, .left:
                    button(.class("button"), .name("antwoord"), .value(Participant.Answer.signedUp.rawValue)) {
                        open.free > 0
                            ? Text(nl: "Ik kom", en: "I am coming")
                            : Text(nl: "Zet mij op de wachtlijst", en: "Put me on the waiting list")
                    }
                    if open.standing == .invited {
                        button(
                            .class("button secondary"),
                            .name("antwoord"),
                            .value(Participant.Answer.declined.rawValue)
                        ) { Text(nl: "Ik kom niet", en: "I am not coming") }
                    }
                }
            }
        }.body
    }

    private var feedbackForm: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Wat had u eraan?", en: "What did it bring you?") }
            PostForm(action: Addresses.giveFeedback.path(token)) {
                ChoiceField(
                    name: "cijfer",
                    caption: Text(nl: "Hoe nuttig was het?", en: "How useful was it?"),
                    options: [
                        .init(value: "1", caption: Text(nl: "1: niets aan", en: "1: no use")),
                        .init(value: "2", caption: Text(same: "2")), .init(value: "3", caption: Text(same: "3")),
                        .init(value: "4", caption: Text(same: "4")),
                        .init(value: "5", caption: Text(nl: "5: veel aan", en: "5: very useful")),
                    ],
                    values: [feedback.usefulness],
                    issues: issues
                )
                TextArea(
                    name: "meegenomen",
                    caption: Text(nl: "Wat gaat u er mee doen?", en: "What will you do with it?"),
                    value: feedback.takeaway,
                    rows: 3,
                    isOptional: true
                )
                TextArea(
                    name: "wens",
                    caption: Text(
                        nl: "Waar wilt u een volgende keer over horen?",
                        en: "What would you like to hear next time?"
                    ),
                    value: feedback.wish,
                    rows: 3,
                    isOptional: true,
                    issues: issues
                )
                div(.class("choice")) {
                    input(.type("checkbox"), .id("bellen"), .name("bellen"), .value("ja"), .checked(feedback.wantsCall))
                    label(.for("bellen")) {
                        Text(nl: "Bel mij om verder te praten", en: "Call me to talk on")
                    }
                }
                p(.class("hint")) {
                    Text(
                        nl: "We bewaren uw reactie zonder uw naam. Alleen of u gebeld wilt worden, weten we van u.",
                        en: "We keep your answer without your name. Only whether you want a call is known to be yours."
                    )
                }
                button(.class("button")) { Text(nl: "Versturen", en: "Send") }
            }
        }
    }

    private var erase: HTML {
        details {
            summary { Text(nl: "Wat we van u bewaren", en: "What we keep about you") }
            p {
                Text(nl: "Uw naam", en: "Your name")
                " (\(open.participant.name))"
                Text(nl: ", uw bedrijf", en: ", your company")
                " (\(open.participant.companyName))"
                Text(nl: " en uw e-mailadres", en: " and your e-mail address")
                " (\(open.participant.email ?? "–")). "
                Text(
                    nl: "We wissen dit een half jaar na de sessie, of nu als u dat wilt. U bent dan ook afgemeld.",
                    en: "We erase this half a year after the session, or now if you want. You are signed off then too."
                )
            }
            PostForm(action: Addresses.eraseSignUp.path(token)) {
                button(.class("button danger")) { Text(nl: "Wis mijn gegevens", en: "Erase my data") }
            }
        }
    }
}

/// After somebody had everything erased, or with a link that opens nothing.
struct DeadSignUpPage: Page {
    var isErased = false

    var title: Text {
        isErased
            ? Text(nl: "Uw gegevens zijn gewist", en: "Your data were erased")
            : Text(nl: "Deze link werkt niet (meer)", en: "This link does not work (any more)")
    }
    var width: PageWidth { .text }
    var status: HTTPResponse.Status { isErased ? .ok : .gone }

    var body: HTML {
        h1 { title }
        p {
            if isErased {
                Text(
                    nl: "U bent afgemeld, en we weten niet meer wie u was.",
                    en: "You were signed off, and we no longer know who you were."
                )
            } else {
                Text(
                    nl:
                        "Misschien is hij niet helemaal overgenomen, of is de tijd voorbij. Vraag een nieuwe link aan bij "
                        + "de kennissessie.",
                    en: "Perhaps it was not copied completely, or its time is over. Ask for a new link at the session."
                )
            }
        }
        p { a(.href(Addresses.publicSessions.path())) { Text(nl: "Naar de kennissessies", en: "To the sessions") } }
    }
}
