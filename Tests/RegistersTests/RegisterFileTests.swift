import Foundation
import Kernel
import Programmes
import Registers
import Storage
import TestSupport
import Testing

@Suite struct RegisterFileTests {
    private static let pdf = Array("%PDF-1.7 een verslag".utf8)

    /// The file that is there afterwards.
    @discardableResult
    private func attach(
        _ bytes: [UInt8],
        _ name: String,
        at field: Register.Field.ID = "foto",
        of item: RegisterItem.ID,
        in register: Register.ID = RegisterDesk.streams,
        _ desk: RegisterDesk,
        as principal: Principal = GroeneHart.alphen
    ) async throws -> KeptFile.ID {
        try await desk.registers.attach(
            bytes,
            name: name,
            at: field,
            of: item,
            in: register,
            of: desk.programme,
            by: principal
        )
        let record = try await desk.registers.open(item, of: register, in: desk.programme, as: principal)
        return try #require(record.register.field(field).flatMap(record.item.file)).id
    }

    private func record(_ id: RegisterItem.ID, _ desk: RegisterDesk) async throws -> RegisterRecord {
        try await desk.registers.open(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
    }

    private func content(
        _ file: KeptFile.ID,
        of item: RegisterItem.ID,
        _ desk: RegisterDesk,
        as principal: Principal = GroeneHart.manager
    ) async throws -> (file: KeptFile, bytes: [UInt8]) {
        try await desk.registers.file(
            file,
            of: item,
            in: RegisterDesk.streams,
            of: desk.programme,
            as: principal
        )
    }

    @Test(arguments: TestDatabase.available)
    func `a photo is kept without what the camera wrote into it, once however often it is sent`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        let first = try await attach(SampleImage.jpeg, "C:\\foto's\\IMG 1.JPG", of: id, desk)
        #expect(try await attach(SampleImage.jpeg, "C:\\foto's\\IMG 1.JPG", of: id, desk) == first)
        let (file, bytes) = try await content(first, of: id, desk)
        #expect((file.name, file.kind, file.size) == ("IMG 1.JPG", .jpeg, bytes.count))
        #expect(!String(decoding: bytes, as: UTF8.self).contains("geheim"))
        #expect(try await record(id, desk).revisions.count == 2)
        #expect(try await desk.found { $0.search = "img" } == ["Koper"])
    }

