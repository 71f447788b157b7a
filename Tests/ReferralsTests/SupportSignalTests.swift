import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct SupportSignalTests {
    private func signals(_ visits: Visits) -> SupportSignals {
        SupportSignals(database: visits.database, world: visits.world, programmes: visits.programmes)
    }

    /// A company that was asked whether the help of the team fitted.
    private func ask(_ visits: Visits, _ name: String, help: String, misfit: String = "") async throws {
        visits.move(to: Day("2026-03-02")!)
        let id = try await visits.visit(name)
        let referral = try await visits.agreed("VTM", for: id)
        visits.move(to: Day("2026-07-02")!)
        var form = FollowUpForm()
        form.contactedOn = "2026-07-01"
        form.measurement = "follow-up"
        form.fates = ["PR12": "underway"]
        form.referrals["\(referral)"] = .init(link: "yes", help: help, misfit: misfit)
        form.additionality = "no"
        try await visits.followUps.record(form, for: id, in: .metaal, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `a coach sees reasons only when nobody can tell whose they are, and never a number`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let signals = signals(visits)
        try await ask(visits, "Eerste BV", help: "no", misfit: "too-general")
        for name in ["Tweede BV", "Derde BV", "Vierde BV"] { try await ask(visits, name, help: "yes") }
        #expect(try await signals.view(for: .coach, in: .metaal).isEmpty)
        try await ask(visits, "Vijfde BV", help: "somewhat", misfit: "too-late")
        let view = try await signals.view(for: .coach, in: .metaal)
        #expect(view == [SupportView(initiative: "VTM", reasons: [.tooLate, .tooGeneral], signals: [])])
        let fits = try await signals.fits(in: .metaal, as: .interviewer)
        #expect(fits.map(\.asked) == [5])
        #expect(fits.map(\.helped) == [4])
        #expect(fits.map(\.misfits) == [1])
        #expect(fits.map(\.reasons) == [[.tooGeneral: 1, .tooLate: 1]])
    }

    @Test(arguments: TestDatabase.available)
    func `when all say the same, the reasons are not told`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        for number in 1...5 { try await ask(visits, "Bedrijf \(number)", help: "no", misfit: "too-expensive") }
        #expect(try await signals(visits).view(for: .coach, in: .metaal).isEmpty)
    }

    @Test(arguments: TestDatabase.available)
    func `what is told reaches the coach and the partners, with what was done, and names nobody`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let signals = signals(visits)
        try await ask(visits, "Vonk Constructie BV", help: "no", misfit: "too-general")
        await #expect(throws: InvalidSupportSignal(issues: [.names("Vonk Constructie BV")])) {
            let form = SupportForm(words: "Bij vonk constructie bv was het te algemeen.")
            try await signals.tell(form, about: "VTM", in: .metaal, as: .projectLeader)
        }
        await #expect(throws: InvalidSupportSignal(issues: [.wordsMissing])) {
            try await signals.tell(SupportForm(words: " "), about: "VTM", in: .metaal, as: .projectLeader)
        }
        await #expect(throws: SupportProblem.notFound) {
            try await signals.tell(SupportForm(words: "Te duur."), about: "NIETS", in: .metaal, as: .projectLeader)
        }
        let id = "00000000-0000-7000-a000-00000000000a"
        for _ in 1...2 {
            let form = SupportForm(id: id, words: "Begin in de werkplaats.")
            try await signals.tell(form, about: "VTM", in: .metaal, as: .projectLeader)
        }
        let changeForm = SupportForm(id: "00000000-0000-7000-a000-00000000000b", words: "Dat doen we nu.")
        for _ in 1...2 {
            try await signals.change(changeForm, after: ID(id)!, in: .metaal, as: .projectLeader)
        }
        await #expect(throws: SupportProblem.notFound) {
            try await signals.change(changeForm, after: ID(UUID()), in: .metaal, as: .projectLeader)
        }
        let told = try await signals.told(in: .metaal, as: .municipality)
        #expect(told.map(\.words) == ["Begin in de werkplaats."])
        #expect(told[0].changes.map(\.words) == ["Dat doen we nu."])
        #expect(try await signals.view(for: .coach, in: .metaal).map(\.signals) == [told])
    }

    @Test(arguments: TestDatabase.available)
    func `only the project leader tells, and counts are for who may open referrals`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let signals = signals(visits)
        for principal in [Principal.interviewer, .coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await signals.tell(SupportForm(words: "Te duur."), about: "VTM", in: .metaal, as: principal)
            }
        }
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) { _ = try await signals.fits(in: .metaal, as: principal) }
        }
        for principal in [Principal.coach, .outsider] {
            await #expect(throws: AccessProblem.self) { _ = try await signals.told(in: .metaal, as: principal) }
        }
        await #expect(throws: AccessProblem.self) { _ = try await signals.view(for: .outsider, in: .metaal) }
    }
}
