package import Foundation
package import Kernel
package import Programmes

/// What a line wants to do in a year, what it takes and what it comes to (*jaarplan*). Each step of it is a version; none
/// is changed.
package struct YearPlan: Equatable, Sendable {
    package typealias ID = Kernel.ID<YearPlan>

    /// How far it is (*stand*).
    package enum State: String, CaseIterable, Sendable {
        /// Who leads the line is writing it.
        case draft
        /// It waits for the programme team.
        case proposed
        /// It was talked about, and waits for the meeting that decides.
        case discussed
        case decided
        /// Who leads the line should change it first.
        case returned

        /// Whether who leads the line may write in it. After a decision that begins a change of the plan.
        package var isOpen: Bool { self != .proposed && self != .discussed }
    }

    package let id: ID
    package let line: ActionLine.ID
    package let year: Int
    /// Counts from 1 for a line and a year.
    package let version: Int
    package let state: State
    package let content: Content
    /// What was said with this step; may be empty.
    package let remark: String
    /// The number of the decision by which it was decided.
    package let decision: Int?
    package let recordedAt: Date
    package let name: String

    package struct Content: Codable, Equatable, Sendable {
        /// In the order of the year.
        package var activities: [Activity]
        /// What it costs.
        package var amount: Cents
        /// Who pays that, and what is sure of it.
        package var funding: String
        /// How many of each result of the line there are to be at the end of the year.
        package var targets: [ActionLine.PromisedResult.ID: Int]
        /// What else there is to be, as a number.
        package var indicators: [Indicator]

        package var isEmpty: Bool { activities.isEmpty && targets.isEmpty && indicators.isEmpty }
    }

    package struct Activity: Codable, Equatable, Sendable {
        package var words: String
        /// From 1 to 4; `nil` for all year.
        package var quarter: Int?
        package var owner: String
    }

    package struct Indicator: Codable, Equatable, Sendable {
        package var words: String
        package var count: Int
    }
}

/// The plan of a line for a year, with all that became of it.
package struct YearPlanRecord: Equatable, Sendable {
    package let line: ActionLine.ID
    package let year: Int
    /// The last one first.
    package let versions: [YearPlan]

    package init(line: ActionLine.ID, year: Int, versions: [YearPlan]) {
        self.line = line
        self.year = year
        self.versions = versions
    }

    package var current: YearPlan? { versions.first }
    /// The plan that holds: the last that was decided.
    package var inForce: YearPlan? { versions.first { $0.state == .decided } }
    package var state: YearPlan.State? { current?.state }
}

/// A step of a year plan, and who takes it.
package enum YearPlanStep: String, CaseIterable, Sendable {
    case propose, withdraw, discuss, decide
    case giveBack = "give-back"

    /// In which states it can be taken.
    package var from: Set<YearPlan.State> {
        switch self {
        case .propose: [.draft, .returned]
        case .withdraw: [.proposed]
        case .discuss: [.proposed]
        case .giveBack: [.proposed, .discussed]
        case .decide: [.discussed]
        }
    }

    package var to: YearPlan.State {
        switch self {
        case .propose: .proposed
        case .withdraw: .draft
        case .discuss: .discussed
        case .giveBack: .returned
        case .decide: .decided
        }
    }

    /// Who leads the line, and not the programme team.
    package var isOfLead: Bool { self == .propose || self == .withdraw }
    package var needsRemark: Bool { self == .giveBack }
}
