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
        #expect(now.targets.map(\.count) == [.exact(5), .exact(4), .exact(1), .exact(0), .exact(0)])
        #expect(now.targets[1].split.map(\.count) == [.exact(1), .exact(3)])
        #expect(now.targets[1].split.map(\.goal) == [38, 12])
        let march = try await overview("2025-03-31")
        #expect(march.targets.map(\.count) == [.exact(4), .exact(4), .exact(0), .exact(0), .exact(0)])
        #expect(march.quarters.map(\.isBehind).prefix(3) == [true, false, false])
        let before = try await overview("2025-01-14")
        #expect(before.targets.map(\.count) == [.exact(0), .exact(0), .exact(0), .exact(0), .exact(0)])
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
    func `a municipality sees its own area and the programme, and no small numbers`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-15")!)
        for number in 1...4 { _ = try await visits.visit("Eerste \(number) BV") }
        func overview(_ principal: Principal = .municipality) async throws -> Overview {
            try await visits.overviews.overview(of: .metaal, as: principal)
        }
        let few = try await overview()
        #expect(few.hidesSmall)
        #expect(few.ownAreas.map(\.area.name) == ["Waddinxveen"])
        #expect(few.ownAreas.map(\.count) == [.hidden])
        #expect(few.ownAreas.map(\.goal) == [12])
        #expect(few.targets.allSatisfy { $0.split.isEmpty && $0.count != .exact(4) })
        #expect(few.attention.isEmpty)
        _ = try await visits.visit("Vijfde BV")
        #expect(try await overview().ownAreas.map(\.count) == [.exact(5)])
        // One of two areas that is too small hides the other, or their sum would tell.
        let two = Principal(
            account: nil,
            name: "Twee",
            origin: "test",
            grants: [.metaal: [Grant(role: .municipality, areas: ["GM0627", "GM0484"])]]
        )
        #expect(try await overview(two).ownAreas.map(\.count) == [.exact(0), .exact(5)])
        _ = try await visits.visit("Alphense BV", postcode: "2405 AA")
        #expect(try await overview(two).ownAreas.map(\.count) == [.hidden, .hidden])
    }

    @Test(arguments: TestDatabase.available)
    func `a programme manager sees numbers, an outsider and a coach nothing`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2026-01-15")!)
        _ = try await visits.visit("Halve BV", isFinished: false)
        visits.move(to: Day("2026-03-15")!)
        let manager = Principal(
            account: nil,
            name: "Max Manager",
            origin: "test",
            grants: [.metaal: [Grant(role: .programmeManager)]]
        )
        let overview = try await visits.overviews.overview(of: .metaal, as: manager)
        #expect(overview.attention.isEmpty && !overview.hidesSmall)
        #expect(overview.targets[1].split.count == 2)
        for principal in [Principal.coach, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await visits.overviews.overview(of: .metaal, as: principal)
            }
        }
    }
}
