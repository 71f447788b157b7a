import Foundation
import Hummingbird
import Kernel
import Printing
import Referrals

extension OwnSheetPrint {
    /// The PDF, under a name that says of whom it is and how large to print it.
    static func response(
        for own: OwnSheet,
        paper: Paper,
        language: Language,
        printer: Printer
    ) async throws -> Response {
        let pdf = try await printer.pdf(of: document(for: own, paper: paper, language: language))
        return .pdf(pdf, name: fileName(for: own, paper: paper))
    }

    /// `praatplaat-vonk-constructie-bv-2026-02-12-a3.pdf`
    static func fileName(for own: OwnSheet, paper: Paper) -> String {
        let plain = own.companyName.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            .lowercased()
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        return ["praatplaat", String(words.prefix(60)), own.heldOn.description, paper.rawValue].filter { !$0.isEmpty }
            .joined(separator: "-") + ".pdf"
    }
}
