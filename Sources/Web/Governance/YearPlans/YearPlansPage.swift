import ActionLines
import Governance
import Kernel
import Markup
import Programmes

/// How far the plans of all lines are for a year, and what they ask together.
struct YearPlansPage: Page {
    let programme: Programme
    let plan: ActionPlan
    let year: Int
    let records: [YearPlanRecord]
    /// What lines may cost in that year.
    let budgets: [ActionLine.ID: Cents]

    var title: Text { Text(nl: "Jaarplannen \(year)", en: "Plans for \(year)") }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css", "year-plan.css"] }

    var body: HTML {
        WayBack(to: Addresses.actionPlan.path(programme.id)) { Text(nl: "Actieplan", en: "Action plan") }
        h1 { title }
        p(.class("lead")) {
            Text(
                nl:
                    "De trekker stelt een plan voor, het programmateam bespreekt het, het bestuurlijk overleg stelt het vast.",
                en: "The lead proposes a plan, the programme team talks about it, the administrative meeting decides."
            )
        }
        nav(.ariaLabel(Text(nl: "Jaren", en: "Years"))) {
            ul(.class("choices")) {
                for other in programme.years {
                    li {
                        a(.href(Addresses.yearPlans.path(programme.id, other)), .ariaCurrent(other == year)) {
                            "\(other)"
                        }
                    }
                }
            }
        }
        ul(.class("tally")) {
            for state in YearPlan.State.allCases {
                li(.class("card")) {
                    strong { "\(records.count { $0.state == state })" }
                    YearPlanBadge(state: state)
                }
            }
            li(.class("card")) {
                strong { "\(records.count { $0.state == nil })" }
                YearPlanBadge(state: nil)
            }
        }
        p {
            Text(nl: "Vastgesteld: ", en: "Decided: ")
            HTML.euros(records.compactMap { $0.inForce?.content.amount }.sum)
            Text(nl: ". Gevraagd in plannen die nog niet zijn vastgesteld: ", en: ". Asked in plans not decided yet: ")
            HTML.euros(records.filter { $0.state != .decided }.compactMap { $0.current?.content.amount }.sum)
            "."
            if programme.money != nil {
                Text(nl: " In de begroting van de actielijnen: ", en: " In the budget of the action lines: ")
                HTML.euros(records.compactMap { budgets[$0.line] }.sum)
                "."
            }
        }
        ul(.class("standing wide")) { for record in records { li { card(record) } } }
    }

    private func card(_ record: YearPlanRecord) -> HTML {
        article(.class("card")) {
            h2 {
                a(.href(Addresses.yearPlan.path(programme.id, year, record.line))) {
                    "\(record.line) "
                    plan.line(record.line)?.name ?? Text(same: "")
                }
                YearPlanBadge(state: record.state)
            }
            if let current = record.current {
                let content = current.content
                p(.class("small")) {
                    Text(
                        nl: content.activities.count == 1 ? "1 activiteit" : "\(content.activities.count) activiteiten",
                        en: content.activities.count == 1 ? "1 activity" : "\(content.activities.count) activities"
                    )
                    " · "
                    HTML.euros(content.amount)
                    if let budget = budgets[record.line], budget < content.amount {
                        " "
                        span(.class("badge attention")) {
                            Text(nl: "meer dan begroot", en: "more than budgeted")
                        }
                    }
                }
                p(.class("muted small")) { current.state.next }
            } else if let budget = budgets[record.line] {
                YearPlanBudget(year: year, budget: budget)
            }
        }
    }
}
