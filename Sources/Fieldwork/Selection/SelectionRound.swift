package import Foundation
package import Kernel
import Programmes

/// A draw of companies to ask for a conversation (*selectieronde*): what was aimed at, from whom it was drawn, and
/// everything that happened since. It can be drawn again at any time, for the seed and the candidates are kept.
package struct SelectionRound: Equatable, Sendable {
    package typealias ID = Kernel.ID<SelectionRound>

    package let id: ID
    package let quarter: Quarter
    package let design: SelectionDesign
    package let spread: SelectionDesign.Spread
    package let seed: UInt64
    package let remarks: [SelectionRemark]
    package let drawnAt: Date
    package let drawnBy: String
    /// Why it was ended before all answered; `nil` while it runs.
    package let stoppedBecause: String?

    package var isRunning: Bool { stoppedBecause == nil }
    package var asked: Int { design.places.map(\.count).reduce(0, +) }
}

/// One thing that happened to a company in a round (*gebeurtenis*).
package struct SelectionEvent: Equatable, Sendable {
    package typealias ID = Kernel.ID<SelectionEvent>

    package enum Kind: String, Sendable, CaseIterable {
        /// Put in by hand.
        case added
        /// Came in the place of another.
        case stoodIn = "stood-in"
        case invited
        case refused
        /// Left out by hand.
        case removed
        /// Left out at the wish of the municipality.
        case vetoed
    }

    /// Why a company did not want to (*reden van weigering*): few enough to count.
    package enum Refusal: String, Sendable, CaseIterable {
        case noTime = "no-time"
        case notInterested = "not-interested"
        case notMetal = "not-metal"
        case stopped
        case noAnswer = "no-answer"
        case other
    }

    package let id: ID
    package let company: Company.ID
    package let kind: Kind
    package let refusal: Refusal?
    package let note: String?
    /// In whose place it came.
    package let instead: Company.ID?
    package let happenedAt: Date
    package let name: String

    init(
        id: ID,
        company: Company.ID,
        kind: Kind,
        refusal: Refusal? = nil,
        note: String? = nil,
        instead: Company.ID? = nil,
        happenedAt: Date,
        name: String
    ) {
        self.id = id
        self.company = company
        self.kind = kind
        self.refusal = refusal
        self.note = note
        self.instead = instead
        self.happenedAt = happenedAt
        self.name = name
    }
}

/// How a company stands in a round (*stand*).
package enum SelectionState: String, Sendable, CaseIterable {
    case chosen, invited, planned, visited, refused, removed, vetoed

    /// Nobody has to do anything any more, and another came in its place.
    package var isOut: Bool { self == .refused || self == .removed || self == .vetoed }

    /// What can be recorded next.
    package var nextSteps: [SelectionEvent.Kind] {
        switch self {
        case .chosen: [.invited, .refused, .removed]
        case .invited: [.refused, .removed]
        case .refused, .removed, .vetoed: [.added]
        case .planned, .visited: []
        }
    }
}

/// A company in a round, with its history there.
package struct SelectionLine: Equatable, Sendable {
    package let company: Company.ID
    package let name: String
    package let city: String?
    package let traits: CompanyTraits
    package let state: SelectionState
    /// The conversation, once there is an appointment.
    package let conversation: Conversation.ID?
    package let day: Day?
    package let events: [SelectionEvent]

    /// In whose place it came.
    package var instead: Company.ID? { events.last { $0.kind == .stoodIn }?.instead }
}

/// A company that a municipality thinks should be asked (*voordracht*).
package struct SelectionProposal: Equatable, Sendable {
    package typealias ID = Kernel.ID<SelectionProposal>

    package let id: ID
    package let area: AreaCode
    /// As the municipality calls it: it cannot see the list of companies.
    package let name: String
    package let reason: String
    package let proposedAt: Date
    package let proposedBy: String
    package let answer: Answer?

    package struct Answer: Equatable, Sendable {
        /// The company that was put in; `nil` when it was not.
        package let company: Company.ID?
        package let reason: String?
        package let name: String
    }
}

/// A round as a project leader works with it.
package struct SelectionSheet: Equatable, Sendable {
    package let round: SelectionRound
    package let lines: [SelectionLine]
    package let proposals: [SelectionProposal]
    /// Who is left to take, by municipality.
    package let reserves: [AreaCode: [SelectionReserve]]
    /// Drawn again from the seed and the candidates just now: the same came out.
    package let isRepeatable: Bool
    package let candidateCount: Int

    package func count(_ states: SelectionState...) -> Int { lines.count { states.contains($0.state) } }
}

/// A company that may still come in the place of another (*reserve*), in the order of the draw.
package struct SelectionReserve: Equatable, Sendable {
    package let company: Company.ID
    package let name: String
}

/// A round in the list, with how its companies stand.
package struct SelectionSummary: Equatable, Sendable {
    package let round: SelectionRound
    package let states: [SelectionState: Int]
    package let openProposals: Int
}

/// What there is to draw from in one municipality, before drawing (*vooruitblik*).
package struct SelectionOutlook: Equatable, Sendable {
    package let area: AreaCode
    package let companies: Int
    package let visited: Int
    package let planned: Int
    package let approached: Int
    package let declined: Int
    package let available: Int
    /// What the plan promised for it, where it did.
    package let target: Int?
}
