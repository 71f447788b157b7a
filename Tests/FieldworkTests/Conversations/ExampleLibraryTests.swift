import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct ExampleLibraryTests {
    private struct Shelf {
        let table: Table
        let library: ExampleLibrary
        let talk: Conversation.ID

        init(_ kind: TestDatabase) async throws {
            table = try await Table(kind)
            library = ExampleLibrary(conversations: table.conversations)
            talk = try await table.started()
        }

        @discardableResult
        func tell(
            _ title: String,
            _ audience: ConsentRecord.Audience,
            effort: String = "",
            activity: String = "",
            until: String = ""
        ) async throws -> GoodExample.ID {
            let id = GoodExample.ID(UUID())
            let form = GoodExampleForm(
                title: title,
                story: "Zo doen we dat.",
                effort: effort,
                activity: activity,
                audience: audience.rawValue,
                until: until,
                givenBy: "mevrouw De Wit"
            )
            try await table.conversations.save(id, form, of: talk, in: .metaal, as: .interviewer)
            return id
        }

        func titles(
            _ filter: ExampleFilter = .init(),
            as principal: Principal = .interviewer
        ) async throws -> [String] {
            try await library.list(filter, in: .metaal, as: principal).map(\.example.title)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `only what the company allowed is there, and to whom it allowed it`(kind: TestDatabase) async throws {
        let shelf = try await Shelf(kind)
        try await shelf.tell("Geheim", .nobody)
        try await shelf.tell("Bijeenkomst", .sessions)
        try await shelf.tell("Iedereen", .everyone)
        #expect(Set(try await shelf.titles()) == ["Bijeenkomst", "Iedereen"])
        for principal in [Principal.coach, .municipality] {
            #expect(try await shelf.titles(as: principal) == ["Iedereen"])
        }
        await #expect(throws: AccessProblem.self) { try await shelf.titles(as: .outsider) }
    }

    @Test(arguments: TestDatabase.available)
    func `what is withdrawn, taken away or over is gone at once, with its photos`(kind: TestDatabase) async throws {
        let shelf = try await Shelf(kind)
        let withdrawn = try await shelf.tell("Ingetrokken", .everyone)
        let removed = try await shelf.tell("Weggehaald", .everyone)
        try await shelf.tell("Voorbij", .everyone, until: "2026-03-03")
        let photo = ExamplePhoto.ID(UUID())
        _ = try await Photos(conversations: shelf.table.conversations).receive(
            PhotoPart(
                photo: photo,
                conversation: shelf.talk,
                example: withdrawn,
                offset: 0,
                total: SampleImage.jpeg.count,
                bytes: SampleImage.jpeg
            ),
            in: .metaal,
            as: .interviewer
        )
        #expect(try await shelf.titles().count == 3)
        #expect(try await shelf.library.photo(photo, in: .metaal, as: .coach).kind == .jpeg)

        try await shelf.table.conversations.withdrawConsent(
            for: withdrawn,
            of: shelf.talk,
            in: .metaal,
            as: .interviewer
        )
        try await shelf.table.conversations.remove(removed, of: shelf.talk, in: .metaal, as: .interviewer)
        shelf.table.clock.move(3 * 86400)
        #expect(try await shelf.titles() == [])
        await #expect(throws: PhotoProblem.notFound) {
            try await shelf.library.photo(photo, in: .metaal, as: .interviewer)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `small steps come first, and everything can be found`(kind: TestDatabase) async throws {
        let shelf = try await Shelf(kind)
        try await shelf.tell("Onbekend", .sessions)
        try await shelf.tell("Groot", .sessions, effort: "large")
        try await shelf.tell("Klein", .sessions, effort: "small", activity: "PR12")
        try await shelf.tell("Gemiddeld", .sessions, effort: "medium", activity: "PP14")
        #expect(try await shelf.titles() == ["Klein", "Gemiddeld", "Groot", "Onbekend"])
        #expect(try await shelf.titles(.init(effort: .large)) == ["Groot"])
        let activity = try #require(Programme.sample.sheet.activity("PR12"))
        #expect(try await shelf.titles(.init(theme: activity.theme)) == ["Klein"])
        #expect(try await shelf.titles(.init(step: activity.step)).contains("Klein"))
        #expect(try await shelf.titles(.init(text: "KLÉIN vonk")) == ["Klein"])
        #expect(try await shelf.titles(.init(text: "klein geheim")) == [])
    }

    @Test(arguments: TestDatabase.available)
    func `of steps that are as small, what most companies want comes first`(kind: TestDatabase) async throws {
        let shelf = try await Shelf(kind)
        try await shelf.tell("Niemand", .sessions, effort: "small", activity: "PP02")
        try await shelf.tell("Gevraagd", .sessions, effort: "small", activity: "PR12")
        try await shelf.tell("Los", .sessions, effort: "small")
        try await shelf.table.tick("PR12", .ambition, on: shelf.talk)
        func wanted() async throws -> [String: Int] {
            let list = try await shelf.library.list(.init(), in: .metaal, as: .interviewer)
            return Dictionary(uniqueKeysWithValues: list.map { ($0.example.title, $0.wantedBy) })
        }
        // A conversation that is not over says nothing yet.
        #expect(try await wanted() == ["Niemand": 0, "Gevraagd": 0, "Los": 0])
        try await shelf.table.conversations.finish(shelf.talk, in: .metaal, as: .interviewer)
        #expect(try await wanted() == ["Niemand": 0, "Gevraagd": 1, "Los": 0])
        #expect(try await shelf.titles().first == "Gevraagd")
    }

    @Test func `a device that does not know the question of effort still brings its example`() throws {
        let json = #"{"title": "Rek", "story": "Met labels.", "audience": "nobody"}"#
        let form = try JSONDecoder().decode(GoodExampleForm.self, from: Data(json.utf8))
        #expect(form == GoodExampleForm(title: "Rek", story: "Met labels.", audience: "nobody"))
    }
}
