import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct PhotosTests {
    private struct Wall {
        let table: Table
        let photos: Photos
        let talk: Conversation.ID
        let example = GoodExample.ID(UUID())

        init(_ kind: TestDatabase) async throws {
            table = try await Table(kind)
            photos = Photos(conversations: table.conversations)
            talk = try await table.started()
            let form = GoodExampleForm(title: "Restplaat", story: "Naar de vakschool.", audience: "nobody")
            try await table.conversations.save(example, form, of: talk, in: .metaal, as: .interviewer)
        }

        func part(_ id: ExamplePhoto.ID, _ range: Range<Int>, of bytes: [UInt8] = SampleImage.jpeg) -> PhotoPart {
            PhotoPart(
                photo: id,
                conversation: talk,
                example: example,
                offset: range.lowerBound,
                total: bytes.count,
                bytes: Array(bytes[range])
            )
        }

        @discardableResult
        func send(_ part: PhotoPart, as principal: Principal = .interviewer) async throws -> Int? {
            try await photos.receive(part, in: .metaal, as: principal)
        }

        func there() async throws -> [ExamplePhoto] {
            try await table.conversations.record(talk, in: .metaal, as: .interviewer).photos
        }
    }

    private let end = SampleImage.jpeg.count

    @Test(arguments: TestDatabase.available)
    func `a photo comes in piece by piece, in whatever way the connection breaks`(kind: TestDatabase) async throws {
        let wall = try await Wall(kind)
        let id = ExamplePhoto.ID(UUID())
        #expect(try await wall.photos.received(id, in: .metaal, as: .interviewer) == 0)
        #expect(try await wall.send(wall.part(id, 0..<40)) == 40)
        // The reply was lost: sent once more, and then a piece that does not follow.
        #expect(try await wall.send(wall.part(id, 0..<40)) == 40)
        #expect(try await wall.send(wall.part(id, 60..<80)) == 40)
        #expect(try await wall.photos.received(id, in: .metaal, as: .interviewer) == 40)
        #expect(try await wall.there() == [])
        #expect(try await wall.send(wall.part(id, 40..<end)) == nil)
        #expect(try await wall.send(wall.part(id, 40..<end)) == nil)
        #expect(try await wall.photos.received(id, in: .metaal, as: .interviewer) == nil)

        let photo = try #require(try await wall.there().first)
        #expect(photo.width == 3 && photo.height == 2)
        #expect(try await wall.there().count == 1)
        let (kept, bytes) = try await wall.photos.content(id, of: wall.talk, in: .metaal, as: .interviewer)
        #expect(kept == .jpeg)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("geheim"))
    }

    @Test(arguments: TestDatabase.available)
    func `a photo may come after the conversation was finished`(kind: TestDatabase) async throws {
        let wall = try await Wall(kind)
        try await wall.table.conversations.finish(wall.talk, in: .metaal, as: .interviewer)
        #expect(try await wall.send(wall.part(ID(UUID()), 0..<end)) == nil)
        #expect(try await wall.there().count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `a photo goes when its example goes, and by itself, without a trace of what was on it`(kind: TestDatabase)
        async throws
    {
        let wall = try await Wall(kind)
        let (one, other) = (ExamplePhoto.ID(UUID()), ExamplePhoto.ID(UUID()))
        for id in [one, other] { try await wall.send(wall.part(id, 0..<end)) }
        for _ in 1...2 {
            try await wall.photos.remove(one, of: wall.talk, in: .metaal, as: .interviewer)
            #expect(try await wall.there().map(\.id) == [other])
        }
        try await wall.table.conversations.remove(wall.example, of: wall.talk, in: .metaal, as: .interviewer)
        await #expect(throws: PhotoProblem.notFound) {
            try await wall.photos.content(other, of: wall.talk, in: .metaal, as: .interviewer)
        }
        let rows = try await wall.table.database.read { db in
            try db.run("SELECT (SELECT count(*) FROM example_photo) + (SELECT count(*) FROM photo_part)").map {
                try $0.get(0, as: Int.self)
            }
        }
        #expect(rows == [0])
    }

    @Test(arguments: TestDatabase.available)
    func `what cannot be a photo of this example is refused, and nothing is kept`(kind: TestDatabase) async throws {
        let wall = try await Wall(kind)
        let id = ExamplePhoto.ID(UUID())
        let text = Array("<svg onload=x()>".utf8)
        await #expect(throws: PhotoProblem.notAPhoto) { try await wall.send(wall.part(id, 0..<text.count, of: text)) }
        for part in [
            PhotoPart(photo: id, conversation: wall.talk, example: wall.example, offset: 0, total: 1, bytes: [1, 2]),
            PhotoPart(photo: id, conversation: wall.talk, example: wall.example, offset: -1, total: 9, bytes: [1]),
            PhotoPart(photo: id, conversation: wall.talk, example: wall.example, offset: 0, total: 9, bytes: []),
        ] {
            await #expect(throws: PhotoProblem.muddled) { try await wall.send(part) }
        }
        await #expect(throws: PhotoProblem.tooLarge) {
            try await wall.send(
                PhotoPart(
                    photo: id,
                    conversation: wall.talk,
                    example: wall.example,
                    offset: 0,
                    total: ExamplePhoto.sizeLimit + 1,
                    bytes: [1]
                )
            )
        }
        let strange = PhotoPart(
            photo: id,
            conversation: wall.talk,
            example: ID(UUID()),
            offset: 0,
            total: end,
            bytes: SampleImage.jpeg
        )
        await #expect(throws: ConversationProblem.exampleNotFound) { try await wall.send(strange) }
        for _ in 0..<ExamplePhoto.countLimit { try await wall.send(wall.part(ID(UUID()), 0..<end)) }
        await #expect(throws: PhotoProblem.tooMany) { try await wall.send(wall.part(id, 0..<end)) }
        #expect(try await wall.there().count == ExamplePhoto.countLimit)
    }

    @Test(arguments: [Principal.coach, .municipality, .outsider])
    func `who may not hold conversations sends, sees and erases no photo`(principal: Principal) async throws {
        let wall = try await Wall(.sqlite)
        let id = ExamplePhoto.ID(UUID())
        try await wall.send(wall.part(id, 0..<end))
        await #expect(throws: AccessProblem.self) {
            try await wall.send(wall.part(ID(UUID()), 0..<end), as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            try await wall.photos.content(id, of: wall.talk, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            try await wall.photos.remove(id, of: wall.talk, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            try await wall.photos.received(id, in: .metaal, as: principal)
        }
        #expect(try await wall.there().count == 1)
    }
}
