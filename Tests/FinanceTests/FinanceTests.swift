import Finance
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct FinanceTests {
    @Test(arguments: TestDatabase.available)
    func `what was booked adds up for each source, and a payment settles its commitment`(
        kind: TestDatabase
    ) async throws {
        let till = try await Till(kind)
        try await till.book(Till.money(.commitment, "40.000,00", id: 1))
        for _ in 1...2 { try await till.book(Till.money(.payment, "15.000,50", commitment: "1", id: 2)) }
        try await till.book(Till.money(.payment, "€ 99,95", id: 3))
        try await till.book(Till.money(.cash, "500", id: 4), as: Till.leader)
        let source = try #require(try await till.state().sources.first)
        #expect(source.committed == Cents(4_000_000))
        #expect(source.paid == Cents(1_510_045))
        #expect(source.open == Cents(2_499_950))
        #expect(source.free == Cents(12_400_000 - 1_510_045 - 2_499_950))
        #expect(source.warnings == [])
        #expect(try await till.state().entries.map(\.number) == [1, 2, 3, 4])
    }

    @Test(arguments: TestDatabase.available)
    func `who comes near the ceiling, over it or over the limit of the light regime is warned`(
        kind: TestDatabase
    ) async throws {
        let till = try await Till(kind)
        func warnings() async throws -> [SourceState.Warning] { try await till.state().sources[0].warnings }
        try await till.book(Till.money(.payment, "111.599,99"))
        #expect(try await warnings() == [])
        try await till.book(Till.money(.commitment, "0,01"))
        #expect(try await warnings() == [.nearCeiling])
        try await till.book(Till.money(.payment, "12.400,01"))
        #expect(try await warnings() == [.overCeiling(Cents(1))])
        try await till.book(Till.money(.payment, "999,99"))
        let limit = try #require(till.programme.money?.source("provincie")?.limit)
        #expect(limit.amount == Cents(euros: 125_000))
        #expect(try await warnings() == [.overCeiling(Cents(100_000)), .overLimit(limit)])
    }

    @Test(arguments: TestDatabase.available)
    func `a budget that is set replaces that of the pack, and one beyond what was given is noticed`(
        kind: TestDatabase
    ) async throws {
        let till = try await Till(kind)
        func set(_ amount: String, _ why: String = "Stuurgroep 3 maart") async throws {
            var form = BudgetForm()
            (form.post, form.source, form.year, form.amount) = ("gesprekken", "provincie", "2026", amount)
            form.why = why
            try await till.finances.setBudget(form, in: till.programme, as: Till.leader)
        }
        try await set("60.000")
        till.move(to: "2026-03-03")
        try await set("124.000,01")
        let state = try await till.state()
        #expect(state.posts.map(\.budget.amount) == [Cents(12_400_001)])
        #expect(state.sources[0].warnings == [.plannedOverCeiling(Cents(1))])
        let log = try await till.finances.budgets(of: till.programme, as: Till.leader)
        #expect(log.map(\.amount) == [Cents(euros: 60_000), Cents(12_400_001)])
        let problem = await #expect(throws: InvalidBooking.self) { try await set("veel", "") }
        #expect(problem?.issues.map(\.place) == [.amount, .why])
    }

    @Test(arguments: TestDatabase.available)
    func `hours are worth the rate of their year, and keep it when the rate changes`(kind: TestDatabase) async throws {
        let till = try await Till(kind)
        let problem = await #expect(throws: InvalidBooking.self) {
            try await till.book(Till.hours("1:30", of: "edba"), as: Till.edba)
        }
        #expect(problem?.issues == [.init(at: .role, fault: .noRate(2026))])
        try await till.setRate("66,67")
        try await till.setRate("60", year: "2025")
        try await till.book(Till.hours("1:30", of: "edba"), as: Till.edba)
        try await till.book(Till.hours("2,25", of: "edba", on: "2025-11-03"), as: Till.edba)
        till.move(to: "2026-03-05")
        try await till.setRate("70")
        try await till.book(Till.hours("1", of: "edba"), as: Till.edba)
        let party = try await till.state().party("edba")
        #expect(party.minutes == 285)
        // 1:30 × 66,67 is 100,005: half a cent goes up.
        #expect(party.hours == Cents(10_001) + Cents(13_500) + Cents(7_000))
        #expect(party.quarters == [Quarter("2025-Q4")!: 135, Quarter("2026-Q1")!: 150])
        let promise = try #require(party.promises.first)
        #expect(promise.amount == 45)
        #expect(party.kept(promise) == 4)
    }

    @Test(arguments: TestDatabase.available)
    func `a contact agrees with several bookings at once, and with none of another organisation`(
        kind: TestDatabase
    ) async throws {
        let till = try await Till(kind)
        try await till.setRate("60")
        var ids: Set<FinanceEntry.ID> = []
        for number in 1...3 { ids.insert(try await till.book(Till.hours("1", of: "alphen", id: number))) }
        let foreign = try await till.book(Till.hours("9", of: "edba", id: 4))
        func approve(_ some: Set<FinanceEntry.ID>, as principal: Principal = Till.alphen) async throws {
            try await till.finances.approve(some, in: till.programme, as: principal)
        }
        await #expect(throws: FinanceProblem.entryNotFound) { try await approve(ids.union([foreign])) }
        await #expect(throws: FinanceProblem.notOwn) { try await approve(ids, as: Till.administrator) }
        await #expect(throws: AccessProblem.forbidden(.approveMoney)) { try await approve(ids, as: Till.leader) }
        #expect(try await till.state().waiting.count == 4, "all of it or nothing")
        let refused = FinanceEntry.ID(Till.uuid(3))!
        try await till.finances.decide(
            refused,
            isApproved: false,
            why: "Dubbel",
            in: till.programme,
            as: Till.alphen
        )
        for _ in 1...2 { try await approve(ids) }
        let state = try await till.state()
        #expect(state.party("alphen").minutes == 120)
        #expect(state.entry(refused)?.decision?.why == "Dubbel", "what was refused meanwhile stays so")
        #expect(state.waiting.map(\.id) == [foreign])
    }

    @Test(arguments: TestDatabase.available)
    func `what is booked for an organisation counts when its own contact agrees`(kind: TestDatabase) async throws {
        let till = try await Till(kind)
        try await till.setRate("60")
        let id = try await till.book(Till.hours("4", of: "alphen", id: 1))
        #expect(try await till.state().party("alphen").minutes == 0)
        #expect(try await till.state(as: Till.alphen).waiting.map(\.id) == [id])
        func decide(_ isApproved: Bool, as principal: Principal, why: String = "") async throws {
            try await till.finances.decide(
                id,
                isApproved: isApproved,
                why: why,
                in: till.programme,
                as: principal
            )
        }
        await #expect(throws: FinanceProblem.entryNotFound) { try await decide(true, as: Till.edba) }
        await #expect(throws: FinanceProblem.notOwn) { try await decide(true, as: Till.administrator) }
        await #expect(throws: AccessProblem.forbidden(.approveMoney)) { try await decide(true, as: Till.leader) }
        let problem = await #expect(throws: InvalidBooking.self) { try await decide(false, as: Till.alphen) }
        #expect(problem?.issues == [.init(at: .why, fault: .missing)])
        for _ in 1...2 { try await decide(true, as: Till.alphen) }
        await #expect(throws: FinanceProblem.decidedAlready) {
            try await decide(false, as: Till.alphen, why: "Toch niet")
        }
        #expect(try await till.state().party("alphen").minutes == 240)
        // What it books itself needs no yes.
        try await till.book(Till.hours("1", of: "alphen", id: 2), as: Till.alphen)
        #expect(try await till.state().party("alphen").minutes == 300)
        // What was refused never counts.
        let refused = try await till.book(Till.hours("9", of: "alphen", id: 3))
        try await till.finances.decide(
            refused,
            isApproved: false,
            why: "Dat was ik niet",
            in: till.programme,
            as: Till.alphen
        )
        #expect(try await till.state().party("alphen").minutes == 300)
    }

    @Test(arguments: TestDatabase.available)
    func `a mistake is booked back and both stay, whether it counted or not`(kind: TestDatabase) async throws {
        let till = try await Till(kind)
        try await till.setRate("60")
        let paid = try await till.book(Till.money(.payment, "100"))
        let waiting = try await till.book(Till.hours("4", of: "alphen"))
        func reverse(_ id: FinanceEntry.ID, _ why: String = "Dubbel geboekt", as newID: Int) async throws {
            try await till.finances.reverse(
                id,
                why: why,
                as: Till.uuid(newID),
                in: till.programme,
                as: Till.leader
            )
        }
        await #expect(throws: InvalidBooking.self) { try await reverse(paid, " ", as: 7) }
        for _ in 1...2 { try await reverse(paid, as: 7) }
        try await reverse(waiting, as: 8)
        await #expect(throws: FinanceProblem.reversedAlready) { try await reverse(paid, as: 9) }
        await #expect(throws: FinanceProblem.reversedAlready) {
            try await reverse(FinanceEntry.ID(Till.uuid(7))!, as: 10)
        }
        let state = try await till.state()
        #expect(state.entries.count == 4)
        #expect(state.sources[0].paid == .zero)
        #expect(state.party("alphen").minutes == 0)
        #expect(state.waiting == [])
        await #expect(throws: FinanceProblem.decidedAlready) {
            try await till.finances.decide(waiting, isApproved: true, in: till.programme, as: Till.alphen)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a contact sees and books what is of its own organisation, and others who may, all`(
        kind: TestDatabase
    ) async throws {
        let till = try await Till(kind)
        try await till.setRate("60")
        try await till.book(Till.hours("4", of: "edba"), as: Till.edba)
        try await till.book(Till.money(.payment, "100"))
        #expect(try await till.state(as: Till.manager).entries.count == 2)
        #expect(try await till.state(as: Till.edba).entries.count == 1)
        #expect(try await till.state(as: Till.alphen).entries == [])
        await #expect(throws: AccessProblem.forbidden(.readMoney)) { try await till.state(as: Till.interviewer) }
        await #expect(throws: FinanceProblem.notOwn) {
            try await till.book(Till.hours("4", of: "edba"), as: Till.alphen)
        }
        await #expect(throws: FinanceProblem.notOwn) {
            try await till.book(Till.money(.payment, "5", of: "alphen"), as: Till.alphen)
        }
        await #expect(throws: AccessProblem.forbidden(.enterMoney)) {
            try await till.book(Till.money(.payment, "5"), as: Till.manager)
        }
        await #expect(throws: AccessProblem.forbidden(.manageMoney)) {
            try await till.finances.budgets(of: till.programme, as: Till.edba)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the identifier of a booking of another programme books nothing, here or there`(kind: TestDatabase)
        async throws
    {
        let till = try await Till(kind)
        try await till.book(Till.money(.payment, "100", id: 1))
        var other = till.programme
        other.id = "elders"
        let leader = Principal(
            account: nil,
            name: "Els Elders",
            origin: "test",
            grants: ["elders": [Grant(role: .projectLeader)]]
        )
        let elsewhere = other
        await #expect(throws: FinanceProblem.entryNotFound) {
            try await till.finances.book(Till.money(.payment, "900", id: 1), in: elsewhere, as: leader)
        }
        #expect(try await till.finances.state(of: elsewhere, as: leader).entries == [])
        #expect(try await till.state().entries.map(\.amount) == [Cents(10_000)])
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong with a booking is told at once`(kind: TestDatabase) async throws {
        let till = try await Till(kind)
        var form = FinanceForm()
        (form.kind, form.amount, form.day, form.commitment) = ("payment", "-5", "2027-03-02", "9")
        let problem = await #expect(throws: InvalidBooking.self) { try await till.book(form) }
        #expect(
            problem?.issues.map(\.place) == [
                .organisation, .post, .source, .day, .day, .words, .reference, .commitment, .amount,
            ]
        )
        var hours = Till.hours("1,333", of: "edba")
        hours.role = ""
        let other = await #expect(throws: InvalidBooking.self) { try await till.book(hours) }
        #expect(other?.issues == [.init(at: .hours, fault: .notHours), .init(at: .role, fault: .missing)])
        #expect(try await till.state().entries == [])
    }
}
