package import Fieldwork
package import Kernel

/// Which referrals to list.
package struct ReferralQuery: Sendable, Equatable {
    /// All when empty.
    package var states: Set<ReferralState>
    package var initiative: InitiativeCode?
    package var limit: Int
    package var offset: Int

    package init(states: Set<ReferralState> = [], initiative: InitiativeCode? = nil, limit: Int = 50, offset: Int = 0) {
        self.states = states
        self.initiative = initiative
        self.limit = limit
        self.offset = offset
    }
}

/// A line in the list of referrals.
package struct ReferralLine: Sendable, Equatable {
    package let id: Referral.ID
    package let conversation: Conversation.ID
    package let company: Company.ID
    package let companyName: String
    package let municipality: AreaCode?
    package let initiative: InitiativeCode
    package let state: ReferralState
    package let since: Day
}

/// One page of the list, with how many there are in each state.
package struct ReferralPage: Sendable, Equatable {
    package let lines: [ReferralLine]
    /// Of every state, whatever the filter on states was.
    package let counts: [ReferralState: Int]
    package let total: Int
}
