import Accounts
import Fieldwork
import HTTPTypes
import Kernel
import Mail
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct CoachMailTests {
    @Test(arguments: TestDatabase.available)
    func `a coach gets a letter with a link and nothing about the company, once`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let accounts = Accounts(database: visits.database, world: visits.world)
        let choices = GrantChoices(initiatives: ["VTM", "HHS"], areas: [])
        for (email, initiative) in [("cor@coach.example", "VTM"), ("hanna@coach.example", "HHS")] {
            let form = AccountForm(
                email: email,
                name: "Coach \(initiative)",
                grant: GrantForm(role: "coach", initiative: initiative, areas: [])
            )
            _ = try await accounts.add(form, among: choices, in: .metaal, as: .administrator)
        }
        let id = try await visits.agreed("VTM", for: try await visits.visit())
        let seen = try await visits.referrals.detail(id, in: .metaal, as: .interviewer).shareable.fingerprint
        let address = "/werk/mkb-deal-metaal/koppelingen/\(id)"
        try await Site.serve(
            on: visits.database,
            as: .projectLeader,
            world: visits.world,
            publishing: nil
        ) { site in
            let fields: KeyValuePairs<String, String> = [
                "id": "00000000-0000-7000-8000-0000000000aa", "gegevens": "ambitions",
                "bedrijfscontact": "Wil Werkplaats", "door": "Wil Werkplaats", "hoe": "spoken",
                "gegeven-op": "2026-03-02", "gezien": seen,
            ]
            let wrong = try await site.post("\(address)/overdragen", ["gezien": seen])
            #expect(wrong.status == .unprocessableContent)
            #expect(try await site.post("\(address)/overdragen", fields).status == .seeOther)
            #expect(try await site.post("\(address)/overdragen", fields).status == .seeOther)
        }
        let letters = try await visits.database.read { db in
            try db.run("SELECT to_email, kind, title, plain, html FROM mail_message").map { row in
                try (0..<5).map { try row.get($0, as: String.self) }
            }
        }
        #expect(letters.map { $0[0] } == ["cor@coach.example"])
        let whole = try #require(letters.first).joined(separator: " ")
        #expect(whole.contains(address))
        for word in ["Vonk", "Wil Werkplaats", "Waddinxveen", "reviseren"] { #expect(!whole.contains(word)) }
    }
}
