import Finance
import Kernel
import Markup
import Programmes

/// What waits for the yes of somebody's own organisation, to agree with in one go.
struct ApprovalPage: Page {
    let programme: Programme
    let principal: Principal
    let state: FinanceState
    /// Which are ticked.
    var ticked: Set<String> = []
    var issues: [RenamedIssue] = []

    static let field = "boekingen"

    /// Those that somebody may say yes to, by day.
    static func entries(of state: FinanceState, for principal: Principal, in programme: Programme) -> [FinanceEntry] {
        state.waiting.filter { principal.mayApprove($0.organisation, in: programme.id) }
            .sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    var title: Text { Text(nl: "Akkoord geven", en: "Approve") }
    var section: NavigationSection? { .finance }
    var styles: [String] { ["finance.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        let entries = Self.entries(of: state, for: principal, in: programme)
        WayBack(to: Addresses.finance.path(programme.id)) { Text(nl: "Geld en uren", en: "Money and hours") }
        h1 { title }
        ErrorSummary(issues: issues)
        if entries.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er wacht niets op uw akkoord.", en: "Nothing waits for your approval.") }
            }
        } else {
            p(.class("lead")) {
                Text(
                    nl: "Klopt er een niet? Open die dan, en schrijf waarom.",
                    en: "Is one not right? Open it then, and write why."
                )
            }
            PostForm(action: Addresses.approveBookings.path(programme.id)) {
                ChoiceField(
                    name: Self.field,
                    caption: Text(nl: "Hier ben ik het mee eens", en: "I agree with these"),
                    options: entries.map { .init(value: $0.id.description, caption: caption($0)) },
                    values: ticked,
                    allowsSeveral: true,
                    issues: issues
                )
                div(.class("actions")) {
                    button(.class("button")) { Text(nl: "Akkoord", en: "Approve") }
                    a(.class("button secondary"), .href(Addresses.approveBookings.path(programme.id) + "?alles=ja")) {
                        Text(nl: "Alles aanvinken", en: "Tick all")
                    }
                }
            }
            h2 { Text(nl: "De boekingen", en: "The bookings") }
            BookingTable(programme: programme, state: state, entries: entries)
        }
    }

    private func caption(_ entry: FinanceEntry) -> Text {
        var caption = Text(same: "\(entry.number): ") + entry.kind.name
        if entry.minutes != nil { caption = caption + Text(same: " ") + Text.hours(entry.signedMinutes) }
        return caption
            + Text(
                nl: ", \(Formats.euros(entry.amount, .dutch)), \(Formats.short(entry.day, .dutch)): \(entry.words)",
                en: ", \(Formats.euros(entry.amount, .english)), \(Formats.short(entry.day, .english)): \(entry.words)"
            )
    }
}
