package import Kernel
package import Programmes
import Storage

/// What can be crossed on one line of a sheet on paper.
package enum PaperAnswer: String, CaseIterable, Sendable {
    case none = ""
    case doing, ambition, both
    case notApplicable = "not-applicable"
    case unknown

    package var marks: Set<Mark> {
        switch self {
        case .none: []
        case .doing: [.doing]
        case .ambition: [.ambition]
        case .both: [.doing, .ambition]
        case .notApplicable: [.notApplicable]
        case .unknown: [.unknown]
        }
    }

    package init(_ marks: Set<Mark>) {
        self = Self.allCases.first { $0.marks == marks } ?? .none
    }
}

extension Conversations {
    /// Makes the sheet say what stands on paper, on the lines that are named and no others: all of it or nothing. What
    /// stands there already is not said twice.
    ///
    /// - Throws: ``ConversationProblem``.
    package func copy(
        _ paper: [Activity.ID: PaperAnswer],
        to id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.holdConversations, in: programme)
        let answers = try await database.read { db in try db.sheet(of: id, in: programme).answers() }
        let taps = paper.sorted { $0.key.description < $1.key.description }.flatMap { activity, answer in
            let standing = answers.marks(of: activity)
            // What is taken back comes first, so that nothing is overruled on the way.
            return standing.subtracting(answer.marks).map { Tap(activity, $0, isOn: false) }
                + answer.marks.subtracting(standing).map { Tap(activity, $0, isOn: true) }
        }
        try await tap(taps, device: "paper", on: id, in: programme, as: principal)
    }
}
