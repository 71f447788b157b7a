import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

/// What two programmes share, as people of both see it.
@Suite struct SharingPageTests {
    private static let address = "/werk/mkb-deal-metaal/delen"
    private static let other = "/werk/groene-hart/delen"

    /// Both programmes in one place, as they are shipped.
    private static func serve(
        on kind: TestDatabase,
        _ body: @escaping @Sendable (_ metal: Site, _ plan: Site) async throws -> Void
    ) async throws {
        let database = try await kind.make()
        let metal = try ShippedPack.programme()
        let plan = try GroeneHart.programme()
        try await Site.serve(on: database, as: .projectLeader, publishing: metal) { site in
            try await Site.serve(on: database, as: GroeneHart.leader, publishing: plan) { other in
                try await body(site, other)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `one yes waits for the other, two are in force, and either stops`(kind: TestDatabase) async throws {
        try await Self.serve(on: kind) { metal, plan in
            let offer = try await metal.get(Self.address)
            #expect(offer.status == .ok)
            #expect(offer.text.contains("Niet welk bedrijf, en niets van het gesprek"))
            let yes: KeyValuePairs = ["id": "00000000-0000-7000-8000-000000000701", "antwoord": "ja"]
            #expect(try await metal.post(Self.address + "/bedrijfsbezoeken", yes).status == .seeOther)
            #expect(try await metal.get(Self.address).text.contains("We wachten op"))
            let theirs: KeyValuePairs = ["id": "00000000-0000-7000-8000-000000000702", "antwoord": "ja"]
            #expect(try await plan.post(Self.other + "/bedrijfsbezoeken", theirs).status == .seeOther)
            let agreed = try await plan.get(Self.other)
            #expect(agreed.text.contains("0 bedrijfsbezoeken"))
            #expect(agreed.text.contains("Lot Leidraad"))
            #expect(!agreed.text.contains("Piet Leider"), "who said so in the other programme stays there")

            let refused = try await plan.post(Self.other + "/bedrijfsbezoeken", ["antwoord": "stop", "waarom": " "])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("href=\"#waarom-bedrijfsbezoeken\""))
            #expect(refused.text.contains("id=\"waarom-bedrijfsbezoeken\""))
            let stop: KeyValuePairs = ["antwoord": "stop", "waarom": "Eerst overleg"]
            #expect(try await plan.post(Self.other + "/bedrijfsbezoeken", stop).status == .seeOther)
            #expect(try await metal.get(Self.address).text.contains("Eerst overleg"))
            #expect(try await metal.post(Self.address + "/bestaat-niet", yes).status == .notFound)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `who may not see the plan gets no link to it`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let metal = try ShippedPack.programme()
        for (principal, isLinked) in [(Principal.coach, false), (.municipality, false), (.projectLeader, true)] {
            try await Site.serve(on: database, as: principal, publishing: metal) { site in
                let page = try await site.get(Self.address)
                #expect(page.text.contains("href=\"/werk/mkb-deal-metaal/koers/doel-sessies\"") == isLinked)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `packs that differ are told so, and nothing can be agreed`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let plan = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: plan) { site in
            let page = try await site.get(Self.other)
            #expect(page.text.contains("klopt niet"))
            #expect(!page.text.contains("Ja, deel dit"))
            #expect(try await site.post(Self.other + "/bedrijfsbezoeken", ["antwoord": "ja"]).status == .conflict)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `who does not lead sees what is shared, and cannot change it`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let plan = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.woerden, publishing: plan) { site in
            let page = try await site.get(Self.other)
            #expect(page.status == .ok)
            #expect(!page.text.contains("<button class=\"button\""))
            #expect(try await site.post(Self.other + "/bedrijfsbezoeken", ["antwoord": "ja"]).status == .forbidden)
        }
    }
}
