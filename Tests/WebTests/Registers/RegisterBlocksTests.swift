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

    private func tell(
        _ title: String,
        _ audience: String,
        of talk: Conversation.ID,
        _ visits: Visits,
        as id: GoodExample.ID = GoodExample.ID(UUID())
    ) async throws {
        let form = GoodExampleForm(title: title, story: "Elke maand.", audience: audience, givenBy: "Bea Belt")
        try await visits.conversations.save(id, form, of: talk, in: .metaal, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `a message made of an example is for nobody outside once the company takes that back, and its keeper is told`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind, programme: try Self.metal())
        let talk = try await visits.visit("Open Deur BV", isFinished: false)
        let example = GoodExample.ID(UUID())
        try await tell("Elke maand schoon", "public", of: talk, visits, as: example)
        let open = "/voortgang/mkb-deal-metaal/registers/communicatie"
        let id = "00000000-0000-7000-a000-000000000001"
        let message = [
            ("id", id), ("veld-titel", "Open Deur vertelt"), ("veld-dag", "2026-05-01"),
            ("veld-onderwerp", "voorbeeld"), ("veld-afzender", "metaalunie"), ("veld-kanaal", "website"),
            ("veld-tekst", "Elke maand."),
        ]
        let made = [("verzending", "00000000-0000-7000-a000-000000000501"), ("uit", example.description)]
        try await Site.serve(on: visits.database, as: .projectLeader, publishing: nil) { site in
            let form = try await site.get(Self.plan + "/nieuw?uit=voorbeeld-\(example)")
            #expect(form.text.contains("name=\"uit\" value=\"\(example)\""))
            #expect(try await site.post(Self.plan + "/nieuw", fields: message + made).status == .seeOther)
            let register = try #require(try Self.metal().registry?.register("communicatie"))
            let state = try #require(register.publicStates.first).code.description
            _ = try await site.post("\(Self.plan)/\(id)/stand", ["stand": state])
            #expect(try await site.get(open).text.contains("Open Deur vertelt"))
            #expect(try await site.get(open + "/feed.atom").text.contains("Open Deur vertelt"))
            #expect(try await !site.get(Self.plan).text.contains("niet meer aan iedereen"))
            let page = try await site.get("\(Self.plan)/\(id)").text
            #expect(!page.contains(example.description), "nothing but the form has the identifier")
        }
        try await tell("Elke maand schoon", "sessions", of: talk, visits, as: example)
        try await Site.serve(on: visits.database, publishing: nil) { site in
            for address in [open, open + "/feed.atom", open + "/kalender.ics"] {
                let page = try await site.get(address)
                #expect(!page.text.contains("Open Deur vertelt"), "\(address)")
            }
        }
        try await Site.serve(on: visits.database, as: .projectLeader, publishing: nil) { site in
            let list = try await site.get(Self.plan).text
            #expect(list.contains("Gemaakt van een voorbeeld dat een bedrijf niet meer aan iedereen laat zien:"))
            #expect(try await site.get("\(Self.plan)/\(id)").text.contains("Niemand van buiten ziet dit nog."))
            let form = try await site.get("\(Self.plan)/\(id)/wijzigen").text
            #expect(form.contains("Hier staat niets meer in van het bedrijf"))
            // Only saving it again does not make it fit to be seen.
            let match = try #require(form.firstMatch(of: /name="versie" value="(\d+)"/))
            let version = try #require(Int(match.1))
            func sending(_ number: Int) -> (String, String) {
                ("verzending", "00000000-0000-7000-a000-00000000050\(number)")
            }
            let again = message + [sending(2), ("versie", "\(version)"), ("uit", "")]
            #expect(try await site.post("\(Self.plan)/\(id)/wijzigen", fields: again).status == .seeOther)
            #expect(try await !site.get(open).text.contains("Open Deur vertelt"))
            let own = message + [sending(3), ("versie", "\(version + 1)"), ("eigen", "ja")]
            #expect(try await site.post("\(Self.plan)/\(id)/wijzigen", fields: own).status == .seeOther)
            #expect(try await site.get(open).text.contains("Open Deur vertelt"))
            #expect(try await !site.get(Self.plan).text.contains("niet meer aan iedereen"))
        }
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
