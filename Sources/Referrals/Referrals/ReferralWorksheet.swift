package import Fieldwork
package import Kernel
package import Programmes

/// All that an adviser needs on one page to choose who can help a company (*koppelblad*).
package struct ReferralWorksheet: Sendable {
    package let programme: Programme
    package let record: ConversationRecord
    package let suggestions: SuggestionList
    package let referrals: [Referral]
    package let advice: Advice?

    package func referral(to initiative: InitiativeCode) -> Referral? {
        referrals.first { $0.initiative == initiative }
    }

    /// Suggested, and not decided about yet.
    package var openSuggestions: [Suggestion] {
        suggestions.suggested.filter { referral(to: $0.initiative) == nil }
    }

    /// Initiatives that were not decided about, in the order of the pack.
    package var undecided: [Initiative] { programme.initiatives.filter { referral(to: $0.code) == nil } }

    func initiative(_ text: String?) -> InitiativeCode? {
        text.flatMap(InitiativeCode.init).flatMap(programme.initiative)?.code
    }
}
