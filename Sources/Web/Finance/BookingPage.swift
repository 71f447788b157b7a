import Finance
import Kernel
import Markup
import Programmes

/// One booking: what it is, who said yes, and how to book it back.
struct BookingPage: Page {
    let programme: Programme
    let principal: Principal
    let state: FinanceState
    let entry: FinanceEntry
    let freshID: String
    var why = ""
    /// Which form was sent and not accepted.
    var refused: Action?
    var issues: [InvalidBooking.Issue] = []

    enum Action { case decide, reverse }

    var title: Text { Text(nl: "Boeking \(entry.number)", en: "Booking \(entry.number)") }
    var section: NavigationSection? { .finance }
    var styles: [String] { ["finance.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    private var mayDecide: Bool {
        state.isWaiting(entry) && principal.mayApprove(entry.organisation, in: programme.id)
    }

    private var mayReverse: Bool {
        principal.may(.enterMoney, in: programme.id) && entry.reverses == nil && !state.isReversed(entry)
            && (principal.moneyScope(in: programme.id) == .all || entry.isOwn)
    }

    var body: HTML {
        WayBack(to: Addresses.bookings.path(programme.id)) { Text(nl: "Boekingen", en: "Bookings") }
        div(.class("page-head")) {
            h1 { title }
            StandingBadge(entry: entry, state: state)
        }
        ErrorSummary(issues: issues)
        facts
        if mayDecide { decision }
        if mayReverse { reversal }
    }

    private var facts: HTML {
        dl(.class("facts")) {
            fact(Text(nl: "Soort", en: "Kind")) { entry.kind.name }
            fact(Text(nl: "Bedrag", en: "Amount")) { HTML.euros(entry.amount) }
            if let role = entry.role, let rate = entry.rate {
                fact(Text(nl: "Uren", en: "Hours")) {
                    Text.hours(entry.signedMinutes)
                    " × "
                    HTML.euros(rate)
                    ", "
                    state.plan.hourRole(role)?.name ?? Text(same: role.description)
                }
            }
            fact(Text(nl: "Organisatie", en: "Organisation")) { programme.partyName(entry.organisation) }
            fact(Text(nl: "Dag", en: "Day")) { HTML.day(entry.day) }
            fact(Text(nl: "Post", en: "Post")) {
                state.plan.post(entry.post)?.name ?? Text(same: entry.post.description)
            }
            if let source = entry.source {
                fact(Text(nl: "Bron", en: "Source")) {
                    state.plan.source(source)?.name ?? Text(same: source.description)
                }
            }
            fact(Text(nl: "Waarvoor", en: "What for")) { entry.words }
            if !entry.reference.isEmpty {
                fact(Text(nl: "Kenmerk", en: "Reference")) { entry.reference }
            }
            if let other = state.entry(entry.commitment) {
                fact(FinanceEntry.Kind.commitment.name) { link(other) }
            }
            if let other = state.entry(entry.reverses) {
                fact(Text(nl: "Boekt terug", en: "Books back")) { link(other) }
            }
            if let other = state.reversal(of: entry) {
                fact(Text(nl: "Teruggeboekt met", en: "Booked back with")) { link(other) }
            }
            fact(Text(nl: "Geboekt door", en: "Booked by")) {
                "\(entry.name), "
                HTML.moment(entry.recordedAt)
            }
            if let decision = entry.decision {
                fact(
                    decision.isApproved
                        ? Text(nl: "Akkoord van", en: "Approved by") : Text(nl: "Niet akkoord", en: "Refused")
                ) {
                    "\(decision.name), "
                    HTML.moment(decision.recordedAt)
                    if !decision.why.isEmpty { ": \(decision.why)" }
                }
            }
        }
    }

    @HTMLBuilder private func fact(_ name: Text, @HTMLBuilder _ value: () -> HTML) -> HTML {
        dt { name }
        dd { value() }
    }

    private func link(_ other: FinanceEntry) -> HTML {
        a(.href(Addresses.booking.path(programme.id, other.id))) { "\(other.number)" }
    }

    private var decision: HTML {
        Markup.section {
            h2 { Text(nl: "Klopt dit?", en: "Is this right?") }
            PostForm(action: Addresses.decideBooking.path(programme.id, entry.id)) {
                TextField(
                    name: "waarom",
                    caption: Text(nl: "Waarom niet", en: "Why not"),
                    value: refused == .decide ? why : "",
                    hint: Text(nl: "Alleen als het niet klopt.", en: "Only when it is not right."),
                    isOptional: true,
                    issues: refused == .decide ? issues : []
                )
                div(.class("actions")) {
                    button(.class("button"), .name("besluit"), .value("ja")) { Text(nl: "Akkoord", en: "Approve") }
                    button(.class("button danger"), .name("besluit"), .value("nee")) {
                        Text(nl: "Niet akkoord", en: "Refuse")
                    }
                }
            }
        }
    }

    private var reversal: HTML {
        details(.attribute("open", if: refused == .reverse)) {
            summary { Text(nl: "Terugboeken", en: "Book back") }
            p {
                Text(
                    nl:
                        "Een boeking verandert nooit. Klopt ze niet, boek haar terug en boek opnieuw. Beide blijven te zien.",
                    en:
                        "A booking never changes. When it is not right, book it back and book again. Both stay to be seen."
                )
            }
            PostForm(action: Addresses.reverseBooking.path(programme.id, entry.id)) {
                input(.type("hidden"), .name("id"), .value(freshID))
                TextField(
                    name: "waarom",
                    id: mayDecide ? "waarom-terug" : nil,
                    caption: Text(nl: "Waarom", en: "Why"),
                    value: refused == .reverse ? why : "",
                    issues: refused == .reverse ? issues : []
                )
                button(.class("button danger")) { Text(nl: "Terugboeken", en: "Book back") }
            }
        }
    }
}
