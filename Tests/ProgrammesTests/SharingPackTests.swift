import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

/// What a pack says about sharing with other programmes.
@Suite struct SharingPackTests {
    private static let text = """
        offers:
          - code: bezoeken
            to: anders
            what: visits
            why: {nl: Waarom, en: Why}
        uses:
          - code: sessies
            from: anders
            what: sessions
            target: bijeenkomsten
            why: {nl: Waarom, en: Why}
          - {code: bedrijven, from: anders, what: companies, why: {nl: Waarom, en: Why}}
        """

    @Test func `both shipped packs declare the same on both sides`() throws {
        let metal = try ShippedPack.programme()
        let plan = try GroeneHart.programme()
        let (given, used) = (try #require(metal.sharing), try #require(plan.sharing))
        #expect(given.offers.map(\.kind) == [.visits, .sessions, .companies])
        for offer in given.offers { #expect(used.use(offer.code, from: metal.id)?.kind == offer.kind) }
        for offer in used.offers { #expect(given.use(offer.code, from: plan.id)?.kind == offer.kind) }
        #expect(used.use("bedrijfsbezoeken", from: metal.id)?.place == .line("1.2", step: "1.2-1"))
        #expect(given.use("streekbijeenkomsten", from: plan.id)?.place == .target("sessies"))
        #expect(used.offers.first?.register?.register == "bijeenkomsten")
    }

    @Test(arguments: [
        ("to: anders", "to: proef", "3:9 sharesWithItself"),
        ("what: visits", "what: namen", "4:11 notAnOption(\"namen\""),
        (
            "target: bijeenkomsten", "target: gesprekken",
            "10:13 unknownReference(\"gesprekken\", Programmes.PackKind.target"
        ),
        ("    target: bijeenkomsten\n", "", "7:5 missingKey(\"line\")"),
        ("target: bijeenkomsten", "line: nergens", "10:11 unknownReference(\"nergens\", Programmes.PackKind.line"),
        ("what: companies,", "what: companies, target: bijeenkomsten,", "12:62 notForShare(\"target\""),
        ("code: bedrijven", "code: sessies", "12:12 duplicateCode(\"sessies\""),
        ("why: {nl: Waarom, en: Why}", "why: {nl: Waarom}", "5:10 missingTranslation"),
    ])
    func `each fault is told at its place`(old: String, new: String, finding: String) throws {
        let pack = try TemporaryPack()
        try #require(Self.text.contains(old))
        try pack.write("sharing.yaml", Self.text.replacing(old, with: new, maxReplacements: 1))
        #expect(pack.findings.contains { $0.hasPrefix("sharing.yaml:" + finding) }, "\(pack.findings)")
    }
}
