import Accountability
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct EvaluationTests {
    @Test(arguments: TestDatabase.available)
    func `what was concluded is recorded once, with what changed because of it`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let evaluations = Evaluations(database: visits.database, world: visits.world, programmes: visits.programmes)
        await #expect(
            throws: InvalidAccount(
                issues: [.missing(.title), .dayInFuture, .missing(.present), .missing(.conclusions)]
            )
        ) {
            var form = EvaluationForm()
            form.heldOn = "2026-03-03"
            try await evaluations.record(form, in: .metaal, as: .projectLeader)
        }
        var form = EvaluationForm()
        form.id = "00000000-0000-7000-a000-000000000001"
        form.title = "Fase 1"
        form.phase = "start"
        form.heldOn = "2026-03-02"
        form.present = "Dealgemeenten"
        form.conclusions = "Het contact komt te laat"
        for _ in 1...2 { try await evaluations.record(form, in: .metaal, as: .projectLeader) }
        let id = try #require(Evaluation.ID(form.id))
        let change = IndicatorNoteForm(id: "00000000-0000-7000-a000-000000000002", words: "Bellen binnen twee weken")
        for _ in 1...2 { try await evaluations.change(change, after: id, in: .metaal, as: .projectLeader) }
        await #expect(throws: AccountProblem.notFound) {
            try await evaluations.change(change, after: Evaluation.ID(UUID()), in: .metaal, as: .projectLeader)
        }
        let seen = try await evaluations.list(in: .metaal, as: .municipality)
        #expect(seen.map(\.title) == ["Fase 1"])
        #expect(seen[0].phase == "start")
        #expect(seen[0].changes.map(\.words) == ["Bellen binnen twee weken"])
        for principal in [Principal.municipality, .interviewer, .coach, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await evaluations.record(form, in: .metaal, as: principal)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `members join, leave and are erased; partners do not see who they are`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let evaluations = Evaluations(database: visits.database, world: visits.world, programmes: visits.programmes)
        var form = BoardMemberForm()
        await #expect(
            throws: InvalidAccount(issues: [.missing(.name), .missing(.organisation), .dayUnreadable])
        ) { try await evaluations.add(form, in: .metaal, as: .projectLeader) }
        form.id = "00000000-0000-7000-a000-000000000001"
        form.name = "Wil Werkplaats"
        form.organisation = "Vonk BV"
        form.since = "2026-01-01"
        for _ in 1...2 { try await evaluations.add(form, in: .metaal, as: .projectLeader) }
        let id = try #require(BoardMember.ID(form.id))
        try await evaluations.end(id, in: .metaal, as: .projectLeader)
        let members = try await evaluations.members(in: .metaal, as: .interviewer)
        #expect(members.map(\.until) == [Day("2026-03-02")])
        #expect(members[0].isMember(on: Day("2026-03-02")!))
        #expect(!members[0].isMember(on: Day("2026-03-03")!))
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await evaluations.members(in: .metaal, as: principal)
            }
        }
        for _ in 1...2 { try await evaluations.erase(id, in: .metaal, as: .projectLeader) }
        #expect(try await evaluations.members(in: .metaal, as: .interviewer).isEmpty)
    }
}
