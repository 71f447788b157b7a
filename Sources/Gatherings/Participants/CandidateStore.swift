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
            """
            SELECT id, name, municipality FROM company
            WHERE programme = \(programme.id) AND erased_on IS NULL ORDER BY name_sort, id
            """
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
        let activities = Set(history.sheets.flatMap { $0.activities(in: theme) }.map(\.code))
        let last = try db.lastAnswers(in: programme, reading: history, about: activities)
        return Dictionary(uniqueKeysWithValues: last.map { ($0.company, $0.answers) })
    }
}
