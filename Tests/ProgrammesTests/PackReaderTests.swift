import Foundation
import Kernel
import Programmes
import Testing

@Suite struct PackReaderTests {
    @Test func `a pack without faults is read whole`() throws {
        let programme = try TemporaryPack().read().get()
        #expect(programme.id == "proef")
        #expect(programme.firstQuarter == Quarter("2025-Q1"))
        #expect(programme.areas.map(\.code) == ["P", "A", "B"])
        #expect(programme.municipality(forPostcode: "1020 AB")?.name == "Aadorp")
        #expect(programme.municipality(forPostcode: "1021 AB") == nil)
        #expect(programme.targets[1].split.map(\.area) == ["A", "B"])
        #expect(programme.targets[1].split.map(\.count) == [12, 8])
        #expect(programme.plan[1].followUpsOf == [Quarter("2025-Q1")])
        #expect(programme.sheet.activities.map(\.isCore) == [true, false])
        let initiative = programme.initiatives[0]
        #expect(initiative.checkedOn == Day("2025-11-03"))
        #expect(
            initiative.suggestWhen[0].when
                == .all([.ambition(Selection(themes: ["product"]), atLeast: 2), .need(["kennis"])])
        )
        #expect(initiative.notWhen[0].when == .not(.area(["A"])))
    }

    @Test func `every question of a rule can be asked`() throws {
        let pack = try TemporaryPack()
        try pack.change(
            "initiatives.yaml",
            "{not: {area: [A]}}",
            """
            {any: [{all: [{doing: {activities: [PR01]}}, {member: true}]}, {sector: [verspanen]},
                   {size: ["1", 2-9, 100+]}, {good_example: false}, {ambition: {steps: [R2]}}]}
            """
        )
        #expect(
            try pack.read().get().initiatives[0].notWhen[0].when
                == .any([
                    .all([.doing(Selection(activities: ["PR01"]), atLeast: 1), .member(true)]),
                    .sector(["verspanen"]), .size([.one, .from2To9, .from100]), .not(.goodExample),
                    .ambition(Selection(steps: [.r2]), atLeast: 1),
                ])
        )
    }

    @Test(arguments: PackFaultCase.all) func `a fault is found where it is`(_ fault: PackFaultCase) throws {
        let pack = try TemporaryPack()
        try pack.change(fault.file, fault.old, fault.new)
        #expect(pack.findings == fault.findings)
    }

    @Test func `everything that is wrong is told at once, in every file`() throws {
        let pack = try TemporaryPack()
        try pack.write(
            "programme.yaml",
            TemporaryPack.files["programme.yaml"]!.replacing("webs", with: "wehs").replacing("id: p", with: "id: -")
                .replacing("summary: {nl: Om te testen, ", with: "summary: {")
        )
        try pack.change("areas.yaml", "kind: province", "kind: provincie")
        try pack.change("plan.yaml", "first: 2025-Q1", "first: 2025-Q5")
        try pack.change("sheet.yaml", "version: 1", "version: een\nversion: 2")
        try pack.change("needs.yaml", "- code: kennis", "- code: kennis\n    code: weten")
        try pack.change("initiatives.yaml", "2025-11-03", "2025-02-30")
        #expect(
            pack.findings.map { $0.prefix { $0 != " " } } == [
                "areas.yaml:4:11", "initiatives.yaml:10:17", "needs.yaml:3:5", "plan.yaml:17:12", "programme.yaml:1:5",
                "programme.yaml:3:10", "programme.yaml:9:5",
                "sheet.yaml:1:10", "sheet.yaml:2:1",
            ]
        )
    }

    @Test func `a broken file is one finding, not one for every reference to it`() throws {
        let pack = try TemporaryPack()
        try pack.change("areas.yaml", "kind: province", "kind: 'province")
        #expect(pack.findings.count == 1)
        #expect(pack.findings[0].hasPrefix("areas.yaml:"))
        try pack.remove("areas.yaml")
        #expect(pack.findings == ["areas.yaml missingFile"])
    }

    @Test func `keys that are there twice are all found, in the right column`() throws {
        let pack = try TemporaryPack()
        try pack.change("needs.yaml", "{nl: Uitleg, en: Explanation}", "{nl: A, nl: B, nl: C, en: X, extra: 1, en: Y}")
        #expect(
            pack.findings == [
                #"needs.yaml:4:26 duplicateKey("nl", firstLine: 4)"#,
                #"needs.yaml:4:33 duplicateKey("nl", firstLine: 4)"#,
                #"needs.yaml:4:47 unknownKey("extra", suggestion: nil)"#,
                #"needs.yaml:4:57 duplicateKey("en", firstLine: 4)"#,
            ]
        )
    }

    @Test func `a file that looks like a part of the pack but is not, is named`() throws {
        let pack = try TemporaryPack()
        try pack.write("initiative.yml", "")
        try pack.write("README.md", "")
        #expect(pack.findings == [#"initiative.yml unknownFile(suggestion: Optional("initiatives.yaml"))"#])
    }

    @Test func `every fault has words of its own in both languages`() throws {
        var seen: Set<String> = []
        for fault in PackFaultCase.everyFault {
            #expect(fault.explanation.nl != "Dit klopt niet.", "\(fault)")
            #expect(fault.explanation.nl != fault.explanation.en, "\(fault)")
            #expect(seen.insert(fault.explanation.en).inserted, "\(fault)")
        }
    }

    @Test func `the report says what is wrong and what to do, in the language asked for`() throws {
        let pack = try TemporaryPack()
        try pack.change("plan.yaml", "B: 8", "B: 9")
        let check = PackCheck(folder: pack.folder.path, today: Day("2026-03-02")!)
        #expect(check.status == 1)
        #expect(
            check.lines(in: .dutch) == [
                "\(pack.folder.path)/plan.yaml:12:12: fout: De verdeling telt op tot 21, maar het doel is 20. Controleer de getallen.",
                "1 fout. Het pakket wordt niet geladen.",
            ]
        )
        #expect(
            check.lines(in: .english).first
                == "\(pack.folder.path)/plan.yaml:12:12: error: The split adds up to 21, but the target is 20. Check the numbers."
        )
    }
}
