package import Kernel
package import Programmes

/// Something that is counted to see whether a programme is on plan (*indicator*). Never typed in: each is computed from
/// facts, for any day.
package enum Indicator: Hashable, Sendable {
    case target(Target.ID)
    /// What a target asks of one area.
    case area(Target.ID, AreaCode)
    case followUps
    /// The R-indicator over those who were visited.
    case representativeness
    /// Days from a conversation to the first contact with who was to help: the middle of them.
    case firstContact
    /// Of the referrals that somebody was asked about, how many helped.
    case helped
    /// How many activities more a company does than at its first measurement, on average.
    case change

    /// As it stands in addresses and tables.
    package var code: String {
        switch self {
        case .target(let target): "doel-\(target)"
        case .area(let target, let area): "gebied-\(target)-\(area)"
        case .followUps: "terugkoppelingen"
        case .representativeness: "spreiding"
        case .firstContact: "eerste-contact"
        case .helped: "hielp"
        case .change: "verandering"
        }
    }

    /// What its numbers are.
    package enum Unit: Sendable { case count, days, share, index, activities }

    package var unit: Unit {
        switch self {
        case .target, .area, .followUps: .count
        case .representativeness: .index
        case .firstContact: .days
        case .helped: .share
        case .change: .activities
        }
    }

    /// Those of a programme, in the order in which they are shown.
    package static func all(of programme: Programme) -> [Indicator] {
        programme.targets.flatMap { target -> [Indicator] in
            [.target(target.code)] + target.split.map { .area(target.code, $0.area) }
        } + [.followUps, .representativeness, .firstContact, .helped, .change]
    }
}

/// An indicator on a day (*stand*): what is, what was planned, and where it goes at the present pace.
package struct IndicatorState: Equatable, Sendable {
    package enum Standing: String, Sendable, CaseIterable {
        case reached
        /// As far as planned, or it will be at this pace.
        case onCourse = "on-course"
        case attention
        /// Nothing was promised, or nothing can be said yet.
        case open
    }

    package let indicator: Indicator
    package let asOf: Day
    /// `nil` while there is nothing to count.
    package let actual: Double?
    /// How many facts the number is based on, where it is an average or a share.
    package let basis: Int?
    /// By this day; `nil` where nothing was promised.
    package let plan: Double?
    package let goal: Double?
    /// At the end of the programme, at the pace of the last half year.
    package let forecast: Double?

    package init(
        indicator: Indicator,
        asOf: Day,
        actual: Double?,
        basis: Int? = nil,
        plan: Double? = nil,
        goal: Double? = nil,
        forecast: Double? = nil
    ) {
        self.indicator = indicator
        self.asOf = asOf
        self.actual = actual
        self.basis = basis
        self.plan = plan
        self.goal = goal
        self.forecast = forecast
    }

    package var standing: Standing {
        guard let actual, let goal, let plan else { return .open }
        if actual >= goal { return .reached }
        // Whole things: being less than one short is not being short.
        if actual > plan - 1 || (forecast ?? 0) >= goal { return .onCourse }
        return .attention
    }
}

/// What somebody wrote about an indicator (*toelichting*): why it stands as it does, and what is done about it.
package struct IndicatorNote: Equatable, Sendable {
    package typealias ID = Kernel.ID<IndicatorNote>

    package let id: ID
    package let indicator: String
    /// The day that it is about.
    package let day: Day
    package let words: String
    package let name: String
}
