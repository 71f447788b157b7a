import Foundation
import HTTPTypes
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct ActionPlanPagesTests {
    private static let plan = "/werk/groene-hart/actieplan"

    @Test(arguments: TestDatabase.available)
    func `a lead tells how its line stands, and everybody reads why and what is asked of whom`(
        kind: TestDatabase
    ) async throws {
        let database = try await kind.make()
        let programme = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: programme) { site in
            let empty = try await site.get(Self.plan)
            #expect(empty.status == .ok)
            #expect(empty.text.contains("nog geen bericht"))
            let form = try await site.get("\(Self.plan)/lijn/1.2")
            #expect(form.text.contains("Vertel hoe het staat"))
            let refused = try await site.post(
                "\(Self.plan)/lijn/1.2",
                [
                    "stand": "stuck", "waarom": "Geen data", "resultaat-1.2-A": "een", "stap-1.2-1": "doing",
                    "klaar-1.2-1": "x",
                ]
            )
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Schrijf op wat er nodig is."))
            #expect(refused.text.contains("Vul een heel getal in, van 0 tot 1000000."))
            #expect(refused.text.contains("Vul een dag in, zoals 2026-05-31."))
            #expect(refused.text.contains("Geen data"))
            #expect(refused.text.contains("value=\"een\""))
            for _ in 1...2 {
                let told = try await site.post(
                    "\(Self.plan)/lijn/1.2",
                    [
                        "id": "00000000-0000-7000-a000-000000000001", "stand": "stuck", "waarom": "Geen data",
                        "vraag": "Een afspraak", "aan-wie": "Provincie", "resultaat-1.2-A": "1", "stap-1.2-1": "doing",
                    ]
                )
                #expect(told.status == .seeOther)
            }
            let other = try await site.get("\(Self.plan)/lijn/3.2")
            #expect(!other.text.contains("Vertel hoe het staat"))
            let forbidden = try await site.post("\(Self.plan)/lijn/3.2", ["stand": "done", "waarom": "Klaar"])
            #expect(forbidden.status == .forbidden)
            #expect(forbidden.text.contains("Uw organisatie trekt deze actielijn niet."))
            let missing = try await site.get("\(Self.plan)/lijn/9.9")
            #expect(missing.status == .notFound)
        }
        try await Site.serve(on: database, as: GroeneHart.manager, publishing: nil) { site in
            let page = try await site.get(Self.plan)
            for words in ["Geen data", "Een afspraak", "Provincie", "1 van 1", "zit vast"] {
                #expect(page.text.contains(words), "\(words)")
            }
            let line = try await site.get("\(Self.plan)/lijn/1.2")
            #expect(line.text.components(separatedBy: "Geen data").count == 3)
            let filtered = try await site.get("\(Self.plan)?stand=on-course")
            #expect(filtered.text.contains("Geen actielijn past bij uw keuze."))
            let before = try await site.get("\(Self.plan)?op=2026-03-01&naast=2026-02-01")
            #expect(before.text.contains("U kijkt terug"))
            #expect(!before.text.contains("Geen data"))
            let compared = try await site.get("\(Self.plan)?naast=2026-02-01")
            #expect(compared.text.contains("1 feb 2026"))
        }
    }

    @Test func `a programme without conversations opens with its plan and shows nothing that it has not`() async throws
    {
        let database = try await TestDatabase.sqlite.make()
        let programme = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: programme) { site in
            let first = try await site.get("/werk/groene-hart")
            #expect(first.location == Self.plan)
            let page = try await site.get(Self.plan)
            #expect(!page.text.contains("/werk/groene-hart/gesprekken"))
            let ground = try await site.get("\(Self.plan)/achtergrond")
            for words in ["150.000", "Bestuurlijk overleg", "te bevestigen", "4 uur per week"] {
                #expect(ground.text.contains(words), "\(words)")
            }
        }
        try await Site.serve(on: database, as: GroeneHart.leader, language: .english, publishing: nil) { site in
            let page = try await site.get(Self.plan)
            #expect(page.text.contains("One circular desk"))
        }
    }

    @Test(arguments: TestDatabase.available)
    func `anybody sees what was released and never why something is stuck`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.woerden, publishing: try GroeneHart.programme()) { site in
            let line = "\(Self.plan)/lijn/3.2"
            _ = try await site.post(
                line,
                ["stand": "stuck", "waarom": "Ruzie", "vraag": "Geld", "aan-wie": "Raad", "resultaat-3.2-A": "1"]
            )
            let refused = try await site.post("\(line)/openbaar", ["openbaar": "", "doe": "openbaar"])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Schrijf op wat iedereen mag lezen."))
            let released = try await site.post("\(line)/openbaar", ["openbaar": "Twee centra open", "doe": "openbaar"])
            #expect(released.status == .seeOther)
        }
        try await Site.serve(on: database, publishing: nil) { site in
            let page = try await site.get("/voortgang/groene-hart")
            for words in ["Twee centra open", "1 van 1", "Krimpenerwaard"] {
                #expect(page.text.contains(words), "\(words)")
            }
            for words in ["Ruzie", "Geld", "zit vast", "Wout"] { #expect(!page.text.contains(words), "\(words)") }
            let own = try await site.get("/voortgang/groene-hart?gemeente=GM0632")
            #expect(own.text.contains("Waar Woerden aan meewerkt"))
            let other = try await site.get("/voortgang/groene-hart?gemeente=GM0627")
            #expect(other.text.contains("Hierover is nog niets verteld."))
            #expect(other.text.contains("Ook in de streek"))
            let none = try await site.get("/voortgang/mkb-deal-metaal")
            #expect(none.status == .notFound)
        }
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let withdrawn = try await site.post(
                "\(Self.plan)/lijn/3.2/openbaar",
                ["id": "00000000-0000-7000-a000-000000000009", "doe": "intrekken"]
            )
            #expect(withdrawn.status == .seeOther)
            let page = try await site.get("/voortgang/groene-hart")
            #expect(page.text.contains("Er is nog niets verteld."))
        }
    }

    @Test func `a programme with conversations has no action plan`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .projectLeader) { site in
            let plan = try await site.get("/werk/mkb-deal-metaal/actieplan")
            #expect(plan.status == .notFound)
            let page = try await site.get("/werk/mkb-deal-metaal")
            #expect(!page.text.contains("/werk/mkb-deal-metaal/actieplan"))
        }
    }

    @Test func `an administrator makes somebody lead of an organisation, and takes it back`() async throws {
        let database = try await TestDatabase.sqlite.make()
        let programme = try GroeneHart.programme()
        try await Site.serve(on: database, as: GroeneHart.administrator, publishing: programme) { site in
            let people = "/werk/groene-hart/mensen"
            let without = try await site.post(people, ["naam": "Tessa", "email": "t@proef.nl", "rol": "lead"])
            #expect(without.status == .unprocessableContent)
            #expect(without.text.contains("Kies van welke organisatie iemand is."))
            let added = try await site.post(
                people,
                ["naam": "Tessa", "email": "t@proef.nl", "rol": "lead", "organisatie": "alphen"]
            )
            #expect(added.status == .ok || added.status == .seeOther)
            let list = try await site.get(people)
            #expect(list.text.contains("Trekker (Gemeente Alphen aan den Rijn)"))
            let path = try #require(
                list.text.firstMatch(of: /\/werk\/groene-hart\/mensen\/[0-9a-f-]{36}/).map { String($0.output) }
            )
            _ = try await site.post("\(path)/rollen/intrekken", ["rol": "lead", "deel": "woerden"])
            let still = try await site.get(people)
            #expect(still.text.contains("Trekker (Gemeente Alphen aan den Rijn)"))
            _ = try await site.post("\(path)/rollen/intrekken", ["rol": "lead", "deel": "alphen"])
            let gone = try await site.get(people)
            #expect(!gone.text.contains("Trekker (Gemeente Alphen aan den Rijn)"))
        }
    }
}
