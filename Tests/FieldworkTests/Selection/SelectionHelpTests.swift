import Fieldwork
import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct SelectionHelpTests {
    @Test(arguments: TestDatabase.available)
    func `a municipality sees who is asked in its own area and nothing of how they answered`(
        on kind: TestDatabase
    ) async throws {
        let town = try await Town(on: kind)
        try await town.build(12, in: Town.waddinxveen)
        try await town.build(12, in: Town.alphen)
        let round = try await town.draw([Town.waddinxveen: 3, Town.alphen: 4])
        let own = try await town.sheet(round).lines.filter { $0.traits.area == Town.waddinxveen }
        try await town.record(.refused, own[0].company, in: round, because: .noTime, takesNext: false)
        try await town.visit(own[1].company)
        let sheets = try await town.selections.help(in: .metaal, as: .municipality)
        #expect(sheets.map(\.round) == [round])
        #expect(Set(sheets[0].lines.map(\.company)) == Set(own.map(\.company)))
        #expect(sheets[0].lines.allSatisfy { $0.area == Town.waddinxveen })
        // It may object to each of them; where that comes too late, it does nothing and says nothing.
        #expect(sheets[0].lines.allSatisfy { $0.mayVeto })
        for line in own {
            let form = SelectionStepForm(company: line.company.description, note: "Liever niet")
            try await town.selections.veto(form, in: round, of: .metaal, as: .municipality)
        }
        let after = try await town.sheet(round)
        #expect(
            own.map { line in after.lines.first { $0.company == line.company }?.state } == [
                .refused, .visited, .vetoed,
            ]
        )
        #expect(after.lines.count { $0.events.contains { $0.kind == .stoodIn } } == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `an objection takes the company out, brings the next one, and works in the own area only`(
        on kind: TestDatabase
    ) async throws {
        let town = try await Town(on: kind)
        try await town.build(12, in: Town.waddinxveen)
        try await town.build(12, in: Town.alphen)
        let round = try await town.draw([Town.waddinxveen: 2, Town.alphen: 2])
        let lines = try await town.sheet(round).lines
        let own = try #require(lines.first { $0.traits.area == Town.waddinxveen })
        let other = try #require(lines.first { $0.traits.area == Town.alphen })
        func veto(_ company: Company.ID, _ note: String) async throws {
            let form = SelectionStepForm(company: company.description, note: note)
            try await town.selections.veto(form, in: round, of: .metaal, as: .municipality)
        }
        await #expect(throws: InvalidSelection(issues: [.noteMissing])) { try await veto(own.company, "") }
        await #expect(throws: SelectionProblem.notFound) { try await veto(other.company, "Liever niet") }
        try await veto(own.company, "Zit in een bezwaarprocedure")
        let sheet = try await town.sheet(round)
        #expect(sheet.lines.first { $0.company == own.company }?.state == .vetoed)
        #expect(sheet.lines.contains { $0.instead == own.company && $0.traits.area == Town.waddinxveen })
        await #expect(throws: SelectionProblem.notPossible) { try await veto(own.company, "Nog eens") }
        // Somebody of the area who was not drawn: nobody is told who that is.
        let reserve = try #require(sheet.reserves[Town.waddinxveen]?.first?.company)
        await #expect(throws: SelectionProblem.notFound) { try await veto(reserve, "Ook niet") }
    }

    @Test(arguments: TestDatabase.available)
    func `a proposal is taken over by naming the company, or declined with a reason`(on kind: TestDatabase) async throws
    {
        let town = try await Town(on: kind)
        let ids = try await town.build(12, in: Town.waddinxveen)
        try await town.build(3, in: Town.alphen)
        let round = try await town.draw([Town.waddinxveen: 2])
        func propose(_ name: String, reason: String = "Doet veel aan reparatie") async throws {
            let form = SelectionProposalForm(area: "GM0627", name: name, reason: reason)
            try await town.selections.propose(form, in: round, of: .metaal, as: .municipality)
        }
        await #expect(throws: InvalidSelection(issues: [.nameMissing, .reasonMissing])) {
            try await propose(" ", reason: "")
        }
        await #expect(throws: InvalidSelection(issues: [.areaMissing])) {
            let form = SelectionProposalForm(area: "GM0484", name: "Elders", reason: "Goed")
            try await town.selections.propose(form, in: round, of: .metaal, as: .municipality)
        }
        try await propose("Bedrijf een")
        try await propose("Bedrijf twee")
        let proposals = try await town.sheet(round).proposals
        #expect(proposals.map(\.name) == ["Bedrijf een", "Bedrijf twee"])
        let drawn = Set(try await town.sheet(round).lines.map(\.company))
        let free = try #require(ids.first { !drawn.contains($0) })
        func answer(_ proposal: SelectionProposal, _ company: Company.ID?, _ reason: String = "") async throws {
            try await town.selections.answer(
                proposal.id,
                with: company,
                because: reason,
                in: round,
                of: .metaal,
                as: .projectLeader
            )
        }
        await #expect(throws: InvalidSelection(issues: [.companyMissing])) { try await answer(proposals[0], nil) }
        try await answer(proposals[0], free)
        // A second click puts nobody in twice.
        try await answer(proposals[0], free)
        try await answer(proposals[1], nil, "Bestaat niet meer")
        let sheet = try await town.sheet(round)
        #expect(sheet.lines.count == 3)
        #expect(sheet.lines.contains { $0.company == free && $0.state == .chosen })
        let told = try await town.selections.help(in: .metaal, as: .municipality)[0].proposals
        #expect(told.map { $0.answer?.company } == [free, nil])
        #expect(told[1].answer?.reason == "Bestaat niet meer")
    }

    @Test(arguments: TestDatabase.available)
    func `a municipality without a part in the round can do nothing with it`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        try await town.build(4, in: Town.alphen)
        let round = try await town.draw([Town.alphen: 2])
        #expect(try await town.selections.help(in: .metaal, as: .municipality).isEmpty)
        await #expect(throws: SelectionProblem.notFound) {
            let form = SelectionProposalForm(area: "GM0627", name: "Wij", reason: "Goed")
            try await town.selections.propose(form, in: round, of: .metaal, as: .municipality)
        }
        await #expect(throws: AccessProblem.forbidden(.helpSelect)) {
            try await town.selections.help(in: .metaal, as: .projectLeader)
        }
    }
}
