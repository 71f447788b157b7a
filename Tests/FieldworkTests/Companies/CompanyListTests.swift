import Foundation
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct CompanyListTests {
    private static let names = ["Eén BV", "Zeeman", "aardappel 100% staal", "Çelik_Metaal", "IJzerhuis"]

    private func filled(_ kind: TestDatabase) async throws -> Companies {
        let companies = Companies(database: try await kind.make(), world: .fixed())
        for (index, name) in Self.names.enumerated() {
            var form = CompanyForm()
            form[.name] = name
            form[.postcode] = ["2404 AB", "2741 AB", "2511 AB", "2404 ZZ", "9999 ZZ"][index]
            form[.sector] = ["verspanen", "maritiem", "", "plaat-constructie", "verspanen"][index]
            form[.size] = ["100+", "2-9", "1", "", "10-19"][index]
            form[.isMember] = ["ja", "nee", "", "ja", "nee"][index]
            try await companies.register(ID(UUID()), form, in: .sample, as: .interviewer)
        }
        return companies
    }

    private func names(_ companies: Companies, _ adjust: (inout CompanyQuery) -> Void) async throws -> [String] {
        var query = CompanyQuery()
        adjust(&query)
        return try await companies.list(query, in: .sample, as: .interviewer).rows.map(\.name)
    }

    @Test(arguments: TestDatabase.available)
    func `parts of words are found in any order, without accents, and signs mean nothing`(kind: TestDatabase)
        async throws
    {
        let companies = try await filled(kind)
        #expect(try await names(companies) { $0.search = "ELIK met" } == ["Çelik_Metaal"])
        #expect(try await names(companies) { $0.search = "waddinx zee" } == ["Zeeman"])
        #expect(try await names(companies) { $0.search = "een bv" } == ["Eén BV"])
        #expect(try await names(companies) { $0.search = "100%" } == ["aardappel 100% staal"])
        #expect(try await names(companies) { $0.search = "%" } == ["aardappel 100% staal"])
        #expect(try await names(companies) { $0.search = "_" } == ["Çelik_Metaal"])
        #expect(try await names(companies) { $0.search = "'; DROP TABLE company" } == [])
        #expect(try await names(companies) { $0.search = "!" } == [])
    }

    @Test(arguments: TestDatabase.available)
    func `every column sorts both ways, and what is unknown comes last`(kind: TestDatabase) async throws {
        let companies = try await filled(kind)
        let byName = ["aardappel 100% staal", "Çelik_Metaal", "Eén BV", "IJzerhuis", "Zeeman"]
        #expect(try await names(companies) { _ in } == byName)
        #expect(try await names(companies) { $0.isDescending = true } == byName.reversed())
        #expect(
            try await names(companies) { $0.sort = .municipality }
                == ["Çelik_Metaal", "Eén BV", "aardappel 100% staal", "Zeeman", "IJzerhuis"]
        )
        #expect(try await names(companies) { $0.sort = .size }.first == "aardappel 100% staal")
        #expect(try await names(companies) { ($0.sort, $0.isDescending) = (.size, true) }.first == "Eén BV")
        #expect(try await names(companies) { ($0.sort, $0.isDescending) = (.size, true) }.last == "Çelik_Metaal")
        #expect(try await names(companies) { $0.sort = .sector }.first == "Eén BV")
        #expect(try await names(companies) { $0.sort = .member }.prefix(2) == ["Çelik_Metaal", "Eén BV"])
    }

    @Test(arguments: TestDatabase.available)
    func `filters narrow the list and the counts say by how much`(kind: TestDatabase) async throws {
        let companies = try await filled(kind)
        #expect(try await names(companies) { $0.municipality = "GM0484" } == ["Çelik_Metaal", "Eén BV"])
        #expect(try await names(companies) { $0.area = "midden-holland" } == ["Zeeman"])
        #expect(try await names(companies) { $0.area = "PV28" }.count == 4)
        #expect(try await names(companies) { $0.isDeal = true } == ["Çelik_Metaal", "Eén BV", "Zeeman"])
        #expect(try await names(companies) { $0.isDeal = false } == ["aardappel 100% staal", "IJzerhuis"])
        #expect(try await names(companies) { $0.sector = "verspanen" } == ["Eén BV", "IJzerhuis"])
        #expect(try await names(companies) { $0.size = .from2To9 } == ["Zeeman"])
        #expect(try await names(companies) { $0.isMember = false } == ["IJzerhuis", "Zeeman"])
        var query = CompanyQuery()
        query.isMember = true
        let list = try await companies.list(query, in: .sample, as: .interviewer)
        #expect((list.found, list.total) == (2, 5))
    }

    @Test(arguments: TestDatabase.available)
    func `pages follow each other without overlap, and a page too far is the last`(kind: TestDatabase) async throws {
        let companies = try await filled(kind)
        var seen: [String] = []
        for page in 1...3 {
            seen += try await names(companies) { ($0.page, $0.pageSize) = (page, 2) }
        }
        #expect(seen == ["aardappel 100% staal", "Çelik_Metaal", "Eén BV", "IJzerhuis", "Zeeman"])
        #expect(try await names(companies) { ($0.page, $0.pageSize) = (99, 2) } == ["Zeeman"])
        #expect(try await names(companies) { ($0.page, $0.pageSize) = (-1, 2) }.count == 2)
    }
}
