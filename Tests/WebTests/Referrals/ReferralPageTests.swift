import Fieldwork
import HTTPTypes
import Kernel
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct ReferralPageTests {
    private func serve(
        _ visits: Visits,
        as principal: Principal?,
        language: Language = .dutch,
        _ body: @escaping @Sendable (Site) async throws -> Void
    ) async throws {
        try await Site.serve(
            on: visits.database,
            as: principal,
            language: language,
            world: visits.world,
            publishing: nil,
            body
        )
    }

    private func path(_ conversation: Conversation.ID, _ rest: String = "") -> String {
        "/werk/mkb-deal-metaal/gesprekken/\(conversation)/koppelingen\(rest)"
    }

    @Test(arguments: TestDatabase.available)
    func `the worksheet says who fits, why, and why others do not`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        try await serve(visits, as: .interviewer) { site in
            let page = try await site.get(path(id))
            #expect(page.status == .ok)
            #expect(page.text.contains("U vraagt om coaching en u wilt: ‘We reviseren oude producten’."))
            #expect(page.text.contains("te bevestigen"))
            #expect(page.text.contains("Alleen voor de sector Maritiem") || page.text.contains("Verlopen op"))
            #expect(page.text.contains("Hier vraagt het bedrijf om"))
        }
        try await serve(visits, as: .interviewer, language: .english) { site in
            let page = try await site.get(path(id))
            #expect(page.text.contains("You ask for coaching and you want: “We rebuild old products”."))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `choosing goes through the form, twice is once, and a mistake comes back as it was typed`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        try await serve(visits, as: .interviewer) { site in
            let wrong = try await site.post(path(id, "/VTM/kiezen"), ["wat-VTM": "", "contact-VTM": "Bea <b>"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("href=\"#wat-VTM\""))
            #expect(wrong.text.contains("Bea &lt;b&gt;"))
            for _ in 1...2 {
                let right = try await site.post(
                    path(id, "/VTM/kiezen"),
                    [
                        "id": "00000000-0000-7000-a000-000000000001", "wat-VTM": "Kennismaking",
                        "dag-VTM": "2026-03-20", "akkoord-VTM": "ja",
                    ]
                )
                #expect(right.status == .seeOther)
            }
            let page = try await site.get(path(id))
            #expect(page.text.contains("Kennismaking"))
            #expect(page.text.contains("afgesproken"))
            let again = try await site.post(path(id, "/VTM/kiezen"), ["wat-VTM": "Nog een keer"])
            #expect(again.status == .conflict)
            let not = try await site.post(path(id, "/HHS/niet-kiezen"), ["reden-HHS": ""])
            #expect(not.status == .unprocessableContent)
            #expect(not.text.contains("href=\"#reden-HHS\""))
            #expect(try await site.post(path(id, "/HHS/niet-kiezen"), ["reden-HHS": "Te ver"]).status == .seeOther)
            let other = try await site.post(path(id, "/ander"), ["initiatief": "MSI", "wat": "Bellen"])
            #expect(other.status == .unprocessableContent)
            #expect(other.text.contains("href=\"#reden\""))
            let steps = try await site.post(path(id, "/advies"), ["stappen": "Meten\nOfferte vragen"])
            #expect(steps.status == .seeOther)
            let many = try await site.post(path(id, "/advies"), ["stappen": String(repeating: "x\n", count: 9)])
            #expect(many.status == .unprocessableContent)
            #expect(many.text.contains("href=\"#stappen\""))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a referral is handed over with consent, and its coach answers`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let referral = try await visits.agreed(for: id)
        let address = "/werk/mkb-deal-metaal/koppelingen/\(referral)"
        try await serve(visits, as: .coach) { site in
            let list = try await site.get("/werk/mkb-deal-metaal/koppelingen")
            #expect(list.status == .ok && !list.text.contains("Vonk Constructie BV"))
            #expect(try await site.get(address).status == .notFound)
            #expect(try await site.post(address, ["stap": "accepted"]).status == .notFound)
        }
        try await serve(visits, as: .interviewer) { site in
            let page = try await site.get("\(address)/overdragen")
            #expect(page.text.contains("Mogen wij deze gegevens doorgeven aan Versnellingsteam Metaal"))
            #expect(page.text.contains("We reviseren oude producten"))
            let seen = try #require(page.text.firstMatch(of: /name="gezien" value="([0-9a-f]+)"/)?.1)
            let bare = try await site.post("\(address)/overdragen", ["gezien": String(seen)])
            #expect(bare.status == .unprocessableContent)
            #expect(bare.text.contains("href=\"#door\""))
            let form = [
                ("gezien", String(seen)), ("gegevens", "ambitions"), ("bedrijfscontact", "Wil, 0100"),
                ("door", "Wil"), ("hoe", "spoken"), ("gegeven-op", "2026-03-02"),
            ]
            #expect(try await site.post("\(address)/overdragen", fields: form).status == .seeOther)
            #expect(try await site.get("\(address)/overdragen").status == .conflict)
            #expect(try await site.get(address).text.contains("Dit ziet het initiatief"))
        }
        try await serve(visits, as: .coach) { site in
            let list = try await site.get("/werk/mkb-deal-metaal/koppelingen")
            #expect(list.text.contains("Vonk Constructie BV"))
            let page = try await site.get(address)
            #expect(page.text.contains("We reviseren oude producten"))
            #expect(!page.text.contains("Waddinxveen"))
            #expect(!page.text.contains("Iris Vraagt"))
            let wrong = try await site.post(address, ["stap": "declined"])
            #expect(wrong.status == .unprocessableContent)
            #expect(try await site.post(address, ["stap": "accepted"]).status == .seeOther)
            #expect(try await site.get(address).text.contains("Aangenomen door het initiatief"))
            for forbidden in ["\(address)/overdragen", path(id), "/werk/mkb-deal-metaal/terugkoppeling"] {
                #expect(try await site.get(forbidden).status == .forbidden)
            }
            #expect(try await site.post("\(address)/afspraak", ["wat": "x"]).status == .forbidden)
            #expect(try await site.get("/werk/mkb-deal-metaal").location?.hasSuffix("/koppelingen") == true)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the list filters on state, and the next step is recorded`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let referral = try await visits.agreed(for: try await visits.visit())
        let address = "/werk/mkb-deal-metaal/koppelingen/\(referral)"
        try await serve(visits, as: .projectLeader) { site in
            #expect(try await site.post(address, ["stap": "stopped"]).status == .unprocessableContent)
            #expect(try await site.post(address, ["stap": "running", "op": "2026-03-02"]).status == .seeOther)
            let amended = try await site.post("\(address)/afspraak", ["wat": "Rondleiding", "dag": "x"])
            #expect(amended.status == .unprocessableContent)
            #expect(try await site.post("\(address)/afspraak", ["wat": "Rondleiding"]).status == .seeOther)
            #expect(try await site.get(address).text.contains("Rondleiding"))
            let list = "/werk/mkb-deal-metaal/koppelingen"
            #expect(try await site.get("\(list)?stand=loopt").text.contains("Vonk Constructie BV"))
            let done = try await site.get("\(list)?stand=klaar")
            #expect(!done.text.contains("Vonk Constructie BV"))
            #expect(try await site.get("\(list)?stand=x&pagina=-4").status == .ok)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `follow-ups are listed and recorded`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind, day: Day("2025-01-20")!)
        let id = try await visits.visit()
        visits.move(to: Day("2025-09-01")!)
        let list = "/werk/mkb-deal-metaal/terugkoppeling"
        try await serve(visits, as: .interviewer) { site in
            #expect(try await site.get(list).text.contains("Vonk Constructie BV"))
            #expect(try await site.get("\(list)/\(id)").text.contains("We reviseren oude producten"))
            let wrong = try await site.post("\(list)/\(id)", ["gebeld-op": "2025-08-31"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Niet verzonden, 2 fouten"))
            #expect(wrong.text.contains("Kies wat er werd van: We reviseren oude producten"))
            let answers: KeyValuePairs = [
                "gebeld-op": "2025-08-31", "meting": "follow-up", "plan-PR12": "realised", "doet": "PP02",
                "doet": "PP14", "behoefte": "kennis", "wat-kennis": "Wie rekent dit door?", "volgende": "",
            ]
            let right = try await site.post("\(list)/\(id)", answers)
            #expect(right.status == .seeOther)
            let told = try await site.get("\(list)/\(id)").text
            for words in [
                "Minstens één is gelukt", "Gelukt: van willen naar doen", "Schroot scheiden we per legering",
                "Nog een keer bellen", "Wie kan nu helpen?",
            ] { #expect(told.contains(words), "\(words)") }
            #expect(try await site.get(list).text.contains("Minstens één is gelukt"))
            let again = try await site.get("\(list)/\(id)?bel=ja").text
            #expect(again.contains("Wie rekent dit door?"))
            #expect(!again.contains("plan-PR12"))
            let plan = try await site.post("\(list)/\(id)/afspraak", ["voor": "gisteren", "wie": "Piet"])
            #expect(plan.status == .unprocessableContent)
            #expect(
                try await site.post("\(list)/\(id)/afspraak", ["voor": "2025-12-01", "wie": "P"]).status == .seeOther
            )
        }
    }

    @Test(arguments: TestDatabase.available, [Principal.municipality, .outsider])
    func `other roles and other programmes are refused everywhere`(
        kind: TestDatabase,
        principal: Principal
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let referral = try await visits.agreed(for: id)
        let work = "/werk/mkb-deal-metaal"
        try await serve(visits, as: principal) { site in
            for address in [
                path(id), "\(work)/koppelingen", "\(work)/koppelingen/\(referral)",
                "\(work)/koppelingen/\(referral)/overdragen", "\(work)/terugkoppeling", "\(work)/terugkoppeling/\(id)",
                "\(work)/gesprekken/\(id)/praatplaat", "\(work)/gesprekken/\(id)/praatplaat/praatplaat-a3.pdf",
            ] {
                let reply = try await site.get(address)
                #expect(reply.status == .forbidden, "\(address)")
            }
            for address in [
                path(id, "/VTM/kiezen"), path(id, "/VTM/niet-kiezen"), path(id, "/ander"), path(id, "/advies"),
                "\(work)/koppelingen/\(referral)", "\(work)/koppelingen/\(referral)/afspraak",
                "\(work)/koppelingen/\(referral)/overdragen", "\(work)/terugkoppeling/\(id)",
                "\(work)/terugkoppeling/\(id)/afspraak", "\(work)/gesprekken/\(id)/praatplaat/links",
            ] {
                let fields: KeyValuePairs = [
                    "wat-VTM": "x", "reden-VTM": "x", "initiatief": "VTM", "wat": "x", "reden": "x", "stap": "done",
                ]
                let reply = try await site.post(address, fields)
                #expect(reply.status == .forbidden, "\(address)")
            }
        }
        let events = try await visits.database.read { db in try db.run("SELECT id FROM referral_event").count }
        #expect(events == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `dividing places says where each company could go, and why not elsewhere`(kind: TestDatabase) async throws {
        var programme = Programme.sample
        programme.initiatives[0].capacity = 1
        let visits = try await Visits(on: kind, programme: programme)
        let address = "/werk/mkb-deal-metaal/koppelingen/plaatsen"
        try await serve(visits, as: .projectLeader) { site in
            let page = try await site.get(address)
            #expect(page.text.contains("Er wacht geen bedrijf op een keuze."))
        }
        _ = try await visits.visit("Eerst <b> BV", ambition: ["PR12"])
        _ = try await visits.visit("Daarna BV", ambition: ["PR04"])
        try await serve(visits, as: .projectLeader) { site in
            let page = try await site.get(address).text
            #expect(page.contains("Eerst &lt;b&gt; BV"))
            #expect(page.contains("Past beter bij "))
            #expect(page.contains("te weinig"))
            #expect(page.contains("Voor elk bedrijf dat om hulp vraagt, past ten minste één initiatief."))
            #expect(try await site.get("/werk/mkb-deal-metaal/koppelingen").text.contains(address))
        }
    }
}
