import Foundation
import HTTPTypes
import Kernel
import Statistics
import Storage
import TestSupport
import Testing

@Suite struct PublicationPagesTests {
    private static let list = "/werk/mkb-deal-metaal/publicaties"
    private static let id = "00000000-0000-7000-a000-0000000000c1"

    private func wait(_ site: Site, for words: String) async throws -> String {
        for _ in 0..<400 {
            let page = try await site.get("\(Self.list)/\(Self.id)")
            if page.text.contains(words) { return page.text }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("never: \(words)")
        return ""
    }

    @Test(arguments: TestDatabase.available)
    func `the leader makes a publication and somebody else publishes it`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        for number in 1...12 {
            _ = try await visits.visit("Bedrijf \(number)", doing: number.isMultiple(of: 2) ? ["PP02"] : [])
        }
        let page = "\(Self.list)/\(Self.id)"
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let empty = try await site.get(Self.list)
            #expect(empty.text.contains("Nieuwe publicatie"))
            let wrong = try await site.post(
                Self.list,
                ["dag": "2027-01-01", "soort": "correction", "toelichting": "Toch"]
            )
            #expect(wrong.status == .unprocessableContent)
            for words in ["Deze dag is nog niet voorbij", "niets gepubliceerd om te corrigeren", "Toch"] {
                #expect(wrong.text.contains(words), "\(words)")
            }
            let fields: KeyValuePairs = [
                "id": Self.id, "dag": "2026-03-02", "soort": "regular", "detail": "municipalities",
            ]
            let begun = try await site.post(Self.list, fields)
            #expect(begun.location == page)
            let twice = try await site.post(Self.list, fields)
            #expect(twice.location == page)
            let text = try await wait(site, for: "Wat er wordt getoond")
            for words in [
                "12 bedrijven", "alle bedrijven gaven hetzelfde antwoord", "U maakte deze publicatie zelf",
                "Getoond zonder gemeenten",
            ] {
                #expect(text.contains(words), "\(words)")
            }
            let own = try await site.post("\(page)/publiceren")
            #expect(own.status == .forbidden)
            let other = try await site.post(Self.list, ["dag": "2026-03-02", "soort": "regular"])
            #expect(other.status == .conflict)
        }
        try await Site.serve(on: visits.database, as: .programmeManager, world: visits.world, publishing: nil) { site in
            let seen = try await site.get(page)
            #expect(seen.text.contains("Na publiceren"))
            #expect(!seen.text.contains("Terugnemen"))
            let published = try await site.post("\(page)/publiceren")
            #expect(published.status == .seeOther)
            let again = try await site.post("\(page)/publiceren")
            #expect(again.status == .seeOther)
            let shown = try await site.get("/cijfers/mkb-deal-metaal/GM0627")
            #expect(shown.status == .ok)
        }
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let late = try await site.post("\(page)/terugnemen")
            #expect(late.status == .conflict)
        }
        try await Site.serve(on: visits.database, as: .municipality, world: visits.world, publishing: nil) { site in
            let refused = try await site.get(Self.list)
            #expect(refused.status == .forbidden)
            let overview = try await site.get("/werk/mkb-deal-metaal")
            #expect(overview.text.contains("Uw gebied in cijfers"))
            let own = try await site.get("/werk/mkb-deal-metaal/gemeenten/GM0627")
            #expect(own.text.contains("Doen, per thema"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what is in the making can be taken back`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let page = "\(Self.list)/\(Self.id)"
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            _ = try await site.post(Self.list, ["id": Self.id, "dag": "2026-03-02", "soort": "regular"])
            _ = try await wait(site, for: "klaar om te bekijken")
            let back = try await site.post("\(page)/terugnemen")
            #expect(back.location?.hasPrefix(Self.list) == true)
            let list = try await site.get(Self.list)
            #expect(list.text.contains("Er is nog niets gepubliceerd"))
            let restarted = try await site.post("\(page)/opnieuw")
            #expect(restarted.status == .conflict)
        }
    }
}
