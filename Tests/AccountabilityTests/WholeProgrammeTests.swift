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

/// A programme played by the clock from its first quarter to its last, with a diary kept beside it: what the diary
/// says, the program must say.
@Suite struct WholeProgrammeTests {
    private struct Diary {
        var talks: [(day: Day, area: AreaCode)] = []
        var vtm: [Day] = []
        var others: [Day] = []
        var daysToContact: [(day: Day, days: Int)] = []
        var calls: [Day] = []
        var helped: [(day: Day, didHelp: Bool)] = []
        /// By company: what it did more than at first, from a day on.
        var changes: [[(day: Day, more: Int)]] = []
        var sessions: [Day] = []

        func expected(on day: Day) -> [String: Double] {
            var result = [
                "doel-gesprekken": talks.count { $0.day <= day },
                "doel-deal": talks.count { $0.day <= day && $0.area != "GM0518" },
                "gebied-deal-GM0484": talks.count { $0.day <= day && $0.area == "GM0484" },
                "gebied-deal-GM0627": talks.count { $0.day <= day && $0.area == "GM0627" },
                "doel-vtm": vtm.count { $0 <= day },
                "doel-overig": others.count { $0 <= day },
                "doel-sessies": sessions.count { $0 <= day },
                "terugkoppelingen": calls.count { $0 <= day },
            ].mapValues(Double.init)
            let days = daysToContact.filter { $0.day <= day }.map(\.days).sorted()
            if !days.isEmpty {
                result["eerste-contact"] = Double(days[(days.count - 1) / 2] + days[days.count / 2]) / 2
            }
            let told = helped.filter { $0.day <= day }
            if !told.isEmpty { result["hielp"] = Double(told.count(where: \.didHelp)) / Double(told.count) }
            let known = changes.compactMap { $0.last { $0.day <= day }?.more }
            if !known.isEmpty { result["verandering"] = Double(known.reduce(0, +)) / Double(known.count) }
            return result
        }
    }

    private static let places: [(area: AreaCode, postcode: String)] = [
        ("GM0484", "2405 AA"), ("GM0627", "2741 AB"), ("GM0518", "2500 AA"),
    ]

    @Test(arguments: TestDatabase.available)
    func `from Q4 2024 to Q4 2026, every reporting date has exactly the figures that the facts imply`(
        kind: TestDatabase
    ) async throws {
        let programme = Programme.sample
        let end = programme.lastQuarter.lastDay
        let visits = try await Visits(on: kind, day: programme.firstQuarter.firstDay)
        var diary = Diary()
        for quarter in programme.plan {
            for number in 0..<quarter.conversations {
                try await visit(number, in: quarter, until: end, visits, &diary)
            }
            if quarter.sessions > 0 { try await holdSession(in: quarter.quarter, visits, &diary) }
        }
        visits.move(to: end)
        let indicators = Indicators(database: visits.database, world: visits.world, programmes: visits.programmes)
        let report = try await indicators.report(of: .metaal, as: .projectLeader)
        #expect(report.dates.count == 9)
        for (index, date) in report.dates.enumerated() {
            let expected = diary.expected(on: date)
            for (indicator, states) in report.history where indicator != .representativeness {
                #expect(states[index].actual == expected[indicator.code], "\(indicator.code) on \(date)")
            }
        }
        let final = Dictionary(uniqueKeysWithValues: report.states.map { ($0.indicator.code, $0) })
        #expect(final["doel-gesprekken"]?.actual == 200)
        #expect(final["doel-gesprekken"]?.standing == .reached)
        #expect(final["doel-sessies"]?.actual == 8)
        #expect(final["doel-gesprekken"]?.plan == 200)
        // Everybody was visited: there is nothing to be like.
        #expect(final["spreiding"]?.actual == nil)
        // And the day in the middle that somebody asks for later.
        let middle = Day("2025-11-11")!
        let asked = try await indicators.report(of: .metaal, asOf: middle, as: .projectLeader)
        for state in asked.states where state.indicator != .representativeness {
            #expect(state.actual == diary.expected(on: middle)[state.indicator.code], "\(state.indicator.code)")
        }
        let spread = try #require(asked.state(.representativeness)?.actual)
        #expect((0.5...1).contains(spread))
        #expect(asked.sessions.map(\.municipality) == ["GM0627", "GM0627", "GM0627", "GM0627"])
    }

