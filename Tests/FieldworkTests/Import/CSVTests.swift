import Foundation
import Spreadsheet
import Testing

@testable import Fieldwork

@Suite struct TextDecodingTests {
    @Test(
        arguments: [
            ("Eén €", "UTF-8", Array("Eén €".utf8)),
            ("Eén €", "UTF-8", [0xEF, 0xBB, 0xBF] + Array("Eén €".utf8)),
            ("Eén €", "UTF-16 LE", [0xFF, 0xFE] + "Eén €".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("Eén €", "UTF-16 BE", [0xFE, 0xFF] + "Eén €".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            ("naam;", "UTF-16 LE", "naam;".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
            ("naam;", "UTF-16 BE", "naam;".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }),
            ("Eén € ‘x’", "Windows-1252", [0x45, 0xE9, 0x6E, 0x20, 0x80, 0x20, 0x91, 0x78, 0x92]),
            ("a\u{FFFD}b", "UTF-8", [0x61, 0x00, 0x62]),
            ("", "UTF-8", []),
            ("\u{FFFD}", "Windows-1252", [0x81]),
        ] as [(String, String, [UInt8])]
    )
    func `bytes become text`(text: String, encoding: String, bytes: [UInt8]) {
        let decoded = DecodedText(bytes)
        #expect(decoded.text == text)
        #expect(decoded.encoding.rawValue == encoding)
    }

    @Test func `one broken byte does not spoil a file that is otherwise UTF-8`() {
        let decoded = DecodedText(Array("één ë ö ü à".utf8) + [0xFF] + Array(" é".utf8))
        #expect(decoded.text == "één ë ö ü à\u{FFFD} é")
    }

    @Test func `half a character at the end is no reason to stop`() {
        #expect(DecodedText([0xFF, 0xFE, 0x61, 0x00, 0x62]).text == "a")
        #expect(DecodedText([0xFF, 0xFE, 0x00, 0xD8]).text == "\u{FFFD}")
    }
}

@Suite struct CSVReaderTests {
    private func cells(_ text: String, _ delimiter: Character = ";") -> [[String]] {
        CSVReader.records(of: text, delimiter: delimiter.asciiValue!).map(\.cells)
    }

    @Test(
        arguments: [
            ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
            ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
            ("a;b\rc;d\r", [["a", "b"], ["c", "d"]]),
            ("a;\"b;c\";d", [["a", "b;c", "d"]]),
            ("a;\"b\r\nc\";d\r\ne", [["a", "b\nc", "d"], ["e"]]),
            ("a;\"zegt \"\"hoi\"\"\"", [["a", "zegt \"hoi\""]]),
            ("12\" buis;b", [["12\" buis", "b"]]),
            ("\"a\" b;c", [["a b", "c"]]),
            ("\"\";b", [["", "b"]]),
            (";;\n\n ; \n;x", [["", "x"]]),
            ("a;b;", [["a", "b", ""]]),
            ("a", [["a"]]),
            ("", []),
            ("\n\n", []),
            ("\"a", [["\"a"]]),
            ("x\n\"a;b\nc;d", [["x"], ["\"a", "b"], ["c", "d"]]),
        ] as [(String, [[String]])]
    )
    func `text becomes cells`(text: String, expected: [[String]]) {
        #expect(cells(text) == expected)
    }

    @Test func `a record knows the line on which it begins`() {
        let records = CSVReader.records(of: "a\n\n\"b\nb\"\r\nc", delimiter: 59)
        #expect(records.map(\.line) == [1, 3, 5])
    }

    @Test func `a quotation mark that never closes spoils one line only, and that line says so`() {
        let records = CSVReader.records(of: "a;b\n\"kapot;x\nc;d", delimiter: 59)
        #expect(records.map(\.flaw) == [nil, .unclosedQuote, nil])
    }

    @Test func `a cell of a megabyte keeps its beginning, and its line says so`() {
        let records = CSVReader.records(of: "a;\(String(repeating: "x", count: 1_000_000))\nc;d", delimiter: 59)
        #expect(records.map(\.flaw) == [.cellTooLong, nil])
        #expect(records[0].cells[1].count == 100)
    }

    @Test func `a line of ten thousand cells keeps those that can matter`() {
        let records = CSVReader.records(of: String(repeating: "x;", count: 10_000), delimiter: 59)
        #expect(records.map(\.flaw) == [.tooManyCells])
        #expect(records[0].cells.count == CSVReader.columnLimit)
    }

    @Test func `many quotation marks take no more than a moment`() {
        let text = "\"\n" + String(repeating: "\"\"\"\"\n", count: 50_000)
        #expect(CSVReader.records(of: text, delimiter: 59).count > 1000)
    }

    /// Whatever the bytes are, reading ends and invents nothing.
    @Test(arguments: 0..<200)
    func `noise is read without an accident`(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let alphabet: [UInt8] = Array("a;,\"\n\r\t='\u{e9}0|".utf8) + [0, 0xFF, 0xC3]
        let bytes = (0..<(next() % 400)).map { _ in alphabet[next() % alphabet.count] }
        let text = DecodedText(bytes).text
        let records = CSVReader.records(of: text, delimiter: 59)
        #expect(records.flatMap(\.cells).reduce(0) { $0 + $1.utf8.count } <= text.utf8.count)
        #expect(records.map(\.line) == records.map(\.line).sorted())
        _ = try? DelimitedFile(companies: bytes)
    }
}

@Suite struct CSVWriterTests {
    @Test(arguments: ["=1+1", "+31 6", "-x", "@som", "\tx", "\rx", "'=1", "''=1", "|cmd", "＝1"])
    func `what could be a formula is written so that it is none, and comes back as it was`(text: String) {
        let safe = CSVWriter.neutralised(text)
        #expect(safe.hasPrefix("'"))
        #expect(CSVWriter.restored(safe) == text)
    }

    @Test(arguments: ["'t Hof", "gewoon", "", "a=b", "12"])
    func `what cannot is left alone`(text: String) {
        #expect(CSVWriter.neutralised(text) == text)
        #expect(CSVWriter.restored(text) == text)
    }

    @Test func `what was written is read back the same`() {
        let cells = ["a;b", "zegt \"hoi\"", "twee\nregels", "=1", " ", "'t", "é€"]
        let read = CSVReader.records(of: CSVWriter.line(cells), delimiter: 59)[0].cells
        #expect(read.map(CSVWriter.restored) == cells)
    }
}
