package import Fieldwork
import Foundation
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
    /// What came of it the last time; `nil` while nobody asked.
    package let outcome: FollowUpOutcome?
    /// After the last time another was agreed, so somebody waits again.
    package let isAgain: Bool
    /// The company had its last measurement, in the closing phase.
    package let hasFinal: Bool

    package init(
        conversation: Conversation.ID,
        company: Company.ID,
        companyName: String,
        municipality: AreaCode?,
        heldOn: Day,
        dueOn: Day,
        responsible: String,
        outcome: FollowUpOutcome?,
        isAgain: Bool = false,
        hasFinal: Bool = false
    ) {
        self.conversation = conversation
        self.company = company
        self.companyName = companyName
        self.municipality = municipality
        self.heldOn = heldOn
        self.dueOn = dueOn
        self.responsible = responsible
        self.outcome = outcome
        self.isAgain = isAgain
        self.hasFinal = hasFinal
    }

    /// Somebody still has to ask.
    package var isWaiting: Bool { outcome == nil || isAgain }
    package func isOverdue(on today: Day) -> Bool { isWaiting && dueOn < today }
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

    /// The last phase of the plan has begun, in which companies are measured a last time (*slotfase*).
    package func isClosingPhase(on day: Day) -> Bool {
        guard phases.count > 1, let last = phases.map(\.first).max() else { return false }
        return last.firstDay <= day
    }
}

/// How many are waiting and how many were done (*werklijst*).
package struct FollowUpList: Equatable, Sendable {
    /// Not asked yet: the longest overdue first.
    package let waiting: [FollowUp]
    /// The last one first.
    package let done: [FollowUp]
    /// In the closing phase: whom nobody measured for the last time yet. Empty before it.
    package let withoutFinal: [FollowUp]
}

extension [FollowUp] {
    /// One of each company: that of its last first conversation.
    package var latestOfEachCompany: [FollowUp] {
        Dictionary(grouping: self, by: \.company).values.compactMap { own in
            own.max { ($0.heldOn, $0.conversation.description) < ($1.heldOn, $1.conversation.description) }
        }
    }
}
