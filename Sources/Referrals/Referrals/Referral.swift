package import Fieldwork
package import Foundation
package import Kernel

/// A company that was pointed to an initiative (*koppeling*), with everything that happened to it since. What it is now
/// is what was recorded last; nothing is ever changed afterwards.
package struct Referral: Equatable, Sendable {
    package typealias ID = Kernel.ID<Referral>

    package let id: ID
    package let conversation: Conversation.ID
    package let company: Company.ID
    package let initiative: InitiativeCode
    /// In the order in which they were recorded; never empty.
    package let events: [ReferralEvent]

    package init(
        id: ID,
        conversation: Conversation.ID,
        company: Company.ID,
        initiative: InitiativeCode,
        events: [ReferralEvent]
    ) {
        self.id = id
        self.conversation = conversation
        self.company = company
        self.initiative = initiative
        self.events = events
    }

    package var state: ReferralState { events.last { $0.step.state != nil }?.step.state ?? .rejected }
    /// When it came into this state.
    package var since: Day? { events.last { $0.step.state != nil }?.happenedOn }

    /// What was agreed, with whom and when, as it was last written.
    package var agreement: ReferralAgreement {
        events.last { $0.step == .confirmed || $0.step == .amended }?.agreement ?? ReferralAgreement()
    }

    /// Whether the initiative may see it: handed over, and the consent not taken back since.
    package var isShared: Bool { events.last { $0.step == .handedOver || $0.step == .withdrawn }?.step == .handedOver }

    /// What an adviser may record next.
    package var nextSteps: [ReferralStep] { state.stepsOfAdviser.filter { $0 != .withdrawn || isShared } }

    package func event(_ step: ReferralStep) -> ReferralEvent? { events.last { $0.step == step } }
}

/// What will happen, who will do it and when (*afspraak*).
package struct ReferralAgreement: Equatable, Sendable {
    /// "Introduction in the hall".
    package var what: String
    /// Who at the initiative.
    package var contact: String?
    package var day: Day?

    package init(what: String = "", contact: String? = nil, day: Day? = nil) {
        self.what = what
        self.contact = contact
        self.day = day
    }
}

/// One thing that happened to a referral (*gebeurtenis*): who recorded it, on which day it was, and in their words why.
package struct ReferralEvent: Equatable, Sendable {
    package typealias ID = Kernel.ID<ReferralEvent>
    /// Who was speaking: a coach sees the words of coaches only.
    package enum Side: String, Sendable, CaseIterable { case adviser, coach }

    package let id: ID
    package let step: ReferralStep
    package let happenedOn: Day
    package let recordedAt: Date
    package let account: AccountID?
    package let name: String
    package let side: Side
    package let note: String?
    /// Only where something was agreed.
    package let agreement: ReferralAgreement?

    package init(
        id: ID,
        step: ReferralStep,
        happenedOn: Day,
        recordedAt: Date,
        account: AccountID?,
        name: String,
        side: Side,
        note: String? = nil,
        agreement: ReferralAgreement? = nil
    ) {
        self.id = id
        self.step = step
        self.happenedOn = happenedOn
        self.recordedAt = recordedAt
        self.account = account
        self.name = name
        self.side = side
        self.note = note
        self.agreement = agreement
    }
}
