import Governance
import Kernel
import Markup
import Programmes

/// To write the plan of a line for a year.
struct YearPlanFormPage: Page {
    let programme: Programme
    let line: ActionLine
    let year: Int
    let budget: Cents?
    var form: YearPlanForm
    var issues: [InvalidYearPlan.Issue] = []

    var title: Text {
        Text(nl: "Jaarplan \(year) schrijven: ", en: "Write the plan for \(year): ") + Text(same: "\(line.code) ")
            + line.name
    }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css", "year-plan.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        WayBack(to: Addresses.yearPlan.path(programme.id, year, line.code)) {
            Text(nl: "Jaarplan \(year)", en: "Plan for \(year)")
        }
        h1(.id("jaarplan"), .attribute("tabindex", "-1")) { title }
        ErrorSummary(issues: issues)
        PostForm(action: Addresses.writeYearPlan.path(programme.id, year, line.code)) {
            input(.type("hidden"), .name("id"), .value(form.id))
            input(.type("hidden"), .name("versie"), .value("\(form.basis)"))
            activities
            targets
            money
            button(.class("button")) { Text(nl: "Bewaar het concept", en: "Save the draft") }
        }
    }

    /// A few rows more than there are, up to what fits in a year.
    private static func rows(_ filled: Int, least: Int, more: Int, most: Int) -> Int {
        min(max(filled + more, least), most)
    }

    private var activities: HTML {
        let count = Self.rows(form.activities.count, least: 6, more: 2, most: YearPlanForm.activityLimit)
        return Markup.section {
            h2 { Text(nl: "Wat er gebeurt", en: "What is done") }
            p(.class("hint")) {
                Text(
                    nl: "Laat leeg wat u niet nodig hebt. Na bewaren komen er nieuwe regels bij.",
                    en: "Leave empty what you do not need. After saving there are new lines."
                )
            }
            for row in 0..<count { activity(row) }
        }
    }

    private func activity(_ row: Int) -> HTML {
        let typed = form.activities.indices.contains(row) ? form.activities[row] : .init()
        let number = Text(same: " \(row + 1)")
        return div(.class("plan-row")) {
            TextField(
                name: "activiteit-\(row)",
                caption: Text(nl: "Activiteit", en: "Activity") + number,
                value: typed.words,
                isOptional: true,
                issues: issues
            )
            SelectField(
                name: "kwartaal-\(row)",
                caption: Text(nl: "Wanneer", en: "When") + number,
                options: (1...4).map {
                    .init(value: "\($0)", caption: Text(nl: "Kwartaal \($0)", en: "Quarter \($0)"))
                },
                value: typed.quarter,
                prompt: Text(nl: "Hele jaar", en: "All year"),
                isOptional: true
            )
            TextField(
                name: "wie-\(row)",
                caption: Text(nl: "Wie", en: "Who") + number,
                value: typed.owner,
                autocomplete: "off",
                isOptional: true,
                issues: issues
            )
        }
    }

    private var targets: HTML {
        let count = Self.rows(form.indicators.count, least: 2, more: 1, most: YearPlanForm.indicatorLimit)
        return Markup.section {
            h2 { Text(nl: "Wat er aan het eind van het jaar is", en: "What there is at the end of the year") }
            for result in line.results {
                TextField(
                    name: "resultaat-\(result.code)",
                    caption: result.text,
                    value: form.targets[result.code.description] ?? "",
                    hint: Text(
                        nl: "Beloofd: \(result.count), uiterlijk \(Formats.short(result.due, .dutch)).",
                        en: "Promised: \(result.count), by \(Formats.short(result.due, .english))."
                    ),
                    inputMode: "numeric",
                    isOptional: true,
                    issues: issues
                )
            }
            for row in 0..<count { indicator(row) }
        }
    }

    private func indicator(_ row: Int) -> HTML {
        let typed = form.indicators.indices.contains(row) ? form.indicators[row] : .init()
        let number = Text(same: " \(row + 1)")
        return div(.class("plan-row two")) {
            TextField(
                name: "maat-\(row)",
                caption: Text(nl: "Wat u nog meer telt", en: "What else you count") + number,
                value: typed.words,
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "aantal-\(row)",
                caption: Text(nl: "Hoeveel", en: "How many") + number,
                value: typed.count,
                inputMode: "numeric",
                isOptional: true,
                issues: issues
            )
        }
    }

    private var money: HTML {
        Markup.section {
            h2 { Text(nl: "Geld", en: "Money") }
            if programme.money != nil { YearPlanBudget(year: year, budget: budget) }
            TextField(
                name: "bedrag",
                caption: Text(nl: "Wat het kost (€)", en: "What it costs (€)"),
                value: form.amount,
                inputMode: "decimal",
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "dekking",
                caption: Text(nl: "Wie het betaalt, en wat daarvan zeker is", en: "Who pays, and what of it is sure"),
                value: form.funding,
                isOptional: true,
                issues: issues
            )
        }
    }
}

extension YearPlanForm {
    init(_ fields: FormFields, for line: ActionLine) {
        self.init()
        id = fields["id"]
        basis = Int(fields["versie"]) ?? 0
        activities = (0..<Self.activityLimit).map { row in
            Activity(
                words: fields["activiteit-\(row)"],
                quarter: fields["kwartaal-\(row)"],
                owner: fields["wie-\(row)"]
            )
        }
        while activities.last == Activity() { activities.removeLast() }
        indicators = (0..<Self.indicatorLimit).map { row in
            Indicator(words: fields["maat-\(row)"], count: fields["aantal-\(row)"])
        }
        while indicators.last == Indicator() { indicators.removeLast() }
        (amount, funding) = (fields["bedrag"], fields["dekking"])
        for result in line.results {
            targets[result.code.description] = fields["resultaat-\(result.code)"]
        }
    }
}
