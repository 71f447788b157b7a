import Fieldwork
import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct AgendaTests {
    private static let people = [Interviewer(.interviewer)]

    private func agendas(_ town: Town) -> Agendas {
        Agendas(database: town.database, world: town.world)
    }

    private func plan(_ town: Town, _ company: Company.ID, on day: String, at time: String?) async throws {
        let plan = ConversationPlan(
            day: Day(day)!,
            time: time.flatMap(ClockTime.init),
            interviewer: Interviewer(.interviewer)
        )
        try await town.conversations.add(town.world.id(), with: company, plan, .start, in: .metaal, as: .interviewer)
    }

    private func agenda(_ town: Town) async throws -> Agenda {
        try await agendas(town)
            .agenda(around: town.world.today, of: nil, people: Self.people, in: .metaal, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `companies in one municipality are proposed for one day, where somebody is already first`(
        on kind: TestDatabase
    ) async throws {
        let town = try await Town(on: kind)
        let alphen = try await town.build(12)
        try await town.build(6, in: Town.waddinxveen)
        try await plan(town, alphen[0], on: "2026-03-18", at: "11:15")
        _ = try await town.draw([Town.alphen: 5, Town.waddinxveen: 2])
        let agenda = try await agenda(town)
        #expect(agenda.first == Day("2026-03-02"))
        #expect(agenda.appointments.map(\.conversation.plan.day) == [Day("2026-03-18")!])
        let inAlphen = agenda.proposals.filter { $0.area == Town.alphen }
        let visited = try #require(inAlphen.first { $0.day == Day("2026-03-18") })
        #expect(visited.present == 1)
        // Not at eleven, for somebody is there at a quarter past.
        #expect(visited.stops.map { "\($0.time)" } == ["09:00", "13:30", "15:30"])
        #expect(inAlphen.flatMap(\.stops).count == 5)
        #expect(agenda.proposals.filter { $0.area == Town.waddinxveen }.map(\.stops.count) == [2])
        // Within the week nobody can be invited any more, and nobody works at the weekend.
        #expect(agenda.proposals.allSatisfy { $0.day >= Day("2026-03-09")! && $0.day.weekday <= 5 })
        // Nobody is in two places on one day.
        let seats = agenda.proposals.map { "\($0.day) \($0.interviewer.name)" }
        #expect(Set(seats).count == seats.count)
    }

    @Test(arguments: TestDatabase.available)
    func `somebody who is in two municipalities on one day is proposed each hour once`(
        on kind: TestDatabase
    ) async throws {
        let town = try await Town(on: kind)
        let alphen = try await town.build(6)
        let waddinxveen = try await town.build(6, in: Town.waddinxveen)
        try await plan(town, alphen[0], on: "2026-03-18", at: "09:00")
        try await plan(town, waddinxveen[0], on: "2026-03-18", at: "15:30")
        _ = try await town.draw([Town.alphen: 2, Town.waddinxveen: 2])
        let there = try await agenda(town).proposals.filter { $0.day == Day("2026-03-18") }
        let times = there.flatMap(\.stops).map { "\($0.time)" }
        #expect(times.sorted() == ["11:00", "13:30"])
    }

    @Test(arguments: TestDatabase.available)
    func `who has an appointment or said no is proposed no more`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        try await town.build(4)
        let round = try await town.draw([Town.alphen: 4])
        let drawn = try await town.sheet(round).lines.map(\.company)
        try await plan(town, drawn[0], on: "2026-03-12", at: nil)
        try await town.record(.refused, drawn[1], in: round, because: .noTime)
        let stops = try await agenda(town).proposals.flatMap(\.stops).map(\.company)
        #expect(Set(stops) == [drawn[2], drawn[3]])
        // A day with an appointment of which the time is not known is full.
        #expect(try await agenda(town).proposals.allSatisfy { $0.day != Day("2026-03-12") })
    }

    @Test(arguments: TestDatabase.available)
    func `a feed shows one's own conversations with the address, and ends when it is replaced`(
        on kind: TestDatabase
    ) async throws {
        let town = try await Town(on: kind)
        let ids = try await town.build(3)
        try await plan(town, ids[0], on: "2026-03-12", at: "09:30")
        let agendas = agendas(town)
        let first = try await agendas.makeFeed(in: .metaal, as: .interviewer)
        #expect(try await agendas.owner(of: first)?.account == Principal.interviewer.account)
        let events = try await agendas.events(in: .metaal, as: .interviewer)
        #expect(events.map(\.title) == ["Bedrijf GM0484 1"])
        #expect(try await agendas.events(in: .metaal, as: .projectLeader).isEmpty)
        let second = try await agendas.makeFeed(in: .metaal, as: .interviewer)
        #expect(try await agendas.owner(of: first) == nil)
        #expect(try await agendas.owner(of: second) != nil)
        try await agendas.removeFeed(in: .metaal, as: .interviewer)
        #expect(try await agendas.owner(of: second) == nil)
        #expect(try await agendas.feedMadeAt(in: .metaal, as: .interviewer) == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `a coach, a municipality and somebody of another programme see no agenda`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.forbidden(.readConversations)) {
                try await agendas(town)
                    .agenda(around: town.world.today, of: nil, people: [], in: .metaal, as: principal)
            }
        }
    }
}
