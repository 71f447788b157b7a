import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import TestSupport
import Testing

@Suite struct OverviewTests {
    @Test(arguments: TestDatabase.available)
    func `what was done stands beside what was promised, as of any day`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-15")!)
        for number in 1...3 { _ = try await visits.visit("Eerste \(number) BV") }
        let alphen = try await visits.visit("Alphense BV", postcode: "2405 AA")
        visits.move(to: Day("2025-05-10")!)
        _ = try await visits.visit("Haagse BV", postcode: "2500 AA")
        let referral = try await visits.agreed(for: alphen)
        visits.move(to: Day("2025-07-01")!)
        let stop = ReferralStepForm(step: "stopped", note: "Ziet er van af")
        try await visits.referrals.record(stop, about: referral, in: .metaal, as: .interviewer)
        func overview(_ day: String?) async throws -> Overview {
            try await visits.overviews
                .overview(of: .metaal, asOf: day.flatMap(Day.init), as: .projectLeader)
        }
        let now = try await overview(nil)
        #expect(now.asOf == Day("2025-07-01"))
        #expect(now.quarters.map(\.held) == [0, 4, 1, 0, 0, 0, 0, 0, 0])
        #expect(now.quarters.map(\.planned) == [10, 30, 30, 30, 30, 20, 20, 20, 10])
        #expect(now.quarters.map(\.plannedSoFar).last == 200)
        #expect(now.quarters.map(\.isBehind).prefix(4) == [true, true, true, false])
        #expect(now.targets.map(\.target.code) == ["gesprekken", "deal", "vtm", "overig", "sessies"])
        // A referral that stopped after the company said yes, was made.
        #expect(now.targets.map(\.count) == [5, 4, 1, 0, 0])
        #expect(now.targets[1].split.map(\.count) == [1, 3])
        #expect(now.targets[1].split.map(\.goal) == [38, 12])
        let march = try await overview("2025-03-31")
        #expect(march.targets.map(\.count) == [4, 4, 0, 0, 0])
        #expect(march.quarters.map(\.isBehind).prefix(3) == [true, false, false])
        let before = try await overview("2025-01-14")
        #expect(before.targets.map(\.count) == [0, 0, 0, 0, 0])
        let future = try await overview("2030-01-01")
        #expect(future.asOf == Day("2025-07-01"))
    }

    @Test(arguments: TestDatabase.available)
    func `what needs attention is named, once it does`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2026-01-02")!)
        let conversation = try await visits.visit("Eerste BV")
        let half = try await visits.visit("Halve BV", isFinished: false)
        let referral = try await visits.agreed(for: conversation)
        try await visits.handOver(referral)
        func attention(_ day: String) async throws -> [Attention] {
            visits.move(to: Day(day)!)
            let overview = try await visits.overviews.overview(of: .metaal, as: .projectLeader)
            return overview.attention.filter { if case .behind = $0 { false } else { true } }
        }
        let expired = Attention.expired("MSI", on: Day("2025-12-31")!)
        let since = Day("2026-01-02")!
        #expect(try await attention("2026-01-09") == [expired])
        #expect(
            try await attention("2026-01-10") == [.unfinished(half, companyName: "Halve BV", since: since), expired]
        )
        #expect(
            try await attention("2026-01-17").first
                == .unanswered(referral, companyName: "Eerste BV", initiative: "VTM", since: since)
        )
        #expect(
            try await attention("2026-11-02").prefix(1) == [.overdueFollowUps(count: 1, oldest: Day("2026-07-02")!)]
        )
        #expect(try await attention("2026-11-02").contains(.expiring("VTM", on: Day("2026-12-31")!)))
        #expect(try await !attention("2026-11-01").contains(.expiring("VTM", on: Day("2026-12-31")!)))
    }

    @Test(arguments: TestDatabase.available)
    func `a municipality sees no counts of companies here, only how many sessions there were`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-15")!)
        for number in 1...6 { _ = try await visits.visit("Bedrijf \(number) BV") }
        let overview = try await visits.overviews.overview(of: .metaal, as: .municipality)
        #expect(overview.isWithoutCompanies)
        #expect(overview.targets.map(\.target.counted) == [.sessions])
        #expect(overview.quarters.isEmpty && overview.attention.isEmpty && overview.followUps == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `a programme manager sees numbers, an outsider and a coach nothing`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2026-01-15")!)
        _ = try await visits.visit("Halve BV", isFinished: false)
        visits.move(to: Day("2026-03-15")!)
        let overview = try await visits.overviews.overview(of: .metaal, as: .programmeManager)
        #expect(overview.attention.isEmpty && !overview.isWithoutCompanies)
        #expect(overview.targets[1].split.count == 2)
        for principal in [Principal.coach, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await visits.overviews.overview(of: .metaal, as: principal)
            }
        }
    }
}
