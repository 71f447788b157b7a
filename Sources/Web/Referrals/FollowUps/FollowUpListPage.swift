import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// Whom to ask how it went (*terugkoppeling*): the longest overdue first.
struct FollowUpListPage: Page {
    let programme: Programme
    let list: FollowUpList
    let today: Day
    /// How many of those that are due later are shown.
    var laterLimit = 50

    var title: Text { Text(nl: "Terugkoppeling", en: "Follow-up") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }

    var body: HTML {
        let overdue = list.waiting.filter { $0.isOverdue(on: today) }
        let later = list.waiting.filter { !$0.isOverdue(on: today) }
        h1 { title }
        ReferralTabs(programme: programme.id, current: Addresses.followUps)
        p(.class("lead")) {
            Text(
                nl:
                    "Een paar maanden na het gesprek bellen we: kwam de koppeling er, hielp het, en wat werd er van de plannen?",
                en:
                    "Some months after the conversation we call: did the referral come about, did it help, and what became of the plans?"
            )
        }
        Markup.section {
            h2(.id("te-laat")) {
                Text(nl: "Te laat", en: "Overdue")
                " "
                span(.class("badge\(overdue.isEmpty ? " done" : " attention")")) { HTML.number(overdue.count) }
            }
            if overdue.isEmpty {
                p { Text(nl: "Niemand wacht langer dan afgesproken.", en: "Nobody waits longer than agreed.") }
            } else {
                table(overdue, caption: Text(nl: "Te laat", en: "Overdue"))
            }
        }
        Markup.section {
            h2 { Text(nl: "Binnenkort", en: "Coming up") }
            if later.isEmpty {
                p { Text(nl: "Er staat niets gepland.", en: "Nothing is planned.") }
            } else {
                table(Array(later.prefix(laterLimit)), caption: Text(nl: "Binnenkort", en: "Coming up"))
                if later.count > laterLimit {
                    p(.class("muted")) {
                        Text(
                            nl: "En nog \(later.count - laterLimit) daarna.",
                            en: "And \(later.count - laterLimit) more after that."
                        )
                    }
                }
            }
        }
        if !list.withoutFinal.isEmpty {
            let name = Text(nl: "Slotmeting", en: "Final measurement")
            Markup.section {
                h2 { name }
                p {
                    Text(
                        nl: "Het programma is in de slotfase. Deze bedrijven zijn nog niet voor het laatst gemeten.",
                        en:
                            "The programme is in its closing phase. These companies were not measured for the last time yet."
                    )
                }
                table(Array(list.withoutFinal.prefix(laterLimit)), caption: name)
                if list.withoutFinal.count > laterLimit {
                    p(.class("muted")) {
                        Text(
                            nl: "En nog \(list.withoutFinal.count - laterLimit) andere.",
                            en: "And \(list.withoutFinal.count - laterLimit) others."
                        )
                    }
                }
            }
        }
        details {
            summary {
                Text(nl: "Gedaan", en: "Done")
                " (\(list.done.count))"
            }
            if !list.done.isEmpty { doneTable }
        }
    }

    private func table(_ rows: [FollowUp], caption name: Text) -> HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            Markup.table(.class("cards")) {
                caption(.class("visually-hidden")) { name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                        th(.scope("col")) { Text(nl: "Bellen voor", en: "Call before") }
                        th(.scope("col")) { Text(nl: "Wie", en: "Who") }
                        th(.scope("col")) { Text(nl: "Gesprek", en: "Conversation") }
                        th(.scope("col")) { Text(nl: "Gemeente", en: "Municipality") }
                    }
                }
                tbody {
                    for row in rows {
                        tr {
                            th(.scope("row")) {
                                a(.href(Addresses.followUp.path(programme.id, row.conversation))) { row.companyName }
                            }
                            td(.attribute("data-label", Text(nl: "Bellen voor", en: "Call before"))) {
                                HTML.shortDay(row.dueOn)
                            }
                            td(.attribute("data-label", Text(nl: "Wie", en: "Who"))) { row.responsible }
                            td(.attribute("data-label", Text(nl: "Gesprek", en: "Conversation"))) {
                                HTML.shortDay(row.heldOn)
                            }
                            td(.attribute("data-label", Text(nl: "Gemeente", en: "Municipality"))) {
                                row.municipality.map { programme.area($0)?.name ?? $0.description } ?? ""
                            }
                        }
                    }
                }
            }
        }
    }

    private var doneTable: HTML {
        let name = Text(nl: "Gedaan", en: "Done")
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            Markup.table(.class("cards")) {
                caption(.class("visually-hidden")) { name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                        th(.scope("col")) { Text(nl: "Gesproken", en: "Talked on") }
                        th(.scope("col")) { Text(nl: "Koppeling", en: "Referral") }
                        th(.scope("col")) { Text(nl: "Hielp het?", en: "Did it help?") }
                        th(.scope("col")) { Text(nl: "Ambities", en: "Ambitions") }
                    }
                }
                tbody {
                    for row in list.done.prefix(laterLimit) {
                        if let outcome = row.outcome {
                            tr {
                                th(.scope("row")) {
                                    a(.href(Addresses.followUp.path(programme.id, row.conversation))) {
                                        row.companyName
                                    }
                                }
                                td(.attribute("data-label", Text(nl: "Gesproken", en: "Talked on"))) {
                                    HTML.shortDay(outcome.contactedOn)
                                }
                                td(.attribute("data-label", Text(nl: "Koppeling", en: "Referral"))) {
                                    outcome.link.name
                                }
                                td(.attribute("data-label", Text(nl: "Hielp het?", en: "Did it help?"))) {
                                    outcome.help.name
                                }
                                td(.attribute("data-label", Text(nl: "Ambities", en: "Ambitions"))) {
                                    outcome.ambitions.name
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
