import Kernel
import Markup
import Programmes

/// To add a line to the plan, or to change one that was added here.
struct LineFormPage: Page {
    let programme: Programme
    let plan: ActionPlan
    /// `nil` for a new one.
    let line: ActionLine?
    var form: LineForm
    var issues: [InvalidLine.Issue] = []

    var title: Text {
        line.map { Text(nl: "Actielijn \($0.code) wijzigen", en: "Change action line \($0.code)") }
            ?? Text(nl: "Actielijn toevoegen", en: "Add an action line")
    }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css", "year-plan.css"] }
    var issueCount: Int { issues.count }

    private var action: String {
        line.map { Addresses.changeLine.path(programme.id, $0.code) } ?? Addresses.newLine.path(programme.id)
    }

    var body: HTML {
        WayBack(to: Addresses.actionPlan.path(programme.id)) { Text(nl: "Actieplan", en: "Action plan") }
        h1 { title }
        ErrorSummary(issues: issues)
        PostForm(action: action) {
            if line == nil { theme }
            about
            carried
            steps
            results
            button(.class("button")) {
                line == nil
                    ? Text(nl: "Voeg toe aan het actieplan", en: "Add to the action plan")
                    : Text(nl: "Bewaren", en: "Save")
            }
        }
    }

    private var theme: HTML {
        Markup.section {
            h2 { Text(nl: "Thema", en: "Theme") }
            SelectField(
                name: "thema",
                caption: Text(nl: "Onder welk thema", en: "Under which theme"),
                options: plan.themes.map {
                    .init(value: $0.code.description, caption: Text(same: "\($0.code). ") + $0.name)
                }
                    + [.init(value: LineForm.newTheme, caption: Text(nl: "Een nieuw thema", en: "A new theme"))],
                value: form.theme,
                prompt: Text(nl: "Kies", en: "Choose"),
                issues: issues
            )
            details(.attribute("open", if: form.theme == LineForm.newTheme)) {
                summary { Text(nl: "Een nieuw thema beschrijven", en: "Describe a new theme") }
                TextField(
                    name: "thema-naam",
                    caption: Text(nl: "Naam van het thema", en: "Name of the theme"),
                    value: form.themeName,
                    isOptional: true,
                    issues: issues
                )
                TextArea(
                    name: "thema-ambitie",
                    caption: Text(nl: "Wat het thema wil bereiken", en: "What the theme wants to reach"),
                    value: form.themeAmbition,
                    isOptional: true,
                    issues: issues
                )
            }
        }
    }

    private var about: HTML {
        Markup.section {
            h2 { Text(nl: "Waar het om gaat", en: "What it is about") }
            TextField(name: "naam", caption: Text(nl: "Naam", en: "Name"), value: form.name, issues: issues)
            TextField(
                name: "naam-engels",
                caption: Text(nl: "Naam in het Engels", en: "Name in English"),
                value: form.englishName,
                isOptional: true,
                issues: issues
            )
            TextArea(name: "doel", caption: Text(nl: "Doel", en: "Purpose"), value: form.purpose, issues: issues)
            TextArea(
                name: "brengt",
                caption: Text(nl: "Waar het aan bijdraagt", en: "What it contributes to"),
                value: form.contributes,
                issues: issues
            )
            div(.class("plan-row two")) {
                TextField(
                    name: "van",
                    caption: Text(nl: "Eerste jaar", en: "First year"),
                    value: form.firstYear,
                    inputMode: "numeric",
                    issues: issues
                )
                TextField(
                    name: "tot",
                    caption: Text(nl: "Laatste jaar", en: "Last year"),
                    value: form.lastYear,
                    inputMode: "numeric",
                    issues: issues
                )
            }
        }
    }

