import Governance
import Kernel
import Programmes
import Storage

/// Plans for a year in the demonstration. All of it is invented.
struct PlanYears {
    let programme: Programme
    let today: Day
    let database: any SQLDatabase
    let clock: StoryClock
    /// Who leads the programme.
    let leader: Principal

    /// Each is written by who leads its line. What a meeting decided about is decided, the others wait.
    func tell(by writer: (ActionLine) -> Principal) async throws {
        let plans = YearPlans(database: database, world: clock.world)
        let governances = Governances(database: database, world: clock.world)
        let state = try await governances.state(of: programme, as: leader)
        let deciding = Set(state.plan.bodies.filter { $0.part == .decides }.map(\.code))
        for told in Self.all {
            guard let line = state.plan.line(told.line), let day = Day(told.day), day <= today else { continue }
            func take(_ step: YearPlanStep, basis: Int, after days: Int, remark: String = "", decision: String = "")
                async throws
            {
                clock.move(to: min(day.adding(days: days), today), hour: 12)
                var form = YearPlanStepForm()
                (form.basis, form.step, form.remark, form.decision) = (basis, step.rawValue, remark, decision)
                let principal = step.isOfLead ? writer(line) : leader
                try await plans.take(form, told.year, of: told.line, in: programme, as: principal)
            }
            clock.move(to: day, hour: 9)
            var form = YearPlanForm()
            form.activities = told.activities.map { .init(words: $0.words, quarter: $0.quarter, owner: $0.owner) }
            (form.amount, form.funding, form.targets) = (told.amount, told.funding, told.targets)
            form.indicators = told.indicators.map { .init(words: $0.words, count: $0.count) }
            try await plans.save(form, told.year, of: told.line, in: programme, as: writer(line))
            guard told.isProposed else { continue }
            try await take(.propose, basis: 1, after: 3)
            guard !told.advice.isEmpty else { continue }
            try await take(.discuss, basis: 2, after: 10, remark: told.advice)
            let decision = state.decisions.first { decision in
                decision.lines.contains(told.line) && deciding.contains(decision.body) && !state.isSuperseded(decision)
            }
            guard let decision else { continue }
            try await take(.decide, basis: 3, after: 30, decision: "\(decision.number)")
        }
    }

    private struct Told {
        let line: ActionLine.ID
        let year: Int
        let day: String
        let activities: [(words: String, quarter: String, owner: String)]
        let amount: String
        let funding: String
        var targets: [String: String] = [:]
        var indicators: [(words: String, count: String)] = []
        /// Empty while the programme team did not talk about it.
        var advice = ""
        var isProposed = true
    }

    private static let all = [
        Told(
            line: "1.2",
            year: 2026,
            day: "2025-11-03",
            activities: [
                ("Loketten houden samen spreekuur in vier gemeenten", "1", "Paula"),
                ("Accountmanagers oefenen het eerste gesprek", "2", "Gemeenten"),
                ("Wat ondernemers vragen, op een rij voor de lobby", "4", "Paula"),
            ],
            amount: "18000",
            funding: "Bijdragen van gemeenten, toegezegd",
            targets: ["1.2-B": "1"],
            indicators: [("Ondernemers die het loket hielp", "120")],
            advice: "Goed. Begin in Alphen en Gouda, daar zijn mensen."
        ),
        Told(
            line: "3.1",
            year: 2026,
            day: "2025-11-05",
            activities: [
                ("Twee werksessies met bouwers en telers", "1", "Ketenregisseur"),
                ("Proefwoning met hennep", "", "Lot"),
            ],
            amount: "50000",
            funding: "Provincie, aangevraagd",
            targets: ["3.1-A": "4", "3.1-B": "7"],
            advice: "Vraag de woningcorporaties erbij."
        ),
        Told(
            line: "3.2",
            year: 2026,
            day: "2026-01-12",
            activities: [("Een werkplaats in Bodegraven", "2", "Wout"), ("Rondgang langs gemeenteraden", "3", "Wout")],
            amount: "32500",
            funding: "Gemeenten; nog niet zeker",
            indicators: [("Bezoekers van werkplaatsen", "2500")],
            advice: "Laat zien wat een gemeente er zelf aan heeft."
        ),
        Told(
            line: "4.1",
            year: 2026,
            day: "2026-02-02",
            activities: [("Marktverkenning straatmeubilair", "1", "Inkopers")],
            amount: "9000",
            funding: "Gemeenten, ieder het eigen deel",
            indicators: [("Bestekken met een circulaire eis", "6")]
        ),
        Told(
            line: "5.1",
            year: 2026,
            day: "2026-02-16",
            activities: [("Gastlessen bij drie opleidingen", "3", "")],
            amount: "4000",
            funding: "Onderwijs en platform",
            isProposed: false
        ),
    ]
}
