import ActionLines
import Finance
import Kernel
import Markup
import Programmes

/// The whole plan on one page: how each line stands and why, what is asked of whom, and what was promised.
struct ActionPlanPage: Page {
    let state: PlanState
    let filter: LineFilter
    /// The plan on an earlier day, to compare with.
    let before: PlanState?
    let money: [ActionLine.ID: LineMoney]
    /// Whether this person may add lines.
    let isTeam: Bool
    let today: Day

    var title: Text { Text(nl: "Actieplan", en: "Action plan") }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css"] }
    private var programme: ProgrammeID { state.programme.id }
    private var shown: [LineState] { state.lines.filter { filter.includes($0, in: state.plan) } }

    var body: HTML {
        div(.class("page-head")) {
            h1 { state.programme.name }
            div(.class("actions no-print")) {
                a(
                    .class("button secondary"),
                    .href(Addresses.actionPlanPrint.path(programme) + "?op=\(state.asOf)")
                ) { Text(nl: "Voor de vergadering (PDF)", en: "For the meeting (PDF)") }
                a(
                    .class("button secondary"),
                    .href(
                        Addresses.yearPlans.path(
                            programme,
                            min(max(today.year, state.programme.years.lowerBound), state.programme.years.upperBound)
                        )
                    )
                ) { Text(nl: "Jaarplannen", en: "Plans per year") }
                a(.class("button secondary"), .href(Addresses.publicPlan.path(programme))) {
                    Text(nl: "De openbare pagina", en: "The public page")
                }
                a(.class("button secondary"), .href(Addresses.actionPlanGround.path(programme))) {
                    Text(nl: "Achtergrond, overleg en geld", en: "Background, governance and money")
                }
            }
        }
        p(.class("lead")) {
            Text(nl: "Zo stond het op ", en: "How it stood on ")
            HTML.day(state.asOf)
            ". "
            PlanSentence(state: state)
        }
        if state.asOf < today {
            p(.class("notice info")) {
                Text(
                    nl: "U kijkt terug: dit is wat er toen bekend was.",
                    en: "You are looking back: this is what was known then."
                )
            }
        }
        ul(.class("tally")) {
            for status in LineStatus.allCases {
                li(.class("card")) {
                    strong { "\(state.count(status))" }
                    StatusBadge(status: status)
                }
            }
            li(.class("card")) {
                strong { "\(state.count(nil))" }
                StatusBadge(status: nil)
            }
        }
        asked
        LineFilterForm(state: state, filter: filter, before: before?.asOf)
        if shown.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Geen actielijn past bij uw keuze.", en: "No action line fits your choice.") }
                a(.href(Addresses.actionPlan.path(programme))) { Text(nl: "Alles tonen", en: "Show everything") }
            }
        }
        for theme in state.plan.themes { themeSection(theme) }
        if isTeam, state.asOf == today {
            p(.class("no-print")) {
                a(.class("button secondary"), .href(Addresses.newLine.path(programme))) {
                    Text(nl: "Actielijn of thema toevoegen", en: "Add an action line or theme")
                }
            }
        }
        MilestoneList(milestones: state.plan.milestones, asOf: state.asOf)
    }

    @HTMLBuilder private var asked: HTML {
        let asking = shown.filter(\.isAsking)
        if !asking.isEmpty {
            Markup.section(.class("card"), .attribute("aria-labelledby", "gevraagd")) {
                h2(.id("gevraagd")) { Text(nl: "Wat wordt gevraagd, en van wie", en: "What is asked, and of whom") }
                ul {
                    for line in asking {
                        li {
                            a(.href(Addresses.actionLine.path(programme, line.line.code))) { "\(line.line.code)" }
                            " \(line.last?.ask ?? "") → \(line.last?.askedOf ?? "")"
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func themeSection(_ theme: PlanTheme) -> HTML {
        let lines = shown.filter { $0.line.theme == theme.code }
        if !lines.isEmpty {
            Markup.section(.attribute("aria-labelledby", "thema-\(theme.code)")) {
                h2(.id("thema-\(theme.code)")) {
                    "\(theme.code). "
                    theme.name
                }
                p(.class("muted")) { theme.ambition }
                ul(.class("standing wide")) { for line in lines { li { card(line) } } }
            }
        }
    }

    private func card(_ line: LineState) -> HTML {
        article(.class("card")) {
            h3 {
                a(.href(Addresses.actionLine.path(programme, line.line.code))) {
                    "\(line.line.code) "
                    line.line.name
                }
                StatusBadge(status: line.status)
            }
            change(line)
            Standing(state: line)
            PromisedResults(results: line.line.results, reached: line.reached, asOf: state.asOf)
            for work in line.shared { SharedWorkLine(work: work) }
            if let money = money[line.line.code] { LineMoneyLine(money: money) }
            Silence(state: line, asOf: state.asOf)
        }
    }

    @HTMLBuilder private func change(_ line: LineState) -> HTML {
        if let before, let earlier = before.line(line.line.code), earlier.status != line.status {
            p(.class("small")) {
                Text(nl: "Op ", en: "On ")
                HTML.shortDay(before.asOf)
                ": "
                StatusBadge(status: earlier.status)
            }
        }
    }
}

/// Which lines, and of which day.
private struct LineFilterForm: Component {
    let state: PlanState
    let filter: LineFilter
    let before: Day?

    var body: HTML {
        let plan = state.plan
        let leads = Set(plan.lines.flatMap(\.leads))
        let areas = Set(plan.organisations.compactMap(\.area))
        details(.class("card no-print"), .attribute("open", if: !filter.isEmpty || before != nil)) {
            summary { Text(nl: "Kiezen, of een andere dag bekijken", en: "Choose, or look at another day") }
            fields(plan, leads, areas)
        }
    }

    private func fields(_ plan: ActionPlan, _ leads: Set<Organisation.ID>, _ areas: Set<AreaCode>) -> HTML {
        form(.class("filters"), .action(Addresses.actionPlan.path(state.programme.id)), .attribute("method", "get")) {
            choice(
                "thema",
                Text(nl: "Thema", en: "Theme"),
                plan.themes.map { ($0.code.description, $0.name) },
                filter.theme?.description
            )
            choice(
                "sector",
                Text(nl: "Sector", en: "Sector"),
                state.programme.sectors.map { ($0.code.description, $0.name) },
                filter.sector?.description
            )
            choice(
                "trekker",
                Text(nl: "Trekker", en: "Lead"),
                plan.organisations.filter { leads.contains($0.code) }.map {
                    ($0.code.description, Text(same: $0.name))
                },
                filter.lead?.description
            )
            choice(
                "gebied",
                Text(nl: "Gemeente of provincie", en: "Municipality or province"),
                state.programme.areas.filter { areas.contains($0.code) }.map {
                    ($0.code.description, Text(same: $0.name))
                },
                filter.area?.description
            )
            choice(
                "stand",
                Text(nl: "Stand", en: "Standing"),
                LineStatus.allCases.map { ($0.rawValue, $0.name) },
                filter.status?.rawValue
            )
            TextField(
                name: "op",
                caption: Text(nl: "Op welke dag?", en: "On which day?"),
                type: "date",
                value: state.asOf.description
            )
            TextField(
                name: "naast",
                caption: Text(nl: "Naast welke dag?", en: "Beside which day?"),
                type: "date",
                value: before?.description ?? "",
                isOptional: true
            )
            button(.class("button secondary")) { Text(nl: "Tonen", en: "Show") }
        }
    }

    private func choice(_ name: String, _ caption: Text, _ options: [(String, Text)], _ value: String?) -> SelectField {
        SelectField(
            name: name,
            caption: caption,
            options: options.map { SelectField.Option(value: $0.0, caption: $0.1) },
            value: value ?? "",
            prompt: Text(nl: "Alle", en: "All"),
            isOptional: true
        )
    }
}

/// What the plan works towards, with the days.
private struct MilestoneList: Component {
    let milestones: [Milestone]
    let asOf: Day

    var body: HTML {
        if !milestones.isEmpty {
            h2 { Text(nl: "Mijlpalen", en: "Milestones") }
            ul {
                for milestone in milestones.sorted(by: { $0.due < $1.due }) {
                    li {
                        HTML.shortDay(milestone.due)
                        ": "
                        milestone.text
                        if milestone.due < asOf {
                            span(.class("muted")) { Text(nl: " (voorbij)", en: " (past)") }
                        }
                    }
                }
            }
        }
    }
}
