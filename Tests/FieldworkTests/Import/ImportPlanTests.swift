import Foundation
import Kernel
import Programmes
import Spreadsheet
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct ImportPlanTests {
    /// The results of a file against companies that are there, most of them given by the file itself.
    private func results(_ text: String, knowing: [Company] = [], contacts: Set<String> = []) throws -> [ImportResult] {
        let file = try DelimitedFile(companies: Array(text.utf8))
        var plan = ImportPlan(
            programme: .sample,
            columns: ImportField.guess(file.headers),
            headerCount: file.headers.count,
            source: "lijst.csv",
            now: .distantPast,
            makeID: { UUID() }
        )
        for company in knowing { plan.know(ImportCandidate(company: company, contactNames: contacts)) }
        return file.records.enumerated().map { plan.result(of: plan.draft($0.element, position: $0.offset)) }
    }

    private func known(_ name: String, kvk: String? = nil, branch: String? = nil, postcode: String = "2404 AB")
        -> Company
    {
        Company(
            id: ID(UUID()),
            name: name,
            kvkNumber: kvk,
            branchNumber: branch,
            postcode: postcode,
            municipality: "GM0484",
            source: "register",
            createdAt: .distantPast
        )
    }

    @Test func `a line is read forgivingly`() throws {
        let results = try results(
            """
            Bedrijfsnaam;KvK;Vestigingsnummer;SBI;Straat;Huisnummer;Toev;Postcode;Gemeente;FTE;Lid;Voornaam;Achternaam;E-mail
            "='x";KvK 1234567;12345678;25.62 Verspanen;Dorpsstraat;1;a;2404ab  Alphen;gemeente Den Haag;7,5;x;Noa;Smit;n@s.example
            """
        )
        let company = try #require(results[0].company)
        #expect(results[0].outcome == .new)
        #expect(company.name == "='x")
        #expect(company.kvkNumber == "01234567")
        #expect(company.branchNumber == "000012345678")
        #expect(company.sbiCode == "2562")
        #expect(company.sector == "verspanen")
        #expect(company.street == "Dorpsstraat 1 a")
        #expect(company.postcode == "2404 AB")
        #expect(company.city == "Alphen")
        #expect(company.municipality == "GM0518")
        #expect(company.size == .from2To9)
        #expect(company.isMember == true)
        #expect(company.source == "lijst.csv")
        #expect(results[0].contact?.name == "Noa Smit")
    }

    @Test func `every wrong line says why, at which field`() throws {
        let results = try results(
            """
            naam;kvk;postcode;sector;fte;e-mail
            ;1;2404 AB;;;
            A;1,23457E+07;2404 AB;;;
            B;123;24;bakkers;veel;geen
            C;;;;;
            D;;2404 AB;;;;;te veel
            \u{FFFD}E;;2404 AB;;;
            "F;;2404 AB;;;
            """
        )
        #expect(results.allSatisfy { $0.outcome == .wrong && $0.company == nil })
        #expect(results.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
        #expect(
            results.map { $0.issues.map(\.kind) } == [
                [.nameMissing, .kvkNumberInvalid], [.digitsLost],
                [.kvkNumberInvalid, .postcodeInvalid, .sectorUnknown, .sizeUnknown, .emailInvalid], [.placeMissing],
                [.tooManyCells], [.unreadable], [.unclosedQuote],
            ]
        )
        #expect(results[2].issues[0] == ImportIssue(.kvkNumberInvalid, .kvkNumber, "123"))
    }

    @Test func `a company is recognised by its number, else by name and postcode`() throws {
        let (numbered, plain) = (known("Oud", kvk: "11111111"), known("Smit BV"))
        let found = try results(
            "naam;kvk;postcode;plaats\nNieuw;11111111;2404 AB;\nSMIT b.v.;22222222;2404AB;Boskoop\nSmit BV;;2404 AC;",
            knowing: [numbered, plain]
        )
        #expect(found.map(\.outcome) == [.changed, .changed, .new])
        #expect(found[0].company?.id == numbered.id)
        #expect(found[0].changes == [.init(field: .name, old: "Oud", new: "Nieuw")])
        #expect(found[1].company?.id == plain.id)
        #expect(found[1].changes.map(\.field) == [.name, .kvkNumber, .city])
    }

    @Test func `what the file does not say stays as it was`() throws {
        var company = known("Smit", kvk: "11111111")
        company.city = "Alphen"
        company.isMember = true
        let found = try results("naam;kvk;postcode;plaats;lid\nSmit;11111111;2404AB;;", knowing: [company])
        #expect(found.map(\.outcome) == [.same])
        #expect(found[0].company == company)
    }

    @Test func `a name is no match for who has another number`() throws {
        let found = try results("naam;kvk;postcode\nSmit;22222222;2404AB", knowing: [known("Smit", kvk: "11111111")])
        #expect(found.map(\.outcome) == [.new])
    }

    @Test func `which of several is meant is not guessed`() throws {
        let branches = [
            known("Smit", kvk: "11111111", branch: "000000000001"),
            known("Smit Noord", kvk: "11111111", branch: "000000000002", postcode: "2741 AB"),
        ]
        let found = try results(
            "naam;kvk;vestigingsnummer;postcode\nAnders;11111111;;2511 AB\nSmit Noord;11111111;;2741 AB\nX;11111111;2;2511AB",
            knowing: branches
        )
        #expect(found.map(\.outcome) == [.wrong, .same, .wrong])
        #expect(found[0].issues.map(\.kind) == [.severalBranches])
        let twins = try results("naam;postcode\nSmit;2404 AB", knowing: [known("Smit"), known("Smit")])
        #expect(twins[0].issues.map(\.kind) == [.severalAlike])
    }

    @Test func `a company twice in one file is one company, with both its people, or a wrong line`() throws {
        let found = try results(
            """
            naam;kvk;postcode;contactpersoon
            Smit;11111111;2404 AB;Noa
            Smit;11111111;2404 AB;Sem
            Smit;11111111;2404 AB;Noa
            Smit;11111111;2404 AC;Noa
            """
        )
        #expect(found.map(\.outcome) == [.new, .changed, .same, .wrong])
        #expect(Set(found.prefix(3).map { $0.company?.id }).count == 1)
        #expect(found[1].contact?.name == "Sem")
        #expect(found[3].issues.map(\.kind) == [.differsFromLine])
    }

    @Test func `an address without a name belongs to the company, and comes in once`() throws {
        let text = "naam;postcode;e-mail\nSmit;2404 AB;info@smit.example"
        #expect(try results(text)[0].contact?.name == "Algemeen")
        #expect(try results(text, knowing: [known("Smit")], contacts: ["algemeen"]).map(\.outcome) == [.same])
    }

    @Test func `a new postcode may mean a new municipality`() throws {
        let found = try results("naam;kvk;postcode\nSmit;11111111;2741 AB", knowing: [known("Smit", kvk: "11111111")])
        #expect(found[0].company?.municipality == "GM0627")
    }
}
