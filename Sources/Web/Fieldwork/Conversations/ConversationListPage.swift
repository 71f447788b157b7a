import Fieldwork
import Kernel
import Markup
import Programmes

/// All conversations of a programme: what is to be done first.
struct ConversationListPage: Page {
    let programme: Programme
    let list: ConversationList
    let filter: ConversationFilter
    let today: Day
    let mayPlan: Bool

    var title: Text { Text(nl: "Gesprekken", en: "Conversations") }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["sheet.css"] }

    var body: HTML {
        div(.class("page-head")) {
            h1 { title }
            div(.class("actions")) {
                a(.class("button secondary"), .href(Addresses.agenda.path(programme.id))) {
                    Text(nl: "Agenda", en: "Agenda")
                }
                if mayPlan {
                    a(.class("button secondary"), .href(Addresses.onTheRoad.path())) {
                        Text(nl: "Meenemen, zonder internet", en: "Take along, without internet")
                    }
                    a(.class("button"), .href(Addresses.newConversation.path(programme.id))) {
                        Text(nl: "Gesprek plannen", en: "Plan a conversation")
                    }
                }
            }
        }
        filters
        if list.lines.isEmpty { empty } else { table }
    }

    private var filters: HTML {
        form(
            .class("filters"),
            .action(Addresses.conversations.path(programme.id)),
            .attribute("method", "get"),
            .ariaLabel(Text(nl: "Gesprekken zoeken", en: "Find conversations"))
        ) {
            SelectField(
                name: "stand",
                caption: Text(nl: "Stand", en: "State"),
                options: [SelectField.Option(value: "open", caption: Text(nl: "nog te doen", en: "to be done"))]
                    + Conversation.State.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: chosenState,
                prompt: Text(nl: "alles", en: "all")
            )
            SelectField(
                name: "kwartaal",
                caption: Text(nl: "Kwartaal", en: "Quarter"),
                options: quarters.map { .init(value: $0.description, caption: $0.name) },
                value: filter.quarter?.description ?? "",
                prompt: Text(nl: "alle", en: "all")
            )
            SelectField(
                name: "interviewer",
                caption: Text(nl: "Wie", en: "Who"),
                options: list.interviewers.compactMap { person in
                    person.account.map { .init(value: $0.description, caption: Text(same: person.name)) }
                },
                value: filter.interviewer?.description ?? "",
                prompt: Text(nl: "iedereen", en: "everybody")
            )
            SelectField(
                name: "gemeente",
                caption: Text(nl: "Gemeente", en: "Municipality"),
                options: programme.municipalities.sorted { Formats.precedes($0.name, $1.name) }
                    .map { .init(value: $0.code.description, caption: Text(same: $0.name)) },
                value: filter.municipality?.description ?? "",
                prompt: Text(nl: "alle", en: "all")
            )
            button(.class("button secondary")) { Text(nl: "Toon", en: "Show") }
        }
    }

    private var chosenState: String {
        filter.states.count == 1 ? filter.states[0].rawValue : filter.states.isEmpty ? "" : "open"
    }

    private var quarters: [Quarter] {
        var all: [Quarter] = []
        var next = programme.firstQuarter
        while next <= programme.lastQuarter {
            all.append(next)
            next = next.next
        }
        return all
    }

    private var isFiltered: Bool {
        filter != ConversationFilter(limit: filter.limit, offset: filter.offset)
    }

    private var empty: HTML {
        div(.class("empty")) {
            if isFiltered {
                p { Text(nl: "Geen gesprekken met deze keuze.", en: "No conversations with this choice.") }
                p {
                    a(.href(Addresses.conversations.path(programme.id))) {
                        Text(nl: "Toon alle gesprekken", en: "Show all conversations")
                    }
                }
            } else {
                p {
                    Text(
                        nl: "Er zijn nog geen gesprekken. Kies een bedrijf en maak een afspraak.",
                        en: "There are no conversations yet. Choose a company and make an appointment."
                    )
                }
                p {
                    a(.class("button"), .href(NavigationSection.companies.path(in: programme.id))) {
                        Text(nl: "Naar de bedrijven", en: "To the companies")
                    }
                }
            }
        }
    }

    private var table: HTML {
        var result = HTML.empty
        result.append(
            p(.class("muted")) {
                HTML.number(list.total)
                list.total == 1
                    ? Text(nl: " gesprek; wat nog moet, staat bovenaan.", en: " conversation; what is due comes first.")
                    : Text(
                        nl: " gesprekken; wat nog moet, staat bovenaan.",
                        en: " conversations; what is due comes first."
                    )
            }
        )
        result.append(
            div(.class("table-scroll")) {
                Markup.table(.class("cards")) {
                    caption(.class("visually-hidden")) { title }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                            th(.scope("col")) { Text(nl: "Dag", en: "Day") }
                            th(.scope("col")) { Text(nl: "Meting", en: "Measurement") }
                            th(.scope("col")) { Text(nl: "Plaats", en: "Place") }
                            th(.scope("col")) { Text(nl: "Wie", en: "Who") }
                            th(.scope("col")) { Text(nl: "Stand", en: "State") }
                        }
                    }
                    tbody { for line in list.lines { row(line) } }
                }
            }
        )
        result.append(paging)
        return result
    }

    private func row(_ line: ConversationLine) -> HTML {
        let talk = line.conversation
        let isLate = talk.state == .planned && talk.plan.day < today
        return tr {
            th(.scope("row")) {
                a(.href(Addresses.conversation.path(programme.id, talk.id))) { line.companyName }
            }
            td(.attribute("data-label", Text(nl: "Dag", en: "Day"))) {
                HTML.shortDay(talk.day)
                if talk.state == .planned, let time = talk.plan.time { " \(time)" }
                if isLate {
                    " "
                    span(.class("badge attention")) { Text(nl: "te laat", en: "overdue") }
                }
                if talk.state == .planned, talk.plan.day == today {
                    " "
                    span(.class("badge busy")) { Text(nl: "vandaag", en: "today") }
                }
            }
            td(.attribute("data-label", Text(nl: "Meting", en: "Measurement"))) { talk.measurement.name }
            td(.attribute("data-label", Text(nl: "Plaats", en: "Place"))) {
                line.municipality.flatMap(programme.area)?.name ?? line.city ?? "–"
            }
            td(.attribute("data-label", Text(nl: "Wie", en: "Who"))) { talk.plan.interviewer.name }
            td(.attribute("data-label", Text(nl: "Stand", en: "State"))) {
                span(.class(talk.state.badge)) { talk.state.name }
            }
        }
    }

    private var paging: HTML {
        let path = Addresses.conversations.path(programme.id) + "?\(query)&bladzijde="
        return Paging(
            page: filter.offset / filter.limit + 1,
            pageCount: (list.total + filter.limit - 1) / filter.limit,
            path: { path + "\($0)" }
        ).body
    }

    private var query: String {
        [
            "stand=\(chosenState)", "kwartaal=\(filter.quarter?.description ?? "")",
            "interviewer=\(filter.interviewer?.description ?? "")",
            "gemeente=\(filter.municipality?.description ?? "")",
        ].joined(separator: "&")
    }
}

extension Quarter {
    var name: Text { Text(nl: "\(number)e kwartaal \(year)", en: "quarter \(number) of \(year)") }
}
