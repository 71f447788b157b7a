/// What can be recorded about a referral.
package enum ReferralStep: String, Sendable, CaseIterable {
    /// The adviser chose it, from the suggestions or beside them.
    case confirmed
    /// The adviser did not choose it.
    case rejected
    /// Agreement, contact or day was written anew; the state stays.
    case amended
    /// The company said yes.
    case agreed
    /// Data went to the initiative, with consent.
    case handedOver = "handed-over"
    /// The company took its consent back: the initiative sees nothing any more.
    case withdrawn
    case accepted
    case declined
    case firstContact = "first-contact"
    case running
    case done
    case stopped

    /// The state in which it leaves the referral.
    package var state: ReferralState? {
        switch self {
        case .confirmed: .confirmed
        case .rejected: .rejected
        case .amended: nil
        case .agreed: .agreed
        case .handedOver: .handedOver
        case .accepted: .accepted
        case .declined: .declined
        case .firstContact: .firstContact
        case .running: .running
        case .done: .done
        case .stopped, .withdrawn: .stopped
        }
    }

    /// No answer to "why not" is no answer.
    package var needsReason: Bool {
        switch self {
        case .rejected, .declined, .stopped: true
        case .confirmed, .amended, .agreed, .handedOver, .withdrawn, .accepted, .firstContact, .running, .done: false
        }
    }
}

/// Where a referral stands (*stand van de koppeling*).
package enum ReferralState: String, Sendable, CaseIterable {
    case confirmed, rejected, agreed, handedOver = "handed-over", accepted, declined, firstContact = "first-contact"
    case running, done, stopped

    /// What an adviser may record next.
    package var stepsOfAdviser: [ReferralStep] {
        switch self {
        case .confirmed: [.agreed, .amended, .rejected]
        case .rejected: [.confirmed]
        case .agreed: [.handedOver, .firstContact, .running, .done, .amended, .stopped]
        case .handedOver: [.firstContact, .running, .done, .amended, .stopped, .withdrawn]
        case .accepted: [.firstContact, .running, .done, .amended, .stopped, .withdrawn]
        case .declined: [.handedOver, .stopped]
        case .firstContact: [.handedOver, .running, .done, .amended, .stopped, .withdrawn]
        case .running: [.handedOver, .done, .amended, .stopped, .withdrawn]
        case .done: [.running, .withdrawn]
        case .stopped: [.agreed, .running, .withdrawn]
        }
    }

    /// What the coach of the initiative may record next, once it was handed over.
    package var stepsOfCoach: [ReferralStep] {
        switch self {
        case .confirmed, .rejected, .agreed: []
        case .handedOver: [.accepted, .declined]
        case .accepted: [.firstContact, .running, .done, .stopped]
        case .firstContact: [.running, .done, .stopped]
        case .running: [.done, .stopped]
        case .declined: [.accepted]
        case .done, .stopped: [.running]
        }
    }

    /// Takes one of the places that an initiative has.
    package var takesPlace: Bool {
        switch self {
        case .agreed, .handedOver, .accepted, .firstContact, .running: true
        case .confirmed, .rejected, .declined, .done, .stopped: false
        }
    }

    /// Counts as "referred" for the targets: the company said yes, whatever came of it.
    package var isReferred: Bool {
        switch self {
        case .agreed, .handedOver, .accepted, .declined, .firstContact, .running, .done, .stopped: true
        case .confirmed, .rejected: false
        }
    }
}
