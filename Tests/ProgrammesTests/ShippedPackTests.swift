import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct ShippedPackTests {
    @Test func `the metal programme has no fault`() {
        let check = PackCheck(folder: ShippedPack.metal, today: Day("2026-03-02")!)
        #expect(check.status == 0)
        #expect(
            check.lines(in: .english) == [
                "Note: expired on 2026-03-02: CES.", "Note: to be confirmed: VTM, DZH, CES.",
                "mkb-deal-metaal is right: talking sheet version 1 with 7 themes and 105 activities (50 on the sheet), "
                    + "50 municipalities, 19 initiatives.",
            ]
        )
    }

    @Test func `the plan of the Groene Hart has no fault, and all that was agreed`() throws {
        let folder = ShippedPack.groeneHart
        #expect(
            PackCheck(folder: folder, today: Day("2026-03-02")!).lines(in: .english) == [
                "groene-hart is right: 5 themes, 11 action lines with 49 steps and 22 results, 14 registers, "
                    + "14 municipalities."
            ]
        )
        let programme = try PackReader.read(folder).get()
        let plan = try #require(programme.actionPlan)
        #expect(
            plan.lines.map(\.code.description) == [
                "1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1", "4.2", "4.3", "5.1",
            ]
        )
        #expect(plan.line("3.1")?.results.map(\.count) == [3, 5, 2])
        #expect(plan.line("4.1")?.results.map(\.count) == [3, 1])
        #expect(plan.line("4.3")?.results.map(\.count) == [1, 2])
        #expect(plan.line("3.2")?.results.last?.due == Day("2030-12-31"))
        #expect(plan.funding.map(\.least) == [150_000, 10_000, 50_000])
        #expect(plan.funding.map(\.most) == [150_000, 20_000, 50_000])
        #expect(plan.bodies.count == 6)
        #expect(plan.bodies.last?.hoursPerWeek == 4)
        #expect(plan.lines.allSatisfy { $0.first == Quarter("2024-Q3") && $0.last == Quarter("2030-Q4") })
        #expect(programme.areas.filter { $0.kind == .municipality }.allSatisfy { $0.certainty != .high })
        #expect(programme.phases.first?.first == Quarter("2024-Q3"))
        #expect(!programme.hasTalks)
    }

    @Test func `its plan is that of the project plan`() throws {
        let programme = try ShippedPack.programme()
        #expect(programme.plan.map(\.conversations) == [10, 30, 30, 30, 30, 20, 20, 20, 10])
        #expect(programme.plan.map(\.sessions) == [1, 1, 1, 1, 0, 1, 1, 1, 1])
        let deal = try #require(programme.targets.first { $0.code == "deal" })
        #expect(deal.split.map(\.count) == [34, 16, 12, 8])
        #expect(deal.split.compactMap { programme.area($0.area)?.members } == [116, 53, 40, 32])
        #expect(programme.area("PV28")?.members == 2573)
        #expect(
            programme.municipalities.filter(\.isDeal).map(\.name).sorted() == [
                "Alphen aan den Rijn", "Nieuwkoop", "Waddinxveen",
            ]
        )
        #expect(programme.targets.map(\.count) == [200, 70, 50, 50, 8, 2])
    }

    @Test func `its sheet has what a conversation of 45 minutes can hold`() throws {
        let sheet = try ShippedPack.programme().sheet
        #expect(sheet.activities.count == 105)
        #expect(sheet.activities.count(where: \.isCore) == 50)
        #expect(sheet.themes.filter(\.isApart).map(\.code) == ["energietransitie", "gebouw"])
        for theme in sheet.themes {
            #expect((6...9).contains(sheet.activities(in: theme.code).count(where: \.isCore)), "\(theme.code)")
        }
        #expect(sheet.activities.allSatisfy { $0.text.nl.count <= 80 && $0.text.en.count <= 80 })
    }

    @Test func `a postcode proposes the municipality`() throws {
        let programme = try ShippedPack.programme()
        for (postcode, name) in [
            ("2404 AB", "Alphen aan den Rijn"), ("2741 AA", "Waddinxveen"), ("2421 BC", "Nieuwkoop"),
            ("2371 XX", "Kaag en Braassem"), ("3084 AA", "Rotterdam"), ("3311 AA", "Dordrecht"),
            ("2513 AA", "'s-Gravenhage"),
        ] {
            #expect(programme.municipality(forPostcode: postcode)?.name == name)
        }
        #expect(programme.municipality(forPostcode: "1011 AB") == nil)
    }

    @Test func `what no public source confirms is marked as such`() throws {
        let programme = try ShippedPack.programme()
        #expect(programme.initiatives.filter { $0.certainty == .low }.map(\.code) == ["VTM", "DZH", "CES"])
        #expect(programme.area("groene-hart")?.certainty == .low)
    }
}
