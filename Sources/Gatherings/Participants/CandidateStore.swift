import Fieldwork
import Kernel
import Programmes
import Storage

/// The SQL behind the choice.
struct CandidateStore {
    let db: any SQLConnection
    let programme: Programme
    let history: SheetHistory

    func all(_ filter: CandidateFilter, for session: KnowledgeSession.ID) throws -> [Candidate] {
        let answers = try filter.theme.map(answers)
        let contacts = try contacts()
        let asked = Set(
            try db.participants(in: programme.id).all(of: session).compactMap(\.company)
        )
        return try companies().compactMap { id, name, municipality in
            guard filter.areas.isEmpty || municipality.map(filter.areas.contains) ?? false else { return nil }
            let own = answers?[id] ?? SheetAnswers()
            let fits =
                switch filter.interest {
                case _ where filter.theme == nil: true
                case .ambition: !own.ambition.isEmpty
                case .doing: !own.doing.isEmpty
                case .either: !own.ambition.isEmpty || !own.doing.isEmpty
                }
            guard fits else { return nil }
            return Candidate(
                company: id,
                name: name,
                municipality: municipality,
                contact: contacts[id],
                doing: own.doing.sorted(),
                ambition: own.ambition.sorted(),
                isAsked: asked.contains(id)
            )
        }
    }

    private func companies() throws -> [(Company.ID, String, AreaCode?)] {
        try db.run(
            "SELECT id, name, municipality FROM company WHERE programme = \(programme.id) ORDER BY name_sort, id"
        ).map { (try $0.get(0), try $0.get(1), try $0.find(2)) }
    }

    private func contacts() throws -> [Company.ID: ContactPerson] {
        try db.run(
            """
            SELECT company_id, id, name, position, email, phone FROM company_contact
            WHERE programme = \(programme.id) AND email IS NOT NULL ORDER BY id
            """
        ).reduce(into: [:]) { result, row in
            let company: Company.ID = try row.get(0)
            guard result[company] == nil else { return }
            result[company] = ContactPerson(
                id: try row.get(1),
                name: try row.get(2),
                position: try row.find(3),
                email: try row.find(4),
                phone: try row.find(5)
            )
        }
    }

    /// What companies said about one theme in their last conversation with a result.
    private func answers(about theme: Theme.ID) throws -> [Company.ID: SheetAnswers] {
        let activities = Set(history.sheets.flatMap { $0.activities(in: theme) }.map(\.code)).sorted()
        var taps: [Conversation.ID: [Tap]] = [:]
        for row in try db.run(
            """
            SELECT conversation, activity, mark, is_on FROM tick
            WHERE programme = \(programme.id) AND activity IN \(SQL.list(activities)) ORDER BY made_at, id
            """
        ) {
            taps[try row.get(0), default: []].append(Tap(try row.get(1), try row.get(2), isOn: try row.get(3)))
        }
        return try db.run(
            """
            SELECT c.company, c.id, e.sheet_version FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            WHERE c.programme = \(programme.id) AND e.state IN ('finished', 'correcting')
                AND e.sheet_version IS NOT NULL
            ORDER BY coalesce(e.held_on, e.planned_on), c.id
            """
        ).reduce(into: [:]) { result, row in
            let (company, id): (Company.ID, Conversation.ID) = (try row.get(0), try row.get(1))
            // The last one stands, also when it says nothing.
            result[company] = SheetAnswers(inOrder: taps[id] ?? [])
                .translated(from: try row.get(2), to: programme.sheet.version, by: history)
        }
    }
}
