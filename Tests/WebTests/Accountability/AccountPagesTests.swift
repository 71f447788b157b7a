import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Storage
import TestSupport
import Testing

@Suite struct AccountPagesTests {
    static let work = "/werk/mkb-deal-metaal"

    @Test(arguments: TestDatabase.available)
    func `the plan is on a page, in a spreadsheet and as of any day, with why`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-15")!)
        _ = try await visits.visit("Eerste BV")
        visits.move(to: Day("2025-05-10")!)
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let page = try await site.get("\(Self.work)/koers")
            for words in [
                "Van de", "loopt achter", "Waddinxveen", "nog niet uitgelegd",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            let indicator = "\(Self.work)/koers/doel-gesprekken"
            let before = try await site.get("\(indicator)?op=2025-01-14")
            #expect(before.status == .ok)
            let empty = try await site.post(indicator, ["tekst": " "])
            #expect(empty.status == .unprocessableContent)
            let why = try await site.post(indicator, ["tekst": "De karavaan kwam laat op gang"])
            #expect(why.status == .seeOther)
            let shown = try await site.get("\(Self.work)/koers")
            #expect(shown.text.contains("De karavaan kwam laat op gang"))
            let file = try await site.get("\(Self.work)/koers/karavaan.xlsx?op=2025-02-01")
            #expect(file.status == .ok)
            #expect(file.headers[.contentType] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            let unknown = try await site.get("\(Self.work)/koers/doel-niets")
            #expect(unknown.status == .notFound)
        }
        try await Site.serve(
            on: visits.database,
            as: .projectLeader,
            language: .english,
            world: visits.world,
            publishing: nil
        ) { site in
            let page = try await site.get("\(Self.work)/koers")
            #expect(page.text.contains("Days until first contact"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a municipality reads its own page, and what was recorded about it`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        _ = try await visits.visit("Vonk Constructie BV")
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let form = "\(Self.work)/gemeenten/GM0627/leidraad"
            let blank = try await site.get(form)
            #expect(blank.status == .ok)
            let wrong = try await site.post(form, ["dag": "gisteren", "tekst": "Repareren", "gesproken-met": ""])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Repareren"))
            let right = try await site.post(
                form,
                [
                    "dag": "2026-03-01", "tekst": "Repareren gaat voor", "gesproken-met": "wethouder",
                    "thema-product": "Minder nieuw",
                ]
            )
            #expect(right.status == .seeOther)
        }
        try await Site.serve(on: visits.database, as: .municipality, world: visits.world, publishing: nil) { site in
            let list = try await site.get("\(Self.work)/gemeenten")
            #expect(list.text.contains("Waddinxveen"))
            #expect(!list.text.contains("/gemeenten/GM0484"))
            let own = try await site.get("\(Self.work)/gemeenten/GM0627")
            for words in ["Repareren gaat voor", "Minder nieuw", "Er is nog niets gepubliceerd"] {
                #expect(own.text.contains(words), "\(words)")
            }
            let other = try await site.get("\(Self.work)/gemeenten/GM0484")
            #expect(other.status == .notFound)
            let overview = try await site.get(Self.work)
            #expect(!overview.text.contains("\(Self.work)/koers"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a company is erased by who types its name, and is on no list after`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let talk = try await visits.visit("Vonk Constructie BV")
        let company = try await visits.conversations.find(talk, in: .metaal, as: .interviewer).company
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let page = "\(Self.work)/bedrijven/\(company)"
            let company = try await site.get(page)
            #expect(company.text.contains("Dit bedrijf wissen"))
            let form = try await site.get("\(page)/wissen")
            #expect(form.text.contains("U kunt het niet terugdraaien."))
            let wrong = try await site.post("\(page)/wissen", ["naam": "Vonk"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Dit is niet de naam van het bedrijf"))
            let right = try await site.post("\(page)/wissen", ["naam": "Vonk Constructie BV"])
            #expect(right.status == .seeOther)
            for address in [
                "/bedrijven", "/gesprekken", "/terugkoppeling", "/koppelingen/plaatsen", "/bedrijven/export",
            ] {
                let list = try await site.get(Self.work + address)
                #expect(!list.text.contains("Vonk"), "\(address)")
            }
            let conversation = try await site.get("\(Self.work)/gesprekken/\(talk)/uitslag")
            #expect(conversation.text.contains("Gewist bedrijf"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `looking back is written down, with what changed and who thinks along`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let world = World.fixed()
        let page = "\(Self.work)/evaluaties"
        let id = "00000000-0000-7000-a000-0000000000b1"
        let member = "00000000-0000-7000-a000-0000000000b2"
        try await Site.serve(on: database, as: .projectLeader, world: world) { site in
            let wrong = try await site.post(page, ["titel": "Fase 1", "dag": "2027-01-01"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Fase 1"))
            let right = try await site.post(
                page,
                [
                    "id": id, "titel": "Fase 1", "dag": "2026-03-01", "aanwezig": "Dealgemeenten",
                    "conclusies": "Het contact komt te laat",
                ]
            )
            #expect(right.status == .seeOther)
            let empty = try await site.post("\(page)/\(id)/gevolg", ["tekst": ""])
            #expect(empty.status == .unprocessableContent)
            let change = try await site.post("\(page)/\(id)/gevolg", ["tekst": "Bellen binnen twee weken"])
            #expect(change.status == .seeOther)
            let nameless = try await site.post(
                "\(page)/klankbordgroep",
                ["organisatie": "Vonk BV", "dag": "2026-01-01"]
            )
            #expect(nameless.status == .unprocessableContent)
            #expect(nameless.text.contains("Vonk BV"))
            let joined = try await site.post(
                "\(page)/klankbordgroep",
                ["id": member, "naam": "Wil Werkplaats", "organisatie": "Vonk BV", "dag": "2026-01-01"]
            )
            #expect(joined.status == .seeOther)
            let shown = try await site.get(page)
            for words in ["Het contact komt te laat", "Bellen binnen twee weken", "Wil Werkplaats"] {
                #expect(shown.text.contains(words), "\(words)")
            }
        }
        try await Site.serve(on: database, as: .municipality, world: world) { site in
            let shown = try await site.get(page)
            #expect(shown.text.contains("Het contact komt te laat"))
            #expect(!shown.text.contains("Wil Werkplaats"))
        }
        try await Site.serve(on: database, as: .projectLeader, world: world) { site in
            for step in ["stopt", "wissen"] {
                let done = try await site.post("\(page)/klankbordgroep/\(member)/\(step)")
                #expect(done.status == .seeOther)
            }
            let shown = try await site.get(page)
            #expect(!shown.text.contains("Wil Werkplaats"))
        }
    }
}
