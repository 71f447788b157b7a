import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

/// The money that a pack counts on.
@Suite struct MoneyPackTests {
    private static let text = """
        sources:
          - code: subsidie
            name: {nl: Subsidie, en: Subsidy}
            payer: een
            ceiling: 1000
            limit: {amount: 1200, why: {nl: Zwaarder, en: Heavier}}
        posts:
          - {code: alles, name: {nl: Alles, en: Everything}}
        budget:
          - {post: alles, source: subsidie, year: 2025, amount: 900}
        hour_roles:
          - {code: leider, name: {nl: Leider, en: Leader}}
        promises:
          - {code: uren, organisation: een, kind: hours, amount: 45, text: {nl: Uren, en: Hours}}
        """

    @Test func `it is read whole`() throws {
        let pack = try TemporaryPack()
        try pack.write("money.yaml", Self.text)
        let programme = try pack.read().get()
        let money = try #require(programme.money)
        #expect(money.source("subsidie")?.ceiling == Cents(euros: 1000))
        #expect(money.source("subsidie")?.limit?.amount == Cents(euros: 1200))
        #expect(money.budget.map(\.amount) == [Cents(euros: 900)])
        #expect(money.promises.map(\.amount) == [45])
        #expect(programme.parties.map(\.name) == ["Een"])
        #expect(programme.grantChoices.organisations == ["een"])
    }

    @Test(arguments: [
        ("payer: een", "payer: twee", "4:12 unknownReference(\"twee\", Programmes.PackKind.organisation"),
        ("post: alles", "post: niets", "10:12 unknownReference(\"niets\", Programmes.PackKind.post"),
        ("source: subsidie", "source: geld", "10:27 unknownReference(\"geld\", Programmes.PackKind.source"),
        ("ceiling: 1000", "ceiling: 10,5", "5:14 wrongShape"),
        ("kind: hours", "kind: uren", "14:43 notAnOption(\"uren\""),
        ("amount: 1200, ", "", "6:12 missingKey(\"amount\")"),
    ])
    func `each fault is told at its place`(old: String, new: String, finding: String) throws {
        let pack = try TemporaryPack()
        try #require(Self.text.contains(old))
        try pack.write("money.yaml", Self.text.replacing(old, with: new, maxReplacements: 1))
        #expect(pack.findings.contains { $0.hasPrefix("money.yaml:" + finding) }, "\(pack.findings)")
    }

    @Test func `the metal programme has the subsidy, the limit and the hours that its plan names`() throws {
        let money = try #require(try ShippedPack.programme().money)
        let subsidy = try #require(money.sources.first)
        #expect(subsidy.ceiling == Cents(euros: 124_000))
        #expect(subsidy.limit?.amount == Cents(euros: 125_000))
        #expect(money.promises.first { $0.organisation == "edba" }?.amount == 45)
    }
}
