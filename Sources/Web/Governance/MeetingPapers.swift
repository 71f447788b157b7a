import ActionLines
import Governance
import Kernel
import Markup
import Programmes

/// The papers of a meeting, made from what is known now (*stukken*): the agenda, what is still open, what was decided before,
/// and how the plan stands.
struct MeetingPapers {
    let programme: Programme
    let meeting: Meeting
    let governance: GovernanceState
    let state: PlanState
    /// Plans for a year that this body has to talk about or to decide on.
    let yearPlans: [YearPlan]
    /// What lines may cost in the years of those plans.
    let budgets: [Int: [ActionLine.ID: Cents]]
    let language: Language

    var document: String { html.rendered(for: Reader(language: language)) }

    private var plan: ActionPlan { governance.plan }

    private var html: HTML {
        Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                title { plan.bodyName(meeting.body) }
                meta(.name("author"), .attribute("content", programme.name))
                meta(.name("description"), .attribute("content", plan.bodyName(meeting.body)))
                link(.rel("stylesheet"), .href(PrintData.address("text/css", PackageResources.action_plan_print_css)))
            }
            body {
                h1 { plan.bodyName(meeting.body) }
                p(.class("lead")) {
                    programme.name
                    ", "
                    HTML.day(meeting.day)
                    if !meeting.place.isEmpty { ", \(meeting.place)" }
                }
                agenda
                years
                earlier
                open
                standing
            }
        }
    }

    private var agenda: HTML {
        Markup.section {
            h2 { Text(nl: "Agenda", en: "Agenda") }
            if meeting.agenda.isEmpty { p { Text(nl: "Nog leeg.", en: "Still empty.") } }
            ol {
                for item in meeting.agenda {
                    li {
                        p {
                            strong { item.title }
                            " ("
                            item.kind.name
                            ")"
                            if let line = item.line.flatMap(plan.line) {
                                ", \(line.code) "
                                line.name
                            }
                        }
                        if !item.words.isEmpty { Paragraphs(text: item.words) }
                        if !item.papers.isEmpty {
                            p {
                                Text(nl: "Stukken bij dit punt: ", en: "Papers for this item: ")
                                item.papers.map(\.file.name).joined(separator: ", ")
                            }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var years: HTML {
        if !yearPlans.isEmpty {
            h2 { Text(nl: "Jaarplannen die voorliggen", en: "Plans for a year on the table") }
            for plan in yearPlans {
                h3 {
                    "\(plan.year), \(plan.line) "
                    self.plan.line(plan.line)?.name ?? Text(same: "")
                }
                if let line = state.line(plan.line) {
                    YearPlanContent(
                        programme: programme,
                        line: line,
                        plan: plan,
                        budget: budgets[plan.year]?[plan.line]
                    )
                }
                if !plan.remark.isEmpty {
                    p {
                        strong { Text(nl: "Advies: ", en: "Advice: ") }
                        plan.remark
                    }
                }
            }
        }
    }

    /// What this body decided at its last meeting before.
    @HTMLBuilder private var earlier: HTML {
        let before = governance.decisions.filter { $0.body == meeting.body && $0.decidedOn < meeting.day }
        let last = before.map(\.decidedOn).max()
        let decisions = before.filter { $0.decidedOn == last }.reversed()
        if !decisions.isEmpty {
            h2 { Text(nl: "Vorige keer besloten", en: "Decided last time") }
            ul {
                for decision in decisions {
                    li {
                        "\(decision.number). \(decision.words)"
                        if governance.isSuperseded(decision) { Text(nl: " (vervangen)", en: " (replaced)") }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var open: HTML {
        h2 { Text(nl: "Actiepunten die openstaan", en: "Action points that are open") }
        if governance.openPoints.isEmpty { p { Text(nl: "Geen.", en: "None.") } }
        ul {
            for point in governance.openPoints {
                li {
                    "\(point.number). \(point.words) – \(point.owner), "
                    HTML.shortDay(point.due)
                    if point.isLate(on: state.asOf) {
                        span(.class("late")) { Text(nl: " (te laat)", en: " (late)") }
                    }
                }
            }
        }
    }

    private var standing: HTML {
        Markup.section {
            h2 {
                Text(nl: "Stand van het actieplan op ", en: "Standing of the action plan on ")
                HTML.day(state.asOf)
            }
            table {
                thead {
                    tr {
                        th(.scope("col"), .class("line")) { Text(nl: "Actielijn", en: "Action line") }
                        th(.scope("col"), .class("standing")) { Text(nl: "Stand", en: "Standing") }
                        th(.scope("col")) { Text(nl: "Waarom, en wat er nodig is", en: "Why, and what is needed") }
                    }
                }
                tbody {
                    for line in state.lines {
                        tr {
                            th(.scope("row")) {
                                "\(line.line.code) "
                                line.line.name
                            }
                            td { StatusBadge(status: line.status, base: "look") }
                            td { Standing(state: line) }
                        }
                    }
                }
            }
        }
    }
}
