import Fieldwork
import Foundation
import Kernel
import Mail
import Programmes
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct InvitationMoveTests {
    @Test(arguments: TestDatabase.available)
    func `who said yes hears once that the appointment moved, with a link that lasts as long`(
        on kind: TestDatabase
    ) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        try await desk.answer(.confirmed)
        for _ in 1...2 { try await desk.move(to: "2026-06-15") }
        #expect(try await desk.letters().count == 3)
        #expect(desk.calendars.map(\.day) == [Day("2026-03-16")!, Day("2026-06-15")!])
        #expect(desk.calendars.map(\.id).allSatisfy { $0 == desk.calendars[0].id })
        #expect(desk.calendars[1].sequence > desk.calendars[0].sequence)
        #expect(desk.lastToken != desk.token)
        let later = Invitations(
            database: desk.town.database,
            world: .fixed(at: Day("2026-06-20")!.noon),
            programmes: Programmes(database: desk.town.database, world: desk.town.world)
        )
        #expect(try await later.open(desk.lastToken).appointment?.plan.day == Day("2026-06-15"))
        await #expect(throws: InvitationProblem.doesNotWork) { _ = try await later.open(desk.token) }
        // Called off by us, that is told as well, and only once.
        let talk = try #require(try await desk.talks().first)
        let programme = try await Programmes(database: desk.town.database, world: desk.town.world).current(.metaal)
        for _ in 1...2 {
            try await desk.town.conversations.cancel(
                talk.id,
                because: "Ziek",
                in: .metaal,
                as: .interviewer,
                telling: desk.invitations.telling(in: programme, by: .interviewer, writing: desk.writing)
            )
        }
        #expect(try await desk.letters().count == 4)
        #expect(desk.calendars.last?.isCancelled == true)
    }

    @Test(arguments: TestDatabase.available)
    func `a day that is over is nobody's news`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        try await desk.answer(.confirmed)
        try await desk.move(to: "2026-03-01")
        #expect(try await desk.letters().count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `an appointment that was made by telephone moves without a letter`(on kind: TestDatabase) async throws {
        let desk = try await Desk(on: kind)
        try await desk.send()
        let plan = ConversationPlan(day: Day("2026-03-16")!, interviewer: Interviewer(.interviewer))
        try await desk.town.conversations
            .add(desk.town.world.id(), with: desk.company, plan, .start, in: .metaal, as: .interviewer)
        try await desk.move(to: "2026-03-17")
        #expect(try await desk.letters().count == 1)
    }
}
