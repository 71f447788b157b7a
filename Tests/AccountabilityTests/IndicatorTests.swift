import Accountability
import Fieldwork
import Foundation
import Gatherings
import Kernel
import Mail
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct IndicatorTests {
    private func indicators(_ visits: Visits) -> Indicators {
        Indicators(database: visits.database, world: visits.world, programmes: visits.programmes)
    }

    private func state(_ code: String, _ visits: Visits, on day: String? = nil) async throws -> IndicatorState {
        let report = try await indicators(visits).report(of: .metaal, asOf: day.flatMap(Day.init), as: .projectLeader)
        return try #require(report.states.first { $0.indicator.code == code })
    }

    @Test(arguments: TestDatabase.available)
    func `conversations stand beside the plan of the day, and where they lead at this pace`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-15")!)
        for number in 1...4 { _ = try await visits.visit("Bedrijf \(number) BV") }
        _ = try await visits.visit("Alphense BV", postcode: "2405 AA")
        visits.move(to: Day("2025-03-31")!)
        let talks = try await state("doel-gesprekken", visits)
        #expect(talks.actual == 5)
        #expect(talks.goal == 200)
        // Both quarters that are over: 10 and 30.
        #expect(talks.plan == 40)
        #expect(talks.standing == .attention)
        // Five in 182 days, and 640 days to go.
        #expect(abs((talks.forecast ?? 0) - (5 + 5.0 / 182 * 640)) < 0.001)
        #expect(try await state("gebied-deal-GM0484", visits).actual == 1)
        #expect(try await state("gebied-deal-GM0627", visits).actual == 4)
        // A quarter of the plan of 50 in proportion to the 40 of 200.
        #expect(try await state("doel-deal", visits).plan == 10)
        #expect(try await state("doel-gesprekken", visits, on: "2025-01-14").actual == 0)
        // The first half of the quarter, day by day: 15 of 90 days.
        #expect(try await state("doel-gesprekken", visits, on: "2025-01-15").plan == 10 + 30.0 * 15 / 90)
    }

    @Test(arguments: TestDatabase.available)
    func `what a report says is what the overview says, on every day`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-15")!)
        let first = try await visits.visit("Eerste BV")
        visits.move(to: Day("2025-02-10")!)
        _ = try await visits.agreed("VTM", for: first)
        let second = try await visits.visit("Tweede BV", postcode: "2405 AA")
        visits.move(to: Day("2025-03-10")!)
        _ = try await visits.agreed("HHS", for: second)
        for day in ["2025-01-14", "2025-01-15", "2025-02-10", "2025-03-09", "2025-03-10"] {
            let overview = try await visits.overviews.overview(of: .metaal, asOf: Day(day), as: .projectLeader)
            for target in overview.targets {
                let state = try await state("doel-\(target.target.code)", visits, on: day)
                #expect(target.count == Int(state.actual ?? -1), "\(target.target.code) \(day)")
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `days to first contact, help and change are counted from what happened`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let none = try await state("eerste-contact", visits)
        #expect(none.actual == nil)
        #expect(none.standing == .open)
        var referrals: [Referral.ID] = []
        var talks: [Conversation.ID] = []
        for number in 1...2 {
            talks.append(try await visits.visit("Bedrijf \(number) BV"))
            referrals.append(try await visits.agreed("VTM", for: talks[number - 1]))
        }
        for (referral, day) in zip(referrals, ["2026-03-12", "2026-04-01"]) {
            visits.move(to: Day(day)!)
            let step = ReferralStepForm(step: "first-contact", happenedOn: day)
            try await visits.referrals.record(step, about: referral, in: .metaal, as: .interviewer)
        }
        #expect(try await state("eerste-contact", visits).actual == 20)
        #expect(try await state("eerste-contact", visits, on: "2026-03-31").actual == 10)
        visits.move(to: Day("2026-07-01")!)
        for (index, help) in ["yes", "no"].enumerated() {
            var form = FollowUpForm()
            form.contactedOn = "2026-07-01"
            form.measurement = "follow-up"
            form.fates = ["PR12": index == 0 ? "realised" : "dropped"]
            form.doing = index == 0 ? ["PP02", "PP14"] : []
            form.referrals["\(referrals[index])"] = .init(link: "yes", help: help, misfit: "too-late")
            form.additionality = "no"
            try await visits.followUps.record(form, for: talks[index], in: .metaal, as: .interviewer)
        }
        let helped = try await state("hielp", visits)
        #expect(helped.actual == 0.5)
        #expect(helped.basis == 2)
        // From one to three, and from one to none.
        #expect(try await state("verandering", visits).actual == 0.5)
        #expect(try await state("verandering", visits, on: "2026-06-30").actual == nil)
        #expect(try await state("terugkoppelingen", visits).actual == 2)
        #expect(try await state("terugkoppelingen", visits).goal == 190)
    }

    @Test(arguments: TestDatabase.available)
    func `a note says why, on its day, once; only who accounts writes it`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let indicators = indicators(visits)
        let form = IndicatorNoteForm(id: "00000000-0000-7000-a000-000000000001", words: "De zomer was stil")
        for _ in 1...2 { try await indicators.explain("doel-gesprekken", form, in: .metaal, as: .projectLeader) }
        await #expect(throws: AccountProblem.notFound) {
            try await indicators.explain("doel-niets", form, in: .metaal, as: .projectLeader)
        }
        await #expect(throws: InvalidAccount(issues: [.missing(.words)])) {
            try await indicators.explain("hielp", IndicatorNoteForm(words: " "), in: .metaal, as: .projectLeader)
        }
        let report = try await indicators.report(of: .metaal, as: .interviewer)
        #expect(report.notes.map(\.words) == ["De zomer was stil"])
        let before = try await indicators.report(of: .metaal, asOf: Day("2026-03-01"), as: .interviewer)
        #expect(before.notes.isEmpty)
        #expect(before.dates.map(\.description).suffix(2) == ["2025-12-31", "2026-03-01"])
        for principal in [Principal.interviewer, .coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await indicators.explain("hielp", form, in: .metaal, as: principal)
            }
        }
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) { _ = try await indicators.report(of: .metaal, as: principal) }
        }
    }

    @Test func `a goal is reached, on course or behind`() {
        func standing(_ actual: Double?, plan: Double?, goal: Double?, forecast: Double? = nil) -> String {
            IndicatorState(
                indicator: .followUps,
                asOf: Day("2026-03-02")!,
                actual: actual,
                plan: plan,
                goal: goal,
                forecast: forecast
            ).standing.rawValue
        }
        #expect(standing(200, plan: 150, goal: 200) == "reached")
        #expect(standing(150, plan: 150, goal: 200) == "on-course")
        // Less than one whole thing short is not short.
        #expect(standing(150, plan: 150.9, goal: 200) == "on-course")
        #expect(standing(150, plan: 151, goal: 200) == "attention")
        #expect(standing(150, plan: 160, goal: 200, forecast: 201) == "on-course")
        #expect(standing(nil, plan: 160, goal: 200) == "open")
        #expect(standing(3, plan: nil, goal: nil) == "open")
    }
}
