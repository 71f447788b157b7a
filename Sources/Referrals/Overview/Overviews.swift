package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the program can ask about how a programme stands.
package struct Overviews: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// As it stands today, or as it stood at the end of an earlier day.
    package func overview(
        of programme: ProgrammeID,
        asOf day: Day? = nil,
        as principal: Principal
    ) async throws -> Overview {
        try principal.require(.readOverview, in: programme)
        let content = try await programmes.current(programme)
        let day = min(day ?? world.today, world.today)
        let facts = try await database.read { db in
            try OverviewStore(db: db, programme: content, asOf: day).facts()
        }
        return Overview(facts, of: content, asOf: day, for: audience(principal, in: programme))
    }

    private func audience(_ principal: Principal, in programme: ProgrammeID) -> OverviewAudience {
        if principal.may(.readConversations, in: programme), principal.may(.readReferrals, in: programme) {
            return .team
        }
        let grants = principal.grants(in: programme).filter { $0.role.verbs.contains(.readOverview) }
        return grants.allSatisfy { $0.role == .municipality } ? .published : .figures
    }
}
