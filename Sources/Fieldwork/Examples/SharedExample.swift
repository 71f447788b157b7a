package import Kernel
package import Programmes

/// A good example that may be told today, with where it comes from.
package struct SharedExample: Equatable, Sendable {
    package let example: GoodExample
    package let conversation: Conversation.ID
    package let companyName: String
    package let municipality: AreaCode?
    /// On the sheet that is in use; `nil` when it belongs to none, or to one that is gone.
    package let activity: Activity?
    package let photos: [ExamplePhoto]
    /// How many companies want to do the same, as far as they said.
    package let wantedBy: Int
}

/// Which examples to show (*zoeken in de voorbeelden*).
package struct ExampleFilter: Equatable, Sendable {
    /// Parts of words, all of which must occur somewhere in the example; case and accents do not matter.
    package var text: String
    package var theme: Theme.ID?
    package var step: LadderStep?
    package var effort: GoodExample.Effort?

    package init(
        text: String = "",
        theme: Theme.ID? = nil,
        step: LadderStep? = nil,
        effort: GoodExample.Effort? = nil
    ) {
        self.text = text
        self.theme = theme
        self.step = step
        self.effort = effort
    }

    package func includes(_ shared: SharedExample) -> Bool {
        if let theme, shared.activity?.theme != theme { return false }
        if let step, shared.activity?.step != step { return false }
        if let effort, shared.example.effort != effort { return false }
        let words = text.folded.split(separator: " ")
        guard !words.isEmpty else { return true }
        let example = shared.example
        let parts = [example.title, example.story, example.costs, example.brings, shared.companyName]
        let all = (parts.compactMap(\.self) + [shared.activity?.text.nl, shared.activity?.text.en].compactMap(\.self))
            .joined(separator: " ").folded
        return words.allSatisfy { all.contains($0) }
    }
}

extension SharedExample {
    /// What asks the least comes first, and of those what most companies want, then the newest; what nobody judged comes
    /// last.
    static func precedes(_ left: (shared: SharedExample, told: Day), _ right: (shared: SharedExample, told: Day))
        -> Bool
    {
        let (one, other) = (left.shared.rank, right.shared.rank)
        if one != other { return one < other }
        if left.shared.wantedBy != right.shared.wantedBy { return left.shared.wantedBy > right.shared.wantedBy }
        if left.told != right.told { return left.told > right.told }
        return left.shared.example.id.description < right.shared.example.id.description
    }

    private var rank: Int {
        example.effort.flatMap { GoodExample.Effort.allCases.firstIndex(of: $0) } ?? GoodExample.Effort.allCases.count
    }
}
