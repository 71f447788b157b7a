import Fieldwork
import Gatherings
import Kernel
import Markup
import Programmes

/// One session, as it is organised: what it is, who comes, what came of it.
struct SessionPage: Page {
    let programme: Programme
    let session: KnowledgeSession
    /// `nil` for who may see the session but not who comes.
    let board: SessionBoard?
    let feedback: FeedbackSummary?
    let mayOrganise: Bool
    let hasMail: Bool
    let ids: @Sendable () -> String
    let today: Day
    /// What was sent and not accepted, by its address.
    var returned: Returned?

    struct Returned {
        enum Form { case cancel, conclude, door }
        let form: Form
        let text: String
        var guest = ParticipantForm()
        let issues: [InvalidSession.Issue]
    }

    var title: Text { Text(same: session.plan.title) }
    var section: NavigationSection? { .sessions }
    var styles: [String] { ["sessions.css"] }
    var issueCount: Int { returned?.issues.count ?? 0 }

    /// It began, or it is today.
    var isThere: Bool { session.plan.day <= today && session.state != .cancelled && session.state != .draft }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.sessions.path(programme.id))) { Text(nl: "Kennissessies", en: "Knowledge sessions") }
        }
        ErrorSummary(issues: returned?.issues ?? [])
        div(.class("page-head")) {
            h1 { title }
            span(.class(session.state.badge)) { session.state.name }
        }
        if mayOrganise { actions }
        div(.class("columns")) {
            div(.class("stack")) {
                if let board { ParticipantSection(page: self, board: board) }
                if session.state == .held { results }
                if let feedback, session.state == .held { FeedbackSection(summary: feedback) }
                if mayOrganise, isThere { conclude }
            }
            aside(.class("stack")) {
                Markup.section(.class("card")) {
                    SessionFacts(session: session, programme: programme)
                    Paragraphs(text: session.plan.summary)
                    h2 { Text(nl: "Programma", en: "Programme") }
                    Paragraphs(text: session.plan.agenda)
                    if session.state == .cancelled, let reason = session.results {
                        h2 { Text(nl: "Waarom het niet doorgaat", en: "Why it does not take place") }
                        Paragraphs(text: reason)
                    }
                }
                if let theme = session.plan.theme {
                    p {
                        a(.href(Addresses.examples.path(programme.id) + "?thema=\(theme)")) {
                            Text(nl: "Voorbeelden om te vertellen", en: "Examples to tell")
                        }
                    }
                }
                if mayOrganise, session.state == .open || session.state == .draft { cancel }
            }
        }
    }

    @HTMLBuilder private var actions: HTML {
        div(.class("actions no-print")) {
            if session.state == .draft {
                PostForm(action: Addresses.openSession.path(programme.id, session.id)) {
                    button(.class("button")) { Text(nl: "Openstellen", en: "Open for sign-up") }
                }
            }
            if session.takesAnswers(on: today) {
                a(.class("button"), .href(Addresses.inviteToSession.path(programme.id, session.id))) {
                    Text(nl: "Bedrijven uitnodigen", en: "Invite companies")
                }
            }
            if session.state != .cancelled {
                a(.class("button secondary"), .href(Addresses.changeSession.path(programme.id, session.id))) {
                    Text(nl: "Wijzigen", en: "Change")
                }
            }
            if session.state == .open || session.state == .held {
                a(.href(Addresses.attendanceList.path(programme.id, session.id))) {
                    Text(nl: "Presentielijst", en: "Attendance list")
                }
            }
            if session.state == .open, session.plan.isPublic {
                a(.href(Addresses.publicSession.path(session.id))) { Text(nl: "Openbare pagina", en: "Public page") }
            }
        }
        if session.state == .draft {
            p(.class("muted")) {
                Text(
                    nl: "Nog niemand ziet deze sessie. Stel hem open om uit te nodigen.",
                    en: "Nobody sees this session yet. Open it to invite people."
                )
            }
        }
        if !hasMail {
            div(.class("notice info")) {
                p {
                    Text(
                        nl: "Er is geen mailserver ingesteld. Brieven wachten in het postvak uit.",
                        en: "No mail server was set. Letters wait in the outbox."
                    )
                }
            }
        }
    }

    private var results: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Wat eruit kwam", en: "What came of it") }
            Paragraphs(text: session.results ?? "")
        }
    }

    private var conclude: HTML {
        let own = returned?.form == .conclude
        return details(.class("card no-print"), .attribute("open", if: session.state == .open || own)) {
            summary {
                session.state == .held
                    ? Text(nl: "Verslag verbeteren", en: "Put the report right")
                    : Text(nl: "Sessie afronden", en: "Conclude the session")
            }
            PostForm(action: Addresses.concludeSession.path(programme.id, session.id)) {
                TextArea(
                    name: "tekst",
                    id: own ? nil : "tekst-afronden",
                    caption: Text(nl: "Wat kwam eruit?", en: "What came of it?"),
                    value: own ? returned?.text ?? "" : session.results ?? "",
                    hint: Text(
                        nl: "Gemeenten en de provincie lezen dit. Noem geen bedrijf dat dat niet wil.",
                        en: "Municipalities and the province read this. Name no company that does not want so."
                    ),
                    issues: own ? returned?.issues ?? [] : []
                )
                button(.class("button")) { Text(nl: "Afronden", en: "Conclude") }
            }
            if session.state == .held, board?.present.contains(where: { $0.email != nil }) ?? false {
                PostForm(action: Addresses.askFeedback.path(programme.id, session.id)) {
                    button(.class("button secondary")) {
                        Text(nl: "Vraag wie er was om een reactie", en: "Ask who was there how it was")
                    }
                }
            }
        }
    }

    private var cancel: HTML {
        let own = returned?.form == .cancel
        return details(.class("card no-print"), .attribute("open", if: own)) {
            summary { Text(nl: "Gaat niet door", en: "Does not take place") }
            PostForm(action: Addresses.cancelSession.path(programme.id, session.id)) {
                TextArea(
                    name: "tekst",
                    id: own ? nil : "tekst-afzeggen",
                    caption: Text(nl: "Waarom niet?", en: "Why not?"),
                    value: own ? returned?.text ?? "" : "",
                    rows: 3,
                    hint: Text(
                        nl: "Dit staat in de mail aan wie zich aanmeldde.",
                        en: "This is in the mail to who signed up."
                    ),
                    issues: own ? returned?.issues ?? [] : []
                )
                button(.class("button danger")) { Text(nl: "Afzeggen", en: "Cancel") }
            }
        }
    }
}

