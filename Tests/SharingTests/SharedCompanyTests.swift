import Accountability
import Fieldwork
import Foundation
import Kernel
import Mail
import Registers
import Sharing
import TestSupport
import Testing

@testable import Programmes

/// A company is stored once, where it comes from; a register of another programme points there.
@Suite struct SharedCompanyTests {
    @Test(arguments: TestDatabase.available)
    func `a company that is shared is named, not copied`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        _ = try await desk.visits.visit("Vonk Constructie BV")
        let typed = try await desk.need("Vonk Constructie BV")
        #expect(try await desk.company(at: typed) == .company(name: "Vonk Constructie BV", number: nil))
        try await desk.agree("metaalbedrijven")
        let id = try await desk.need("vonk constructie bv")
        #expect(
            try await desk.company(at: id) == .company(name: "Vonk Constructie BV", number: nil, source: .metaal)
        )
        #expect(try await desk.company(at: id, as: GroeneHart.woerden) == nil, "who does not keep it sees no companies")
        try await rename("Vonk Constructie BV", to: "Vonk en Zonen BV", desk)
        #expect(try await desk.company(at: id) == .company(name: "Vonk en Zonen BV", number: nil, source: .metaal))
        let list = try await desk.registers.list(RegisterQuery(), of: "behoeften", in: desk.plan, as: GroeneHart.alphen)
        #expect(list.items.contains { $0.values["bedrijf"]?.hasPrefix("Vonk en Zonen BV") ?? false })
    }

    @Test(arguments: TestDatabase.available)
    func `a keeper finds an item by the name of a company that is kept elsewhere, as long as it is shared`(
        kind: TestDatabase
    ) async throws {
        let desk = try await SharingDesk(kind)
        _ = try await add("Draaierij De Spaan", number: "12345678", desk)
        _ = try await add("Vonk Constructie BV", number: nil, desk)
        try await desk.agree("metaalbedrijven")
        let id = try await desk.need("Draaierij De Spaan", "12345678")
        func found(_ search: String, as principal: Principal = GroeneHart.alphen) async throws -> [RegisterItem.ID] {
            var query = RegisterQuery()
            query.search = search
            let list = try await desk.registers.list(query, of: "behoeften", in: desk.plan, as: principal)
            var file: [RegisterItem.ID] = []
            try await desk.registers.each(query, of: "behoeften", in: desk.plan, as: principal) { file += $0.map(\.id) }
            #expect(file == list.items.map(\.id), "a file has what the list has")
            return list.items.map(\.id)
        }
        for search in ["spaan", "draai spa", "12345"] { #expect(try await found(search) == [id], "\(search)") }
        for search in ["vonk", "spaan vonk"] { #expect(try await found(search) == [], "\(search)") }
        #expect(try await found("spaan", as: GroeneHart.woerden) == [], "who does not keep it sees no companies")
        try await rename("Draaierij De Spaan", to: "Freeswerk BV", desk)
        #expect(try await found("spaan") == [])
        #expect(try await found("frees") == [id])
        try await desk.say(false, .plan, about: "metaalbedrijven", why: "Even niet")
        #expect(try await found("frees") == [])
    }

    @Test(arguments: TestDatabase.available)
    func `the number finds it, whatever the name, and a name that two have finds nothing`(
        kind: TestDatabase
    ) async throws {
        let desk = try await SharingDesk(kind)
        let company = try await add("Draaierij De Spaan", number: "12345678", desk)
        _ = try await add("Dubbel BV", number: nil, desk)
        _ = try await add("Dubbel BV", number: nil, postcode: "2401 AB", desk)
        try await desk.agree("metaalbedrijven")
        let id = try await desk.need("De Spaan", "1234 5678")
        #expect(
            try await desk.company(at: id) == .company(name: "Draaierij De Spaan", number: "12345678", source: .metaal)
        )
        let unsure = try await desk.need("Dubbel BV")
        #expect(try await desk.company(at: unsure) == .company(name: "Dubbel BV", number: nil))
        let stranger = try await desk.need("Draaierij De Spaan", "87654321")
        #expect(try await desk.company(at: stranger) == .company(name: "Draaierij De Spaan", number: "87654321"))
        let suggested = try await desk.registers.suggestions(of: "behoeften", in: desk.plan, as: GroeneHart.alphen)
        #expect(suggested.map(\.name) == ["Draaierij De Spaan", "Dubbel BV", "Dubbel BV"])
        #expect(suggested[0].reference.company.uuid == company.uuid)
        await #expect(throws: RegisterProblem.notKeeper) {
            _ = try await desk.registers.suggestions(of: "behoeften", in: desk.plan, as: GroeneHart.woerden)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what is not shared any more, or erased, has no name, and saving keeps where it points`(
        kind: TestDatabase
    ) async throws {
        let desk = try await SharingDesk(kind)
        let company = try await add("Draaierij De Spaan", number: "12345678", desk)
        try await desk.agree("metaalbedrijven")
        let id = try await desk.need("Draaierij De Spaan", "12345678")
        try await desk.say(false, .plan, about: "metaalbedrijven", why: "Even niet")
        let lost = RegisterValue.company(name: "", number: nil, source: .metaal)
        #expect(try await desk.company(at: id) == lost)
        _ = try await desk.need("", id: id, basis: 1)
        #expect(try await desk.company(at: id) == lost)
        let file = Array("behoefte;soort;bedrijf;gehoord;nummer\nGeld voor een machine;regels;;2026-02-01;1\n".utf8)
        let read = try await desk.registers.importFile(
            file,
            leavingOutWrong: false,
            of: "behoeften",
            in: desk.plan,
            as: GroeneHart.alphen
        )
        #expect(read.changed == 1)
        #expect(try await desk.company(at: id) == lost, "an empty cell of a file leaves what cannot be seen")
        try await desk.say(true, .plan, about: "metaalbedrijven")
        let found = RegisterValue.company(name: "Draaierij De Spaan", number: "12345678", source: .metaal)
        #expect(try await desk.company(at: id) == found)
        _ = try await desk.need("", id: id, basis: 3)
        #expect(try await desk.company(at: id) == nil, "an empty field takes away what could be seen")
        _ = try await desk.need("Draaierij De Spaan", id: id, basis: 4)
        #expect(try await desk.company(at: id) == found)
        try await CompanyErasures(
            database: desk.visits.database,
            world: desk.visits.world,
            programmes: desk.visits.programmes
        ).erase(
            company,
            confirmation: "Draaierij De Spaan",
            in: .metaal,
            as: .projectLeader,
            writing: { _ in MailContent(title: "", plain: "", html: "") }
        )
        #expect(try await desk.company(at: id) == lost)
        let record = try await desk.registers.open(id, of: "behoeften", in: desk.plan, as: GroeneHart.alphen)
        #expect(!record.revisions.contains { $0.values.values.contains { $0.contains("Spaan") } })
    }

    @Test(arguments: TestDatabase.available)
    func `a file names a shared company as well, and the same file twice changes nothing`(
        kind: TestDatabase
    ) async throws {
        let desk = try await SharingDesk(kind)
        _ = try await add("Draaierij De Spaan", number: "12345678", desk)
        try await desk.agree("metaalbedrijven")
        let file = Array("behoefte;soort;bedrijf;gehoord\nGeld;geld;Draaierij De Spaan (12345678);2026-02-01\n".utf8)
        func read() async throws -> RegisterImport {
            try await desk.registers.importFile(
                file,
                leavingOutWrong: false,
                of: "behoeften",
                in: desk.plan,
                as: GroeneHart.alphen
            )
        }
        #expect(try await read().new == 1)
        #expect(try await read().same == 1)
        let item = try #require(
            try await desk.registers.list(RegisterQuery(), of: "behoeften", in: desk.plan, as: GroeneHart.alphen).items
                .first
        )
        #expect(item.values["bedrijf"] == "Draaierij De Spaan\n12345678\nmkb-deal-metaal")
        let other = Array("behoefte;soort;gehoord;nummer\nGeld;regels;2026-02-01;1\n".utf8)
        let changed = try await desk.registers.importFile(
            other,
            leavingOutWrong: false,
            of: "behoeften",
            in: desk.plan,
            as: GroeneHart.alphen
        )
        #expect(changed.changed == 1)
        #expect(try await desk.company(at: item.id) != nil, "a file without the column leaves the company")
    }

    @Test(arguments: TestDatabase.available)
    func `nobody sees the conversations of the other programme by it`(kind: TestDatabase) async throws {
        let desk = try await SharingDesk(kind)
        let talk = try await desk.visits.visit("Vonk Constructie BV")
        for code: ShareCode in ["bedrijfsbezoeken", "metaalbedrijven"] { try await desk.agree(code) }
        await #expect(throws: AccessProblem.forbidden(.readConversations)) {
            _ = try await desk.visits.conversations.record(talk, in: .metaal, as: GroeneHart.leader)
        }
        let companies = Companies(database: desk.visits.database, world: desk.visits.world)
        await #expect(throws: AccessProblem.forbidden(.readCompanies)) {
            _ = try await companies.list(CompanyQuery(), in: desk.metal, as: GroeneHart.leader)
        }
    }

    private func add(
        _ name: String,
        number: String?,
        postcode: String = "2741 AB",
        _ desk: SharingDesk
    ) async throws -> Company.ID {
        var form = CompanyForm()
        form[.name] = name
        form[.postcode] = postcode
        form[.kvkNumber] = number ?? ""
        let id = Company.ID(UUID())
        try await Companies(database: desk.visits.database, world: desk.visits.world)
            .register(id, form, in: desk.metal, as: .interviewer)
        return id
    }

    private func rename(_ name: String, to other: String, _ desk: SharingDesk) async throws {
        let companies = Companies(database: desk.visits.database, world: desk.visits.world)
        let page = try await companies.list(CompanyQuery(), in: desk.metal, as: .projectLeader)
        let row = try #require(page.rows.first { $0.name == name })
        var form = CompanyForm(try await companies.find(row.id, in: .metaal, as: .projectLeader))
        form[.name] = other
        try await companies.change(row.id, form, in: desk.metal, as: .projectLeader)
    }
}
