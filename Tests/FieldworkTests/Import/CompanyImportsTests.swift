import Audit
import Foundation
import Kernel
import Programmes
import Spreadsheet
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct CompanyImportsTests {
    private static let list = """
        Bedrijfsnaam;KvK;Postcode;Contactpersoon
        Smit;11111111;2404 AB;Noa
        Jansen;;2741 AB;
        Kapot;123;2741 AB;
        """

    private func checked(
        _ imports: CompanyImports,
        _ text: String,
        in programme: Programme = .sample
    ) async throws -> CompanyImport {
        let id = CompanyImport.ID(UUID())
        let leader = Principal.projectLeader
        let started = try await imports.start(
            id,
            fileName: "lijst.csv",
            bytes: Array(text.utf8),
            in: programme.id,
            as: leader
        )
        let choices = started.headers.indices.map { column in started.columns.first { $0.value == column }?.key }
        var item = try await imports.choose(choices, of: id, in: programme.id, as: leader)
        while item.state == .checking { item = try await imports.check(id, in: programme, as: leader) }
        return item
    }

    @Test(arguments: TestDatabase.available)
    func `the good lines come in at once, the wrong ones only if left out knowingly`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let imports = CompanyImports(database: database, world: .live)
        let companies = Companies(database: database, world: .live)
        let item = try await checked(imports, Self.list)
        #expect(item.counts == .init(new: 2, changed: 0, same: 0, wrong: 1))
        #expect(try await companies.list(.init(), in: .sample, as: .interviewer).total == 0)
        await #expect(throws: CompanyImportProblem.hasWrongLines) {
            try await imports.apply(item.id, leavingOutWrong: false, in: .metaal, as: .projectLeader)
        }
        let wrong = try await imports.wrongLines(of: item.id, in: .metaal, as: .projectLeader)
        #expect(wrong.lines.map(\.record.line) == [4])
        let done = try await imports.apply(item.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
        #expect(done.state == .applied)
        // A double click.
        try await imports.apply(item.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
        let list = try await companies.list(.init(), in: .sample, as: .interviewer)
        #expect(list.rows.map(\.name) == ["Jansen", "Smit"])
        let contacts = ContactPersons(database: database, world: .live)
        #expect(try await contacts.all(of: list.rows[1].id, in: .metaal, as: .interviewer).map(\.name) == ["Noa"])
        #expect(
            try await companies.history(of: list.rows[1].id, in: .metaal, as: .interviewer).map(\.kind) == [.imported]
        )
        let trail = try await database.read { db in try db.audit.latest(9, in: .metaal) }
        #expect(trail.map(\.verb) == [.importCompanies])
        let left = try await database.read { db in
            try db.imports(in: .metaal).lines(of: item.id, from: 0, count: 9).count
        }
        #expect(left == 0)
    }

    @Test(arguments: TestDatabase.available)
    func `the same file twice changes nothing, and another one shows its changes`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let imports = CompanyImports(database: database, world: .live)
        let first = try await checked(imports, Self.list)
        try await imports.apply(first.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
        let second = try await checked(imports, Self.list)
        #expect(second.counts == .init(new: 0, changed: 0, same: 2, wrong: 1))
        await #expect(throws: CompanyImportProblem.nothingToDo) {
            try await imports.apply(second.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
        }
        let third = try await checked(imports, "naam;kvk;postcode;contactpersoon\nSmit & Co;11111111;2404 AB;Sem")
        #expect(third.counts == .init(new: 0, changed: 1, same: 0, wrong: 0))
        let shown = try await imports.results(.changed, of: third.id, in: .metaal, as: .projectLeader)
        #expect(shown[0].changes == [.init(field: .name, old: "Smit", new: "Smit & Co")])
        try await imports.apply(third.id, leavingOutWrong: false, in: .metaal, as: .projectLeader)
        let companies = Companies(database: database, world: .live)
        var query = CompanyQuery()
        query.search = "smit co"
        let row = try #require(try await companies.list(query, in: .sample, as: .interviewer).rows.first)
        let company = try await companies.find(row.id, in: .metaal, as: .interviewer)
        #expect(company.version == 2)
        #expect(
            try await companies.history(of: row.id, in: .metaal, as: .interviewer).map(\.kind)
                == [.changedByImport, .imported]
        )
    }

    @Test(arguments: TestDatabase.available)
    func `what changed after the preview is looked at again before anything is written`(kind: TestDatabase) async throws
    {
        let database = try await kind.make()
        let imports = CompanyImports(database: database, world: .live)
        let item = try await checked(imports, Self.list)
        var form = CompanyForm()
        form[.name] = "Smit"
        form[.kvkNumber] = "11111111"
        form[.postcode] = "2404 AB"
        try await Companies(database: database, world: .live).register(ID(UUID()), form, in: .sample, as: .interviewer)
        await #expect(throws: CompanyImportProblem.changedMeanwhile) {
            try await imports.apply(item.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
        }
        let again = try await imports.check(item.id, in: .sample, as: .projectLeader)
        #expect(again.counts == .init(new: 1, changed: 1, same: 0, wrong: 1))
        try await imports.apply(item.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
    }

    @Test(arguments: TestDatabase.available)
    func `five thousand lines come in step by step, across steps as within`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let imports = CompanyImports(database: database, world: .live)
        var text = "Bedrijfsnaam,KvK-nummer,Postcode,Lid\r\n"
        for number in 0..<5000 { text += "Verzonnen \(number),\(10_000_000 + number),2404 AB,ja\r\n" }
        // Of the first step, in the last.
        text += "Verzonnen 3,10000003,2404 AB,ja\r\nVerzonnen 4,10000004,2404 AB,nee\r\n"
        let item = try await checked(imports, text)
        #expect(item.counts == .init(new: 5000, changed: 0, same: 1, wrong: 1))
        #expect(item.checkedCount == 5002)
        try await imports.apply(item.id, leavingOutWrong: true, in: .metaal, as: .projectLeader)
        let list = try await Companies(database: database, world: .live).list(.init(), in: .sample, as: .interviewer)
        #expect((list.total, list.pageCount) == (5000, 100))
    }

    @Test(arguments: TestDatabase.available)
    func `a company that an early line renames is not changed again by its old name`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let imports = CompanyImports(database: database, world: .live)
        let first = try await checked(imports, "naam;kvk;postcode\nOud;11111111;2404 AB")
        try await imports.apply(first.id, leavingOutWrong: false, in: .metaal, as: .projectLeader)
        var text = "naam;kvk;postcode;plaats\nNieuw;11111111;2404 AB;Gouda\n"
        for number in 0..<600 { text += "Verzonnen \(number);;2404 AB;\n" }
        text += "Oud;;2404 AB;Boskoop\n"
        let second = try await checked(imports, text)
        #expect(second.counts == .init(new: 601, changed: 1, same: 0, wrong: 0))
        try await imports.apply(second.id, leavingOutWrong: false, in: .metaal, as: .projectLeader)
    }

    @Test(arguments: TestDatabase.available)
    func `an import belongs to its programme and to who may import`(kind: TestDatabase) async throws {
        let imports = CompanyImports(database: try await kind.make(), world: .live)
        let item = try await checked(imports, Self.list)
        for principal in [Principal.interviewer, .outsider, .coach] {
            await #expect(throws: AccessProblem.self) { try await imports.find(item.id, in: .metaal, as: principal) }
            await #expect(throws: AccessProblem.self) {
                try await imports.apply(item.id, leavingOutWrong: true, in: .metaal, as: principal)
            }
        }
        await #expect(throws: CompanyImportProblem.notFound) {
            try await imports.find(item.id, in: .elders, as: .outsider)
        }
        await #expect(throws: CompanyImportProblem.notFound) {
            try await imports.results(.wrong, of: item.id, in: .elders, as: .outsider)
        }
        try await imports.stop(item.id, in: .elders, as: .outsider)
        #expect(try await imports.find(item.id, in: .metaal, as: .projectLeader).counts == item.counts)
        try await imports.stop(item.id, in: .metaal, as: .projectLeader)
        await #expect(throws: CompanyImportProblem.notFound) {
            try await imports.find(item.id, in: .metaal, as: .projectLeader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `an upload is gone after a day`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let item = try await checked(CompanyImports(database: database, world: .fixed()), Self.list)
        let later = CompanyImports(database: database, world: .fixed(at: Date(timeIntervalSince1970: 1_900_000_000)))
        await #expect(throws: CompanyImportProblem.notFound) {
            try await later.find(item.id, in: .metaal, as: .projectLeader)
        }
        #expect(try await later.recent(in: .metaal, as: .projectLeader).isEmpty)
        #expect(try await later.removeOld() == 1)
    }

    @Test func `columns must say which company and where`() {
        #expect(throws: InvalidColumns(issues: [.chosenTwice(.city), .nameNotChosen])) {
            try InvalidColumns.columns([.city, nil, .city])
        }
        #expect(throws: InvalidColumns(issues: [.nameNotChosen, .placeNotChosen])) { try InvalidColumns.columns([nil]) }
    }
}
