import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

/// A round as a municipality sees it: the companies in its own area, without anything about how they answered.
package struct SelectionHelpSheet: Equatable, Sendable {
    package struct Line: Equatable, Sendable {
        package let company: Company.ID
        package let name: String
        package let city: String?
        package let area: AreaCode
        package let sector: Sector.ID?
        package let size: SizeClass?
        /// At the wish of the municipality itself.
        package let isVetoed: Bool
        package let mayVeto: Bool
    }

    package let round: SelectionRound.ID
    package let quarter: Quarter
    package let isRunning: Bool
    package let lines: [Line]
    package let proposals: [SelectionProposal]
}

extension SelectionRounds {
    /// The rounds in which companies of the own area take part, the last one first.
    package func help(in programme: ProgrammeID, as principal: Principal) async throws -> [SelectionHelpSheet] {
        try principal.require(.helpSelect, in: programme)
        let areas = principal.ownAreas(in: programme)
        return try await database.read { db in
            let contacts = try db.population(of: programme).contacts()
            return try db.selections(in: programme).all()
                .filter { $0.design.places.contains { areas.contains($0.area) } }
                .map { round in
                    let board = try SelectionBoard(round, contacts, db, programme)
                    let sheet = try board.sheet(db)
                    return SelectionHelpSheet(
                        round: round.id,
                        quarter: round.quarter,
                        isRunning: round.isRunning,
                        // All of them always, so that nobody can see from who is missing how a company answered.
                        lines: sheet.lines.filter { areas.contains($0.traits.area) }.map { line in
                            SelectionHelpSheet.Line(
                                company: line.company,
                                name: line.name,
                                city: line.city,
                                area: line.traits.area,
                                sector: line.traits.sector,
                                size: line.traits.size,
                                isVetoed: board.isVetoed(line.company),
                                mayVeto: round.isRunning && !board.isVetoed(line.company)
                            )
                        },
                        proposals: sheet.proposals.filter { areas.contains($0.area) }
                    )
                }
        }
    }

    /// Puts a company forward. Sending it twice does it once.
    ///
    /// - Throws: ``InvalidSelection``.
    package func propose(
        _ form: SelectionProposalForm,
        in round: SelectionRound.ID,
        of programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.helpSelect, in: programme)
        let areas = principal.ownAreas(in: programme)
        let id = form.id.nonEmpty.flatMap(SelectionProposal.ID.init) ?? world.id()
        let now = world.now()
        try await database.write { db in
            let store = db.selections(in: programme)
            let there = try store.find(round)
            let own = areas.intersection(there.design.places.map(\.area))
            guard !own.isEmpty else { throw SelectionProblem.notFound }
            guard there.isRunning else { throw SelectionProblem.notPossible }
            let read = try form.read(areas: own)
            let proposal = SelectionProposal(
                id: id,
                area: read.area,
                name: read.name,
                reason: read.reason,
                proposedAt: now,
                proposedBy: principal.name,
                answer: nil
            )
            guard try store.insert(proposal, to: round, by: principal) else { return }
            try db.audit.append(
                .helpSelect,
                "selection.proposed",
                of: "proposal \(id)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }

    /// Takes a proposal over, by saying which company it is, or says why not.
    ///
    /// - Throws: ``InvalidSelection``; ``SelectionProblem/notPossible`` for a company that was asked already.
    package func answer(
        _ proposal: SelectionProposal.ID,
        with company: Company.ID?,
        because reason: String,
        in round: SelectionRound.ID,
        of programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.selectCompanies, in: programme)
        if company == nil, reason.nonEmpty == nil { throw InvalidSelection(issues: [.companyMissing]) }
        guard reason.count <= TextLimit.short else { throw InvalidSelection(issues: [.noteTooLong]) }
        let world = world
        let now = world.now()
        try await database.write { db in
            let store = db.selections(in: programme)
            guard let there = try store.proposals(of: round).first(where: { $0.id == proposal }) else {
                throw SelectionProblem.notFound
            }
            if there.answer != nil { return }
            if let company {
                let people = db.population(of: programme)
                let contacts = try people.contacts()
                let board = try SelectionBoard(try store.find(round), contacts, db, programme)
                guard board.round.isRunning, board.allows(.added, for: company),
                    try people.traits(of: [company])[company]?.area == there.area
                else { throw SelectionProblem.notPossible }
                let event = SelectionEvent(
                    id: world.id(),
                    company: company,
                    kind: .added,
                    note: there.reason,
                    happenedAt: now,
                    name: principal.name
                )
                try store.append(event, to: round, by: principal)
            }
            try store.answer(proposal, with: company, because: reason.nonEmpty, by: principal, at: now)
            try db.audit.append(
                .selectCompanies,
                company == nil ? "selection.proposal-declined" : "selection.proposal-taken",
                of: "proposal \(proposal)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
