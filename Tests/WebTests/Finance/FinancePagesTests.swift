import Foundation
import HTTPTypes
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Web

@Suite struct FinancePagesTests {
    private static let money = "/werk/mkb-deal-metaal/geld"
    private static let hours = "00000000-0000-7000-a000-000000000001"
    private static let payment = "00000000-0000-7000-a000-000000000002"

    private static func person(_ name: String, _ grant: Grant) -> Principal {
        Principal(account: nil, name: name, origin: "127.0.0.1", grants: ["mkb-deal-metaal": [grant]])
    }

    private static let leader = person("Petra Projectleider", Grant(role: .projectLeader))
    private static let edba = person("Eva Economie", Grant(role: .contact, organisation: "edba"))
    private static let alphen = person("Arie Alphen", Grant(role: .contact, organisation: "alphen"))

    private static func hoursForm(_ hours: String) -> KeyValuePairs<String, String> {
        [
            "id": Self.hours, "soort": "hours", "organisatie": "edba", "uren": hours, "functie": "bestuurder",
            "dag": "2026-03-02", "post": "projectleiding", "waarvoor": "Ontbijt voor ondernemers",
        ]
    }

    @Test(arguments: TestDatabase.available)
    func `the leader books, the contact agrees, and every amount leads to its bookings`(
        kind: TestDatabase
    ) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: Self.leader, publishing: try ShippedPack.programme()) { site in
            let noRate = try await site.post("\(Self.money)/boeken", Self.hoursForm("1:30"))
            #expect(noRate.status == .unprocessableContent)
            #expect(noRate.text.contains("Voor 2026 is nog geen tarief gekozen."))
            #expect(noRate.text.contains("Ontbijt voor ondernemers"))
            let refused = try await site.post(
                "\(Self.money)/begroting/tarief",
                ["functie": "bestuurder", "jaar": "1999"]
            )
            #expect(refused.status == .unprocessableContent)
            for words in ["Vul een jaar van het programma in.", "href=\"#tarief\"", "value=\"1999\""] {
                #expect(refused.text.contains(words), "\(words)")
            }
            let rate = try await site.post(
                "\(Self.money)/begroting/tarief",
                [
                    "id": "00000000-0000-7000-a000-000000000401", "functie": "bestuurder", "jaar": "2026",
                    "tarief": "66,67",
                ]
            )
            #expect(rate.status == .seeOther)
            for _ in 1...2 {
                let booked = try await site.post("\(Self.money)/boeken", Self.hoursForm("1:30"))
                #expect(booked.location == "\(Self.money)/boekingen/\(Self.hours)?melding=bewaard")
            }
            let paid = try await site.post(
                "\(Self.money)/boeken",
                [
                    "id": Self.payment, "soort": "payment", "organisatie": "alphen", "bedrag": "124.500",
                    "dag": "2026-03-02", "post": "gesprekken", "bron": "provincie", "waarvoor": "Alle gesprekken",
                    "kenmerk": "F-1",
                ]
            )
            #expect(paid.status == .seeOther)
            let page = try await site.get(Self.money)
            for words in [
                "1 boeking wacht op akkoord", "€ 500,00 meer dan er is toegekend.", "€ 124.000,00", "€ -500,00",
            ] {
                #expect(page.text.contains(words), "\(words)")
            }
            #expect(!page.text.contains("lichte regime"))
            let own = try await site.get("\(Self.money)/boekingen/\(Self.hours)")
            #expect(own.text.contains("wacht op akkoord"))
            #expect(!own.text.contains("Klopt dit?"))
        }
        try await Site.serve(on: database, as: Self.alphen, publishing: nil) { site in
            let list = try await site.get("\(Self.money)/boekingen")
            #expect(list.text.contains("Alle gesprekken"))
            #expect(!list.text.contains("Ontbijt voor ondernemers"))
            let other = try await site.get("\(Self.money)/boekingen/\(Self.hours)")
            #expect(other.status == .notFound)
            let page = try await site.get(Self.money)
            #expect(!page.text.contains("Waar het geld vandaan komt"))
            let form = try await site.get("\(Self.money)/boeken")
            #expect(!form.text.contains("soort=payment"))
            let foreign = try await site.post("\(Self.money)/boeken", Self.hoursForm("2"))
            // The same booking again: it is there already, and nothing is told about it.
            #expect(foreign.status == .seeOther)
            let reversed = try await site.post(
                "\(Self.money)/boekingen/\(Self.payment)/tegenboeken",
                ["waarom": "Toch niet"]
            )
            #expect(reversed.status == .forbidden)
            #expect(reversed.text.contains("Dit gaat over een andere organisatie."))
        }
        try await Site.serve(on: database, as: Self.edba, publishing: nil) { site in
            let booking = "\(Self.money)/boekingen/\(Self.hours)"
            let page = try await site.get(booking)
            for words in ["Klopt dit?", "1:30 × € 66,67", "€ 100,01"] { #expect(page.text.contains(words), "\(words)") }
            let all = try await site.get("\(Self.money)/akkoord?alles=ja").text
            #expect(all.contains("value=\"\(Self.hours)\" checked"))
            #expect(try await !site.get("\(Self.money)/akkoord").text.contains("checked"))
            let none = try await site.post("\(Self.money)/akkoord", [:])
            #expect(none.status == .unprocessableContent)
            #expect(none.text.contains("Vink ten minste één boeking aan."))
            #expect(try await site.post("\(Self.money)/akkoord", ["boekingen": Self.payment]).status == .notFound)
            let unexplained = try await site.post("\(booking)/akkoord", ["besluit": "nee"])
            #expect(unexplained.status == .unprocessableContent)
            #expect(unexplained.text.contains("Schrijf op waarom."))
            let agreed = try await site.post("\(booking)/akkoord", ["besluit": "ja"])
            #expect(agreed.status == .seeOther)
            let again = try await site.post("\(booking)/akkoord", ["besluit": "nee", "waarom": "Toch niet"])
            #expect(again.status == .conflict)
            let file = try await site.get("\(Self.money)/verantwoording.xlsx")
            #expect(file.status == .ok)
        }
        try await Site.serve(on: database, as: Self.leader, publishing: nil) { site in
            let settled = try await site.get("\(Self.money)/boekingen?stand=approved&soort=hours")
            #expect(settled.text.contains("wat meetelt is samen"))
            let beyond = try await site.get("\(Self.money)/boekingen?pagina=99")
            #expect(beyond.text.contains("Alle gesprekken"))
            let reversed = try await site.post(
                "\(Self.money)/boekingen/\(Self.payment)/tegenboeken",
                ["id": "00000000-0000-7000-a000-000000000003", "waarom": "Dubbel"]
            )
            #expect(reversed.status == .seeOther)
            let page = try await site.get("\(Self.money)/boekingen/\(Self.payment)")
            for words in ["teruggeboekt", "Teruggeboekt met"] { #expect(page.text.contains(words), "\(words)") }
            let money = try await site.get(Self.money)
            #expect(!money.text.contains("meer dan er is toegekend"))
            let missing = try await site.get("\(Self.money)/boekingen/00000000-0000-7000-a000-000000000099")
            #expect(missing.status == .notFound)
        }
    }

    @Test func `a programme that keeps no money here says so, and does not show it`() async throws {
        let database = try await TestDatabase.sqlite.make()
        try await Site.serve(on: database, as: .projectLeader) { site in
            let page = try await site.get("/werk/mkb-deal-metaal/geld")
            #expect(page.status == .notFound)
            #expect(page.text.contains("Dit programma houdt hier geen geld bij."))
            #expect(!page.text.contains("href=\"/werk/mkb-deal-metaal/geld\""))
        }
    }
}
