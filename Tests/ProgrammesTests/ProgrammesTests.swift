import Audit
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct ProgrammesTests {
    @Test(arguments: TestDatabase.available)
    func `what is published can be read back exactly`(_ kind: TestDatabase) async throws {
        let programmes = Programmes(database: try await kind.make(), world: .fixed())
        let publication = try await programmes.publish(.sample, as: .administrator)
        #expect(publication.revision == 1)
        #expect(publication.isNew)
        #expect(try await programmes.programme(.metaal, as: .interviewer) == .sample)
        #expect(try await programmes.current(.metaal) == .sample)
        #expect(try await programmes.all() == [.sample])
        #expect(try await programmes.sheet(version: 1, of: .metaal) == Programme.sample.sheet)
    }

    @Test(arguments: TestDatabase.available)
    func `publishing the same pack again changes nothing and leaves no line`(_ kind: TestDatabase) async throws {
        let database = try await kind.make()
        let programmes = Programmes(database: database, world: .fixed())
        try await programmes.publish(.sample, as: .administrator)
        let again = try await programmes.publish(.sample, as: .administrator)
        #expect(!again.isNew)
        #expect(again.revision == 1)
        #expect(try await lines(database).count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `a changed pack is a new revision that another process sees at once`(_ kind: TestDatabase) async throws {
        let database = try await kind.make()
        let (one, other) = (
            Programmes(database: database, world: .fixed()), Programmes(database: database, world: .live)
        )
        try await one.publish(.sample, as: .administrator)
        #expect(try await other.current(.metaal) == .sample)
        var changed = Programme.sample
        changed.name = Text(same: "Nieuwe naam")
        #expect(try await one.publish(changed, as: .administrator).revision == 2)
        #expect(try await other.current(.metaal).name == Text(same: "Nieuwe naam"))
        #expect(try await one.current(.metaal).name == Text(same: "Nieuwe naam"))
    }

    @Test(arguments: TestDatabase.available)
    func `publishing leaves a line with who and what`(_ kind: TestDatabase) async throws {
        let database = try await kind.make()
        try await Programmes(database: database, world: .fixed()).publish(.sample, as: .administrator)
        let line = try #require(try await lines(database).first)
        #expect(line.verb == .publishProgramme)
        #expect(line.name == "Ada Beheer")
        #expect(line.subject == "programme mkb-deal-metaal revision 1 sheet 1")
    }

    @Test(arguments: [Principal.projectLeader, .interviewer, .coach, .municipality, .outsider])
    func `who may not publish changes nothing`(_ principal: Principal) async throws {
        let database = try await TestDatabase.sqlite.make()
        let programmes = Programmes(database: database, world: .fixed())
        await #expect(throws: AccessProblem.forbidden(.publishProgramme)) {
            try await programmes.publish(.sample, as: principal)
        }
        #expect(try await programmes.all().isEmpty)
        #expect(try await lines(database).isEmpty)
    }

    @Test func `people of another programme may not read it`() async throws {
        let programmes = Programmes(database: try await TestDatabase.sqlite.make(), world: .fixed())
        try await programmes.publish(.sample, as: .administrator)
        await #expect(throws: AccessProblem.forbidden(.readProgramme)) {
            try await programmes.programme(.metaal, as: .outsider)
        }
    }

    @Test func `a programme or a version that is not there is not found`() async throws {
        let programmes = Programmes(database: try await TestDatabase.sqlite.make(), world: .fixed())
        await #expect(throws: ProgrammeProblem.notFound) { try await programmes.current(.metaal) }
        try await programmes.publish(.sample, as: .administrator)
        await #expect(throws: ProgrammeProblem.sheetVersionNotFound) {
            try await programmes.sheet(version: 7, of: .metaal)
        }
    }

    private func lines(_ database: any SQLDatabase) async throws -> [AuditEvent] {
        try await database.read { try $0.audit.latest(10, in: .metaal) }
    }
}

@Suite struct ClosingTests {
    @Test(arguments: TestDatabase.available)
    func `a programme is closed and opened again, each once and with a line`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        let programmes = Programmes(database: database, world: .fixed())
        try await programmes.publish(.sample, as: .administrator)
        for _ in 1...2 { try await programmes.close(.metaal, as: .administrator) }
        #expect(try await programmes.current(.metaal).closedOn == World.fixed().today)
        for _ in 1...2 { try await programmes.reopen(.metaal, as: .administrator) }
        #expect(try await programmes.current(.metaal) == .sample)
        let actions = try await database.read { db in try db.audit.latest(50, in: .metaal) }.map(\.action)
        #expect(actions.filter { $0 != "programme.published" }.sorted() == ["programme.closed", "programme.reopened"])
    }

    @Test(arguments: [Principal.projectLeader, .interviewer, .coach, .municipality, .outsider])
    func `who may not publish closes nothing`(principal: Principal) async throws {
        let programmes = Programmes(database: try await TestDatabase.sqlite.make(), world: .fixed())
        try await programmes.publish(.sample, as: .administrator)
        await #expect(throws: AccessProblem.self) { try await programmes.close(.metaal, as: principal) }
        await #expect(throws: AccessProblem.self) { try await programmes.reopen(.metaal, as: principal) }
        #expect(try await programmes.current(.metaal).closedOn == nil)
    }

    @Test func `after closing everybody sees what they saw, and does no work any more`() {
        for principal in [Principal.administrator, .projectLeader, .interviewer, .coach, .municipality] {
            let after = principal.afterClosing(of: .metaal)
            for verb in Verb.allCases {
                #expect(after.may(verb, in: .metaal) == (principal.may(verb, in: .metaal) && !verb.isWork))
                guard principal.may(verb, in: .metaal), verb.isWork else { continue }
                #expect(throws: AccessProblem.programmeClosed) { try after.require(verb, in: .metaal) }
            }
        }
    }
}
