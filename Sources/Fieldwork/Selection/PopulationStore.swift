import Audit
import Kernel
import Programmes
import Storage

/// The SQL about who there is to draw from, and how far contact with each came.
struct PopulationStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// All companies of which the municipality is known, or of some municipalities only. One that was erased counts when
    /// it was visited, and can be drawn no more.
    func companies(in areas: [AreaCode]? = nil) throws -> [PopulationCompany] {
        var condition: SQL = "municipality IS NOT NULL"
        if let areas { condition = "municipality IN \(SQL.list(areas))" }
        let contacts = try contacts()
        return try db.run(
            """
            SELECT id, municipality, sector, size, is_member FROM company
            WHERE programme = \(programme) AND \(condition) AND (erased_on IS NULL OR EXISTS (
                SELECT 1 FROM conversation c JOIN conversation_event e ON e.conversation = c.id
                WHERE c.company = company.id AND e.finished_at IS NOT NULL))
            """
        ).map { row in
            let id: Company.ID = try row.get(0)
            return PopulationCompany(id: id, traits: try traits(row), contact: contacts[id] ?? .untouched)
        }
    }

    /// The traits of some companies; those of which the municipality is not known are left out.
    func traits(of companies: [Company.ID]) throws -> [Company.ID: CompanyTraits] {
        guard !companies.isEmpty else { return [:] }
        return Dictionary(
            try db.run(
                """
                SELECT id, municipality, sector, size, is_member FROM company
                WHERE programme = \(programme) AND municipality IS NOT NULL AND id IN \(SQL.list(companies))
                """
            ).map { row in (try row.get(0), try traits(row)) }
        ) { first, _ in first }
    }

    private func traits(_ row: SQLRow) throws -> CompanyTraits {
        CompanyTraits(
            area: try row.get(1),
            sector: try row.find(2),
            size: try row.find(3),
            isMember: try row.find(4)
        )
    }

    /// How far contact came with everybody with whom there was any: what counts most, the last.
    func contacts() throws -> [Company.ID: CompanyContact] {
        var contacts = try approaches()
        for (company, contact) in try talks() { contacts[company] = contact }
        return contacts
    }

    /// The first conversations, also those that are only planned.
    private func talks() throws -> [(Company.ID, CompanyContact)] {
        try db.run(
            """
            SELECT c.company, c.id, e.state, coalesce(e.held_on, e.planned_on), e.finished_at
            FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT max(number) FROM conversation_event WHERE conversation = c.id)
            WHERE c.programme = \(programme) AND c.measurement = 'start' AND e.state <> 'cancelled'
            ORDER BY CASE WHEN e.finished_at IS NULL THEN 0 ELSE 1 END, e.planned_on, c.id
            """
        ).map { row in
            let id: Conversation.ID = try row.get(1)
            let state: Conversation.State = try row.get(2)
            let day: Day = try row.get(3)
            let hasResult = state == .finished || state == .correcting
            return (try row.get(0), hasResult ? .visited(id, day) : .planned(id, day))
        }
    }

    private func approaches() throws -> [Company.ID: CompanyContact] {
        var contacts: [Company.ID: CompanyContact] = [:]
        let drawn = try db.run(
            """
            SELECT c.company, c.round FROM selection_candidate c
            WHERE c.programme = \(programme) AND c.is_drawn = \(true)
                AND NOT EXISTS (SELECT 1 FROM selection_stop WHERE round = c.round)
            """
        )
        for row in drawn { contacts[try row.get(0)] = .approached(try row.get(1)) }
        let last = try db.run(
            """
            SELECT e.company, e.round, e.kind, s.round FROM selection_event e
            JOIN selection_round r ON r.id = e.round
            LEFT JOIN selection_stop s ON s.round = e.round
            WHERE e.programme = \(programme) AND e.number = (
                SELECT max(number) FROM selection_event WHERE round = e.round AND company = e.company
            )
            ORDER BY r.drawn_at, e.number
            """
        )
        for row in last {
            let (company, round): (Company.ID, SelectionRound.ID) = (try row.get(0), try row.get(1))
            let kind: SelectionEvent.Kind = try row.get(2)
            let stopped: SelectionRound.ID? = try row.find(3)
            switch kind {
            case .refused, .removed, .vetoed: contacts[company] = .declined(round)
            case .added, .stoodIn, .invited: contacts[company] = stopped == nil ? .approached(round) : nil
            }
        }
        return contacts
    }

    /// The number of activities that companies were doing at their first measurement.
    func scores() throws -> [Company.ID: Double] {
        let rows = try db.run(
            """
            SELECT c.company, count(*) FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT max(number) FROM conversation_event WHERE conversation = c.id)
            JOIN tick t ON t.conversation = c.id AND t.mark = 'doing' AND t.is_on = \(true)
            WHERE c.programme = \(programme) AND c.measurement = 'start' AND e.state IN ('finished', 'correcting')
                AND NOT EXISTS (
                    SELECT 1 FROM tick n WHERE n.conversation = t.conversation AND n.activity = t.activity
                        AND n.mark = t.mark AND (n.made_at > t.made_at OR n.made_at = t.made_at AND n.id > t.id)
                )
            GROUP BY c.company
            """
        )
        var scores: [Company.ID: Double] = [:]
        for row in rows { scores[try row.get(0)] = Double(try row.get(1) as Int) }
        return scores
    }

    /// Names and cities of some companies.
    func names(_ companies: [Company.ID]) throws -> [Company.ID: (name: String, city: String?)] {
        var names: [Company.ID: (String, String?)] = [:]
        for start in stride(from: 0, to: companies.count, by: 500) {
            let part = companies[start..<min(start + 500, companies.count)]
            for row in try db.run(
                "SELECT id, name, city FROM company WHERE programme = \(programme) AND id IN \(SQL.list(part))"
            ) {
                names[try row.get(0)] = (try row.get(1), try row.find(2))
            }
        }
        return names
    }
}

extension SQLConnection {
    func population(of programme: ProgrammeID) -> PopulationStore {
        PopulationStore(db: self, programme: programme)
    }
}
