import Audit
import Foundation
import Kernel
import Programmes
import Storage

extension SelectionDesign.Spread: SQLConvertible {}
extension SelectionEvent.Kind: SQLConvertible {}
extension SelectionEvent.Refusal: SQLConvertible {}

/// All SQL about selection rounds in one programme.
struct SelectionStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// `false` when the identifier is in use already.
    func insert(_ round: SelectionRound, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO selection_round (id, programme, quarter, design, spread, seed, remarks, drawn_at, account_id,
                by_name)
            VALUES (\(round.id), \(programme), \(round.quarter), \(try json(round.design)), \(round.spread),
                \(String(round.seed)), \(try json(round.remarks)), \(round.drawnAt), \(principal.account),
                \(round.drawnBy))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func insert(_ candidates: [SelectionCandidate], of round: SelectionRound.ID) throws {
        for start in stride(from: 0, to: candidates.count, by: 500) {
            let rows = candidates[start..<min(start + 500, candidates.count)].map { candidate in
                let traits = candidate.traits
                return """
                    (\(round), \(programme), \(candidate.company), \(traits.area), \(traits.sector), \(traits.size),
                    \(traits.isMember), \(candidate.probability), \(candidate.isDrawn), \(candidate.order))
                    """ as SQL
            }
            try db.run(
                """
                INSERT INTO selection_candidate (round, programme, company, area, sector, size, is_member, probability,
                    is_drawn, place)
                VALUES \(SQL.joined(rows, by: ", "))
                """
            )
        }
    }

    /// - Throws: ``SelectionProblem/notFound``.
    func find(_ id: SelectionRound.ID) throws -> SelectionRound {
        guard let found = try rounds("r.id = \(id)").first else { throw SelectionProblem.notFound }
        return found
    }

    /// The last one first.
    func all() throws -> [SelectionRound] { try rounds("1 = 1") }

    private func rounds(_ condition: SQL) throws -> [SelectionRound] {
        try db.run(
            """
            SELECT r.id, r.quarter, r.design, r.spread, r.seed, r.remarks, r.drawn_at, r.by_name, s.reason
            FROM selection_round r LEFT JOIN selection_stop s ON s.round = r.id
            WHERE r.programme = \(programme) AND \(condition) ORDER BY r.drawn_at DESC, r.id
            """
        ).map { row in
            SelectionRound(
                id: try row.get(0),
                quarter: try row.get(1),
                design: try decoded(row, 2),
                spread: try row.get(3),
                seed: UInt64(try row.get(4) as String) ?? 0,
                remarks: try decoded(row, 5),
                drawnAt: try row.get(6),
                drawnBy: try row.get(7),
                stoppedBecause: try row.find(8)
            )
        }
    }

    /// Sorted by identifier, as a draw wants them.
    func candidates(of round: SelectionRound.ID, onlyDrawn: Bool = false) throws -> [SelectionCandidate] {
        let condition: SQL = onlyDrawn ? "is_drawn = \(true)" : "1 = 1"
        return try db.run(
            """
            SELECT company, area, sector, size, is_member, probability, is_drawn, place FROM selection_candidate
            WHERE programme = \(programme) AND round = \(round) AND \(condition)
            """
        ).map { row in
            SelectionCandidate(
                company: try row.get(0),
                traits: CompanyTraits(
                    area: try row.get(1),
                    sector: try row.find(2),
                    size: try row.find(3),
                    isMember: try row.find(4)
                ),
                probability: try row.get(5),
                isDrawn: try row.get(6),
                order: try row.get(7)
            )
        }.sorted { $0.company.description < $1.company.description }
    }

    func stop(_ round: SelectionRound.ID, because reason: String, by principal: Principal, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO selection_stop (round, programme, reason, stopped_at, account_id, by_name)
            VALUES (\(round), \(programme), \(reason), \(moment), \(principal.account), \(principal.name))
            ON CONFLICT (round) DO NOTHING
            """
        )
    }

    // MARK: What happened

    func contains(_ id: SelectionEvent.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM selection_event WHERE id = \(id) AND programme = \(programme)").isEmpty
    }

    func append(_ event: SelectionEvent, to round: SelectionRound.ID, by principal: Principal) throws {
        try db.run(
            """
            INSERT INTO selection_event (id, programme, round, company, number, kind, refusal, note, instead,
                happened_at, account_id, by_name)
            VALUES (\(event.id), \(programme), \(round), \(event.company),
                (SELECT coalesce(max(number), 0) + 1 FROM selection_event WHERE round = \(round)),
                \(event.kind), \(event.refusal), \(event.note), \(event.instead), \(event.happenedAt),
                \(principal.account), \(event.name))
            """
        )
    }

    /// In the order in which they were recorded.
    func events(of round: SelectionRound.ID) throws -> [SelectionEvent] {
        try db.run(
            """
            SELECT id, company, kind, refusal, note, instead, happened_at, by_name FROM selection_event
            WHERE programme = \(programme) AND round = \(round) ORDER BY number
            """
        ).map { row in
            SelectionEvent(
                id: try row.get(0),
                company: try row.get(1),
                kind: try row.get(2),
                refusal: try row.find(3),
                note: try row.find(4),
                instead: try row.find(5),
                happenedAt: try row.get(6),
                name: try row.get(7)
            )
        }
    }

    // MARK: Wishes of municipalities

    func insert(_ proposal: SelectionProposal, to round: SelectionRound.ID, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO selection_proposal (id, programme, round, area, name, reason, proposed_at, account_id, by_name)
            VALUES (\(proposal.id), \(programme), \(round), \(proposal.area), \(proposal.name), \(proposal.reason),
                \(proposal.proposedAt), \(principal.account), \(proposal.proposedBy))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func answer(
        _ proposal: SelectionProposal.ID,
        with company: Company.ID?,
        because reason: String?,
        by principal: Principal,
        at moment: Date
    ) throws {
        try db.run(
            """
            INSERT INTO selection_proposal_answer (proposal, company, reason, answered_at, account_id, by_name)
            VALUES (\(proposal), \(company), \(reason), \(moment), \(principal.account), \(principal.name))
            ON CONFLICT (proposal) DO NOTHING
            """
        )
    }

    /// The first one first.
    func proposals(of round: SelectionRound.ID) throws -> [SelectionProposal] {
        try db.run(
            """
            SELECT p.id, p.area, p.name, p.reason, p.proposed_at, p.by_name, a.company, a.reason, a.by_name
            FROM selection_proposal p LEFT JOIN selection_proposal_answer a ON a.proposal = p.id
            WHERE p.programme = \(programme) AND p.round = \(round) ORDER BY p.proposed_at, p.id
            """
        ).map { row in
            SelectionProposal(
                id: try row.get(0),
                area: try row.get(1),
                name: try row.get(2),
                reason: try row.get(3),
                proposedAt: try row.get(4),
                proposedBy: try row.get(5),
                answer: try row.find(8).map { name in
                    SelectionProposal.Answer(company: try row.find(6), reason: try row.find(7), name: name)
                }
            )
        }
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func decoded<Value: Decodable>(_ row: SQLRow, _ column: Int) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data((try row.get(column) as String).utf8))
    }
}

extension SQLConnection {
    func selections(in programme: ProgrammeID) -> SelectionStore {
        SelectionStore(db: self, programme: programme)
    }
}
