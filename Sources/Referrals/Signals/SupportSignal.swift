package import Foundation
package import Kernel
import Programmes

/// That the help of an initiative does not fit what companies need (*signaal*): told on by the project leader, in words
/// from which nobody can see which company it was.
package struct SupportSignal: Equatable, Sendable {
    package typealias ID = Kernel.ID<SupportSignal>

    package let id: ID
    package let initiative: InitiativeCode
    package let words: String
    package let toldAt: Date
    package let name: String
    /// What was done with it since, the oldest first.
    package let changes: [Change]

    package struct Change: Equatable, Sendable {
        package let words: String
        package let madeAt: Date
        package let name: String
    }
}

/// How the help of one initiative fits (*past de hulp?*), counted over the last call with each company.
package struct SupportFit: Equatable, Sendable {
    package let initiative: InitiativeCode
    /// Referrals about which somebody was asked.
    package let asked: Int
    package let helped: Int
    package let misfits: Int
    /// The reasons that were given, and how often.
    package let reasons: [FollowUpOutcome.Misfit: Int]
    package let signals: [SupportSignal]

    package init(
        initiative: InitiativeCode,
        asked: Int,
        helped: Int,
        misfits: Int,
        reasons: [FollowUpOutcome.Misfit: Int],
        signals: [SupportSignal]
    ) {
        self.initiative = initiative
        self.asked = asked
        self.helped = helped
        self.misfits = misfits
        self.reasons = reasons
        self.signals = signals
    }

    init(_ initiative: InitiativeCode, _ answers: [FollowUpOutcome.Answer], signals: [SupportSignal]) {
        self.init(
            initiative: initiative,
            asked: answers.count,
            helped: answers.count { $0.help == .yes || $0.help == .somewhat },
            misfits: answers.count(where: \.isMisfit),
            reasons: answers.compactMap(\.misfit).reduce(into: [:]) { $0[$1, default: 0] += 1 },
            signals: signals
        )
    }

    /// So many have to have been asked.
    private static let smallest = 5

    /// What the initiative itself may see: that a reason was given, once so many were asked that nobody can tell by
    /// whom, and not when all said the same.
    package var forInitiative: SupportView {
        let mayTell = asked >= Self.smallest && misfits < asked
        return SupportView(
            initiative: initiative,
            reasons: mayTell ? FollowUpOutcome.Misfit.allCases.filter { reasons[$0] != nil } : [],
            signals: signals
        )
    }
}

/// What initiatives and partners see of it: no numbers, and nothing about a company.
package struct SupportView: Equatable, Sendable {
    package let initiative: InitiativeCode
    package let reasons: [FollowUpOutcome.Misfit]
    package let signals: [SupportSignal]

    package init(initiative: InitiativeCode, reasons: [FollowUpOutcome.Misfit], signals: [SupportSignal]) {
        self.initiative = initiative
        self.reasons = reasons
        self.signals = signals
    }
}

/// What somebody typed about it.
package struct SupportForm: Sendable, Equatable {
    package var id: String
    package var words: String

    package init(id: String = "", words: String = "") {
        self.id = id
        self.words = words
    }

    /// - Throws: ``InvalidSupportSignal`` also when the words name a company or a person that was referred.
    func read(avoiding names: [String]) throws(InvalidSupportSignal) -> String {
        let words = words.trimmingWhitespace()
        if words.isEmpty { throw InvalidSupportSignal(issues: [.wordsMissing]) }
        if words.count > 1000 { throw InvalidSupportSignal(issues: [.wordsTooLong]) }
        let lowered = words.lowercased()
        let named = names.filter { $0.count >= 3 && lowered.contains($0.lowercased()) }
        guard named.isEmpty else { throw InvalidSupportSignal(issues: named.map { .names($0) }) }
        return words
    }
}

package struct InvalidSupportSignal: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case wordsMissing, wordsTooLong
        /// So that it would not be anonymous.
        case names(String)
    }

    package let issues: [Issue]
    package var code: String { "support-signal.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum SupportProblem: Problem, Equatable {
    case notFound

    package var kind: ProblemKind { .notFound }
    package var code: String { "support-signal.not-found" }
}
