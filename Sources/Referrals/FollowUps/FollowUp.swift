package import Fieldwork
package import Foundation
package import Kernel
package import Programmes

/// That somebody asks a company some months later how it went (*terugkoppeling*).
package struct FollowUp: Equatable, Sendable {
    package let conversation: Conversation.ID
    package let company: Company.ID
    package let companyName: String
    package let municipality: AreaCode?
    package let heldOn: Day
    package let dueOn: Day
    /// Who does it; the interviewer until somebody else is named.
    package let responsible: String
    /// What came of it; `nil` while nobody asked.
    package let outcome: FollowUpOutcome?

    package init(
        conversation: Conversation.ID,
        company: Company.ID,
        companyName: String,
        municipality: AreaCode?,
        heldOn: Day,
        dueOn: Day,
        responsible: String,
        outcome: FollowUpOutcome?
    ) {
        self.conversation = conversation
        self.company = company
        self.companyName = companyName
        self.municipality = municipality
        self.heldOn = heldOn
        self.dueOn = dueOn
        self.responsible = responsible
        self.outcome = outcome
    }

    package func isOverdue(on today: Day) -> Bool { outcome == nil && dueOn < today }
}

/// What a company told when it was asked (*uitkomst*): the three questions of the plan.
package struct FollowUpOutcome: Equatable, Sendable {
    package typealias ID = Kernel.ID<FollowUpOutcome>

    /// Did the link come about?
    package enum Link: String, Sendable, CaseIterable {
        case yes, partly, no
        /// There was nothing to link to.
        case none
    }

    /// Did it help?
    package enum Help: String, Sendable, CaseIterable {
        case yes, somewhat, no
        case tooEarly = "too-early"
        case notApplicable = "not-applicable"
    }

    /// What became of the ambitions?
    package enum Ambitions: String, Sendable, CaseIterable {
        case realised, underway
        case notStarted = "not-started"
        case dropped
    }

    package let id: ID
    package let contactedOn: Day
    package let link: Link
    package let help: Help
    package let ambitions: Ambitions
    package let note: String?
    package let recordedAt: Date
    package let name: String

    package init(
        id: ID,
        contactedOn: Day,
        link: Link,
        help: Help,
        ambitions: Ambitions,
        note: String?,
        recordedAt: Date,
        name: String
    ) {
        self.id = id
        self.contactedOn = contactedOn
        self.link = link
        self.help = help
        self.ambitions = ambitions
        self.note = note
        self.recordedAt = recordedAt
        self.name = name
    }
}

extension Programme {
    /// When a company is asked how it went, unless somebody decides otherwise: as far into the quarter of the plan as
    /// the conversation was into its own, or else after four months.
    package func followUpDay(forConversationOn day: Day) -> Day {
        let quarters = plan.filter { $0.followUpsOf.contains(day.quarter) && $0.quarter > day.quarter }.map(\.quarter)
        guard let quarter = quarters.min() else { return day.adding(months: 4) }
        let elapsed = day.daysSinceEpoch - day.quarter.firstDay.daysSinceEpoch
        return min(quarter.firstDay.adding(days: elapsed), quarter.lastDay)
    }
}

/// How many are waiting and how many were done (*werklijst*).
package struct FollowUpList: Equatable, Sendable {
    /// Not asked yet: the longest overdue first.
    package let waiting: [FollowUp]
    /// The last one first.
    package let done: [FollowUp]
}
