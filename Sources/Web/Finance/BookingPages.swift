import Finance
import Kernel
import Markup
import Programmes

/// To book an amount or hours, in seconds: only what that kind needs.
struct BookingFormPage: Page {
    let programme: Programme
    let plan: MoneyPlan
    let principal: Principal
    var form: FinanceForm
    var issues: [InvalidBooking.Issue] = []

    var title: Text { Text(nl: "Boeken", en: "Book") }
    var section: NavigationSection? { .finance }
    var styles: [String] { ["finance.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }
    private var kind: FinanceEntry.Kind { FinanceEntry.Kind(rawValue: form.kind) ?? .hours }
    private var scope: MoneyScope { principal.moneyScope(in: programme.id) }

    var body: HTML {
        WayBack(to: Addresses.finance.path(programme.id)) { Text(nl: "Geld en uren", en: "Money and hours") }
        h1 { title }
        ErrorSummary(issues: issues)
        nav(
            .class("tabs"),
            .id("soort"),
            .attribute("tabindex", "-1"),
            .ariaLabel(Text(nl: "Wat u boekt", en: "What you book"))
        ) {
            ul {
                for other in [FinanceEntry.Kind.hours, .cash, .inKind, .payment, .commitment]
                where scope == .all || other.isContribution {
                    li {
                        a(
                            .href(Addresses.newBooking.path(programme.id) + "?soort=\(other.rawValue)"),
                            .ariaCurrent(other == kind)
                        ) { other.name }
                    }
                }
            }
        }
        PostForm(action: Addresses.newBooking.path(programme.id)) {
            input(.type("hidden"), .name("id"), .value(form.id))
            input(.type("hidden"), .name("soort"), .value(kind.rawValue))
            organisation
            if kind == .hours { hours } else { money }
            TextField(
                name: "dag",
                caption: Text(nl: "Wanneer", en: "When"),
                type: "date",
                value: form.day,
                issues: issues
            )
            SelectField(
                name: "post",
                caption: Text(nl: "Post", en: "Post"),
                options: plan.posts.map { .init(value: $0.code.description, caption: $0.name) },
                value: form.post,
                prompt: Text(nl: "Kies", en: "Choose"),
                issues: issues
            )
            if !kind.isContribution { spending }
            TextField(
                name: "waarvoor",
                caption: Text(nl: "Waarvoor", en: "What for"),
                value: form.words,
                issues: issues
            )
            TextField(
                name: "kenmerk",
                caption: kind == .payment
                    ? Text(nl: "Nummer van de factuur", en: "Number of the invoice")
                    : Text(nl: "Kenmerk of bewijs", en: "Reference or proof"),
                value: form.reference,
                isOptional: kind != .payment,
                issues: issues
            )
            button(.class("button")) { Text(nl: "Boeken", en: "Book") }
        }
    }

    private var organisation: HTML {
        let own = programme.parties.filter { scope.includes($0.code) }
        return SelectField(
            name: "organisatie",
            caption: kind.isContribution
                ? Text(nl: "Wie brengt het in", en: "Who puts it in") : Text(nl: "Wie betaalt", en: "Who pays"),
            options: own.map { .init(value: $0.code.description, caption: Text(same: $0.name)) },
            value: form.organisation.isEmpty && own.count == 1 ? own[0].code.description : form.organisation,
            prompt: own.count == 1 ? nil : Text(nl: "Kies", en: "Choose"),
            issues: issues
        ).body
    }

    @HTMLBuilder private var hours: HTML {
        TextField(
            name: "uren",
            caption: Text(nl: "Hoeveel uur", en: "How many hours"),
            value: form.hours,
            hint: Text(nl: "Zoals 1,5 of 1:30.", en: "Such as 1.5 or 1:30."),
            inputMode: "decimal",
            issues: issues
        )
        SelectField(
            name: "functie",
            caption: Text(nl: "Als wat", en: "As what"),
            options: plan.hourRoles.map { .init(value: $0.code.description, caption: $0.name) },
            value: form.role.isEmpty && plan.hourRoles.count == 1 ? plan.hourRoles[0].code.description : form.role,
            prompt: plan.hourRoles.count == 1 ? nil : Text(nl: "Kies", en: "Choose"),
            issues: issues
        )
    }

    private var money: HTML {
        TextField(
            name: "bedrag",
            caption: kind == .inKind
                ? Text(nl: "Wat het waard is (€)", en: "What it is worth (€)")
                : Text(nl: "Bedrag (€)", en: "Amount (€)"),
            value: form.amount,
            inputMode: "decimal",
            issues: issues
        ).body
    }

    @HTMLBuilder private var spending: HTML {
        SelectField(
            name: "bron",
            caption: Text(nl: "Waar het vandaan komt", en: "Where it comes from"),
            options: plan.sources.map { .init(value: $0.code.description, caption: $0.name) },
            value: form.source,
            prompt: Text(nl: "Kies", en: "Choose"),
            issues: issues
        )
        if kind == .payment {
            TextField(
                name: "verplichting",
                caption: Text(nl: "Nummer van de verplichting", en: "Number of the commitment"),
                value: form.commitment,
                inputMode: "numeric",
                isOptional: true,
                issues: issues
            )
        }
    }
}

/// All bookings that somebody may see.
struct BookingListPage: Page {
    let programme: Programme
    let principal: Principal
    let state: FinanceState
    let filter: BookingFilter

    var title: Text { Text(nl: "Boekingen", en: "Bookings") }
    var section: NavigationSection? { .finance }
    var styles: [String] { ["finance.css"] }

    var body: HTML {
        let shown = state.entries.filter { filter.includes($0, in: state) }
        WayBack(to: Addresses.finance.path(programme.id)) { Text(nl: "Geld en uren", en: "Money and hours") }
        h1 { title }
        filters
        p(.role("status")) {
            strong {
                HTML.number(shown.count)
                shown.count == 1 ? Text(nl: " boeking", en: " booking") : Text(nl: " boekingen", en: " bookings")
            }
            // Money that goes out and what is put in do not add up to anything.
            if filter.kind != nil {
                Text(nl: "; wat meetelt is samen ", en: "; what counts is together ")
                HTML.euros(shown.filter { state.standing($0) == .approved }.map(\.amount).sum)
            }
        }
        if shown.isEmpty {
            div(.class("empty")) { p { Text(nl: "Niets geboekt.", en: "Nothing was booked.") } }
        } else {
            let pageCount = (shown.count + Self.pageSize - 1) / Self.pageSize
            let page = min(max(filter.page, 1), pageCount)
            let newest = Array(shown.reversed())
            BookingTable(
                programme: programme,
                state: state,
                entries: Array(newest[(page - 1) * Self.pageSize..<min(page * Self.pageSize, newest.count)])
            )
            Paging(page: page, pageCount: pageCount) {
                Addresses.bookings.path(programme.id) + filter.address(page: $0)
            }
        }
    }

    private static let pageSize = 100

    private var filters: HTML {
        form(.action(Addresses.bookings.path(programme.id)), .class("filters"), .role("search")) {
            SelectField(
                name: "organisatie",
                caption: Text(nl: "Organisatie", en: "Organisation"),
                options: programme.parties.filter { party in state.entries.contains { $0.organisation == party.code } }
                    .map { .init(value: $0.code.description, caption: Text(same: $0.name)) },
                value: filter.organisation?.description ?? "",
                prompt: Text(nl: "Alle", en: "All")
            )
            SelectField(
                name: "soort",
                caption: Text(nl: "Soort", en: "Kind"),
                options: FinanceEntry.Kind.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: filter.kind?.rawValue ?? "",
                prompt: Text(nl: "Alle", en: "All")
            )
            SelectField(
                name: "stand",
                caption: Text(nl: "Stand", en: "State"),
                options: FinanceEntry.Standing.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: filter.standing?.rawValue ?? "",
                prompt: Text(nl: "Alle", en: "All")
            )
            div(.class("actions")) { button(.class("button")) { Text(nl: "Toon", en: "Show") } }
        }
    }
}
