import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct AgendaPagesTests {
    private let base = "/werk/mkb-deal-metaal/agenda"

    @Test func `the agenda shows appointments, proposals and where to invite`() async throws {
        let town = try await Town(on: try await TestDatabase.sqlite.make())
        let ids = try await town.build(6)
        let plan = ConversationPlan(
            day: Day("2026-03-12")!,
            time: ClockTime("09:30"),
            interviewer: Interviewer(.projectLeader)
        )
        try await town.conversations.add(town.world.id(), with: ids[0], plan, .start, in: .metaal, as: .interviewer)
        let round = try await town.draw([Town.alphen: 2])
        try await Site.serve(on: town.database, as: .projectLeader, world: town.world, publishing: nil) { site in
            let page = try await site.get(base).text
            #expect(page.contains("Week van "))
            #expect(page.contains("Bedrijf GM0484 1"))
            #expect(page.contains(#"data-day="2026-03-12""#))
            #expect(page.contains("Voorstel: "))
            let link = try #require(
                page.firstMatch(of: /href="(\/werk\/mkb-deal-metaal\/selectie\/[^"]*uitnodigen[^"]*)"/)
            ).output.1.replacing("&amp;", with: "&")
            #expect(link.contains("\(round)"))
            let form = try await site.get(String(link)).text
            #expect(form.contains(#"value="2026-03-"#))
            #expect(try await site.get("\(base)?vanaf=2026-05-01").text.contains("27 apr 2026"))
        }
    }

    @Test func `the address of a feed is shown once, and works until its owner may no longer see`() async throws {
        let town = try await Town(on: try await TestDatabase.sqlite.make())
        try await Site.serve(on: town.database, as: .interviewer, world: town.world, publishing: nil) { site in
            let made = try await site.post("\(base)/link", ["doe": "maken"])
            let path = try #require(
                made.text.firstMatch(of: /http:\/\/localhost:8080(\/agenda\/[A-Za-z0-9_-]+\/karavaan.ics)/)
            )
            .output.1
            #expect(!(try await site.get(base).text.contains(String(path))))
            // The account is not in this database: it was removed.
            #expect(try await site.get(String(path)).status == .notFound)
            #expect(try await site.get("/agenda/AAAAAAAAAAAAAAAAAAAAAA/karavaan.ics").status == .notFound)
            #expect(try await site.post("\(base)/link", ["doe": "weg"]).status == .seeOther)
            #expect(try await site.post("\(base)/link", ["doe": "x"]).status == .unprocessableContent)
        }
    }
}
