import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct ProgrammePagesTests {
    private static let page = "/werk/mkb-deal-metaal/programma"

    @Test(arguments: [Principal.administrator, .projectLeader, .interviewer, .coach, .municipality])
    func `everybody with a part in the programme sees what it promised`(_ principal: Principal) async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: principal) { site in
            let reply = try await site.get(Self.page)
            #expect(reply.status == .ok)
            for part in [
                "Gesprekken in de dealgemeenten", "Alphen aan den Rijn", "1e kwartaal 2026", "Koninklijke Metaalunie",
            ] {
                #expect(reply.text.contains(part), "\(part)")
            }
        }
    }

    @Test func `what is not certain and what has expired is marked`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer) { site in
            let list = try await site.get(Self.page).text
            #expect(list.contains("te bevestigen"))
            #expect(list.contains("verlopen"))
            let unsure = try await site.get(Self.page + "/initiatieven/VTM").text
            #expect(unsure.contains("Wat hier staat is nog niet bevestigd."))
            #expect(!unsure.contains("Deze gegevens golden tot en met"))
            let expired = try await site.get(Self.page + "/initiatieven/MSI").text
            #expect(expired.contains("Deze gegevens golden tot en met"))
            #expect(!expired.contains("nog niet bevestigd"))
        }
    }

    @Test func `the rules of an initiative stand there in words`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer) { site in
            let reply = try await site.get(Self.page + "/initiatieven/VTM").text
            #expect(reply.contains("5 punten"))
            #expect(reply.contains("Vraagt hulp bij: Coaching"))
            #expect(reply.contains("Heeft een ambitie bij ten minste 1 activiteit"))
            #expect(reply.contains("60 bedrijven tegelijk"))
        }
    }

    @Test func `in English everything is in English`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer, language: .english) { site in
            let reply = try await site.get(Self.page).text
            #expect(reply.contains("What was promised"))
            #expect(reply.contains("quarter 1 of 2026"))
            let initiative = try await site.get(Self.page + "/initiatieven/HHS").text
            #expect(initiative.contains("at least 1 activity of Product on step R6 remanufacture"))
        }
    }

    @Test func `what is written in a pack is shown, not run`() async throws {
        var programme = Programme.sample
        programme.partners[0].name = "<script>alert(1)</script>"
        programme.initiatives[0].name = "\"><img src=x>"
        let hostile = programme
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer, publishing: hostile) { site in
            let reply = try await site.get(Self.page).text
            #expect(!reply.contains("<script>alert"))
            #expect(!reply.contains("<img src=x>"))
        }
    }

    @Test func `somebody of another programme gets nothing, and a stranger is asked to sign in`() async throws {
        for path in [Self.page, Self.page + "/initiatieven/VTM"] {
            try await Site.serve(on: TestDatabase.sqlite.make(), as: .outsider) { site in
                let reply = try await site.get(path)
                #expect(reply.status == .forbidden)
                #expect(!reply.text.contains("Proefprogramma"))
            }
            try await Site.serve(on: TestDatabase.sqlite.make()) { site in
                let reply = try await site.get(path)
                #expect(reply.status == .seeOther)
                #expect(reply.location?.hasPrefix("/aanmelden?verder=") == true)
            }
        }
    }

    @Test(arguments: ["XXX", "-", "%22%3E", "a%2Fb"])
    func `an initiative that is not there is not found`(code: String) async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer) { site in
            let reply = try await site.get(Self.page + "/initiatieven/\(code)")
            #expect(reply.status == .notFound)
        }
    }
}
