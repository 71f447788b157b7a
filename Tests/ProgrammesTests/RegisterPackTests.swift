import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

/// What a pack declares to be kept.
@Suite struct RegisterPackTests {
    private static let text = """
        registers:
          - code: vraag
            name: {nl: Vraag, en: Demand}
            item: {nl: vraag, en: demand}
            purpose: {nl: Wie zoekt., en: Who looks.}
            public_form: true
            key: [naam]
            fields:
              - {code: naam, kind: text, public: true, name: {nl: Naam, en: Name}}
              - code: soort
                kind: choice
                several: true
                name: {nl: Soort, en: Kind}
                options: [{code: hout, name: {nl: Hout, en: Wood}}]
              - {code: hoeveel, kind: number, unit: {nl: ton, en: tonnes}, name: {nl: Hoeveel, en: How much}}
              - code: contact
                kind: person
                name: {nl: Contact, en: Contact}
                purpose: {nl: Om te bellen., en: To call.}
                keep_months: 12
            states:
              - {code: nieuw, name: {nl: nieuw, en: new}}
              - {code: klaar, from: [nieuw], movers: [lead], public: true, name: {nl: klaar, en: done}}
          - code: aanbod
            name: {nl: Aanbod, en: Supply}
            item: {nl: aanbod, en: offer}
            purpose: {nl: Wie biedt., en: Who offers.}
            fields:
              - {code: naam, kind: text, name: {nl: Naam, en: Name}}
              - code: soort
                kind: choice
                name: {nl: Soort, en: Kind}
                options: [{code: hout, name: {nl: Hout, en: Wood}}]
            states: [{code: nieuw, name: {nl: nieuw, en: new}}]
        pairings:
          - code: samen
            name: {nl: Samen, en: Together}
            asks: vraag
            offers: aanbod
            rules:
              - {asks: soort, offers: soort, weight: 10, needed: true, because: {nl: hetzelfde, en: the same}}
        """

    private func findings(_ old: String, _ new: String) throws -> [String] {
        let pack = try TemporaryPack()
        try #require(Self.text.contains(old))
        try pack.write("registers.yaml", Self.text.replacing(old, with: new, maxReplacements: 1))
        return pack.findings
    }

    @Test func `it is read whole, also in a programme with conversations`() throws {
        let pack = try TemporaryPack()
        try pack.write("registers.yaml", Self.text)
        let registry = try #require(try pack.read().get().registry)
        let demand = try #require(registry.register("vraag"))
        #expect(demand.hasPublicForm)
        // The name of an item is always needed.
        #expect(demand.fields.map(\.isRequired) == [true, false, false, false])
        #expect(demand.field("soort")?.allowsSeveral == true)
        #expect(demand.field("contact")?.keepMonths == 12)
        #expect(demand.states.last?.movers == [.lead])
        #expect(demand.states.last?.from == ["nieuw"])
        #expect(registry.pairings.first?.rules.first?.isNeeded == true)
    }

    @Test(arguments: [
        ("kind: text, public: true", "kind: person", "9:28 cannotName(Programmes.Register.Field.Kind.person)"),
        ("    keep_months: 12\n", "", "17:15 missingKey(\"keep_months\")"),
        (
            "public: true, name: {nl: Naam", "unit: {nl: a, en: b}, name: {nl: Naam",
            "9:40 notOfKind(\"unit\", Programmes.Register.Field.Kind.text)"
        ),
        (", unit: {nl: ton, en: tonnes}", "", "15:31 missingKey(\"unit\")"),
        ("kind: person", "kind: persoon", "17:15 notAnOption"),
        (
            "from: [nieuw]", "from: [niew]",
            "23:30 unknownReference(\"niew\", Programmes.PackKind.state, suggestion: Optional(\"nieuw\"))"
        ),
        (
            "key: [naam]", "key: [nam]",
            "7:11 unknownReference(\"nam\", Programmes.PackKind.field, suggestion: Optional(\"naam\"))"
        ),
        ("asks: vraag", "asks: vraagje", "38:11 unknownReference(\"vraagje\", Programmes.PackKind.register"),
        ("asks: soort, offers: soort", "asks: hoeveel, offers: soort", "41:33 notComparable"),
        ("code: klaar", "code: nieuw", "23:16 duplicateCode(\"nieuw\", Programmes.PackKind.state"),
        ("states: [{code: nieuw, name: {nl: nieuw, en: new}}]", "states: []", "34:13 emptyList"),
    ])
    func `each fault is told at its place`(old: String, new: String, finding: String) throws {
        let found = try findings(old, new)
        #expect(found.contains { $0.hasPrefix("registers.yaml:" + finding) }, "\(found)")
    }

    @Test func `texts to begin from name a field, a choice and an option of their register`() throws {
        let text = "{code: een, subject: weg, title: {nl: A, en: A}, text: {nl: B, en: B}}"
        let blocks = "blocks: {text: naam, subject: soort, examples: hout, texts: [\(text), \(text)]}"
        let found = try findings("public_form: true", blocks)
        #expect(found.contains { $0.contains("unknownReference(\"naam\", Programmes.PackKind.field") }, "\(found)")
        #expect(found.contains { $0.contains("unknownReference(\"weg\", Programmes.PackKind.option") }, "\(found)")
        #expect(found.contains { $0.contains("duplicateCode(\"een\", Programmes.PackKind.standardText") }, "\(found)")
        let plan = try #require(try ShippedPack.programme().registry?.register("communicatie"))
        #expect(plan.blocks?.examples == "voorbeeld")
        #expect(plan.blocks?.texts.count == 5)
    }

    @Test func `choices that have nothing in common are never a pair, and the pack says so`() throws {
        let pack = try TemporaryPack()
        let parts = Self.text.components(separatedBy: "- code: aanbod")
        try pack.write(
            "registers.yaml",
            parts[0] + "- code: aanbod" + parts[1].replacing("code: hout", with: "code: metaal")
        )
        #expect(pack.findings.map { $0.split(separator: " ").last } == ["nothingInCommon"])
    }

    @Test func `a count names a result of its own line, and states of its own register`() throws {
        let counts = "counts: [{result: \"9.9-A\", states: [weg]}]\n    public_form: true"
        let found = try findings("public_form: true", counts)
        #expect(found.contains { $0.contains("unknownReference(\"9.9-A\", Programmes.PackKind.result") }, "\(found)")
        #expect(found.contains { $0.contains("unknownReference(\"weg\", Programmes.PackKind.state") }, "\(found)")
    }
}
