import Audit
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct ConversationsTests {
    @Test(arguments: TestDatabase.available)
    func `from plan to finish, each step leaves one event and one line in the trail`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let talks = table.conversations
        let id = try await table.planned()
        #expect(try await talks.find(id, in: .metaal, as: .interviewer).state == .planned)
        #expect(try await talks.start(id, in: .metaal, as: .interviewer).sheetVersion == 1)
        #expect(try await talks.pause(id, in: .metaal, as: .interviewer).state == .paused)
        #expect(try await talks.resume(id, in: .metaal, as: .interviewer).state == .underway)
        let finished = try await talks.finish(id, in: .metaal, as: .interviewer)
        #expect(finished.state == .finished)
        #expect(finished.heldOn == Day("2026-03-02"))
        #expect(finished.finishedAt == table.clock.now)
        #expect(try await talks.find(id, in: .metaal, as: .interviewer) == finished)
        let history = try await talks.history(of: id, in: .metaal, as: .interviewer)
        #expect(history.events.map(\.kind) == [.planned, .started, .paused, .resumed, .finished])
        #expect(history.events.map(\.number) == [1, 2, 3, 4, 5])
        #expect(try await table.auditActions().count == 5)
    }

    @Test(arguments: TestDatabase.available)
    func `the same thing twice happens once`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let talks = table.conversations
        let id = try await table.planned()
        let plan = try await talks.find(id, in: .metaal, as: .interviewer).plan
        try await talks.add(id, with: table.company, plan, .start, in: .metaal, as: .interviewer)
        try await talks.start(id, in: .metaal, as: .interviewer)
        try await talks.start(id, in: .metaal, as: .interviewer)
        try await talks.finish(id, in: .metaal, as: .interviewer)
        try await talks.finish(id, in: .metaal, as: .interviewer)
        let history = try await talks.history(of: id, in: .metaal, as: .interviewer)
        #expect(history.events.map(\.kind) == [.planned, .started, .finished])
        #expect(try await table.auditActions().count == 3)
    }

    @Test(arguments: TestDatabase.available)
    func `a company has one open conversation at a time`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let first = try await table.planned()
        await #expect(throws: ConversationProblem.alreadyOpen(first)) { try await table.planned(.followUp) }
        try await table.conversations.cancel(first, because: "ziek", in: .metaal, as: .interviewer)
        let second = try await table.planned()
        // The cancelled one cannot come back beside it.
        let form = ConversationPlanForm(day: "2026-04-01", interviewer: "\(Principal.interviewer.account!)")
        await #expect(throws: ConversationProblem.alreadyOpen(second)) {
            try await table.conversations.replan(
                first,
                form,
                people: [Interviewer(.interviewer)],
                in: .metaal,
                as: .interviewer
            )
        }
    }

    @Test func `what can happen in which state is exactly this`() {
        let possible: [ConversationEvent.Kind: Set<Conversation.State>] = [
            .planned: [.planned, .cancelled], .started: [.planned], .paused: [.underway], .resumed: [.paused],
            .finished: [.underway, .paused, .correcting], .reopened: [.finished],
            .cancelled: [.planned, .underway, .paused],
        ]
        for kind in ConversationEvent.Kind.allCases {
            for state in Conversation.State.allCases {
                #expect(kind.isPossible(in: state) == possible[kind]?.contains(state))
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what cannot happen leaves no trace`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.planned()
        await #expect(throws: ConversationProblem.notPossible(.finished, in: .planned)) {
            try await table.conversations.finish(id, in: .metaal, as: .interviewer)
        }
        await #expect(throws: ConversationProblem.closed(.planned)) { try await table.tick("PR12", .doing, on: id) }
        await #expect(throws: InvalidAnswer(issues: [.reasonMissing])) {
            try await table.conversations.cancel(id, because: " ", in: .metaal, as: .interviewer)
        }
        await #expect(throws: InvalidAnswer(issues: [.dayInFuture])) {
            try await table.conversations.start(id, heldOn: Day("2026-03-03"), in: .metaal, as: .interviewer)
        }
        #expect(try await table.auditActions() == ["conversation.planned"])
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong with a plan is reported at once`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let form = ConversationPlanForm(day: "2026-02-30", time: "25:00", measurement: "ooit", interviewer: "niemand")
        await #expect(
            throws: InvalidConversationPlan(
                issues: [.dayUnreadable, .timeUnreadable, .measurementMissing, .interviewerMissing]
            )
        ) {
            try await table.conversations.plan(
                ID(UUID()),
                with: table.company,
                form,
                people: [],
                in: .metaal,
                as: .interviewer
            )
        }
        #expect(try await table.auditActions().isEmpty)
    }

    @Test(arguments: TestDatabase.available)
    func `the list has what is due first, and filters`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let talks = table.conversations
        let done = try await table.started()
        try await talks.finish(done, in: .metaal, as: .interviewer)
        table.clock.move(86400 * 40)
        let due = try await table.planned(.followUp, on: Day("2026-04-02")!)
        func ids(_ filter: ConversationFilter) async throws -> [Conversation.ID] {
            let list = try await talks.list(filter, in: .metaal, as: .interviewer)
            #expect(list.total == list.lines.count)
            return list.lines.map(\.conversation.id)
        }
        #expect(try await ids(ConversationFilter()) == [due, done])
        #expect(try await ids(ConversationFilter(states: [.finished])) == [done])
        #expect(try await ids(ConversationFilter(quarter: Quarter("2026-Q2"))) == [due])
        #expect(try await ids(ConversationFilter(interviewer: Principal.interviewer.account)) == [due, done])
        #expect(try await ids(ConversationFilter(interviewer: Principal.coach.account)) == [])
        #expect(try await ids(ConversationFilter(municipality: "GM0627")) == [due, done])
        #expect(try await ids(ConversationFilter(municipality: "GM0484")) == [])
        let list = try await talks.list(ConversationFilter(limit: 1, offset: 1), in: .metaal, as: .interviewer)
        #expect(list.lines.map(\.conversation.id) == [done])
        #expect(list.total == 2)
        #expect(list.lines[0].companyName == "Vonk Constructie BV")
        #expect(list.interviewers == [Interviewer(.interviewer)])
    }

    @Test(arguments: TestDatabase.available)
    func `another programme and another role see and change nothing`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let talks = table.conversations
        let id = try await table.started()
        for stranger in [Principal.outsider, .coach, .municipality] {
            await #expect(throws: AccessProblem.self) {
                try await talks.list(ConversationFilter(), in: .metaal, as: stranger)
            }
            await #expect(throws: AccessProblem.self) { try await talks.find(id, in: .metaal, as: stranger) }
            await #expect(throws: AccessProblem.self) { try await talks.record(id, in: .metaal, as: stranger) }
            await #expect(throws: AccessProblem.self) { try await talks.history(of: id, in: .metaal, as: stranger) }
            await #expect(throws: AccessProblem.self) { try await talks.finish(id, in: .metaal, as: stranger) }
            await #expect(throws: AccessProblem.self) { try await table.tick("PR12", .doing, on: id, as: stranger) }
            await #expect(throws: AccessProblem.self) {
                try await talks.mark(.doing, "PR12", isOn: true, on: id, in: .metaal, as: stranger)
            }
        }
        // With every right in a programme of their own, it is not there.
        await #expect(throws: ConversationProblem.notFound) { try await talks.find(id, in: .elders, as: .outsider) }
        await #expect(throws: ConversationProblem.notFound) {
            try await talks.finish(id, in: .elders, as: .outsider)
        }
        #expect(try await talks.list(ConversationFilter(), in: .elders, as: .outsider).total == 0)
    }
}
