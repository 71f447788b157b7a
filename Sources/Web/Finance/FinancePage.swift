import Finance
import Kernel
import Markup
import Programmes

/// Money and time of a programme on one page: what there is, what is gone, and who put in what.
struct FinancePage: Page {
    let programme: Programme
    let principal: Principal
    let state: FinanceState

    var title: Text { Text(nl: "Geld en uren", en: "Money and hours") }
    var section: NavigationSection? { .finance }
    var styles: [String] { ["finance.css"] }
    private var seesAll: Bool { principal.moneyScope(in: programme.id) == .all }

    var body: HTML {
        div(.class("page-head")) {
            h1 { title }
            div(.class("actions no-print")) {
                if principal.may(.enterMoney, in: programme.id) {
                    a(.class("button"), .href(Addresses.newBooking.path(programme.id))) {
                        Text(nl: "Boeken", en: "Book")
                    }
                }
                a(.class("button secondary"), .href(Addresses.bookings.path(programme.id))) {
                    Text(nl: "Alle boekingen", en: "All bookings")
                }
                if principal.may(.manageMoney, in: programme.id) {
                    a(.class("button secondary"), .href(Addresses.financeSettings.path(programme.id))) {
                        Text(nl: "Begroting en tarieven", en: "Budget and rates")
                    }
                }
            }
        }
        warnings
        waiting
        if seesAll {
            sources
            posts
        }
        parties
        statements
    }

