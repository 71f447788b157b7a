package import Kernel

/// Who can help a company further, with what, and for whom (*initiatief*).
package struct Initiative: Codable, Equatable, Sendable {
    package var code: InitiativeCode
    package var name: String
    /// What it is: "design course", "applied research".
    package var kind: Text
    package var offers: Text
    package var audience: Text
    /// Only for companies in these areas; everywhere when empty.
    package var areas: [AreaCode]
    /// Only for these sectors; for all when empty.
    package var sectors: [Sector.ID]
    /// Who keeps this entry right.
    package var owner: String
    package var contact: Text?
    package var website: String?
    package var source: String
    package var certainty: Certainty
    package var checkedOn: Day
    package var validUntil: Day
    /// How many companies fit at the same time; no limit when `nil`.
    package var capacity: Int?
    /// Each that holds adds its weight and its reason. Suggested when at least one holds.
    package var suggestWhen: [SuggestionRule]
    /// Never suggested when one of these holds; the reason says why.
    package var notWhen: [ExclusionRule]
}

package struct SuggestionRule: Codable, Equatable, Sendable {
    package var when: Condition
    /// Points, 1 to 10.
    package var weight: Int
    /// Why, to the company. `{activities}` stands for what it ticked that made the condition hold, `{needs}` for the
    /// help it asked for.
    package var because: Text
}

package struct ExclusionRule: Codable, Equatable, Sendable {
    package var when: Condition
    package var because: Text
}

/// What a rule asks of a company and its conversation. Written by programme leaders, so each is one plain question.
package indirect enum Condition: Codable, Equatable, Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// At least so many activities of the selection are an ambition.
    case ambition(Selection, atLeast: Int)
    /// At least so many activities of the selection are done already.
    case doing(Selection, atLeast: Int)
    /// The company asked for one of these kinds of help.
    case need([SupportNeedKind.ID])
    case sector([Sector.ID])
    case area([AreaCode])
    case size([SizeClass])
    /// Member of the trade association, or not.
    case member(Bool)
    /// The company has a good example that it may share.
    case goodExample
}

/// A choice of activities: those that are in one of the themes and on one of the steps, and those named. What is empty
/// does not restrict; all empty is every activity.
package struct Selection: Codable, Equatable, Sendable {
    package var themes: [Theme.ID]
    package var steps: [LadderStep]
    package var activities: [Activity.ID]

    package init(themes: [Theme.ID] = [], steps: [LadderStep] = [], activities: [Activity.ID] = []) {
        self.themes = themes
        self.steps = steps
        self.activities = activities
    }

    package func contains(_ activity: Activity) -> Bool {
        if !activities.isEmpty, activities.contains(activity.code) { return true }
        if themes.isEmpty, steps.isEmpty { return activities.isEmpty }
        return (themes.isEmpty || themes.contains(activity.theme)) && (steps.isEmpty || steps.contains(activity.step))
    }
}

/// How many people work there (*grootteklasse*); the classes of CBS, taken together.
package enum SizeClass: String, Codable, Hashable, Sendable, CaseIterable {
    case one = "1"
    case from2To9 = "2-9"
    case from10To19 = "10-19"
    case from20To49 = "20-49"
    case from50To99 = "50-99"
    case from100 = "100+"
}
