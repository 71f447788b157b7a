import Fieldwork
import Foundation
import Gatherings
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct AttendanceTests {
    private func give(_ mark: Int, takeaway: String = "", _ hall: Hall, _ link: LinkToken) async throws {
        var form = FeedbackForm()
        form.usefulness = "\(mark)"
        form.takeaway = takeaway
        try await hall.signUps.give(form, with: link)
    }

    @Test(arguments: TestDatabase.available)
    func `only who was there is asked how it was, and once`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 5)
        for name in ["Anna", "Bram", "Cees"] {
            try await hall.answer(.signedUp, try await hall.guest(name, for: id))
        }
        func ask() async throws -> Int {
            try await hall.sessions.askFeedback(on: id, in: .metaal, as: .projectLeader, writing: hall.writing)
        }
        await #expect(throws: SessionProblem.tooLate(.open)) { _ = try await ask() }
        await #expect(throws: SessionProblem.tooLate(.open)) {
            try await hall.sessions.recordAttendance([], of: id, in: .metaal, as: .projectLeader)
        }
        await #expect(throws: InvalidSession(issues: [.notOver])) {
            try await hall.sessions.conclude(id, results: "Te vroeg", in: .metaal, as: .projectLeader)
        }
        hall.visits.move(to: Day("2026-04-16")!)
        try await hall.conclude(id, present: ["Anna", "Cees"])
        var walkIn = ParticipantForm()
        walkIn.id = "00000000-0000-7000-a000-0000000000aa"
        walkIn.name = "Dirk"
        for _ in 1...2 { try await hall.sessions.addAtDoor(walkIn, to: id, in: .metaal, as: .projectLeader) }
        #expect(try await hall.board(id).present.map(\.name).sorted() == ["Anna", "Cees", "Dirk"])
        hall.box.empty()
        #expect(try await ask() == 2)
        #expect(hall.box.lines == ["feedback Anna", "feedback Cees"])
        #expect(try await ask() == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `feedback is kept without a name, counts once, and shows from three on`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 5)
        var links: [String: LinkToken] = [:]
        for name in ["Anna", "Bram", "Cees", "Dirk"] {
            links[name] = try await hall.guest(name, for: id)
            try await hall.answer(.signedUp, links[name]!)
        }
        hall.visits.move(to: Day("2026-04-16")!)
        await #expect(throws: SessionProblem.notPresent) { try await give(5, hall, links["Anna"]!) }
        try await hall.conclude(id, present: ["Anna", "Bram", "Cees"])
        await #expect(throws: InvalidSession(issues: [.usefulnessMissing])) {
            try await hall.signUps.give(FeedbackForm(), with: links["Anna"]!)
        }
        for _ in 1...2 { try await give(5, takeaway: "Spanen scheiden", hall, links["Anna"]!) }
        try await give(4, hall, links["Bram"]!)
        func summary() async throws -> FeedbackSummary {
            try await hall.sessions.feedback(on: id, in: .metaal, as: .projectLeader)
        }
        #expect(try await summary().count == 2)
        #expect(try await summary().marks == nil)
        #expect(try await summary().takeaways.isEmpty)
        await #expect(throws: SessionProblem.notPresent) { try await give(1, hall, links["Dirk"]!) }
        try await give(3, hall, links["Cees"]!)
        #expect(try await summary().marks == [0, 0, 1, 1, 1])
        #expect(try await summary().average == 4)
        #expect(try await summary().takeaways == ["Spanen scheiden"])
        #expect(try await hall.board(id).participants.filter(\.gaveFeedback).count == 3)
        await #expect(throws: SQLError.self) {
            try await hall.visits.database.read { db in _ = try db.run("SELECT participant_id FROM session_feedback") }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `half a year after a session nobody knows who came, but still how many`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 5)
        let link = try await hall.guest("Anna", for: id)
        try await hall.answer(.signedUp, link)
        hall.visits.move(to: Day("2026-04-16")!)
        try await hall.conclude(id, present: ["Anna"])
        hall.visits.move(to: Day("2026-10-16")!)
        try await hall.sessions.forgetOld()
        #expect(try await hall.board(id).participants.map(\.name) == ["Anna"])
        hall.visits.move(to: Day("2026-10-17")!)
        for _ in 1...2 { try await hall.sessions.forgetOld() }
        let board = try await hall.board(id)
        #expect(board.participants.map(\.name) == [""])
        #expect(board.participants.map(\.email) == [nil])
        #expect(board.present.count == 1)
        let letters = try await hall.visits.database.read { db in
            try db.run("SELECT 1 FROM mail_message WHERE to_name <> '' OR to_email <> ''").count
        }
        #expect(letters == 0)
        // Saving the list once more does not make who was erased absent.
        try await hall.sessions.recordAttendance([], of: id, in: .metaal, as: .projectLeader)
        #expect(try await hall.board(id).present.count == 1)
    }
}
