import Foundation
package import Kernel
import Programmes

/// A year plan as somebody typed it.
package struct YearPlanForm: Equatable, Sendable {
    package struct Activity: Equatable, Sendable {
        package var words = ""
        package var quarter = ""
        package var owner = ""

        package init(words: String = "", quarter: String = "", owner: String = "") {
            self.words = words
            self.quarter = quarter
            self.owner = owner
        }
    }

    package struct Indicator: Equatable, Sendable {
        package var words = ""
        package var count = ""

        package init(words: String = "", count: String = "") {
            self.words = words
            self.count = count
        }
    }

    package var id = ""
    /// The version that was looked at; 0 when there was none.
    package var basis = 0
    package var activities: [Activity] = []
    package var amount = ""
    package var funding = ""
    /// By the code of the result.
    package var targets: [String: String] = [:]
    package var indicators: [Indicator] = []

    package init() {}

    package init(_ plan: YearPlan) {
        basis = plan.version
        let content = plan.content
        activities = content.activities.map {
            Activity(words: $0.words, quarter: $0.quarter.map { "\($0)" } ?? "", owner: $0.owner)
        }
        amount = content.amount == .zero ? "" : content.amount.typed
        funding = content.funding
        targets = content.targets.reduce(into: [:]) { $0[$1.key.description] = "\($1.value)" }
        indicators = content.indicators.map { Indicator(words: $0.words, count: "\($0.count)") }
    }

    /// More than anybody does in a year.
    package static let activityLimit = 24
    package static let indicatorLimit = 8

    func read(for line: ActionLine) throws(InvalidYearPlan) -> YearPlan.Content {
        var issues: [InvalidYearPlan.Issue] = []
        func note(_ place: InvalidYearPlan.Place, _ fault: InvalidYearPlan.Fault) {
            issues.append(.init(at: place, fault: fault))
        }
        func words(_ text: String, _ place: InvalidYearPlan.Place, limit: Int, isNeeded: Bool = true) -> String {
            let text = TypedText(line: text, limit: limit, isNeeded: isNeeded)
            switch text.fault {
            case .missing: note(place, .missing)
            case .tooLong(let limit): note(place, .tooLong(limit))
            case nil: break
            }
            return text.value
        }
        func number(_ text: String, _ place: InvalidYearPlan.Place) -> Int {
            guard let number = Int(text.plainNumber), (0...1_000_000).contains(number) else {
                note(place, .notANumber)
                return 0
            }
            return number
        }
        let activities = self.activities.enumerated().compactMap { index, typed -> YearPlan.Activity? in
            guard typed != Activity(), [typed.words, typed.owner].contains(where: { $0.nonEmpty != nil }) else {
                return nil
            }
            return YearPlan.Activity(
                words: words(typed.words, .activity(index), limit: 200),
                quarter: Int(typed.quarter).flatMap { (1...4).contains($0) ? $0 : nil },
                owner: words(typed.owner, .owner(index), limit: 100, isNeeded: false)
            )
        }
        let amount = self.amount.nonEmpty == nil ? Cents.zero : Cents(typed: self.amount)
        if amount.map({ $0 < .zero }) ?? true { note(.amount, .notAnAmount) }
        let funding = words(self.funding, .funding, limit: 300, isNeeded: (amount ?? .zero) > .zero)
        var targets: [ActionLine.PromisedResult.ID: Int] = [:]
        for result in line.results {
            guard let typed = self.targets[result.code.description]?.nonEmpty else { continue }
            targets[result.code] = number(typed, .target(result.code.description))
        }
        let indicators = self.indicators.enumerated().compactMap { index, typed -> YearPlan.Indicator? in
            guard typed.words.nonEmpty != nil || typed.count.nonEmpty != nil else { return nil }
            return YearPlan.Indicator(
                words: words(typed.words, .indicator(index), limit: 150),
                count: number(typed.count, .indicatorCount(index))
            )
        }
        guard issues.isEmpty, let amount else { throw InvalidYearPlan(issues: issues) }
        let year = activities.enumerated().sorted {
            ($0.element.quarter ?? 0, $0.offset) < ($1.element.quarter ?? 0, $1.offset)
        }
        return YearPlan.Content(
            activities: year.map(\.element),
            amount: amount,
            funding: funding,
            targets: targets,
            indicators: indicators
        )
    }
}

/// A step as somebody sent it.
package struct YearPlanStepForm: Equatable, Sendable {
    package var id = ""
    package var basis = 0
    package var step = ""
    package var remark = ""
    /// The number of a decision.
    package var decision = ""

    package init() {}
}

/// What is wrong with a year plan, or with a step of it.
package struct InvalidYearPlan: FormProblem, Equatable {
    package enum Place: Equatable, Sendable {
        /// Which of the rows, from 0.
        case activity(Int), owner(Int), indicator(Int), indicatorCount(Int)
        case amount, funding, remark, decision
        /// With the code of the result.
        case target(String)
        case whole
    }

    package enum Fault: Equatable, Sendable {
        case missing, notANumber, notAnAmount
        case tooLong(Int)
        /// It proposes nothing to do, or nothing to reach.
        case noActivity, noTarget
        /// There is no decision with that number, of the body that decides, about this line, that still holds.
        case noSuchDecision
        /// Somebody else, with this name, was first.
        case changedMeanwhile(String)
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
    package var code: String { "year-plan.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum YearPlanProblem: Problem, Equatable {
    case lineNotFound
    /// The programme does not run in that year.
    case outsideProgramme
    /// Only who leads the line writes and proposes; only the programme team goes on with it.
    case notLead, notTeam
    case stepNotPossible

    package var kind: ProblemKind {
        switch self {
        case .lineNotFound, .outsideProgramme: .notFound
        case .notLead, .notTeam: .forbidden
        case .stepNotPossible: .conflict
        }
    }

    package var code: String {
        switch self {
        case .lineNotFound: "year-plan.line-not-found"
        case .outsideProgramme: "year-plan.outside-programme"
        case .notLead: "year-plan.not-lead"
        case .notTeam: "year-plan.not-team"
        case .stepNotPossible: "year-plan.step-not-possible"
        }
    }
}
