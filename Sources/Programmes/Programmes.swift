import Audit
package import Kernel
package import Storage
import Synchronization

/// What came of publishing a pack.
package struct PublishedPack: Equatable, Sendable {
    package let programme: ProgrammeID
    package let revision: Int
    package let sheetVersion: Int
    /// `false` when the pack was in use like this already; nothing was changed then.
    package let isNew: Bool
}

/// Everything the rest of the platform can ask about the content of programmes.
package struct Programmes: Sendable {
    let database: any SQLDatabase
    let world: World
    private let cache = ProgrammeCache()

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// Takes a programme into use: from now on everybody sees it like this. Publishing what is in use already changes
    /// nothing.
    ///
    /// - Throws: `ProgrammeProblem.sheetConflict` when the sheet cannot follow the one in use.
    @discardableResult
    package func publish(_ programme: Programme, as principal: Principal) async throws -> PublishedPack {
        try await publish(programme, isPack: false, as: principal)
    }

    /// What was chosen on the site is not taken away by a pack that does not speak of it.
    private func publish(
        _ content: Programme,
        isPack: Bool,
        as principal: Principal
    ) async throws -> PublishedPack {
        try principal.require(.publishProgramme, in: content.id)
        let now = world.now()
        return try await database.write { db in
            var programme = content
            let store = db.content(of: programme.id)
            if let latest = try store.latest() {
                let inUse = try store.content(latest)
                if isPack {
                    programme.picture = programme.picture ?? inUse.picture
                    programme.closedOn = inUse.closedOn
                    if let earlier = inUse.actionPlan { programme.actionPlan?.keepAdditions(of: earlier) }
                }
                if inUse == programme { return PublishedPack(programme, revision: latest.revision, isNew: false) }
                let conflicts = programme.sheet.conflicts(after: inUse.sheet)
                guard conflicts.isEmpty else { throw ProgrammeProblem.sheetConflict(conflicts) }
            }
            let revision = try store.append(programme, at: now).revision
            try db.audit.append(
                .publishProgramme,
                "programme.published",
                of: "programme \(programme.id) revision \(revision) sheet \(programme.sheet.version)",
                in: programme.id,
                by: principal,
                at: now
            )
            return PublishedPack(programme, revision: revision, isNew: true)
        }
    }

    /// Reads a pack and takes it into use: all of it, or nothing.
    ///
    /// - Throws: `InvalidPack` with everything that is wrong with it, also where the sheet cannot follow the one in use.
    @discardableResult
    package func publish(packAt folder: String, as principal: Principal) async throws -> PublishedPack {
        let programme = try PackReader.read(folder).get()
        do {
            return try await publish(programme, isPack: true, as: principal)
        } catch ProgrammeProblem.sheetConflict(let conflicts) {
            let place = PackPosition(file: "sheet.yaml")
            throw InvalidPack(issues: conflicts.map { PackIssue(.sheetConflict($0), at: place) })
        }
    }

    /// Ends the work: everything can still be seen, and nothing is added. What devices did not send yet stays there.
    package func close(_ id: ProgrammeID, as principal: Principal) async throws {
        let today = world.today
        try await change(id, "programme.closed", as: principal) { $0.closedOn = $0.closedOn ?? today }
    }

    /// The work goes on, and what devices kept comes in.
    package func reopen(_ id: ProgrammeID, as principal: Principal) async throws {
        try await change(id, "programme.reopened", as: principal) { $0.closedOn = nil }
    }

    /// Changes what is in use, whatever that has become meanwhile. Nothing is added when nothing changes.
    func change(
        _ id: ProgrammeID,
        _ action: String,
        as principal: Principal,
        _ body: @escaping @Sendable (inout Programme) -> Void
    ) async throws {
        try principal.require(.publishProgramme, in: id)
        let now = world.now()
        try await database.write { db in
            let store = db.content(of: id)
            guard let latest = try store.latest() else { throw ProgrammeProblem.notFound }
            let before = try store.content(latest)
            var programme = before
            body(&programme)
            guard programme != before else { return }
            _ = try store.append(programme, at: now)
            try db.audit.append(.publishProgramme, action, of: "programme \(id)", in: id, by: principal, at: now)
        }
    }

    /// - Throws: `ProgrammeProblem.notFound`, `AccessProblem`.
    package func programme(_ id: ProgrammeID, as principal: Principal) async throws -> Programme {
        try principal.require(.readProgramme, in: id)
        return try await current(id)
    }

    /// The programme as it is in use, for use cases and pages that have established themselves who may see it.
    ///
    /// - Throws: `ProgrammeProblem.notFound`.
    package func current(_ id: ProgrammeID) async throws -> Programme {
        let cache = cache
        return try await database.read { db in try cache.programme(id, in: db) }
    }

    /// The programme as it was in use at the end of a day; as it was at first, for a day before that. For use cases that
    /// have established who may see it.
    ///
    /// - Throws: `ProgrammeProblem.notFound`.
    package func programme(_ id: ProgrammeID, asOf day: Day) async throws -> Programme {
        let cache = cache
        return try await database.read { db in
            let inUse = try cache.programme(id, in: db)
            let store = db.content(of: id)
            guard let then = try store.latest(asOf: day), try then != store.latest() else { return inUse }
            return try store.content(then)
        }
    }

    /// The sheet as it was in that version, on which old conversations were held.
    ///
    /// - Throws: `ProgrammeProblem.sheetVersionNotFound`.
    package func sheet(version: Int, of programme: ProgrammeID) async throws -> TalkSheet {
        let cache = cache
        return try await database.read { db in
            let inUse = try cache.programme(programme, in: db).sheet
            return inUse.version == version ? inUse : try db.content(of: programme).sheet(version: version)
        }
    }

    /// All versions of the sheet, to read old answers on a newer one.
    package func sheets(of programme: ProgrammeID) async throws -> SheetHistory {
        try await database.read { db in SheetHistory(try db.content(of: programme).sheets()) }
    }

    /// Every programme as it is in use, in a fixed order.
    package func all() async throws -> [Programme] {
        let cache = cache
        return try await database.read { db in try db.programmeIDs().map { try cache.programme($0, in: db) } }
    }
}

extension PublishedPack {
    fileprivate init(_ programme: Programme, revision: Int, isNew: Bool) {
        self.init(programme: programme.id, revision: revision, sheetVersion: programme.sheet.version, isNew: isNew)
    }
}

/// The programmes that were read last. Each use asks the database which revision is in use, which is cheap, so that
/// several processes on one database never show an old one.
private final class ProgrammeCache: Sendable {
    private let kept = Mutex<[ProgrammeID: (key: RevisionKey, programme: Programme)]>([:])

    func programme(_ id: ProgrammeID, in db: any SQLConnection) throws -> Programme {
        let store = db.content(of: id)
        guard let latest = try store.latest() else { throw ProgrammeProblem.notFound }
        if let entry = kept.withLock({ $0[id] }), entry.key == latest { return entry.programme }
        let programme = try store.content(latest)
        kept.withLock { $0[id] = (latest, programme) }
        return programme
    }
}
