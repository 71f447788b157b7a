import Foundation
import FoundationXML
import HTTPTypes
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct RegisterPagesTests {
    private static let streams = "/werk/groene-hart/registers/reststromen"
    private static let places = "/voortgang/groene-hart/registers/plekken"
    private static let id = "00000000-0000-7000-a000-000000000001"

    private static func copper(_ more: [String: String] = [:]) -> [(String, String)] {
        let form = [
            "id": id, "verzending": "00000000-0000-7000-a000-000000000501", "veld-naam": "Koper",
            "veld-soort": "metaal",
            "veld-hoeveel": "12,5", "veld-bedrijf": "Geheim BV", "veld-contact": "Jan",
            "veld-contact-contact": "jan@example.org",
        ]
        return form.merging(more) { $1 }.map { ($0.key, $0.value) }
    }

    @Test(arguments: TestDatabase.available)
    func `who keeps a register adds, moves and changes an item, and others read what is for them`(
        kind: TestDatabase
    ) async throws {
        let database = try await kind.make()
        let programme = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: programme) { site in
            let refused = try await site.post(
                "\(Self.streams)/nieuw",
                fields: Self.copper(["veld-naam": "", "veld-hoeveel": "x"])
            )
            #expect(refused.status == .unprocessableContent)
            for words in ["Stroom: Vul dit in.", "Vul een getal in, zoals 12,5.", "value=\"x\"", "Geheim BV", "Jan"] {
                #expect(refused.text.contains(words), "\(words)")
            }
            for _ in 1...2 {
                let added = try await site.post("\(Self.streams)/nieuw", fields: Self.copper())
                #expect(added.location == "\(Self.streams)/\(Self.id)?melding=bewaard")
            }
            let moved = try await site.post("\(Self.streams)/\(Self.id)/stand", ["stand": "gekozen"])
            #expect(moved.status == .seeOther)
            let wrong = try await site.post("\(Self.streams)/\(Self.id)/stand", ["stand": "loopt"])
            #expect(wrong.status == .conflict)
            #expect(wrong.text.contains("Zo kan de stand niet veranderen."))
            let form = try await site.get("\(Self.streams)/\(Self.id)/wijzigen")
            #expect(form.text.contains("value=\"Geheim BV\""))
            let stale = try await site.post(
                "\(Self.streams)/\(Self.id)/wijzigen",
                fields: Self.copper([
                    "versie": "1", "verzending": "", "veld-naam": "Koperdraad",
                ])
            )
            #expect(stale.status == .unprocessableContent)
            #expect(stale.text.contains("heeft dit ondertussen veranderd"))
            #expect(stale.text.contains("Koperdraad"))
            #expect(stale.text.contains("name=\"versie\" value=\"2\""))
            let list = try await site.get("\(Self.streams)?zoek=geheim&stand=gekozen&veld-soort=metaal")
            #expect(list.text.contains("Koper"))
        }
        try await Site.serve(on: database, as: GroeneHart.manager, publishing: nil) { site in
            for path in ["", "/\(Self.id)", "/bord", "/lijst.csv", "?zoek=koper"] {
                let page = try await site.get(Self.streams + path)
                #expect(page.text.contains("Koper"), "\(path)")
                for words in ["Geheim", "jan@example.org", "/wijzigen\"", "/nieuw\""] {
                    #expect(!page.text.contains(words), "\(path) \(words)")
                }
            }
            let search = try await site.get("\(Self.streams)?zoek=geheim")
            #expect(search.text.contains("Niets past bij deze zoekvraag."))
            for path in ["/kalender?maand=2026-03", "/kaart?stand=gekozen", "/toen-en-nu?op=2026-01-01", "/lijst.xlsx"]
            {
                let page = try await site.get(Self.streams + path)
                #expect(page.status == .ok, "\(path)")
            }
            let missing = try await site.get("/werk/groene-hart/registers/onzin")
            #expect(missing.status == .notFound)
            let noItem = try await site.get("\(Self.streams)/00000000-0000-7000-a000-000000000099")
            #expect(noItem.status == .notFound)
        }
        try await Site.serve(on: database, as: GroeneHart.woerden, publishing: nil) { site in
            let other = try await site.post("\(Self.streams)/nieuw", fields: Self.copper())
            #expect(other.status == .forbidden)
            #expect(other.text.contains("Uw organisatie houdt dit register niet bij."))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a list is in the order of a number that is asked for, with that number in it`(kind: TestDatabase) async throws
    {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: try GroeneHart.programme()) { site in
            for (number, (name, score)) in [("Aluminium", "7"), ("Brons", "8,5"), ("Koper", ""), ("Lood", "10")]
                .enumerated()
            {
                _ = try await site.post(
                    "\(Self.streams)/nieuw",
                    fields: [
                        ("id", "00000000-0000-7000-a000-00000000000\(number)"), ("veld-naam", name),
                        ("veld-soort", "metaal"),
                        ("veld-score", score),
                    ]
                )
            }
            func order(_ query: String) async throws -> [String] {
                let text = try await site.get(Self.streams + query).text
                return ["Aluminium", "Brons", "Koper", "Lood"].compactMap { name in
                    text.range(of: ">\(name)<").map { (name, $0.lowerBound) }
                }.sorted { $0.1 < $1.1 }.map(\.0)
            }
            #expect(try await order("?volgorde=veld-score") == ["Lood", "Brons", "Aluminium", "Koper"])
            for other in ["", "?volgorde=veld-soort", "?volgorde=veld-onzin", "?volgorde=onzin"] {
                #expect(try await order(other) == ["Aluminium", "Brons", "Koper", "Lood"], "\(other)")
            }
            let page = try await site.get("\(Self.streams)?volgorde=veld-score").text
            #expect(page.contains("8,5 van 10"))
            #expect(page.contains("Score, hoogste eerst"))
            #expect(try await !site.get(Self.streams).text.contains("8,5 van 10"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a file that is downloaded is read in again without any change`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: try GroeneHart.programme()) { site in
            _ = try await site.post(
                "\(Self.streams)/nieuw",
                fields: Self.copper([
                    "veld-naam": "=cmd|' /C calc'!A0; \"koper\"", "veld-wanneer": "2026-01-01",
                    "veld-gemeente": "GM0484",
                    "veld-eural": "17 04 01", "veld-bedrijf-kvk": "12345678",
                ])
            )
            for language in ["nl", "en"] {
                let file = try await site.get("\(Self.streams)/lijst.csv")
                #expect(file.text.contains("'=cmd"))
                let result = try await upload(site, Array(file.text.utf8))
                #expect(result.text.contains("0 nieuw, 0 veranderd, 1 hetzelfde gebleven"), "\(language)")
            }
            let book = try await site.get("\(Self.streams)/lijst.xlsx")
            let again = try await upload(site, Array(book.bytes))
            #expect(again.text.contains("0 nieuw, 0 veranderd, 1 hetzelfde gebleven"))
            let broken = try await upload(site, [0x50, 0x4B, 3, 4, 1])
            #expect(broken.status == .unprocessableContent)
            #expect(broken.text.contains("Opslaan als, CSV UTF-8"))
            let refused = try await upload(site, Array("Stroom;Soort\n;goud\n".utf8))
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Er is niets ingelezen: 1 regels zijn fout."))
            #expect(refused.text.contains("“goud” is geen van de keuzes."))
            let empty = try await upload(site, [])
            #expect(empty.status == .unprocessableContent)
        }
    }

    private func upload(_ site: Site, _ bytes: [UInt8]) async throws -> Reply {
        try await site.postMultipart(
            "\(Self.streams)/inlezen",
            files: [.init(field: "bestand", name: "lijst.csv", bytes: bytes)]
        )
    }

    @Test(arguments: TestDatabase.available)
    func `anybody reports a place, and it is public once somebody said yes`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let report = [
            ("id", Self.id), ("verzending", "00000000-0000-7000-a000-000000000503"), ("veld-naam", "Repaircafé Proef"),
            ("veld-soort", "repaircafe"),
            ("veld-gemeente", "GM0484"),
            ("veld-contact", "Jan"), ("veld-contact-contact", "0612345678"),
        ]
        try await Site.serve(on: database, publishing: try GroeneHart.programme()) { site in
            let refused = try await site.post(
                "\(Self.places)/melden",
                ["id": Self.id, "veld-naam": "Repaircafé Proef"]
            )
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("value=\"Repaircafé Proef\""))
            let machine = try await site.post("\(Self.places)/melden", fields: report + [("website", "x")])
            #expect(machine.text.contains("Dank u wel."))
            let none = try await site.get("/voortgang/groene-hart/registers/campagnes/melden")
            #expect(none.status == .notFound)
            let closed = try await site.get("/voortgang/groene-hart/registers/behoeften")
            #expect(closed.status == .notFound)
        }
        let places = "/werk/groene-hart/registers/plekken"
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let waiting = try await site.get("\(places)?voorstellen=ja")
            #expect(!waiting.text.contains("Repaircafé Proef"))
        }
        try await Site.serve(on: database, publishing: nil) { site in
            let sent = try await site.post("\(Self.places)/melden", fields: report)
            #expect(sent.text.contains("Dank u wel."))
            let before = try await site.get(Self.places)
            #expect(!before.text.contains("Repaircafé Proef"))
        }
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let waiting = try await site.get(places)
            #expect(waiting.text.contains("1 melding wacht op een ja of nee"))
            _ = try await site.post("\(places)/\(Self.id)/aannemen", [:])
            _ = try await site.post("\(places)/\(Self.id)/stand", ["stand": "open"])
        }
        try await Site.serve(on: database, publishing: nil) { site in
            let page = try await site.get("\(Self.places)?gemeente=GM0484")
            #expect(page.text.contains("Repaircafé Proef"))
            for words in ["Jan", "0612345678"] { #expect(!page.text.contains(words), "\(words)") }
            let feed = try await site.get("\(Self.places)/feed.atom")
            #expect(feed.text.contains("<title>Repaircafé Proef</title>"))
            for words in ["Jan", "0612345678"] { #expect(!feed.text.contains(words), "\(words)") }
            let elsewhere = try await site.get("\(Self.places)?gemeente=GM0513")
            #expect(!elsewhere.text.contains("Repaircafé Proef"))
        }
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let erased = try await site.post("\(places)/\(Self.id)/wissen", [:])
            #expect(erased.status == .seeOther)
            let gone = try await site.get("\(places)/\(Self.id)")
            #expect(gone.status == .notFound)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a pair is decided on by who keeps the registers, and names come last`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let (asks, page) = ("00000000-0000-7000-a000-000000000002", "/werk/groene-hart/vraag-en-aanbod/reststromen")
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: try GroeneHart.programme()) { site in
            _ = try await site.post("\(Self.streams)/nieuw", fields: Self.copper())
            _ = try await site.post("\(Self.streams)/\(Self.id)/stand", ["stand": "onderzocht"])
            let demand = "/werk/groene-hart/registers/vraag-reststromen"
            _ = try await site.post(
                "\(demand)/nieuw",
                [
                    "id": asks, "verzending": "00000000-0000-7000-a000-000000000502", "veld-waarvoor": "Oven",
                    "veld-soort": "metaal", "veld-hoeveel": "5", "veld-bedrijf": "Vrager BV",
                ]
            )
            _ = try await site.post("\(demand)/\(asks)/stand", ["stand": "open"])
            let proposal = try await site.get(page)
            for words in ["Oven", "hetzelfde materiaal", "er is genoeg"] { #expect(proposal.text.contains(words)) }
            for words in ["Vrager BV", "Geheim BV"] { #expect(!proposal.text.contains(words), "\(words)") }
            for answer in ["asked", "asks-agreed", "offers-agreed"] {
                let decided = try await site.post(page, ["vraag": asks, "aanbod": Self.id, "besluit": answer])
                #expect(decided.status == .seeOther)
            }
            let agreed = try await site.get(page)
            for words in ["allebei ja", "Vrager BV", "Geheim BV"] { #expect(agreed.text.contains(words), "\(words)") }
            let nonsense = try await site.post(page, ["vraag": asks, "aanbod": Self.id, "besluit": "misschien"])
            #expect(nonsense.status == .unprocessableContent)
        }
        try await Site.serve(on: database, as: GroeneHart.manager, publishing: nil) { site in
            let seen = try await site.get(page)
            for words in ["Vrager BV", "Geheim BV"] { #expect(!seen.text.contains(words), "\(words)") }
        }
    }

    @Test func `other sites and calendars take over what is public, and nothing of it can break them`() async throws {
        let database = try await TestDatabase.sqlite.make()
        let meetings = "/werk/groene-hart/registers/bijeenkomsten"
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: try GroeneHart.programme()) { site in
            for (number, state) in [(1, "gepland"), (2, "")] {
                let id = "00000000-0000-7000-a000-00000000000\(number)"
                _ = try await site.post(
                    "\(meetings)/nieuw",
                    [
                        "id": id, "verzending": "00000000-0000-7000-a000-00000000050\(number)",
                        "veld-onderwerp": "<Café> & \"meer\" \(number)", "veld-dag": "2026-03-12",
                        "veld-feedback": "Niet voor buiten",
                    ]
                )
                if !state.isEmpty { _ = try await site.post("\(meetings)/\(id)/stand", ["stand": state]) }
            }
        }
        try await Site.serve(on: database, publishing: nil) { site in
            let place = "/voortgang/groene-hart/registers/bijeenkomsten"
            let feed = try await site.get("\(place)/feed.atom")
            #expect(feed.text.contains("<title>&lt;Café&gt; &amp; &quot;meer&quot; 1</title>"))
            #expect(!feed.text.contains("Niet voor buiten"))
            #expect(!feed.text.contains("meer&quot; 2"))
            #expect(XMLParser(data: Data(feed.text.utf8)).parse())
            let calendar = try await site.get("\(place)/kalender.ics")
            #expect(calendar.text.contains("DTSTART;VALUE=DATE:20260312"))
            #expect(calendar.text.components(separatedBy: "BEGIN:VEVENT").count == 2)
            let none = try await site.get("/voortgang/groene-hart/registers/behoeften/feed.atom")
            #expect(none.status == .notFound)
        }
    }
}
