package import Foundation
package import Kernel

/// What the adviser wrote as next steps for a company (*advies*), in order. Written anew as a whole: the last one
/// counts, the earlier ones stay on record.
package struct Advice: Equatable, Sendable {
    package typealias ID = Kernel.ID<Advice>

    package static let longest = 8
    package static let longestStep = 140

    package let id: ID
    package let steps: [String]
    package let recordedAt: Date
    package let name: String

    package init(id: ID, steps: [String], recordedAt: Date, name: String) {
        self.id = id
        self.steps = steps
        self.recordedAt = recordedAt
        self.name = name
    }
}

/// The next steps as somebody typed them: one a line.
package struct AdviceForm: Sendable {
    package var id: String?
    package var steps: String?

    package init(id: String? = nil, steps: String? = nil) {
        self.id = id
        self.steps = steps
    }

    func read() throws(InvalidAdvice) -> [String] {
        let lines = (steps ?? "").split(whereSeparator: \.isNewline).compactMap { String($0).nonEmpty }
        var issues: [InvalidAdvice.Issue] = []
        if lines.count > Advice.longest { issues.append(.tooMany(lines.count)) }
        if let index = lines.firstIndex(where: { $0.count > Advice.longestStep }) {
            issues.append(.tooLong(step: index + 1))
        }
        guard issues.isEmpty else { throw InvalidAdvice(issues: issues) }
        return lines
    }
}

package struct InvalidAdvice: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case tooMany(Int)
        case tooLong(step: Int)
    }

    package let issues: [Issue]
    package var code: String { "advice.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}
