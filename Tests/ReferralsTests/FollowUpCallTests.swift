import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct FollowUpCallTests {
    private func measurements(_ visits: Visits, of company: Company.ID) async throws -> [Conversation] {
        try await visits.conversations.all(of: company, in: .metaal, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `a call makes a measurement of its own, in which only what was spoken about changed`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-20")!)
        let id = try await visits.visit(doing: ["PP02", "PP14"], ambition: ["PR12", "EN05", "PR04"])
        visits.move(to: Day("2025-07-20")!)
        let call = try await visits.followUps.call(id, in: .metaal, as: .interviewer)
        #expect(call.ambitions.map(\.code) == ["PR12", "PR04", "EN05"])
        #expect(call.doing.map(\.code) == ["PP02", "PP14"])
        #expect(call.others.map(\.code) == ["PP01"])
        #expect(call.measurement == .followUp)
        #expect(call.form.doing == ["PP02", "PP14"])
        #expect(call.form.needs.map(\.kind) == ["coaching"])
        var form = FollowUpForm(
            told: "2025-07-20",
            fates: ["PR12": "realised", "EN05": "dropped", "PR04": "not-asked"],
            doing: ["PP02"]
        )
        form.wanted = ["PP01"]
        form.needs = [SupportNeed(kind: "kennis", note: "Wie rekent dit door?")]
        for _ in 1...2 { try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer) }

        let all = try await measurements(visits, of: call.followUp.company)
        #expect(all.map(\.measurement) == [.start, .followUp])
        #expect(all[1].state == .finished)
        #expect(all[1].heldOn == Day("2025-07-20"))
        let record = try await visits.conversations.record(all[1].id, in: .metaal, as: .interviewer)
        #expect(record.answers == SheetAnswers(doing: ["PP02", "PR12"], ambition: ["PR04", "PP01"]))
        #expect(record.needs == [SupportNeed(kind: "kennis", note: "Wie rekent dit door?")])
        let earlier = try await visits.conversations.earlier(than: record, in: .metaal, as: .interviewer)
        let changes = SheetComparison(record, after: try #require(earlier))
        #expect(changes.lines(.fulfilled).map(\.activity.code) == ["PR12"])
        #expect(changes.lines(.stopped).map(\.activity.code) == ["PP14"])
        #expect(changes.lines(.newAmbition).map(\.activity.code) == ["PP01"])
        #expect(changes.lines(.droppedAmbition).map(\.activity.code) == ["EN05"])
        let outcome = try await visits.followUps.find(id, in: .metaal, as: .interviewer).outcome
        #expect(outcome?.ambitions == .realised)
        #expect(outcome?.fates == ["PR12": .realised, "EN05": .dropped, "PR04": .notAsked])
        #expect(outcome?.link == FollowUpOutcome.Link.none)
        #expect(outcome?.measurement == all[1].id)
    }

    @Test(arguments: TestDatabase.available)
    func `each referral is asked about, and the whole is the best of them`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let helped = try await visits.agreed("VTM", for: id)
        let missed = try await visits.agreed("HHS", for: id)
        visits.move(to: Day("2026-07-02")!)
        var form = FollowUpForm(told: "2026-07-01", fates: ["PR12": "underway"])
        form.referrals["\(helped)"] = .init(link: "yes", help: "somewhat", misfit: "too-general")
        form.referrals["\(missed)"] = .init(link: "no", help: "yes", misfit: "no-contact", note: "Drie keer gebeld")
        form.additionality = "later"
        try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        let outcome = try #require(try await visits.followUps.find(id, in: .metaal, as: .interviewer).outcome)
        #expect(outcome.link == .partly)
        #expect(outcome.help == .somewhat)
        #expect(outcome.additionality == .later)
        let answers = Dictionary(uniqueKeysWithValues: outcome.answers.map { ($0.referral, $0) })
        #expect(answers[helped]?.misfit == .tooGeneral)
        #expect(answers[missed]?.help == .notApplicable)
        #expect(answers[missed]?.note == "Drie keer gebeld")
    }

    @Test(arguments: TestDatabase.available)
    func `all that is wrong is said at once`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let first = try await visits.agreed("VTM", for: id)
        let second = try await visits.agreed("HHS", for: id)
        var form = FollowUpForm()
        form.needs = [SupportNeed(kind: "kennis", note: String(repeating: "x", count: 501))]
        form.referrals["\(first)"] = .init(link: "yes", help: "")
        form.referrals["\(second)"] = .init(link: "no")
        form.note = String(repeating: "x", count: 2001)
        form.nextOn = "straks"
        let sorted = [first, second].sorted { $0.description < $1.description }
        await #expect {
            try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        } throws: { error in
            guard let invalid = error as? InvalidFollowUp else { return false }
            let wanted: [InvalidFollowUp.Issue] = [
                .contactedOnUnreadable, .measurementMissing, .fateMissing("PR12"), .helpMissing(first),
                .misfitMissing(second), .needTooLong, .noteTooLong, .nextOnUnreadable,
            ]
            return invalid.issues.count == wanted.count && wanted.allSatisfy(invalid.issues.contains)
                && sorted.count == 2
        }
        form = FollowUpForm(told: "2026-03-01", fates: ["PR12": "dropped"])
        form.referrals["\(first)"] = .init(link: "yes", help: "yes")
        form.referrals["\(second)"] = .init(link: "yes", help: "no")
        await #expect(
            throws: InvalidFollowUp(
                issues: [
                    .contactedBeforeConversation(Day("2026-03-02")!), .misfitMissing(second), .additionalityMissing,
                ]
            )
        ) { try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer) }
        #expect(try await visits.followUps.find(id, in: .metaal, as: .interviewer).outcome == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `a call is put right without a second measurement, and what was said first stays on record`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        visits.move(to: Day("2026-07-02")!)
        let form = FollowUpForm(told: "2026-07-01", fates: ["PR12": "realised"])
        try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        visits.move(to: Day("2026-07-03")!)
        let outcome = try #require(try await visits.followUps.find(id, in: .metaal, as: .interviewer).outcome)
        let call = try await visits.followUps.call(id, correcting: outcome.id, in: .metaal, as: .interviewer)
        #expect(call.ambitions.map(\.code) == ["PR12"])
        var right = call.form
        #expect(right.fates == ["PR12": "realised"])
        #expect(right.contactedOn == "2026-07-01")
        right.measurement = "follow-up"
        right.fates = ["PR12": "underway"]
        try await visits.followUps.record(right, for: id, in: .metaal, as: .projectLeader)
        let all = try await measurements(visits, of: call.followUp.company)
        #expect(all.map(\.measurement) == [.start, .followUp])
        let record = try await visits.conversations.record(all[1].id, in: .metaal, as: .interviewer)
        #expect(record.answers == SheetAnswers(doing: ["PP02"], ambition: ["PR12"]))
        let events = try await visits.conversations.events(of: call.followUp.company, in: .metaal, as: .interviewer)
        #expect(events.suffix(2).map(\.kind) == [.reopened, .finished])
        let count = try await visits.database.read { db in try db.run("SELECT 1 FROM follow_up_outcome").count }
        #expect(count == 2)
        #expect(try await visits.followUps.find(id, in: .metaal, as: .interviewer).outcome?.ambitions == .underway)
    }

    @Test(arguments: TestDatabase.available)
    func `a next date brings the company back on the list, under one name`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        visits.move(to: Day("2026-07-02")!)
        var form = FollowUpForm(told: "2026-07-01", fates: ["PR12": "underway"])
        form.nextOn = "2026-12-01"
        form.nextBy = "Piet Leider"
        try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        let list = try await visits.followUps.list(in: .metaal, as: .interviewer)
        #expect(list.waiting.map(\.dueOn) == [Day("2026-12-01")!])
        #expect(list.waiting.map(\.responsible) == ["Piet Leider"])
        #expect(list.done.isEmpty)
        let company = list.waiting[0].company
        let next = try await visits.followUps.next(of: company, in: .metaal, as: .interviewer)
        #expect(next?.isWaiting == true)
        visits.move(to: Day("2026-12-02")!)
        let closing = try await visits.followUps.call(id, in: .metaal, as: .interviewer)
        #expect(closing.followUp.isOverdue(on: Day("2026-12-02")!))
        // A lost answer, sent once more after the next date: nothing happens twice.
        try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        #expect(try await measurements(visits, of: company).count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `in the closing phase the measurement is the last one, and who had it is done`(kind: TestDatabase) async throws
    {
        var programme = Programme.sample
        var slot = programme.phases[0]
        slot.first = Quarter("2026-Q4")!
        slot.last = slot.first
        programme.phases.append(slot)
        let visits = try await Visits(on: kind, programme: programme)
        let id = try await visits.visit()
        #expect(try await visits.followUps.list(in: .metaal, as: .interviewer).withoutFinal.isEmpty)
        visits.move(to: Day("2026-10-05")!)
        #expect(try await visits.followUps.list(in: .metaal, as: .interviewer).withoutFinal.map(\.conversation) == [id])
        let call = try await visits.followUps.call(id, in: .metaal, as: .interviewer)
        #expect(call.measurement == .final)
        var form = FollowUpForm(told: "2026-10-05", fates: ["PR12": "realised"])
        form.measurement = call.measurement.rawValue
        try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        #expect(try await visits.followUps.list(in: .metaal, as: .interviewer).withoutFinal.isEmpty)
        #expect(try await measurements(visits, of: call.followUp.company).map(\.measurement) == [.start, .final])
    }

    @Test(arguments: TestDatabase.available)
    func `while a conversation is planned, a call is not recorded beside it`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let company = try await visits.followUps.find(id, in: .metaal, as: .interviewer).company
        let plan = ConversationPlan(day: Day("2026-07-09")!, interviewer: Interviewer(.interviewer))
        try await visits.conversations.add(ID(UUID()), with: company, plan, .followUp, in: .metaal, as: .interviewer)
        visits.move(to: Day("2026-07-02")!)
        let form = FollowUpForm(told: "2026-07-01", fates: ["PR12": "underway"])
        await #expect(throws: InvalidFollowUp(issues: [.conversationOpen])) {
            try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
        }
        #expect(try await visits.followUps.find(id, in: .metaal, as: .interviewer).outcome == nil)
    }
}
