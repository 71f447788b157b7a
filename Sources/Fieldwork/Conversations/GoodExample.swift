package import Foundation
package import Kernel
package import Programmes

/// Something that works at this company and that others can learn from (*goed voorbeeld*).
package struct GoodExample: Equatable, Sendable {
    package typealias ID = Kernel.ID<GoodExample>

    package let id: ID
    package let title: String
    /// What it is, in the company's own words.
    package let story: String
    package let costs: String?
    package let brings: String?
    /// `nil` when nobody said.
    package let effort: Effort?
    /// The activity on the sheet that it is an example of.
    package let activity: Activity.ID?
    /// The last permission that was given, whether or not it still holds; `nil` when nobody asked yet.
    package let consent: ConsentRecord?

    package init(
        id: ID,
        title: String,
        story: String,
        costs: String? = nil,
        brings: String? = nil,
        effort: Effort? = nil,
        activity: Activity.ID? = nil,
        consent: ConsentRecord? = nil
    ) {
        self.id = id
        self.title = title
        self.story = story
        self.costs = costs
        self.brings = brings
        self.effort = effort
        self.activity = activity
        self.consent = consent
    }

    /// How much it asks of a company to do the same (*moeite*), the least first.
    package enum Effort: String, Codable, Sendable, CaseIterable {
        case small, medium, large
    }

    /// Whether it may be told on that day to such an audience.
    package func mayBeShared(with audience: ConsentRecord.Audience, on day: Day) -> Bool {
        audience != .nobody && (consent.map { $0.audience >= audience && $0.holds(on: day) } ?? false)
    }
}

/// What a company allows us to do with a good example (*toestemming*). Never deleted: a new answer or a withdrawal is
/// added, so that we can always show what we were allowed on any day.
package struct ConsentRecord: Equatable, Sendable {
    package typealias ID = Kernel.ID<ConsentRecord>

    /// With whom it may be shared; each includes those before it.
    package enum Audience: String, Codable, Comparable, Sendable, CaseIterable {
        case nobody, sessions
        case everyone = "public"

        package static func < (left: Audience, right: Audience) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .nobody: 0
            case .sessions: 1
            case .everyone: 2
            }
        }
    }

    package let id: ID
    package let audience: Audience
    /// The last day on which it may be shared.
    package let until: Day?
    /// Which wording of the question was read out; the wordings are in the Web module.
    package let textVersion: Int
    /// Who at the company said so.
    package let givenBy: String
    package let givenOn: Day
    package let recordedBy: String
    package let withdrawnAt: Date?

    /// The wording of the question that is asked now.
    package static let currentTextVersion = 1

    package init(
        id: ID,
        audience: Audience,
        until: Day?,
        textVersion: Int = ConsentRecord.currentTextVersion,
        givenBy: String,
        givenOn: Day,
        recordedBy: String,
        withdrawnAt: Date? = nil
    ) {
        self.id = id
        self.audience = audience
        self.until = until
        self.textVersion = textVersion
        self.givenBy = givenBy
        self.givenOn = givenOn
        self.recordedBy = recordedBy
        self.withdrawnAt = withdrawnAt
    }

    package func holds(on day: Day) -> Bool {
        audience != .nobody && withdrawnAt == nil && day >= givenOn && until.map { day <= $0 } ?? true
    }
}
