import ActionLines
import Kernel
import Markup
import Programmes

/// What a plan stands on: the region, the ambitions, who decides what, and the money.
struct ActionPlanGroundPage: Page {
    let state: PlanState

    var title: Text { Text(nl: "Achtergrond, overleg en geld", en: "Background, governance and money") }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css"] }

    var body: HTML {
        WayBack(to: Addresses.actionPlan.path(state.programme.id)) { Text(nl: "Actieplan", en: "Action plan") }
        h1 { title }
        profile
        ambitions
        bodies
        money
        areas
    }

    private var profile: HTML {
        let profile = state.plan.profile
        return Markup.section {
            h2 { Text(nl: "De streek", en: "The region") }
            ul(.class("standing wide")) {
                for (name, texts) in [
                    (Text(nl: "Sterk", en: "Strong"), profile.strengths),
                    (Text(nl: "Zwak", en: "Weak"), profile.weaknesses),
                    (Text(nl: "In de weg", en: "In the way"), profile.barriers),
                    (Text(nl: "Kansen", en: "Chances"), profile.chances),
                ] {
                    li {
                        div(.class("card")) {
                            h3 { name }
                            ul { for text in texts { li { text } } }
                        }
                    }
                }
            }
        }
    }

    private var ambitions: HTML {
        Markup.section {
            h2 { Text(nl: "Wat elke sector wil zijn", en: "What each sector wants to be") }
            dl(.class("facts")) {
                for ambition in state.plan.ambitions {
                    dt {
                        state.programme.sector(ambition.sector)?.name ?? Text(same: ambition.sector.description)
                        ", \(ambition.year)"
                    }
                    dd { ambition.text }
                }
            }
        }
    }

    private var bodies: HTML {
        Markup.section {
            h2 { Text(nl: "Wie doet wat", en: "Who does what") }
            ul(.class("standing wide")) {
                for group in state.plan.bodies {
                    li {
                        div(.class("card")) {
                            h3 {
                                group.name
                                span(.class("badge plain")) { group.part.name }
                            }
                            p {
                                group.task
                                if let hours = group.hoursPerWeek {
                                    Text(nl: " \(hours) uur per week.", en: " \(hours) hours a week.")
                                }
                            }
                            if !group.members.isEmpty { ul { for member in group.members { li { member } } } }
                        }
                    }
                }
            }
        }
    }

    private var money: HTML {
        Markup.section {
            h2 { Text(nl: "Geld waar het plan op rekent", en: "Money that the plan counts on") }
            div(.class("table-scroll")) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) { Text(nl: "Bedragen", en: "Amounts") }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Waarvoor", en: "What for") }
                            th(.scope("col")) { Text(nl: "Bedrag", en: "Amount") }
                            th(.scope("col")) { Text(nl: "Van wie", en: "From whom") }
                        }
                    }
                    tbody {
                        for funding in state.plan.funding {
                            tr {
                                th(.scope("row")) {
                                    funding.purpose
                                    if let condition = funding.condition {
                                        span(.class("muted small")) {
                                            " "
                                            condition
                                        }
                                    }
                                }
                                td(.attribute("data-label", Text(nl: "Bedrag", en: "Amount"))) { amount(funding) }
                                td(.attribute("data-label", Text(nl: "Van wie", en: "From whom"))) { payers(funding) }
                            }
                        }
                    }
                }
            }
            if !state.plan.sources.isEmpty {
                h3 { Text(nl: "Waar meer geld kan vandaan komen", en: "Where more money may come from") }
                ul { for source in state.plan.sources { li { source } } }
            }
        }
    }

    @HTMLBuilder private func amount(_ funding: PlannedFunding) -> HTML {
        "€ "
        HTML.number(funding.least)
        if funding.most > funding.least {
            " – "
            HTML.number(funding.most)
        }
        if funding.isPerPayer { Text(nl: " elk", en: " each") }
        if funding.rhythm == .yearly { Text(nl: " per jaar", en: " a year") }
    }

    private func payers(_ funding: PlannedFunding) -> Text {
        let names = funding.payers.compactMap { state.plan.organisation($0)?.name }
        return names.isEmpty ? Text(nl: "nog open", en: "still open") : Text(same: names.joined(separator: ", "))
    }

    private var areas: HTML {
        let unsure = state.programme.municipalities.filter { $0.certainty != .high }
        return Markup.section {
            h2 { Text(nl: "Gemeenten", en: "Municipalities") }
            ul {
                for area in state.programme.municipalities {
                    li {
                        area.name
                        if unsure.contains(where: { $0.code == area.code }) {
                            " "
                            span(.class("badge attention")) { Text(nl: "te bevestigen", en: "to be confirmed") }
                        }
                    }
                }
            }
        }
    }
}
