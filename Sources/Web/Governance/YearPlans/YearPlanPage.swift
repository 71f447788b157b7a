import ActionLines
import Governance
import Kernel
import Markup
import Programmes

/// The plan of one line for a year: what is done, what it costs, what it comes to, how far it is, and what was said.
struct YearPlanPage: Page {
    let programme: Programme
    let line: LineState
    let record: YearPlanRecord
    /// What the line may cost in that year.
    let budget: Cents?
    let mayWrite: Bool
    let isTeam: Bool
    let freshID: String
    var entered = YearPlanStepForm()
    var issues: [InvalidYearPlan.Issue] = []

    var title: Text {
        Text(nl: "Jaarplan \(record.year): ", en: "Plan for \(record.year): ") + Text(same: "\(record.line) ")
            + line.line.name
    }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css", "year-plan.css"] }
    var issueCount: Int { issues.count }
    private var id: ProgrammeID { programme.id }

    var body: HTML {
        WayBack(to: Addresses.yearPlans.path(id, record.year)) {
            Text(nl: "Jaarplannen \(record.year)", en: "Plans for \(record.year)")
        }
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            h1(.id("jaarplan"), .attribute("tabindex", "-1")) { title }
            YearPlanBadge(state: record.state)
        }
        p {
            a(.href(Addresses.actionLine.path(id, record.line))) {
                Text(nl: "Naar de actielijn", en: "To the action line")
            }
        }
        if let current = record.current {
            p(.class("lead")) { current.state.next }
            if let holds = record.inForce, holds != current {
                Markup.section {
                    h2 { Text(nl: "Wat is vastgesteld", en: "What was decided") }
                    YearPlanContent(programme: programme, line: line, plan: holds, budget: budget)
                }
                h2 { Text(nl: "De wijziging", en: "The change") }
            } else {
                h2 { Text(nl: "Het plan", en: "The plan") }
            }
            YearPlanContent(programme: programme, line: line, plan: current, budget: budget)
        } else {
            div(.class("empty")) {
                p { Text(nl: "Voor dit jaar is nog niets geschreven.", en: "Nothing is written for this year yet.") }
                if programme.money != nil { YearPlanBudget(year: record.year, budget: budget) }
            }
        }
        steps
        log
    }

    @HTMLBuilder private var steps: HTML {
        if mayWrite, record.state?.isOpen ?? true {
            p(.class("actions")) {
                a(.class("button"), .href(Addresses.writeYearPlan.path(id, record.year, record.line))) {
                    switch record.state {
                    case nil: Text(nl: "Schrijf het jaarplan", en: "Write the plan")
                    case .decided?: Text(nl: "Stel een wijziging op", en: "Write a change")
                    default: Text(nl: "Schrijf verder", en: "Go on writing")
                    }
                }
            }
        }
        if let current = record.current {
            let possible = YearPlanStep.allCases.filter { step in
                step.from.contains(current.state) && (step.isOfLead ? mayWrite : isTeam)
            }
            for step in possible { form(step, current) }
        }
    }

    private func form(_ step: YearPlanStep, _ current: YearPlan) -> HTML {
        let isRefused = entered.step == step.rawValue
        let own = isRefused ? issues.map { RenamedIssue(field: $0.field, explanation: $0.explanation) } : []
        return PostForm(action: Addresses.yearPlanStep.path(id, record.year, record.line), .class("card step-form")) {
            input(.type("hidden"), .name("id"), .value(isRefused ? entered.id : "\(freshID)"))
            input(.type("hidden"), .name("versie"), .value("\(current.version)"))
            input(.type("hidden"), .name("stap"), .value(step.rawValue))
            if step == .decide {
                TextField(
                    name: "besluit",
                    caption: Text(nl: "Nummer van het besluit", en: "Number of the decision"),
                    value: isRefused ? entered.decision : "",
                    hint: Text(
                        nl: "Leg het besluit eerst vast bij de vergadering, met deze actielijn erbij.",
                        en: "Write the decision down at the meeting first, with this action line."
                    ),
                    inputMode: "numeric",
                    issues: own
                )
            } else if !step.isOfLead {
                TextArea(
                    name: "opmerking",
                    id: step == .giveBack ? nil : "opmerking-\(step.rawValue)",
                    caption: step == .giveBack
                        ? Text(nl: "Wat er anders moet", en: "What has to be different")
                        : Text(nl: "Advies van het programmateam", en: "Advice of the programme team"),
                    value: isRefused ? entered.remark : "",
                    isOptional: !step.needsRemark,
                    issues: own
                )
            }
            button(.class(step == .giveBack || step == .withdraw ? "button secondary" : "button")) { step.button }
        }.body
    }

    private var log: HTML {
        Markup.section {
            h2 { Text(nl: "Wat er gebeurde", en: "What happened") }
            if record.versions.isEmpty { p(.class("muted")) { Text(nl: "Nog niets.", en: "Nothing yet.") } }
            ol(.class("timeline")) {
                for version in record.versions {
                    li {
                        p {
                            HTML.shortDay(Day(version.recordedAt))
                            " \(version.name) "
                            YearPlanBadge(state: version.state)
                            if let decision = version.decision {
                                " "
                                a(.href(Addresses.governance.path(id) + "#besluit-\(decision)")) {
                                    Text(nl: "besluit \(decision)", en: "decision \(decision)")
                                }
                            }
                        }
                        if !version.remark.isEmpty { Paragraphs(text: version.remark) }
                    }
                }
            }
        }
    }
}

