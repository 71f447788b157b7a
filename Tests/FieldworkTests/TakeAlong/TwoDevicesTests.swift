import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Fieldwork

/// Two devices on one conversation: who has the last word, and what becomes of the words of the other.
@Suite struct TwoDevicesTests {
    @Test(arguments: TestDatabase.available)
    func `of two devices the newest tick wins, and the other is told and stays in the history`(kind: TestDatabase)
        async throws
    {
        let road = try await Road(kind)
        let talk = try await road.table.started()
        road.table.clock.move(600)
        let late = road.ticks(talk, [road.tick("PR12", .doing, at: -300)])
        try await road.send([road.ticks(talk, [road.tick("PR12", .notApplicable, at: -60)])], from: "telefoon")
        let outcome = try await road.send([late])[0]
        #expect(outcome.note == .overruled(["PR12": [.notApplicable]]))
        #expect(try await road.everything(talk).answers == SheetAnswers(notApplicable: ["PR12"]))
        #expect(try await road.history(talk).ticks.map(\.device) == ["tablet", "telefoon"])
        // Who has the last word, or says the same, is told nothing.
        let newest = road.ticks(talk, [road.tick("PR12", .notApplicable, isOn: false, at: -1)])
        #expect(try await road.send([newest])[0].note == nil)
        #expect(try await road.everything(talk).answers == SheetAnswers(doing: ["PR12"]))
    }

    @Test(arguments: TestDatabase.available, [86_400.0, -86_400, 3_600, -200])
    func `a clock that is wrong does not decide who wins`(kind: TestDatabase, wrong: Double) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.started()
        road.table.clock.move(3_600)
        // First the device with the wrong clock, ten minutes later one that is right; and the same the other way round.
        let first = road.ticks(
            talk,
            [road.tick("PR12", .doing, at: -1_200 + wrong), road.tick("PR04", .ambition, at: -60 + wrong)]
        )
        let second = road.ticks(
            talk,
            [road.tick("PR12", .notApplicable, at: -600), road.tick("PR04", .notApplicable, at: -600)]
        )
        try await road.send([first], from: "verkeerd", clock: wrong)
        try await road.send([second], from: "goed")
        #expect(try await road.everything(talk).answers == SheetAnswers(ambition: ["PR04"], notApplicable: ["PR12"]))
    }

    @Test(arguments: TestDatabase.available)
    func `a clock that was put back before sending wins for no longer than until it was received`(kind: TestDatabase)
        async throws
    {
        let road = try await Road(kind)
        let talk = try await road.table.started()
        // It claims tomorrow, and sends with a clock that seems right: nobody can know. It counts as made now.
        try await road.send([road.ticks(talk, [road.tick("PR12", .doing, at: 86_400)])], from: "verkeerd")
        road.table.clock.move(1)
        try await road.send([road.ticks(talk, [road.tick("PR12", .notApplicable, at: 0)])], from: "goed")
        #expect(try await road.everything(talk).answers == SheetAnswers(notApplicable: ["PR12"]))
    }

    @Test(arguments: TestDatabase.available)
    func `a slow network is no wrong clock`(kind: TestDatabase) async throws {
        #expect(TakeAlong.correction(sentAt: Table.start, receivedAt: Table.start.addingTimeInterval(90)) == 0)
        #expect(TakeAlong.correction(sentAt: Table.start, receivedAt: Table.start.addingTimeInterval(3_609)) == 3_600)
        #expect(
            TakeAlong.correction(sentAt: Table.start.addingTimeInterval(86_400), receivedAt: Table.start) == -86_400
        )
    }

    @Test(arguments: TestDatabase.available)
    func `of two remarks neither is lost`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.started()
        func remark(_ text: String, _ seen: String) -> FieldItem {
            FieldItem(id: ID(UUID()), action: .remark(talk, "PR12", text, basedOn: seen))
        }
        try await road.send([remark("Lakt niet meer", "")])
        let second = remark("Alleen de hekken", "")
        let outcome = try await road.send([second], from: "telefoon")[0]
        #expect(outcome.note == .bothRemarks("Lakt niet meer\nAlleen de hekken"))
        #expect(try await road.everything(talk).remarks["PR12"] == "Lakt niet meer\nAlleen de hekken")
        #expect(try await road.send([second], from: "telefoon")[0].note == nil)
        // Who saw both may write what they like; who saw neither cannot take them back.
        try await road.send([remark("", "iets anders")])
        try await road.send([remark("iets anders", "iets anders")])
        #expect(try await road.everything(talk).remarks["PR12"] == "Lakt niet meer\nAlleen de hekken")
        try await road.send([remark("Alleen hekken", "Lakt niet meer\r\nAlleen de hekken")])
        #expect(try await road.everything(talk).remarks["PR12"] == "Alleen hekken")
        let texts = try await road.history(talk).remarks.map(\.text)
        #expect(texts == ["Lakt niet meer", "Lakt niet meer\nAlleen de hekken", "Alleen hekken"])
    }
}

extension Road {
    func ticks(_ talk: Conversation.ID, _ forms: [TickForm]) -> FieldItem {
        FieldItem(id: ID(UUID()), action: .ticks(talk, forms))
    }
}
