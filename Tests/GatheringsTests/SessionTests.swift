import Fieldwork
import Foundation
import Gatherings
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct SessionTests {
    @Test(arguments: TestDatabase.available)
    func `a draft is seen by who organises only, and all that is wrong is said at once`(
        kind: TestDatabase
    ) async throws {
        let hall = try await Hall(on: kind)
        let id: KnowledgeSession.ID = hall.visits.world.id()
        func save(_ form: SessionForm) async throws {
            try await hall.sessions.save(form, as: id, in: .metaal, by: .projectLeader, writing: hall.writing)
        }
        await #expect(
            throws: InvalidSession(
                issues: [
                    .missing(.title), .missing(.summary), .dayUnreadable, .timeUnreadable(.start),
                    .timeUnreadable(.end),
                    .missing(.venue), .missing(.street), .missing(.municipality), .missing(.host),
                    .capacityUnreadable, .missing(.agenda),
                ]
            )
        ) { try await save(SessionForm()) }
        var form = Hall.form(day: "2026-03-01")
        form.end = "15:00"
        await #expect(throws: InvalidSession(issues: [.dayPast, .endBeforeStart])) { try await save(form) }
        for _ in 1...2 { try await save(Hall.form()) }
        let own = try await hall.sessions.find(id, in: .metaal, as: .projectLeader)
        #expect(own.version == 1)
        #expect(own.plan.minutes == 150)
        #expect(own.plan.end == ClockTime("18:30"))
        await #expect(throws: SessionProblem.notFound) {
            _ = try await hall.sessions.find(id, in: .metaal, as: .municipality)
        }
        #expect(try await hall.sessions.list(in: .metaal, as: .municipality).isEmpty)
        #expect(try await hall.signUps.upcoming().isEmpty)
        try await hall.sessions.open(id, in: .metaal, as: .projectLeader)
        let seen = try await hall.sessions.list(in: .metaal, as: .municipality)
        #expect(seen.map(\.session.id) == [id])
        #expect(seen[0].counts == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `more places promote who waits; nobody loses a place`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 2)
        for name in ["Anna", "Bram", "Cees"] {
            try await hall.answer(.signedUp, try await hall.guest(name, for: id))
        }
        hall.box.empty()
        func save(_ form: SessionForm) async throws {
            try await hall.sessions.save(form, as: id, in: .metaal, by: .projectLeader, writing: hall.writing)
        }
        await #expect(throws: InvalidSession(issues: [.capacityTaken(2)])) { try await save(Hall.form(capacity: 1)) }
        try await save(Hall.form(capacity: 3))
        #expect(hall.box.lines == ["promoted Cees"])
        #expect(hall.box.all[0].calendar?.sequence == 3)
    }

    @Test(arguments: TestDatabase.available)
    func `who comes or waits hears of another day and of a cancellation; who was only asked does not`(
        kind: TestDatabase
    ) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(capacity: 1)
        for name in ["Anna", "Bram"] { try await hall.answer(.signedUp, try await hall.guest(name, for: id)) }
        _ = try await hall.guest("Cees", for: id)
        hall.box.empty()
        try await hall.sessions.save(
            Hall.form(capacity: 1, day: "2026-04-23"),
            as: id,
            in: .metaal,
            by: .projectLeader,
            writing: hall.writing
        )
        #expect(hall.box.lines == ["moved Anna", "moved Bram"])
        #expect(hall.box.all[0].calendar?.day == Day("2026-04-23"))
        hall.box.empty()
        await #expect(throws: InvalidSession(issues: [.wordsMissing])) {
            try await hall.sessions.cancel(id, because: " ", in: .metaal, as: .projectLeader, writing: hall.writing)
        }
        for _ in 1...2 {
            try await hall.sessions.cancel(id, because: "Ziek", in: .metaal, as: .projectLeader, writing: hall.writing)
        }
        #expect(hall.box.lines == ["cancelled Anna", "cancelled Bram"])
        #expect(hall.box.all[0].calendar?.isCancelled == true)
        hall.visits.move(to: Day("2026-04-23")!)
        await #expect(throws: SessionProblem.tooLate(.cancelled)) {
            try await hall.sessions.conclude(id, results: "Niets", in: .metaal, as: .projectLeader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `companies are chosen by what they said last, and each is asked once`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let visits = hall.visits
        _ = try await visits.visit("Doet BV", doing: ["PP02"], ambition: [])
        _ = try await visits.visit("Wil BV", doing: [], ambition: ["PP14"])
        _ = try await visits.visit("Anders BV", doing: ["PR04"], ambition: [])
        let id = try await hall.open(capacity: 5)
        func names(_ interest: CandidateFilter.Interest, theme: Theme.ID? = "productieproces") async throws -> [String]
        {
            try await hall.sessions.candidates(
                CandidateFilter(theme: theme, interest: interest),
                for: id,
                in: .metaal,
                as: .projectLeader
            ).map(\.name)
        }
        #expect(try await names(.doing) == ["Doet BV"])
        #expect(try await names(.ambition) == ["Wil BV"])
        #expect(try await names(.either) == ["Doet BV", "Wil BV"])
        #expect(try await names(.either, theme: nil) == ["Anders BV", "Doet BV", "Wil BV"])
        let all = try await hall.sessions.candidates(CandidateFilter(), for: id, in: .metaal, as: .projectLeader)
        let contacts = ContactPersons(database: visits.database, world: visits.world)
        for company in all.prefix(2) {
            let form = ContactForm(name: "Wil \(company.name)", email: "WIL@\(company.name.prefix(4)).example")
            try await contacts.add(visits.world.id(), form, to: company.company, in: .metaal, as: .interviewer)
        }
        func invite() async throws -> Int {
            try await hall.sessions.invite(
                all.map(\.company),
                to: id,
                note: "Neem een restplaat mee",
                in: .metaal,
                as: .projectLeader,
                writing: hall.writing
            )
        }
        #expect(try await invite() == 2)
        #expect(hall.box.lines == ["invitation Wil Anders BV", "invitation Wil Doet BV"])
        #expect(hall.box.all[0].note == "Neem een restplaat mee")
        await #expect(throws: InvalidSession(issues: [.nobodyChosen])) { _ = try await invite() }
        let link = try #require(hall.box.last(to: "Wil Doet BV")?.token)
        try await hall.answer(.signedUp, link)
        #expect(try await hall.board(id).placed.map(\.companyName) == ["Doet BV"])
    }

    @Test(arguments: TestDatabase.available)
    func `the overview counts what took place, as it was known on the day`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open(day: "2026-03-10")
        _ = try await hall.open(day: "2026-05-10")
        hall.visits.move(to: Day("2026-03-12")!)
        try await hall.sessions.conclude(id, results: "Drie afspraken", in: .metaal, as: .projectLeader)
        func held(_ day: String) async throws -> Int? {
            try await hall.visits.overviews.overview(of: .metaal, asOf: Day(day), as: .municipality).targets
                .first { $0.target.counted == .sessions }?.count
        }
        #expect(try await held("2026-03-12") == 1)
        #expect(try await held("2026-03-11") == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `only who organises decides; who may see conversations sees who comes`(kind: TestDatabase) async throws {
        let hall = try await Hall(on: kind)
        let id = try await hall.open()
        for principal in [Principal.interviewer, .coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await hall.sessions.save(
                    Hall.form(),
                    as: hall.visits.world.id(),
                    in: .metaal,
                    by: principal,
                    writing: hall.writing
                )
            }
            await #expect(throws: AccessProblem.self) {
                try await hall.sessions.recordAttendance([], of: id, in: .metaal, as: principal)
            }
            await #expect(throws: AccessProblem.self) {
                _ = try await hall.sessions.candidates(CandidateFilter(), for: id, in: .metaal, as: principal)
            }
        }
        _ = try await hall.sessions.board(id, in: .metaal, as: .interviewer)
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await hall.sessions.board(id, in: .metaal, as: principal)
            }
        }
    }
}
