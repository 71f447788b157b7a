import Governance
import Kernel
import Markup
import Programmes

/// To plan a meeting, or to move it.
struct MeetingFormPage: Page {
    let programme: Programme
    let plan: ActionPlan
    let action: String
    var form: MeetingForm
    var issues: [InvalidGovernance.Issue] = []
    let isNew: Bool

    var title: Text {
        isNew
            ? Text(nl: "Vergadering plannen", en: "Plan a meeting")
            : Text(nl: "Vergadering verzetten", en: "Move a meeting")
    }
    var section: NavigationSection? { .governance }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        WayBack(to: Addresses.governance.path(programme.id)) {
            Text(nl: "Overleg en besluiten", en: "Meetings and decisions")
        }
        h1 { title }
        ErrorSummary(issues: issues)
        PostForm(action: action) {
            input(.type("hidden"), .name("id"), .value(form.id))
            SelectField(
                name: "overleg",
                caption: Text(nl: "Welk overleg", en: "Which body"),
                options: plan.bodies.map { .init(value: $0.code.description, caption: $0.name) },
                value: form.body,
                prompt: Text(nl: "Kies", en: "Choose"),
                issues: issues
            )
            TextField(name: "dag", caption: Text(nl: "Dag", en: "Day"), type: "date", value: form.day, issues: issues)
            TextField(
                name: "plaats",
                caption: Text(nl: "Waar", en: "Where"),
                value: form.place,
                isOptional: true,
                issues: issues
            )
            button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
        }
    }
}

/// One meeting: what is on the agenda, and what came of it.
struct MeetingPage: Page {
    let programme: Programme
    let plan: ActionPlan
    let meeting: Meeting
    let all: GovernanceState
    let isSecretary: Bool
    let freshID: String
    var item = AgendaItemForm()
    var decision = DecisionForm()
    var point = ActionPointForm()
    var refused: Refused?
    var issues: [InvalidGovernance.Issue] = []
    var paperIssues: [AgendaPaperIssue] = []

    enum Refused { case item, decision, point, closing }

    var title: Text { plan.bodyName(meeting.body) }
    var section: NavigationSection? { .governance }
    var styles: [String] { ["action-plan.css", "governance.css"] }
    var scripts: [String] { isSecretary && !meeting.agenda.isEmpty ? ["files.js"] : [] }
    var issueCount: Int { issues.count + paperIssues.count }

    var body: HTML {
        WayBack(to: Addresses.governance.path(programme.id)) {
            Text(nl: "Overleg en besluiten", en: "Meetings and decisions")
        }
        div(.class("page-head")) {
            h1 {
                title
                ", "
                HTML.day(meeting.day)
            }
            div(.class("actions no-print")) {
                a(.class("button"), .href(Addresses.meetingPapers.path(programme.id, meeting.id))) {
                    Text(nl: "Stukken (PDF)", en: "Papers (PDF)")
                }
                if isSecretary {
                    a(.class("button secondary"), .href(Addresses.changeMeeting.path(programme.id, meeting.id))) {
                        Text(nl: "Verzetten", en: "Move")
                    }
                }
            }
        }
        if !meeting.place.isEmpty { p { meeting.place } }
        ErrorSummary(issues: (refused == .closing ? [] : issues) + paperIssues)
        agenda
        decisions
        points
        if isSecretary { MeetingForms(page: self) }
    }

    private var agenda: HTML {
        Markup.section {
            h2 { Text(nl: "Agenda", en: "Agenda") }
            if meeting.agenda.isEmpty { p(.class("muted")) { Text(nl: "Nog leeg.", en: "Still empty.") } }
            ol(.class("agenda-items")) {
                for item in meeting.agenda {
                    li {
                        p {
                            strong { item.title }
                            " "
                            span(.class("badge plain")) { item.kind.name }
                            if let line = item.line.flatMap(plan.line) {
                                " "
                                a(.href(Addresses.actionLine.path(programme.id, line.code))) {
                                    "\(line.code) "
                                    line.name
                                }
                            }
                        }
                        if !item.words.isEmpty { Paragraphs(text: item.words) }
                        AgendaPaperList(page: self, item: item)
                        if isSecretary, !meeting.isOver(on: all.today) { changes(to: item) }
                    }
                }
            }
        }
    }

    private func changes(to item: AgendaItem) -> HTML {
        div(.class("actions no-print")) {
            if item.id != meeting.agenda.first?.id {
                PostForm(action: Addresses.putEarlier.path(programme.id, meeting.id, item.id)) {
                    input(.type("hidden"), .name("plek"), .value("\(item.position)"))
                    button(.class("button secondary small")) {
                        Text(nl: "Eerder", en: "Earlier")
                        span(.class("visually-hidden")) { " \(item.title)" }
                    }
                }
            }
            PostForm(action: Addresses.removeFromAgenda.path(programme.id, meeting.id, item.id)) {
                button(.class("button secondary small")) {
                    Text(nl: "Van de agenda", en: "Off the agenda")
                    span(.class("visually-hidden")) { " \(item.title)" }
                }
            }
        }
    }

    private var decisions: HTML {
        Markup.section {
            h2 { Text(nl: "Besloten", en: "Decided") }
            if meeting.decisions.isEmpty { p(.class("muted")) { Text(nl: "Nog niets.", en: "Nothing yet.") } }
            ol(.class("decisions")) {
                for decision in meeting.decisions {
                    li { DecisionCard(programme: programme, plan: plan, decision: decision, all: all.decisions) }
                }
            }
        }
    }

    private var points: HTML {
        Markup.section {
            h2 { Text(nl: "Afgesproken", en: "Agreed") }
            ActionPointList(programme: programme, points: meeting.points, today: all.today, isSecretary: isSecretary)
        }
    }
}
