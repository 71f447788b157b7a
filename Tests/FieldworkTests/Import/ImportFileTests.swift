import Foundation
import Programmes
import Spreadsheet
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct ImportFileTests {
    @Test(arguments: [
        ("Bedrijfsnaam;KvK-nummer;Postcode\nSmit, Zn;1;2", ";"),
        ("Bedrijfsnaam,KvK-nummer,Postcode\n\"Smit; Zn\",1,2", ","),
        ("Bedrijfsnaam\tKvK-nummer\tPostcode\nSmit, Zn; x\t1\t2", "\t"),
        ("sep=|\r\nBedrijfsnaam|KvK|Postcode\r\nSmit|1|2", "|"),
        ("x,y,z\n1,2,3\n4,5,6", ","),
        ("naam\nSmit\nJansen, Zn", ";"),
    ])
    func `the separator is guessed`(text: String, delimiter: Character) throws {
        let file = try DelimitedFile(companies: Array(text.utf8))
        #expect(file.delimiter == delimiter.asciiValue)
        #expect(file.records[0].cells[0].hasPrefix(text.hasPrefix("x") ? "1" : "Smit"))
    }

    @Test func `titles above the headers and empty columns at the end are passed over`() throws {
        let file = try DelimitedFile(
            companies: Array("Ledenlijst 2025;;;\n\nBedrijfsnaam;Plaats;;\nSmit;Gouda;;\n".utf8)
        )
        #expect(file.headers == ["Bedrijfsnaam", "Plaats"])
        #expect(file.records.map(\.line) == [4])
    }

    /// A file that cannot be read, by a name: its bytes would fill the log.
    struct Unreadable: CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let problem: ImportFileProblem

        var testDescription: String { name }

        static let all = [
            Self(name: "nothing", bytes: [], problem: .empty),
            Self(name: "headers only", bytes: Array("naam;plaats\n".utf8), problem: .empty),
            Self(name: "zeros", bytes: [0, 0, 0], problem: .empty),
            Self(name: "a workbook", bytes: [0x50, 0x4B, 0x03, 0x04, 1], problem: .spreadsheet),
            Self(name: "a PDF", bytes: Array("%PDF-1.7".utf8), problem: .spreadsheet),
            Self(
                name: "a byte too many",
                bytes: Array(repeating: 65, count: DelimitedFile.byteLimit + 1),
                problem: .tooLarge
            ),
            Self(
                name: "a line too many",
                bytes: Array("naam\n".utf8) + Array(String(repeating: "x\n", count: 50_001).utf8),
                problem: .tooManyLines
            ),
        ]
    }

    @Test(arguments: Unreadable.all)
    func `what is no list, or too much of one, is refused with a reason`(file: Unreadable) {
        #expect(throws: file.problem) { try DelimitedFile(companies: file.bytes) }
    }

    @Test func `headers are recognised in Dutch and English, however they are written`() {
        #expect(
            ImportField.guess(["Bedrijfsnaam", "KvK-nr.", "E-mail adres", "Lid Metaalunie?", "Aantal FTE", "Postcode"])
                == [.name: 0, .kvkNumber: 1, .contactEmail: 2, .isMember: 3, .size: 4, .postcode: 5]
        )
        #expect(
            ImportField.guess(["Company name", "Chamber of Commerce", "Postal code", "City", "Municipality", "Phone"])
                == [.name: 0, .kvkNumber: 1, .postcode: 2, .city: 3, .municipality: 4, .contactPhone: 5]
        )
        #expect(
            ImportField.guess(["KvK-nummer (8 cijfers)", "Postcode bezoekadres (1)"]) == [.kvkNumber: 0, .postcode: 1]
        )
        #expect(ImportField.guess(["", "x", "naam", "naam"]) == [.name: 2])
    }

    @Test(arguments: [
        ("12", SizeClass.from10To19), ("7,5 fte", .from2To9), ("1", .one), ("0", .one), ("2 t/m 9", .from2To9),
        ("10-19", .from10To19), ("100 of meer", .from100), (">100", .from100), ("1.250", .from100), ("< 10", .from2To9),
        ("50 tot 100 werkzame personen", .from50To99), ("19,5", .from20To49),
    ])
    func `sizes are read as people write them`(text: String, size: SizeClass) {
        #expect(ImportNotation().size(text) == size)
    }

    @Test(arguments: ["veel", "2-sep", "okt-19", "9-2-2026", ""])
    func `a size that a spreadsheet took for a day is not guessed at`(text: String) {
        #expect(ImportNotation().size(text) == nil)
    }
}
