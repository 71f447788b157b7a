import Foundation
import Kernel
import Logging
import Printing
import Programmes
import TestSupport
import Testing

@testable import Web

@Suite struct EmptySheetPrintTests {
    /// Left for `Tests/BrowserTests/test_pdf.py`, and for whoever wants to look at it.
    @Test(.enabled(if: PrinterSettings.findPython() != "python3", "no .venv: run scripts/setup"))
    func `the empty sheet of the metal programme is made in both languages`() async throws {
        let folder = URL(filePath: FileManager.default.currentDirectoryPath)
            .appending(path: ".build/empty-sheets", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let printer = Printer(
            settings: PrinterSettings(python: PrinterSettings.findPython()),
            logger: Logger(label: "printing")
        )
        let programme = try ShippedPack.programme()
        var print = EmptySheetPrint(programme: programme, sheet: programme.sheet)
        for language in Language.allCases {
            if language == .english {
                print.companyName = "Vonk & Zoon Machinebouw en Constructiewerken BV"
                print.place = "Alphen aan den Rijn"
                print.day = Day("2026-03-02")
                print.interviewer = "Ilse van den Interviewer"
            }
            let pdf = try await printer.pdf(of: print.document(in: language))
            try Data(pdf).write(to: folder.appending(path: "\(language.rawValue).pdf"))
            #expect(pdf.starts(with: Array("%PDF-".utf8)))
        }
        await printer.stop()
    }

    @Test func `its numbers are those of the lines to type in`() {
        let sheet = Programme.sample.sheet
        let lines = sheet.printedGroups.flatMap(\.lines)
        #expect(lines.map(\.number) == Array(1...lines.count))
        #expect(Set(lines.map(\.activity.code)) == Set(sheet.activities.filter(\.isCore).map(\.code)))
        let document = EmptySheetPrint(programme: .sample, sheet: sheet, companyName: "<Vonk>").document(in: .dutch)
        for line in lines { #expect(document.contains(">\(line.number)</td>")) }
        #expect(document.contains("&lt;Vonk&gt;") && !document.contains("<Vonk>"))
    }
}