    private var carried: HTML {
        let parties = programme.parties.sorted { Formats.precedes($0.name, $1.name) }
            .map { SelectField.Option(value: $0.code.description, caption: Text(same: $0.name)) }
        return Markup.section {
            h2 { Text(nl: "Wie", en: "Who") }
            div(.class("many")) {
                ChoiceField(
                    name: "trekkers",
                    caption: Text(nl: "Trekkers", en: "Leads"),
                    options: parties,
                    values: Set(form.leads),
                    allowsSeveral: true,
                    issues: issues
                )
            }
            div(.class("many")) {
                ChoiceField(
                    name: "betrokkenen",
                    caption: Text(nl: "Doen mee", en: "Take part"),
                    options: parties,
                    values: Set(form.partners),
                    allowsSeveral: true,
                    isOptional: true
                )
            }
            ChoiceField(
                name: "sectoren",
                caption: Text(nl: "Sectoren", en: "Sectors"),
                options: programme.sectors.map { .init(value: $0.code.description, caption: $0.name) },
                values: Set(form.sectors),
                allowsSeveral: true,
                issues: issues
            )
        }
    }

    private var steps: HTML {
        Markup.section {
            h2 { Text(nl: "Stappen, op volgorde", en: "Steps, in order") }
            for row in 0..<min(max(form.steps.count + 1, 4), LineForm.stepLimit) {
                let typed = form.steps.indices.contains(row) ? form.steps[row] : .init()
                input(.type("hidden"), .name("stapcode-\(row)"), .value(typed.code))
                TextField(
                    name: "stap-\(row)",
                    caption: Text(nl: "Stap \(row + 1)", en: "Step \(row + 1)"),
                    value: typed.words,
                    isOptional: row > 0,
                    issues: issues
                )
            }
        }
    }

    private var results: HTML {
        Markup.section {
            h2 { Text(nl: "Wat wordt beloofd", en: "What is promised") }
            for row in 0..<min(max(form.results.count + 1, 3), LineForm.resultLimit) { result(row) }
        }
    }

    private func result(_ row: Int) -> HTML {
        let typed = form.results.indices.contains(row) ? form.results[row] : .init()
        let number = Text(same: " \(row + 1)")
        return div(.class("plan-row")) {
            input(.type("hidden"), .name("resultaatcode-\(row)"), .value(typed.code))
            TextField(
                name: "resultaat-\(row)",
                caption: Text(nl: "Resultaat", en: "Result") + number,
                value: typed.words,
                isOptional: row > 0,
                issues: issues
            )
            TextField(
                name: "hoeveel-\(row)",
                caption: Text(nl: "Hoeveel", en: "How many") + number,
                value: typed.count,
                inputMode: "numeric",
                isOptional: row > 0,
                issues: issues
            )
            TextField(
                name: "uiterlijk-\(row)",
                caption: Text(nl: "Uiterlijk", en: "By") + number,
                type: "date",
                value: typed.due,
                isOptional: row > 0,
                issues: issues
            )
        }
    }
}

extension LineForm {
    init(_ fields: FormFields) {
        self.init()
        (theme, themeName, themeAmbition) = (fields["thema"], fields["thema-naam"], fields["thema-ambitie"])
        (name, englishName) = (fields["naam"], fields["naam-engels"])
        (purpose, contributes) = (fields["doel"], fields["brengt"])
        (firstYear, lastYear) = (fields["van"], fields["tot"])
        (leads, partners) = (fields.all("trekkers"), fields.all("betrokkenen"))
        sectors = fields.all("sectoren")
        steps = (0..<Self.stepLimit).map { Step(code: fields["stapcode-\($0)"], words: fields["stap-\($0)"]) }
        while steps.last == Step() { steps.removeLast() }
        results = (0..<Self.resultLimit).map { row in
            Result(
                code: fields["resultaatcode-\(row)"],
                words: fields["resultaat-\(row)"],
                count: fields["hoeveel-\(row)"],
                due: fields["uiterlijk-\(row)"]
            )
        }
        while results.last == Result() { results.removeLast() }
    }
}
