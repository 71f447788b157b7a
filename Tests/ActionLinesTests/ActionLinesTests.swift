import ActionLines
import Foundation
import Kernel
import Programmes
import Registers
import Storage
import TestSupport
import Testing

@Suite struct ActionLinesTests {
    private static func day(_ text: String) -> Day { Day(text)! }

    private static func update(_ status: LineStatus, _ why: String, results: [String: String] = [:]) -> LineUpdateForm {
        var form = LineUpdateForm()
        form.status = status.rawValue
        form.why = why
        form.results = results
        if status == .attention || status == .stuck { (form.ask, form.askedOf) = ("Geld", "Bestuurlijk overleg") }
        return form
    }

    private static func make(
        _ kind: TestDatabase
    ) async throws -> (lines: ActionLines, programmes: Programmes, calendar: MovingDay) {
        let database = try await kind.make()
        let calendar = MovingDay("2024-09-02")
        let programmes = Programmes(database: database, world: calendar.world)
        try await programmes.publish(try GroeneHart.programme(), as: GroeneHart.administrator)
        let lines = ActionLines(
            database: database,
            world: calendar.world,
            programmes: programmes,
            registers: Registers(database: database, world: calendar.world)
        )
        return (lines, programmes, calendar)
    }

    @Test(arguments: TestDatabase.available)
    func `what was told adds up, and an earlier day stays as it was`(kind: TestDatabase) async throws {
        let (lines, programmes, calendar) = try await Self.make(kind)
        func told(_ form: LineUpdateForm, on day: String) async throws {
            calendar.move(to: day)
            try await lines.record(form, about: "3.1", in: GroeneHart.id, as: GroeneHart.leader)
        }
        try await told(Self.update(.onCourse, "Twee sessies", results: ["3.1-A": "2"]), on: "2024-11-21")
        var second = Self.update(.attention, "Drie afnemers", results: ["3.1-A": "3", "3.1-B": "3"])
        second.steps = ["3.1-1": .init(state: "done", owner: "Gemeente Zuidplas", due: "2024-12-31")]
        second.id = "00000000-0000-7000-a000-000000000001"
        for _ in 1...2 { try await told(second, on: "2024-12-20") }
        calendar.move(to: "2025-03-03")
        let then = try await lines.state(of: GroeneHart.id, asOf: Self.day("2024-12-19"), as: GroeneHart.manager)
        let line = try #require(then.line("3.1"))
        #expect(line.status == .onCourse)
        #expect(line.reached("3.1-A") == 2)
        #expect(line.next?.code == "3.1-A")
        #expect(line.late(on: then.asOf).isEmpty)
        let now = try #require(await lines.state(of: GroeneHart.id, as: GroeneHart.manager).line("3.1"))
        #expect(now.updates.count == 2)
        #expect(now.status == .attention)
        #expect(now.last?.askedOf == "Bestuurlijk overleg")
        #expect(now.reached("3.1-A") == 3)
        #expect(now.progress(of: "3.1-1").owner == "Gemeente Zuidplas")
        #expect(now.late(on: Self.day("2025-03-03")).map(\.code) == ["3.1-B", "3.1-C"])
        #expect(now.isSilent(on: Self.day("2025-03-03")))
        // More is told, and the plan itself changes: that day stays the same.
        var changed = try GroeneHart.programme()
        changed.actionPlan?.lines.removeAll { $0.code == "5.1" }
        try await programmes.publish(changed, as: GroeneHart.administrator)
        try await told(Self.update(.done, "Klaar", results: ["3.1-C": "2"]), on: "2025-03-04")
        #expect(try await lines.state(of: GroeneHart.id, asOf: Self.day("2024-12-19"), as: GroeneHart.manager) == then)
        #expect(try await lines.state(of: GroeneHart.id, as: GroeneHart.manager).lines.count == 10)
    }

