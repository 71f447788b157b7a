import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct SessionPagesTests {
    static let work = "/werk/mkb-deal-metaal/kennissessies"
    static let id = "00000000-0000-7000-a000-0000000000a1"

    static func fields(_ changes: [String: String] = [:]) -> [(String, String)] {
        let fields = [
            ("id", id), ("titel", "Schroot is geen afval"), ("samenvatting", "Wat scheiden oplevert"),
            ("thema", "productieproces"), ("dag", "2026-03-02"), ("begin", "16:00"), ("einde", "18:30"),
            ("locatie", "Voorbeeld BV"), ("adres", "Dorpsstraat 1"), ("gemeente", "GM0627"),
            ("gastheer", "Voorbeeld BV"),
            ("plaatsen", "1"), ("programma", "16:00 Ontvangst\n17:00 Verhalen"), ("openbaar", "ja"),
        ]
        return fields.map { ($0.0, changes[$0.0] ?? $0.1) }
    }

    /// A session that is open, made as an organiser makes it.
    static func open(on database: any SQLDatabase, _ world: World) async throws {
        try await Site.serve(on: database, as: .projectLeader, world: world) { site in
            let made = try await site.post("\(work)/nieuw", fields: fields())
            #expect(made.status == .seeOther)
            let opened = try await site.post("\(work)/\(id)/openen")
            #expect(opened.status == .seeOther)
        }
    }

    /// The link in the last letter to somebody, as it stands in the outbox.
    static func link(to email: String, on database: any SQLDatabase) async throws -> String {
        let plain = try await database.read { db in
            try db.run("SELECT plain FROM mail_message WHERE to_email = \(email) ORDER BY made_at DESC, id DESC")[0]
                .get(0, as: String.self)
        }
        let token = try #require(plain.firstMatch(of: /\/aanmelding\/([A-Za-z0-9_-]{22})/)?.output.1)
        return "/aanmelding/\(token)"
    }

    @Test(arguments: TestDatabase.available)
    func `a session is planned, put right and cancelled, and nothing that was typed is lost`(
        kind: TestDatabase
    ) async throws {
        let (database, world) = (try await kind.make(), World.fixed())
        try await Site.serve(on: database, as: .projectLeader, world: world) { site in
            let form = try await site.get("\(Self.work)/nieuw")
            #expect(form.text.contains("Thema van de praatplaat"))
            let wrong = try await site.post(
                "\(Self.work)/nieuw",
                fields: Self.fields(["titel": "", "dag": "morgen", "plaatsen": "veel"])
            )
            #expect(wrong.status == .unprocessableContent)
            for words in ["Niet verzonden, 3 fouten", "Geef de sessie een titel", "morgen", "veel", "Dorpsstraat 1"] {
                #expect(wrong.text.contains(words), "\(words)")
            }
            for _ in 1...2 {
                let made = try await site.post("\(Self.work)/nieuw", fields: Self.fields())
                #expect(made.status == .seeOther)
            }
            let draft = try await site.get("\(Self.work)/\(Self.id)")
            #expect(draft.text.contains("Nog niemand ziet deze sessie"))
            let changed = try await site.post(
                "\(Self.work)/\(Self.id)/wijzigen",
                fields: Self.fields(["titel": "Spanen scheiden"])
            )
            #expect(changed.status == .seeOther)
            let list = try await site.get(Self.work)
            #expect(list.text.contains("Spanen scheiden"))
            let reasonless = try await site.post("\(Self.work)/\(Self.id)/afzeggen", ["tekst": " "])
            #expect(reasonless.status == .unprocessableContent)
            let cancelled = try await site.post("\(Self.work)/\(Self.id)/afzeggen", ["tekst": "De gastheer is ziek"])
            #expect(cancelled.status == .seeOther)
            let page = try await site.get("\(Self.work)/\(Self.id)")
            #expect(page.text.contains("De gastheer is ziek"))
            let late = try await site.post("\(Self.work)/\(Self.id)/wijzigen", fields: Self.fields())
            #expect(late.status == .conflict)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `anybody can ask for a link, sign up with it, wait, leave and be forgotten`(kind: TestDatabase) async throws {
        let (database, world) = (try await kind.make(), World.fixed())
        try await Self.open(on: database, world)
        try await Site.serve(on: database, world: world) { site in
            let list = try await site.get("/kennissessies")
            #expect(list.text.contains("Schroot is geen afval"))
            let calendar = try await site.get("/kennissessies/kalender.ics")
            #expect(calendar.text.contains("SUMMARY:Schroot is geen afval"))
            let page = "/kennissessies/\(Self.id)"
            let wrong = try await site.post(page, ["naam": "Anna", "bedrijf": "Anna BV", "mail": "anna"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Anna BV"))
            for name in ["anna", "bram"] {
                let asked = try await site.post(page, ["naam": name, "mail": "\(name)@voorbeeld.example"])
                #expect(asked.status == .ok)
                #expect(asked.text.contains("Kijk in uw mail"))
            }
            let anna = try await Self.link(to: "anna@voorbeeld.example", on: database)
            let bram = try await Self.link(to: "bram@voorbeeld.example", on: database)
            let invited = try await site.get(anna)
            #expect(invited.text.contains("Ik kom"))
            #expect(invited.headers[HTTPField.Name("X-Robots-Tag")!] == "noindex, nofollow, noarchive")
            for link in [anna, bram] {
                let answered = try await site.post(link, ["antwoord": "signed-up"])
                #expect(answered.status == .seeOther)
            }
            let placed = try await site.get(anna)
            #expect(placed.text.contains("U komt: er is een plaats voor u."))
            let waiting = try await site.get(bram)
            #expect(waiting.text.contains("op plaats 1"))
            let event = try await site.get("\(anna)/kennissessie.ics")
            #expect(event.text.contains("BEGIN:VEVENT"))
            let nonsense = try await site.post(anna, ["antwoord": "misschien"])
            #expect(nonsense.status == .badRequest || nonsense.status == .unprocessableContent)
            let erased = try await site.post("\(anna)/wissen")
            #expect(erased.text.contains("Uw gegevens zijn gewist"))
            let gone = try await site.get(anna)
            #expect(gone.status == .gone)
            let promoted = try await site.get(bram)
            #expect(promoted.text.contains("U komt: er is een plaats voor u."))
            for path in ["/aanmelding/onzin", "/aanmelding/AAAAAAAAAAAAAAAAAAAAAA"] {
                let dead = try await site.get(path)
                #expect(dead.status == .gone)
                let posted = try await site.post(path, ["antwoord": "signed-up"])
                #expect(posted.status == .gone)
                let feedback = try await site.post("\(path)/reactie", ["cijfer": "5"])
                #expect(feedback.status == .gone)
                let event = try await site.get("\(path)/kennissessie.ics")
                #expect(event.status == .gone)
            }
            let unknown = try await site.get("/kennissessies/00000000-0000-7000-a000-0000000000ff")
            #expect(unknown.status == .notFound)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `on the day people are ticked off and added at the door; afterwards they say how it was`(
        kind: TestDatabase
    ) async throws {
        let (database, world) = (try await kind.make(), World.fixed())
        try await Self.open(on: database, world)
        try await Site.serve(on: database, world: world) { site in
            _ = try await site.post(
                "/kennissessies/\(Self.id)",
                ["naam": "Anna", "bedrijf": "Anna BV", "mail": "anna@voorbeeld.example"]
            )
            let link = try await Self.link(to: "anna@voorbeeld.example", on: database)
            _ = try await site.post(link, ["antwoord": "signed-up"])
        }
        let people = try await database.read { db in
            try db.run("SELECT id FROM session_participant").map { try $0.get(0, as: String.self) }
        }
        try await Site.serve(on: database, as: .projectLeader, world: world) { site in
            let page = "\(Self.work)/\(Self.id)"
            let list = try await site.get("\(page)/presentielijst")
            #expect(list.text.contains("Anna BV"))
            let nameless = try await site.post("\(page)/aan-de-deur", ["naam": "", "bedrijf": "Cees BV"])
            #expect(nameless.status == .unprocessableContent)
            #expect(nameless.text.contains("Cees BV"))
            let added = try await site.post("\(page)/aan-de-deur", ["naam": "Cees", "bedrijf": "Cees BV"])
            #expect(added.status == .seeOther)
            let ticked = try await site.post(
                "\(page)/aanwezig",
                fields: [("aanwezig", people[0])]
            )
            #expect(ticked.status == .seeOther)
            let empty = try await site.post("\(page)/afronden", ["tekst": ""])
            #expect(empty.status == .unprocessableContent)
            let concluded = try await site.post("\(page)/afronden", ["tekst": "Drie afspraken"])
            #expect(concluded.status == .seeOther)
            let asked = try await site.post("\(page)/reacties-vragen")
            #expect(asked.status == .seeOther)
            let shown = try await site.get(page)
            #expect(shown.text.contains("1 mensen waren er") || shown.text.contains("2 mensen waren er"))
            #expect(shown.text.contains("Drie afspraken"))
        }
        try await Site.serve(on: database, world: world) { site in
            let link = try await Self.link(to: "anna@voorbeeld.example", on: database)
            let form = try await site.get(link)
            #expect(form.text.contains("Wat had u eraan?"))
            let wrong = try await site.post("\(link)/reactie", ["cijfer": "", "meegenomen": "Spanen scheiden"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Spanen scheiden"))
            let given = try await site.post("\(link)/reactie", ["cijfer": "4", "bellen": "ja"])
            #expect(given.status == .seeOther)
            let thanks = try await site.get(link)
            #expect(thanks.text.contains("Bedankt voor uw reactie"))
            #expect(!thanks.text.contains("Wat had u eraan?"))
        }
        try await Site.serve(on: database, as: .projectLeader, world: world) { site in
            let shown = try await site.get("\(Self.work)/\(Self.id)")
            #expect(shown.text.contains("wil gebeld worden"))
            #expect(shown.text.contains("1 reacties"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `companies are found by theme, the letter is seen before it goes, and each gets one`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let conversation = try await visits.visit("Doet BV", doing: ["PP02"], ambition: [])
        _ = try await visits.visit("Anders BV", doing: ["PR04"], ambition: [])
        let company = try await visits.followUps.find(conversation, in: .metaal, as: .interviewer).company
        let contacts = ContactPersons(database: visits.database, world: visits.world)
        let contact = ContactForm(name: "Dora Doet", email: "dora@voorbeeld.example")
        try await contacts.add(ID(UUID()), contact, to: company, in: .metaal, as: .interviewer)
        try await Self.open(on: visits.database, visits.world)
        try await Site.serve(on: visits.database, as: .projectLeader, world: visits.world, publishing: nil) { site in
            let invite = "\(Self.work)/\(Self.id)/uitnodigen"
            let page = try await site.get(invite)
            #expect(page.text.contains("Doet BV"))
            #expect(!page.text.contains("Anders BV"))
            let all = try await site.get("\(invite)?thema=")
            #expect(all.text.contains("Anders BV"))
            let nobody = try await site.post(invite, ["doe": "versturen", "tekst": "Neem een restplaat mee"])
            #expect(nobody.status == .unprocessableContent)
            #expect(nobody.text.contains("Neem een restplaat mee"))
            let preview = try await site.post(
                invite,
                ["doe": "voorbeeld", "bedrijven": company.description, "tekst": "Neem een restplaat mee"]
            )
            #expect(preview.status == .ok)
            #expect(preview.text.contains("checked"))
            let early = try await visits.database.read { db in try db.run("SELECT 1 FROM mail_message").count }
            #expect(early == 0)
            let sent = try await site.post(invite, ["doe": "allen", "tekst": "Neem een restplaat mee"])
            #expect(sent.status == .seeOther)
            let shown = try await site.get("\(Self.work)/\(Self.id)")
            #expect(shown.text.contains("Dora Doet"))
            let plain = try await visits.database.read { db in
                try db.run("SELECT plain FROM mail_message")[0].get(0, as: String.self)
            }
            for words in ["Beste Dora Doet,", "Wat scheiden oplevert", "Neem een restplaat mee", "/aanmelding/"] {
                #expect(plain.contains(words), "\(words)")
            }
            let participant = try await visits.database.read { db in
                try db.run("SELECT id FROM session_participant")[0].get(0, as: String.self)
            }
            let erased = try await site.post("\(Self.work)/\(Self.id)/deelnemers/\(participant)/wissen")
            #expect(erased.status == .seeOther)
            let after = try await site.get("\(Self.work)/\(Self.id)")
            #expect(!after.text.contains("Dora Doet"))
            let letters = try await visits.database.read { db in
                try db.run("SELECT state FROM mail_message WHERE plain = ''").map { try $0.get(0, as: String.self) }
            }
            #expect(letters == ["withdrawn"])
        }
    }

    @Test(arguments: TestDatabase.available, [Principal.municipality, .coach])
    func `others in the programme see what a session is about, and nobody's name`(
        kind: TestDatabase,
        principal: Principal
    ) async throws {
        let (database, world) = (try await kind.make(), World.fixed())
        try await Self.open(on: database, world)
        try await Site.serve(on: database, world: world) { site in
            _ = try await site.post("/kennissessies/\(Self.id)", ["naam": "Anna", "mail": "anna@voorbeeld.example"])
        }
        try await Site.serve(on: database, as: principal, world: world) { site in
            let list = try await site.get(Self.work)
            #expect(list.text.contains("Schroot is geen afval"))
            #expect(!list.text.contains("plaatsen bezet"))
            let page = try await site.get("\(Self.work)/\(Self.id)")
            #expect(page.status == .ok)
            #expect(!page.text.contains("Anna"))
        }
    }
}
