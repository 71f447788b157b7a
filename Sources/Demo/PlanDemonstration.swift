import Accounts
import ActionLines
package import Kernel
package import Programmes
package import Storage

/// An action plan that is under way, with leads that do not exist (*demonstratie*), told through the same use cases that
/// people use. The same day gives the same story.
package struct PlanDemonstration: Sendable {
    private let programme: Programme
    private let today: Day
    private let database: any SQLDatabase

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
        let people = try await appoint(DemonstrationAccount.all(carrying: plan), clock, as: owner)
        let lines = ActionLines(database: database, world: clock.world, programmes: programmes)
        for told in PlanStory.all where told.day <= today {
            guard let line = plan.line(told.line) else { continue }
            clock.move(to: told.day, hour: 16)
            let teller = people.first { $0.mayUpdate(line, in: programme.id) } ?? owner
            try await lines.record(told.form, about: told.line, in: programme.id, as: teller)
        }
        for release in PlanStory.released {
            guard let day = Day(release.day), day <= today, let line = plan.line(release.line) else { continue }
            clock.move(to: day, hour: 11)
            let teller = people.first { $0.mayUpdate(line, in: programme.id) } ?? owner
            try await lines.release(LineReleaseForm(words: release.words), of: line.code, in: programme.id, as: teller)
        }
    }

    /// Who lead come first: they tell about their own lines.
    private func appoint(
        _ people: [DemonstrationAccount],
        _ clock: StoryClock,
        as owner: Principal
    ) async throws -> [Principal] {
        let accounts = Accounts(database: database, world: clock.world)
        var principals: [Principal] = []
        for person in people {
            let form = AccountForm(email: person.email, name: person.name, grant: GrantForm(person.grant))
            let added = try await accounts.add(form, among: GrantChoices(programme), in: programme.id, as: owner)
            if !added.account.hasPassword {
                try await accounts.setPassword(
                    DemonstrationAccount.password,
                    of: added.account.id,
                    in: programme.id,
                    as: owner
                )
            }
            principals.append(
                Principal(
                    account: added.account.id,
                    name: person.name,
                    origin: "demo",
                    grants: [programme.id: [person.grant]]
                )
            )
        }
        return principals.filter { !$0.grants(in: programme.id).contains { $0.role == .administrator } }.reversed()
    }
}
