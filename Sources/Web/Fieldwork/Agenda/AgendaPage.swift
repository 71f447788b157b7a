import Fieldwork
import Foundation
import Kernel
import Markup
import Programmes

/// Six weeks of conversations, week by week, with proposed days for who still has to be visited.
struct AgendaPage: Page {
    let programme: Programme
    let agenda: Agenda
    let who: AccountID?
    let today: Day
    let mayMail: Bool
    let mayHold: Bool
    let feedMadeAt: Date?
    /// The address of the feed, at the one moment that it is known.
    let newFeed: String?

    var title: Text { Text(nl: "Agenda", en: "Agenda") }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["agenda.css"] }
    var scripts: [String] { mayHold ? ["agenda.js"] : [] }

    var body: HTML {
        div(.class("page-head")) {
            h1 { title }
            p(.class("actions")) {
                a(.href(Addresses.conversations.path(programme.id))) {
                    Text(nl: "Alle gesprekken", en: "All conversations")
                }
            }
        }
        if let newFeed { feedNotice(newFeed) }
        filters
        p(.class("agenda-steps")) {
            a(.href(path(from: agenda.first.adding(days: -42)))) { Text(nl: "← Eerder", en: "← Earlier") }
            " "
            HTML.shortDay(agenda.first)
            " – "
            HTML.shortDay(agenda.last)
            " "
            a(.href(path(from: agenda.last.adding(days: 1)))) { Text(nl: "Later →", en: "Later →") }
        }
        for week in 0..<6 { self.week(agenda.first.adding(days: 7 * week)) }
        feed
    }

    private func path(from day: Day) -> String {
        Addresses.agenda.path(programme.id) + "?vanaf=\(day)" + (who.map { "&wie=\($0)" } ?? "")
    }

    private var filters: HTML {
        form(
            .class("filters"),
            .action(Addresses.agenda.path(programme.id)),
            .attribute("method", "get"),
            .ariaLabel(Text(nl: "Agenda kiezen", en: "Choose an agenda"))
        ) {
            TextField(
                name: "vanaf",
                caption: Text(nl: "Vanaf", en: "From"),
                type: "date",
                value: agenda.first.description
            )
            if !agenda.interviewers.isEmpty {
                SelectField(
                    name: "wie",
                    caption: Text(nl: "Wie", en: "Who"),
                    options: agenda.interviewers.compactMap { person in
                        person.account.map { .init(value: $0.description, caption: Text(same: person.name)) }
                    },
                    value: who?.description ?? "",
                    prompt: Text(nl: "iedereen", en: "everybody")
                )
            }
            button(.class("button secondary")) { Text(nl: "Toon", en: "Show") }
        }
    }

    private func week(_ monday: Day) -> HTML {
        let days = (0..<7).map { monday.adding(days: $0) }
        let shown = days.filter { day in
            day.weekday <= 5 || agenda.appointments.contains { $0.conversation.day == day }
        }
        return Markup.section(.class("week"), .attribute("aria-labelledby", "week-\(monday)")) {
            h2(.id("week-\(monday)")) {
                Text(nl: "Week van ", en: "Week of ")
                HTML.shortDay(monday)
            }
            ol(.class("days")) { for day in shown { self.day(day) } }
        }
    }

    private func day(_ day: Day) -> HTML {
        let entries = agenda.appointments.filter { $0.conversation.day == day }
        let proposals = agenda.proposals.filter { $0.day == day }
        return li(
            .class(day == today ? "day today" : day < today ? "day past" : "day"),
            .attribute("data-day", day.description)
        ) {
            h3 { HTML.inLanguage { Formats.weekday(day, $0) } }
            for entry in entries { AgendaCard(programme: programme, entry: entry, mayMove: mayHold && day >= today) }
            for proposal in proposals {
                DayProposalCard(programme: programme, proposal: proposal, mayMail: mayMail)
            }
            if entries.isEmpty, proposals.isEmpty { p(.class("muted small")) { "–" } }
        }
    }

    private func feedNotice(_ address: String) -> HTML {
        div(.class("notice"), .role("status")) {
            p {
                Text(
                    nl: "Zet dit adres in uw eigen agenda (\"abonneren op agenda\"). U ziet het maar één keer:",
                    en: "Put this address in your own calendar (\"subscribe to calendar\"). You see it only once:"
                )
            }
            p { code { address } }
        }
    }

    private var feed: HTML {
        Markup.section(.class("card"), .attribute("aria-labelledby", "eigen-agenda")) {
            h2(.id("eigen-agenda")) { Text(nl: "In uw eigen agenda", en: "In your own calendar") }
            p {
                if let feedMadeAt {
                    Text(
                        nl: "Er is een adres voor uw agenda, gemaakt op ",
                        en: "There is an address for your calendar, made on "
                    )
                    HTML.day(Day(feedMadeAt))
                    Text(nl: ". Een nieuw adres maakt het oude ongeldig.", en: ". A new address ends the old one.")
                } else {
                    Text(
                        nl:
                            "Met een geheim adres staan uw gesprekken ook in de agenda op uw telefoon, met bedrijf en adres.",
                        en:
                            "With a secret address your conversations are also in the calendar on your phone, with company "
                            + "and address."
                    )
                }
            }
            PostForm(action: Addresses.agendaFeed.path(programme.id)) {
                div(.class("actions")) {
                    button(.class("button secondary"), .name("doe"), .value("maken")) {
                        feedMadeAt == nil
                            ? Text(nl: "Adres maken", en: "Make an address")
                            : Text(nl: "Nieuw adres maken", en: "Make a new address")
                    }
                    if feedMadeAt != nil {
                        button(.class("link"), .name("doe"), .value("weg")) {
                            Text(nl: "Adres weghalen", en: "Remove the address")
                        }
                    }
                }
            }
        }
    }
}

