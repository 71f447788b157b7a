import Fieldwork
import Foundation
import Gatherings
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct SignUpTests {
    @Test(arguments: TestDatabase.available)
    func `who is first has a place, the next waits, and moves up when somebody leaves`(
        kind: TestDatabase
    ) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 2)
        var links: [String: LinkToken] = [:]
        for name in ["Anna", "Bram", "Cees", "Dirk"] { links[name] = try await hall.guest(name, for: id) }
        hall.box.empty()
        for name in ["Anna", "Bram", "Cees", "Dirk"] { try await hall.answer(.signedUp, links[name]!) }
        #expect(hall.box.lines == ["placed Anna", "placed Bram", "waiting Cees", "waiting Dirk"])
        #expect(try await hall.signUps.open(links["Dirk"]!).standing == .waiting(2))
        #expect(try await hall.signUps.open(links["Dirk"]!).free == 0)

        hall.box.empty()
        for _ in 1...2 { try await hall.answer(.left, links["Anna"]!) }
        #expect(hall.box.lines == ["promoted Cees"])
        #expect(try await hall.board(id).placed.map(\.name) == ["Bram", "Cees"])
        #expect(try await hall.signUps.open(links["Dirk"]!).standing == .waiting(1))
        // Who leaves the waiting list gives nobody a place.
        hall.box.empty()
        try await hall.answer(.left, links["Dirk"]!)
        #expect(hall.box.lines == [])
        // Who comes back stands last.
        try await hall.answer(.signedUp, links["Anna"]!)
        #expect(hall.box.lines == ["waiting Anna"])
        // No after yes is leaving.
        try await hall.answer(.declined, links["Bram"]!)
        #expect(try await hall.signUps.open(links["Bram"]!).standing == .left)
        #expect(try await hall.board(id).placed.map(\.name) == ["Cees", "Anna"])
    }

    @Test(arguments: TestDatabase.available)
    func `thirty-one people at the same moment get thirty places, and letters that say so`(
        kind: TestDatabase
    ) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 30)
        var links: [LinkToken] = []
        for number in 1...31 { links.append(try await hall.guest("Gast\(number)", for: id)) }
        hall.box.empty()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for link in links {
                // Each of them clicks twice.
                for _ in 1...2 { group.addTask { try await hall.answer(.signedUp, link) } }
            }
            try await group.waitForAll()
        }
        let board = try await hall.board(id)
        #expect(board.placed.count == 30)
        #expect(board.waiting.count == 1)
        let sent = try await hall.visits.database.read { db in
            try db.run("SELECT title, to_name FROM mail_message WHERE title IN ('placed', 'waiting') ORDER BY to_name")
                .map { "\(try $0.get(0, as: String.self)) \(try $0.get(1, as: String.self))" }
        }
        let wanted = board.placed.map { "placed \($0.name)" } + board.waiting.map { "waiting \($0.name)" }
        #expect(Set(sent) == Set(wanted))
        #expect(sent.count == 31)
    }

    @Test(arguments: TestDatabase.available)
    func `an answer with the same number is one answer, whatever was said since`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open()
        let link = try await hall.guest("Anna", for: id)
        let number = ID<Participant.Answer>(UUID())
        for answer in [Participant.Answer.signedUp, .left] { try await hall.answer(answer, link) }
        func repeated() async throws {
            try await hall.signUps.answer(.signedUp, id: number, with: link, from: "test", writing: hall.writing)
        }
        try await repeated()
        try await hall.answer(.left, link)
        try await repeated()
        #expect(try await hall.signUps.open(link).standing == .left)
    }

    @Test(arguments: TestDatabase.available)
    func `a link is mailed to who reads that address, not again within the hour, and only for open public sessions`(
        kind: TestDatabase
    ) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open()
        let first = try await hall.guest("Anna", for: id)
        hall.box.empty()
        var form = ParticipantForm()
        form.name = "Anna"
        form.email = "ANNA@voorbeeld.example"
        try await hall.signUps.requestLink(form, language: .dutch, for: id, from: "test", writing: hall.writing)
        #expect(hall.box.lines == [])
        hall.visits.move(to: Day("2026-03-03")!)
        try await hall.signUps.requestLink(form, language: .english, for: id, from: "test", writing: hall.writing)
        #expect(hall.box.lines == ["link Anna"])
        // The first one still works.
        _ = try await hall.signUps.open(first)
        #expect(try await hall.board(id).participants.count == 1)

        await #expect(throws: InvalidSession(issues: [.nameMissing, .emailInvalid])) {
            try await hall.signUps.requestLink(
                ParticipantForm(),
                language: .dutch,
                for: id,
                from: "test",
                writing: hall.writing
            )
        }
        var hidden = Hall.form()
        hidden.isPublic = false
        let other: KnowledgeSession.ID = hall.visits.world.id()
        try await hall.sessions.save(hidden, as: other, in: .metaal, by: .projectLeader, writing: hall.writing)
        try await hall.sessions.open(other, in: .metaal, as: .projectLeader)
        await #expect(throws: SessionProblem.notFound) { _ = try await hall.signUps.announced(other) }
        await #expect(throws: SessionProblem.notFound) { _ = try await hall.guest("Bram", for: other) }
        #expect(try await hall.signUps.upcoming().map(\.id) == [id])
    }

    @Test(arguments: TestDatabase.available)
    func `nobody can have letters sent without end`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open()
        for number in 1...SignUps.dailyRequests { _ = try await hall.guest("Gast\(number)", for: id) }
        await #expect(throws: SessionProblem.tooManyRequests) { _ = try await hall.guest("Laat", for: id) }
        hall.visits.move(to: Day("2026-03-04")!)
        _ = try await hall.guest("Morgen", for: id)
    }

    @Test(arguments: TestDatabase.available)
    func `an unknown or ended link opens nothing, and after the day nobody signs up`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(day: "2026-04-16")
        let link = try await hall.guest("Anna", for: id)
        let unknown = LinkToken(bytes: Array(repeating: 7, count: 16))
        await #expect(throws: SessionProblem.doesNotWork) { _ = try await hall.signUps.open(unknown) }
        await #expect(throws: SessionProblem.doesNotWork) { try await hall.answer(.signedUp, unknown) }
        hall.visits.move(to: Day("2026-04-17")!)
        await #expect(throws: SessionProblem.tooLate(.open)) { try await hall.answer(.signedUp, link) }
        #expect(try await hall.signUps.upcoming().isEmpty)
        hall.visits.move(to: Day("2026-06-15")!)
        _ = try await hall.signUps.open(link)
        hall.visits.move(to: Day("2026-06-16")!)
        await #expect(throws: SessionProblem.doesNotWork) { _ = try await hall.signUps.open(link) }
    }

    @Test(arguments: TestDatabase.available)
    func `who has everything erased makes room, and no link knows them any more`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 1)
        let (anna, bram) = (try await hall.guest("Anna", for: id), try await hall.guest("Bram", for: id))
        for link in [anna, bram] { try await hall.answer(.signedUp, link) }
        hall.box.empty()
        try await hall.signUps.erase(with: anna, from: "test", writing: hall.writing)
        #expect(hall.box.lines == ["promoted Bram"])
        await #expect(throws: SessionProblem.doesNotWork) { _ = try await hall.signUps.open(anna) }
        let left = try await hall.visits.database.read { db in
            try db.run("SELECT 1 FROM session_participant WHERE name = 'Anna' OR email LIKE 'anna%'").count
        }
        #expect(left == 0)
        let letters = try await hall.visits.database.read { db in
            try db.run("SELECT 1 FROM mail_message WHERE to_name = 'Anna' OR to_email LIKE 'anna%'").count
        }
        #expect(letters == 0)
    }
}
