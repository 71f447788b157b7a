import Kernel

/// A line that is added to a plan, as somebody typed it.
package struct LineForm: Equatable, Sendable {
    /// One that is there has a code; a new one has none.
    package struct Step: Equatable, Sendable {
        package var code = ""
        package var words = ""

        package init(code: String = "", words: String = "") {
            self.code = code
            self.words = words
        }
    }

    package struct Result: Equatable, Sendable {
        package var code = ""
        package var words = ""
        package var count = ""
        package var due = ""

        package init(code: String = "", words: String = "", count: String = "", due: String = "") {
            self.code = code
            self.words = words
            self.count = count
            self.due = due
        }
    }

    /// The code of a theme, or ``newTheme``.
    package var theme = ""
    package var themeName = ""
    package var themeAmbition = ""
    package var name = ""
    /// The same in English; as in Dutch when it is left out.
    package var englishName = ""
    package var purpose = ""
    package var contributes = ""
    package var firstYear = ""
    package var lastYear = ""
    package var leads: [String] = []
    package var partners: [String] = []
    package var sectors: [String] = []
    package var steps: [Step] = []
    package var results: [Result] = []

    package static let newTheme = "nieuw"
    package static let stepLimit = 10
    package static let resultLimit = 6

    package init() {}

    package init(_ line: ActionLine) {
        theme = line.theme.description
        (name, englishName) = (line.name.nl, line.name.en == line.name.nl ? "" : line.name.en)
        (purpose, contributes) = (line.purpose.nl, line.contributes.nl)
        (firstYear, lastYear) = ("\(line.first.year)", "\(line.last.year)")
        leads = line.leads.map(\.description)
        partners = line.partners.map(\.description)
        sectors = line.sectors.map(\.description)
        steps = line.steps.map { Step(code: $0.code.description, words: $0.text.nl) }
        results = line.results.map {
            Result(code: $0.code.description, words: $0.text.nl, count: "\($0.count)", due: $0.due.description)
        }
    }
}

