import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct PaperAnswerTests {
    @Test func `each answer on paper is a set of marks, and the other way round`() {
        for answer in PaperAnswer.allCases { #expect(PaperAnswer(answer.marks) == answer) }
        #expect(PaperAnswer([.doing, .ambition]) == .both)
    }

    @Test(arguments: TestDatabase.available)
    func `what is typed from paper stands, and what it contradicts is taken back`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        try await table.tick("PR12", .doing, on: id)
        try await table.tick("PR04", .doing, on: id)
        table.clock.move(60)
        try await table.conversations.copy(
            ["PR12": .notApplicable, "PP14": .both, "EN05": .none],
            to: id,
            in: .metaal,
            as: .interviewer
        )
        #expect(
            try await table.answers(id)
                == SheetAnswers(doing: ["PR04", "PP14"], ambition: ["PP14"], notApplicable: ["PR12"])
        )
        let ticks = try await table.conversations.history(of: id, in: .metaal, as: .interviewer).ticks
        #expect(ticks.count { $0.device == "paper" } == 4)
    }

    @Test(arguments: TestDatabase.available)
    func `typing the same once more says nothing new`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        let paper: [Activity.ID: PaperAnswer] = ["PR12": .doing, "PP14": .ambition]
        for _ in 1...2 { try await table.conversations.copy(paper, to: id, in: .metaal, as: .interviewer) }
        #expect(try await table.conversations.history(of: id, in: .metaal, as: .interviewer).ticks.count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `a line that is not on the sheet, a closed sheet or somebody without the right changes nothing`(
        kind: TestDatabase
    ) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        await #expect(throws: ConversationProblem.notOnSheet) {
            try await table.conversations.copy(
                ["PR12": .doing, "ZZ99": .doing],
                to: id,
                in: .metaal,
                as: .interviewer
            )
        }
        await #expect(throws: AccessProblem.self) {
            try await table.conversations.copy(["PR12": .doing], to: id, in: .metaal, as: .coach)
        }
        #expect(try await table.answers(id) == SheetAnswers())
        try await table.conversations.finish(id, in: .metaal, as: .interviewer)
        table.clock.move(60)
        await #expect(throws: ConversationProblem.closed(.finished)) {
            try await table.conversations.copy(["PR12": .doing], to: id, in: .metaal, as: .interviewer)
        }
    }
}
