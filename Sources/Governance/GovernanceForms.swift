import Foundation
package import Kernel
import Programmes

/// A meeting as somebody typed it.
package struct MeetingForm: Equatable, Sendable {
    package var id = ""
    package var body = ""
    package var day = ""
    package var place = ""

    package init() {}
}

package struct AgendaItemForm: Equatable, Sendable {
    package var id = ""
    package var kind = ""
    package var title = ""
    package var words = ""
    package var line = ""

    package init() {}
}

package struct DecisionForm: Equatable, Sendable {
    package var id = ""
    package var words = ""
    package var lines: [String] = []
    package var result = ""
    package var payer = ""
    package var informed = ""
    /// The number of the decision that it takes the place of.
    package var supersedes = ""

    package init() {}
}

package struct ActionPointForm: Equatable, Sendable {
    package var id = ""
    package var words = ""
    package var owner = ""
    package var due = ""
    package var line = ""

    package init() {}
}

package struct BodyMemberForm: Equatable, Sendable {
    package var id = ""
    package var body = ""
    package var name = ""
    package var organisation = ""
    package var since = ""
    package var until = ""

    package init() {}
}

/// What is wrong with what somebody typed about a meeting.
package struct InvalidGovernance: FormProblem, Equatable {
    package enum Field: String, Sendable {
        case body, day, place, kind, title, words, line, result, payer, informed, supersedes, owner, due, name,
            organisation, since, until, outcome
    }

    package enum Fault: Equatable, Sendable {
        case missing, notADay, notANumber, endsBeforeItStarts
        case tooLong(Int)
        /// Another decision took its place already.
        case supersededAlready
    }

    package struct Issue: Equatable, Sendable {
        package let place: Field
        package let fault: Fault

        package init(at place: Field, fault: Fault) {
            self.place = place
            self.fault = fault
        }
    }

    package let issues: [Issue]
    package var code: String { "governance.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum GovernanceProblem: Problem, Equatable {
    case meetingNotFound, itemNotFound, paperNotFound, pointNotFound, memberNotFound
    /// It was closed by somebody else.
    case closedAlready
    /// Only who leads the programme minutes its meetings.
    case notSecretary
    /// What was on its agenda stays on it.
    case meetingIsOver
    /// An item of an agenda has no room for another paper.
    case tooManyPapers

    package var kind: ProblemKind {
        switch self {
        case .meetingNotFound, .itemNotFound, .paperNotFound, .pointNotFound, .memberNotFound: .notFound
        case .closedAlready, .meetingIsOver, .tooManyPapers: .conflict
        case .notSecretary: .forbidden
        }
    }

    package var code: String {
        switch self {
        case .meetingNotFound: "governance.meeting-not-found"
        case .itemNotFound: "governance.item-not-found"
        case .paperNotFound: "governance.paper-not-found"
        case .pointNotFound: "governance.point-not-found"
        case .memberNotFound: "governance.member-not-found"
        case .closedAlready: "governance.closed-already"
        case .notSecretary: "governance.not-secretary"
        case .meetingIsOver: "governance.meeting-is-over"
        case .tooManyPapers: "governance.too-many-papers"
        }
    }
}

/// Collects everything that is wrong with one form.
struct GovernanceReading {
    var issues: [InvalidGovernance.Issue] = []

    mutating func line(_ text: String, _ field: InvalidGovernance.Field, limit: Int, isNeeded: Bool = true) -> String {
        check(TypedText(line: text, limit: limit, isNeeded: isNeeded), field)
    }

    mutating func text(_ text: String, _ field: InvalidGovernance.Field, limit: Int, isNeeded: Bool = true) -> String {
        check(TypedText(text, limit: limit, isNeeded: isNeeded), field)
    }

    private mutating func check(_ text: TypedText, _ field: InvalidGovernance.Field) -> String {
        switch text.fault {
        case .missing: note(field, .missing)
        case .tooLong(let limit): note(field, .tooLong(limit))
        case nil: break
        }
        return text.value
    }

    /// `nil` when it was left open or is none.
    mutating func day(_ text: String, _ field: InvalidGovernance.Field, isNeeded: Bool = true) -> Day? {
        let text = text.trimmingWhitespace()
        if text.isEmpty, !isNeeded { return nil }
        let day = Day(text)
        if day == nil { note(field, .notADay) }
        return day
    }

    mutating func note(_ field: InvalidGovernance.Field, _ fault: InvalidGovernance.Fault) {
        issues.append(.init(at: field, fault: fault))
    }

    func finish() throws(InvalidGovernance) {
        if !issues.isEmpty { throw InvalidGovernance(issues: issues) }
    }
}