    /// A conversation, a referral for some, first contact, and the call in the quarter of the plan.
    private func visit(
        _ number: Int,
        in quarter: QuarterPlan,
        until end: Day,
        _ visits: Visits,
        _ diary: inout Diary
    ) async throws {
        let place = Self.places[number % 3]
        let day = quarter.quarter.firstDay.adding(days: number * 80 / quarter.conversations)
        visits.move(to: day)
        let talk = try await visits.visit("Bedrijf \(quarter.quarter) \(number)", postcode: place.postcode)
        diary.talks.append((day, place.area))
        var referral: Referral.ID?
        if number.isMultiple(of: 2) {
            referral = try await visits.agreed("VTM", for: talk)
            diary.vtm.append(day)
        } else if number.isMultiple(of: 5) {
            referral = try await visits.agreed("HHS", for: talk)
            diary.others.append(day)
        }
        if let referral, number % 3 != 2 {
            let contactDay = day.adding(days: 6 + number % 9)
            if contactDay <= end {
                visits.move(to: contactDay)
                let step = ReferralStepForm(step: "first-contact", happenedOn: contactDay.description)
                try await visits.referrals.record(step, about: referral, in: .metaal, as: .interviewer)
                diary.daysToContact.append((contactDay, 6 + number % 9))
            }
        }
        let due = programme.followUpDay(forConversationOn: day)
        guard due <= end, number % 7 != 6 else { return }
        try await call(number, about: talk, on: due, visits, &diary)
    }

    private let programme = Programme.sample

    private func call(
        _ number: Int,
        about talk: Conversation.ID,
        on day: Day,
        _ visits: Visits,
        _ diary: inout Diary
    ) async throws {
        visits.move(to: day)
        let sheet = try await visits.followUps.call(talk, in: .metaal, as: .interviewer)
        var form = sheet.form
        form.contactedOn = day.description
        form.measurement = "follow-up"
        let isRealised = number.isMultiple(of: 3)
        form.fates = ["PR12": isRealised ? "realised" : "underway"]
        if number.isMultiple(of: 4) { form.doing.insert("PP14") }
        for referral in sheet.referrals {
            let helped = number.isMultiple(of: 4)
            form.referrals["\(referral.id)"] = .init(link: "yes", help: helped ? "yes" : "no", misfit: "too-general")
            diary.helped.append((day, helped))
        }
        form.additionality = "no"
        try await visits.followUps.record(form, for: talk, in: .metaal, as: .interviewer)
        diary.calls.append(day)
        diary.changes.append([(day, (isRealised ? 1 : 0) + (number.isMultiple(of: 4) ? 1 : 0))])
    }

    private func holdSession(in quarter: Quarter, _ visits: Visits, _ diary: inout Diary) async throws {
        let sessions = KnowledgeSessions(
            database: visits.database,
            world: visits.world,
            programmes: visits.programmes
        )
        let day = quarter.firstDay.adding(days: 60)
        visits.move(to: quarter.firstDay)
        var form = SessionForm()
        form.title = "Sessie"
        form.summary = "Wat werkt"
        form.day = day.description
        form.start = "16:00"
        form.end = "18:00"
        form.venue = "Voorbeeld BV"
        form.street = "Dorpsstraat 1"
        form.municipality = "GM0627"
        form.host = "Voorbeeld BV"
        form.capacity = "30"
        form.agenda = "Ontvangst"
        let id: KnowledgeSession.ID = visits.world.id()
        let writing: SessionLetter.Writing = { _ in MailContent(title: "", plain: "", html: "") }
        try await sessions.save(form, as: id, in: .metaal, by: .projectLeader, writing: writing)
        try await sessions.open(id, in: .metaal, as: .projectLeader)
        visits.move(to: day)
        try await sessions.conclude(id, results: "Afspraken", in: .metaal, as: .projectLeader)
        diary.sessions.append(day)
    }
}
