import Audit
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct SheetFillingTests {
    @Test(arguments: TestDatabase.available)
    func `a tick that is sent again after a lost reply changes nothing`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        table.clock.move(10)
        let tick = Tick.ID(UUID())
        try await table.tick("PR12", .doing, at: 1, id: tick, on: id)
        try await table.tick("PR12", .doing, isOn: false, at: 2, on: id)
        try await table.tick("PR12", .doing, at: 1, id: tick, on: id)
        #expect(try await table.answers(id).doing == [])
        #expect(try await table.conversations.history(of: id, in: .metaal, as: .interviewer).ticks.count == 2)
        await #expect(throws: ConversationProblem.identifierTaken) {
            try await table.tick("PP14", .doing, at: 1, id: tick, on: id)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the order of arrival does not matter`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        try await table.tick("PR12", .notApplicable, at: -5, on: id)
        try await table.tick("PR12", .doing, at: -9, on: id)
        try await table.tick("PR04", .ambition, isOn: false, at: -1, on: id)
        try await table.tick("PR04", .ambition, at: -2, on: id)
        #expect(try await table.answers(id) == SheetAnswers(notApplicable: ["PR12"]))
        let history = try await table.conversations.history(of: id, in: .metaal, as: .interviewer)
        #expect(try await table.answers(id) == SheetAnswers(history.ticks))
    }

    @Test(arguments: TestDatabase.available)
    func `a batch is kept whole or not at all`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        let forms = ["PR12", "NIET01"].map {
            TickForm(id: ID(UUID()), activity: Activity.ID($0)!, mark: .doing, isOn: true, madeAt: table.clock.now)
        }
        await #expect(throws: ConversationProblem.notOnSheet) {
            try await table.conversations.tick(forms, device: "tablet", on: id, in: .metaal, as: .interviewer)
        }
        #expect(try await table.answers(id) == SheetAnswers())
        let many = Array(repeating: forms[0], count: Conversations.tickLimit + 1)
        await #expect(throws: ConversationProblem.tooManyTicks) {
            try await table.conversations.tick(many, device: "tablet", on: id, in: .metaal, as: .interviewer)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what was ticked before the end and comes in late counts, what is new does not`(kind: TestDatabase)
        async throws
    {
        let table = try await Table(kind)
        let id = try await table.started()
        table.clock.move(600)
        try await table.conversations.finish(id, in: .metaal, as: .interviewer)
        table.clock.move(600)
        try await table.tick("PR12", .doing, at: 599, on: id)
        await #expect(throws: ConversationProblem.closed(.finished)) {
            try await table.tick("PR04", .doing, at: 601, on: id)
        }
        #expect(try await table.answers(id).doing == ["PR12"])
    }

    @Test(arguments: TestDatabase.available)
    func `a form takes back what contradicts it, and says nothing twice`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        func mark(_ mark: Mark, isOn: Bool) async throws {
            table.clock.move(1)
            try await table.conversations.mark(mark, "PR12", isOn: isOn, on: id, in: .metaal, as: .interviewer)
        }
        try await mark(.doing, isOn: true)
        try await mark(.doing, isOn: true)
        try await mark(.notApplicable, isOn: true)
        #expect(try await table.answers(id).marks(of: "PR12") == [.notApplicable])
        try await mark(.notApplicable, isOn: false)
        #expect(try await table.answers(id).marks(of: "PR12") == [])
        let ticks = try await table.conversations.history(of: id, in: .metaal, as: .interviewer).ticks
        #expect(ticks.map(\.mark) == [.doing, .doing, .notApplicable, .notApplicable])
        #expect(ticks.map(\.isOn) == [true, false, true, false])
    }

    @Test(arguments: TestDatabase.available)
    func `a correction asks a reason and keeps the history`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let talks = table.conversations
        let id = try await table.started()
        try await table.tick("PR12", .doing, on: id)
        table.clock.move(600)
        let finished = try await talks.finish(id, in: .metaal, as: .interviewer)
        table.clock.move(600)
        await #expect(throws: InvalidAnswer(issues: [.reasonMissing])) {
            try await talks.correct(id, because: "", in: .metaal, as: .projectLeader)
        }
        let reopened = try await talks.correct(id, because: "verkeerd verstaan", in: .metaal, as: .projectLeader)
        #expect(reopened.state == .correcting)
        #expect(reopened.hasResult)
        try await table.tick("PR12", .doing, isOn: false, at: 1201, on: id, as: .projectLeader)
        table.clock.move(600)
        let again = try await talks.finish(id, in: .metaal, as: .projectLeader)
        #expect(again.finishedAt == finished.finishedAt)
        #expect(try await table.answers(id).doing == [])
        let history = try await talks.history(of: id, in: .metaal, as: .interviewer)
        #expect(history.ticks.map(\.by) == ["Iris Vraagt", "Piet Leider"])
        #expect(history.events.map(\.kind) == [.planned, .started, .finished, .reopened, .finished])
        #expect(history.events[3].reason == "verkeerd verstaan")
    }

    @Test(arguments: TestDatabase.available)
    func `a conversation keeps the sheet that it was started on`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        try await table.tick("PR12", .doing, on: id)
        try await table.tick("PR04", .doing, on: id)
        try await table.conversations.finish(id, in: .metaal, as: .interviewer)
        try await table.programmes.publish(.secondEdition, as: .administrator)
        let record = try await table.conversations.record(id, in: .metaal, as: .interviewer)
        #expect(record.sheet == Programme.sample.sheet)
        table.clock.move(86400 * 90)
        let next = try await table.started(.followUp)
        await #expect(throws: ConversationProblem.notOnSheet) { try await table.tick("PR12", .doing, on: next) }
        try await table.tick("PR99", .ambition, on: next)
        let later = try await table.conversations.record(next, in: .metaal, as: .interviewer)
        let earlier = try #require(
            try await table.conversations.earlier(than: later, in: .metaal, as: .interviewer)
        )
        #expect(earlier.conversation.id == id)
        let comparison = SheetComparison(later, after: earlier)
        #expect(comparison.lines.first { $0.activity.code == "PR99" }?.change == .stopped)
        #expect(comparison.gone.map(\.code) == ["PR04"])
        #expect(try await table.conversations.earlier(than: record, in: .metaal, as: .interviewer) == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `remarks and needs can be changed and taken back`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let talks = table.conversations
        let id = try await table.started()
        for text in ["Met de gieterij", "Met de gieterij", "Met twee gieterijen"] {
            table.clock.move(1)
            try await talks.remark(text, on: "PP14", of: id, in: .metaal, as: .interviewer)
        }
        try await talks.ask(
            for: [SupportNeed(kind: "kennis"), SupportNeed(kind: "coaching", note: "over reviseren")],
            of: id,
            in: .metaal,
            as: .interviewer
        )
        var record = try await talks.record(id, in: .metaal, as: .interviewer)
        #expect(record.remarks == ["PP14": "Met twee gieterijen"])
        #expect(Set(record.needs.map(\.kind)) == ["kennis", "coaching"])
        #expect(record.needs.first { $0.kind == "coaching" }?.note == "over reviseren")
        table.clock.move(1)
        try await talks.remark("", on: "PP14", of: id, in: .metaal, as: .interviewer)
        try await talks.ask(for: [SupportNeed(kind: "kennis")], of: id, in: .metaal, as: .interviewer)
        record = try await talks.record(id, in: .metaal, as: .interviewer)
        #expect(record.remarks.isEmpty)
        #expect(record.needs == [SupportNeed(kind: "kennis")])
        let history = try await talks.history(of: id, in: .metaal, as: .interviewer)
        #expect(history.remarks.map(\.text) == ["Met de gieterij", "Met twee gieterijen", ""])
        #expect(history.needs.count == 3)
        await #expect(throws: ConversationProblem.notOnSheet) {
            try await talks.ask(for: [SupportNeed(kind: "geluk")], of: id, in: .metaal, as: .interviewer)
        }
    }
}

extension Programme {
    /// The sample with a newer sheet: PR12 has another code, PR04 is gone.
    static var secondEdition: Programme {
        var programme = Programme.sample
        programme.sheet.version = 2
        programme.sheet.activities.removeAll { $0.code == "PR04" }
        programme.sheet.activities[0].code = "PR99"
        programme.sheet.successors = [Succession(old: "PR12", new: "PR99"), Succession(old: "PR04", new: nil)]
        return programme
    }
}
