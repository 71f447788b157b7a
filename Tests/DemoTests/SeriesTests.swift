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

/// Everything the demonstration publishes in two years, put together.
@Suite struct SeriesTests {
    private static let pack = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../programmes/mkb-deal-metaal"
    )

    @Test func `eight quarters of the demonstration, with all tables, give nothing away together`() async throws {
        let programme = try PackReader.read(Self.pack.standardizedFileURL.path).get()
        let today = try #require(Day("2026-12-20"))
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
        for number in 1...8 {
            let bundle = Data(try #require(await publications.bundle(number, of: programme.id)).utf8)
            published.append(try JSONDecoder().decode(CountBundle.self, from: bundle))
            read.append(try JSONDecoder().decode(Published.self, from: bundle))
        }
        #expect(try await publications.bundle(9, of: programme.id) == nil)
        let report = try DisclosureControl.attack(published)
        #expect(report.findings == [])
        #expect(report.undecided == [])
        #expect(ProofCheck.complaints(read) == [])
        // Figures of areas, not only of the whole.
        let shown = published[7].tables.flatMap(\.cells).count { $0.value != nil }
        #expect(shown > 1000, "\(shown) counts are shown")
        #expect(report.hidden > 1000)
    }
}
