import Fieldwork
package import Kernel
package import Programmes
package import Registers
package import Storage

/// The companies that others let a programme name in its registers. They stay where they are: nothing is copied, so that
/// what is corrected or erased there is so here.
package struct SharedCompanies: CompanyDirectory {
    private let database: any SQLDatabase
    private let world: World
    private let agreements: ShareAgreements

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        agreements = ShareAgreements(database: database, programmes: programmes)
    }

    package func companies(
        for programme: Programme,
        among references: Set<CompanyReference>?
    ) async throws -> [SharedCompany] {
        guard programme.sharing?.uses.contains(where: { $0.kind == .companies }) ?? false else { return [] }
        let now = world.now()
        let givers = try await agreements.all(of: programme)
            .filter { $0.key.user == programme.id && $0.kind == .companies && $0.isInForce(at: now) }
            .map(\.key.giver)
        return try await database.read { db in
            try givers.flatMap { giver in
                let asked = references.map { all in
                    Set(all.filter { $0.programme == giver }.map { Company.ID($0.company.uuid) })
                }
                return try db.sharedCompanies(in: giver, among: asked).map { row in
                    SharedCompany(
                        reference: CompanyReference(programme: giver, company: ID(row.id.uuid)),
                        name: row.name,
                        number: row.number
                    )
                }
            }
        }
    }
}
