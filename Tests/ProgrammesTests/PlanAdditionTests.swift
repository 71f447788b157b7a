import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Programmes

/// Lines and themes that the programme team adds to a plan.
@Suite struct PlanAdditionTests {
    private struct Desk {
        let programmes: Programmes
        let pack: Programme
        private let day = MovingDay("2026-03-02")

        init(_ kind: TestDatabase) async throws {
            programmes = Programmes(database: try await kind.make(), world: day.world)
            pack = try GroeneHart.programme()
            try await programmes.publish(pack, as: GroeneHart.administrator)
        }

        func move(to next: String) { day.move(to: next) }

        static var form: LineForm {
            var form = LineForm()
            (form.theme, form.name, form.englishName) = ("1", "Starters helpen", "Helping starters")
            (form.purpose, form.contributes) = ("Wie begint, begint circulair.", "Meer nieuwe bedrijven.")
            (form.firstYear, form.lastYear) = ("2026", "2028")
            (form.leads, form.sectors) = (["pghw", "niemand"], ["bouw"])
            form.partners = ["pghw", "alphen"]
            form.steps = [.init(words: "Uitzoeken wie begint"), .init(), .init(words: "Een cursus maken")]
            form.results = [.init(words: "Cursussen", count: "3", due: "2027-12-31")]
            return form
        }

