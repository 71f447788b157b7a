import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

/// Adding lines to a plan on the site.
@Suite struct LineFormTests {
    private static let new = "/werk/groene-hart/actieplan/nieuwe-lijn"

    @Test(arguments: TestDatabase.available)
    func `the team adds a line and changes it, and a refused form keeps every word`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: try GroeneHart.programme()) { site in
            #expect(try await site.get("/werk/groene-hart/actieplan").text.contains("Actielijn of thema toevoegen"))
            #expect(try await site.get(Self.new).status == .ok)
            let refused = try await site.post(
                Self.new,
                ["thema": "nieuw", "thema-naam": "Water", "naam": "Regen", "trekkers": "pghw", "stap-1": "Graven"]
            )
            #expect(refused.status == .unprocessableContent)
            for text in [
                "value=\"Water\"", "value=\"Graven\"", "href=\"#thema-ambitie\"", "href=\"#sectoren\"", "href=\"#van\"",
                "href=\"#resultaat-0\"",
            ] {
                #expect(refused.text.contains(text), "\(text)")
            }
            let whole: KeyValuePairs = [
                "thema": "nieuw", "thema-naam": "Water", "thema-ambitie": "Niets verspillen", "naam": "Regen opvangen",
                "doel": "Regen gebruiken", "brengt": "Minder drinkwater", "van": "2026", "tot": "2028",
                "trekkers": "pghw", "sectoren": "bouw", "stap-0": "Meten", "resultaat-0": "Tonnen geplaatst",
                "hoeveel-0": "20", "uiterlijk-0": "2027-06-30",
            ]
            let added = try await site.post(Self.new, whole)
            #expect(added.status == .seeOther)
            let page = try await site.get("/werk/groene-hart/actieplan/lijn/6.1")
            #expect(page.text.contains("Regen opvangen"))
            #expect(page.text.contains("Toegevoegd op"))
            #expect(page.text.contains("Vertel hoe het staat"), "it is told about like any other")
            let form = try await site.get("/werk/groene-hart/actieplan/lijn/6.1/wijzigen")
            #expect(form.text.contains("value=\"6.1-1\""))
            #expect(form.text.contains("value=\"6.1-A\""))
            #expect(try await site.get("/werk/groene-hart/actieplan/lijn/1.1/wijzigen").status == .conflict)
            #expect(try await site.get("/werk/groene-hart/actieplan/lijn/9.9/wijzigen").status == .notFound)
        }
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: nil) { site in
            let plan = try await site.get("/werk/groene-hart/actieplan")
            #expect(!plan.text.contains("Actielijn of thema toevoegen"))
            #expect(try await site.get(Self.new).status == .forbidden)
            #expect(try await site.post(Self.new, ["naam": "Stiekem"]).status == .forbidden)
        }
    }
}
