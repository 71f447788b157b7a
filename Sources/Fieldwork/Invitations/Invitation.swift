package import Foundation
package import Kernel

/// A company asked for a conversation by mail (*uitnodiging*), with a day that would suit us, and a link to answer.
package struct Invitation: Equatable, Sendable {
    package typealias ID = Kernel.ID<Invitation>

    package let id: ID
    package let company: Company.ID
    /// The selection round that it belongs to, if any.
    package let round: SelectionRound.ID?
    package let contactName: String
    package let email: String
    package let language: Language
    /// When, and by whom.
    package let proposal: ConversationPlan
    /// What was added for this company.
    package let note: String?
    /// The last day on which the link works.
    package let expiresOn: Day
    package let madeAt: Date
    package let madeBy: String
    /// In the order in which they came; the last one counts.
    package let answers: [InvitationAnswer]

    package var answer: InvitationAnswer? { answers.last }
}

/// What the entrepreneur said (*antwoord*).
package struct InvitationAnswer: Equatable, Sendable {
    package typealias ID = Kernel.ID<InvitationAnswer>

    package enum Kind: String, Sendable, CaseIterable {
        case confirmed
        case otherTime = "other-time"
        case declined
    }

    package let kind: Kind
    /// When it would suit, or why not, in their words.
    package let note: String?
    package let refusal: SelectionEvent.Refusal?
    package let answeredAt: Date
}

/// An invitation as whoever has the link sees it.
package struct OpenInvitation: Equatable, Sendable {
    package let programme: ProgrammeID
    package let invitation: Invitation
    package let companyName: String
    /// The appointment that there is now, which may have been moved since.
    package let appointment: Conversation?

    /// The moment is over, or the conversation has begun: there is nothing to answer any more.
    package func isOver(on today: Day) -> Bool {
        if let appointment { return appointment.state != .planned || appointment.plan.day < today }
        return invitation.answer?.kind == .declined || invitation.proposal.day < today
    }
}
