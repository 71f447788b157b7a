import Finance
import Kernel
import Markup
import Programmes

/// Which bookings somebody wants to see; what is `nil` is not asked about.
struct BookingFilter: Sendable {
    let organisation: OrganisationCode?
    let kind: FinanceEntry.Kind?
    let standing: FinanceEntry.Standing?
    /// From 1.
    let page: Int

    /// What comes behind the path of the list.
    func address(page: Int) -> String {
        let pairs = [
            ("organisatie", organisation?.description), ("soort", kind?.rawValue), ("stand", standing?.rawValue),
            ("pagina", "\(page)"),
        ]
        return "?" + pairs.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: "&")
    }

    init(_ fields: FormFields) {
        organisation = OrganisationCode(fields["organisatie"])
        kind = FinanceEntry.Kind(rawValue: fields["soort"])
        standing = FinanceEntry.Standing(rawValue: fields["stand"])
        page = Int(fields["pagina"]) ?? 1
    }

    func includes(_ entry: FinanceEntry, in state: FinanceState) -> Bool {
        (organisation == nil || entry.organisation == organisation) && (kind == nil || entry.kind == kind)
            && (standing == nil || state.standing(entry) == standing)
    }
}

struct BookingTable: Component {
    let programme: Programme
    let state: FinanceState
    let entries: [FinanceEntry]

    private static let columns = [
        Text(nl: "Nr.", en: "No."), Text(nl: "Dag", en: "Day"), Text(nl: "Wat", en: "What"),
        Text(nl: "Organisatie", en: "Organisation"), Text(nl: "Bedrag", en: "Amount"), Text(nl: "Stand", en: "State"),
    ]

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) { Text(nl: "Boekingen", en: "Bookings") }
                thead { tr { for column in Self.columns { th(.scope("col")) { column } } } }
                tbody { for entry in entries { row(entry) } }
            }
        }
    }

    private func row(_ entry: FinanceEntry) -> HTML {
        tr {
            th(.scope("row")) {
                a(.href(Addresses.booking.path(programme.id, entry.id))) { "\(entry.number)" }
            }
            td(.class("nowrap"), .attribute("data-label", Self.columns[1])) { HTML.shortDay(entry.day) }
            td(.attribute("data-label", Self.columns[2])) {
                entry.kind.name
                if entry.minutes != nil {
                    " "
                    Text.hours(entry.signedMinutes)
                }
                ": \(entry.words)"
            }
            td(.attribute("data-label", Self.columns[3])) { programme.partyName(entry.organisation) }
            td(.class("number nowrap"), .attribute("data-label", Self.columns[4])) { HTML.euros(entry.amount) }
            td(.attribute("data-label", Self.columns[5])) { StandingBadge(entry: entry, state: state) }
        }
    }
}

/// Whether a booking counts.
struct StandingBadge: Component {
    let entry: FinanceEntry
    let state: FinanceState

    var body: HTML {
        if state.isReversed(entry) {
            span(.class("badge plain")) { Text(nl: "teruggeboekt", en: "booked back") }
        } else {
            let standing = state.standing(entry)
            span(.class("badge \(standing.look)")) { standing.name }
        }
    }
}
