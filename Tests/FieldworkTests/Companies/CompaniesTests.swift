import Audit
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct CompaniesTests {
    private func form(_ name: String, _ fields: [CompanyForm.Field: String] = [:]) -> CompanyForm {
        var form = CompanyForm()
        form[.name] = name
        form[.postcode] = "2404 AB"
        for (field, text) in fields { form[field] = text }
        return form
    }

    private func id() -> Company.ID { ID(UUID()) }

    @Test(arguments: TestDatabase.available)
    func `what was registered can be found, once, with one line in the trail`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let companies = Companies(database: database, world: .fixed())
        let id = id()
        let form = form("Stichting d'Oude \"Kerk\" <b>", [.kvkNumber: "12345678", .isMember: "nee", .size: "2-9"])
        let registered = try await companies.register(id, form, in: .sample, as: .interviewer)
        #expect(try await companies.register(id, form, in: .sample, as: .interviewer) == registered)
        #expect(try await companies.find(id, in: .metaal, as: .interviewer) == registered)
        let trail = try await database.read { db in try db.audit.latest(9, in: .metaal) }
        #expect(trail.map(\.action) == ["company.registered"])
    }

    @Test(arguments: TestDatabase.available)
    func `one establishment is registered once`(kind: TestDatabase) async throws {
        let companies = Companies(database: try await kind.make(), world: .fixed())
        let first = id()
        try await companies.register(first, form("Eerst", [.kvkNumber: "12345678"]), in: .sample, as: .interviewer)
        await #expect(throws: InvalidCompany(issues: [.numberTaken(first, name: "Eerst")])) {
            try await companies.register(id(), form("Twee", [.kvkNumber: "12345678"]), in: .sample, as: .interviewer)
        }
        let branch = form("Twee", [.kvkNumber: "12345678", .branchNumber: "000000000001"])
        try await companies.register(id(), branch, in: .sample, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `what looks the same has to be confirmed`(kind: TestDatabase) async throws {
        let companies = Companies(database: try await kind.make(), world: .fixed())
        let first = id()
        try await companies.register(first, form("Smit B.V."), in: .sample, as: .interviewer)
        var again = form("SMIT bv")
        await #expect(throws: InvalidCompany(issues: [.looksLike(first, name: "Smit B.V.")])) {
            try await companies.register(id(), again, in: .sample, as: .interviewer)
        }
        again.isOther = true
        try await companies.register(id(), again, in: .sample, as: .interviewer)
    }

    @Test(arguments: TestDatabase.available)
    func `who was second to change hears what it became, and overwrites nothing`(kind: TestDatabase) async throws {
        let companies = Companies(database: try await kind.make(), world: .fixed())
        let id = id()
        let company = try await companies.register(id, form("Smit"), in: .sample, as: .interviewer)
        var mine = CompanyForm(company)
        var theirs = CompanyForm(company)
        theirs[.city] = "Boskoop"
        mine[.city] = "Alphen"
        let changed = try await companies.change(id, theirs, in: .sample, as: .interviewer)
        #expect(changed.version == 2)
        // The same again is a lost reply, not a conflict.
        #expect(try await companies.change(id, theirs, in: .sample, as: .interviewer) == changed)
        await #expect(throws: CompanyProblem.changedMeanwhile(changed)) {
            try await companies.change(id, mine, in: .sample, as: .interviewer)
        }
        let history = try await companies.history(of: id, in: .metaal, as: .interviewer)
        #expect(history.first { $0.kind == .changed }?.changes == [.init(field: .city, old: "", new: "Boskoop")])
        #expect(history.count == 2)
    }

    @Test(arguments: TestDatabase.available)
    func `without the right, or in another programme, nothing is read or written`(kind: TestDatabase) async throws {
        let companies = Companies(database: try await kind.make(), world: .fixed())
        let id = id()
        try await companies.register(id, form("Smit"), in: .sample, as: .interviewer)
        for principal in [Principal.outsider, .coach, .municipality] {
            await #expect(throws: AccessProblem.self) {
                try await companies.register(self.id(), form("Nee"), in: .sample, as: principal)
            }
            await #expect(throws: AccessProblem.self) { try await companies.find(id, in: .metaal, as: principal) }
            await #expect(throws: AccessProblem.self) { try await companies.list(.init(), in: .sample, as: principal) }
            await #expect(throws: AccessProblem.self) {
                try await companies.history(of: id, in: .metaal, as: principal)
            }
        }
        await #expect(throws: CompanyProblem.notFound) {
            try await companies.find(id, in: .elders, as: .outsider)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `an identifier of another programme cannot be taken over`(kind: TestDatabase) async throws {
        let companies = Companies(database: try await kind.make(), world: .fixed())
        let id = id()
        let company = try await companies.register(id, form("Smit"), in: .sample, as: .interviewer)
        var other = Programme.sample
        other.id = .elders
        let elsewhere = other
        await #expect(throws: CompanyProblem.notFound) {
            try await companies.register(id, form("Gekaapt"), in: elsewhere, as: .outsider)
        }
        await #expect(throws: CompanyProblem.notFound) {
            try await companies.change(id, CompanyForm(company), in: elsewhere, as: .outsider)
        }
        #expect(try await companies.find(id, in: .metaal, as: .interviewer).name == "Smit")
    }

    @Test(arguments: TestDatabase.available)
    func `contact persons come, change and go without leaving their name behind`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let companies = Companies(database: database, world: .fixed())
        let contacts = ContactPersons(database: database, world: .fixed())
        let company = id()
        try await companies.register(company, form("Smit"), in: .sample, as: .interviewer)
        let (noa, sem) = (ContactPerson.ID(UUID()), ContactPerson.ID(UUID()))
        let form = ContactForm(name: "Noa Verzonnen", email: "noa@smit.example")
        try await contacts.add(noa, form, to: company, in: .metaal, as: .interviewer)
        try await contacts.add(noa, form, to: company, in: .metaal, as: .interviewer)
        try await contacts.add(sem, ContactForm(name: "Sem"), to: company, in: .metaal, as: .interviewer)
        try await contacts.change(sem, ContactForm(name: "Sam"), of: company, in: .metaal, as: .interviewer)
        #expect(
            try await contacts.all(of: company, in: .metaal, as: .interviewer).map(\.name) == ["Noa Verzonnen", "Sam"]
        )
        await #expect(throws: AccessProblem.self) {
            try await contacts.eraseAll(of: company, in: .metaal, as: .coach)
        }
        await #expect(throws: CompanyProblem.notFound) {
            try await contacts.remove(noa, of: company, in: .elders, as: .outsider)
        }
        await #expect(throws: CompanyProblem.notFound) {
            try await contacts.all(of: company, in: .elders, as: .outsider)
        }
        try await contacts.remove(noa, of: company, in: .metaal, as: .interviewer)
        try await contacts.eraseAll(of: company, in: .metaal, as: .interviewer)
        #expect(try await contacts.all(of: company, in: .metaal, as: .interviewer).isEmpty)
        let left = try await database.read { db in
            let events = try db.companies(in: .metaal).events(of: company)
            let trail = try db.audit.latest(99, in: .metaal)
            return "\(events) \(trail)"
        }
        #expect(!left.contains("Noa") && !left.contains("Sam"))
        #expect(left.contains("contacts-erased"))
    }
}
