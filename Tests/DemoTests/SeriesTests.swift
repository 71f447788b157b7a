import Demo
import Disclosure
import DisclosureProof
import Foundation
import Kernel
import Programmes
import Statistics
import Storage
import TestSupport
import Testing

/// Everything the demonstration publishes in five quarters, put together. With `KARAVAAN_SERIES=8` it is eight, which
/// takes three times as long.
@Suite struct SeriesTests {

    private static let quarters = ProcessInfo.processInfo.environment["KARAVAAN_SERIES"].flatMap(Int.init) ?? 5

    @Test func `quarter after quarter of the demonstration, with all tables, gives nothing away together`() async throws
    {
        let programme = try ShippedPack.programme()
        let today = try #require(Day("2025-03-20")).adding(months: 3 * (Self.quarters - 1))
        let database = try await TestDatabase.sqlite.make()
        let world = World.live(asIf: today)
        let owner = Principal(
            account: nil,
            name: "demo",
            origin: "demo",
            grants: [programme.id: [Grant(role: .administrator)]]
        )
        let programmes = Programmes(database: database, world: world)
        try await programmes.publish(programme, as: owner)
        try await Demonstration(of: programme, today: today, quartersBetweenFigures: 1, in: database).tell { _, _ in }
        let publications = Publications(database: database, world: world, programmes: programmes)
        var published: [CountBundle] = []
        var read: [Published] = []
        for number in 1...Self.quarters {
            let bundle = Data(try #require(await publications.bundle(number, of: programme.id)).utf8)
            published.append(try JSONDecoder().decode(CountBundle.self, from: bundle))
            read.append(try JSONDecoder().decode(Published.self, from: bundle))
        }
        #expect(try await publications.bundle(Self.quarters + 1, of: programme.id) == nil)
        let report = try DisclosureControl.attack(published)
        #expect(report.findings == [])
        #expect(report.undecided == [])
        #expect(ProofCheck.complaints(read) == [])
        // Figures of areas, not only of the whole.
        let shown = published[Self.quarters - 1].tables.flatMap(\.cells).count { $0.value != nil }
        #expect(shown > 1000, "\(shown) counts are shown")
        #expect(report.hidden > 1000)
    }
}
