import Foundation
import Kernel
import Logging
import Spreadsheet
import Subprocess
import Testing

@testable import Printing

/// A workbook that somebody sent, as CSV.
@Suite struct WorkbookReadingTests {
    private let printer = Printer(
        settings: PrinterSettings(python: PrinterSettings.findPython()),
        logger: Logger(label: "printing")
    )

    @Test func `cells come as they would be typed, and what is between them stays`() async throws {
        let book = Workbook(
            title: "Proef",
            author: "Karavaan",
            sheets: [
                .init(
                    name: "Een",
                    headings: ["Wat", "Hoeveel", "Dag", "Geld"],
                    rows: [
                        [.text("Koper; \"zuiver\""), .number(12.5), .day(Day("2026-05-31")!), .money(Cents(125_050))],
                        [.text("007"), .count(3), .empty, .empty],
                    ]
                ), .init(name: "Twee", headings: ["Niet dit"], rows: []),
            ]
        )
        let csv = String(decoding: try await printer.csv(ofWorkbook: try book.bytes()), as: UTF8.self)
        #expect(
            csv.split(separator: "\n").map(String.init) == [
                "Wat;Hoeveel;Dag;Geld", "\"Koper; \"\"zuiver\"\"\";12,5;2026-05-31;1250,5", "007;3;;",
            ]
        )
        await printer.stop()
    }

    @Test func `what is no workbook is refused, and the next one is read`() async throws {
        for bytes: [UInt8] in [Array("PK\u{3}\u{4}".utf8), Array("PK\u{3}\u{4} echt niet".utf8)] {
            await #expect(throws: PrintingProblem.self) { _ = try await printer.csv(ofWorkbook: bytes) }
        }
        await #expect(throws: PrintingProblem.refused("no workbook")) {
            _ = try await printer.csv(ofWorkbook: Array("<html>".utf8))
        }
        let book = Workbook(title: "A", author: "B", sheets: [.init(name: "C", headings: ["D"], rows: [])])
        #expect(try await String(decoding: printer.csv(ofWorkbook: book.bytes()), as: UTF8.self) == "D\n")
        await printer.stop()
    }

    @Test func `a small file that would unpack to a very large one is not unpacked`() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "karavaan-\(UUID()).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let program = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
                for number in range(5): parts.writestr(f"xl/{number}.xml", bytes(100 << 20))
            """
        _ = try await run(.name("python3"), arguments: ["-c", program, path], output: .discarded)
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(bytes.count < 4 << 20)
        let problem = await #expect(throws: PrintingProblem.self) {
            _ = try await printer.csv(ofWorkbook: Array(bytes))
        }
        guard case .refused(let words)? = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
        #expect(words.contains("too large"))
        await printer.stop()
    }
}
