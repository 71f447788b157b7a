import Foundation
import Programmes
import Testing

/// A small pack without faults in a folder of its own, to spoil in one spot and read.
final class TemporaryPack {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "karavaan-pack-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in Self.files { try write(name, text) }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ bytes: Data) throws { try bytes.write(to: folder.appending(path: name)) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.appending(path: name)) }

    /// Puts `new` in the place of `old`, which must be there.
    func change(_ name: String, _ old: String, _ new: String) throws {
        let text = try #require(Self.files[name])
        try #require(text.contains(old))
        try write(name, text.replacing(old, with: new, maxReplacements: 1))
    }

    func read() -> Result<Programme, InvalidPack> { PackReader.read(folder.path) }

    /// `needs.yaml:3:5 missingKey("code")`, in the order of the report.
    var findings: [String] {
        guard case .failure(let invalid) = read() else { return [] }
        return invalid.issues.map { "\($0.position) \($0.fault)" }
    }

    static let files = [
        "programme.yaml": """
        id: proef
        name: {nl: Proef, en: Trial}
        summary: {nl: Om te testen, en: To test}
        period: {first: 2025-Q1, last: 2025-Q4}
        partners:
          - code: een
            name: Een
            part: {nl: Doet mee, en: Takes part}
            website: https://example.org
        sectors:
          - code: verspanen
            name: {nl: Verspanen, en: Machining}
            sbi: ["2562"]
          - code: plaat
            name: {nl: Plaat, en: Sheet}
            sbi: ["2511"]
        """,
        "areas.yaml": """
        areas:
          - code: P
            name: Provincie
            kind: province
          - code: A
            name: Aadorp
            kind: municipality
            parents: [P]
            deal: true
            postcodes: [1000-1009, 1020]
          - code: B
            name: Bedorp
            kind: municipality
            parents: [P]
            postcodes: [1010-1019]
        """,
        "plan.yaml": """
        targets:
          - code: gesprekken
            counts: conversations
            count: 30
            name: {nl: Gesprekken, en: Conversations}
          - code: deal
            counts: conversations
            count: 20
            name: {nl: Deal, en: Deal}
            part_of: gesprekken
            areas: [A, B]
            split: {A: 12, B: 8}
        phases:
          - code: start
            name: {nl: Start, en: Start}
            purpose: {nl: Beginnen, en: Begin}
            first: 2025-Q1
            last: 2025-Q2
        quarters:
          - quarter: 2025-Q1
            conversations: 10
          - quarter: 2025-Q2
            conversations: 20
            follow_ups_of: [2025-Q1]
        """,
        "sheet.yaml": """
        version: 1
        ladder:
          - step: R2
            term: Reduce
            word: {nl: minder, en: less}
            explanation: {nl: Minder, en: Less}
        themes:
          - code: product
            name: {nl: Product, en: Product}
            question: {nl: Wat maakt u?, en: What do you make?}
            activities:
              - code: PR01
                step: R2
                core: true
                text: {nl: We ontwerpen lichter, en: We design lighter}
              - code: PR02
                step: R2
                text: {nl: We maken minder, en: We make less}
        """,
        "needs.yaml": """
        needs:
          - code: kennis
            name: {nl: Kennis, en: Knowledge}
            explanation: {nl: Uitleg, en: Explanation}
        """,
        "initiatives.yaml": """
        initiatives:
          - code: TEAM
            name: Team
            kind: {nl: hulp, en: help}
            offers: {nl: Denkt mee, en: Thinks along}
            audience: {nl: Iedereen, en: Everybody}
            owner: Een
            source: bron
            certainty: low
            checked_on: 2025-11-03
            valid_until: 2026-12-31
            suggest_when:
              - when:
                  ambition: {themes: [product], at_least: 2}
                  need: [kennis]
                weight: 3
                because: {nl: "U wilt: {activities}, {needs}", en: "You want: {activities}, {needs}"}
            not_when:
              - when: {not: {area: [A]}}
                because: {nl: Te ver, en: Too far}
        """,
    ]
}