    @Test(arguments: TestDatabase.available)
    func `a file that is replaced or erased is gone, and the history has its name`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        let first = try await attach(Self.pdf, "een.pdf", of: id, desk)
        let second = try await attach(Array("a;b\n".utf8), "twee.csv", of: id, desk)
        #expect(try await content(second, of: id, desk).bytes == Array("a;b\n".utf8))
        await #expect(throws: RegisterProblem.fileNotFound) { try await content(first, of: id, desk) }
        for _ in 1...2 {
            try await desk.registers.detach(
                second,
                of: id,
                in: RegisterDesk.streams,
                of: desk.programme,
                by: GroeneHart.alphen
            )
        }
        await #expect(throws: RegisterProblem.fileNotFound) { try await content(second, of: id, desk) }
        let revisions = try await record(id, desk).revisions
        #expect(revisions.count == 4)
        #expect(
            revisions.map { $0.values["foto"]?.split(separator: "\n").last ?? "" } == ["", "twee.csv", "een.pdf", ""]
        )
        let left = try await desk.database.read { db in try db.run("SELECT 1 FROM register_file").count }
        #expect(left == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `another file under the same name, and as large, takes the place of the first`(kind: TestDatabase) async throws
    {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        try await attach(Array("a;b\n".utf8), "lijst.csv", of: id, desk)
        let second = try await attach(Array("a;c\n".utf8), "lijst.csv", of: id, desk)
        #expect(try await content(second, of: id, desk).bytes == Array("a;c\n".utf8))
        #expect(try await record(id, desk).revisions.count == 3)
    }

    @Test(arguments: TestDatabase.available)
    func `saving the form, moving and reading a list in leave a file where it is, and erasing the item takes it along`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper", company: "Proefbedrijf")
        let file = try await attach(Self.pdf, "een.pdf", of: id, desk)
        var form = RegisterItemForm(try await record(id, desk))
        form.values["hoeveel"] = ["99"]
        try await desk.registers.save(form, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        let result = try await desk.registers.importFile(
            Array("Stroom;Soort;Hoeveel;Van wie;Stand\nKoper;Metaal;100;Proefbedrijf;onderzocht\n".utf8),
            leavingOutWrong: false,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        #expect((result.changed, result.wrong) == (1, []))
        #expect(try await content(file, of: id, desk).bytes == Self.pdf)
        try await desk.registers.erase(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        let left = try await desk.database.read { db in try db.run("SELECT 1 FROM register_file").count }
        #expect(left == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `what is no file of a kind that is kept is refused, and so is who does not keep the register`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        let page = Array("<script>alert(1)</script>".utf8)
        for (bytes, name) in [
            ([], "leeg.pdf"), (page, "pagina.html"), (page, "verslag.pdf"), (page, "foto.jpg"), (page, "boek.xlsx"),
            ([0x7F, 0x45, 0x4C, 0x46, 0, 1], "lijst.csv"), (page, ""), (Self.pdf, "verslag"), (page, "plaatje.svg"),
        ] as [([UInt8], String)] {
            await #expect(throws: FileProblem.notAFile, "\(name)") {
                try await attach(bytes, name, of: id, desk)
            }
        }
        let large = Self.pdf + Array(repeating: 1, count: KeptFile.sizeLimit)
        await #expect(throws: FileProblem.tooLarge) { try await attach(large, "groot.pdf", of: id, desk) }
        await #expect(throws: RegisterProblem.fileNotFound) {
            try await attach(Self.pdf, "een.pdf", at: "soort", of: id, desk)
        }
        await #expect(throws: RegisterProblem.notKeeper) {
            try await attach(Self.pdf, "een.pdf", of: id, desk, as: GroeneHart.woerden)
        }
        await #expect(throws: AccessProblem.forbidden(.updateActions)) {
            try await attach(Self.pdf, "een.pdf", of: id, desk, as: GroeneHart.manager)
        }
        #expect(try await record(id, desk).revisions.count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `a file is reached through its own item only, and by everybody only where everybody may see it`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let (id, other) = (try await desk.stream("Koper"), try await desk.stream("Zink"))
        let file = try await attach(SampleImage.png, "koper.png", of: id, desk)
        func isPublic(_ item: RegisterItem.ID) async -> Bool {
            await
                (try? desk.registers.publicFile(
                    file,
                    of: item,
                    in: RegisterDesk.streams,
                    of: desk.programme
                )) != nil
        }
        await #expect(throws: RegisterProblem.fileNotFound) { try await content(file, of: other, desk) }
        #expect(await !isPublic(id))
        #expect(try await desk.registers.publicPhotos(in: desk.programme, area: nil, limit: 6).isEmpty)
        for item in [id, other] {
            try await desk.registers.move(
                item,
                to: "onderzocht",
                of: RegisterDesk.streams,
                in: desk.programme,
                as: GroeneHart.alphen
            )
        }
        #expect(await isPublic(id))
        #expect(await !isPublic(other))
        let photos = try await desk.registers.publicPhotos(in: desk.programme, area: nil, limit: 6)
        #expect(photos.map(\.item.title) == ["Koper"])
        #expect(try await desk.registers.publicPhotos(in: desk.programme, area: "GM0484", limit: 6).isEmpty)
        var stranger = desk.programme
        stranger.id = "ander-programma"
        await #expect(throws: RegisterProblem.itemNotFound) {
            try await desk.registers.publicFile(file, of: id, in: RegisterDesk.streams, of: stranger)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a signed page is for the programme, also when the item is public`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let register: Register.ID = "aanbod-biobased"
        let field = try #require(desk.programme.registry?.register(register)?.field("verklaring"))
        #expect(!field.isPublic)
        let id = try await desk.registers.save(
            RegisterDesk.form(["aanbod": ["Vlas"], "materiaal": ["vlas"], "gemeente": ["GM0484"]]),
            of: register,
            in: desk.programme,
            as: GroeneHart.leader
        )
        let file = try await attach(
            Self.pdf,
            "getekend.pdf",
            at: "verklaring",
            of: id,
            in: register,
            desk,
            as: GroeneHart.leader
        )
        let state = try #require(desk.programme.registry?.register(register)?.states.first(where: \.isPublic)?.code)
        try await desk.registers.move(id, to: state, of: register, in: desk.programme, as: GroeneHart.leader)
        await #expect(throws: RegisterProblem.fileNotFound) {
            try await desk.registers.publicFile(file, of: id, in: register, of: desk.programme)
        }
    }
}
