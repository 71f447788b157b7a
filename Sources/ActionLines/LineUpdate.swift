package import Foundation
package import Kernel
package import Programmes

/// How an action line stands (*stand*).
package enum LineStatus: String, Sendable, CaseIterable {
    case onCourse = "on-course"
    case attention, stuck, done
}

/// How far a step is.
package enum StepState: String, Sendable, CaseIterable { case open, doing, done }

/// How sure it is (*bewijs*): somebody said so, somebody saw it, or it is written down.
package enum Evidence: String, Sendable, CaseIterable { case said, seen, documented }

/// What somebody told about a line on a day (*bericht*). Updates are added, never changed, so that any earlier day can be
/// looked at as it was.
package struct LineUpdate: Equatable, Sendable {
    package typealias ID = Kernel.ID<LineUpdate>

    package let id: ID
    package let line: ActionLine.ID
    package let status: LineStatus
    package let why: String
    /// What is asked, and of whom; empty when nothing is.
    package let ask: String
    package let askedOf: String
    package let evidence: Evidence
    /// Where it can be read or seen; may be empty.
    package let source: String
    /// What changed: how far a step is, who does it and by which day.
    package let steps: [ActionLine.Step.ID: StepProgress]
    /// What changed: how many of a result there are now.
    package let results: [ActionLine.PromisedResult.ID: Int]
    package let recordedOn: Day
    package let recordedAt: Date
    package let name: String

    package struct StepProgress: Equatable, Sendable {
        package var state: StepState
        package var owner: String
        package var due: Day?

        package init(state: StepState = .open, owner: String = "", due: Day? = nil) {
            self.state = state
            self.owner = owner
            self.due = due
        }
    }
}

/// An update as somebody typed it.
package struct LineUpdateForm: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        package var state: String
        package var owner: String
        package var due: String

        package init(state: String = "", owner: String = "", due: String = "") {
            self.state = state
            self.owner = owner
            self.due = due
        }
    }

    package var id = ""
    package var status = ""
    package var why = ""
    package var ask = ""
    package var askedOf = ""
    package var evidence = ""
    package var source = ""
    /// By the code of a step; one that is left out stays as it is.
    package var steps: [String: Step] = [:]
    /// By the code of a result; an empty one stays as it is.
    package var results: [String: String] = [:]

    package init() {}

    /// What of it changes `state`, on that day.
    func read(for state: LineState, by name: String, _ world: World) throws(InvalidUpdate) -> LineUpdate {
        var issues: [InvalidUpdate.Issue] = []
        let status = LineStatus(rawValue: status)
        if status == nil { issues.append(.statusMissing) }
        let why = Self.text(why, .why, limit: 1000, isNeeded: true, &issues)
        let asks = status == .attention || status == .stuck
        let ask = Self.text(ask, .ask, limit: 500, isNeeded: asks, &issues)
        let askedOf = Self.text(askedOf, .askedOf, limit: 200, isNeeded: asks || !ask.isEmpty, &issues)
        let source = Self.text(source, .source, limit: 500, isNeeded: evidence == Evidence.documented.rawValue, &issues)
        let steps = changedSteps(state, &issues)
        let results = changedResults(state, &issues)
        guard issues.isEmpty, let status else { throw InvalidUpdate(issues: issues) }
        return LineUpdate(
            id: LineUpdate.ID(id) ?? world.id(),
            line: state.line.code,
            status: status,
            why: why,
            ask: ask,
            askedOf: askedOf,
            evidence: Evidence(rawValue: evidence) ?? .said,
            source: source,
            steps: steps,
            results: results,
            recordedOn: world.today,
            recordedAt: world.now(),
            name: name
        )
    }

    private func changedSteps(
        _ state: LineState,
        _ issues: inout [InvalidUpdate.Issue]
    ) -> [ActionLine.Step.ID: LineUpdate.StepProgress] {
        var changed: [ActionLine.Step.ID: LineUpdate.StepProgress] = [:]
        for step in state.line.steps {
            guard let typed = steps[step.code.description] else { continue }
            let before = state.progress(of: step.code)
            let text = typed.due.trimmingWhitespace()
            let due = text.isEmpty ? nil : Day(text)
            if !text.isEmpty, due == nil { issues.append(.dayUnreadable(step.code.description)) }
            let owner = typed.owner.trimmingWhitespace()
            if owner.count > 150 { issues.append(.ownerTooLong(step.code.description, 150)) }
            let after = LineUpdate.StepProgress(
                state: StepState(rawValue: typed.state) ?? before.state,
                owner: owner,
                due: due
            )
            if after != before { changed[step.code] = after }
        }
        return changed
    }

    private func changedResults(
        _ state: LineState,
        _ issues: inout [InvalidUpdate.Issue]
    ) -> [ActionLine.PromisedResult.ID: Int] {
        var changed: [ActionLine.PromisedResult.ID: Int] = [:]
        for result in state.line.results where !state.counted.contains(result.code) {
            let text = (results[result.code.description] ?? "").trimmingWhitespace()
            if text.isEmpty { continue }
            guard let number = Int(text), (0...1_000_000).contains(number) else {
                issues.append(.numberUnreadable(result.code.description))
                continue
            }
            if number != state.reached(result.code) { changed[result.code] = number }
        }
        return changed
    }

    static func text(
        _ text: String,
        _ field: InvalidUpdate.Field,
        limit: Int,
        isNeeded: Bool,
        _ issues: inout [InvalidUpdate.Issue]
    ) -> String {
        let text = TypedText(text, limit: limit, isNeeded: isNeeded)
        switch text.fault {
        case .missing: issues.append(.missing(field))
        case .tooLong(let limit): issues.append(.tooLong(field, limit))
        case nil: break
        }
        return text.value
    }
}

/// What is wrong with an update.
package struct InvalidUpdate: FormProblem, Equatable {
    package enum Field: String, Sendable { case why, ask, askedOf, source, words }

    package enum Issue: Sendable, Equatable {
        case statusMissing
        case missing(Field)
        case tooLong(Field, Int)
        /// With the code of the result or the step.
        case numberUnreadable(String), dayUnreadable(String), ownerTooLong(String, Int)
    }

    package let issues: [Issue]
    package var code: String { "action.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum ActionProblem: Problem, Equatable {
    case lineNotFound
    /// Somebody leads other lines than this one.
    case notLead

    package var kind: ProblemKind {
        switch self {
        case .lineNotFound: .notFound
        case .notLead: .forbidden
        }
    }

    package var code: String {
        switch self {
        case .lineNotFound: "action.line-not-found"
        case .notLead: "action.not-lead"
        }
    }
}