        func plan(asOf day: String? = nil) async throws -> ActionPlan {
            let programme =
                if let day { try await programmes.programme(GroeneHart.id, asOf: Day(day)!) } else {
                    try await programmes.current(GroeneHart.id)
                }
            return programme.actionPlan!
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a line gets the next number of its theme, and an earlier day does not have it`(kind: TestDatabase)
        async throws
    {
        let desk = try await Desk(kind)
        for _ in 1...2 {
            let code = try await desk.programmes.addLine(Desk.form, to: GroeneHart.id, as: GroeneHart.leader)
            #expect(code == "1.3", "a second click adds nothing")
        }
        let line = try #require(try await desk.plan().line("1.3"))
        #expect(line.name == Text(nl: "Starters helpen", en: "Helping starters"))
        #expect(line.steps.map(\.code) == ["1.3-1", "1.3-2"])
        #expect(line.results.map(\.code) == ["1.3-A"])
        #expect(line.leads == ["pghw"])
        #expect(line.partners == ["alphen"], "who leads does not take part besides")
        #expect(line.addedOn == Day("2026-03-02"))
        #expect(try await desk.plan().lines.count == desk.pack.actionPlan!.lines.count + 1)
        #expect(try await desk.plan(asOf: "2026-03-01").lines.count == desk.pack.actionPlan!.lines.count)
    }

    @Test(arguments: TestDatabase.available)
    func `a new theme comes with its first line`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        var form = Desk.form
        (form.theme, form.themeName, form.themeAmbition) = (LineForm.newTheme, "Water", "Geen druppel te veel.")
        for _ in 1...2 {
            let code = try await desk.programmes.addLine(form, to: GroeneHart.id, as: GroeneHart.leader)
            #expect(code == "6.1", "a second click adds neither the theme nor the line")
        }
        var plan = try await desk.plan()
        #expect(plan.themes.last?.name == Text(same: "Water"))
        #expect(plan.lines(in: "6").map(\.code) == ["6.1"])
        form.steps = [.init(words: "Iets anders uitzoeken")]
        let other = try await desk.programmes.addLine(form, to: GroeneHart.id, as: GroeneHart.leader)
        #expect(other == "6.2", "another line in the theme that is there now")
        plan = try await desk.plan()
        #expect(plan.themes.count == desk.pack.actionPlan!.themes.count + 1)
    }

    @Test(arguments: TestDatabase.available)
    func `the pack again leaves what was added, and takes over what it has itself`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        var form = Desk.form
        (form.theme, form.themeName, form.themeAmbition) = (LineForm.newTheme, "Water", "Geen druppel te veel.")
        _ = try await desk.programmes.addLine(form, to: GroeneHart.id, as: GroeneHart.leader)
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../programmes/groene-hart"
        )
        try await desk.programmes.publish(packAt: folder.standardizedFileURL.path, as: GroeneHart.administrator)
        #expect(try await desk.plan().line("6.1") != nil)
        #expect(try await desk.plan().themes.count == desk.pack.actionPlan!.themes.count + 1)
        var pack = desk.pack.actionPlan!
        pack.themes.append(
            PlanTheme(code: "6", name: Text(same: "Regen"), ambition: Text(same: ""), background: Text(same: ""))
        )
        pack.keepAdditions(of: try await desk.plan())
        #expect(pack.themes.count { $0.code == "6" } == 1)
        #expect(pack.line("6.1") != nil)
    }

    @Test(arguments: TestDatabase.available)
    func `what is changed keeps its codes, so that what was told stays about it`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        _ = try await desk.programmes.addLine(Desk.form, to: GroeneHart.id, as: GroeneHart.leader)
        desk.move(to: "2026-04-01")
        var form = LineForm(try #require(try await desk.plan().line("1.3")))
        form.steps.removeFirst()
        form.steps.insert(.init(words: "Eerst iets anders"), at: 0)
        form.results.append(.init(words: "Starters", count: "40", due: "2028-12-31"))
        try await desk.programmes.changeLine("1.3", form, in: GroeneHart.id, as: GroeneHart.leader)
        let line = try #require(try await desk.plan().line("1.3"))
        #expect(line.steps.map(\.code) == ["1.3-3", "1.3-2"])
        #expect(line.results.map(\.code) == ["1.3-A", "1.3-B"])
        #expect(line.addedOn == Day("2026-03-02"))
        #expect(line.name.en == "Helping starters")
        #expect(try await desk.plan(asOf: "2026-03-31").line("1.3")?.steps.map(\.code) == ["1.3-1", "1.3-2"])
        // What was taken away leaves its code behind: what was told about it is not told about what comes after.
        form = LineForm(line)
        form.results.removeLast()
        form.steps.removeFirst()
        try await desk.programmes.changeLine("1.3", form, in: GroeneHart.id, as: GroeneHart.leader)
        form.results.append(.init(words: "Iets nieuws", count: "1", due: "2028-12-31"))
        form.steps.append(.init(words: "Nog iets"))
        try await desk.programmes.changeLine("1.3", form, in: GroeneHart.id, as: GroeneHart.leader)
        let later = try #require(try await desk.plan().line("1.3"))
        #expect(later.results.map(\.code) == ["1.3-A", "1.3-C"])
        #expect(later.steps.map(\.code) == ["1.3-2", "1.3-4"])
        await #expect(throws: PlanProblem.lineOfPack) {
            try await desk.programmes.changeLine("1.1", form, in: GroeneHart.id, as: GroeneHart.leader)
        }
        await #expect(throws: PlanProblem.lineNotFound) {
            try await desk.programmes.changeLine("9.9", form, in: GroeneHart.id, as: GroeneHart.leader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `only the programme team adds, and everything that is wrong is told at once`(kind: TestDatabase) async throws {
        let desk = try await Desk(kind)
        await #expect(throws: PlanProblem.notTeam) {
            try await desk.programmes.addLine(Desk.form, to: GroeneHart.id, as: GroeneHart.alphen)
        }
        await #expect(throws: AccessProblem.forbidden(.updateActions)) {
            try await desk.programmes.addLine(Desk.form, to: GroeneHart.id, as: GroeneHart.manager)
        }
        var form = Desk.form
        (form.name, form.firstYear, form.lastYear) = (" ", "2028", "2026")
        (form.leads, form.steps) = (["niemand"], [])
        form.results = [
            .init(words: "", count: "0", due: "morgen"), .init(words: "Later", count: "1", due: "2030-01-01"),
        ]
        await #expect(
            throws: InvalidLine(issues: [
                .init(at: .name, fault: .missing), .init(at: .lastYear, fault: .endsBeforeItStarts),
                .init(at: .leads, fault: .missing), .init(at: .step(0), fault: .missing),
                .init(at: .result(0), fault: .missing), .init(at: .count(0), fault: .notANumber),
                .init(at: .due(0), fault: .notADay),
            ])
        ) { try await desk.programmes.addLine(form, to: GroeneHart.id, as: GroeneHart.leader) }
        await #expect(throws: InvalidLine.self) {
            try await desk.programmes.addLine(LineForm(), to: GroeneHart.id, as: GroeneHart.leader)
        }
    }
}
