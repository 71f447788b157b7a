import Foundation
import Kernel
import Logging
import Printing
import Testing

@testable import Web

@Suite struct OwnSheetPrintTests {
    /// Where the pages and PDFs of these tests are left, for `Tests/BrowserTests/test_pdf.py` and for whoever wants to
    /// look at them.
    private static let folder = URL(filePath: FileManager.default.currentDirectoryPath)
        .appending(path: ".build/own-sheets", directoryHint: .isDirectory)

    @Test(
        .enabled(if: PrinterSettings.findPython() != "python3", "no .venv: run scripts/setup"),
        arguments: OwnSheetSample.allCases
    )
    func `every own praatplaat fits on one page of A3 and of A4`(sample: OwnSheetSample) async throws {
        try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
        let printer = Printer(
            settings: PrinterSettings(python: PrinterSettings.findPython()),
            logger: Logger(label: "printing")
        )
        for paper in Paper.allCases {
            for language in Language.allCases {
                let html = OwnSheetPrint.document(for: sample.sheet, paper: paper, language: language)
                let name = "\(sample)-\(paper)-\(language.rawValue)"
                try Data(html.utf8).write(to: Self.folder.appending(path: "\(name).html"))
                let pdf = try await printer.pdf(of: html)
                try Data(pdf).write(to: Self.folder.appending(path: "\(name).pdf"))
                #expect(pdf.starts(with: Array("%PDF-".utf8)))
            }
        }
        await printer.stop()
    }
}
