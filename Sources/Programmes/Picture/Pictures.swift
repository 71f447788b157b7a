import Audit
package import Kernel
package import Storage

/// Giving a programme a picture of its own: send it, say where the themes are, look, and only then use it.
package struct Pictures: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// What is being prepared; nobody else sees it yet.
    package func draft(in programme: ProgrammeID, as principal: Principal) async throws -> ProgrammePicture? {
        try principal.require(.publishProgramme, in: programme)
        return try await database.read { db in try db.pictureDraft(of: programme).find() }
    }

    /// Begins anew with a picture that somebody sent.
    ///
    /// - Throws: ``InvalidPicture`` with everything that is wrong with it.
    package func upload(
        _ bytes: [UInt8],
        description: Text,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.publishProgramme, in: programme)
        let themes = try await programmes.current(programme).sheet.themes
        let picture = try ProgrammePicture(bytes, description: description, themes: themes)
        try await save(picture, in: programme, as: principal)
    }

    /// Says where the themes are: those that are named, and no others.
    ///
    /// - Throws: ``ProgrammeProblem/noPictureDraft``.
    package func place(
        _ zones: [ProgrammePicture.Zone],
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        guard var picture = try await draft(in: programme, as: principal) else { throw ProgrammeProblem.noPictureDraft }
        picture.zones = zones
        try await save(picture, in: programme, as: principal)
    }

    /// Everybody sees the draft from now on.
    ///
    /// - Throws: ``InvalidPicture`` while a theme has no place.
    package func use(in programme: ProgrammeID, as principal: Principal) async throws {
        guard let picture = try await draft(in: programme, as: principal) else { throw ProgrammeProblem.noPictureDraft }
        let faults = picture.faults(for: try await programmes.current(programme).sheet.themes)
        guard faults.isEmpty else { throw InvalidPicture(issues: faults.map { .init($0) }) }
        try await programmes.change(programme, "picture.used", as: principal) { $0.picture = picture }
        try await discard(in: programme, as: principal)
    }

    /// Throws the draft away; what is in use stays.
    package func discard(in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.publishProgramme, in: programme)
        try await database.write { db in try db.pictureDraft(of: programme).remove() }
    }

    /// Back to the picture that Karavaan draws.
    package func useOurs(in programme: ProgrammeID, as principal: Principal) async throws {
        try await programmes.change(programme, "picture.removed", as: principal) { $0.picture = nil }
    }

    private func save(_ picture: ProgrammePicture, in programme: ProgrammeID, as principal: Principal) async throws {
        let now = world.now()
        try await database.write { db in
            try db.pictureDraft(of: programme).save(picture, by: principal, at: now)
            try db.audit.append(
                .publishProgramme,
                "picture.prepared",
                of: "programme \(programme)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
