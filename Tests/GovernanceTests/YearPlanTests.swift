import Foundation
import Governance
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

/// A plan for a year: proposed by the lead, discussed by the programme team, decided by the meeting that decides.
@Suite struct YearPlanTests {
    private struct Desk {
        let plans: YearPlans
        let governances: Governances
        var programme: Programme
        static let line: ActionLine.ID = "3.2"

        init(_ kind: TestDatabase) async throws {
            let database = try await kind.make()
            var world = World.fixed()
            world.uuid = { UUID() }
            plans = YearPlans(database: database, world: world)
            governances = Governances(database: database, world: world)
            programme = try GroeneHart.programme()
        }

        static func form(basis: Int = 0, id: UUID = UUID()) -> YearPlanForm {
            var form = YearPlanForm()
            (form.id, form.basis) = (id.uuidString, basis)
            form.activities = [
                .init(words: "Werkplaats openen", quarter: "3", owner: "Woerden"),
                .init(words: "Rondgang", quarter: "1"),
                .init(),
            ]
            (form.amount, form.funding) = ("12.500,50", "Gemeente Woerden, toegezegd")
            form.targets = ["3.2-A": "4"]
            form.indicators = [.init(words: "Bezoekers", count: "2.000")]
            return form
        }

        func write(_ form: YearPlanForm, as principal: Principal = GroeneHart.woerden, year: Int = 2026) async throws {
            try await plans.save(form, year, of: Self.line, in: programme, as: principal)
        }

        func take(
            _ step: YearPlanStep,
            basis: Int,
            remark: String = "",
            decision: String = "",
            id: UUID = UUID(),
            as principal: Principal
        ) async throws {
            var form = YearPlanStepForm()
            (form.id, form.basis, form.step) = (id.uuidString, basis, step.rawValue)
            (form.remark, form.decision) = (remark, decision)
            try await plans.take(form, 2026, of: Self.line, in: programme, as: principal)
        }

        var record: YearPlanRecord {
            get async throws {
                try await plans.open(2026, of: Self.line, in: programme, as: GroeneHart.manager)
            }
        }

        /// A decision about lines, by a body with that part; its number.
        func decide(_ lines: [String], by part: GovernanceBody.Part = .decides, supersedes: String = "") async throws
            -> String
        {
            let body = programme.actionPlan!.bodies.first { $0.part == part }!
            var meeting = MeetingForm()
            (meeting.body, meeting.day) = (body.code.description, "2026-03-02")
            let id = try await governances.plan(meeting, in: programme, as: GroeneHart.leader)
            var form = DecisionForm()
            (form.words, form.lines, form.supersedes) = ("Akkoord", lines, supersedes)
            try await governances.decide(form, in: id, of: programme, as: GroeneHart.leader)
            let all = try await governances.state(of: programme, as: GroeneHart.leader).decisions
            return "\(all.map(\.number).max()!)"
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a plan goes from the lead by the team to a decision, and every step stays`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        try await desk.write(Desk.form())
        let draft = try #require(try await desk.record.current)
        #expect(draft.content.activities.map(\.words) == ["Rondgang", "Werkplaats openen"], "in the order of the year")
        #expect(draft.content.amount == Cents(1_250_050))
        #expect(draft.content.targets == ["3.2-A": 4])
        #expect(draft.content.indicators.map(\.words) == ["Bezoekers"])
        #expect(draft.content.indicators.map(\.count) == [2000])
        try await desk.take(.propose, basis: 1, as: GroeneHart.woerden)
        try await desk.take(.discuss, basis: 2, remark: "Goed plan", as: GroeneHart.leader)
        let number = try await desk.decide(["3.2"])
        try await desk.take(.decide, basis: 3, decision: number, as: GroeneHart.leader)
        let record = try await desk.record
        #expect(record.versions.map(\.state) == [.decided, .discussed, .proposed, .draft])
        #expect(record.inForce?.decision.map { "\($0)" } == number)
        #expect(record.versions[1].remark == "Goed plan")
        #expect(record.versions.map(\.name) == ["Lot Leidraad", "Lot Leidraad", "Wout Werkplaats", "Wout Werkplaats"])

        // A change begins anew, and what was decided holds until the next decision.
        var change = Desk.form(basis: 4)
        change.amount = "20000"
        try await desk.write(change)
        #expect(try await desk.record.current?.state == .draft)
        #expect(try await desk.record.inForce?.content.amount == Cents(1_250_050))
    }

    @Test(arguments: TestDatabase.available)
    func `only a decision that holds, of the body that decides, about this line, will do`(
        kind: TestDatabase
    ) async throws {
        let desk = try await Desk(kind)
        try await desk.write(Desk.form())
        try await desk.take(.propose, basis: 1, as: GroeneHart.woerden)
        try await desk.take(.discuss, basis: 2, as: GroeneHart.leader)
        let other = try await desk.decide(["3.1"])
        let replaced = try await desk.decide(["3.2"])
        _ = try await desk.decide(["3.1"], supersedes: replaced)
        let prepared = try await desk.decide(["3.2"], by: .prepares)
        for number in [other, replaced, prepared, "99", "", "x"] {
            await #expect(throws: InvalidYearPlan(issues: [.init(at: .decision, fault: .noSuchDecision)])) {
                try await desk.take(.decide, basis: 3, decision: number, as: GroeneHart.leader)
            }
        }
        #expect(try await desk.record.current?.state == .discussed)
    }

    @Test(arguments: TestDatabase.available)
    func `a lead writes its own line only, and goes no further than a proposal`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        await #expect(throws: YearPlanProblem.notLead) { try await desk.write(Desk.form(), as: GroeneHart.alphen) }
        await #expect(throws: AccessProblem.forbidden(.updateActions)) {
            try await desk.write(Desk.form(), as: GroeneHart.manager)
        }
        try await desk.write(Desk.form())
        await #expect(throws: YearPlanProblem.notLead) {
            try await desk.take(.propose, basis: 1, as: GroeneHart.alphen)
        }
        try await desk.take(.propose, basis: 1, as: GroeneHart.woerden)
        for step in [YearPlanStep.discuss, .giveBack, .decide] {
            await #expect(throws: YearPlanProblem.notTeam) {
                try await desk.take(step, basis: 2, remark: "Ja", as: GroeneHart.woerden)
            }
        }
        await #expect(throws: YearPlanProblem.stepNotPossible, "a proposal is not written in") {
            try await desk.write(Desk.form(basis: 2))
        }
        try await desk.take(.withdraw, basis: 2, as: GroeneHart.woerden)
        #expect(try await desk.record.current?.state == .draft)
        await #expect(throws: AccessProblem.forbidden(.readActions)) {
            _ = try await desk.plans.all(of: 2026, in: desk.programme, as: .projectLeader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what goes back says why, and comes again`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        try await desk.write(Desk.form())
        try await desk.take(.propose, basis: 1, as: GroeneHart.woerden)
        await #expect(throws: InvalidYearPlan(issues: [.init(at: .remark, fault: .missing)])) {
            try await desk.take(.giveBack, basis: 2, remark: " ", as: GroeneHart.leader)
        }
        try await desk.take(.giveBack, basis: 2, remark: "Wie betaalt dit?", as: GroeneHart.leader)
        #expect(try await desk.record.current?.remark == "Wie betaalt dit?")
        try await desk.write(Desk.form(basis: 3))
        try await desk.take(.propose, basis: 4, as: GroeneHart.woerden)
        #expect(try await desk.record.current?.state == .proposed)
    }

