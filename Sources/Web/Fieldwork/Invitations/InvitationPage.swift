import Fieldwork
import HTTPTypes
import Kernel
import Markup
import Programmes

/// What the entrepreneur sees behind the link: who comes when, and three answers.
struct InvitationPage: Page {
    let programme: Programme
    let open: OpenInvitation
    let token: LinkToken
    let today: Day
    let form: InvitationAnswerForm
    var issues: [InvalidInvitation.Issue] = []

    private var invitation: Invitation { open.invitation }
    private var plan: ConversationPlan { open.appointment?.plan ?? invitation.proposal }

    var title: Text { Text(nl: "Mogen we bij u langskomen?", en: "May we visit you?") }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        p(.class("eyebrow")) { programme.name }
        h1 {
            open.appointment == nil
                ? title : Text(nl: "Onze afspraak", en: "Our appointment")
        }
        p(.class("lead")) { programme.summary }
        dl(.class("facts")) {
            dt { Text(nl: "Bedrijf", en: "Company") }
            dd { open.companyName }
            dt { Text(nl: "Wie komt er?", en: "Who comes?") }
            dd { plan.interviewer.name }
            dt { Text(nl: "Wanneer?", en: "When?") }
            dd {
                HTML.day(plan.day)
                if let time = plan.time { Text(nl: ", \(time) uur", en: ", \(time)") }
            }
            dt { Text(nl: "Hoe lang?", en: "How long?") }
            dd { Text(nl: "Drie kwartier", en: "Three quarters of an hour") }
        }
        state
        if !open.isOver(on: today) { answerForm }
        p(.class("muted small")) {
            Text(
                nl: "Wat u vertelt, delen we alleen zonder uw naam, tenzij u anders wilt. ",
                en: "What you tell is shared without your name only, unless you want otherwise. "
            )
            a(.href("/privacy")) { Text(nl: "Wat we van u bewaren", en: "What we keep about you") }
        }
    }

    @HTMLBuilder private var state: HTML {
        if open.isOver(on: today), invitation.answer?.kind != .declined {
            div(.class("notice info")) {
                p {
                    Text(
                        nl: "Op deze uitnodiging hoeft u niet meer te antwoorden.",
                        en: "You need not answer this invitation any more."
                    )
                }
            }
        } else if let answer = invitation.answer {
            div(.class("notice"), .role("status")) {
                switch answer.kind {
                case .confirmed where isOff:
                    p {
                        Text(
                            nl: "Onze afspraak gaat niet door. We nemen contact met u op voor een nieuw moment.",
                            en: "Our appointment is off. We will get in touch with you about another moment."
                        )
                    }
                case .confirmed:
                    p { Text(nl: "U zei ja. Tot dan!", en: "You said yes. See you then!") }
                case .otherTime:
                    p {
                        Text(
                            nl: "U vroeg om een ander moment. We nemen contact met u op.",
                            en: "You asked for another moment. We will get in touch with you."
                        )
                    }
                case .declined:
                    p {
                        Text(
                            nl: "U zei nee. Bedankt voor uw antwoord; we vragen het niet nog eens.",
                            en: "You said no. Thank you for your answer; we will not ask again."
                        )
                    }
                }
            }
        }
    }

    /// It was agreed, and we called it off.
    private var isOff: Bool { invitation.answer?.kind == .confirmed && open.appointment == nil }

    private var answerForm: HTML {
        PostForm(action: Addresses.invitation.path(token)) {
            input(.type("hidden"), .name("antwoordnummer"), .value(form.id))
            ChoiceField(
                name: "antwoord",
                caption: invitation.answer == nil
                    ? Text(nl: "Past dat?", en: "Does that suit you?")
                    : Text(nl: "Wilt u iets veranderen?", en: "Do you want to change something?"),
                options: InvitationAnswer.Kind.allCases.filter { !isOff || $0 != .confirmed }.map {
                    .init(value: $0.rawValue, caption: $0.caption)
                },
                values: [form.kind],
                issues: issues
            )
            TextArea(
                name: "toelichting",
                caption: Text(nl: "Wanneer past het wel, of waarom niet?", en: "When does it suit you, or why not?"),
                value: form.note,
                rows: 3,
                hint: Text(
                    nl: "Alleen nodig als u een ander moment wilt. Bijvoorbeeld: donderdag na 15 uur.",
                    en: "Only needed when you want another moment. Such as: Thursday after three."
                ),
                isOptional: true,
                issues: issues
            )
            button(.class("button")) { Text(nl: "Antwoord geven", en: "Answer") }
        }.body
    }
}

/// A link that opens nothing: which of the reasons it is, is nobody's business.
struct DeadInvitationPage: Page {
    var title: Text { Text(nl: "Deze link werkt niet (meer)", en: "This link does not work (any more)") }
    var width: PageWidth { .text }
    var status: HTTPResponse.Status { .gone }

    var body: HTML {
        h1 { title }
        p {
            Text(
                nl: "Misschien is hij niet helemaal overgenomen, of is de tijd voorbij. Wilt u nog antwoorden? Bel of "
                    + "mail wie u uitnodigde.",
                en: "Perhaps it was not copied completely, or its time is over. Do you still want to answer? Call or "
                    + "mail whoever invited you."
            )
        }
    }
}
