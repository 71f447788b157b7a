import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct YearPlanPagesTests {
    private static let plan = "/werk/groene-hart/jaarplannen/2026/3.2"

    @Test(arguments: TestDatabase.available)
    func `a lead writes and proposes, the team sends it back, and nothing typed is lost`(kind: TestDatabase)
        async throws
    {
        let database = try await kind.make()
        let programme = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.woerden, publishing: programme) { site in
            let empty = try await site.get(Self.plan)
            #expect(empty.status == .ok)
            #expect(empty.text.contains("Schrijf het jaarplan"))
            let form = try await site.get(Self.plan + "/schrijven")
            #expect(form.text.contains("name=\"activiteit-0\""))
            let refused = try await site.post(
                Self.plan + "/schrijven",
                [
                    "activiteit-0": "Werkplaats", "kwartaal-0": "2", "bedrag": "veel", "maat-0": "Bezoekers",
                    "aantal-0": "x",
                ]
            )
            #expect(refused.status == .unprocessableContent)
            for text in ["value=\"Werkplaats\"", "value=\"veel\"", "href=\"#aantal-0\"", "href=\"#bedrag\""] {
                #expect(refused.text.contains(text), "\(text)")
            }
            let saved = try await site.post(
                Self.plan + "/schrijven",
                [
                    "id": "00000000-0000-7000-a000-000000000801", "activiteit-0": "Werkplaats", "kwartaal-0": "2",
                    "resultaat-3.2-A": "4",
                ]
            )
            #expect(saved.status == .seeOther)
            let proposed = try await site.post(
                Self.plan + "/stap",
                ["id": "00000000-0000-7000-a000-000000000802", "versie": "1", "stap": "propose"]
            )
            #expect(proposed.status == .seeOther)
            #expect(try await site.get(Self.plan + "/schrijven").status == .conflict)
            let decided = try await site.post(Self.plan + "/stap", ["versie": "2", "stap": "decide", "besluit": "1"])
            #expect(decided.status == .forbidden)
            #expect(try await site.get("/werk/groene-hart/jaarplannen/2026/3.1/schrijven").status == .forbidden)
        }
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let all = try await site.get("/werk/groene-hart/jaarplannen/2026")
            #expect(all.text.contains("voorgesteld"))
            #expect(try await site.get(Self.plan).text.contains("In de begroting van 2026 staat nog niets"))
            for (year, amount) in [("2026", "1.000"), ("2027", "5.000")] {
                let set = try await site.post(
                    "/werk/groene-hart/geld/begroting",
                    ["post": "centra", "bron": "zoeken", "jaar": year, "bedrag": amount, "waarom": "Overleg"]
                )
                #expect(set.status == .seeOther)
            }
            let budgeted = try await site.get(Self.plan).text
            #expect(budgeted.contains("€ 1.000,00. Dat is € 1.000,00 meer dan dit plan vraagt."))
            // Before anything is written, and where it is written.
            for page in ["2027", "2027/3.2", "2027/3.2/schrijven"] {
                let text = try await site.get("/werk/groene-hart/jaarplannen/\(page)").text
                #expect(text.contains("In de begroting van 2027: € 5.000,00."), "\(page)")
            }
            let together = try await site.get("/werk/groene-hart/jaarplannen/2026").text
            #expect(together.contains("In de begroting van de actielijnen: € 1.000,00."))
            let refused = try await site.post(
                Self.plan + "/stap",
                ["versie": "2", "stap": "give-back", "opmerking": ""]
            )
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Schrijf op wat er anders moet."))
            let returned = try await site.post(
                Self.plan + "/stap",
                [
                    "id": "00000000-0000-7000-a000-000000000803", "versie": "2", "stap": "give-back",
                    "opmerking": "Wie betaalt?",
                ]
            )
            #expect(returned.status == .seeOther)
            #expect(try await site.get(Self.plan).text.contains("Wie betaalt?"))
            #expect(try await site.get("/werk/groene-hart/jaarplannen/2040").status == .notFound)
            #expect(try await site.get("/werk/groene-hart/jaarplannen/2026/9.9").status == .notFound)
        }
    }
}
