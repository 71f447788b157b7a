import Kernel
import Markup
import Programmes
import Referrals

/// Who waits for a place at an initiative, and who is next.
struct PlaceQueueSection: Component {
    let programme: Programme
    let queues: [PlaceQueue]

    var body: HTML {
        let full = queues.filter { !$0.waiting.isEmpty }
        section(.attribute("aria-labelledby", "wachtrijen")) {
            h2(.id("wachtrijen")) { Text(nl: "Wachtrijen", en: "Queues") }
            if full.isEmpty {
                p { Text(nl: "Niemand wacht op een plaats.", en: "Nobody waits for a place.") }
            }
            for queue in full {
                div(.class("card")) {
                    h3 { programme.initiativeName(queue.initiative) }
                    p(.class("muted")) {
                        Text(
                            nl:
                                "\(queue.capacity) plaatsen, \(queue.waiting.count) wachten. Wie het eerst ja zei, is het eerst "
                                + "aan de beurt.",
                            en:
                                "\(queue.capacity) places, \(queue.waiting.count) wait. Who said yes first, comes first."
                        )
                    }
                    ol {
                        for entry in queue.waiting {
                            li {
                                a(.href(Addresses.referral.path(programme.id, entry.referral))) { entry.companyName }
                                span(.class("muted")) {
                                    Text(nl: " sinds ", en: " since ")
                                    HTML.shortDay(entry.since)
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Which help companies asked for, and for how many something was found.
struct NeedOutcomeSection: Component {
    let programme: Programme
    let outcomes: [NeedOutcome]

    private let asked = Text(nl: "Gevraagd", en: "Asked")
    private let referred = Text(nl: "Ja tegen een initiatief", en: "Yes to an initiative")
    private let left = Text(nl: "Niets gevonden", en: "Nothing found")

    var body: HTML {
        if !outcomes.isEmpty {
            section(.attribute("aria-labelledby", "vragen")) {
                h2(.id("vragen")) { Text(nl: "Wat er van vragen kwam", en: "What came of needs") }
                div(.class("table-scroll")) {
                    table(.class("cards")) {
                        caption(.class("visually-hidden")) {
                            Text(nl: "Wat er van vragen kwam", en: "What came of needs")
                        }
                        thead {
                            tr {
                                th(.scope("col")) { Text(nl: "Vraag", en: "Need") }
                                for name in [asked, referred, left] { th(.scope("col"), .class("number")) { name } }
                            }
                        }
                        tbody {
                            for outcome in outcomes {
                                tr {
                                    th(.scope("row")) {
                                        programme.need(outcome.kind)?.name ?? Text(same: outcome.kind.description)
                                    }
                                    cell(asked, outcome.asked)
                                    cell(referred, outcome.referred)
                                    cell(left, outcome.asked - outcome.referred)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ name: Text, _ value: Int) -> HTML {
        td(.class("number"), .attribute("data-label", name)) { HTML.number(value) }
    }
}
