import Fieldwork
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct CoverageTests {
    @Test(arguments: TestDatabase.available)
    func `what lags is named in companies`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        let ids = try await town.build(60)
        // Every third is of plate work; nobody of them is visited.
        for (index, id) in ids.enumerated() where (index + 1) % 3 != 0 && index < 45 { try await town.visit(id) }
        let coverage = try await town.selections.coverage(of: nil, in: .metaal, as: .interviewer)
        #expect(coverage.population == 60)
        #expect(coverage.visited == 30)
        let sector = try #require(coverage.margins.first { $0.trait == .sector })
        #expect(!sector.isFair)
        #expect(sector.lagging?.code == "plaat-constructie")
        #expect(sector.lagging?.gap == -10)
        #expect(sector.misplaced == 10)
        #expect(coverage.margins.first { $0.trait == .size }?.isFair == true)
        #expect(try #require(coverage.indicator) < 0.6)
        #expect(try #require(coverage.maximalBias) > 0.4)
    }

    @Test(arguments: TestDatabase.available)
    func `an area counts its own companies, and without visits there is nothing to say`(on kind: TestDatabase)
        async throws
    {
        let town = try await Town(on: kind)
        let alphen = try await town.build(5)
        try await town.build(7, in: Town.waddinxveen)
        try await town.visit(alphen[0])
        let region = try await town.selections.coverage(of: "midden-holland", in: .metaal, as: .projectLeader)
        #expect(region.population == 7)
        #expect(region.visited == 0)
        #expect(region.indicator == nil)
        let all = try await town.selections.coverage(of: "PV28", in: .metaal, as: .projectLeader)
        #expect(all.population == 12)
        await #expect(throws: AccessProblem.forbidden(.readCompanies)) {
            try await town.selections.coverage(of: nil, in: .metaal, as: .municipality)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a round makes up for what was missing`(on kind: TestDatabase) async throws {
        let town = try await Town(on: kind)
        let ids = try await town.build(60)
        for (index, id) in ids.enumerated() where (index + 1) % 3 != 0 && index < 30 { try await town.visit(id) }
        // A third of 30 is 10; none of the first 20 was of plate work.
        let round = try await town.draw([Town.alphen: 10])
        let plate = try await town.sheet(round).lines.count { $0.traits.sector == "plaat-constructie" }
        #expect(plate >= 8)
    }
}
