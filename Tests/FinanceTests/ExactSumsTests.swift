import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Finance

@Suite struct ExactSumsTests {
    /// Ten thousand bookings as they come, added up by us in cents, and by the database and by decimal arithmetic beside it.
    @Test(arguments: TestDatabase.available)
    func `ten thousand random bookings add up to the cent, three ways`(kind: TestDatabase) async throws {
        let till = try await Till(kind)
        var dice = Dice(seed: 20_261_129)
        let entries = Self.entries(10_000, with: &dice)
        try await till.database.write { db in
            let store = db.finance(in: till.programme.id)
            for entry in entries { _ = try store.insert(entry, by: Till.leader) }
        }
        let state = try await till.state()
        #expect(state.entries.count == 10_000)

        let byDatabase = try await till.database.read { db in
            try db.run(
                """
                SELECT e.organisation, e.kind, sum(e.amount) FROM finance_entry AS e
                LEFT JOIN finance_entry AS o ON o.id = e.reverses
                WHERE e.kind IN ('commitment', 'payment') OR coalesce(o.is_own, e.is_own)
                GROUP BY e.organisation, e.kind
                """
            ).map { row -> (String, String, Int) in (try row.get(0), try row.get(1), try Self.whole(row.values[2])) }
        }
        #expect(!byDatabase.isEmpty)
        for (organisation, entryKind, cents) in byDatabase {
            let ours = state.total { $0.organisation.description == organisation && $0.kind.rawValue == entryKind }
            #expect(ours.count == cents, "\(organisation) \(entryKind)")
        }

        var byDecimals: Decimal = 0
        for entry in entries where entry.isOwn || !entry.kind.isContribution {
            byDecimals += Decimal(string: entry.amount.typed, locale: Locale(identifier: "nl_NL"))!
        }
        let all = state.sources.map(\.committed).sum + state.paid + state.contributed
        #expect(Decimal(all.count) / 100 == byDecimals)
        let parties = state.parties(in: till.programme).map(\.total).sum
        #expect(parties == state.contributed)
    }

    private static func whole(_ value: SQLValue) throws -> Int {
        switch value {
        case .integer(let number): Int(number)
        // PostgreSQL sums whole numbers to a number of any size, written as text.
        case .text(let text): try #require(Int(text))
        case .real(let number): try #require(Int(exactly: number))
        case .null: try #require(nil as Int?)
        }
    }

    private static func entries(_ count: Int, with dice: inout Dice) -> [FinanceEntry] {
        let parties: [OrganisationCode] = ["metaalunie", "alphen", "waddinxveen", "nieuwkoop", "edba"]
        var entries: [FinanceEntry] = []
        var reversed: Set<FinanceEntry.ID> = []
        for number in 1...count {
            let earlier = entries.isEmpty ? nil : entries[Int.random(in: 0..<entries.count, using: &dice)]
            if let earlier, Int.random(in: 0..<10, using: &dice) == 0, earlier.reverses == nil,
                !reversed.contains(earlier.id)
            {
                reversed.insert(earlier.id)
                entries.append(
                    FinanceEntry(
                        reversing: earlier,
                        id: FinanceEntry.ID(UUID()),
                        number: number,
                        words: "terug",
                        by: "Petra",
                        at: Date(timeIntervalSince1970: 1_772_000_000)
                    )
                )
                continue
            }
            let kind = FinanceEntry.Kind.allCases[Int.random(in: 0..<5, using: &dice)]
            let minutes = kind == .hours ? Int.random(in: 1...600, using: &dice) : nil
            let rate = Cents(Int.random(in: 1...15_000, using: &dice))
            let draft = FinanceForm.Draft(
                kind: kind,
                organisation: parties[Int.random(in: 0..<parties.count, using: &dice)],
                post: "gesprekken",
                source: kind.isContribution ? nil : "provincie",
                day: Day("2026-03-02")!,
                amount: minutes.map { Cents(minutes: $0, atHourly: rate) }
                    ?? Cents(Int.random(in: 1...10_000_000, using: &dice)),
                minutes: minutes,
                role: minutes == nil ? nil : "bestuurder",
                rate: minutes == nil ? nil : rate,
                words: "proef",
                reference: "",
                commitment: nil
            )
            entries.append(
                FinanceEntry(
                    draft,
                    id: FinanceEntry.ID(UUID()),
                    number: number,
                    isOwn: Bool.random(using: &dice),
                    by: "Petra",
                    at: Date(timeIntervalSince1970: 1_772_000_000)
                )
            )
        }
        return entries
    }

    @Test(arguments: [
        ("1250", 125_000), ("60.000", 6_000_000), ("0.5", 50), ("1.250,5", 125_050), ("€ 1250,-", 125_000),
        ("1250.05", 125_005), ("0,07", 7),
        ("1.250.000", 125_000_000),
    ])
    func `an amount is read as people type it, and written so that it is read the same`(text: String, cents: Int) {
        #expect(Cents(typed: text) == Cents(cents))
        #expect(Cents(typed: Cents(cents).typed) == Cents(cents))
    }

    @Test(arguments: ["", "-5", "1,234", "12,5,6", "twaalf", "1e6", "٣", "999999999999"])
    func `what is no amount is not read as one`(text: String) {
        #expect(Cents(typed: text) == nil)
    }

    @Test func `hours are priced to the nearest cent`() {
        for minutes in 1...600 {
            let rate = Cents(6_667)
            let exact = Decimal(minutes) * Decimal(rate.count) / 60
            let priced = Decimal(Cents(minutes: minutes, atHourly: rate).count)
            #expect(priced - exact <= Decimal(string: "0.5")! && exact - priced < Decimal(string: "0.5000001")!)
        }
    }
}
