import Fieldwork
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct PlaceQueueTests {
    @Test(arguments: TestDatabase.available)
    func `who said yes first has the place; when it comes free, the next moves up by itself`(
        kind: TestDatabase
    ) async throws {
        var programme = Programme.sample
        programme.initiatives[0].capacity = 1
        let visits = try await Visits(on: kind, programme: programme)
        var referrals: [Referral.ID] = []
        for (name, day) in [("Eerste BV", "2026-03-02"), ("Tweede BV", "2026-03-03"), ("Derde BV", "2026-03-04")] {
            visits.move(to: Day(day)!)
            referrals.append(try await visits.agreed("VTM", for: try await visits.visit(name)))
        }
        func queue() async throws -> PlaceQueue {
            try #require(try await visits.referrals.queues(in: .metaal, as: .interviewer).first)
        }
        #expect(try await queue().placed.map(\.companyName) == ["Eerste BV"])
        #expect(try await queue().waiting.map(\.companyName) == ["Tweede BV", "Derde BV"])
        #expect(try await queue().number(of: referrals[2]) == 2)
        #expect(try await queue().number(of: referrals[0]) == nil)
        #expect(try await visits.shared.queues(in: .metaal, as: .coach).map(\.initiative) == ["VTM"])
        let stop = ReferralStepForm(step: "stopped", note: "Te druk")
        try await visits.referrals.record(stop, about: referrals[0], in: .metaal, as: .interviewer)
        #expect(try await queue().placed.map(\.companyName) == ["Tweede BV"])
        #expect(try await queue().number(of: referrals[2]) == 1)
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await visits.referrals.queues(in: .metaal, as: principal)
            }
        }
        for principal in [Principal.municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await visits.shared.queues(in: .metaal, as: principal)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `each need is counted over the whole programme, with how many found somebody`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let helped = try await visits.visit("Eerste BV", needs: ["coaching", "kennis"])
        _ = try await visits.visit("Tweede BV", needs: ["coaching"])
        _ = try await visits.visit("Halve BV", needs: ["coaching"], isFinished: false)
        _ = try await visits.agreed("VTM", for: helped)
        let outcomes = try await visits.referrals.needOutcomes(in: .metaal, as: .interviewer)
        #expect(
            outcomes == [
                NeedOutcome(kind: "kennis", asked: 1, referred: 1),
                NeedOutcome(kind: "coaching", asked: 2, referred: 1),
            ]
        )
        await #expect(throws: AccessProblem.self) {
            _ = try await visits.referrals.needOutcomes(in: .metaal, as: .municipality)
        }
    }
}