    @Test(arguments: TestDatabase.available)
    func `the same form twice counts once, and who was first is named`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        let (sending, step) = (UUID(), UUID())
        for _ in 1...2 { try await desk.write(Desk.form(id: sending)) }
        #expect(try await desk.record.versions.count == 1)
        await #expect(throws: InvalidYearPlan(issues: [.init(at: .whole, fault: .changedMeanwhile("Wout Werkplaats"))]))
        {
            try await desk.write(Desk.form(), as: GroeneHart.leader)
        }
        for _ in 1...2 { try await desk.take(.propose, basis: 1, id: step, as: GroeneHart.woerden) }
        #expect(try await desk.record.versions.count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong is told at once, and half a plan is not proposed`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        var form = Desk.form()
        form.activities = [.init(owner: "Woerden"), .init(words: String(repeating: "x", count: 201))]
        (form.amount, form.funding) = ("veel", "")
        form.targets = ["3.2-A": "vier", "9.9-Z": "1"]
        form.indicators = [.init(words: "", count: "3"), .init(words: "Bezoekers", count: "-1")]
        await #expect(
            throws: InvalidYearPlan(issues: [
                .init(at: .activity(0), fault: .missing), .init(at: .activity(1), fault: .tooLong(200)),
                .init(at: .amount, fault: .notAnAmount), .init(at: .target("3.2-A"), fault: .notANumber),
                .init(at: .indicator(0), fault: .missing), .init(at: .indicatorCount(1), fault: .notANumber),
            ])
        ) { try await desk.write(form) }
        var costly = Desk.form()
        costly.funding = ""
        await #expect(throws: InvalidYearPlan(issues: [.init(at: .funding, fault: .missing)])) {
            try await desk.write(costly)
        }
        try await desk.write(YearPlanForm())
        await #expect(
            throws: InvalidYearPlan(issues: [
                .init(at: .whole, fault: .noActivity), .init(at: .whole, fault: .noTarget),
            ])
        ) { try await desk.take(.propose, basis: 1, as: GroeneHart.woerden) }
    }

    @Test(arguments: TestDatabase.available)
    func `a year has the lines that run in it, and no year outside the programme`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        let all = try await desk.plans.all(of: 2027, in: desk.programme, as: GroeneHart.manager)
        #expect(all.count == desk.programme.actionPlan!.lines.count { ($0.first.year...$0.last.year).contains(2027) })
        #expect(all.allSatisfy { $0.current == nil })
        await #expect(throws: YearPlanProblem.outsideProgramme) { try await desk.write(Desk.form(), year: 2031) }
        await #expect(throws: YearPlanProblem.lineNotFound) {
            _ = try await desk.plans.open(2026, of: "9.9", in: desk.programme, as: GroeneHart.manager)
        }
    }
}
