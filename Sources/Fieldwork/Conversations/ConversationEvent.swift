package import Foundation
package import Kernel

/// Something that happened to a conversation as a whole (*gebeurtenis*). Appended, never changed.
package struct ConversationEvent: Equatable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case planned, started, paused, resumed, finished, reopened, cancelled
    }

    /// 1 for the first of a conversation.
    package let number: Int
    package let kind: Kind
    package let happenedAt: Date
    package let by: String
    package let origin: String
    /// Why, for a correction or a cancellation.
    package let reason: String?
    /// How things stood after it.
    package let after: Conversation

    package init(
        number: Int,
        kind: Kind,
        happenedAt: Date,
        by: String,
        origin: String,
        reason: String? = nil,
        after: Conversation
    ) {
        self.number = number
        self.kind = kind
        self.happenedAt = happenedAt
        self.by = by
        self.origin = origin
        self.reason = reason
        self.after = after
    }
}

extension ConversationEvent.Kind {
    /// The state that it leaves behind.
    package var leadsTo: Conversation.State {
        switch self {
        case .planned: .planned
        case .started, .resumed: .underway
        case .paused: .paused
        case .finished: .finished
        case .reopened: .correcting
        case .cancelled: .cancelled
        }
    }

    /// In which states it can happen.
    package func isPossible(in state: Conversation.State) -> Bool {
        switch (self, state) {
        case (.planned, .planned), (.planned, .cancelled): true
        case (.started, .planned): true
        case (.paused, .underway): true
        case (.resumed, .paused): true
        case (.finished, .underway), (.finished, .paused), (.finished, .correcting): true
        case (.reopened, .finished): true
        case (.cancelled, .planned), (.cancelled, .underway), (.cancelled, .paused): true
        default: false
        }
    }
}

extension Conversation {
    /// How it stands after an event.
    ///
    /// - Throws: ``ConversationProblem/notPossible(_:in:)``.
    package func after(
        _ kind: ConversationEvent.Kind,
        at moment: Date,
        plan newPlan: ConversationPlan? = nil,
        sheetVersion version: Int? = nil,
        heldOn day: Day? = nil
    ) throws(ConversationProblem) -> Conversation {
        guard kind.isPossible(in: state) else { throw .notPossible(kind, in: state) }
        return Conversation(
            id: id,
            company: company,
            measurement: measurement,
            plan: newPlan ?? plan,
            state: kind.leadsTo,
            since: moment,
            sheetVersion: sheetVersion ?? version,
            heldOn: heldOn ?? day,
            finishedAt: finishedAt ?? (kind == .finished ? moment : nil)
        )
    }
}