/// What people who were there said, once nobody can be recognised in it.
struct FeedbackSection: Component {
    let summary: FeedbackSummary

    var body: HTML {
        section(.class("card")) {
            h2 { Text(nl: "Reacties", en: "Feedback") }
            if let marks = summary.marks, let average = summary.average {
                p {
                    span(.class("big-number")) { HTML.decimal(average) }
                    Text(
                        nl: " van 5, gemiddeld over \(summary.count) reacties",
                        en: " of 5, on average over \(summary.count) answers"
                    )
                }
                table {
                    caption(.class("visually-hidden")) { Text(nl: "Hoe nuttig was het?", en: "How useful was it?") }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Cijfer", en: "Mark") }
                            th(.scope("col"), .class("number")) { Text(nl: "Hoe vaak", en: "How often") }
                        }
                    }
                    tbody {
                        for (mark, count) in zip(1..., marks) {
                            tr {
                                th(.scope("row")) { "\(mark)" }
                                td(.class("number")) { HTML.number(count) }
                            }
                        }
                    }
                }
                list(Text(nl: "Wat men meenam", en: "What people took home"), summary.takeaways)
                list(Text(nl: "Wensen voor een volgende keer", en: "Wishes for a next time"), summary.wishes)
            } else {
                p {
                    Text(
                        nl:
                            "\(summary.count) reacties. We tonen ze vanaf \(FeedbackSummary.smallest), zodat niemand te herkennen is.",
                        en:
                            "\(summary.count) answers. We show them from \(FeedbackSummary.smallest) on, so that nobody can be recognised."
                    )
                }
            }
        }
    }

    @HTMLBuilder private func list(_ title: Text, _ lines: [String]) -> HTML {
        if !lines.isEmpty {
            h3 { title }
            ul { for line in lines { li { line } } }
        }
    }
}
