import Finance
import Kernel
import Markup
import Programmes

/// What one organisation put in, beside what it promised, and its hours over time.
struct PartyCard: Component {
    let programme: Programme
    let party: PartyState

    var body: HTML {
        h3 {
            a(.href(Addresses.bookings.path(programme.id) + "?organisatie=\(party.organisation)")) {
                programme.partyName(party.organisation)
            }
        }
        for promise in party.promises {
            p {
                promise.text
                if let amount = promise.amount {
                    ": "
                    strong { "\(party.kept(promise))" }
                    Text(nl: " van \(amount)", en: " of \(amount)")
                    promise.kind == .hours ? Text(nl: " uur", en: " hours") : Text(nl: " euro", en: " euros")
                    progress(
                        .attribute("max", "\(amount)"),
                        .value("\(max(0, min(party.kept(promise), amount)))"),
                        .ariaLabel(promise.text)
                    ) {}
                }
            }
        }
        dl(.class("facts")) {
            if party.minutes != 0 {
                dt { FinanceEntry.Kind.hours.name }
                dd {
                    Text.hours(party.minutes)
                    ", "
                    HTML.euros(party.hours)
                }
            }
            if party.cash != .zero {
                dt { FinanceEntry.Kind.cash.name }
                dd { HTML.euros(party.cash) }
            }
            if party.inKind != .zero {
                dt { FinanceEntry.Kind.inKind.name }
                dd { HTML.euros(party.inKind) }
            }
            if party.waiting > 0 {
                dt { FinanceEntry.Standing.waiting.name }
                dd { "\(party.waiting)" }
            }
        }
        if party.quarters.count > 1 { quarters }
    }

    private var quarters: HTML {
        details {
            summary { Text(nl: "Uren per kwartaal", en: "Hours a quarter") }
            ul(.class("money-quarters")) {
                for (quarter, minutes) in party.quarters.sorted(by: { $0.key < $1.key }) {
                    li {
                        span { quarter.description }
                        progress(
                            .attribute("max", "\(max(1, party.quarters.values.max() ?? 1))"),
                            .value("\(max(0, minutes))"),
                            .ariaLabel(Text(same: quarter.description))
                        ) {}
                        span(.class("number")) { Text.hours(minutes) }
                    }
                }
            }
        }
    }
}
