package import Kernel

package struct InvalidReferral: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case initiativeMissing
        case whatMissing, whatTooLong, contactTooLong, dayUnreadable
        case reasonMissing, reasonTooLong
        case stepMissing, noteMissing, noteTooLong
        case happenedOnUnreadable, happenedInFuture
        /// Something later was recorded already.
        case happenedBefore(Day)
        case companyContactMissing, companyContactTooLong
        case givenByMissing, givenByTooLong, mannerMissing, givenOnUnreadable, givenInFuture
    }

    package let issues: [Issue]
    package var code: String { "referral.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum ReferralProblem: Problem, Equatable {
    case notFound
    /// The conversation has no result yet, so there is nothing to base a referral on.
    case conversationNotHeld
    /// Not from where it stands now: somebody else was first, or the page was old.
    case notPossible(ReferralStep, in: ReferralState)
    /// It is chosen already for this company.
    case alreadyChosen
    /// What would be shared has changed since it was shown.
    case sharedDataChanged
    /// This identifier names something else.
    case identifierInUse

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .conversationNotHeld, .notPossible, .alreadyChosen, .sharedDataChanged, .identifierInUse: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "referral.not-found"
        case .conversationNotHeld: "referral.conversation-not-held"
        case .notPossible: "referral.not-possible"
        case .alreadyChosen: "referral.already-chosen"
        case .sharedDataChanged: "referral.shared-data-changed"
        case .identifierInUse: "referral.identifier-in-use"
        }
    }
}
