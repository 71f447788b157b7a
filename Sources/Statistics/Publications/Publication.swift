package import Foundation
package import Kernel

/// Figures of a programme on a day, for anybody (*publicatie*). Once published it never changes.
package struct Publication: Equatable, Sendable {
    package typealias ID = Kernel.ID<Publication>

    package enum State: String, Sendable, CaseIterable {
        /// What has to be hidden is being found out.
        case computing
        /// Ready for a second person to look at.
        case draft
        case failed
        case published
        case discarded

        package var isInTheMaking: Bool { self == .computing || self == .draft || self == .failed }
    }

    package enum Kind: String, Sendable, CaseIterable {
        case regular
        /// At the end: nobody waits for more companies any more.
        case last
        /// Something that was published turned out to be wrong.
        case correction
    }

    package struct Signature: Equatable, Sendable {
        package let name: String
        package let account: AccountID?
        package let at: Date
    }

    package let id: ID
    /// From 1; what is in the making has the next one.
    package let number: Int
    package let state: State
    package let kind: Kind
    package let detail: FigureTables.Detail
    /// The last day whose conversations count.
    package let measuredOn: Day
    /// What was wrong, of a correction.
    package let explanation: String
    package let prepared: Signature
    package let published: Signature?
    /// Why it could not be computed, for whoever looks after the programme.
    package let failure: String?
}

/// What a publication would show and hide (*voorvertoning*), for those who decide about it. What waits is not public.
package struct PublicationPreview: Codable, Equatable, Sendable {
    /// How much is shown on a level of areas.
    package struct Level: Codable, Equatable, Sendable {
        package enum Kind: String, Codable, Sendable, CaseIterable {
            case whole, regions, others, municipalities, rests
        }

        package let kind: Kind
        package var shown = 0
        package var hidden = 0
        /// How much would be shown if nothing finer than regions were published; `nil` where that does not apply.
        package var shownWithoutMunicipalities: Int?
    }

    /// Companies that do not count yet, because there are too few of them.
    package struct Waiting: Codable, Equatable, Sendable {
        package let place: String
        package let companies: Int
    }

    /// Why figures of one table are hidden: how many for each reason, and earlier figures that stand in the way.
    package struct TableSummary: Codable, Equatable, Sendable {
        package let id: String
        package let shown: Int
        package let hidden: [String: Int]
        package let because: [String]
    }

    /// The reason of a table that is not published at all.
    package static let leftOut = "left-out"

    package var companies = 0
    package var joined = 0
    package var withoutMunicipality = 0
    package var waiting: [Waiting] = []
    /// Places at which a correction has to wait.
    package var keeps: [String] = []
    package var levels: [Level] = []
    package var tables: [TableSummary] = []
    package var seconds = 0.0

    package var shown: Int { levels.map(\.shown).reduce(0, +) }
    package var hidden: Int { levels.map(\.hidden).reduce(0, +) }
}

/// A publication as it was asked for.
package struct PublicationForm: Equatable, Sendable {
    package var id = ""
    package var measuredOn = ""
    package var kind = ""
    package var detail = ""
    package var explanation = ""

    package init() {}

    func read(
        number: Int,
        after last: Publication?,
        by principal: Principal,
        _ world: World
    ) throws(InvalidPublication) -> Publication {
        var issues: [InvalidPublication.Issue] = []
        let day = Day(measuredOn.trimmingWhitespace())
        if let day {
            if day > world.today { issues.append(.dayInFuture) }
            if let last, day < last.measuredOn { issues.append(.dayBeforeLast(last.measuredOn)) }
        } else {
            issues.append(.dayUnreadable)
        }
        let kind = Publication.Kind(rawValue: kind)
        if kind == nil { issues.append(.kindMissing) }
        if kind == .correction, last == nil { issues.append(.nothingToCorrect) }
        let words = explanation.trimmingWhitespace().withPlainLineEnds
        if kind == .correction, words.isEmpty { issues.append(.explanationMissing) }
        if words.count > 2000 { issues.append(.explanationTooLong(2000)) }
        guard issues.isEmpty, let day, let kind else { throw InvalidPublication(issues: issues) }
        return Publication(
            id: Publication.ID(id) ?? world.id(),
            number: number,
            state: .computing,
            kind: kind,
            detail: FigureTables.Detail(rawValue: detail) ?? .municipalities,
            measuredOn: day,
            explanation: words,
            prepared: Publication.Signature(name: principal.name, account: principal.account, at: world.now()),
            published: nil,
            failure: nil
        )
    }
}
