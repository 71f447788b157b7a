import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

/// What a message of a communication plan begins from.
@Suite struct RegisterBlocksTests {
    private static let plan = "/werk/mkb-deal-metaal/registers/communicatie"
    private static let calendar = "/werk/groene-hart/registers/uitingen"

    private static func metal() throws -> Programme {
        var programme = Programme.sample
        programme.registry = try ShippedPack.programme().registry
        return programme
    }

    @Test(arguments: TestDatabase.available)
    func `a text about the ladder and an example that everybody may see fill a message`(kind: TestDatabase) async throws
    {
        let visits = try await Visits(on: kind, programme: try Self.metal())
        for (name, audience) in [("Open Deur BV", "public"), ("Stille BV", "sessions"), ("Dicht BV", "nobody")] {
            let talk = try await visits.visit(name, isFinished: false)
            try await tell("Voorbeeld van \(name)", audience, of: talk, visits)
        }
        try await Site.serve(on: visits.database, as: .projectLeader, publishing: nil) { site in
            let list = try await site.get(Self.plan)
            #expect(list.text.contains("Bouwstenen"))
            let page = try await site.get(Self.plan + "/bouwstenen")
            #expect(page.status == .ok)
            #expect(page.text.contains("Wat is de R-ladder?"))
            #expect(page.text.contains("Voorbeeld van Open Deur BV"))
            #expect(!page.text.contains("Stille BV"), "what is for sessions is not for everybody")
            #expect(!page.text.contains("Dicht BV"))
            let text = try await site.get(Self.plan + "/nieuw?uit=tekst-ladder-omsmelten")
            #expect(text.text.contains("value=\"Schroot scheiden loont\""))
            #expect(text.text.contains("Begin met twee bakken naast de machine."))
            #expect(text.text.contains("value=\"ladder\" checked") || text.text.contains("value=\"ladder\" selected"))
            let id = try #require(page.text.firstMatch(of: /uit=(voorbeeld-[0-9a-f-]+)/)).1
            let example = try await site.get(Self.plan + "/nieuw?uit=\(id)")
            #expect(example.text.contains("value=\"Voorbeeld van Open Deur BV\""))
            #expect(try await site.get(Self.plan + "/nieuw?uit=tekst-onzin").status == .ok, "an empty form")
        }
        try await Site.serve(on: visits.database, as: .interviewer, publishing: nil) { site in
            let page = try await site.get(Self.plan + "/bouwstenen")
            #expect(page.status == .forbidden)
        }
    }

    private func tell(_ title: String, _ audience: String, of talk: Conversation.ID, _ visits: Visits) async throws {
        let form = GoodExampleForm(title: title, story: "Elke maand.", audience: audience, givenBy: "Bea Belt")
        try await visits.conversations.save(GoodExample.ID(UUID()), form, of: talk, in: .metaal, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `a register without companies has its texts, and one without texts has no page`(kind: TestDatabase)
        async throws
    {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: try GroeneHart.programme()) { site in
            let page = try await site.get(Self.calendar + "/bouwstenen")
            #expect(page.text.contains("Stuk? Er is iemand die het maakt"))
            #expect(!page.text.contains("Goede voorbeelden"))
            #expect(try await site.get("/werk/groene-hart/registers/plekken/bouwstenen").status == .notFound)
        }
    }
}
