package import Kernel
package import Programmes

/// An initiative that fits a company (*voorstel voor een koppeling*), with every reason and what it counted for.
package struct Suggestion: Equatable, Sendable {
    package struct Reason: Equatable, Sendable {
        package let text: Text
        package let points: Int

        package init(text: Text, points: Int) {
            self.text = text
            self.points = points
        }
    }

    package let initiative: InitiativeCode
    /// The points of the reasons together.
    package let score: Int
    /// The weightiest first.
    package let reasons: [Reason]
    /// The pack is not sure of this initiative (*te bevestigen*).
    package let isToBeConfirmed: Bool

    package init(initiative: InitiativeCode, score: Int, reasons: [Reason], isToBeConfirmed: Bool) {
        self.initiative = initiative
        self.score = score
        self.reasons = reasons
        self.isToBeConfirmed = isToBeConfirmed
    }
}

/// An initiative that is not suggested, and the one reason that is hardest to change.
package struct LeftOut: Equatable, Sendable {
    package enum Why: Equatable, Sendable {
        case expired(on: Day)
        /// Only for companies in these areas.
        case area([AreaCode])
        /// Only for companies in these areas, and nobody filled in where this one is.
        case areaUnknown([AreaCode])
        case sector([Sector.ID])
        case sectorUnknown([Sector.ID])
        /// A rule of the pack says no, in its own words.
        case excluded(Text)
        /// It would have been suggested to a company of one of these sizes.
        case size([SizeClass])
        /// It would have been suggested to a member, or to one that is not.
        case member(Bool)
        case full(capacity: Int)
        case nothingMatches
    }

    package let initiative: InitiativeCode
    package let why: Why
    /// What it would have scored otherwise: those that came close stand first.
    package let score: Int

    package init(initiative: InitiativeCode, why: Why, score: Int) {
        self.initiative = initiative
        self.why = why
        self.score = score
    }
}

/// All initiatives of a programme, divided in two.
package struct SuggestionList: Equatable, Sendable {
    /// Best first.
    package let suggested: [Suggestion]
    package let leftOut: [LeftOut]

    package init(suggested: [Suggestion], leftOut: [LeftOut]) {
        self.suggested = suggested
        self.leftOut = leftOut
    }

    package subscript(initiative: InitiativeCode) -> Suggestion? {
        suggested.first { $0.initiative == initiative }
    }
}