/// What a plan says.
struct YearPlanContent: Component {
    let programme: Programme
    let line: LineState
    let plan: YearPlan
    /// What the line may cost in that year.
    let budget: Cents?

    var body: HTML {
        let content = plan.content
        return div(.class("card year-plan")) {
            h3 { Text(nl: "Wat er gebeurt", en: "What is done") }
            if content.activities.isEmpty { p(.class("muted")) { Text(nl: "Nog niets.", en: "Nothing yet.") } }
            ul(.class("activities")) {
                for activity in content.activities {
                    li {
                        span(.class("badge plain")) {
                            activity.quarter.map { Text(nl: "kwartaal \($0)", en: "quarter \($0)") }
                                ?? Text(nl: "hele jaar", en: "all year")
                        }
                        " "
                        span { activity.words }
                        if !activity.owner.isEmpty {
                            " "
                            span(.class("muted")) { activity.owner }
                        }
                    }
                }
            }
            h3 { Text(nl: "Wat er aan het eind van het jaar is", en: "What there is at the end of the year") }
            ul(.class("promised")) {
                for result in line.line.results {
                    if let target = content.targets[result.code] { goal(result, target) }
                }
                for indicator in content.indicators {
                    li {
                        span { indicator.words }
                        " "
                        span { "\(indicator.count)" }
                    }
                }
            }
            h3 { Text(nl: "Geld", en: "Money") }
            p {
                HTML.euros(content.amount)
                if !content.funding.isEmpty { ": \(content.funding)" }
            }
            if programme.money != nil {
                YearPlanBudget(year: plan.year, asked: content.amount, budget: budget)
            }
        }
    }

    private func goal(_ result: ActionLine.PromisedResult, _ target: Int) -> HTML {
        let reached = line.reached(result.code)
        return li {
            span { result.text }
            " "
            span { Text(nl: "\(reached) van \(target)", en: "\(reached) of \(target)") }
            progress(
                .attribute("max", "\(max(target, 1))"),
                .value("\(min(reached, max(target, 1)))"),
                .ariaLabel(result.text)
            ) {}
        }
    }
}

/// What the budget has, beside what a plan asks.
struct YearPlanBudget: Component {
    let year: Int
    /// `nil` when nothing is asked yet.
    var asked: Cents?
    let budget: Cents?

    var body: HTML {
        p {
            if let budget {
                Text(nl: "In de begroting van \(year): ", en: "In the budget of \(year): ")
                HTML.euros(budget)
                if asked == nil {
                    "."
                } else if budget == asked {
                    Text(nl: ", evenveel als dit plan vraagt.", en: ", as much as this plan asks.")
                } else if let asked {
                    Text(nl: ". Dat is ", en: ". That is ")
                    HTML.euros(budget < asked ? asked - budget : budget - asked)
                    budget < asked
                        ? Text(nl: " minder dan dit plan vraagt.", en: " less than this plan asks.")
                        : Text(nl: " meer dan dit plan vraagt.", en: " more than this plan asks.")
                }
            } else {
                Text(
                    nl: "In de begroting van \(year) staat nog niets voor deze actielijn.",
                    en: "The budget of \(year) has nothing for this action line yet."
                )
            }
        }
    }
}