/// One conversation on its day; can be dragged to another where there is a mouse.
private struct AgendaCard: Component {
    let programme: Programme
    let entry: ConversationLine
    let mayMove: Bool

    private var talk: Conversation { entry.conversation }

    var body: HTML {
        let canMove = mayMove && talk.state == .planned
        article(.class("card appointment"), .attribute("draggable", ifPresent: canMove ? "true" : nil)) {
            p {
                if let time = talk.plan.time { strong { "\(time) " } }
                a(.href(Addresses.conversation.path(programme.id, talk.id)), .attribute("draggable", "false")) {
                    entry.companyName
                }
            }
            p(.class("muted small")) {
                entry.city ?? CompanyNames.of(programme).area(entry.municipality)
                " · \(talk.plan.interviewer.name)"
            }
            if talk.state != .planned { span(.class(talk.state.badge)) { talk.state.name } }
            if canMove {
                p(.class("small")) {
                    a(.href(Addresses.conversationPlan.path(programme.id, talk.id)), .attribute("draggable", "false")) {
                        Text(nl: "Verzetten", en: "Move")
                        span(.class("visually-hidden")) { ": \(entry.companyName)" }
                    }
                }
                // What a drag sends: the same appointment on another day.
                PostForm(action: Addresses.conversationPlan.path(programme.id, talk.id), .class("move"), .hidden) {
                    input(.type("hidden"), .name("dag"), .value(talk.plan.day.description))
                    input(.type("hidden"), .name("tijd"), .value(talk.plan.time?.description ?? ""))
                    input(
                        .type("hidden"),
                        .name("interviewer"),
                        .value(talk.plan.interviewer.account?.description ?? "")
                    )
                }
            }
        }
    }
}

/// A day on which companies near each other could be visited.
private struct DayProposalCard: Component {
    let programme: Programme
    let proposal: DayProposal
    let mayMail: Bool

    var body: HTML {
        article(.class("card proposal")) {
            p(.class("small")) {
                strong { Text(nl: "Voorstel: ", en: "Proposal: ") }
                "\(CompanyNames.of(programme).area(proposal.area)), \(proposal.interviewer.name)"
            }
            ul(.class("plain small")) {
                for stop in proposal.stops {
                    li {
                        "\(stop.time) "
                        if mayMail, let account = proposal.interviewer.account {
                            a(.href(invite(stop, account))) {
                                span(.class("visually-hidden")) { Text(nl: "Uitnodigen: ", en: "Invite: ") }
                                stop.name
                            }
                        } else {
                            stop.name
                        }
                    }
                }
            }
        }
    }

    private func invite(_ stop: DayProposal.Stop, _ account: AccountID) -> String {
        Addresses.invite.path(programme.id, stop.round, stop.company)
            + "?dag=\(proposal.day)&tijd=\(stop.time)&interviewer=\(account)"
    }
}
