package import Kernel
package import Programmes

/// What companies are told apart by in a draw (*kenmerk*).
package enum SelectionTrait: String, Codable, Sendable, CaseIterable { case municipality, sector, size, membership }

/// The traits of one company (*kenmerken*), as they were at a moment.
package struct CompanyTraits: Equatable, Hashable, Sendable {
    package let area: AreaCode
    package let sector: Sector.ID?
    package let size: SizeClass?
    package let isMember: Bool?

    package init(area: AreaCode, sector: Sector.ID?, size: SizeClass?, isMember: Bool?) {
        self.area = area
        self.sector = sector
        self.size = size
        self.isMember = isMember
    }

    var sectorPart: String { sector?.description ?? SelectionDesign.unknown }
    var sizePart: String { size?.rawValue ?? SelectionDesign.unknown }
    var membershipPart: String { isMember.map { $0 ? "member" : "other" } ?? SelectionDesign.unknown }

    package func part(_ trait: SelectionTrait) -> String {
        switch trait {
        case .municipality: area.description
        case .sector: sectorPart
        case .size: sizePart
        case .membership: membershipPart
        }
    }
}

/// What of a design could not be met, and by how much (*opmerking*).
package struct SelectionRemark: Codable, Equatable, Sendable {
    package let trait: SelectionTrait
    package let part: String
    /// `nil` where there is nobody at all.
    package let asked: Int?
    package let available: Int

    package init(trait: SelectionTrait, part: String, asked: Int?, available: Int) {
        self.trait = trait
        self.part = part
        self.asked = asked
        self.available = available
    }
}

/// A company that could be drawn (*kandidaat*), with what the draw decided.
struct SelectionCandidate: Equatable, Sendable {
    let company: Company.ID
    let traits: CompanyTraits
    var probability = 0.0
    var isDrawn = false
    /// Its place in the order in which companies replace each other.
    var order = 0
}

/// How far contact with a company came (*contact*), over all rounds.
package enum CompanyContact: Equatable, Sendable {
    case untouched
    /// Chosen or invited in a round that still runs, without an answer.
    case approached(SelectionRound.ID)
    /// Said no, or was left out with a reason, in this round or an earlier one.
    case declined(SelectionRound.ID)
    /// There is an appointment or a conversation under way.
    case planned(Conversation.ID, Day)
    case visited(Conversation.ID, Day)

    /// Counts for the sample that is there already.
    var isReached: Bool {
        switch self {
        case .planned, .visited, .approached: true
        case .untouched, .declined: false
        }
    }

    var canBeDrawn: Bool { self == .untouched }

    package var isVisited: Bool { if case .visited = self { true } else { false } }
}

/// A company of the population that a draw is from (*populatie*).
package struct PopulationCompany: Equatable, Sendable {
    package let id: Company.ID
    package let traits: CompanyTraits
    package let contact: CompanyContact
}
