package import Kernel
package import Programmes

package enum FollowUpProblem: Problem, Equatable {
    /// No first conversation with a result, so nothing to come back to.
    case notFound

    package var kind: ProblemKind { .notFound }
    package var code: String { "follow-up.not-found" }
}

package struct InvalidFollowUp: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case contactedOnUnreadable, contactedInFuture, contactedBeforeConversation(Day)
        case measurementMissing
        case fateMissing(Activity.ID)
        case linkMissing(Referral.ID), helpMissing(Referral.ID), misfitMissing(Referral.ID)
        case answerNoteTooLong(Referral.ID)
        case additionalityMissing, needTooLong, noteTooLong
        case nextOnUnreadable, nextBeforeContact, nextByTooLong
        /// A conversation with the company is planned or underway.
        case conversationOpen
        case dueOnUnreadable, dueBeforeConversation(Day), responsibleMissing, responsibleTooLong
    }

    package let issues: [Issue]
    package var code: String { "follow-up.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}
