import Fieldwork
import Foundation
import Kernel
import Markup
import Referrals
import Testing

@testable import Web

@Suite struct OwnSheetViewTests {
    private func page(_ sample: OwnSheetSample, _ language: Language) -> String {
        OwnSheetView(sheet: sample.sheet).body.rendered(for: Reader(language: language))
    }

    @Test(arguments: Language.allCases) func `an own praatplaat says who helps, when, and what is not sure`(
        language: Language
    ) {
        let page = page(.usual, language)
        #expect(page.contains("Versnellingsteam Metaal"))
        #expect(page.contains(OwnSheetSample.usual.sheet.helpers[0].contact ?? "?"))
        #expect(page.contains(language == .dutch ? "te bevestigen" : "to be confirmed"))
        #expect(page.contains(language == .dutch ? "3\u{a0}maart\u{a0}2026" : "3\u{a0}March\u{a0}2026"))
        #expect(page.contains(language == .dutch ? "datum volgt" : "date to follow"))
    }

    @Test func `an empty sheet says what is not there yet`() {
        let page = page(.empty, .dutch)
        for text in [
            "Er is nog niets aangekruist", "Nog geen wensen genoemd", "Nog niets afgesproken", "Nog geen afspraken",
        ] {
            #expect(page.contains(text))
        }
        #expect(!page.contains("Hier zijn we trots op"))
    }

    @Test func `a full sheet keeps every activity within reach`() {
        let page = page(.full, .dutch)
        #expect(page.contains("en nog 97"))
        #expect(
            page.components(separatedBy: "<i class=\"mark-doing\" aria-hidden=\"true\"></i><span>").count - 1 >= 105
        )
    }

    @Test func `the number is the number of ticks, as the plan defines it`() {
        let own = OwnSheetSample.usual.sheet
        #expect(OwnSheetSummary(own).result.total.doing == own.answers.doing.count)
        #expect(OwnSheetSummary(own).columns.reduce(0) { $0 + $1.count.doing } == own.answers.doing.count)
    }

    @Test func `the name of a PDF is safe in every header and on every disk`() {
        let name = OwnSheetPrint.fileName(for: OwnSheetSample.full.sheet, paper: .a3)
        #expect(name == "praatplaat-gebroeders-van-der-vonkenberg-staalstra-constructie-en-machi-2026-02-12-a3.pdf")
    }

    @Test func `on paper the code leads to the own page, and nothing is asked of the network`() {
        let html = OwnSheetPrint.document(for: OwnSheetSample.usual.sheet, paper: .a3, language: .dutch)
        #expect(html.contains("src=\"qr:https%3A%2F%2Fkaravaan%2Eexample%2Enl%2Fmijn%2F"))
        #expect(!html.contains("src=\"http") && !html.contains("href=\"http"))
        #expect(!OwnSheetPrint.document(for: OwnSheetSample.empty.sheet, paper: .a3, language: .dutch).contains("qr:"))
    }
}
