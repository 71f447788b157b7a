package import Kernel

package enum ConversationProblem: Problem, Equatable {
    case notFound
    /// This company has a conversation that is planned or being held already.
    case alreadyOpen(Conversation.ID)
    /// Such a thing cannot happen to a conversation in that state.
    case notPossible(ConversationEvent.Kind, in: Conversation.State)
    /// The sheet cannot be filled in: not started yet, finished or cancelled.
    case closed(Conversation.State)
    /// Something is named that is not on the sheet of this conversation.
    case notOnSheet
    /// An identifier that was used before, for something else.
    case identifierTaken
    case exampleNotFound
    case tooManyTicks

    package var kind: ProblemKind {
        switch self {
        case .notFound, .exampleNotFound: .notFound
        case .alreadyOpen, .notPossible, .closed, .identifierTaken: .conflict
        case .notOnSheet, .tooManyTicks: .invalid
        }
    }

    package var code: String {
        switch self {
        case .notFound: "conversation.not-found"
        case .alreadyOpen: "conversation.already-open"
        case .notPossible: "conversation.not-possible"
        case .closed: "conversation.closed"
        case .notOnSheet: "conversation.not-on-sheet"
        case .identifierTaken: "conversation.identifier-taken"
        case .exampleNotFound: "conversation.example-not-found"
        case .tooManyTicks: "conversation.too-many-ticks"
        }
    }
}

package struct InvalidConversationPlan: FormProblem, Equatable {
    package enum Issue: String, Sendable, CaseIterable {
        case dayMissing, dayUnreadable, timeUnreadable, measurementMissing, interviewerMissing
    }

    package let issues: [Issue]
    package var code: String { "conversation.invalid-plan" }
}

package struct InvalidAnswer: FormProblem, Equatable {
    package enum Issue: String, Sendable, CaseIterable {
        case textTooLong, reasonMissing, dayUnreadable, dayInFuture
    }

    package let issues: [Issue]

    package init(issues: [Issue]) { self.issues = issues }

    package var code: String { "conversation.invalid-answer" }
}

package struct InvalidGoodExample: FormProblem, Equatable {
    package enum Issue: String, Sendable, CaseIterable {
        case titleMissing, titleTooLong, storyMissing, storyTooLong, costsTooLong, bringsTooLong
        case audienceMissing, untilUnreadable, untilInPast, giverMissing
    }

    package let issues: [Issue]
    package var code: String { "conversation.invalid-example" }
}
