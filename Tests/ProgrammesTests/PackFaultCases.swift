import Kernel
import Programmes
import Testing

/// One fault in a pack that has no other, and what is said about it.
struct PackFaultCase: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let findings: [String]

    var testDescription: String { "\(file): \(new)" }

    init(_ file: String, _ old: String, _ new: String, _ findings: String..., at elsewhere: [String] = []) {
        self.file = file + ".yaml"
        self.old = old
        self.new = new
        self.findings = findings.map { "\(file).yaml:\($0)" } + elsewhere
    }

    static let all = shape + references + sums + rules

    private static let shape = [
        Self("programme", "id: proef", "id: proef\nkleur: rood", #"2:1 unknownKey("kleur", suggestion: nil)"#),
        Self("programme", "  - code: een\n", "  -\n", #"7:5 missingKey("code")"#),
        Self("programme", "id: proef", "id: -proef", #"1:5 notACode("-proef")"#),
        Self("programme", "name: Een\n", "name:\n", "7:10 emptyText"),
        Self("programme", "name: Een\n", "name: [Een]\n", "7:11 wrongShape(expected: Programmes.PackShape.text)"),
        Self("programme", "{nl: Proef, en: Trial}", "{nl: Proef}", "2:7 missingTranslation(Kernel.Language.english)"),
        Self(
            "programme",
            "{nl: Proef, en: Trial}",
            "{nl: '', en: Trial}",
            "2:12 missingTranslation(Kernel.Language.dutch)"
        ),
        Self("programme", "{nl: Proef, en: Trial}", "Proef", "2:7 untranslated"),
        Self(
            "programme",
            "{nl: Proef, en: Trial}",
            "{nl: Proef, en: [Trial]}",
            "2:23 wrongShape(expected: Programmes.PackShape.text)"
        ),
        Self(
            "programme",
            "partners:\n",
            "partners: []\npartner:\n",
            #"5:11 emptyList"#,
            #"6:1 unknownKey("partner", suggestion: Optional("partners"))"#
        ),
        Self("programme", "https://example.org", "example.org", #"9:14 notAWebsite("example.org")"#),
        Self("programme", "https://example.org", "javascript:alert(1)", #"9:14 notAWebsite("javascript:alert(1)")"#),
        Self("programme", "\"2511\"", "\"25.11\"", #"16:11 notSBI("25.11")"#),
        Self("programme", "last: 2025-Q4", "last: 2025-Q5", #"4:32 notAQuarter("2025-Q5")"#),
        Self("programme", "name: Een\n", "name: \"E\\e[31mn\"\n", "7:11 controlCharacter"),
        Self("areas", "deal: true", "deal: ja", "9:11 wrongShape(expected: Programmes.PackShape.yesOrNo)"),
        Self("areas", "parents: [P]", "parents: P", "8:14 wrongShape(expected: Programmes.PackShape.list)"),
        Self("areas", "1020]", "102]", #"10:28 notPostcodes("102")"#),
        Self("areas", "1000-1009", "1009-1000", #"10:17 notPostcodes("1009-1000")"#),
        Self("plan", "count: 30", "count: dertig", "4:12 wrongShape(expected: Programmes.PackShape.number)"),
        Self("plan", "count: 30", "count: \"30\"", "4:12 wrongShape(expected: Programmes.PackShape.number)"),
        Self("plan", "count: 30", "count: 0", "4:12 outOfRange(0, ClosedRange(1...1000000))"),
        Self(
            "plan",
            "counts: conversations\n    count: 30",
            "counts: conversatons\n    count: 30",
            #"3:13 notAnOption("conversatons", options: ["conversations", "referrals", "sessions"], suggestion: Optional("conversations"))"#
        ),
        Self("sheet", "version: 1", "version: -1", "1:10 outOfRange(-1, ClosedRange(1...10000))"),
        Self("initiatives", "2025-11-03", "2025-11-31", #"10:17 notADay("2025-11-31")"#),
        Self(
            "needs",
            "needs:\n",
            "needs: {}\nx:\n",
            "1:8 wrongShape(expected: Programmes.PackShape.list)",
            #"2:1 unknownKey("x", suggestion: nil)"#
        ),
        Self(
            "needs",
            "{nl: Uitleg, en: Explanation}",
            "{nl: Uitleg, en: Explanation",
            #"5:1 syntax("did not find expected \',\' or \'}\'")"#
        ),
        Self(
            "needs",
            "    explanation:",
            "       explanation:",
            #"4:8 syntax("did not find expected key")"#
        ),
        Self(
            "needs",
            "{nl: Uitleg, en: Explanation}",
            "Let op: dit",
            #"4:24 syntax("mapping values are not allowed in this context")"#
        ),
        Self(
            "needs",
            "    explanation:",
            "\texplanation:",
            #"4:1 syntax("found character that cannot start any token")"#
        ),
        Self("needs", "needs:", "---\nneeds: []\n---\nneeds:", "3:1 severalDocuments"),
    ]

    private static let references = [
        Self(
            "areas",
            "- code: B",
            "- code: A",
            #"11:11 duplicateCode("A", Programmes.PackKind.area, first: areas.yaml:5:11)"#,
            at: ["plan.yaml:11:16", "plan.yaml:12:20"].map {
                #"\#($0) unknownReference("B", Programmes.PackKind.area, suggestion: nil)"#
            }
        ),
        Self(
            "areas",
            "parents: [P]",
            "parents: [Q]",
            #"8:15 unknownReference("Q", Programmes.PackKind.area, suggestion: nil)"#
        ),
        Self("areas", "kind: province", "kind: province\n    parents: [P]", #"5:14 circle(["P", "P"])"#),
        Self("areas", "parents: [P]\n    postcodes", "parents: [A]\n    postcodes", #"14:14 partOfMunicipality(A)"#),
        Self(
            "areas",
            "1010-1019",
            "1008-1012",
            "15:16 overlappingPostcodes(Programmes.PostcodeRange(first: 1008, last: 1012), with: A)"
        ),
        Self("programme", "\"2511\"", "\"2562\"", #"16:11 duplicateEntry("2562", first: programme.yaml:13:11)"#),
        Self(
            "sheet",
            "- code: PR02",
            "- code: PR01",
            #"16:15 duplicateCode("PR01", Programmes.PackKind.activity, first: sheet.yaml:12:15)"#
        ),
        Self(
            "sheet",
            "- step: R2",
            "- step: R3",
            "13:15 stepWithoutRung(Programmes.LadderStep.r2)",
            "17:15 stepWithoutRung(Programmes.LadderStep.r2)"
        ),
        Self("sheet", "core: true", "core: false", "12:7 noCoreActivity"),
        Self(
            "sheet",
            "version: 1",
            "version: 2\nsuccessors: {OUD: gone, OUDER: PR99}",
            #"2:32 unknownReference("PR99", Programmes.PackKind.activity, suggestion: nil)"#
        ),
        Self(
            "initiatives",
            "need: [kennis]",
            "need: [kenis]",
            #"15:18 unknownReference("kenis", Programmes.PackKind.need, suggestion: Optional("kennis"))"#
        ),
        Self(
            "initiatives",
            "themes: [product]",
            "themes: [produkt]",
            #"14:31 unknownReference("produkt", Programmes.PackKind.theme, suggestion: Optional("product"))"#
        ),
        Self(
            "initiatives",
            "themes: [product], at_least: 2",
            "activities: [PR03]",
            #"14:35 unknownReference("PR03", Programmes.PackKind.activity, suggestion: Optional("PR01"))"#
        ),
        Self(
            "initiatives",
            "owner: Een",
            "owner: Een\n    sectors: [oppervlakte]",
            #"8:15 unknownReference("oppervlakte", Programmes.PackKind.sector, suggestion: nil)"#
        ),
        Self(
            "plan",
            "part_of: gesprekken",
            "part_of: gesprek",
            #"10:14 unknownReference("gesprek", Programmes.PackKind.target, suggestion: Optional("gesprekken"))"#
        ),
        Self(
            "plan",
            "part_of: gesprekken",
            "initiatives: [TEAMS]",
            #"10:19 unknownReference("TEAMS", Programmes.PackKind.initiative, suggestion: Optional("TEAM"))"#
        ),
    ]

    private static let sums = [
        Self("plan", "B: 8", "B: 9", "12:12 splitDoesNotAddUp(sum: 21, count: 20)"),
        Self("plan", "areas: [A, B]", "areas: [A]", "12:20 splitOutsideAreas(B)"),
        Self(
            "plan",
            "conversations: 10",
            "conversations: 11",
            "20:3 planDoesNotAddUp(Programmes.Target.Counted.conversations, sum: 31, target: gesprekken, count: 30)"
        ),
        Self(
            "plan",
            "count: 20",
            "count: 40",
            "8:12 partExceedsWhole(part: 40, whole: 30)",
            "12:12 splitDoesNotAddUp(sum: 20, count: 40)"
        ),
        Self(
            "plan",
            "counts: conversations\n    count: 20",
            "counts: sessions\n    count: 20",
            "10:14 partCountsSomethingElse"
        ),
        Self(
            "plan",
            "part_of: gesprekken",
            "part_of: deal",
            #"10:14 circle(["deal", "deal"])"#
        ),
        Self("plan", "last: 2025-Q2", "last: 2024-Q4", "18:11 endsBeforeItStarts"),
        Self("plan", "last: 2025-Q2", "last: 2026-Q1", "18:11 outsidePeriod(2026-Q1, first: 2025-Q1, last: 2025-Q4)"),
        Self(
            "plan",
            "quarter: 2025-Q2",
            "quarter: 2025-Q1",
            "22:14 duplicateEntry(\"2025-Q1\", first: plan.yaml:20:14)",
            "24:21 followsUpLater(2025-Q1)"
        ),
        Self("plan", "follow_ups_of: [2025-Q1]", "follow_ups_of: [2025-Q3]", "24:21 followsUpLater(2025-Q3)"),
        Self("initiatives", "valid_until: 2026-12-31", "valid_until: 2025-11-02", "11:18 validUntilBeforeChecked"),
    ]

    private static let rules = [
        Self("initiatives", "weight: 3", "weight: 11", "16:17 outOfRange(11, ClosedRange(1...10))"),
        Self("initiatives", "at_least: 2", "at_least: 3", "14:51 asksTooMany(atLeast: 3, of: 2)"),
        Self("initiatives", "themes: [product], at_least: 2", "steps: [R9]", "14:21 selectsNothing"),
        Self("initiatives", "need: [kennis]", "need: []", "15:17 emptyList"),
        Self(
            "initiatives",
            "need: [kennis]",
            "ned: [kennis]",
            #"15:11 unknownKey("ned", suggestion: Optional("need"))"#,
            #"17:18 placeholderNeverFilled("needs")"#
        ),
        Self(
            "initiatives",
            "{nl: Te ver, en: Too far}",
            #"{nl: "Te {ver}", en: "Too {ver}"}"#,
            #"20:18 unknownPlaceholder("ver")"#
        ),
        Self(
            "initiatives",
            "{nl: Te ver, en: Too far}",
            #"{nl: "Te {needs}", en: Too far}"#,
            "20:18 placeholdersDiffer",
            #"20:18 placeholderNeverFilled("needs")"#
        ),
        Self("initiatives", "{not: {area: [A]}}", "{}", "19:15 emptyList"),
        Self(
            "initiatives",
            "{not: {area: [A]}}",
            "{size: [10]}",
            #"19:23 notAnOption("10", options: ["1", "2-9", "10-19", "20-49", "50-99", "100+"], suggestion: nil)"#
        ),
        Self(
            "initiatives",
            "{not: {area: [A]}}",
            String(repeating: "{not: ", count: 11) + "{member: true}" + String(repeating: "}", count: 11),
            "19:75 tooDeep"
        ),
    ]

    static let everyFault: [PackFault] = [
        .noFolder, .missingFile, .unknownFile(suggestion: nil), .outsideFolder, .notAFile, .unreadableFile,
        .tooLarge(limit: 1024), .notUTF8, .binary, .syntax("mapping values are not allowed"), .emptyFile,
        .severalDocuments, .anchor, .duplicateKey("a", firstLine: 1), .unknownKey("a", suggestion: nil),
        .missingKey("a"), .wrongShape(expected: .map), .wrongShape(expected: .list), .wrongShape(expected: .text),
        .wrongShape(expected: .number), .wrongShape(expected: .yesOrNo), .emptyText, .emptyList,
        .missingTranslation(.dutch), .missingTranslation(.english), .untranslated, .tooLong(limit: 10), .tooDeep,
        .controlCharacter, .notACode("a"), .notADay("a"), .notAQuarter("a"),
        .notAnOption("a", options: ["b"], suggestion: nil), .outOfRange(1, 2...3), .notPostcodes("a"), .notSBI("a"),
        .notAWebsite("a"), .picture(.noSize), .duplicateCode("a", .area, first: PackPosition(file: "f")),
        .duplicateEntry("a", first: PackPosition(file: "f")), .unknownReference("a", .theme, suggestion: nil),
        .splitDoesNotAddUp(sum: 1, count: 2), .splitOutsideAreas("A"),
        .planDoesNotAddUp(.sessions, sum: 1, target: "t", count: 2), .partExceedsWhole(part: 2, whole: 1),
        .partCountsSomethingElse, .circle(["a"]), .partOfMunicipality("A"),
        .overlappingPostcodes(PostcodeRange(first: 1, last: 2), with: "A"),
        .outsidePeriod(Quarter("2025-Q1")!, first: Quarter("2024-Q1")!, last: Quarter("2024-Q4")!),
        .endsBeforeItStarts, .followsUpLater(Quarter("2025-Q1")!), .validUntilBeforeChecked, .stepWithoutRung(.r2),
        .noCoreActivity, .selectsNothing, .asksTooMany(atLeast: 2, of: 1), .unknownPlaceholder("a"),
        .placeholdersDiffer, .missingPlaceholder("a"), .placeholderNeverFilled("a"), .andMore,
        .sheetConflict(.versionNotHigher(version: 1, inUse: 1)), .sheetConflict(.withoutSuccessor("A")),
        .sheetConflict(.unknownSuccessor(Succession(old: "A", new: "B"))),
        .sheetConflict(.unknownPredecessor(Succession(old: "A", new: nil))),
    ]
}
