import Fieldwork
import Hummingbird
import Kernel
import Markup
import Programmes
import Referrals

extension Addresses {
    static let places = Address("/werk/{programme}/koppelingen/plaatsen")
}

struct PlacesRoutes {
    let referrals: Referrals
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.places.route, use: show)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try PlacesPage(
            programme: visit.programme,
            advice: try await referrals.placeAdvice(in: visit.programme.id, as: visit.principal),
            queues: try await referrals.queues(in: visit.programme.id, as: visit.principal),
            outcomes: try await referrals.needOutcomes(in: visit.programme.id, as: visit.principal)
        ).response(from: request, context: visit.context)
    }
}

/// Where places are scarce, who could best have them; and what companies ask for that nobody offers.
struct PlacesPage: Page {
    let programme: Programme
    let advice: PlaceAdvice
    let queues: [PlaceQueue]
    let outcomes: [NeedOutcome]

    var title: Text { Text(nl: "Verdelen van plaatsen", en: "Dividing places") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }

    var body: HTML {
        h1 { title }
        ReferralTabs(programme: programme.id, current: Addresses.places)
        p(.class("lead")) {
            Text(
                nl: "Voor bedrijven waarvoor nog niets is besloten. Zo passen ze samen het best bij de plaatsen die er "
                    + "zijn. Het is een advies: u beslist per bedrijf.",
                en: "For companies for which nothing was decided yet. This is how they fit best, all together, in the "
                    + "places that there are. It is advice: you decide for each company."
            )
        }
        if advice.lines.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er wacht geen bedrijf op een keuze.", en: "No company waits for a choice.") }
            }
        } else {
            companies
            initiatives
            needs
        }
        PlaceQueueSection(programme: programme, queues: queues)
        NeedOutcomeSection(programme: programme, outcomes: outcomes)
    }

    private func name(_ code: InitiativeCode) -> String { programme.initiative(code)?.name ?? code.description }

    private var companies: HTML {
        Markup.section(.attribute("aria-labelledby", "bedrijven")) {
            h2(.id("bedrijven")) { Text(nl: "Bedrijven die wachten", en: "Companies that wait") }
            div(.class("table-scroll")) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) { title }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                            th(.scope("col")) { Text(nl: "Advies", en: "Advice") }
                            th(.scope("col")) { Text(nl: "Waarom", en: "Why") }
                        }
                    }
                    tbody { for line in advice.lines { row(line) } }
                }
            }
        }
    }

    private func row(_ line: PlaceAdvice.Line) -> HTML {
        tr {
            th(.scope("row")) {
                a(.href(Addresses.worksheet.path(programme.id, line.conversation))) { line.companyName }
            }
            td(.attribute("data-label", Text(nl: "Advies", en: "Advice"))) {
                if let advised = line.advised {
                    name(advised.initiative)
                } else if line.fitsNothing {
                    Text(nl: "geen initiatief past", en: "no initiative fits")
                } else {
                    Text(nl: "geen plaats meer", en: "no place left")
                }
            }
            td(.attribute("data-label", Text(nl: "Waarom", en: "Why"))) {
                if let reason = line.advised?.reasons.first { reason.text }
                if let best = line.passedOver {
                    p(.class("small")) {
                        Text(nl: "Past beter bij ", en: "Fits better with ")
                        name(best.initiative)
                        Text(
                            nl: ", maar daar zijn te weinig plaatsen: andere bedrijven passen er nog beter.",
                            en: ", but there are too few places there: other companies fit even better."
                        )
                    }
                }
            }
        }
    }

    private var initiatives: HTML {
        let shown = advice.places.filter { $0.capacity != nil || $0.advised > 0 }
        return Markup.section(.attribute("aria-labelledby", "plaatsen")) {
            h2(.id("plaatsen")) { Text(nl: "Plaatsen per initiatief", en: "Places of each initiative") }
            div(.class("table-scroll")) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) {
                        Text(nl: "Plaatsen per initiatief", en: "Places of each initiative")
                    }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Initiatief", en: "Initiative") }
                            for column in columns { th(.scope("col"), .class("number")) { column.name } }
                        }
                    }
                    tbody {
                        for places in shown {
                            tr {
                                th(.scope("row")) {
                                    name(places.initiative)
                                    if places.price > 0 {
                                        " "
                                        span(.class("badge attention")) { Text(nl: "te weinig", en: "too few") }
                                    }
                                }
                                for column in columns {
                                    td(.class("number"), .attribute("data-label", column.name)) {
                                        if let value = column.value(places) { HTML.number(value) } else { "–" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var columns: [(name: Text, value: (PlaceAdvice.Places) -> Int?)] {
        [
            (Text(nl: "Plaatsen", en: "Places"), \.capacity),
            (Text(nl: "Bezet", en: "Taken"), \.taken),
            (Text(nl: "Vrij", en: "Free"), \.free),
            (Text(nl: "Past bij", en: "Fits"), \.fitting),
            (Text(nl: "Advies", en: "Advised"), \.advised),
        ]
    }

    @HTMLBuilder private var needs: HTML {
        let unmet = advice.needs.filter { $0.unmet > 0 }
        Markup.section(.attribute("aria-labelledby", "behoeften")) {
            h2(.id("behoeften")) { Text(nl: "Vragen zonder initiatief", en: "Needs without an initiative") }
            if unmet.isEmpty {
                p {
                    Text(
                        nl: "Voor elk bedrijf dat om hulp vraagt, past ten minste één initiatief.",
                        en: "For each company that asks for help at least one initiative fits."
                    )
                }
            } else {
                ul {
                    for need in unmet {
                        li {
                            (programme.need(need.kind)?.name ?? Text(same: need.kind.description))
                                + Text(
                                    nl: ": \(need.unmet) van de \(need.asked) bedrijven die dit vragen, vinden niets.",
                                    en: ": \(need.unmet) of \(need.asked) companies that ask for this find nothing."
                                )
                        }
                    }
                }
            }
        }
    }
}
