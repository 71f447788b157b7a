package import Foundation
package import Kernel
package import Programmes
package import Sharing

/// What everybody may see of a line (*openbaar bericht*): plain words, and what was reached at that moment. Added, never
/// changed; the last one holds.
package struct LineRelease: Equatable, Sendable {
    package typealias ID = Kernel.ID<LineRelease>

    package let id: ID
    package let line: ActionLine.ID
    /// Empty when nothing may be seen any more.
    package let words: String
    package let releasedOn: Day
    package let releasedAt: Date
    package let name: String

    package var isShown: Bool { !words.isEmpty }
}

/// A release as somebody typed it.
package struct LineReleaseForm: Equatable, Sendable {
    package var id: String
    package var words: String
    /// Whether it is to be seen no more.
    package var isWithdrawal: Bool

    package init(id: String = "", words: String = "", isWithdrawal: Bool = false) {
        self.id = id
        self.words = words
        self.isWithdrawal = isWithdrawal
    }

    func read(of line: ActionLine.ID, by name: String, _ world: World) throws(InvalidUpdate) -> LineRelease {
        var issues: [InvalidUpdate.Issue] = []
        let words =
            isWithdrawal ? "" : LineUpdateForm.text(words, .words, limit: 600, isNeeded: true, &issues)
        guard issues.isEmpty else { throw InvalidUpdate(issues: issues) }
        return LineRelease(
            id: LineRelease.ID(id) ?? world.id(),
            line: line,
            words: words,
            releasedOn: world.today,
            releasedAt: world.now(),
            name: name
        )
    }
}

/// A line as everybody may see it: of what was told, only what was reached when it was released.
package struct PublicLine: Equatable, Sendable {
    package let line: ActionLine
    package let words: String
    package let releasedOn: Day
    /// What other programmes did for it, as far as everybody may know.
    package let shared: [SharedWork]
    private let results: [ActionLine.PromisedResult.ID: Int]

    init(_ state: LineState, _ release: LineRelease) {
        line = state.line
        words = release.words
        releasedOn = release.releasedOn
        shared = state.shared.filter(\.isShownToEverybody)
        results = Dictionary(uniqueKeysWithValues: state.line.results.map { ($0.code, state.reached($0.code)) })
    }

    package func reached(_ result: ActionLine.PromisedResult.ID) -> Int { results[result] ?? 0 }
}

/// A plan as everybody may see it.
package struct PublicPlan: Equatable, Sendable {
    package let programme: Programme
    package let plan: ActionPlan
    /// Those of which anything was released, in the order of the plan.
    package let lines: [PublicLine]

    /// Whether an organisation of that area leads a line or takes part in it.
    package func takesPart(_ area: AreaCode, in line: ActionLine) -> Bool {
        (line.leads + line.partners).contains { plan.organisation($0)?.area == area }
    }
}
