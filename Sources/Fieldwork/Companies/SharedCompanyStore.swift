package import Kernel
package import Storage

/// What another programme may know of a company (*gedeeld bedrijf*).
package struct SharedCompanyRow: Equatable, Sendable {
    package let id: Company.ID
    package let name: String
    package let number: String?
}

extension SQLConnection {
    /// The companies of a programme, by name, without those that were erased; of `asked` when it is not `nil`.
    package func sharedCompanies(
        in programme: ProgrammeID,
        among asked: Set<Company.ID>? = nil
    ) throws -> [SharedCompanyRow] {
        // A statement has room for so many values; for more, all are read.
        let isShort = asked.map { $0.count <= 1000 } ?? false
        let among: SQL = asked.map { isShort ? "id IN \(SQL.list($0))" : "TRUE" } ?? "TRUE"
        let rows = try run(
            """
            SELECT id, name, kvk_number FROM company
            WHERE programme = \(programme) AND erased_on IS NULL AND \(among) ORDER BY name_sort, id
            """
        ).map { SharedCompanyRow(id: try $0.get(0), name: try $0.get(1), number: try $0.find(2)) }
        return rows.filter { asked?.contains($0.id) ?? true }
    }
}
