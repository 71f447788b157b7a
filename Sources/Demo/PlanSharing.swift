import Kernel
import Programmes
import Registers
import Sharing
import Storage

/// What the two programmes of the demonstration agreed to share, and what came of it. All of it is invented.
struct PlanSharing {
    let plan: Programme
    let today: Day
    let database: any SQLDatabase
    let clock: StoryClock
    let programmes: Programmes
    /// Of the plan.
    let leader: Principal

    /// Both say yes to what the plan uses. What the other programme could use waits for its yes.
    func agree() async throws {
        let sharings = Sharings(database: database, world: clock.world, programmes: programmes)
        for use in plan.sharing?.uses ?? [] {
            guard let other = try? await programmes.current(use.from) else { continue }
            let name = DemonstrationAccount.all(in: other).first { $0.grant.role == .projectLeader }?.name
            let theirs = Principal(
                account: nil,
                name: name ?? "demo",
                origin: "demo",
                grants: [other.id: [Grant(role: .projectLeader)]]
            )
            var form = ShareForm()
            form.isAgreed = true
            clock.move(to: plan.firstQuarter.firstDay.adding(days: 151), hour: 11)
            guard clock.today <= today else { continue }
            try await sharings.say(form, about: use.code, in: plan, as: leader)
            clock.move(to: plan.firstQuarter.firstDay.adding(days: 154), hour: 15)
            try await sharings.say(form, about: use.code, in: other, as: theirs)
        }
        for offer in plan.sharing?.offers ?? [] {
            guard (try? await programmes.current(offer.to)) != nil, clock.today <= today else { continue }
            var form = ShareForm()
            form.isAgreed = true
            try await sharings.say(form, about: offer.code, in: plan, as: leader)
        }
    }

    /// Needs that were heard at companies that the other programme keeps.
    func hear(in registers: Registers) async throws {
        guard let needs = plan.registry?.register("behoeften") else { return }
        let companies = try await registers.suggestions(of: needs.code, in: plan, as: leader)
        for (heard, company) in zip(Self.needs, companies.prefix(Self.needs.count)) {
            guard let day = Day(heard.day), day <= today else { continue }
            clock.move(to: day, hour: 13)
            var form = RegisterItemForm()
            form.values = [
                "behoefte": [heard.what], "soort": [heard.kind], "gehoord": [heard.day],
                "bedrijf": [company.name, company.number ?? ""],
            ]
            try await registers.save(form, of: needs.code, in: plan, as: leader)
        }
    }

    private static let needs = [
        (what: "Iemand die meedenkt over terugnemen", kind: "verdienmodel", day: "2025-02-18"),
        (what: "Wie neemt gemengde spanen af?", kind: "partners", day: "2025-09-09"),
    ]
}
