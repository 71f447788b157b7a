import Governance
import Kernel
import Markup
import Programmes

/// Who decides, when they meet, what was decided and what is still to be done.
struct GovernancePage: Page {
    let programme: Programme
    let state: GovernanceState
    let isSecretary: Bool
    let freshID: String
    var member = BodyMemberForm()
    var memberIssues: [InvalidGovernance.Issue] = []

    var title: Text { Text(nl: "Overleg en besluiten", en: "Meetings and decisions") }
    var section: NavigationSection? { .governance }
    var styles: [String] { ["action-plan.css", "governance.css"] }
    var issueCount: Int { memberIssues.count }

    var body: HTML {
        div(.class("page-head")) {
            h1 { title }
            if isSecretary {
                div(.class("actions no-print")) {
                    a(.class("button"), .href(Addresses.newMeeting.path(programme.id))) {
                        Text(nl: "Vergadering plannen", en: "Plan a meeting")
                    }
                }
            }
        }
        ErrorSummary(issues: memberIssues)
        meetings
        points
        decisions
        bodies
        if isSecretary { memberForm }
    }

    private var meetings: HTML {
        let coming = state.meetings.filter { $0.day >= state.today }
        let past = state.meetings.filter { $0.day < state.today }.reversed()
        return Markup.section {
            h2 { Text(nl: "Vergaderingen", en: "Meetings") }
            if state.meetings.isEmpty {
                div(.class("empty")) { p { Text(nl: "Er is nog niets gepland.", en: "Nothing is planned yet.") } }
            }
            ul(.class("lines")) { for meeting in coming { li { link(meeting) } } }
            if !past.isEmpty {
                details(.attribute("open", if: coming.isEmpty)) {
                    summary { Text(nl: "Geweest", en: "Held") }
                    ul(.class("lines")) { for meeting in past { li { link(meeting) } } }
                }
            }
        }
    }

    @HTMLBuilder private func link(_ meeting: Meeting) -> HTML {
        a(.href(Addresses.meeting.path(programme.id, meeting.id))) {
            HTML.day(meeting.day)
            ", "
            state.plan.bodyName(meeting.body)
        }
        if !meeting.place.isEmpty { span(.class("muted")) { " \(meeting.place)" } }
    }

    private var points: HTML {
        Markup.section {
            h2 { Text(nl: "Actiepunten die openstaan", en: "Action points that are open") }
            ActionPointList(
                programme: programme,
                points: state.openPoints,
                today: state.today,
                isSecretary: isSecretary
            )
        }
    }

    private var decisions: HTML {
        Markup.section {
            h2 { Text(nl: "Besluiten", en: "Decisions") }
            if state.decisions.isEmpty { p(.class("muted")) { Text(nl: "Nog geen.", en: "None yet.") } }
            ol(.class("decisions")) {
                for decision in state.decisions {
                    li {
                        DecisionCard(programme: programme, plan: state.plan, decision: decision, all: state.decisions)
                    }
                }
            }
        }
    }

    private var bodies: HTML {
        Markup.section {
            h2 { Text(nl: "Wie waarover gaat", en: "Who is responsible for what") }
            ul(.class("standing wide")) {
                for group in state.plan.bodies {
                    li {
                        div(.class("card")) {
                            h3 {
                                group.name
                                span(.class("badge plain")) { group.part.name }
                            }
                            p { group.task }
                            ul { for member in state.members(of: group.code, on: state.today) { li { seat(member) } } }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func seat(_ member: BodyMember) -> HTML {
        member.name
        if let organisation = member.organisation { ", \(programme.partyName(organisation))" }
        span(.class("muted small")) {
            Text(nl: " sinds ", en: " since ")
            HTML.shortDay(member.since)
            if let until = member.until {
                Text(nl: " tot en met ", en: " up to and including ")
                HTML.shortDay(until)
            }
        }
        if isSecretary, member.until == nil {
            PostForm(action: Addresses.endMembership.path(programme.id, member.id), .class("move")) {
                label(.for("tot-\(member.id)"), .class("visually-hidden")) {
                    Text(nl: "Laatste dag van \(member.name)", en: "Last day of \(member.name)")
                }
                input(.id("tot-\(member.id)"), .name("tot"), .type("date"), .value(state.today.description))
                button(.class("button secondary")) {
                    Text(nl: "Eindigt", en: "Ends")
                    span(.class("visually-hidden")) { " \(member.name)" }
                }
            }
        }
    }

    private var memberForm: HTML {
        details(.class("card"), .attribute("open", if: !memberIssues.isEmpty)) {
            summary { Text(nl: "Iemand neemt plaats", en: "Somebody takes a seat") }
            PostForm(action: Addresses.bodyMembers.path(programme.id)) {
                input(.type("hidden"), .name("id"), .value(member.id.isEmpty ? freshID : member.id))
                SelectField(
                    name: "overleg",
                    caption: Text(nl: "Overleg", en: "Body"),
                    options: state.plan.bodies.map { .init(value: $0.code.description, caption: $0.name) },
                    value: member.body,
                    prompt: Text(nl: "Kies", en: "Choose"),
                    issues: memberIssues
                )
                TextField(
                    name: "naam",
                    caption: Text(nl: "Naam", en: "Name"),
                    value: member.name,
                    autocomplete: "off",
                    issues: memberIssues
                )
                SelectField(
                    name: "organisatie",
                    caption: Text(nl: "Organisatie", en: "Organisation"),
                    options: state.plan.organisations.map {
                        .init(value: $0.code.description, caption: Text(same: $0.name))
                    },
                    value: member.organisation,
                    prompt: Text(nl: "Geen", en: "None"),
                    isOptional: true,
                    issues: memberIssues
                )
                TextField(
                    name: "vanaf",
                    caption: Text(nl: "Vanaf", en: "From"),
                    type: "date",
                    value: member.since.isEmpty ? state.today.description : member.since,
                    issues: memberIssues
                )
                TextField(
                    name: "tot",
                    caption: Text(nl: "Tot en met", en: "Up to and including"),
                    type: "date",
                    value: member.until,
                    hint: Text(nl: "Een jaar daarna vergeten we de naam.", en: "A year after that we forget the name."),
                    isOptional: true,
                    issues: memberIssues
                )
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
            }
        }
    }
}
