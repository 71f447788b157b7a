import Fieldwork
import HTTPTypes
import Kernel
import TestSupport
import Testing

@Suite struct OverviewPageTests {
    @Test(arguments: TestDatabase.available)
    func `the leader sees goals, quarters and what needs attention, as of any day`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-05-10")!)
        _ = try await visits.visit()
        _ = try await visits.visit("Halve BV", isFinished: false)
        visits.move(to: Day("2026-03-02")!)
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let now = try await site.get("/werk/mkb-deal-metaal")
            #expect(now.status == .ok)
            #expect(now.text.contains("Gesprek met Halve BV is niet afgerond"))
            #expect(now.text.contains("1 terugkoppeling is te laat"))
            #expect(now.text.contains("Maritieme Sisters is verlopen"))
            #expect(now.text.contains("id=\"2025-Q2\""))
            #expect(now.text.contains("sessies gehouden"))
            let then = try await site.get("/werk/mkb-deal-metaal?op=2025-05-09")
            #expect(then.text.contains("zoals het was op"))
            #expect(!then.text.contains("Halve BV"))
            #expect(try await site.get("/werk/mkb-deal-metaal?op=gisteren").status == .ok)
        }
        try await Site.serve(on: visits.database, as: .municipality, world: visits.world, publishing: nil) { site in
            let page = try await site.get("/werk/mkb-deal-metaal")
            #expect(page.text.contains("Er is nog niets gepubliceerd"))
            #expect(!page.text.contains("gesprekken gevoerd") && !page.text.contains("id=\"2025-Q2\""))
            #expect(!page.text.contains("Halve BV") && !page.text.contains("Vonk"))
            #expect(!page.text.contains("Alphen aan den Rijn"))
        }
        try await Site.serve(on: visits.database, as: .outsider, world: visits.world, publishing: nil) { site in
            let page = try await site.get("/werk/mkb-deal-metaal")
            #expect(page.status == .forbidden)
        }
    }
}
