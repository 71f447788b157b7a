import Audit
import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct ReferralTests {
    let form = ReferralForm(
        event: "00000000-0000-7000-a000-000000000001",
        initiative: "VTM",
        what: "Kennismaking in de hal",
        contact: "Bea Belt",
        day: "2026-03-20"
    )

    @Test(arguments: TestDatabase.available)
    func `the adviser sees what fits and confirms it, and sending it twice records it once`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let referrals = visits.referrals
        let before = try await referrals.worksheet(for: id, in: .metaal, as: .interviewer)
        #expect(before.openSuggestions.map(\.initiative) == ["VTM", "HHS"])
        for _ in 1...2 { try await referrals.choose(form, for: id, in: .metaal, as: .interviewer) }
        let after = try await referrals.worksheet(for: id, in: .metaal, as: .projectLeader)
        #expect(after.openSuggestions.map(\.initiative) == ["HHS"])
        let referral = try #require(after.referral(to: "VTM"))
        #expect(referral.state == .confirmed)
        #expect(referral.events.count == 1)
        #expect(
            referral.agreement
                == ReferralAgreement(what: "Kennismaking in de hal", contact: "Bea Belt", day: Day("2026-03-20"))
        )
        #expect(referral.events[0].name == "Iris Vraagt")
        let actions = try await visits.database.read { db in try db.audit.latest(50, in: .metaal) }.map(\.action)
        #expect(actions.count { $0 == "referral.confirmed" } == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `choosing what was chosen already is a conflict, from another page`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        try await visits.referrals.choose(form, for: id, in: .metaal, as: .interviewer)
        var other = form
        other.event = nil
        await #expect(throws: ReferralProblem.alreadyChosen) {
            try await visits.referrals.choose(other, for: id, in: .metaal, as: .projectLeader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `another initiative than suggested needs a reason, and leaves both on record`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let referrals = visits.referrals
        var change = form
        change.initiative = "MSI"
        change.instead = "VTM"
        await #expect(throws: InvalidReferral(issues: [.reasonMissing])) {
            try await referrals.choose(change, for: id, in: .metaal, as: .interviewer)
        }
        change.reason = "Ze kennen elkaar al"
        change.agreed = "ja"
        for _ in 1...2 {
            try await referrals.choose(change, for: id, in: .metaal, as: .interviewer)
        }
        let sheet = try await referrals.worksheet(for: id, in: .metaal, as: .interviewer)
        #expect(sheet.referral(to: "VTM")?.state == .rejected)
        #expect(sheet.referral(to: "VTM")?.events.map(\.note) == ["Ze kennen elkaar al"])
        #expect(sheet.referral(to: "MSI")?.events.map(\.step) == [.confirmed, .agreed])
    }

    @Test(arguments: TestDatabase.available)
    func `one that is not suggested needs a reason; a suggestion does not`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        var other = form
        other.initiative = "MSI"
        await #expect(throws: InvalidReferral(issues: [.reasonMissing])) {
            try await visits.referrals.choose(other, for: id, in: .metaal, as: .interviewer)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `rejecting needs a reason, and can be reconsidered`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let referrals = visits.referrals
        await #expect(throws: InvalidReferral(issues: [.reasonMissing])) {
            try await referrals.reject(ReferralForm(initiative: "VTM"), for: id, in: .metaal, as: .interviewer)
        }
        let rejection = ReferralForm(initiative: "VTM", reason: "Geen tijd")
        try await referrals.reject(rejection, for: id, in: .metaal, as: .interviewer)
        await #expect(throws: ReferralProblem.notPossible(.rejected, in: .rejected)) {
            try await referrals.reject(rejection, for: id, in: .metaal, as: .interviewer)
        }
        try await referrals.choose(form, for: id, in: .metaal, as: .interviewer)
        let sheet = try await referrals.worksheet(for: id, in: .metaal, as: .interviewer)
        #expect(sheet.referral(to: "VTM")?.events.map(\.step) == [.rejected, .confirmed])
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong is said at once`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let wrong = ReferralForm(initiative: "<b>", what: " ", contact: String(repeating: "x", count: 201), day: "20-3")
        await #expect(
            throws: InvalidReferral(issues: [.initiativeMissing, .whatMissing, .contactTooLong, .dayUnreadable])
        ) {
            try await visits.referrals.choose(wrong, for: id, in: .metaal, as: .interviewer)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `nothing is decided before the conversation has a result`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit(isFinished: false)
        await #expect(throws: ReferralProblem.conversationNotHeld) {
            try await visits.referrals.choose(form, for: id, in: .metaal, as: .interviewer)
        }
    }

    @Test(arguments: TestDatabase.available, [Principal.coach, .municipality, .outsider])
    func `other roles and other programmes get nothing`(kind: TestDatabase, principal: Principal) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let referral = try await visits.agreed(for: id)
        let referrals = visits.referrals
        await #expect(throws: AccessProblem.self) {
            _ = try await referrals.worksheet(for: id, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            try await referrals.choose(form, for: id, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            _ = try await referrals.detail(referral, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            _ = try await referrals.all(ReferralQuery(), in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            let step = ReferralStepForm(step: "done")
            try await referrals.record(step, about: referral, in: .metaal, as: principal)
        }
        await #expect(throws: (any Error).self) {
            _ = try await referrals.detail(referral, in: .elders, as: .outsider)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `places are taken from yes to the end, and a full initiative is left out`(kind: TestDatabase) async throws {
        var programme = Programme.sample
        programme.initiatives[0].capacity = 1
        let visits = try await Visits(on: kind, programme: programme)
        let first = try await visits.visit("Eerste BV")
        let second = try await visits.visit("Tweede BV")
        let referral = try await visits.agreed(for: first)
        let referrals = visits.referrals
        let full = try await referrals.worksheet(for: second, in: .metaal, as: .interviewer)
        #expect(full.suggestions.leftOut.first?.why == .full(capacity: 1))
        let stop = ReferralStepForm(step: "stopped", note: "Ziet er van af")
        try await referrals.record(stop, about: referral, in: .metaal, as: .interviewer)
        let room = try await referrals.worksheet(for: second, in: .metaal, as: .interviewer)
        #expect(room.suggestions["VTM"] != nil)
    }

    @Test(arguments: TestDatabase.available)
    func `the list counts states and filters on them`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let first = try await visits.visit("Eerste BV")
        let second = try await visits.visit("Tweede BV")
        _ = try await visits.agreed(for: first)
        let done = try await visits.agreed(for: second)
        let referrals = visits.referrals
        try await referrals.record(ReferralStepForm(step: "done"), about: done, in: .metaal, as: .interviewer)
        let all = try await referrals.all(ReferralQuery(), in: .metaal, as: .projectLeader)
        #expect(all.total == 2)
        #expect(all.counts == [.agreed: 1, .done: 1])
        let some = try await referrals.all(ReferralQuery(states: [.done]), in: .metaal, as: .projectLeader)
        #expect(some.lines.map(\.companyName) == ["Tweede BV"])
        #expect(some.total == 1)
        #expect(some.counts == all.counts)
        let none = try await referrals.all(ReferralQuery(initiative: "HHS"), in: .metaal, as: .projectLeader)
        #expect(none.total == 0)
    }
}
