import App
import Audit
import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct CompanyPagesTests {
    private static let list = "/werk/mkb-deal-metaal/bedrijven"
    private let id = "00000000-0000-7000-8000-aaaaaaaaaaaa"

    @Test(arguments: TestDatabase.available)
    func `a new company leads to its page, escaped, and sending twice makes one`(kind: TestDatabase) async throws {
        try await Site.serve(on: try await kind.make(), as: .interviewer) { site in
            let form = try await site.get(Self.list + "/nieuw")
            #expect(form.text.contains("name=\"id\""))
            for _ in 1...2 {
                let reply = try await site.post(
                    Self.list + "/nieuw",
                    ["id": id, "name": "<script>alert(1)</script>", "postcode": "2404ab", "isMember": "ja"]
                )
                #expect(reply.status == .seeOther)
                #expect(reply.location == "\(Self.list)/\(id)?melding=bewaard")
            }
            let page = try await site.get("\(Self.list)/\(id)")
            #expect(page.text.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"))
            #expect(page.text.contains("Alphen aan den Rijn"))
            #expect(page.text.contains("gesprekken/nieuw?bedrijf=\(id)"))
            let list = try await site.get(Self.list)
            #expect(list.text.contains("&lt;script&gt;") && !list.text.contains("<script>alert"))
            #expect(list.text.contains("<strong>1 bedrijf</strong>"))
        }
    }

    @Test func `a wrong form comes back filled in, with every reason, in the reader's language`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .interviewer, language: .english) { site in
            let reply = try await site.post(
                Self.list + "/nieuw",
                ["id": id, "name": "", "kvkNumber": "12\"3", "sbiCode": "x"]
            )
            #expect(reply.status == .unprocessableContent)
            #expect(reply.text.contains("Enter the name of the company."))
            #expect(reply.text.contains("has 8 digits"))
            #expect(reply.text.contains("value=\"12&quot;3\""))
            #expect(reply.text.contains("Not sent, 4 errors"))
            #expect(reply.text.contains("href=\"#kvkNumber\""))
        }
    }

    @Test func `a number that is taken leads to who has it, and a likeness can be confirmed`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .interviewer) { site in
            let new = Self.list + "/nieuw"
            _ = try await site.post(new, ["id": id, "name": "Smit", "postcode": "2404AB", "kvkNumber": "12345678"])
            let other = UUID().uuidString
            let taken = try await site.post(
                new,
                ["id": other, "name": "Anders", "postcode": "2404AB", "kvkNumber": "12345678"]
            )
            #expect(taken.status == .unprocessableContent)
            #expect(taken.text.contains("href=\"\(Self.list)/\(id)\""))
            let alike = try await site.post(new, ["id": other, "name": "SMIT B.V.", "postcode": "2404AB"])
            #expect(alike.status == .unprocessableContent)
            #expect(alike.text.contains("name=\"isOther\""))
            let sure = try await site.post(new, ["id": other, "name": "SMIT", "postcode": "2404AB", "isOther": "ja"])
            #expect(sure.status == .seeOther)
        }
    }

    @Test func `who was second sees both values and may insist`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .interviewer) { site in
            _ = try await site.post(Self.list + "/nieuw", ["id": id, "name": "Smit", "postcode": "2404AB"])
            let change = "\(Self.list)/\(id)/wijzigen"
            let theirs = try await site.post(change, ["version": "1", "name": "Smit & Co", "postcode": "2404AB"])
            #expect(theirs.status == .seeOther)
            let mine = try await site.post(change, ["version": "1", "name": "Smit Zn", "postcode": "2404AB"])
            #expect(mine.status == .conflict)
            #expect(mine.text.contains("Smit &amp; Co") && mine.text.contains("value=\"Smit Zn\""))
            #expect(mine.text.contains("name=\"version\" value=\"2\""))
            let again = try await site.post(change, ["version": "2", "name": "Smit Zn", "postcode": "2404AB"])
            #expect(again.status == .seeOther)
            let page = try await site.get("\(Self.list)/\(id)").text
            #expect(page.contains("<s>Smit &amp; Co</s>"))
        }
    }

    @Test func `contact persons come, change and are erased`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .interviewer) { site in
            _ = try await site.post(Self.list + "/nieuw", ["id": id, "name": "Smit", "postcode": "2404AB"])
            let people = "\(Self.list)/\(id)/contactpersonen"
            let person = "00000000-0000-7000-8000-bbbbbbbbbbbb"
            let wrong = try await site.post(people + "/nieuw", ["id": person, "naam": "", "email": "x"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Vul een naam in."))
            for _ in 1...2 {
                let added = try await site.post(
                    people + "/nieuw",
                    ["id": person, "naam": "Noa <b>", "email": "noa@smit.example"]
                )
                #expect(added.status == .seeOther)
            }
            #expect(try await site.get("\(people)/\(person)").text.contains("value=\"Noa &lt;b&gt;\""))
            _ = try await site.post("\(people)/\(person)", ["naam": "Nora", "telefoon": "06 12345678"])
            let page = try await site.get("\(Self.list)/\(id)").text
            #expect(page.contains("Nora") && page.contains("tel:0612345678"))
            #expect(try await site.post("\(people)/wissen").status == .seeOther)
            #expect(try await site.post("\(people)/\(person)/verwijderen").status == .seeOther)
            let erased = try await site.get("\(Self.list)/\(id)").text
            #expect(!erased.contains("Nora"))
            #expect(try await site.get("\(people)/\(person)").status == .notFound)
        }
    }

    @Test func `search, filters and order are in the address`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .projectLeader) { site in
            for (number, name) in ["Eén", "Twee", "Drie & Co"].enumerated() {
                _ = try await site.post(
                    Self.list + "/nieuw",
                    ["id": UUID().uuidString, "name": name, "postcode": number == 1 ? "2741 AB" : "2404 AB"]
                )
            }
            let found = try await site.get(Self.list + "?zoek=drie+co%20&gemeente=GM0484&volgorde=-naam")
            #expect(found.text.contains("<strong>1 van 3 bedrijven</strong>"))
            #expect(found.text.contains("Drie &amp; Co"))
            #expect(found.text.contains("value=\"drie co \""))
            #expect(found.text.contains("aria-sort=\"descending\""))
            #expect(found.text.contains("volgorde=gemeente"))
            let strange = try await site.get(
                Self.list + "?gemeente=%3Cx%3E&pagina=-4&grootte=veel&volgorde=%00&zoek=%25"
            )
            #expect(strange.status == .ok)
            #expect(strange.text.contains("0 van 3"))
        }
    }

    @Test func `the export holds what is on the screen, in that order, and can be read in again`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .projectLeader) { site in
            _ = try await site.post(
                Self.list + "/nieuw",
                ["id": id, "name": "=cmd|' /C calc'!A0", "postcode": "2404 AB", "size": "2-9", "sector": "verspanen"]
            )
            _ = try await site.post(
                Self.list + "/nieuw",
                ["id": UUID().uuidString, "name": "Zee; & Zn", "postcode": "2741AB"]
            )
            let reply = try await site.get(Self.list + "/export?volgorde=-naam")
            #expect(reply.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(reply.headers[.contentDisposition]?.contains("filename*=UTF-8''bedrijven%20mkb") == true)
            let lines = reply.text.split(separator: "\r\n")
            #expect(reply.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(lines.count == 3)
            #expect(lines[1].hasPrefix("\"Zee; & Zn\";"))
            #expect(lines[2].hasPrefix("'=cmd") && lines[2].contains(";Verspanen;2 t/m 9;"))
            // And back again: nothing changes.
            let upload = try await site.postMultipart(
                Self.list + "/inlezen",
                ["id": id],
                files: [.init(field: "bestand", name: "export.csv", bytes: reply.bytes)]
            )
            let item = try #require(upload.location)
            let columns = try await site.get(item).text
            let chosen = columns.matches(
                of: /name="(kolom-[0-9]+)".*?value="([A-Za-z]+)" selected/.dotMatchesNewlines()
            )
            .map { (String($0.1), String($0.2)) }
            #expect(chosen.count == 12)
            _ = try await site.post(item + "/kolommen", fields: chosen)
            #expect(try await site.get(item).text.contains("Er is niets nieuws in dit bestand."))
        }
    }

    @Test func `who may not, or has no part in the programme, is refused everywhere`() async throws {
        let database = try await TestDatabase.sqlite.make()
        try await Site.serve(on: database, as: .projectLeader) { site in
            _ = try await site.post(Self.list + "/nieuw", ["id": id, "name": "Smit", "postcode": "2404AB"])
        }
        let pages = [
            "", "/nieuw", "/export", "/\(id)", "/\(id)/wijzigen", "/\(id)/contactpersonen/nieuw",
            "/\(id)/contactpersonen/\(id)", "/inlezen", "/inlezen/\(id)", "/inlezen/\(id)/kolommen",
            "/inlezen/\(id)/foute-regels",
        ]
        let posts = [
            "/nieuw", "/\(id)/wijzigen", "/\(id)/contactpersonen/nieuw", "/\(id)/contactpersonen/wissen",
            "/\(id)/contactpersonen/\(id)", "/\(id)/contactpersonen/\(id)/verwijderen", "/inlezen/\(id)/kolommen",
            "/inlezen/\(id)/verder", "/inlezen/\(id)/bevestigen", "/inlezen/\(id)/stoppen",
        ]
        for principal in [Principal.outsider, .coach, .municipality] {
            try await Site.serve(on: database, as: principal) { site in
                for page in pages {
                    #expect(try await site.get(Self.list + page).status == .forbidden, "\(principal.name) \(page)")
                }
                for page in posts {
                    let reply = try await site.post(
                        Self.list + page,
                        ["id": id, "name": "Gekaapt", "naam": "x", "postcode": "2404AB"]
                    )
                    #expect(reply.status == .forbidden, "\(principal.name) \(page)")
                }
            }
        }
        // Through one's own programme, another programme's company does not exist.
        var other = Programme.sample
        other.id = .elders
        try await Site.serve(on: database, as: .outsider, publishing: other) { site in
            for page in pages where page.contains(id) {
                #expect(try await site.get("/werk/elders/bedrijven" + page).status == .notFound, "\(page)")
            }
            for page in posts where page.contains(id) && !page.hasSuffix("stoppen") {
                let reply = try await site.post(
                    "/werk/elders/bedrijven" + page,
                    ["id": id, "name": "Gekaapt", "naam": "x", "postcode": "2404AB"]
                )
                #expect(reply.status == .notFound, "\(page)")
            }
        }
        try await Site.serve(on: database, as: .projectLeader) { site in
            let page = try await site.get("\(Self.list)/\(id)").text
            #expect(page.contains("<h1>Smit</h1>"))
        }
    }
}
