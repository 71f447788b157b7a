import ActionLines
import App
import Finance
import Foundation
import Kernel
import Programmes
import Registers
import Storage
import TestSupport
import Testing

@testable import Web

/// A year of the plan, with two reporting dates.
@Suite struct FrozenReportTests {
    private struct Year {
        let calendar = MovingDay("2024-09-02")
        let programmes: Programmes
        let registers: Registers
        let lines: ActionLines
        let finances: Finances
        var programme: Programme

        init(_ kind: TestDatabase) async throws {
            let database = try await kind.make()
            programmes = Programmes(database: database, world: calendar.world)
            registers = Registers(database: database, world: calendar.world)
            lines = ActionLines(
                database: database,
                world: calendar.world,
                programmes: programmes,
                registers: registers
            )
            finances = Finances(database: database, world: calendar.world)
            programme = try GroeneHart.programme()
            try await programmes.publish(programme, as: GroeneHart.administrator)
        }

        func tell(_ status: String, _ why: String, on day: String, results: [String: String] = [:]) async throws {
            calendar.move(to: day)
            var form = LineUpdateForm()
            (form.status, form.why, form.results) = (status, why, results)
            if status != "on-course" { (form.ask, form.askedOf) = ("Geld", "Bestuurlijk overleg") }
            try await lines.record(form, about: "3.1", in: GroeneHart.id, as: GroeneHart.leader)
        }

        /// Hours that count at once, because the organisation books them itself.
        func book(_ hours: String, on day: String) async throws {
            calendar.move(to: day)
            var rate = RateForm()
            (rate.role, rate.year, rate.rate) = ("medewerker", String(day.prefix(4)), "80")
            try await finances.setRate(rate, in: programme, as: GroeneHart.leader)
            var form = FinanceForm()
            (form.kind, form.hours, form.role, form.organisation) = ("hours", hours, "medewerker", "alphen")
            (form.post, form.day, form.words) = ("keten-biobased", day, "Kopers bellen")
            let contact = Principal(
                account: nil,
                name: "Arie",
                origin: "test",
                grants: [GroeneHart.id: [Grant(role: .contact, organisation: "alphen")]]
            )
            try await finances.book(form, in: programme, as: contact)
        }

        /// A buyer who commits; counted for 3.1-B.
        func commit(_ project: String, on day: String) async throws -> RegisterItem.ID {
            calendar.move(to: day)
            var form = RegisterItemForm()
            form.values = ["project": [project], "materiaal": ["hennep"]]
            let demand: Register.ID = "vraag-biobased"
            let id = try await registers.save(form, of: demand, in: programme, as: GroeneHart.leader)
            try await registers.move(id, to: "toegezegd", of: demand, in: programme, as: GroeneHart.leader)
            return id
        }

        func report(_ day: String, _ language: Language = .dutch) async throws -> String {
            let state = try await lines.state(of: GroeneHart.id, asOf: Day(day), as: GroeneHart.manager)
            return ActionPlanPrint(
                state: state,
                money: try await finances.lines(of: state.programme, at: Day(day)!.end, as: GroeneHart.manager),
                language: language
            ).document
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the report of a reporting date stays byte for byte the same, whatever happens after`(
        kind: TestDatabase
    ) async throws {
        var year = try await Year(kind)
        try await year.tell("on-course", "Twee sessies gehouden", on: "2024-11-21", results: ["3.1-A": "2"])
        _ = try await year.commit("Dertig woningen", on: "2024-12-20")
        year.calendar.move(to: "2024-12-31")
        try await year.book("7,5", on: "2024-12-20")
        year.calendar.move(to: "2024-12-31")
        let december = try await (year.report("2024-12-31"), year.report("2024-12-31", .english))
        #expect(december.0.contains("Twee sessies gehouden"))
        #expect(december.0.contains(": 1/5, "))

        try await year.tell("attention", "Een koper trekt zich terug", on: "2025-04-02", results: ["3.1-A": "3"])
        let second = try await year.commit("Een school", on: "2025-05-12")
        try await year.book("4", on: "2025-05-13")
        year.calendar.move(to: "2025-06-30")
        let june = try await year.report("2025-06-30")
        #expect(june.contains(": 2/5, "))
        #expect(december.0.contains("7:30 uur"))
        #expect(june.contains("11:30 uur"))
        #expect(june != december.0)

        // More is told, a buyer withdraws, the register is declared otherwise and a line disappears from the plan.
        try await year.tell("stuck", "Niemand koopt", on: "2025-07-14")
        try await year.registers.move(
            second,
            to: "vervallen",
            of: "vraag-biobased",
            in: year.programme,
            as: GroeneHart.leader
        )
        _ = try await year.commit("Nog een school", on: "2025-08-04")
        var changed = year.programme
        changed.actionPlan?.lines.removeAll { $0.code == "5.1" }
        changed.actionPlan?.lines[4].name = Text(nl: "Iets anders", en: "Something else")
        let declared = changed.registry?.registers ?? []
        changed.registry?.registers = declared.map { register in
            var register = register
            if register.code == "vraag-biobased" { register.counts = [] }
            return register
        }
        year.calendar.move(to: "2025-09-01")
        try await year.programmes.publish(changed, as: GroeneHart.administrator)
        year.programme = changed
        try await year.tell("on-course", "Weer op gang", on: "2025-09-02", results: ["3.1-B": "4"])

        #expect(try await year.report("2024-12-31") == december.0)
        #expect(try await year.report("2024-12-31", .english) == december.1)
        #expect(try await year.report("2025-06-30") == june)
        let now = try await year.report("2025-09-02")
        #expect(now.contains("Iets anders"))
        #expect(now.contains(": 4/5, "))
        #expect(!now.contains("5.1 "))
    }
}
