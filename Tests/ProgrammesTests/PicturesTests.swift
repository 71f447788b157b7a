import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct PicturesTests {
    private struct Place {
        let database: any SQLDatabase
        let programmes: Programmes
        let pictures: Pictures

        init(_ kind: TestDatabase) async throws {
            database = try await kind.make()
            programmes = Programmes(database: database, world: .fixed())
            pictures = Pictures(database: database, world: .fixed(), programmes: programmes)
            try await programmes.publish(.sample, as: .administrator)
        }

        func upload(_ bytes: [UInt8], as principal: Principal = .administrator) async throws {
            try await pictures.upload(bytes, description: Text(nl: "Hal", en: "Hall"), in: .metaal, as: principal)
        }

        func everywhere() -> [ProgrammePicture.Zone] {
            Programme.sample.sheet.themes.map { theme in
                .init(
                    theme: theme.code,
                    outline: [(0.0, 0.0), (1, 0), (1, 1)].map { PicturePoint(x: $0.0, y: $0.1) }
                )
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a picture is sent, gets its places, and only then is seen by everybody`(kind: TestDatabase) async throws {
        let place = try await Place(kind)
        try await place.upload(SampleImage.png)
        await #expect(throws: InvalidPicture.self) { try await place.pictures.use(in: .metaal, as: .administrator) }
        try await place.pictures.place(place.everywhere(), in: .metaal, as: .administrator)
        #expect(try await place.programmes.current(.metaal).picture == nil)
        try await place.pictures.use(in: .metaal, as: .administrator)
        let picture = try #require(try await place.programmes.current(.metaal).picture)
        #expect(picture.zones == place.everywhere())
        #expect(try await place.pictures.draft(in: .metaal, as: .administrator) == nil)
        await #expect(throws: ProgrammeProblem.noPictureDraft) {
            try await place.pictures.use(in: .metaal, as: .administrator)
        }
        // The sheet and its version stay: conversations go on.
        #expect(try await place.programmes.current(.metaal).sheet == Programme.sample.sheet)
        try await place.pictures.useOurs(in: .metaal, as: .administrator)
        #expect(try await place.programmes.current(.metaal) == .sample)
    }

    @Test(arguments: TestDatabase.available)
    func `a pack that brings no picture leaves what was chosen on the site, and the end of the programme`(
        kind: TestDatabase
    ) async throws {
        let pack = try TemporaryPack()
        let database = try await kind.make()
        let programmes = Programmes(database: database, world: .fixed())
        let id: ProgrammeID = "proef"
        let owner = Principal(
            account: nil,
            name: "test",
            origin: "cli",
            grants: [id: [Grant(role: .administrator)]]
        )
        try await programmes.publish(packAt: pack.folder.path, as: owner)
        let pictures = Pictures(database: database, world: .fixed(), programmes: programmes)
        let drawing = "<svg viewBox='0 0 9 9'><rect id='product' width='5' height='5'/></svg>"
        try await pictures.upload(Array(drawing.utf8), description: Text(nl: "a", en: "b"), in: id, as: owner)
        try await pictures.use(in: id, as: owner)
        try await programmes.close(id, as: owner)
        #expect(try await programmes.publish(packAt: pack.folder.path, as: owner).isNew == false)
        try pack.change("programme.yaml", "nl: Proef,", "nl: Nieuw,")
        #expect(try await programmes.publish(packAt: pack.folder.path, as: owner).isNew)
        let programme = try await programmes.current(id)
        #expect(programme.name.nl == "Nieuw" && programme.picture?.kind == .svg && programme.closedOn != nil)
    }

    @Test(arguments: TestDatabase.available)
    func `a draft can be thrown away, and a new one takes the place of the old`(kind: TestDatabase) async throws {
        let place = try await Place(kind)
        try await place.upload(SampleImage.png)
        try await place.upload(SampleImage.jpeg)
        #expect(try await place.pictures.draft(in: .metaal, as: .administrator)?.kind == .jpeg)
        for _ in 1...2 { try await place.pictures.discard(in: .metaal, as: .administrator) }
        #expect(try await place.pictures.draft(in: .metaal, as: .administrator) == nil)
        #expect(try await place.programmes.current(.metaal) == .sample)
    }

    @Test(arguments: [Principal.projectLeader, .interviewer, .coach, .municipality, .outsider])
    func `who may not publish sees no draft and changes none`(principal: Principal) async throws {
        let place = try await Place(.sqlite)
        try await place.upload(SampleImage.png)
        await #expect(throws: AccessProblem.self) { try await place.upload(SampleImage.jpeg, as: principal) }
        await #expect(throws: AccessProblem.self) { try await place.pictures.draft(in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) { try await place.pictures.place([], in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) { try await place.pictures.use(in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) { try await place.pictures.useOurs(in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) { try await place.pictures.discard(in: .metaal, as: principal) }
        #expect(try await place.pictures.draft(in: .metaal, as: .administrator)?.kind == .png)
    }
}
