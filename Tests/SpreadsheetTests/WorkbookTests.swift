import Foundation
import Kernel
import Spreadsheet
import Subprocess
import Testing

@Suite struct WorkbookTests {
    /// What is in a part of the file, as another program unpacks it.
    private func part(_ name: String, of bytes: [UInt8]) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let script = "import sys, zipfile; sys.stdout.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]).decode())"
        let result = try await run(
            .name("python3"),
            arguments: ["-c", script, file.path(percentEncoded: false), name],
            output: .string(limit: 1 << 20)
        )
        return result.standardOutput
    }

    @Test func `text stays text, numbers are numbers and days are days`() async throws {
        let book = Workbook(
            title: "Proef & co",
            author: "Karavaan",
            sheets: [
                .init(
                    name: "Stand: nu/later [een heel erg lange naam]",
                    headings: ["Wat", "Nu", "Dag"],
                    rows: [
                        [.text("=1+1"), .number(0.5), .day(Day("2026-03-02")!)], [.empty, .percent(0.25), .count(7)],
                    ]
                ),
                .init(name: "", headings: ["é"], rows: []),
            ]
        )
        let bytes = try book.bytes()
        #expect(bytes.prefix(2) == [0x50, 0x4b])
        let sheet = try await part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("<v>0.5</v>"))
        #expect(sheet.contains("<v>46083</v>"))
        let strings = try await part("xl/sharedStrings.xml", of: bytes)
        #expect(strings.contains("=1+1"))
        let names = try await part("xl/workbook.xml", of: bytes)
        #expect(names.contains("name=\"Stand  nu later  een heel er"))
        #expect(names.contains("name=\"2\""))
        #expect(try await part("docProps/core.xml", of: bytes).contains("Proef &amp; co"))
    }

    @Test func `a sheet with many rows has them all, with money to the cent`() async throws {
        let rows = (1...6000).map { [Workbook.Cell.text("=regel \($0)"), .money(Cents($0 * 100 + 7))] }
        let book = Workbook(
            title: "Veel",
            author: "Karavaan",
            sheets: [.init(name: "Veel", headings: ["Wat", "€"], rows: rows)]
        )
        let sheet = try await part("xl/worksheets/sheet1.xml", of: try book.bytes())
        #expect(sheet.components(separatedBy: "<row ").count == 6002)
        #expect(sheet.contains("=regel 6000"))
        #expect(sheet.contains("<v>6000.07</v>"))
        #expect(!sheet.contains("<f>"))
    }
}
