import Fieldwork
import Foundation
import Kernel
import Mail
import Programmes
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct InvitationTests {
    @Test(arguments: TestDatabase.available)
    func `an invitation is one letter and one line in the round, however often it is sent`(
        on kind: TestDatabase
    ) async throws {
        let desk = try await Desk(on: kind)
        let form = Desk.form()
        try await desk.send(form)
        try await desk.send(form)
        #expect(try await desk.letters().map(\.to.email) == ["wil@bedrijf.example"])
        #expect(try await desk.state() == .invited)
        let open = try await desk.invitations.open(desk.token)
        #expect(open.invitation.contactName == "Wil Werkplaats")
        #expect(open.appointment == nil)
        let known = try await desk.invitations.all(of: desk.company, in: .metaal, as: .interviewer)
        #expect(known.count == 1)
        #expect(known.first?.letter?.state == .waiting)
    }

    @Test(arguments: TestDatabase.available)
    func `a yes makes the appointment and one letter that confirms it, with the day for a calendar`(
        on kind: TestDatabase
    ) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        let id = UUID().uuidString
        try await desk.answer(.confirmed, id: id)
        try await desk.answer(.confirmed, id: id)
        try await desk.answer(.confirmed)
        let talks = try await desk.talks()
        #expect(talks.map(\.state) == [.planned])
        #expect(talks.first?.plan.day == Day("2026-03-16"))
        #expect(talks.first?.plan.interviewer.name == Principal.interviewer.name)
        #expect(
            try await desk.letters().map(\.kind).sorted { $0.rawValue < $1.rawValue } == [.confirmation, .invitation]
        )
        #expect(desk.calendars.map(\.day) == [Day("2026-03-16")!])
        #expect(desk.calendars.first?.startMinute == 570)
        #expect(try await desk.state() == .planned)
    }

    @Test(arguments: TestDatabase.available)
    func `a no counts with its reason, and the next on the list comes`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        try await desk.answer(.declined, note: "Te druk", refusal: "no-time")
        let sheet = try await desk.town.sheet(desk.round)
        let line = try #require(sheet.lines.first { $0.company == desk.company })
        #expect(line.state == .refused)
        #expect(line.events.last?.refusal == .noTime)
        #expect(line.events.last?.name == "Wil Werkplaats")
        #expect(sheet.lines.contains { $0.instead == desk.company })
        #expect(try await desk.talks().isEmpty)
        await #expect(throws: InvitationProblem.over) { try await desk.answer(.confirmed) }
    }

    @Test(arguments: TestDatabase.available)
    func `a no after a yes calls the appointment off`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        try await desk.answer(.confirmed)
        try await desk.answer(.declined, note: "Ziek")
        #expect(try await desk.talks().map(\.state) == [.cancelled])
        #expect(try await desk.state() == .refused)
    }

    @Test(arguments: TestDatabase.available)
    func `another moment is a wish in words, and the company stays invited`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        await #expect(throws: InvalidInvitation(issues: [.wishMissing])) { try await desk.answer(.otherTime) }
        try await desk.answer(.otherTime, note: "Donderdag na drieën")
        #expect(try await desk.state() == .invited)
        let latest = try await desk.invitations.latest(in: desk.round, of: .metaal, as: .projectLeader)
        #expect(latest[desk.company]?.answer?.note == "Donderdag na drieën")
    }

    @Test(arguments: TestDatabase.available)
    func `a link that is over or that nobody made opens nothing`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        let token = desk.token
        await #expect(throws: InvitationProblem.doesNotWork) {
            try await desk.invitations.open(LinkToken(bytes: Array(repeating: 7, count: 16)))
        }
        let later = Invitations(
            database: desk.town.database,
            world: .fixed(at: Day("2026-04-16")!.noon),
            programmes: Programmes(database: desk.town.database, world: desk.town.world)
        )
        await #expect(throws: InvitationProblem.doesNotWork) { try await later.open(token) }
        // The proposed day is past, but the link still works: there is nothing to answer any more.
        let past = Invitations(
            database: desk.town.database,
            world: .fixed(at: Day("2026-03-20")!.noon),
            programmes: Programmes(database: desk.town.database, world: desk.town.world)
        )
        #expect(try await past.open(token).isOver(on: Day("2026-03-20")!))
        await #expect(throws: InvitationProblem.over) {
            try await past.answer(
                InvitationAnswerForm(kind: "confirmed"),
                with: token,
                from: "127.0.0.1"
            ) { _ in MailContent(title: "", plain: "", html: "") }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the secret of the link is in no table but the letter that waits`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        let hash = try await desk.town.database.read { db in
            try db.run("SELECT token_hash FROM invitation").map { try $0.get(0, as: String.self) }
        }
        #expect(hash.count == 1)
        #expect(hash.first != desk.token.description)
    }

    @Test(arguments: TestDatabase.available)
    func `who has an appointment, said no or is in no round is not invited`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        let lines = try await desk.town.sheet(desk.round).lines.map(\.company)
        try await desk.town.visit(lines[1])
        try await desk.town.record(.refused, lines[2], in: desk.round, because: .noTime, takesNext: false)
        let reserve = try #require(try await desk.town.sheet(desk.round).reserves[Town.alphen]?.first?.company)
        for company in [lines[1], lines[2], reserve] {
            await #expect(throws: InvitationProblem.notPossible) { try await desk.send(Desk.form(), to: company) }
        }
        #expect(try await desk.letters().isEmpty)
        await #expect(
            throws: InvalidInvitation(
                issues: [.contactMissing, .emailInvalid, .dayPast, .timeMissing, .interviewerMissing]
            )
        ) { try await desk.send(InvitationForm(email: "geen adres", day: "2026-03-01")) }
    }
}

@Suite struct CalendarTests {
    private func event(_ day: String, _ minute: Int?, title: String = "Gesprek") -> CalendarEvent {
        CalendarEvent(
            id: "1@karavaan",
            title: title,
            place: "Dorpsstraat 1, Waddinxveen",
            day: Day(day)!,
            startMinute: minute,
            minutes: 45,
            changedAt: Day("2026-03-01")!.noon
        )
    }

    @Test func `the clock of Amsterdam is followed in summer and in winter`() {
        #expect(ICalendar.text([event("2026-01-15", 570)], name: "x").contains("DTSTART:20260115T083000Z"))
        #expect(ICalendar.text([event("2026-07-15", 570)], name: "x").contains("DTSTART:20260715T073000Z"))
        // On the night that the clock changes.
        #expect(ICalendar.text([event("2026-03-29", 570)], name: "x").contains("DTSTART:20260329T073000Z"))
        #expect(ICalendar.text([event("2026-03-29", 60)], name: "x").contains("DTSTART:20260329T000000Z"))
    }

    @Test func `what is special in a calendar is escaped, and long lines go on in the next`() {
        let text = ICalendar.text(
            [event("2026-03-16", nil, title: "A; B, C \\ " + String(repeating: "é", count: 60))],
            name: "Ik"
        )
        #expect(text.contains(#"SUMMARY:A\; B\, C \\ "#))
        #expect(text.contains("LOCATION:Dorpsstraat 1\\, Waddinxveen"))
        #expect(text.contains("DTSTART;VALUE=DATE:20260316\r\n"))
        #expect(text.contains("DTEND;VALUE=DATE:20260317\r\n"))
        #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    }
}
