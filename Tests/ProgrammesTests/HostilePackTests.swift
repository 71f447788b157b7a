import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// Packs that nobody writes by mistake.
@Suite struct HostilePackTests {
    @Test func `a folder that is not there, and a file in its place`() throws {
        #expect(PackReader.read("/no/such/folder").findings == ["/no/such/folder noFolder"])
        let file = try TemporaryPack().folder.appending(path: "areas.yaml").path
        #expect(PackReader.read(file).findings == ["\(file) noFolder"])
    }

    @Test func `a small text that unfolds to an enormous one is not unfolded`() throws {
        let pack = try TemporaryPack()
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...30 {
            bomb += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n"
        }
        try pack.write("needs.yaml", bomb)
        #expect(pack.findings.first == "needs.yaml:1:5 anchor")
        try pack.write("needs.yaml", "needs:\n  - &a {code: b}\n  - {*a : *a}\n")
        #expect(pack.findings.first == "needs.yaml:2:5 anchor")
    }

    @Test func `an ampersand or a star in a sentence is no anchor`() throws {
        let pack = try TemporaryPack()
        try pack.change("needs.yaml", "{nl: Uitleg, en: Explanation}", "{nl: R&D & *kunde, en: Q&A *}")
        #expect(pack.findings.isEmpty)
    }

    @Test func `a huge file is not read`() throws {
        let pack = try TemporaryPack()
        try pack.write("needs.yaml", Data(repeating: UInt8(ascii: "a"), count: 1024 * 1024 + 1))
        #expect(pack.findings.first == "needs.yaml tooLarge(limit: 1048576)")
    }

    @Test func `a link out of the folder is not followed`() throws {
        let pack = try TemporaryPack()
        for target in ["/etc/passwd", "..", "/dev/zero"] {
            try pack.remove("needs.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: pack.folder.appending(path: "needs.yaml").path,
                withDestinationPath: target
            )
            #expect(pack.findings.first == "needs.yaml outsideFolder")
        }
    }

    @Test func `a folder or a pipe in the place of a file is not opened`() throws {
        let pack = try TemporaryPack()
        let path = pack.folder.appending(path: "needs.yaml").path
        try pack.remove("needs.yaml")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(pack.findings.first == "needs.yaml notAFile")
        try pack.remove("needs.yaml")
        #expect(mkfifo(path, 0o600) == 0)
        #expect(pack.findings.first == "needs.yaml notAFile")
    }

