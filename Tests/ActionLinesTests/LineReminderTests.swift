import ActionLines
import Foundation
import Kernel
import Mail
import Programmes
import Registers
import Storage
import TestSupport
import Testing

/// Who leads a line is asked when nothing was heard.
@Suite struct LineReminderTests {
    private struct Desk {
        let database: any SQLDatabase
        let lines: ActionLines
        let programmes: Programmes
        let programme: Programme
        private let day = MovingDay("2025-02-03")

        init(_ kind: TestDatabase) async throws {
            let world = day.world
            database = try await kind.make()
            programmes = Programmes(database: database, world: world)
            programme = try GroeneHart.programme()
            try await programmes.publish(programme, as: GroeneHart.administrator)
            lines = ActionLines(
                database: database,
                world: world,
                programmes: programmes,
                registers: Registers(database: database, world: world)
            )
        }

        func move(to next: String) { day.move(to: next) }

        func tell(_ line: ActionLine.ID, _ status: String = "on-course") async throws {
            var form = LineUpdateForm()
            (form.status, form.why) = (status, "Het loopt")
            try await lines.record(form, about: line, in: programme.id, as: GroeneHart.leader)
        }

        static let people = [
            LinePerson(address: MailAddress(name: "Lot", email: "lot@leidraad.example"), organisation: nil),
            LinePerson(address: MailAddress(name: "Wout", email: "wout@werk.example"), organisation: "woerden"),
        ]

        @discardableResult
        func remind(_ people: [LinePerson] = people, of programme: Programme? = nil) async throws -> Int {
            try await lines.remind(in: programme ?? self.programme, to: people) { reminder in
                MailContent(
                    title: "\(reminder.line.code) \(reminder.silence)",
                    plain: reminder.to.address.name,
                    html: ""
                )
            }
        }

        /// Titles and addressees of all letters about a line.
        func letters(_ line: String) async throws -> [String] {
            try await database.read { db in
                try db.mail.about("line \(line)", in: GroeneHart.id).map { "\($0.title) \($0.to.name)" }.sorted()
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the lead of a silent line gets one letter in each stretch of silence`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        for line in desk.programme.actionPlan!.lines { try await desk.tell(line.code) }
        desk.move(to: "2025-03-17")
        #expect(try await desk.remind() == 0, "six weeks are not too long")
        desk.move(to: "2025-03-18")
        #expect(try await desk.remind() == desk.programme.actionPlan!.lines.count)
        #expect(try await desk.letters("3.2") == ["3.2 43 Wout"], "its own lead")
        #expect(try await desk.letters("4.2") == ["4.2 43 Lot"], "nobody of it has an account")
        #expect(try await desk.remind() == 0)
        desk.move(to: "2025-04-07")
        #expect(try await desk.remind() == 0)
        desk.move(to: "2025-04-28")
        try await desk.tell("4.2")
        #expect(try await desk.remind() == desk.programme.actionPlan!.lines.count - 1)
        #expect(try await desk.letters("3.2") == ["3.2 43 Wout", "3.2 84 Wout"])
        #expect(try await desk.letters("4.2").count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `who leads for two organisations of a line gets one letter`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        for line in desk.programme.actionPlan!.lines where line.code != "1.2" { try await desk.tell(line.code, "done") }
        let both = ["alphen", "pghw"].map { code in
            LinePerson(
                address: MailAddress(name: "Paula", email: "paula@platform.example"),
                organisation: OrganisationCode(code)
            )
        }
        #expect(try await desk.remind(both) == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `two servers at once write one letter`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        for line in desk.programme.actionPlan!.lines where line.code != "3.2" { try await desk.tell(line.code, "done") }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...4 { group.addTask { try await desk.remind() } }
            let letters = try await group.reduce(0, +)
            #expect(letters == 1)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `nobody is asked about what is done, not begun, closed, or after a shorter time than the pack says`(
        kind: TestDatabase
    ) async throws {
        let desk = try await Desk(kind)
        for line in desk.programme.actionPlan!.lines { try await desk.tell(line.code, "done") }
        desk.move(to: "2026-02-03")
        #expect(try await desk.remind() == 0)
        try await desk.tell("3.2")
        desk.move(to: "2026-03-31")
        #expect(try await desk.remind([]) == 0, "there is nobody to write to")
        var closed = desk.programme
        closed.closedOn = Day("2026-03-01")
        #expect(try await desk.remind(of: closed) == 0)
        var patient = desk.programme
        patient.actionPlan?.silenceDays = 90
        #expect(try await desk.remind(of: patient) == 0)
        #expect(try await desk.remind() == 1)
    }
}
