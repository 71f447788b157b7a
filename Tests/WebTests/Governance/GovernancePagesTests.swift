import Foundation
import HTTPTypes
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct GovernancePagesTests {
    private static let governance = "/werk/groene-hart/overleg"
    private static let meeting = "/werk/groene-hart/overleg/00000000-0000-7000-a000-000000000001"

    private static func uuid(_ number: Int) -> String { String(format: "00000000-0000-7000-a000-%012d", number) }

    @Test(arguments: TestDatabase.available)
    func `the leader plans, minutes and closes, and everybody with a part reads it`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let programme = try GroeneHart.programme()
        let body = programme.actionPlan!.bodies[0].code.description
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: programme) { site in
            let refused = try await site.post("\(Self.governance)/nieuw", ["dag": "morgen", "plaats": "Gouda"])
            #expect(refused.status == .unprocessableContent)
            for words in ["Kies een overleg.", "Vul een dag in, zoals 2026-05-31.", "value=\"Gouda\""] {
                #expect(refused.text.contains(words), "\(words)")
            }
            for _ in 1...2 {
                let planned = try await site.post(
                    "\(Self.governance)/nieuw",
                    ["id": Self.uuid(1), "overleg": body, "dag": "2026-03-02", "plaats": "Gouda"]
                )
                #expect(planned.location == "\(Self.meeting)?melding=bewaard")
            }
            let empty = try await site.post("\(Self.meeting)/agenda", ["tekst": "Lang verhaal"])
            #expect(empty.status == .unprocessableContent)
            #expect(empty.text.contains("Lang verhaal"))
            _ = try await site.post(
                "\(Self.meeting)/agenda",
                ["id": Self.uuid(2), "onderwerp": "Ketenregisseur", "wat": "decide", "lijn": "3.1"]
            )
            for (number, title) in [(21, "Rondvraag"), (22, "Geld")] {
                _ = try await site.post(
                    "\(Self.meeting)/agenda",
                    ["id": Self.uuid(number), "onderwerp": title, "wat": "inform"]
                )
            }
            let earlier = "\(Self.meeting)/agenda/\(Self.uuid(22))/eerder"
            #expect(try await site.post(earlier, ["plek": "3"]).location == "\(Self.meeting)?melding=bewaard")
            let gone = "\(Self.meeting)/agenda/\(Self.uuid(21))/weg"
            for _ in 1...2 { #expect(try await site.post(gone, [:]).status == .seeOther) }
            let agenda = try await site.get(Self.meeting).text
            #expect(!agenda.contains("Rondvraag"))
            #expect(agenda.contains("Van de agenda"))
            for (number, words, older) in [(3, "Begint in maart.", ""), (4, "Begint in juli.", "1")] {
                let decided = try await site.post(
                    "\(Self.meeting)/besluit",
                    [
                        "id": Self.uuid(number), "tekst": words, "lijnen": "3.1", "betaler": "alphen",
                        "vervangt": older,
                    ]
                )
                #expect(decided.status == .seeOther)
            }
            let again = try await site.post("\(Self.meeting)/besluit", ["tekst": "Nee.", "vervangt": "1"])
            #expect(again.status == .unprocessableContent)
            #expect(again.text.contains("Dit besluit is al vervangen."))
            _ = try await site.post(
                "\(Self.meeting)/actiepunt",
                ["id": Self.uuid(5), "tekst": "Bel de kopers", "wie": "Lot", "uiterlijk": "2026-02-20"]
            )
            _ = try await site.post(
                "/werk/groene-hart/leden",
                [
                    "id": Self.uuid(6), "overleg": body, "naam": "W. Ethouder", "organisatie": "gouda",
                    "vanaf": "2026-01-01",
                ]
            )
            let closed = try await site.post("/werk/groene-hart/actiepunten/\(Self.uuid(99))/klaar", ["opbrengst": "x"])
            #expect(closed.status == .notFound)
        }
        try await Site.serve(on: database, as: GroeneHart.manager, publishing: nil) { site in
            let page = try await site.get(Self.governance)
            for words in ["Bel de kopers", "te laat", "Vervangen door besluit 2", "W. Ethouder", "Gemeente Gouda"] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("Vergadering plannen"))
            let meeting = try await site.get(Self.meeting)
            for words in ["Ketenregisseur", "Begint in juli.", "besluit 1", "Gemeente Alphen aan den Rijn"] {
                #expect(meeting.text.contains(words), "\(words)")
            }
            #expect(!meeting.text.contains("Besluit vastleggen"))
            let missing = try await site.get("\(Self.governance)/\(Self.uuid(77))")
            #expect(missing.status == .notFound)
        }
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: nil) { site in
            let refused = try await site.post("\(Self.meeting)/besluit", ["tekst": "Ik besluit"])
            #expect(refused.status == .forbidden)
            #expect(refused.text.contains("Alleen wie het programma leidt"))
        }
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let done = try await site.post(
                "/werk/groene-hart/actiepunten/\(Self.uuid(5))/klaar",
                ["opbrengst": "Gebeld"]
            )
            #expect(done.status == .seeOther)
            _ = try await site.post("/werk/groene-hart/leden/\(Self.uuid(6))/einde", ["tot": "2026-03-01"])
            let page = try await site.get(Self.governance)
            #expect(!page.text.contains("W. Ethouder"))
        }
    }
}