    @HTMLBuilder private var warnings: HTML {
        let found = seesAll ? state.sources.filter { !$0.warnings.isEmpty } : []
        if !found.isEmpty {
            div(.class("money-warnings"), .role("status")) {
                for source in found {
                    for warning in source.warnings {
                        div(.class("notice warning")) {
                            p {
                                strong {
                                    source.source.name
                                    ": "
                                }
                                warning.text
                            }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var waiting: HTML {
        let count = state.waiting.count
        if count > 0 {
            let mayApprove = !ApprovalPage.entries(of: state, for: principal, in: programme).isEmpty
            let all = Addresses.bookings.path(programme.id) + "?stand=waiting"
            p(.class("notice info")) {
                a(.href(mayApprove ? Addresses.approveBookings.path(programme.id) : all)) {
                    count == 1
                        ? Text(nl: "1 boeking wacht op akkoord", en: "1 booking waits for approval")
                        : Text(nl: "\(count) boekingen wachten op akkoord", en: "\(count) bookings wait for approval")
                }
                Text(nl: " van de eigen organisatie. ", en: " of its own organisation. ")
                Text(nl: "Zolang telt het niet mee.", en: "Until then it does not count.")
            }
        }
    }

    private var sources: HTML {
        Markup.section {
            h2 { Text(nl: "Waar het geld vandaan komt", en: "Where the money comes from") }
            div(.class("table-scroll")) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) { Text(nl: "Bronnen", en: "Sources") }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Bron", en: "Source") }
                            for column in Self.sourceColumns { th(.scope("col"), .class("number")) { column } }
                        }
                    }
                    tbody {
                        for source in state.sources {
                            tr {
                                th(.scope("row")) {
                                    source.source.name
                                    if let payer = source.source.payer {
                                        small(.class("muted")) { " \(programme.partyName(payer))" }
                                    }
                                    if source.available > .zero {
                                        progress(
                                            .attribute("max", "\(source.available.count)"),
                                            .value("\(max(0, min(source.used, source.available).count))"),
                                            .ariaLabel(source.source.name)
                                        ) {}
                                    }
                                }
                                amount(source.source.ceiling, 0)
                                amount(source.budget, 1)
                                amount(source.paid, 2)
                                amount(source.open, 3)
                                amount(source.free, 4)
                            }
                        }
                    }
                }
            }
        }
    }

    private static let sourceColumns = [
        Text(nl: "Toegekend", en: "Given"), Text(nl: "Begroot", en: "Planned"), Text(nl: "Betaald", en: "Paid"),
        Text(nl: "Nog te betalen", en: "Still to pay"), Text(nl: "Over", en: "Left"),
    ]

    private func amount(_ amount: Cents?, _ column: Int) -> HTML {
        td(.class("number"), .attribute("data-label", Self.sourceColumns[column])) {
            if let amount { HTML.euros(amount) } else { "–" }
        }
    }

    @HTMLBuilder private var posts: HTML {
        let posts = state.posts
        if !posts.isEmpty {
            Markup.section {
                h2 { Text(nl: "Waar het heen gaat", en: "Where it goes") }
                div(.class("table-scroll")) {
                    table(.class("cards")) {
                        caption(.class("visually-hidden")) { Text(nl: "Posten", en: "Posts") }
                        thead {
                            tr {
                                th(.scope("col")) { Text(nl: "Post", en: "Post") }
                                th(.scope("col")) { Text(nl: "Bron en jaar", en: "Source and year") }
                                th(.scope("col"), .class("number")) { Self.sourceColumns[1] }
                                th(.scope("col"), .class("number")) { Text(nl: "Verplicht", en: "Committed") }
                                th(.scope("col"), .class("number")) { Self.sourceColumns[2] }
                            }
                        }
                        tbody { for post in posts { row(post) } }
                    }
                }
            }
        }
    }

    private func row(_ post: PostState) -> HTML {
        tr {
            th(.scope("row")) { state.plan.post(post.budget.post)?.name ?? Text(same: post.budget.post.description) }
            td(.attribute("data-label", Text(nl: "Bron en jaar", en: "Source and year"))) {
                state.plan.source(post.budget.source)?.name ?? Text(same: post.budget.source.description)
                ", \(post.budget.year)"
            }
            td(.class("number"), .attribute("data-label", Self.sourceColumns[1])) { HTML.euros(post.budget.amount) }
            td(.class("number"), .attribute("data-label", Text(nl: "Verplicht", en: "Committed"))) {
                HTML.euros(post.committed)
            }
            td(.class("number"), .attribute("data-label", Self.sourceColumns[2])) { HTML.euros(post.paid) }
        }
    }

    private var parties: HTML {
        let parties = state.parties(in: programme)
        return Markup.section {
            h2 { Text(nl: "Wie wat inbrengt", en: "Who puts in what") }
            if seesAll {
                p {
                    Text(nl: "Samen ", en: "Together ")
                    strong { HTML.euros(state.contributed) }
                    if let share = state.contributedShare {
                        Text(nl: ": ", en: ": ")
                        HTML.percent(share)
                        Text(
                            nl: " van alles wat is betaald en ingebracht (cofinanciering).",
                            en: " of everything that was paid and put in (co-financing)."
                        )
                    }
                }
            }
            if parties.isEmpty {
                div(.class("empty")) { p { Text(nl: "Er is nog niets geboekt.", en: "Nothing was booked yet.") } }
            }
            ul(.class("money-parties")) {
                for party in parties { li(.class("card")) { PartyCard(programme: programme, party: party) } }
            }
        }
    }

    private var statements: HTML {
        Markup.section {
            h2 { Text(nl: "Verantwoording", en: "Statement") }
            p {
                Text(
                    nl: "Elk bedrag met de boekingen waaruit het bestaat, om te ondertekenen of op te sturen.",
                    en: "Each amount with the bookings that it consists of, to sign or to send."
                )
            }
            form(.action(Addresses.statementPDF.path(programme.id)), .class("filters")) {
                SelectField(
                    name: "organisatie",
                    caption: Text(nl: "Van wie", en: "Whose"),
                    options: state.parties(in: programme).map {
                        .init(
                            value: $0.organisation.description,
                            caption: Text(same: programme.partyName($0.organisation))
                        )
                    },
                    prompt: seesAll
                        ? Text(nl: "Alles samen", en: "Everything")
                        : Text(nl: "Mijn organisatie", en: "My organisation")
                )
                div(.class("actions")) {
                    button(.class("button secondary")) { "PDF" }
                    button(
                        .class("button secondary"),
                        .attribute("formaction", Addresses.statementXLSX.path(programme.id))
                    ) { "Excel" }
                }
            }
        }
    }
}
