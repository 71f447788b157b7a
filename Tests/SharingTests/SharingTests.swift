import Accountability
import ActionLines
import Fieldwork
import Foundation
import Gatherings
import Kernel
import Mail
import Registers
import Sharing
import TestSupport
import Testing

@testable import Programmes

/// Two programmes, one truth: what was done once counts in both, when both agreed.
@Suite struct SharingTests {
    @Test(arguments: TestDatabase.available)
    func `a visit counts in the other programme once both said yes, and only there`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        _ = try await desk.visits.visit("Vonk Constructie BV", postcode: "2741 AB")
        _ = try await desk.visits.visit("Haagse Plaat BV", postcode: "2500 AB")
        _ = try await desk.visits.visit("Half Werk BV", postcode: "2401 AB", isFinished: false)
        #expect(try await desk.counts(for: "1.2") == [])
        try await desk.say(true, .metal)
        #expect(try await desk.counts(for: "1.2") == [], "one yes is not enough")
        try await desk.say(true, .plan)
        #expect(try await desk.counts(for: "1.2") == [1], "only in its own municipalities, and only what is finished")
        #expect(try await desk.counts(for: "1.1") == [], "what was not agreed does not count")
        let line = try await desk.lines.state(of: desk.plan.id, as: GroeneHart.manager).line("1.2")!
        #expect(line.shared(for: "1.2-1").map(\.source) == [.metaal])
        #expect(line.shared.map(\.municipalities) == [1])
        #expect(!line.shared[0].isShownToEverybody, "a few visits could point at one company")
    }

    @Test(arguments: TestDatabase.available)
    func `either ends it, and an earlier day stays as it was`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        _ = try await desk.visits.visit()
        try await desk.agree("bedrijfsbezoeken")
        desk.move(to: "2026-04-01")
        _ = try await desk.visits.visit("Tweede BV")
        #expect(try await desk.counts(for: "1.2") == [2])
        desk.move(to: "2026-05-01")
        await #expect(throws: InvalidShare(issues: [.reasonMissing])) { try await desk.say(false, .metal) }
        try await desk.say(false, .metal, why: "Het bestuur wil eerst overleg")
        #expect(try await desk.counts(for: "1.2") == [])
        #expect(try await desk.counts(for: "1.2", on: "2026-04-30") == [2])
        #expect(try await desk.counts(for: "1.2", on: "2026-03-31") == [1])
        #expect(try await desk.counts(for: "1.2", on: "2026-03-01") == [])
        try await desk.say(true, .metal)
        #expect(try await desk.counts(for: "1.2") == [2])
    }

    @Test(arguments: TestDatabase.available)
    func `a session counts for both`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        try await desk.agree("metaal-sessies")
        try await desk.agree("streekbijeenkomsten")
        try await holdSession(desk)
        #expect(try await desk.counts(for: "1.1") == [1])
        let meetings: [(String, String, Register.State.ID)] = [
            ("Over plaat", "maakindustrie", "geweest"), ("Over vlas", "groen", "geweest"),
            ("Over draaien", "maakindustrie", "gepland"),
        ]
        for (name, sector, state) in meetings {
            try await meet(name, sector, state, desk)
        }
        let indicators = Indicators(
            database: desk.visits.database,
            world: desk.visits.world,
            programmes: desk.visits.programmes
        )
        let report = try await indicators.report(of: .metaal, as: .projectLeader)
        #expect(report.state(.target("sessies"))?.actual == 2, "one of its own, and one meeting for manufacturing")
        #expect(report.sessions.count { $0.elsewhere != nil } == 1)
        desk.move(to: "2026-06-01")
        try await desk.say(false, .plan, about: "streekbijeenkomsten", why: "Klaar")
        let after = try await indicators.report(of: .metaal, as: .projectLeader)
        #expect(after.state(.target("sessies"))?.actual == 1)
        #expect(after.sessions.allSatisfy { $0.elsewhere == nil })
        let before = try await indicators.report(of: .metaal, asOf: Day("2026-05-15"), as: .projectLeader)
        #expect(before.state(.target("sessies"))?.actual == 2)
    }

    private func holdSession(_ desk: SharingDesk) async throws {
        let visits = desk.visits
        let sessions = KnowledgeSessions(
            database: visits.database,
            world: visits.world,
            programmes: visits.programmes
        )
        var form = SessionForm()
        (form.title, form.summary, form.agenda) = ("Sessie", "Wat werkt", "Ontvangst")
        (form.day, form.start, form.end) = ("2026-03-02", "16:00", "18:00")
        (form.venue, form.street, form.municipality) = ("Voorbeeld BV", "Dorpsstraat 1", "GM0627")
        (form.host, form.capacity) = ("Voorbeeld BV", "30")
        let id: KnowledgeSession.ID = visits.world.id()
        let writing: SessionLetter.Writing = { _ in MailContent(title: "", plain: "", html: "") }
        try await sessions.save(form, as: id, in: .metaal, by: .projectLeader, writing: writing)
        try await sessions.open(id, in: .metaal, as: .projectLeader)
        try await sessions.conclude(id, results: "Afspraken", in: .metaal, as: .projectLeader)
    }

    private func meet(_ name: String, _ sector: String, _ state: Register.State.ID, _ desk: SharingDesk) async throws {
        var form = RegisterItemForm()
        (form.id, form.revision) = (UUID().uuidString, UUID().uuidString)
        form.values = ["onderwerp": [name], "dag": ["2026-02-12"], "sector": [sector], "gemeente": ["GM0627"]]
        let id = try await desk.registers.save(form, of: "bijeenkomsten", in: desk.plan, as: GroeneHart.alphen)
        try await desk.registers.move(id, to: state, of: "bijeenkomsten", in: desk.plan, as: GroeneHart.alphen)
    }

    @Test(arguments: TestDatabase.available)
    func `a second click says nothing twice, and the log keeps every word`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        let sending = UUID().uuidString
        try await desk.say(true, .metal, id: sending)
        try await desk.say(true, .metal, id: sending)
        try await desk.say(true, .metal)
        try await desk.say(false, .metal, why: "Toch niet")
        try await desk.say(false, .metal, why: "Nog steeds niet")
        let state = try #require(
            try await desk.sharings.overview(of: desk.metal, as: .interviewer)
                .first { $0.agreement.key.code == "bedrijfsbezoeken" }
        )
        #expect(state.agreement.words.map(\.isAgreed) == [true, false])
        #expect(state.agreement.words.map(\.why) == ["", "Toch niet"])
        #expect(state.standing == .waitsForUs)
    }

    @Test(arguments: TestDatabase.available)
    func `only who leads a programme says so, and only about its own`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        var form = ShareForm()
        form.isAgreed = true
        for (principal, programme) in [
            (Principal.interviewer, desk.metal), (.programmeManager, desk.metal), (GroeneHart.alphen, desk.plan),
            (GroeneHart.manager, desk.plan), (.projectLeader, desk.plan), (GroeneHart.leader, desk.metal),
        ] {
            let form = form
            await #expect(throws: AccessProblem.forbidden(.agreeSharing)) {
                try await desk.sharings.say(form, about: "bedrijfsbezoeken", in: programme, as: principal)
            }
        }
        await #expect(throws: ShareProblem.notFound) { try await desk.say(true, .metal, about: "iets-anders") }
        await #expect(throws: AccessProblem.forbidden(.readProgramme)) {
            _ = try await desk.sharings.overview(of: desk.metal, as: GroeneHart.leader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `packs that do not say the same share nothing, whatever was agreed`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind) { metal, _ in metal.sharing?.offers[0].kind = .sessions }
        await #expect(throws: ShareProblem.notDeclared) { try await desk.say(true, .metal) }
        let states = try await desk.sharings.overview(of: desk.metal, as: .projectLeader)
        #expect(states[0].standing == .undeclared)

        let other = try await SharingDesk(kind)
        _ = try await other.visits.visit()
        try await other.agree("bedrijfsbezoeken")
        #expect(try await other.counts(for: "1.2") == [1])
        var withdrawn = other.metal
        withdrawn.sharing?.offers.removeFirst()
        try await other.visits.programmes.publish(withdrawn, as: .administrator)
        #expect(try await other.counts(for: "1.2") == [])
    }

    @Test(arguments: TestDatabase.available)
    func `a programme that is not here is waited for`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind) { metal, _ in
            metal.sharing?.uses.append(
                ShareUse(
                    code: "ver-weg",
                    from: "elders",
                    kind: .sessions,
                    place: .target("sessies"),
                    why: SharingDesk.why
                )
            )
        }
        let states = try await desk.sharings.overview(of: desk.metal, as: .projectLeader)
        #expect(states.last?.standing == .undeclared)
        #expect(states.last?.agreement.name(of: "elders")[.dutch] == "elders")
    }
}
