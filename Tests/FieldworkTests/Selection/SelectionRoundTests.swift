import Fieldwork
import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct SelectionRoundTests {
    @Test(arguments: TestDatabase.available)
    func `a draw takes as many of each municipality as was asked, and can be repeated`(on kind: TestDatabase)
        async throws
    {
        let town = try await Town(on: kind)
        try await town.build(30)
        try await town.build(12, in: Town.waddinxveen)
        try await town.build(9, in: Town.denHaag)
        let round = try await town.draw([Town.alphen: 6, Town.waddinxveen: 3])
        let sheet = try await town.sheet(round)
        #expect(sheet.lines.count { $0.traits.area == Town.alphen } == 6)
        #expect(sheet.lines.count { $0.traits.area == Town.waddinxveen } == 3)
        #expect(sheet.lines.allSatisfy { $0.state == .chosen })
        #expect(sheet.candidateCount == 42)
        #expect(sheet.isRepeatable)
        #expect(sheet.round.seed == 7)
        #expect(sheet.round.remarks.isEmpty)
        #expect(sheet.reserves[Town.alphen]?.count == 24)
    }

    @Test(arguments: TestDatabase.available)
    func `what was drawn can still be repeated when companies changed since`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        let ids = try await town.build(20)
        let round = try await town.draw([Town.alphen: 5])
        for id in ids {
            var form = CompanyForm(try await town.companies.find(id, in: .metaal, as: .projectLeader))
            form[.sector] = "maritiem"
            form.version = 1
            form.isOther = true
            try await town.companies.change(id, form, in: .sample, as: .projectLeader)
        }
        try await town.build(10, from: 21)
        #expect(try await town.sheet(round).isRepeatable)
    }

    @Test(arguments: TestDatabase.available)
    func `who was visited, is asked already or said no is not drawn again`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        let ids = try await town.build(10)
        try await town.visit(ids[0])
        let first = try await town.draw([Town.alphen: 3])
        let drawn = try await town.sheet(first).lines.map(\.company)
        try await town.record(.refused, drawn[0], in: first, because: .noTime, takesNext: false)
        // Nine were there, three are gone.
        let second = try await town.draw([Town.alphen: 6])
        let sheet = try await town.sheet(second)
        #expect(Set(sheet.lines.map(\.company)).isDisjoint(with: drawn + [ids[0]]))
        #expect(sheet.lines.count == 6)
        let outlook = try await town.selections.outlook(in: .metaal, as: .projectLeader)
            .first { $0.area == Town.alphen }
        #expect(outlook?.companies == 10)
        #expect(outlook?.visited == 1)
        #expect(outlook?.declined == 1)
        #expect(outlook?.approached == 8)
        #expect(outlook?.available == 0)
        #expect(outlook?.target == 38)
        await #expect(throws: SelectionProblem.nobodyLeft) { try await town.draw([Town.alphen: 1]) }
    }

    @Test(arguments: TestDatabase.available)
    func `more than there are is said, and nobody else makes up for that municipality`(on kind: TestDatabase)
        async throws
    {
        let town = try await Town(on: kind)
        try await town.build(20)
        try await town.build(2, in: Town.waddinxveen)
        let round = try await town.draw([Town.alphen: 4, Town.waddinxveen: 5, Town.denHaag: 1])
        let sheet = try await town.sheet(round)
        #expect(sheet.lines.count == 6)
        #expect(
            sheet.round.remarks.filter { $0.trait == .municipality } == [
                SelectionRemark(trait: .municipality, part: "GM0518", asked: nil, available: 0),
                SelectionRemark(trait: .municipality, part: "GM0627", asked: 5, available: 2),
            ]
        )
    }

    @Test(arguments: TestDatabase.available)
    func `who says no is replaced by somebody who is most alike, once`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        try await town.build(30)
        try await town.build(10, in: Town.waddinxveen)
        let round = try await town.draw([Town.alphen: 5])
        let line = try #require(try await town.sheet(round).lines.first)
        try await town.record(.invited, line.company, in: round)
        let form = SelectionStepForm(
            id: town.world.id(of: SelectionEvent.self).description,
            company: line.company.description,
            step: "refused",
            refusal: "no-time"
        )
        for _ in 0..<2 { try await town.selections.record(form, in: round, of: .metaal, as: .projectLeader) }
        let sheet = try await town.sheet(round)
        #expect(sheet.lines.count == 6)
        #expect(sheet.count(.chosen) == 5)
        let next = try #require(sheet.lines.first { $0.instead == line.company })
        #expect(next.traits.area == Town.alphen)
        #expect(next.traits.sector == line.traits.sector)
        #expect(sheet.lines.first { $0.company == line.company }?.events.last?.refusal == .noTime)
    }

    @Test(arguments: TestDatabase.available)
    func `an appointment and a visit show in the round without anybody typing it`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        try await town.build(8)
        let round = try await town.draw([Town.alphen: 2])
        let lines = try await town.sheet(round).lines
        try await town.visit(lines[0].company)
        let plan = ConversationPlan(day: town.world.today, interviewer: Interviewer(.interviewer))
        try await town.conversations.add(
            town.world.id(),
            with: lines[1].company,
            plan,
            .start,
            in: .metaal,
            as: .interviewer
        )
        let sheet = try await town.sheet(round)
        #expect(sheet.lines.map(\.state) == [.visited, .planned])
        #expect(sheet.lines[0].conversation != nil)
        await #expect(throws: SelectionProblem.notPossible) {
            try await town.record(.refused, lines[0].company, in: round, because: .noTime)
        }
        let list = try await town.selections.list(in: .metaal, as: .projectLeader)
        #expect(list.map(\.states) == [[.visited: 1, .planned: 1]])
    }

    @Test(arguments: TestDatabase.available)
    func `by hand a company goes in or out with a reason only`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        let ids = try await town.build(8)
        let elsewhere = try await town.build(1, in: Town.denHaag)[0]
        let round = try await town.draw([Town.alphen: 2])
        let drawn = try await town.sheet(round).lines.map(\.company)
        await #expect(throws: InvalidSelection(issues: [.noteMissing])) {
            try await town.record(.removed, drawn[0], in: round)
        }
        await #expect(throws: InvalidSelection(issues: [.noteMissing])) {
            try await town.record(.added, elsewhere, in: round)
        }
        await #expect(throws: InvalidSelection(issues: [.refusalMissing])) {
            try await town.record(.refused, drawn[0], in: round)
        }
        try await town.record(.removed, drawn[0], in: round, note: "Gaat verhuizen", takesNext: false)
        try await town.record(.added, elsewhere, in: round, note: "Bestuurslid van de vereniging")
        var sheet = try await town.sheet(round)
        #expect(sheet.lines.map(\.state).sorted { $0.rawValue < $1.rawValue } == [.chosen, .chosen, .removed])
        // Back again, with a reason.
        try await town.record(.added, drawn[0], in: round, note: "Blijft toch")
        sheet = try await town.sheet(round)
        #expect(sheet.lines.first { $0.company == drawn[0] }?.state == .chosen)
        // Somebody who was visited cannot be put in.
        let other = try #require(ids.first { !drawn.contains($0) })
        try await town.visit(other)
        await #expect(throws: SelectionProblem.notPossible) {
            try await town.record(.added, other, in: round, note: "Nog een keer")
        }
    }

    @Test(arguments: TestDatabase.available)
    func `after a round was stopped, who gave no answer can be drawn again, and who said no cannot`(
        on kind: TestDatabase
    ) async throws {
        let town = try await Town(on: kind)
        try await town.build(6)
        let round = try await town.draw([Town.alphen: 4])
        let drawn = try await town.sheet(round).lines.map(\.company)
        try await town.record(.invited, drawn[0], in: round)
        try await town.record(.refused, drawn[1], in: round, because: .notInterested, takesNext: false)
        await #expect(throws: InvalidSelection(issues: [.noteMissing])) {
            try await town.selections.stop(round, because: " ", in: .metaal, as: .projectLeader)
        }
        try await town.selections.stop(round, because: "Kwartaal voorbij", in: .metaal, as: .projectLeader)
        await #expect(throws: SelectionProblem.notPossible) {
            try await town.record(.invited, drawn[2], in: round)
        }
        let again = try await town.draw([Town.alphen: 5])
        let lines = try await town.sheet(again).lines.map(\.company)
        #expect(lines.count == 5)
        #expect(!lines.contains(drawn[1]))
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong with a draw is told at once`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        let form = SelectionForm(
            quarter: "2031-Q1",
            counts: ["GM0484": "veel", "GM0627": "501"],
            seed: "zeven"
        )
        await #expect(
            throws: InvalidSelection(
                issues: [.quarterMissing, .countUnreadable("GM0484"), .countUnreadable("GM0627"), .seedUnreadable]
            )
        ) { try await town.selections.draw(form, in: .metaal, as: .projectLeader) }
        await #expect(throws: InvalidSelection(issues: [.nothingAsked])) { try await town.draw([:]) }
    }

    @Test(arguments: TestDatabase.available)
    func `the same form twice draws once`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        try await town.build(9)
        let form = SelectionForm(
            id: UUID().uuidString,
            quarter: "2026-Q1",
            counts: ["GM0484": "3"]
        )
        let first = try await town.selections.draw(form, in: .metaal, as: .projectLeader)
        let second = try await town.selections.draw(form, in: .metaal, as: .projectLeader)
        #expect(first == second)
        #expect(try await town.selections.list(in: .metaal, as: .projectLeader).count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `only a project leader draws, and nobody sees the rounds of another programme`(on kind: TestDatabase)
        async throws
    {
        let town = try await Town(on: kind)
        try await town.build(4)
        let round = try await town.draw([Town.alphen: 1])
        let form = SelectionForm(quarter: "2026-Q1", counts: ["GM0484": "1"])
        for principal in [Principal.interviewer, .coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.forbidden(.selectCompanies)) {
                try await town.selections.draw(form, in: .metaal, as: principal)
            }
        }
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.forbidden(.readCompanies)) {
                try await town.selections.sheet(round, in: .metaal, as: principal)
            }
        }
        await #expect(throws: SelectionProblem.notFound) {
            try await town.selections.sheet(round, in: .elders, as: .outsider)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `sectors that differ more give more with Neyman's allocation`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        try await town.build(60)
        let design = { (round: SelectionRound.ID) in try await town.sheet(round).round.design }
        // Nothing was measured yet: by size, in whole numbers.
        let round = try await town.draw([Town.alphen: 12], spread: .neyman)
        #expect(try await design(round).sectors.values.reduce(0, +) == 12)
        #expect(try await town.sheet(round).lines.count == 12)
    }
}
