package import Fieldwork
package import Kernel
package import Programmes

/// How a programme stands on a day (*overzicht*): what was promised beside what was done, and what needs attention.
package struct Overview: Sendable {
    package let programme: Programme
    package let asOf: Day
    package let quarters: [QuarterProgress]
    package let targets: [TargetProgress]
    /// `nil` for who sees no counts of companies.
    package let followUps: FollowUpProgress?
    /// Only for who may open what it is about.
    package let attention: [Attention]
    /// Counts of companies are left out: for who may not see conversations there are publications.
    package let isWithoutCompanies: Bool
}

package struct QuarterProgress: Sendable, Equatable {
    package let quarter: Quarter
    package let planned: Int
    package let held: Int
    /// Up to and with this quarter.
    package let plannedSoFar: Int
    package let heldSoFar: Int
    package let isOver: Bool

    package var isBehind: Bool { isOver && held < planned }
}

package struct TargetProgress: Sendable, Equatable {
    package let target: Target
    package let count: Int
    package let split: [AreaProgress]
}

package struct AreaProgress: Sendable, Equatable {
    package let area: Area
    package let count: Int
    /// `nil` where nothing was promised.
    package let goal: Int?
}

/// Companies that could have been asked by now how it went, and how many of them were.
package struct FollowUpProgress: Sendable, Equatable {
    package let due: Int
    package let done: Int
}

/// Something that somebody should look at (*aandachtspunt*).
package enum Attention: Sendable, Equatable {
    case overdueFollowUps(count: Int, oldest: Day)
    case unfinished(Conversation.ID, companyName: String, since: Day)
    case unanswered(Referral.ID, companyName: String, initiative: InitiativeCode, since: Day)
    /// The initiative said no, and nothing else was found for the company.
    case declined(Referral.ID, companyName: String, initiative: InitiativeCode, since: Day)
    /// A company that was invited asked for another moment.
    case otherMoment(InvitationWish)
    /// So many letters did not arrive, or may not have.
    case letters(Int)
    case expired(InitiativeCode, on: Day)
    case expiring(InitiativeCode, on: Day)
    case behind(Quarter, held: Int, planned: Int)

    /// Letters that are older need nobody's attention any more.
    package static let daysOfLetters = 30
    package static let daysToFinish = 7
    package static let daysToAnswer = 14
    package static let daysBeforeExpiry = 60
}