/// What is wrong with a line that somebody adds or changes.
package struct InvalidLine: FormProblem, Equatable {
    package enum Place: Equatable, Sendable {
        case theme, themeName, themeAmbition, name, englishName, purpose, contributes, firstYear, lastYear, leads,
            sectors
        /// Which of the rows, from 0.
        case step(Int), result(Int), count(Int), due(Int)
    }

    package enum Fault: Equatable, Sendable {
        case missing, notAYear, endsBeforeItStarts, notANumber, notADay
        case tooLong(Int)
        /// The day is not in the years of the line.
        case outsideLine
    }

    package struct Issue: Equatable, Sendable {
        package let place: Place
        package let fault: Fault

        package init(at place: Place, fault: Fault) {
            self.place = place
            self.fault = fault
        }
    }

    package let issues: [Issue]
    package var code: String { "line.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

/// Reads a form against the plan that it is for.
struct LineReading {
    let programme: Programme
    let plan: ActionPlan
    let form: LineForm
    private(set) var issues: [InvalidLine.Issue] = []

    init(_ form: LineForm, for programme: Programme, _ plan: ActionPlan) {
        self.form = form
        self.programme = programme
        self.plan = plan
    }

    private mutating func note(_ place: InvalidLine.Place, _ fault: InvalidLine.Fault) {
        issues.append(.init(at: place, fault: fault))
    }

    private mutating func text(_ typed: String, _ place: InvalidLine.Place, limit: Int, isNeeded: Bool = true) -> Text {
        let text = TypedText(line: typed, limit: limit, isNeeded: isNeeded)
        switch text.fault {
        case .missing: note(place, .missing)
        case .tooLong(let limit): note(place, .tooLong(limit))
        case nil: break
        }
        return Text(same: text.value)
    }

    /// A theme that is there, or a new one.
    mutating func theme(on today: Day) -> PlanTheme? {
        guard form.theme == LineForm.newTheme else {
            let theme = plan.themes.first { $0.code.description == form.theme }
            if theme == nil { note(.theme, .missing) }
            return theme
        }
        let name = text(form.themeName, .themeName, limit: 100)
        let ambition = text(form.themeAmbition, .themeAmbition, limit: 600)
        // A second click brings the theme again that the first one made.
        if let same = plan.themes.first(where: { $0.addedOn != nil && $0.name == name && $0.ambition == ambition }) {
            return same
        }
        let next = (plan.themes.compactMap { Int($0.code.description) }.max() ?? 0) + 1
        return PlanTheme.ID("\(next)").map {
            PlanTheme(code: $0, name: name, ambition: ambition, background: Text(same: ""), addedOn: today)
        }
    }

    /// `versions` are what the line was until now, the last one as it is; none of a new one.
    mutating func line(in theme: PlanTheme?, versions: [ActionLine], on today: Day) -> ActionLine? {
        let earlier = versions.last
        let dutch = text(form.name, .name, limit: 120)
        let english = text(form.englishName, .englishName, limit: 120, isNeeded: false)
        let name = Text(nl: dutch.nl, en: english.en.nonEmpty ?? dutch.nl)
        let purpose = text(form.purpose, .purpose, limit: 600)
        let contributes = text(form.contributes, .contributes, limit: 600)
        let years = years()
        let leads = codes(form.leads, among: programme.parties.map(\.code))
        if leads.isEmpty { note(.leads, .missing) }
        let sectors = codes(form.sectors, among: programme.sectors.map(\.code))
        if sectors.isEmpty { note(.sectors, .missing) }
        guard let code = earlier?.code ?? theme.flatMap(nextCode) else { return nil }
        let steps = steps(of: code, versions)
        let results = results(of: code, versions, years)
        guard let theme, let years, let first = Quarter("\(years.lowerBound)-Q1"),
            let last = Quarter("\(years.upperBound)-Q4")
        else { return nil }
        return ActionLine(
            code: code,
            theme: theme.code,
            name: name,
            purpose: purpose,
            contributes: contributes,
            first: max(first, programme.firstQuarter),
            last: min(last, programme.lastQuarter),
            sectors: sectors,
            leads: leads,
            partners: codes(form.partners, among: programme.parties.map(\.code)).filter { !leads.contains($0) },
            steps: steps,
            results: results,
            addedOn: earlier?.addedOn ?? today
        )
    }

    private func codes<Scope>(_ typed: [String], among known: [Code<Scope>]) -> [Code<Scope>] {
        let typed = Set(typed)
        return known.filter { typed.contains($0.description) }
    }

    private mutating func years() -> ClosedRange<Int>? {
        func year(_ text: String) -> Int? {
            Int(text.trimmingWhitespace()).flatMap { programme.years.contains($0) ? $0 : nil }
        }
        let (first, last) = (year(form.firstYear), year(form.lastYear))
        if first == nil { note(.firstYear, .notAYear) }
        if last == nil { note(.lastYear, .notAYear) }
        guard let first, let last else { return nil }
        if last < first { note(.lastYear, .endsBeforeItStarts) }
        return last < first ? nil : first...last
    }

    /// The first number after those of the theme.
    private func nextCode(_ theme: PlanTheme) -> ActionLine.ID? {
        let prefix = "\(theme.code)."
        let taken = plan.lines.compactMap { line in
            line.code.description.hasPrefix(prefix) ? Int(line.code.description.dropFirst(prefix.count)) : nil
        }
        return ActionLine.ID("\(prefix)\((taken.max() ?? 0) + 1)")
    }

    /// What is there keeps its code, for what was told is about that; a new one gets one that nothing ever had here.
    private mutating func steps(of line: ActionLine.ID, _ versions: [ActionLine]) -> [ActionLine.Step] {
        let earlier = versions.last?.steps ?? []
        let taken = versions.flatMap(\.steps).compactMap { Int($0.code.description.split(separator: "-").last ?? "") }
        var next = (taken.max() ?? 0) + 1
        var steps: [ActionLine.Step] = []
        for (row, typed) in form.steps.enumerated() where typed.words.nonEmpty != nil {
            let words = text(typed.words, .step(row), limit: 300)
            let kept = earlier.first { $0.code.description == typed.code }?.code
            let code = kept ?? ActionLine.Step.ID("\(line)-\(next)")
            if kept == nil { next += 1 }
            if let code { steps.append(.init(code: code, text: words)) }
        }
        if steps.isEmpty { note(.step(0), .missing) }
        return steps
    }

    private mutating func results(
        of line: ActionLine.ID,
        _ versions: [ActionLine],
        _ years: ClosedRange<Int>?
    ) -> [ActionLine.PromisedResult] {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
        let earlier = versions.last?.results ?? []
        let taken = versions.flatMap(\.results).compactMap {
            letters.firstIndex(of: String($0.code.description.suffix(1)))
        }
        var next = (taken.max() ?? -1) + 1
        var results: [ActionLine.PromisedResult] = []
        for (row, typed) in form.results.enumerated()
        where [typed.words, typed.count, typed.due].contains(where: { $0.nonEmpty != nil }) {
            let words = text(typed.words, .result(row), limit: 300)
            let count = Int(typed.count.plainNumber).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
            if count == nil { note(.count(row), .notANumber) }
            let due = Day(typed.due.trimmingWhitespace())
            if due == nil { note(.due(row), .notADay) }
            if let due, let years, !years.contains(due.year) { note(.due(row), .outsideLine) }
            let kept = earlier.first { $0.code.description == typed.code }?.code
            let code = kept ?? ActionLine.PromisedResult.ID("\(line)-\(letters[min(next, letters.count - 1)])")
            if kept == nil { next += 1 }
            if let code, let count, let due { results.append(.init(code: code, text: words, count: count, due: due)) }
        }
        if form.results.allSatisfy({ $0.words.nonEmpty == nil && $0.count.nonEmpty == nil && $0.due.nonEmpty == nil }) {
            note(.result(0), .missing)
        }
        return results
    }
}
