import Foundation
import Governance
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct GovernanceTests {
    /// The Groene Hart, on a day that moves.
    private struct Table {
        let governances: Governances
        let programme: Programme
        let day: MovingDay

        init(_ kind: TestDatabase) async throws {
            day = MovingDay("2025-01-06")
            programme = try GroeneHart.programme()
            governances = Governances(database: try await kind.make(), world: day.world)
        }

        func meet(_ day: String, body: Int = 0, id: String = "") async throws -> Meeting.ID {
            var form = MeetingForm()
            form.id = id
            form.body = programme.actionPlan!.bodies[body].code.description
            (form.day, form.place) = (day, "Gouda")
            return try await governances.plan(form, in: programme, as: GroeneHart.leader)
        }

        func decide(_ words: String, in meeting: Meeting.ID, superseding number: String = "", id: String = "")
            async throws
        {
            var form = DecisionForm()
            (form.id, form.words, form.supersedes) = (id, words, number)
            (form.lines, form.result, form.payer) = (["3.1", "onzin"], "3.1-B", "alphen")
            try await governances.decide(form, in: meeting, of: programme, as: GroeneHart.leader)
        }

        func state(as principal: Principal = GroeneHart.manager) async throws -> GovernanceState {
            try await governances.state(of: programme, as: principal)
        }
    }

    private static func uuid(_ number: Int) -> String { String(format: "00000000-0000-7000-a000-%012d", number) }

    @Test(arguments: TestDatabase.available)
    func `a decision stays as it is, and another one takes its place once`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let first = try await table.meet("2025-02-03")
        for _ in 1...2 { try await table.decide("De ketenregisseur begint in maart.", in: first, id: Self.uuid(1)) }
        let second = try await table.meet("2025-06-02")
        try await table.decide("De ketenregisseur begint in juli.", in: second, superseding: "1")
        let state = try await table.state()
        #expect(state.decisions.map(\.number) == [2, 1])
        #expect(state.decisions.map(\.words).last == "De ketenregisseur begint in maart.")
        #expect(state.isSuperseded(state.decisions[1]))
        #expect(!state.isSuperseded(state.decisions[0]))
        #expect(state.decisions(touching: "3.1").count == 2)
        #expect(state.decisions(touching: "3.2").isEmpty)
        #expect(state.decisions[0].result == "3.1-B")
        #expect(state.decisions[0].payer == "alphen")
        #expect(state.decisions.map(\.decidedOn) == [Day("2025-06-02")!, Day("2025-02-03")!])
        for (number, fault) in [("1", InvalidGovernance.Fault.supersededAlready), ("9", .notANumber)] {
            await #expect(throws: InvalidGovernance(issues: [.init(at: .supersedes, fault: fault)])) {
                try await table.decide("Toch niet.", in: second, superseding: number)
            }
        }
        #expect(try await table.state().decisions.count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `a meeting has an agenda in order, and moves without losing it`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.meet("2025-02-03", id: Self.uuid(1))
        for (number, title) in [(11, "Jaarplan"), (12, "Geld"), (11, "Jaarplan")] {
            var form = AgendaItemForm()
            (form.id, form.title, form.kind, form.line) = (Self.uuid(number), title, "decide", "3.1")
            try await table.governances.add(form, to: id, in: table.programme, as: GroeneHart.leader)
        }
        for _ in 1...2 { _ = try await table.meet("2025-02-10", id: Self.uuid(1)) }
        let meeting = try await table.governances.open(id, in: table.programme, as: GroeneHart.manager)
        #expect(meeting.agenda.map(\.title) == ["Jaarplan", "Geld"])
        #expect(meeting.agenda.map(\.position) == [1, 2])
        #expect(meeting.day == Day("2025-02-10"))
        #expect(meeting.version == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `an agenda is put in order until the meeting is over`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.meet("2025-02-03")
        func add(_ number: Int) async throws {
            var form = AgendaItemForm()
            (form.id, form.title, form.kind) = (Self.uuid(number), "Punt \(number)", "inform")
            try await table.governances.add(form, to: id, in: table.programme, as: GroeneHart.leader)
        }
        func agenda() async throws -> [AgendaItem] {
            try await table.governances.open(id, in: table.programme, as: GroeneHart.manager).agenda
        }
        func remove(_ item: AgendaItem, as principal: Principal = GroeneHart.leader) async throws {
            try await table.governances.remove(item.id, from: id, in: table.programme, as: principal)
        }
        for number in 11...13 { try await add(number) }
        let third = try await agenda()[2]
        for _ in 1...2 {
            let (governances, programme) = (table.governances, table.programme)
            try await governances.putEarlier(third.id, from: 3, on: id, in: programme, as: GroeneHart.leader)
            #expect(
                try await agenda().map(\.title) == ["Punt 11", "Punt 13", "Punt 12"],
                "a second click moves nothing"
            )
        }
        let first = try await agenda()[0]
        try await table.governances.putEarlier(first.id, from: 1, on: id, in: table.programme, as: GroeneHart.leader)
        for _ in 1...2 { try await remove(first) }
        try await add(14)
        #expect(try await agenda().map(\.title) == ["Punt 13", "Punt 12", "Punt 14"])
        for principal in [GroeneHart.alphen, GroeneHart.manager] {
            await #expect(throws: (any Error).self) { try await remove(third, as: principal) }
        }
        table.day.move(to: "2025-02-03")
        try await remove(third)
        table.day.move(to: "2025-02-04")
        let last = try await agenda()[0]
        await #expect(throws: GovernanceProblem.meetingIsOver) { try await remove(last) }
        #expect(try await agenda().map(\.title) == ["Punt 12", "Punt 14"])
    }

    @Test(arguments: TestDatabase.available)
    func `what was agreed is open until somebody says what came of it`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.meet("2025-02-03")
        for (number, due) in [(1, "2025-03-01"), (2, "2025-02-14")] {
            var form = ActionPointForm()
            (form.id, form.words, form.owner, form.due) = (Self.uuid(number), "Bel de kopers", "Lot", due)
            for _ in 1...2 {
                try await table.governances.agree(form, in: id, of: table.programme, as: GroeneHart.leader)
            }
        }
        table.day.move(to: "2025-02-20")
        var state = try await table.state()
        #expect(state.openPoints.map(\.number) == [2, 1])
        #expect(state.openPoints.map { $0.isLate(on: state.today) } == [true, false])
        let late = state.openPoints[0].id
        func close(_ outcome: String) async throws {
            try await table.governances.close(late, outcome: outcome, in: table.programme, as: GroeneHart.leader)
        }
        await #expect(throws: InvalidGovernance.self) { try await close(" ") }
        for _ in 1...2 { try await close("Drie kopers gesproken") }
        await #expect(throws: GovernanceProblem.closedAlready) { try await close("Iets anders") }
        state = try await table.state()
        #expect(state.openPoints.map(\.number) == [1])
        #expect(state.points[1].closedOn == Day("2025-02-20"))
    }

    @Test(arguments: TestDatabase.available)
    func `who left a body is forgotten after a year`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let body = table.programme.actionPlan!.bodies[0].code
        var form = BodyMemberForm()
        (form.id, form.body, form.name) = (Self.uuid(1), body.description, "W. Ethouder")
        (form.organisation, form.since) = ("gouda", "2024-09-01")
        for _ in 1...2 { try await table.governances.appoint(form, in: table.programme, as: GroeneHart.leader) }
        let member = BodyMember.ID(Self.uuid(1))!
        await #expect(throws: InvalidGovernance(issues: [.init(at: .until, fault: .endsBeforeItStarts)])) {
            try await table.governances.end(member, on: "2024-08-31", in: table.programme, as: GroeneHart.leader)
        }
        try await table.governances.end(member, on: "2025-03-01", in: table.programme, as: GroeneHart.leader)
        let state = try await table.state()
        #expect(state.members(of: body, on: Day("2025-03-01")!).map(\.name) == ["W. Ethouder"])
        #expect(state.members(of: body, on: Day("2025-03-02")!).isEmpty)
        table.day.move(to: "2026-03-01")
        #expect(try await table.governances.forgetMembers() == 0)
        table.day.move(to: "2026-03-02")
        #expect(try await table.governances.forgetMembers() == 1)
        #expect(try await table.state().members == [])
    }

    @Test(arguments: TestDatabase.available)
    func `only who leads the programme writes, and who has a part in it reads`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.meet("2025-02-03")
        var form = DecisionForm()
        form.words = "Besluit"
        for (principal, problem) in [
            (GroeneHart.alphen, GovernanceProblem.notSecretary as any Error & Equatable),
            (GroeneHart.manager, AccessProblem.forbidden(.updateActions)),
            (.outsider, AccessProblem.forbidden(.updateActions)),
        ] {
            do {
                try await table.governances.decide(form, in: id, of: table.programme, as: principal)
                Issue.record("\(principal.name) decided")
            } catch {
                #expect("\(error)" == "\(problem)")
            }
        }
        await #expect(throws: AccessProblem.self) { try await table.state(as: .outsider) }
        var other = table.programme
        other.id = "ander-programma"
        let leader = Principal(
            account: nil,
            name: "Lot",
            origin: "127.0.0.1",
            grants: ["ander-programma": [Grant(role: .projectLeader)]]
        )
        await #expect(throws: GovernanceProblem.meetingNotFound) {
            try await table.governances.open(id, in: other, as: leader)
        }
        await #expect(throws: GovernanceProblem.meetingNotFound) {
            try await table.governances.decide(form, in: id, of: other, as: leader)
        }
        // Nor under the identifier that something has here.
        var moved = MeetingForm()
        (moved.id, moved.day, moved.place) = (id.description, "2030-01-01", "Elders")
        moved.body = other.actionPlan!.bodies[0].code.description
        await #expect(throws: GovernanceProblem.meetingNotFound) {
            try await table.governances.plan(moved, in: other, as: leader)
        }
        var seat = BodyMemberForm()
        (seat.id, seat.body, seat.name, seat.since) = (Self.uuid(1), moved.body, "W. Ethouder", "2024-09-01")
        try await table.governances.appoint(seat, in: table.programme, as: GroeneHart.leader)
        seat.until = "2024-10-01"
        await #expect(throws: GovernanceProblem.memberNotFound) {
            try await table.governances.appoint(seat, in: other, as: leader)
        }
        let state = try await table.state()
        #expect(state.meetings.map(\.place) == ["Gouda"])
        #expect(state.members.map(\.until) == [nil])
        let nothing = await #expect(throws: InvalidGovernance.self) {
            try await table.governances.plan(MeetingForm(), in: table.programme, as: GroeneHart.leader)
        }
        #expect(nothing?.issues.map(\.place) == [.body, .day])
    }
}
