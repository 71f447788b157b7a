import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the program can ask about selection rounds (*selectieronden*): draw, and see how it goes.
package struct SelectionRounds: Sendable {
    let database: any SQLDatabase
    let world: World
    let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> [SelectionSummary] {
        try principal.require(.readCompanies, in: programme)
        return try await database.read { db in
            let contacts = try db.population(of: programme).contacts()
            return try db.selections(in: programme).all().map { round in
                let board = try SelectionBoard(round, contacts, db, programme, onlyDrawn: true)
                return SelectionSummary(
                    round: round,
                    states: Dictionary(grouping: board.chosen, by: board.state).mapValues(\.count),
                    openProposals: try db.selections(in: programme).proposals(of: round.id)
                        .count { $0.answer == nil }
                )
            }
        }
    }

    /// What there is to draw from, municipality by municipality.
    package func outlook(in programme: ProgrammeID, as principal: Principal) async throws -> [SelectionOutlook] {
        try principal.require(.selectCompanies, in: programme)
        let content = try await programmes.current(programme)
        let groups = Dictionary(
            grouping: try await database.read { db in try db.population(of: programme).companies() },
            by: \.traits.area
        )
        let shares = content.promisedConversations
        return content.municipalities.map { area in
            let group = groups[area.code] ?? []
            func count(_ isIn: (CompanyContact) -> Bool) -> Int { group.count { isIn($0.contact) } }
            return SelectionOutlook(
                area: area.code,
                companies: group.count,
                visited: count(\.isVisited),
                planned: count { if case .planned = $0 { true } else { false } },
                approached: count { if case .approached = $0 { true } else { false } },
                declined: count { if case .declined = $0 { true } else { false } },
                available: count(\.canBeDrawn),
                target: shares.first { $0.area == area.code }?.count
            )
        }
    }

    /// Draws. The same identifier again changes nothing.
    ///
    /// - Throws: ``InvalidSelection``, ``SelectionProblem/nobodyLeft``.
    package func draw(
        _ form: SelectionForm,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> SelectionRound.ID {
        try principal.require(.selectCompanies, in: programme)
        let read = try form.read(in: try await programmes.current(programme))
        let id = form.id.nonEmpty.flatMap(SelectionRound.ID.init) ?? world.id()
        let seed = read.seed ?? newSeed()
        let now = world.now()
        try await database.write { db in
            let store = db.selections(in: programme)
            if try store.all().contains(where: { $0.id == id }) { return }
            let people = db.population(of: programme)
            let population = try people.companies(in: read.places.map(\.area))
            let design = SelectionDesign.fitting(
                read.places,
                population: population,
                spread: read.spread,
                scores: read.spread == .neyman ? try people.scores() : [:]
            )
            var candidates = population.filter(\.contact.canBeDrawn)
                .map { SelectionCandidate(company: $0.id, traits: $0.traits) }
                .sorted { $0.company.description < $1.company.description }
            if candidates.isEmpty { throw SelectionProblem.nobodyLeft }
            let outcome = design.draw(candidates, seed: seed)
            for index in candidates.indices {
                candidates[index].isDrawn = outcome.isDrawn[index]
                candidates[index].probability = outcome.probabilities[index]
                candidates[index].order = outcome.order[index]
            }
            let round = SelectionRound(
                id: id,
                quarter: read.quarter,
                design: design,
                spread: read.spread,
                seed: seed,
                remarks: outcome.remarks,
                drawnAt: now,
                drawnBy: principal.name,
                stoppedBecause: nil
            )
            guard try store.insert(round, by: principal) else { throw SelectionProblem.notFound }
            try store.insert(candidates, of: id)
            try db.audit.append(
                .selectCompanies,
                "selection.drawn \(candidates.count { $0.isDrawn })",
                of: "round \(id)",
                in: programme,
                by: principal,
                at: now
            )
        }
        return id
    }

    /// Six digits: short enough to read out over the telephone.
    private func newSeed() -> UInt64 {
        world.randomBytes(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
    }

    /// - Throws: ``SelectionProblem/notFound``.
    package func sheet(
        _ id: SelectionRound.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> SelectionSheet {
        try principal.require(.readCompanies, in: programme)
        return try await database.read { db in
            let round = try db.selections(in: programme).find(id)
            let contacts = try db.population(of: programme).contacts()
            let board = try SelectionBoard(round, contacts, db, programme)
            return try board.sheet(db)
        }
    }

    /// Ends a round before all answered: who gave no answer can be drawn again.
    package func stop(
        _ id: SelectionRound.ID,
        because reason: String,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.selectCompanies, in: programme)
        guard let reason = reason.nonEmpty else { throw InvalidSelection(issues: [.noteMissing]) }
        guard reason.count <= TextLimit.short else { throw InvalidSelection(issues: [.noteTooLong]) }
        let now = world.now()
        try await database.write { db in
            let store = db.selections(in: programme)
            guard try store.find(id).isRunning else { return }
            try store.stop(id, because: reason, by: principal, at: now)
            try db.audit.append(
                .selectCompanies,
                "selection.stopped",
                of: "round \(id)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
