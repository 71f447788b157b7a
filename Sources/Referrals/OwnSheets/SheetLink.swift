package import Fieldwork
package import Foundation
package import Kernel

/// An address at which a company sees its own praatplaat without an account (*persoonlijke link*).
package struct SheetLink: Equatable, Sendable {
    package typealias ID = Kernel.ID<SheetLink>

    package let id: ID
    /// The last day on which it works.
    package let expiresOn: Day
    package let madeAt: Date
    package let madeBy: String
    package let revokedAt: Date?

    package init(id: ID, expiresOn: Day, madeAt: Date, madeBy: String, revokedAt: Date? = nil) {
        self.id = id
        self.expiresOn = expiresOn
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.revokedAt = revokedAt
    }

    package func works(on today: Day) -> Bool { revokedAt == nil && today <= expiresOn }
}

/// A link at the one moment that its token is known.
package struct NewSheetLink: Sendable {
    package let link: SheetLink
    /// `nil` when the same page was sent twice: the token was shown then, and is known to nobody now.
    package let token: LinkToken?
}

/// Until when, as somebody typed it.
package struct SheetLinkForm: Sendable {
    package var id: String?
    package var expiresOn: String?
    /// The older links stop working too.
    package var replacing: String?

    package init(id: String? = nil, expiresOn: String? = nil, replacing: String? = nil) {
        self.id = id
        self.expiresOn = expiresOn
        self.replacing = replacing
    }

    func read(today: Day) throws(InvalidSheetLink) -> Day {
        guard let text = expiresOn?.nonEmpty else { return SheetLink.usualEnd(from: today) }
        guard let day = Day(text) else { throw InvalidSheetLink(issues: [.endUnreadable]) }
        guard day >= today else { throw InvalidSheetLink(issues: [.endInPast]) }
        guard day <= today.adding(months: SheetLink.longestMonths) else { throw InvalidSheetLink(issues: [.endTooFar]) }
        return day
    }
}

extension SheetLink {
    package static let longestMonths = 36

    package static func usualEnd(from today: Day) -> Day { today.adding(months: 12) }
}

package struct InvalidSheetLink: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable { case endUnreadable, endInPast, endTooFar }

    package let issues: [Issue]
    package var code: String { "sheet-link.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum SheetLinkProblem: Problem, Equatable {
    case notFound
    /// Unknown, ended or revoked: which of these is nobody's business.
    case doesNotWork
    case conversationNotHeld

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .doesNotWork: .gone
        case .conversationNotHeld: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "sheet-link.not-found"
        case .doesNotWork: "sheet-link.does-not-work"
        case .conversationNotHeld: "sheet-link.conversation-not-held"
        }
    }
}
