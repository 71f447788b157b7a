package import Kernel
package import Programmes
package import Sharing

/// A line as it stood at the end of a day: the sum of everything that was told until then.
package struct LineState: Equatable, Sendable {
    package let line: ActionLine
    /// The last one first.
    package let updates: [LineUpdate]
    private let steps: [ActionLine.Step.ID: LineUpdate.StepProgress]
    private let results: [ActionLine.PromisedResult.ID: Int]
    /// The results that registers and other programmes count; they are not told.
    package let counted: Set<ActionLine.PromisedResult.ID>
    /// What other programmes did that counts for this line.
    package let shared: [SharedWork]
    /// After so many days without a word somebody should ask.
    package let longSilence: Int

    /// `updates` are those of this line, in the order in which they were told; `counted` is what registers count, and
    /// `shared` what other programmes did for any line.
    package init(
        _ line: ActionLine,
        _ updates: [LineUpdate],
        counted: [ActionLine.PromisedResult.ID: Int] = [:],
        shared: [SharedWork] = [],
        longSilence: Int = ActionPlan.usualSilence
    ) {
        self.longSilence = longSilence
        self.line = line
        self.updates = updates.reversed()
        steps = updates.reduce(into: [:]) { $0.merge($1.steps) { $1 } }
        self.shared = shared.filter { $0.place.line == line.code }
        var own = counted.filter { code, _ in line.results.contains { $0.code == code } }
        for work in self.shared {
            if case .result(_, let result) = work.place { own[result, default: 0] += work.count }
        }
        results = updates.reduce(into: [:]) { $0.merge($1.results) { $1 } }.merging(own) { $1 }
        self.counted = Set(own.keys)
    }

    package var last: LineUpdate? { updates.first }
    /// `nil` when nothing was ever told.
    package var status: LineStatus? { last?.status }

    /// Whether it asks something of somebody.
    package var isAsking: Bool { last.map { !$0.ask.isEmpty } ?? false }

    package func progress(of step: ActionLine.Step.ID) -> LineUpdate.StepProgress { steps[step] ?? .init() }
    package func shared(for step: ActionLine.Step.ID) -> [SharedWork] {
        shared.filter { $0.place == .line(line.code, step: step) }
    }
    /// What counts for the whole line, or for one of its results.
    package var sharedForAll: [SharedWork] {
        shared.filter { work in !line.steps.contains { work.place == .line(line.code, step: $0.code) } }
    }
    package func reached(_ result: ActionLine.PromisedResult.ID) -> Int { results[result] ?? 0 }
    package func isReached(_ result: ActionLine.PromisedResult) -> Bool { reached(result.code) >= result.count }

    /// The first result that is not there yet, by the day it is due.
    package var next: ActionLine.PromisedResult? {
        line.results.filter { !isReached($0) }.min { ($0.due, $0.code) < ($1.due, $1.code) }
    }

    /// The results that should have been there.
    package func late(on day: Day) -> [ActionLine.PromisedResult] {
        line.results.filter { !isReached($0) && $0.due < day }
    }

    /// Days since anything was told; since the start of the line when nothing was.
    package func silence(on day: Day) -> Int {
        max(0, day.daysSinceEpoch - (last?.recordedOn ?? line.first.firstDay).daysSinceEpoch)
    }

    package func isSilent(on day: Day) -> Bool {
        status != .done && line.first.firstDay <= day && silence(on: day) > longSilence
    }
}

/// A whole plan as it stood at the end of a day.
package struct PlanState: Equatable, Sendable {
    package let programme: Programme
    package let plan: ActionPlan
    package let asOf: Day
    /// In the order of the plan.
    package let lines: [LineState]

    package func line(_ code: ActionLine.ID) -> LineState? { lines.first { $0.line.code == code } }
    /// The lines that ask something of somebody.
    package var asking: [LineState] { lines.filter(\.isAsking) }
    package func count(_ status: LineStatus?) -> Int { lines.count { $0.status == status } }
}

/// Which lines somebody wants to see; what is `nil` is not asked about.
package struct LineFilter: Equatable, Sendable {
    package var theme: PlanTheme.ID?
    package var sector: Sector.ID?
    package var lead: Organisation.ID?
    package var area: AreaCode?
    package var status: LineStatus?

    package init() {}

    package var isEmpty: Bool { self == LineFilter() }

    package func includes(_ state: LineState, in plan: ActionPlan) -> Bool {
        let line = state.line
        let organisations = (line.leads + line.partners).compactMap(plan.organisation)
        return theme.map { line.theme == $0 } ?? true && sector.map(line.sectors.contains) ?? true
            && lead.map(line.leads.contains) ?? true
            && area.map { here in organisations.contains { $0.area == here } } ?? true
            && status.map { state.status == $0 } ?? true
    }
}
