import Audit
import Foundation
import Gatherings
package import Kernel
package import Programmes
package import Storage

/// What municipalities see and want.
package struct Municipalities: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// The municipalities that this person may open: its own for who is of a municipality, all for everybody else.
    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> [Area] {
        try principal.require(.readOverview, in: programme)
        let content = try await programmes.current(programme)
        let own = ownAreas(of: principal, in: programme)
        return content.municipalities.filter { area in
            own.map { $0.contains { content.isArea(area.code, in: $0) } } ?? true
        }
        .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    /// - Throws: ``AccountProblem/notFound`` for a municipality that is not there, or not this person's own.
    package func view(
        of area: AreaCode,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> MunicipalityView {
        guard let found = try await list(in: programme, as: principal).first(where: { $0.code == area }) else {
            throw AccountProblem.notFound
        }
        let content = try await programmes.current(programme)
        let (ambition, sessions) = try await database.read { db in
            (
                try MunicipalityStore(db: db, programme: content).ambition(of: area),
                try db.sessionsHeld(in: programme).count { $0.municipality == area }
            )
        }
        return MunicipalityView(
            programme: content,
            area: found,
            goal: content.promisedConversations.first { $0.area == area }?.count,
            ambition: ambition,
            sessions: sessions
        )
    }

    /// Records what the municipality said.
    ///
    /// - Throws: ``InvalidAccount``, ``AccountProblem/notFound``.
    package func record(
        _ form: MunicipalAmbitionForm,
        about area: AreaCode,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.accountForPlan, in: programme)
        let content = try await programmes.current(programme)
        guard content.municipalities.contains(where: { $0.code == area }) else { throw AccountProblem.notFound }
        let ambition = try form.read(about: area, in: content, by: principal.name, world)
        try await database.write { db in
            let store = MunicipalityStore(db: db, programme: content)
            guard try store.insert(ambition, by: principal.account) else { return }
            try db.audit.append(
                .accountForPlan,
                "municipality.ambition",
                of: "area \(area)",
                in: programme,
                by: principal,
                at: ambition.recordedAt
            )
        }
    }

    /// `nil` for who is not limited to areas.
    private func ownAreas(of principal: Principal, in programme: ProgrammeID) -> Set<AreaCode>? {
        let grants = principal.grants(in: programme).filter { $0.role.verbs.contains(.readOverview) }
        guard grants.allSatisfy({ $0.role == .municipality }) else { return nil }
        return grants.reduce(into: []) { $0.formUnion($1.areas) }
    }
}
