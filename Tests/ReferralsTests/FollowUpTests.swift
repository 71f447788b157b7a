import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import TestSupport
import Testing

@Suite struct FollowUpTests {
    @Test func `a company is asked in the quarter of the plan, or else after four months`() {
        let programme = Programme.sample
        func day(_ text: String) -> String { programme.followUpDay(forConversationOn: Day(text)!).description }
        #expect(day("2024-10-01") == "2025-04-01")
        #expect(day("2024-12-31") == "2025-06-30")
        #expect(day("2025-02-10") == "2025-08-10")
        #expect(day("2026-06-30") == "2026-09-29")
        #expect(day("2026-11-30") == "2027-03-30")
        #expect(day("2023-10-31") == "2024-02-29")
    }

    @Test(arguments: TestDatabase.available)
    func `who is due longest comes first, and what was told counts once`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-20")!)
        let first = try await visits.visit("Eerste BV")
        visits.move(to: Day("2025-05-20")!)
        let second = try await visits.visit("Tweede BV")
        _ = try await visits.visit("Halve BV", isFinished: false)
        visits.move(to: Day("2025-09-01")!)
        let followUps = visits.followUps
        let list = try await followUps.list(in: .metaal, as: .interviewer)
        #expect(list.waiting.map(\.conversation) == [first, second])
        #expect(list.waiting.map(\.dueOn.description) == ["2025-07-20", "2025-11-19"])
        #expect(list.waiting.map { $0.isOverdue(on: Day("2025-09-01")!) } == [true, false])
        #expect(list.waiting[0].responsible == "Iris Vraagt")
        let form = FollowUpForm(told: "2025-08-30", fates: ["PR12": "underway"], note: "Loopt")
        for _ in 1...2 { try await followUps.record(form, for: first, in: .metaal, as: .projectLeader) }
        let after = try await followUps.list(in: .metaal, as: .interviewer)
        #expect(after.waiting.map(\.conversation) == [second])
        #expect(after.done.map(\.conversation) == [first])
        #expect(after.done[0].outcome?.ambitions == .underway)
        #expect(after.withoutFinal.isEmpty)
        #expect(after.done[0].outcome?.name == "Piet Leider")
    }

    @Test(arguments: TestDatabase.available)
    func `another day and another person can be agreed`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let followUps = visits.followUps
        let form = FollowUpPlanForm(dueOn: "2026-05-01", responsible: "Piet Leider")
        try await followUps.plan(form, for: id, in: .metaal, as: .interviewer)
        let followUp = try await followUps.find(id, in: .metaal, as: .interviewer)
        #expect(followUp.dueOn == Day("2026-05-01"))
        #expect(followUp.responsible == "Piet Leider")
        let sheet = try await visits.ownSheets.compose(for: id, in: .metaal, as: .interviewer)
        #expect(sheet.followUpOn == Day("2026-05-01"))
    }

    @Test(arguments: TestDatabase.available)
    func `who may not, gets nothing, and what is not there is not found`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let followUps = visits.followUps
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) { _ = try await followUps.list(in: .metaal, as: principal) }
            await #expect(throws: AccessProblem.self) {
                try await followUps.record(FollowUpForm(), for: id, in: .metaal, as: principal)
            }
        }
        await #expect(throws: FollowUpProblem.notFound) {
            _ = try await followUps.find(Conversation.ID(UUID()), in: .metaal, as: .interviewer)
        }
    }
}

extension FollowUpForm {
    /// A call in which these plans were spoken about, and nothing else changed.
    init(told day: String, fates: [String: String], doing: Set<String> = ["PP02"], note: String = "") {
        self.init()
        id = "00000000-0000-7000-a000-000000000003"
        measurementID = "00000000-0000-7000-a000-000000000004"
        contactedOn = day
        measurement = "follow-up"
        self.fates = fates
        self.doing = doing
        self.note = note
    }
}
