package import Kernel

/// Which conversations somebody wants to see.
package struct ConversationFilter: Equatable, Sendable {
    /// In one of these states; in any when empty.
    package var states: [Conversation.State]
    /// Held in this quarter, or planned in it.
    package var quarter: Quarter?
    /// Held or planned on one of these days.
    package var days: ClosedRange<Day>?
    package var interviewer: AccountID?
    package var municipality: AreaCode?
    package var limit: Int
    package var offset: Int

    package init(
        states: [Conversation.State] = [],
        quarter: Quarter? = nil,
        days: ClosedRange<Day>? = nil,
        interviewer: AccountID? = nil,
        municipality: AreaCode? = nil,
        limit: Int = 50,
        offset: Int = 0
    ) {
        self.states = states
        self.quarter = quarter
        self.days = days
        self.interviewer = interviewer
        self.municipality = municipality
        self.limit = limit
        self.offset = offset
    }
}

/// A page of the list, with what there is in all.
package struct ConversationList: Equatable, Sendable {
    package let lines: [ConversationLine]
    package let total: Int
    package let interviewers: [Interviewer]
}
