import Fieldwork
import Foundation
import Kernel
import Referrals
import TestSupport
import Testing

@Suite struct ReferralProgressTests {
    @Test func `only what can follow is allowed, for adviser and coach`() {
        for state in ReferralState.allCases {
            #expect(!state.stepsOfAdviser.isEmpty)
            #expect(!state.stepsOfAdviser.contains(.accepted))
            #expect(!state.stepsOfAdviser.contains(.declined))
            let coach: Set<ReferralStep> = [.accepted, .declined, .firstContact, .running, .done, .stopped]
            #expect(coach.isSuperset(of: state.stepsOfCoach))
            #expect(ReferralStep.allCases.contains { $0.state == state })
        }
        #expect(ReferralState.confirmed.stepsOfCoach.isEmpty)
        #expect(ReferralState.agreed.stepsOfCoach.isEmpty)
    }

    @Test(arguments: TestDatabase.available)
    func `a referral runs from yes to done, each step with day and person`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.agreed(for: try await visits.visit())
        let referrals = visits.referrals
        visits.move(to: Day("2026-03-10")!)
        try await visits.handOver(id)
        let accept = ReferralStepForm(
            event: "00000000-0000-7000-a000-000000000001",
            step: "accepted",
            note: "We bellen"
        )
        for _ in 1...2 { try await visits.shared.answer(accept, to: id, in: .metaal, as: .coach) }
        visits.move(to: Day("2026-04-01")!)
        let contact = ReferralStepForm(step: "first-contact", happenedOn: "2026-03-30")
        try await visits.shared.answer(contact, to: id, in: .metaal, as: .coach)
        try await referrals.record(ReferralStepForm(step: "done"), about: id, in: .metaal, as: .projectLeader)
        let referral = try await referrals.detail(id, in: .metaal, as: .interviewer).referral
        #expect(referral.state == .done)
        #expect(referral.events.map(\.step) == [.confirmed, .agreed, .handedOver, .accepted, .firstContact, .done])
        #expect(
            referral.events.map(\.happenedOn.description)
                == ["2026-03-02", "2026-03-02", "2026-03-10", "2026-03-10", "2026-03-30", "2026-04-01"]
        )
        #expect(referral.events.map(\.side) == [.adviser, .adviser, .adviser, .coach, .coach, .adviser])
        #expect(referral.events.last?.name == "Piet Leider")
    }

    @Test(arguments: TestDatabase.available)
    func `a step that cannot follow, has no reason, or lies in the future or the past, is refused`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.agreed(for: try await visits.visit())
        let referrals = visits.referrals
        func record(_ form: ReferralStepForm) async throws {
            try await referrals.record(form, about: id, in: .metaal, as: .interviewer)
        }
        await #expect(throws: ReferralProblem.notPossible(.accepted, in: .agreed)) {
            try await record(ReferralStepForm(step: "accepted"))
        }
        await #expect(throws: ReferralProblem.notPossible(.handedOver, in: .agreed)) {
            try await record(ReferralStepForm(step: "handed-over"))
        }
        await #expect(throws: ReferralProblem.notPossible(.withdrawn, in: .agreed)) {
            try await record(ReferralStepForm(step: "withdrawn"))
        }
        await #expect(throws: InvalidReferral(issues: [.noteMissing])) {
            try await record(ReferralStepForm(step: "stopped", note: "  "))
        }
        await #expect(throws: InvalidReferral(issues: [.happenedInFuture])) {
            try await record(ReferralStepForm(step: "running", happenedOn: "2026-03-03"))
        }
        await #expect(throws: InvalidReferral(issues: [.happenedBefore(Day("2026-03-02")!)])) {
            try await record(ReferralStepForm(step: "running", happenedOn: "2026-03-01"))
        }
        await #expect(throws: InvalidReferral(issues: [.stepMissing, .happenedOnUnreadable])) {
            try await record(ReferralStepForm(step: "flying", happenedOn: "gisteren"))
        }
        let referral = try await referrals.detail(id, in: .metaal, as: .interviewer).referral
        #expect(referral.events.count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `an agreement that is written anew changes what was agreed and not where it stands`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.agreed(for: try await visits.visit())
        let referrals = visits.referrals
        let form = ReferralStepForm(step: "amended", what: "Rondleiding", contact: "", day: "2026-04-02")
        try await referrals.record(form, about: id, in: .metaal, as: .interviewer)
        let referral = try await referrals.detail(id, in: .metaal, as: .interviewer).referral
        #expect(referral.state == .agreed)
        #expect(referral.agreement == ReferralAgreement(what: "Rondleiding", day: Day("2026-04-02")))
    }

    @Test(arguments: TestDatabase.available)
    func `the coach sees nothing before the hand-over, and then only what was chosen`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let conversation = try await visits.visit(doing: ["PP02"], ambition: ["PR12", "PR04"])
        let id = try await visits.agreed(for: conversation)
        let shared = visits.shared
        #expect(try await shared.all(in: .metaal, as: .coach).isEmpty)
        await #expect(throws: ReferralProblem.notFound) { _ = try await shared.find(id, in: .metaal, as: .coach) }
        await #expect(throws: ReferralProblem.notFound) {
            try await shared.answer(ReferralStepForm(step: "accepted"), to: id, in: .metaal, as: .coach)
        }
        try await visits.handOver(id, items: ["ambitions"])
        let seen = try #require(try await shared.all(in: .metaal, as: .coach).first)
        #expect(seen.items.map(\.kind) == [.company, .contact, .agreement, .ambitions])
        #expect(seen.companyName.nl == "Vonk Constructie BV")
        #expect(seen.items.last?.lines.map(\.nl) == ["We reviseren oude producten", "We ontwerpen lichter"])
        #expect(seen.events.map(\.step) == [.handedOver])
        #expect(seen.events.allSatisfy { $0.note == nil && $0.name == nil })
        #expect(try await shared.find(id, in: .metaal, as: .coach) == seen)
    }

    @Test(arguments: TestDatabase.available)
    func `a coach of another initiative, or without one, finds nothing`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.agreed("HHS", for: try await visits.visit())
        try await visits.handOver(id)
        let shared = visits.shared
        #expect(try await shared.all(in: .metaal, as: .coach).isEmpty)
        await #expect(throws: ReferralProblem.notFound) { _ = try await shared.find(id, in: .metaal, as: .coach) }
        for principal in [Principal.interviewer, .projectLeader, .administrator, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) { _ = try await shared.all(in: .metaal, as: principal) }
            await #expect(throws: AccessProblem.self) {
                try await shared.answer(ReferralStepForm(step: "accepted"), to: id, in: .metaal, as: principal)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `declining needs a reason, and what the adviser wrote stays with the adviser`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.agreed(for: try await visits.visit())
        try await visits.handOver(id)
        let shared = visits.shared
        await #expect(throws: InvalidReferral(issues: [.noteMissing])) {
            try await shared.answer(ReferralStepForm(step: "declined"), to: id, in: .metaal, as: .coach)
        }
        let decline = ReferralStepForm(step: "declined", note: "Vol tot de zomer")
        try await shared.answer(decline, to: id, in: .metaal, as: .coach)
        let stop = ReferralStepForm(step: "stopped", note: "Alleen voor ons")
        try await visits.referrals.record(stop, about: id, in: .metaal, as: .interviewer)
        let seen = try await shared.find(id, in: .metaal, as: .coach)
        #expect(seen.state == .stopped)
        #expect(seen.events.map(\.note) == [nil, "Vol tot de zomer", nil])
    }

    @Test(arguments: TestDatabase.available)
    func `consent that is taken back closes the file for the coach`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.agreed(for: try await visits.visit())
        try await visits.handOver(id)
        let withdraw = ReferralStepForm(step: "withdrawn")
        try await visits.referrals.record(withdraw, about: id, in: .metaal, as: .interviewer)
        #expect(try await visits.shared.all(in: .metaal, as: .coach).isEmpty)
        await #expect(throws: ReferralProblem.notFound) {
            try await visits.shared.answer(
                ReferralStepForm(step: "accepted"),
                to: id,
                in: .metaal,
                as: .coach
            )
        }
    }

    @Test(arguments: TestDatabase.available)
    func `handing over asks for consent, and for what was shown`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let conversation = try await visits.visit()
        let id = try await visits.agreed(for: conversation)
        let referrals = visits.referrals
        await #expect(
            throws: InvalidReferral(
                issues: [.companyContactMissing, .givenByMissing, .mannerMissing, .givenOnUnreadable]
            )
        ) { try await referrals.handOver(HandoverForm(), id, in: .metaal, as: .interviewer) }
        let seen = try await referrals.detail(id, in: .metaal, as: .interviewer).shareable.fingerprint
        let amend = ReferralStepForm(step: "amended", what: "Iets anders")
        try await referrals.record(amend, about: id, in: .metaal, as: .interviewer)
        let form = HandoverForm(
            companyContact: "Wil",
            givenBy: "Wil",
            manner: "mail",
            givenOn: "2026-03-02",
            seen: seen
        )
        await #expect(throws: ReferralProblem.sharedDataChanged) {
            try await referrals.handOver(form, id, in: .metaal, as: .interviewer)
        }
        try await visits.handOver(id, items: [])
        let detail = try await referrals.detail(id, in: .metaal, as: .interviewer)
        #expect(detail.handover?.items.map(\.kind) == [.company, .contact, .agreement])
        #expect(detail.handover?.consent.givenBy == "Wil Werkplaats")
        #expect(detail.handover?.consent.textVersion == HandoverConsent.textVersion)
    }
}
