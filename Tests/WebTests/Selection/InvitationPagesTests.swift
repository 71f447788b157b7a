import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Mail
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct InvitationPagesTests {
    private func serve(
        as principal: Principal = .projectLeader,
        language: Language = .dutch,
        _ body: @escaping @Sendable (Site, Town, SelectionRound.ID) async throws -> Void
    ) async throws {
        let town = try await Town(on: try await TestDatabase.sqlite.make())
        try await town.build(10)
        let round = try await town.draw([Town.alphen: 2])
        try await Site.serve(
            on: town.database,
            as: principal,
            language: language,
            world: town.world,
            publishing: nil
        ) { site in try await body(site, town, round) }
    }

    private static let fields: KeyValuePairs<String, String> = [
        "contact": "Wil <Werkplaats>", "mail": "wil@bedrijf.example", "taal": "nl", "dag": "2026-03-16",
        "tijd": "09:30", "interviewer": Principal.projectLeader.account!.description,
        "toelichting": "U sprak {link} met de wethouder.",
    ]

    private func path(_ town: Town, _ round: SelectionRound.ID) async throws -> String {
        let company = try await town.sheet(round).lines[0].company
        return "/werk/mkb-deal-metaal/selectie/\(round)/bedrijven/\(company)/uitnodigen"
    }

    private func letter(_ town: Town) async throws -> (plain: String, html: String) {
        try await town.database.read { db in
            let row = try db.run("SELECT plain, html FROM mail_message ORDER BY made_at DESC, kind LIMIT 1")[0]
            return (try row.get(0), try row.get(1))
        }
    }

    @Test func `the letter is seen before it goes, and goes once`() async throws {
        try await serve { site, town, round in
            let path = try await path(town, round)
            #expect(try await site.get(path).text.contains("Bekijk de mail"))
            let preview = try await site.post(
                path,
                fields: Self.fields.map { ($0.key, $0.value) } + [("doe", "bekijken")]
            )
            #expect(preview.status == .ok)
            #expect(preview.text.contains("Beste Wil &lt;Werkplaats&gt;,"))
            // What somebody typed is never filled in.
            #expect(preview.text.contains("U sprak {link} met de wethouder."))
            let id = UUID().uuidString
            let all = Self.fields.map { ($0.key, $0.value) } + [("doe", "versturen"), ("uitnodiging", id)]
            #expect(try await site.post(path, fields: all).status == .seeOther)
            #expect(try await site.post(path, fields: all).status == .seeOther)
            let outbox = try await site.get("/werk/mkb-deal-metaal/post").text
            #expect(outbox.contains("Er is geen mailserver ingesteld."))
            #expect(outbox.contains("wacht op verzenden"))
            #expect(outbox.components(separatedBy: "wil@bedrijf.example").count == 2)
            let letter = try await letter(town)
            #expect(letter.html.contains("Wil &lt;Werkplaats&gt;"))
            #expect(letter.html.contains("Past het? Geef antwoord"))
        }
    }

    @Test func `what is wrong with an invitation is said at once, and stays filled in`() async throws {
        try await serve { site, town, round in
            let reply = try await site.post(
                try await path(town, round),
                ["contact": "", "mail": "wil", "dag": "2026-02-01", "tijd": "", "toelichting": "Tot dan"]
            )
            #expect(reply.status == .unprocessableContent)
            for words in ["Vul in wie u uitnodigt.", "Vul een mailadres in", "Kies een dag na vandaag.", "Tot dan"] {
                #expect(reply.text.contains(words))
            }
        }
    }

    @Test func `the entrepreneur answers behind the link, without an account`() async throws {
        try await serve { site, town, round in
            let all = Self.fields.map { ($0.key, $0.value) } + [("doe", "versturen")]
            #expect(try await site.post(try await path(town, round), fields: all).status == .seeOther)
            let plain = try await letter(town).plain
            let link = try #require(plain.firstMatch(of: /http:\/\/localhost:8080(\/uitnodiging\/[A-Za-z0-9_-]+)/))
                .output.1
            let page = try await site.get(String(link))
            #expect(page.text.contains("16 maart 2026"))
            #expect(page.headers[.cacheControl] == "private, no-store")
            let empty = try await site.post(String(link), [:])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Kies een antwoord."))
            let wish = try await site.post(String(link), ["antwoord": "other-time"])
            #expect(wish.text.contains("Schrijf op wanneer het wel past"))
            let asked = try await site.post(String(link), ["antwoord": "other-time", "toelichting": "Vrijdag & later"])
            #expect(asked.location == String(link))
            let sheet = try await site.get("/werk/mkb-deal-metaal/selectie/\(round)").text
            #expect(sheet.contains("wil een ander moment: Vrijdag &amp; later"))
            #expect(try await site.post(String(link), ["antwoord": "confirmed"]).status == .seeOther)
            #expect(try await site.get(String(link)).text.contains("U zei ja. Tot dan!"))
            #expect(try await site.get("/werk/mkb-deal-metaal/post").text.contains("bevestiging"))
        }
    }

    @Test func `a link that nobody made says nothing but that it does not work`() async throws {
        try await serve { site, _, _ in
            for token in ["AAAAAAAAAAAAAAAAAAAAAA", "kort"] {
                let page = try await site.get("/uitnodiging/\(token)")
                #expect(page.status == .gone)
                #expect(page.text.contains("Deze link werkt niet (meer)"))
                #expect(try await site.post("/uitnodiging/\(token)", ["antwoord": "confirmed"]).status == .gone)
            }
        }
    }

    @Test func `a letter that waits is taken back`() async throws {
        try await serve { site, town, round in
            let all = Self.fields.map { ($0.key, $0.value) } + [("doe", "versturen")]
            #expect(try await site.post(try await path(town, round), fields: all).status == .seeOther)
            let id = try await Outbox(database: town.database, world: town.world)
                .list(in: .metaal, as: .projectLeader)[0].id
            let item = "/werk/mkb-deal-metaal/post/\(id)"
            #expect(
                try await site.post(item, ["doe": "intrekken"]).location == "/werk/mkb-deal-metaal/post?melding=bewaard"
            )
            let again = try await site.post(item, ["doe": "opnieuw"])
            #expect(again.status == .conflict)
            #expect(try await site.post(item, ["doe": "iets"]).status == .unprocessableContent)
            #expect(try await site.get("/werk/mkb-deal-metaal/post").text.contains("ingetrokken"))
        }
    }
}
