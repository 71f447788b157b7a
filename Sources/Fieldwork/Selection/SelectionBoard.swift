import Kernel
import Programmes
import Storage

/// A round with everything that decides how its companies stand: read once, asked often.
struct SelectionBoard {
    let round: SelectionRound
    let candidates: [SelectionCandidate]
    let events: [SelectionEvent]
    private let programme: ProgrammeID
    let contacts: [Company.ID: CompanyContact]
    private let last: [Company.ID: SelectionEvent]
    private let byCompany: [Company.ID: SelectionCandidate]

    /// With `onlyDrawn` without those that were not: enough to see how a round stands, and not to take anybody from it.
    init(
        _ round: SelectionRound,
        _ contacts: [Company.ID: CompanyContact],
        _ db: any SQLConnection,
        _ programme: ProgrammeID,
        onlyDrawn: Bool = false
    ) throws {
        self.round = round
        self.contacts = contacts
        self.programme = programme
        candidates = try db.selections(in: programme).candidates(of: round.id, onlyDrawn: onlyDrawn)
        events = try db.selections(in: programme).events(of: round.id)
        last = events.reduce(into: [:]) { last, event in
            // An objection to somebody who is out already changes nothing, and the municipality need not know.
            if event.kind == .vetoed, last[event.company]?.kind.takesOut == true { return }
            last[event.company] = event
        }
        byCompany = Dictionary(candidates.map { ($0.company, $0) }) { first, _ in first }
    }

    /// Everybody who was drawn or came in later, in the order of the draw and then of coming.
    var chosen: [Company.ID] {
        let drawn = candidates.filter(\.isDrawn).sorted { $0.order < $1.order }.map(\.company)
        var seen = Set(drawn)
        return drawn + events.map(\.company).filter { seen.insert($0).inserted }
    }

    func contains(_ company: Company.ID) -> Bool {
        last[company] != nil || byCompany[company]?.isDrawn == true
    }

    func state(_ company: Company.ID) -> SelectionState {
        // Who said no and changed its mind later was visited all the same.
        switch contacts[company] {
        case .visited: return .visited
        case .planned: return .planned
        default: break
        }
        return switch last[company]?.kind {
        case .refused: .refused
        case .removed: .removed
        case .vetoed: .vetoed
        case .invited: .invited
        case .added, .stoodIn, nil: .chosen
        }
    }

    /// The municipality objected, and nobody put it in again since.
    func isVetoed(_ company: Company.ID) -> Bool {
        let own = events.filter { $0.company == company }
        return own.last { $0.kind == .vetoed || $0.kind == .added || $0.kind == .stoodIn }?.kind == .vetoed
    }

    func traits(_ company: Company.ID) -> CompanyTraits? { byCompany[company]?.traits }

    /// Who may still be taken: drawn from, not taken, and not asked in another way since.
    var left: [SelectionCandidate] {
        candidates.filter { !contains($0.company) && (contacts[$0.company] ?? .untouched) == .untouched }
    }

    func sheet(_ db: any SQLConnection) throws -> SelectionSheet {
        let people = db.population(of: programme)
        let left = Dictionary(grouping: left.sorted { $0.order < $1.order }, by: \.traits.area)
        let names = try people.names(chosen + left.values.flatMap { $0.map(\.company) })
        let others = try people.traits(of: chosen.filter { byCompany[$0] == nil })
        let lines = chosen.compactMap { company -> SelectionLine? in
            guard let traits = byCompany[company]?.traits ?? others[company] else { return nil }
            let talk: (Conversation.ID, Day)? =
                switch contacts[company] {
                case .planned(let id, let day), .visited(let id, let day): (id, day)
                default: nil
                }
            return SelectionLine(
                company: company,
                name: names[company]?.name ?? "",
                city: names[company]?.city,
                traits: traits,
                state: state(company),
                conversation: talk?.0,
                day: talk?.1,
                events: events.filter { $0.company == company }
            )
        }
        let again = round.design.draw(candidates, seed: round.seed)
        return SelectionSheet(
            round: round,
            lines: lines,
            proposals: try db.selections(in: programme).proposals(of: round.id),
            reserves: left.mapValues { $0.map { .init(company: $0.company, name: names[$0.company]?.name ?? "") } },
            isRepeatable: again.isDrawn == candidates.map(\.isDrawn),
            candidateCount: candidates.count
        )
    }
}