    @Test(arguments: [
        (Data("needs: [{code: b\u{E9}}]".unicodeScalars.map { UInt8($0.value) }), "needs.yaml:1:17 notUTF8"),
        (Data([0xFF, 0xFE, 0x6E, 0x00]), "needs.yaml:1:1 notUTF8"),
        (Data("a: b\nc: \u{0}".utf8), "needs.yaml binary"),
        (Data([0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x01, 0xC0]), "needs.yaml:1:8 notUTF8"),
        (Data("a: \u{1B}[31m".utf8), "needs.yaml:1:4 controlCharacter"),
        (Data(), "needs.yaml emptyFile"),
        (Data("# alleen commentaar\n".utf8), "needs.yaml emptyFile"),
        (Data("null".utf8), "needs.yaml:1:1 wrongShape(expected: Programmes.PackShape.map)"),
        (Data("{a: *b, c: &d e}".utf8), "needs.yaml:1:5 anchor"),
        (Data("a: *b".utf8), #"needs.yaml:1:4 syntax("found undefined alias")"#),
        (Data("!!binary x".utf8), "needs.yaml:1:1 wrongShape(expected: Programmes.PackShape.map)"),
        (Data("%YAML 9.9\n--- a".utf8), #"needs.yaml:1:1 syntax("found incompatible YAML document")"#),
        (Data("? [a]\n: b".utf8), "needs.yaml:1:1 missingKey(\"needs\")"),
    ])
    func `what is no text or no pack is said to be so`(bytes: Data, finding: String) throws {
        let pack = try TemporaryPack()
        try pack.write("needs.yaml", bytes)
        #expect(pack.findings.first == finding)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func `endless nesting does not exhaust the stack`(opening: String) throws {
        let pack = try TemporaryPack()
        try pack.write("needs.yaml", String(repeating: opening, count: 100_000))
        #expect(pack.findings.first?.hasPrefix("needs.yaml") == true)
    }

    @Test func `nesting that is just allowed does not exhaust the stack either`() throws {
        let pack = try TemporaryPack()
        for depth in [400, 900] {
            let nested = String(repeating: "{not: ", count: depth) + "x" + String(repeating: "}", count: depth)
            try pack.change("initiatives.yaml", "{not: {area: [A]}}", nested)
            #expect(pack.findings.first?.hasPrefix("initiatives.yaml") == true)
        }
    }

    @Test func `a million faults are cut short`() throws {
        let pack = try TemporaryPack()
        try pack.write("needs.yaml", "needs: [" + String(repeating: "a,", count: 100_000) + "]")
        #expect((1000...1100).contains(pack.findings.count))
        #expect(pack.findings.contains { $0.hasSuffix("andMore") })
    }

    @Test func `a thousand keys twice are cut short`() throws {
        let pack = try TemporaryPack()
        try pack.write("needs.yaml", (0..<1000).map { "k\($0): 1\nk\($0): 1\n" }.joined())
        #expect(pack.findings.contains { $0.hasSuffix("andMore") })
    }

    @Test func `a message can be shown on a terminal, whatever is in the pack`() throws {
        let pack = try TemporaryPack()
        try pack.change("needs.yaml", "explanation:", #""\e]0;x\a\u202e\u200b": 1"# + "\n    explanation:")
        let line = PackCheck(folder: pack.folder.path, today: Day("2026-03-02")!).lines(in: .english)[0]
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 32 && !$0.properties.isBidiControl })
        #expect(line.hasPrefix("\(pack.folder.path)/needs.yaml:4:5: error: Unknown key"))
    }

    @Test func `a byte order mark and Windows line ends are fine`() throws {
        let pack = try TemporaryPack()
        let text = TemporaryPack.files["needs.yaml"]!.replacing("\n", with: "\r\n")
        try pack.write("needs.yaml", "\u{FEFF}" + text)
        #expect(pack.findings.isEmpty)
    }

    @Test(arguments: TestDatabase.available)
    func `half a pack is never loaded`(_ kind: TestDatabase) async throws {
        let pack = try TemporaryPack()
        let programmes = Programmes(database: try await kind.make(), world: .fixed())
        let owner = Principal(
            account: nil,
            name: "cli",
            origin: "cli",
            grants: ["proef": [Grant(role: .administrator)]]
        )
        try pack.change("needs.yaml", "kennis", "kennis\n    kleur: rood")
        await #expect(throws: InvalidPack.self) { try await programmes.publish(packAt: pack.folder.path, as: owner) }
        #expect(try await programmes.all().isEmpty)
        try pack.write("needs.yaml", TemporaryPack.files["needs.yaml"]!)
        #expect(try await programmes.publish(packAt: pack.folder.path, as: owner).isNew)
        #expect(try await !programmes.publish(packAt: pack.folder.path, as: owner).isNew)
        try pack.change("sheet.yaml", "- code: PR02", "- code: PR03")
        await #expect(
            throws: InvalidPack(
                issues: [
                    PackIssue(
                        .sheetConflict(.versionNotHigher(version: 1, inUse: 1)),
                        at: PackPosition(file: "sheet.yaml")
                    )
                ]
            )
        ) { try await programmes.publish(packAt: pack.folder.path, as: owner) }
        #expect(try await programmes.current("proef").sheet.activities.map(\.code) == ["PR01", "PR02"])
    }
}

extension Result<Programme, InvalidPack> {
    var findings: [String] {
        guard case .failure(let invalid) = self else { return [] }
        return invalid.issues.map { "\($0.position) \($0.fault)" }
    }
}
