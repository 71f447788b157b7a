import Kernel
import Markup
import Programmes
import Referrals

/// All referrals of a programme (*koppelingen*), for advisers.
struct ReferralListPage: Page {
    let programme: Programme
    let list: ReferralPage
    let filter: ReferralFilter

    var title: Text { Text(nl: "Koppelingen", en: "Referrals") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }

    var body: HTML {
        h1 { title }
        ReferralTabs(programme: programme.id, current: Addresses.referrals)
        stateLinks
        if list.lines.isEmpty {
            div(.class("empty")) {
                if list.counts.isEmpty {
                    p { Text(nl: "Er zijn nog geen koppelingen.", en: "There are no referrals yet.") }
                    p {
                        Text(
                            nl: "Een koppeling kiest u na een gesprek, op de uitslag.",
                            en: "A referral is chosen after a conversation, on its result."
                        )
                    }
                    a(.class("button"), .href(NavigationSection.conversations.path(in: programme.id))) {
                        Text(nl: "Naar de gesprekken", en: "To the conversations")
                    }
                } else {
                    p { Text(nl: "Geen koppelingen met deze stand.", en: "No referrals in this state.") }
                }
            }
        } else {
            table
            paging
        }
    }

    private var stateLinks: HTML {
        let all = list.counts.values.reduce(0, +)
        return nav(.class("tabs"), .ariaLabel(Text(nl: "Stand", en: "State"))) {
            ul {
                li {
                    a(.href(Addresses.referrals.path(programme.id)), .ariaCurrent(filter.state == nil)) {
                        Text(nl: "Alle", en: "All")
                        small { " \(all)" }
                    }
                }
                for state in ReferralState.allCases where list.counts[state] != nil || filter.state == state {
                    li {
                        a(.href(filter.with(state).path(programme.id)), .ariaCurrent(filter.state == state)) {
                            state.name
                            small { " \(list.counts[state, default: 0])" }
                        }
                    }
                }
            }
        }
    }

    private var table: HTML {
        div(
            .class("table-scroll"),
            .attribute("tabindex", "0"),
            .role("region"),
            .ariaLabel(title)
        ) {
            Markup.table(.class("cards")) {
                caption(.class("visually-hidden")) { title }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                        th(.scope("col")) { Text(nl: "Initiatief", en: "Initiative") }
                        th(.scope("col")) { Text(nl: "Stand", en: "State") }
                        th(.scope("col")) { Text(nl: "Sinds", en: "Since") }
                        th(.scope("col")) { Text(nl: "Gemeente", en: "Municipality") }
                    }
                }
                tbody {
                    for line in list.lines {
                        tr {
                            th(.scope("row")) {
                                a(.href(Addresses.referral.path(programme.id, line.id))) { line.companyName }
                            }
                            td(.attribute("data-label", Text(nl: "Initiatief", en: "Initiative"))) {
                                programme.initiativeName(line.initiative)
                            }
                            td(.attribute("data-label", Text(nl: "Stand", en: "State"))) {
                                StateBadge(state: line.state)
                            }
                            td(.attribute("data-label", Text(nl: "Sinds", en: "Since")), .class("nowrap")) {
                                HTML.shortDay(line.since)
                            }
                            td(.attribute("data-label", Text(nl: "Gemeente", en: "Municipality"))) {
                                line.municipality.map { programme.area($0)?.name ?? $0.description } ?? ""
                            }
                        }
                    }
                }
            }
        }
    }

    private var paging: HTML {
        let pages = (list.total + ReferralFilter.pageSize - 1) / ReferralFilter.pageSize
        guard pages > 1 else { return .empty }
        return nav(.class("paging"), .ariaLabel(Text(nl: "Bladeren", en: "Pages"))) {
            ul {
                if filter.page > 1 {
                    li {
                        a(.href(filter.at(filter.page - 1).path(programme.id))) { Text(nl: "Vorige", en: "Previous") }
                    }
                }
                li {
                    span(.attribute("aria-current", "page")) {
                        Text(nl: "\(filter.page) van \(pages)", en: "\(filter.page) of \(pages)")
                    }
                }
                if filter.page < pages {
                    li { a(.href(filter.at(filter.page + 1).path(programme.id))) { Text(nl: "Volgende", en: "Next") } }
                }
            }
        }
    }
}

/// What the address of the list asks for.
struct ReferralFilter {
    static let pageSize = 50

    var state: ReferralState?
    var page = 1

    init(_ fields: FormFields) {
        let word = fields["stand"]
        state = ReferralState.allCases.first { $0.word == word }
        page = min(max(1, Int(fields["pagina"]) ?? 1), 1_000_000)
    }

    var query: ReferralQuery {
        ReferralQuery(
            states: state.map { [$0] } ?? [],
            limit: Self.pageSize,
            offset: (page - 1) * Self.pageSize
        )
    }

    func with(_ state: ReferralState) -> ReferralFilter {
        var copy = self
        copy.state = state
        copy.page = 1
        return copy
    }

    func at(_ page: Int) -> ReferralFilter {
        var copy = self
        copy.page = page
        return copy
    }

    func path(_ programme: ProgrammeID) -> String {
        let parts = [state.map { "stand=\($0.word)" }, page > 1 ? "pagina=\(page)" : nil].compactMap(\.self)
        return Addresses.referrals.path(programme) + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

/// Referrals and what came of them, beside each other.
struct ReferralTabs: Component {
    let programme: ProgrammeID
    let current: Address

    var body: HTML {
        nav(.class("tabs"), .ariaLabel(Text(nl: "Onderwerp", en: "Subject"))) {
            ul {
                for (address, name) in [
                    (Addresses.referrals, Text(nl: "Koppelingen", en: "Referrals")),
                    (Addresses.places, Text(nl: "Plaatsen verdelen", en: "Divide places")),
                    (Addresses.followUps, Text(nl: "Terugkoppeling", en: "Follow-up")),
                    (Addresses.support, Text(nl: "Past de hulp?", en: "Does the help fit?")),
                ] {
                    li {
                        a(.href(address.path(programme)), .ariaCurrent(address.template == current.template)) { name }
                    }
                }
            }
        }
    }
}
