import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct SheetHistoryTests {
    /// Version 2: PR12 is now PR20, PP01 is gone, PP02 and PP14 became one.
    private var second: TalkSheet {
        var sheet = Programme.sample.sheet
        sheet.version = 2
        sheet.activities.removeAll { ["PR12", "PP01", "PP02"].contains($0.code) }
        sheet.activities.append(activity("PR20"))
        sheet.successors = [
            Succession(old: "PR12", new: "PR20"), Succession(old: "PP01", new: nil),
            Succession(old: "PP02", new: "PP14"),
        ]
        return sheet
    }

    /// Version 3: PR20 is now PR30, and the code PR12 is used for something else.
    private var third: TalkSheet {
        var sheet = second
        sheet.version = 3
        sheet.activities.removeAll { $0.code == "PR20" }
        sheet.activities += [activity("PR30"), activity("PR12")]
        sheet.successors = [Succession(old: "PR20", new: "PR30")]
        return sheet
    }

    private func activity(_ code: Activity.ID) -> Activity {
        var activity = Programme.sample.sheet.activities[0]
        activity.code = code
        return activity
    }

    @Test(arguments: TestDatabase.available)
    func `a changed sheet becomes a new version and the old one stays`(_ kind: TestDatabase) async throws {
        let programmes = Programmes(database: try await kind.make(), world: .fixed())
        var programme = Programme.sample
        try await programmes.publish(programme, as: .administrator)
        programme.sheet = second
        #expect(try await programmes.publish(programme, as: .administrator).sheetVersion == 2)
        #expect(try await programmes.current(.metaal).sheet == second)
        #expect(try await programmes.sheet(version: 1, of: .metaal) == Programme.sample.sheet)
        #expect(try await programmes.sheet(version: 2, of: .metaal) == second)
        programme.sheet = third
        try await programmes.publish(programme, as: .administrator)
        #expect(try await programmes.sheets(of: .metaal) == SheetHistory([third, Programme.sample.sheet, second]))
    }

    @Test(arguments: TestDatabase.available)
    func `a sheet that cannot follow is refused as a whole`(_ kind: TestDatabase) async throws {
        let programmes = Programmes(database: try await kind.make(), world: .fixed())
        var programme = Programme.sample
        try await programmes.publish(programme, as: .administrator)
        programme.name = Text(same: "Anders")
        programme.sheet.activities[0].text = Text(same: "Anders")
        await #expect(
            throws: ProgrammeProblem.sheetConflict([.versionNotHigher(version: 1, inUse: 1)])
        ) { try await programmes.publish(programme, as: .administrator) }
        #expect(try await programmes.current(.metaal) == .sample)
    }

    @Test func `everything that is wrong with the mapping is told at once`() {
        var sheet = second
        sheet.successors = [Succession(old: "PR12", new: "PR99"), Succession(old: "XX", new: nil)]
        #expect(
            sheet.conflicts(after: Programme.sample.sheet) == [
                .withoutSuccessor("PP02"), .withoutSuccessor("PP01"),
                .unknownSuccessor(Succession(old: "PR12", new: "PR99")),
                .unknownPredecessor(Succession(old: "XX", new: nil)),
            ]
        )
        sheet.version = 1
        #expect(sheet.conflicts(after: Programme.sample.sheet) == [.versionNotHigher(version: 1, inUse: 1)])
        #expect(second.conflicts(after: Programme.sample.sheet).isEmpty)
        #expect(second.conflicts(after: second).isEmpty)
    }

    @Test func `old answers are read on a newer sheet over any number of versions`() {
        let history = SheetHistory([third, Programme.sample.sheet, second])
        #expect(history.successor(of: "PR12", from: 1, to: 2) == "PR20")
        #expect(history.successor(of: "PR12", from: 1, to: 3) == "PR30")
        #expect(history.successor(of: "PR12", from: 3, to: 3) == "PR12")
        #expect(history.successor(of: "PR04", from: 1, to: 3) == "PR04")
        #expect(history.successor(of: "PP01", from: 1, to: 3) == nil)
        #expect(history.translated(["PP02", "PP14", "PP01", "PR12"], from: 1, to: 3) == ["PP14", "PR30"])
    }

    @Test func `there is no way back and none from or to an unknown version`() {
        let history = SheetHistory([Programme.sample.sheet, second])
        #expect(history.successor(of: "PR04", from: 2, to: 1) == nil)
        #expect(history.successor(of: "PR04", from: 1, to: 5) == nil)
        #expect(history.successor(of: "PR04", from: 0, to: 1) == nil)
        #expect(history.successor(of: "PR99", from: 1, to: 2) == nil)
    }
}
