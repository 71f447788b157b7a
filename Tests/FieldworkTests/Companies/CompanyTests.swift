import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Fieldwork

/// What can be said about a company without a database.
@Suite struct CompanyTests {
    private func company(_ fields: [CompanyForm.Field: String]) throws(InvalidCompany) -> Company {
        var form = CompanyForm()
        for (field, text) in fields { form[field] = text }
        return try Company(id: ID(UUID()), form: form, in: .sample, createdAt: .distantPast)
    }

    @Test func `everything that is wrong is reported at once`() {
        #expect(
            throws: InvalidCompany(issues: [
                .nameMissing, .kvkNumberInvalid, .branchNumberInvalid, .sbiCodeInvalid, .postcodeInvalid,
                .sectorUnknown, .municipalityUnknown, .sizeUnknown, .memberUnknown,
            ])
        ) {
            try company([
                .name: " ", .kvkNumber: "123", .branchNumber: "x", .sbiCode: "staal", .postcode: "0123 AB",
                .sector: "bakkers", .municipality: "GM9999", .size: "veel", .isMember: "misschien",
            ])
        }
        #expect(throws: InvalidCompany(issues: [.nameMissing, .placeMissing])) { try company([:]) }
        #expect(throws: InvalidCompany(issues: [.kvkNumberMissing])) {
            try company([.name: "A", .postcode: "2404 AB", .branchNumber: "000012345678"])
        }
    }

    @Test func `numbers are kept in one way of writing`() throws {
        let company = try company([
            .name: "  Draaierij Dubbel\u{7}Punt ", .kvkNumber: "12 34 56 78", .branchNumber: "0000.1234.5678",
            .sbiCode: "25.62", .postcode: "2404ab", .isMember: "Ja",
        ])
        #expect(company.name == "Draaierij Dubbel Punt")
        #expect(company.kvkNumber == "12345678")
        #expect(company.branchNumber == "000012345678")
        #expect(company.sbiCode == "2562")
        #expect(company.postcode == "2404 AB")
        #expect(company.isMember == true)
    }

    @Test func `municipality and sector are proposed, and what was chosen wins`() throws {
        let proposed = try company([.name: "A", .postcode: "2404 AB", .sbiCode: "25621"])
        #expect(proposed.municipality == "GM0484")
        #expect(proposed.sector == "verspanen")
        let chosen = try company([
            .name: "A", .postcode: "2404 AB", .sbiCode: "25621", .municipality: "GM0627", .sector: "maritiem",
        ])
        #expect(chosen.municipality == "GM0627")
        #expect(chosen.sector == "maritiem")
    }

    @Test(arguments: ["0404 AB", "2404 SS", "2404", "24044 AB", "2404 A1", "２４０４AB", "2404 ÀB"])
    func `a postcode that does not exist is refused`(postcode: String) {
        #expect(CompanyNotation.postcode(postcode) == nil)
    }

    @Test func `a name of a megabyte is refused, not kept`() {
        #expect(throws: InvalidCompany(issues: [.tooLong(.name, limit: 200)])) {
            try company([.name: String(repeating: "x", count: 1_000_000), .postcode: "2404 AB"])
        }
    }

    @Test func `names sort without regard to accents, case and signs`() {
        let names = ["zee", "Eén", "IJsland", "'t Hof", "een", "aardappel", "Çelik", "ijs", "Een twee", "Eenling"]
        let sorted = names.sorted { ($0.sortKey, $0) < ($1.sortKey, $1) }
        #expect(
            sorted == ["aardappel", "Çelik", "Eén", "een", "Een twee", "Eenling", "ijs", "IJsland", "'t Hof", "zee"]
        )
    }

    @Test func `the same name in other words is recognised`() {
        let key = Company.matchKey(name: "Smit & Zn. B.V.", postcode: "2404 AB")
        #expect(key == Company.matchKey(name: "SMIT & ZN BV", postcode: "2404 AB"))
        #expect(key == Company.matchKey(name: "Smit  &  Zn", postcode: "2404 AB"))
        #expect(key != Company.matchKey(name: "Smit & Zn", postcode: "2404 AC"))
    }

    @Test func `a contact person needs a name, and an address that can exist`() {
        #expect(throws: InvalidContact(issues: [.nameMissing, .emailInvalid, .phoneInvalid])) {
            try ContactPerson(id: ID(UUID()), form: ContactForm(name: " ", email: "a@b", phone: "bel maar"))
        }
        #expect(throws: Never.self) {
            try ContactPerson(id: ID(UUID()), form: ContactForm(name: "Noa", email: "n@a.example", phone: "+31 6 1234"))
        }
    }
}
