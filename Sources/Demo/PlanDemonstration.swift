import Accounts
import ActionLines
import Finance
import Governance
package import Kernel
package import Programmes
import Registers
import Sharing
package import Storage

/// An action plan that is under way, with leads that do not exist (*demonstratie*), told through the same use cases that
/// people use. The same day gives the same story.
package struct PlanDemonstration: Sendable {
    fileprivate let programme: Programme
    fileprivate let today: Day
    fileprivate let database: any SQLDatabase

    package init(of programme: Programme, today: Day, in database: any SQLDatabase) {
        self.programme = programme
        self.today = today
        self.database = database
    }

    /// Publishes the plan, gives people their part, and tells what happened until today.
    package func tell(as owner: Principal) async throws {
        guard let plan = programme.actionPlan else { return }
        let clock = StoryClock(seed: 2030)
        let programmes = Programmes(database: database, world: clock.world)
        clock.move(to: programme.firstQuarter.firstDay, hour: 9)
        try await programmes.publish(programme, as: owner)
        let accounts = Accounts(database: database, world: clock.world)
        var people: [Principal] = []
        var contacts: [OrganisationCode: Principal] = [:]
        for person in DemonstrationAccount.all(carrying: plan) {
            let principal = try await person.appoint(in: programme, with: accounts, as: owner)
            people.append(principal)
            if person.grant.role == .contact, let code = person.grant.organisation { contacts[code] = principal }
        }
        // Who lead are the last, and tell about their own lines; the project leader about the others.
        let teller = { (line: ActionLine) in people.last { $0.mayUpdate(line, in: programme.id) } ?? owner }
        let leads = { (person: Principal) in person.grants(in: programme.id).contains { $0.role == .projectLeader } }
        let leader = people.first(where: leads) ?? owner
        let sharing = PlanSharing(
            plan: programme,
            today: today,
            database: database,
            clock: clock,
            programmes: programmes,
            leader: leader
        )
        try await sharing.agree()
        let registers = Registers(
            database: database,
            world: clock.world,
            companies: SharedCompanies(database: database, world: clock.world, programmes: programmes)
        )
        try await sharing.hear(in: registers)
        try await keep(in: registers, by: clock) { register in
            people.last { $0.mayKeep(register, in: programme) } ?? owner
        }
        let lines = ActionLines(database: database, world: clock.world, programmes: programmes, registers: registers)
        for told in PlanStory.all where told.day <= today {
            guard let line = plan.line(told.line) else { continue }
            clock.move(to: told.day, hour: 16)
            try await lines.record(told.form, about: told.line, in: programme.id, as: teller(line))
        }
        try await meet(by: clock, as: leader)
        try await PlanYears(programme: programme, today: today, database: database, clock: clock, leader: leader)
            .tell(by: teller)
        try await MoneyDemonstration(
            .groeneHart,
            of: programme,
            today: today,
            finances: Finances(database: database, world: clock.world),
            clock: clock
        ).tell(leader: leader, contacts: contacts)
        for release in PlanStory.released {
            guard let day = Day(release.day), day <= today, let line = plan.line(release.line) else { continue }
            clock.move(to: day, hour: 11)
            let form = LineReleaseForm(words: release.words)
            try await lines.release(form, of: line.code, in: programme.id, as: teller(line))
        }
    }

    /// Fills the registers, each item on its day.
    private func keep(
        in registers: Registers,
        by clock: StoryClock,
        _ keeper: (Register) -> Principal
    ) async throws {
        for kept in PlanRegisters.all where kept.day <= today {
            guard let register = programme.registry?.register(kept.register) else { continue }
            let principal = keeper(register)
            clock.move(to: kept.day, hour: 10)
            var form = RegisterItemForm()
            form.values = kept.values
            let id = try await registers.save(form, of: register.code, in: programme, as: principal)
            for (day, state) in kept.states where day <= today {
                clock.move(to: day, hour: 14)
                try await registers.move(id, to: state, of: register.code, in: programme, as: principal)
            }
            guard let title = kept.values["naam"]?.first, let picture = PlanRegisters.pictures[title] else { continue }
            try await registers.attach(
                picture,
                name: "foto.png",
                at: "foto",
                of: id,
                in: register.code,
                of: programme,
                by: principal
            )
        }
        guard let places = programme.registry?.register("plekken"), places.hasPublicForm else { return }
        clock.move(to: today, hour: 8)
        var report = RegisterItemForm()
        report.values = ["naam": ["Naaiatelier Proef"], "soort": ["reparateur"], "gemeente": ["GM0569"]]
        try await registers.propose(report, of: places.code, in: programme, from: "demo")
    }
}

extension PlanDemonstration {
    /// Meetings of the bodies: what was decided there, and what was agreed. All of it is invented.
    fileprivate func meet(by clock: StoryClock, as secretary: Principal) async throws {
        let governances = Governances(database: database, world: clock.world)
        for held in PlanMeetings.all {
            guard let body = programme.actionPlan?.bodies.first(where: { $0.part == held.part }) else { continue }
            // The next one is planned, and has an agenda.
            clock.move(to: min(held.day.adding(days: -14), today), hour: 9)
            var form = MeetingForm()
            (form.body, form.day, form.place) = (body.code.description, held.day.description, held.place)
            let meeting = try await governances.plan(form, in: programme, as: secretary)
            for item in held.agenda {
                var form = AgendaItemForm()
                (form.title, form.kind, form.line) = (item.title, item.kind.rawValue, item.line)
                let id: AgendaItem.ID = clock.world.id()
                form.id = id.description
                try await governances.add(form, to: meeting, in: programme, as: secretary)
                for paper in held.papers where paper.title == item.title {
                    try await governances.attach(
                        Array(paper.text.utf8),
                        name: paper.name,
                        to: id,
                        of: meeting,
                        in: programme,
                        as: secretary
                    )
                }
            }
            guard held.day <= today else { continue }
            clock.move(to: held.day, hour: 16)
            for decided in held.decisions {
                var form = DecisionForm()
                (form.words, form.lines, form.supersedes) = (decided.words, decided.lines, decided.supersedes)
                (form.payer, form.informed) = (decided.payer, decided.informed)
                try await governances.decide(form, in: meeting, of: programme, as: secretary)
            }
            for agreed in held.points {
                var form = ActionPointForm()
                (form.words, form.owner, form.due, form.line) = agreed
                try await governances.agree(form, in: meeting, of: programme, as: secretary)
            }
        }
    }
}
