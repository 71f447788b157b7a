import Accounts
import Foundation
import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct PeopleRequestTests {
    private let people = "/werk/mkb-deal-metaal/mensen"

    @Test func `a new person gets a link that is shown once`() async throws {
        try await Staff().serve { site in
            try await site.signIn("ada@metaal.example")
            let reply = try await site.post(
                people,
                ["naam": "Cor <Coach>", "email": "Cor@vtm.example", "rol": "coach", "initiatief": "VTM"]
            )
            #expect(reply.status == .ok)
            #expect(reply.text.contains("http://localhost:8080/wachtwoord/"))
            #expect(reply.text.contains("Cor &lt;Coach&gt;") && !reply.text.contains("<Coach>"))
            let list = try await site.get(people)
            #expect(list.text.contains("cor@vtm.example") && !list.text.contains("/wachtwoord/"))
            #expect(list.text.contains("Coach van een initiatief (Versnellingsteam Metaal)"))
            #expect(list.text.contains("moet nog een wachtwoord kiezen"))
        }
    }

    @Test func `everything that is wrong comes back at once, with what was typed`() async throws {
        try await Staff().serve { site in
            try await site.signIn("ada@metaal.example")
            let reply = try await site.post(
                people,
                fields: [("naam", ""), ("email", "geen adres"), ("rol", "municipality"), ("gebied", "GM9999")]
            )
            #expect(reply.status == .unprocessableContent)
            for text in ["Er zijn 3 fouten", "Vul de naam in.", "Vul een e-mailadres in", "Kies minstens één gebied"] {
                #expect(reply.text.contains(text))
            }
            #expect(reply.text.contains(#"value="geen adres""#))
        }
    }

    @Test func `somebody is given areas, shut out and let in again`() async throws {
        let staff = try await Staff()
        let gea = try await staff.add("gea@gemeente.example", "Gea Gemeente", .interviewer)
        try await staff.serve { site in
            try await site.signIn("ada@metaal.example")
            let person = "\(people)/\(gea.id)"
            let given = try await site.post(
                "\(person)/rollen",
                fields: [("rol", "municipality"), ("gebied", "GM0627"), ("gebied", "GM0484")]
            )
            #expect(given.location == "\(person)?melding=bewaard")
            let page = try await site.get(person)
            #expect(page.text.contains("Gemeente of provincie (Alphen aan den Rijn, Waddinxveen)"))
            #expect(try await site.post("\(person)/uitschakelen").status == .seeOther)
            #expect(try await site.get(person).text.contains("uitgeschakeld"))
            #expect(try await site.post("\(person)/link").status == .notFound)
            #expect(try await site.post("\(person)/inschakelen").status == .seeOther)
            let link = try await site.post("\(person)/link")
            #expect(link.text.contains("/wachtwoord/"))
            #expect(
                try await site.post("\(person)/rollen/intrekken", ["rol": "interviewer"]).location
                    == "\(person)?melding=verwijderd"
            )
            #expect(
                try await site.post("\(person)/rollen/intrekken", ["rol": "municipality"]).location
                    == "\(people)?melding=verwijderd"
            )
            #expect(try await site.get(person).status == .notFound)
            let logbook = try await site.get("/werk/mkb-deal-metaal/logboek?wie=")
            #expect(logbook.text.contains("rol ingetrokken: Gemeente of provincie"))
        }
    }

    @Test func `the only administrator cannot lock everybody out`() async throws {
        let staff = try await Staff()
        let ada = try await staff.services.accounts.people(in: .metaal, as: .administrator)
            .first { $0.email == "ada@metaal.example" }
        let id = try #require(ada?.id)
        try await staff.serve { site in
            try await site.signIn("ada@metaal.example")
            let reply = try await site.post("\(people)/\(id)/uitschakelen")
            #expect(reply.status == .conflict && reply.text.contains("enige beheerder"))
        }
    }

    @Test func `an interviewer manages nobody and reads no logbook`() async throws {
        try await Staff().serve { site in
            try await site.signIn()
            for path in [people, "/werk/mkb-deal-metaal/logboek"] {
                let reply = try await site.get(path)
                #expect(reply.status == .forbidden && reply.text.contains("Geen toegang"))
            }
            let added = try await site.post(people, ["naam": "X", "email": "x@x.example", "rol": "administrator"])
            #expect(added.status == .forbidden)
        }
    }

    @Test func `the pages speak English to who wants that`() async throws {
        try await Staff().serve { site in
            _ = try await site.post("/taal", ["taal": "en"])
            let reply = try await site.get("/aanmelden")
            #expect(reply.text.contains(#"<html lang="en">"#) && reply.text.contains("E-mail address"))
        }
    }
}

@Suite struct PublicPagesTests {
    @Test(arguments: ["/", "/privacy", "/toegankelijkheid", "/aanmelden"])
    func `anybody can read it, in both languages, with one title`(path: String) async throws {
        for language in Language.allCases {
            try await Site.serve(on: TestDatabase.sqlite.make(), language: language) { site in
                let reply = try await site.get(path)
                #expect(reply.status == .ok)
                #expect(reply.text.components(separatedBy: "<h1").count == 2)
                #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
                #expect(!reply.text.contains(" style=") && !reply.text.contains("<script>"))
            }
        }
    }

    @Test func `who finds a leak is told whom to tell, if there is somebody`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), site: .init(contact: "veilig@provincie.example")) { site in
            let reply = try await site.get("/.well-known/security.txt")
            #expect(reply.headers[.contentType] == "text/plain; charset=utf-8")
            #expect(reply.text.hasPrefix("Contact: mailto:veilig@provincie.example\nExpires: 2026-08-29T"))
        }
        try await Site.serve(on: TestDatabase.sqlite.make()) { site in
            let reply = try await site.get("/.well-known/security.txt")
            #expect(reply.status == .notFound)
        }
    }

    @Test func `search engines stay out of the work`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make()) { site in
            let reply = try await site.get("/robots.txt")
            #expect(reply.text.contains("Disallow: /werk"))
        }
    }
}