    @Test(arguments: TestDatabase.available)
    func `a lead tells about the lines of its organisation, and about no other`(kind: TestDatabase) async throws {
        let (lines, _, _) = try await Self.make(kind)
        for line: ActionLine.ID in ["1.1", "1.2", "3.3"] {
            try await lines.record(
                Self.update(.onCourse, "Goed"),
                about: line,
                in: GroeneHart.id,
                as: GroeneHart.alphen
            )
        }
        for (line, principal) in [("3.2", GroeneHart.alphen), ("1.1", GroeneHart.woerden)] {
            await #expect(throws: ActionProblem.notLead) {
                try await lines.record(
                    Self.update(.done, "Klaar"),
                    about: ActionLine.ID(line)!,
                    in: GroeneHart.id,
                    as: principal
                )
            }
        }
        for principal in [GroeneHart.manager, Principal.projectLeader, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await lines.record(Self.update(.done, "Klaar"), about: "1.1", in: GroeneHart.id, as: principal)
            }
        }
        await #expect(throws: ActionProblem.lineNotFound) {
            try await lines.record(Self.update(.done, "Klaar"), about: "9.9", in: GroeneHart.id, as: GroeneHart.leader)
        }
        #expect(try await lines.state(of: GroeneHart.id, as: GroeneHart.manager).count(.onCourse) == 3)
    }

    @Test func `everything that is wrong is said at once, and nothing is kept of it`() async throws {
        let (lines, _, _) = try await Self.make(.sqlite)
        var form = LineUpdateForm()
        form.status = "stuck"
        form.evidence = "documented"
        form.results = ["3.1-A": "veel", "3.1-C": "-1"]
        form.steps = ["3.1-1": .init(state: "doing", owner: String(repeating: "x", count: 151), due: "morgen")]
        await #expect(
            throws: InvalidUpdate(
                issues: [
                    .missing(.why), .missing(.ask), .missing(.askedOf), .missing(.source), .dayUnreadable("3.1-1"),
                    .ownerTooLong("3.1-1", 150), .numberUnreadable("3.1-A"), .numberUnreadable("3.1-C"),
                ]
            )
        ) { try await lines.record(form, about: "3.1", in: GroeneHart.id, as: GroeneHart.leader) }
        await #expect(throws: InvalidUpdate(issues: [.statusMissing, .missing(.why)])) {
            try await lines.record(LineUpdateForm(), about: "3.1", in: GroeneHart.id, as: GroeneHart.leader)
        }
        #expect(try await lines.state(of: GroeneHart.id, as: GroeneHart.manager).line("3.1")?.updates == [])
    }

    @Test(arguments: TestDatabase.available)
    func `everybody sees what was released, as it was then, and nothing else`(kind: TestDatabase) async throws {
        let (lines, _, calendar) = try await Self.make(kind)
        func told(_ form: LineUpdateForm, on day: String) async throws {
            calendar.move(to: day)
            try await lines.record(form, about: "3.2", in: GroeneHart.id, as: GroeneHart.woerden)
        }
        try await told(Self.update(.stuck, "Ruzie over de huur", results: ["3.2-A": "2"]), on: "2025-03-03")
        #expect(try await lines.publicPlan(of: GroeneHart.id).lines.isEmpty)
        calendar.move(to: "2025-03-04")
        let form = LineReleaseForm(id: "00000000-0000-7000-a000-000000000009", words: "Twee centra zijn open.")
        for _ in 1...2 { try await lines.release(form, of: "3.2", in: GroeneHart.id, as: GroeneHart.woerden) }
        try await told(Self.update(.onCourse, "Huur geregeld", results: ["3.2-A": "3"]), on: "2025-03-05")
        let seen = try await lines.publicPlan(of: GroeneHart.id)
        #expect(seen.lines.map(\.words) == ["Twee centra zijn open."])
        #expect(seen.lines[0].reached("3.2-A") == 2)
        #expect(seen.lines[0].releasedOn == Self.day("2025-03-04"))
        #expect(seen.takesPart("GM0632", in: seen.lines[0].line))
        #expect(!seen.takesPart("GM0513", in: seen.lines[0].line))
        await #expect(throws: ActionProblem.notLead) {
            try await lines.release(form, of: "1.1", in: GroeneHart.id, as: GroeneHart.woerden)
        }
        await #expect(throws: InvalidUpdate(issues: [.missing(.words)])) {
            try await lines.release(LineReleaseForm(words: " "), of: "3.2", in: GroeneHart.id, as: GroeneHart.woerden)
        }
        await #expect(throws: AccessProblem.self) {
            try await lines.release(form, of: "3.2", in: GroeneHart.id, as: GroeneHart.manager)
        }
        calendar.move(to: "2025-03-06")
        let withdrawal = LineReleaseForm(isWithdrawal: true)
        try await lines.release(withdrawal, of: "3.2", in: GroeneHart.id, as: GroeneHart.leader)
        #expect(try await lines.publicPlan(of: GroeneHart.id).lines.isEmpty)
        #expect(try await lines.released("3.2", in: GroeneHart.id, as: GroeneHart.manager) == nil)
    }

    @Test func `lines are found by theme, sector, lead, municipality and standing`() async throws {
        let (lines, _, _) = try await Self.make(.sqlite)
        try await lines.record(Self.update(.stuck, "Nee"), about: "3.3", in: GroeneHart.id, as: GroeneHart.leader)
        let state = try await lines.state(of: GroeneHart.id, as: GroeneHart.manager)
        func found(_ change: (inout LineFilter) -> Void) -> [String] {
            var filter = LineFilter()
            change(&filter)
            return state.lines.filter { filter.includes($0, in: state.plan) }.map(\.line.code.description)
        }
        #expect(found { _ in }.count == 11)
        #expect(found { $0.theme = "4" } == ["4.1", "4.2", "4.3"])
        #expect(found { $0.lead = "alphen" } == ["1.1", "1.2", "3.3"])
        #expect(found { $0.area = "GM1892" } == ["3.1"])
        #expect(found { $0.sector = "groen" } == ["1.1", "1.2", "3.1"])
        #expect(found { $0.status = .stuck } == ["3.3"])
        #expect(found { ($0.status, $0.theme) = (.stuck, "1") } == [])
    }
}
