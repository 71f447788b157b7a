import Audit
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@testable import Accounts

@Suite struct AccountFormTests {
    private let choices = GrantChoices(initiatives: ["VTM"], areas: ["GM0627", "GM0484"])

    @Test func `everything that is wrong is reported at once`() {
        #expect(throws: InvalidAccount(issues: [.emailInvalid, .nameMissing, .roleMissing])) {
            try AccountForm(email: "iris@metaal", name: " ").checked(among: choices)
        }
    }

    @Test(arguments: [
        "", "iris", "iris@", "@metaal.example", "iris@metaal", "iris@metaal..example", "i ris@metaal.example",
        "iris@metaal.example\r\nBcc: x@y.example", "<iris@metaal.example>", "a@b@c.example",
    ])
    func `what is no address is refused`(email: String) {
        #expect(!AccountForm.isEmail(email.lowercased()))
    }

    @Test func `a coach is of an initiative, a municipality of areas, both of this programme`() throws {
        #expect(throws: InvalidAccount(issues: [.initiativeMissing])) {
            try GrantForm(role: "coach", initiative: "NIET").grant(among: choices)
        }
        #expect(throws: InvalidAccount(issues: [.areasMissing])) {
            try GrantForm(role: "municipality", areas: ["GM0627", "GM9999"]).grant(among: choices)
        }
        let coach = try GrantForm(role: "coach", initiative: "VTM", areas: ["GM0627"]).grant(among: choices)
        #expect(coach == Grant(role: .coach, initiative: "VTM"))
        let town = try GrantForm(role: "municipality", areas: ["GM0627", "GM0484"]).grant(among: choices)
        #expect(town == Grant(role: .municipality, areas: ["GM0484", "GM0627"]))
    }
}

@Suite struct PeopleTests {
    @Test(arguments: TestDatabase.available)
    func `somebody has several parts, and loses one`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let choices = GrantChoices(initiatives: ["VTM"], areas: ["GM0627", "GM0484"])
        let iris = try await bureau.add("iris@metaal.example")
        let town = GrantForm(role: "municipality", areas: ["GM0627", "GM0484"])
        try await bureau.accounts.grant(town, among: choices, to: iris.id, in: .metaal, as: .administrator)
        let coach = GrantForm(role: "coach", initiative: "VTM")
        try await bureau.accounts.grant(coach, among: choices, to: iris.id, in: .metaal, as: .administrator)
        let person = try await bureau.accounts.person(iris.id, in: .metaal, as: .administrator)
        #expect(person.grants(in: .metaal).count == 3)
        let token = try await bureau.signIn("iris@metaal.example")
        let before = try #require(try await bureau.principal(token))
        #expect(before.grants(in: .metaal).contains(Grant(role: .municipality, areas: ["GM0484", "GM0627"])))
        #expect(before.may(.answerReferrals, in: .metaal))
        try await bureau.accounts.revoke(.coach, part: "VTM", of: iris.id, in: .metaal, as: .administrator)
        let after = try #require(try await bureau.principal(token))
        #expect(!after.may(.answerReferrals, in: .metaal))
    }

    @Test(arguments: TestDatabase.available)
    func `disabling ends every session at once and enabling lets in again`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let iris = try await bureau.add("iris@metaal.example")
        let token = try await bureau.signIn("iris@metaal.example")
        try await bureau.accounts.disable(iris.id, in: .metaal, as: .administrator)
        #expect(try await bureau.principal(token) == nil)
        await #expect(throws: AccountProblem.signInRefused) { try await bureau.signIn("iris@metaal.example") }
        try await bureau.accounts.enable(iris.id, in: .metaal, as: .administrator)
        _ = try await bureau.signIn("iris@metaal.example")
        #expect(try await bureau.actions().contains("account.disabled"))
    }

    @Test(arguments: TestDatabase.available)
    func `adding somebody twice makes no second account and gives nobody a password`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let iris = try await bureau.add("iris@metaal.example")
        let form = AccountForm(email: "IRIS@metaal.example", name: "Anders", grant: GrantForm(role: "interviewer"))
        let again = try await bureau.accounts.add(form, among: GrantChoices(), in: .metaal, as: .administrator)
        #expect(again.account.id == iris.id)
        #expect(again.account.name == "Proef Persoon")
        #expect(again.link == nil)
        #expect(try await bureau.accounts.people(in: .metaal, as: .administrator).count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `the administrator of one programme cannot take over somebody of another`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let otto = try await bureau.add("otto@elders.example", .projectLeader, in: .elders, by: .outsider)
        await #expect(throws: AccountProblem.notFound) {
            try await bureau.accounts.person(otto.id, in: .metaal, as: .administrator)
        }
        await #expect(throws: AccountProblem.notFound) {
            try await bureau.accounts.makeLink(for: otto.id, in: .metaal, as: .administrator)
        }
        try await bureau.add("otto@elders.example", .interviewer, in: .metaal)
        let id = otto.id
        await #expect(throws: AccountProblem.managedElsewhere) {
            try await bureau.accounts.makeLink(for: id, in: .metaal, as: .administrator)
        }
        await #expect(throws: AccountProblem.managedElsewhere) {
            try await bureau.accounts.disable(id, in: .metaal, as: .administrator)
        }
        await #expect(throws: AccountProblem.managedElsewhere) {
            try await bureau.accounts.setPassword("acht magere geiten", of: id, in: .metaal, as: .administrator)
        }
        try await bureau.accounts.revoke(.interviewer, of: id, in: .metaal, as: .administrator)
        let left = try await bureau.accounts.person(id, in: .elders, as: .outsider)
        #expect(left.grants(in: .elders).map(\.role) == [.projectLeader])
    }

    @Test(arguments: TestDatabase.available)
    func `the last administrator stays`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        let ada = try await bureau.add("ada@metaal.example", .administrator)
        await #expect(throws: AccountProblem.lastAdministrator) {
            try await bureau.accounts.revoke(.administrator, of: ada.id, in: .metaal, as: .administrator)
        }
        await #expect(throws: AccountProblem.lastAdministrator) {
            try await bureau.accounts.disable(ada.id, in: .metaal, as: .administrator)
        }
        try await bureau.add("bo@metaal.example", .administrator)
        try await bureau.accounts.disable(ada.id, in: .metaal, as: .administrator)
    }

    @Test(arguments: TestDatabase.available, [Principal.projectLeader, .interviewer, .coach, .municipality, .outsider])
    func `nobody else manages people, and a refusal leaves no trace`(kind: TestDatabase, principal: Principal)
        async throws
    {
        let bureau = try await Bureau(kind)
        let iris = try await bureau.add("iris@metaal.example")
        let before = try await bureau.actions()
        let accounts = bureau.accounts
        let form = AccountForm(email: "x@metaal.example", name: "X", grant: GrantForm(role: "administrator"))
        await #expect(throws: AccessProblem.self) { try await accounts.people(in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) { try await accounts.person(iris.id, in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) {
            try await accounts.add(form, among: GrantChoices(), in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            try await accounts.grant(form.grant, among: GrantChoices(), to: iris.id, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) {
            try await accounts.revoke(.interviewer, of: iris.id, in: .metaal, as: principal)
        }
        await #expect(throws: AccessProblem.self) { try await accounts.disable(iris.id, in: .metaal, as: principal) }
        await #expect(throws: AccessProblem.self) {
            try await accounts.makeLink(for: iris.id, in: .metaal, as: principal)
        }
        #expect(try await bureau.actions() == before)
    }

    @Test(arguments: TestDatabase.available)
    func `the logbook is for who may read it, newest first, page by page`(kind: TestDatabase) async throws {
        let bureau = try await Bureau(kind)
        for number in 0..<60 {
            bureau.clock.advance(1)
            try await bureau.database.write { [now = bureau.clock.now] db in
                try db.audit.append(
                    .editCompanies,
                    "company.changed \(number)",
                    of: "company \(number)",
                    in: .metaal,
                    by: .interviewer,
                    at: now
                )
            }
        }
        let logbook = Logbook(database: bureau.database)
        let first = try await logbook.lines(.init(), in: .metaal, as: .projectLeader)
        #expect(first.events.count == 50 && first.hasMore)
        #expect(first.events[0].subject == "company 59")
        let second = try await logbook.lines(.init(page: 2), in: .metaal, as: .projectLeader)
        #expect(second.events.count == 10 && !second.hasMore)
        let none = try await logbook.lines(
            .init(account: .init(UUID()), action: "company."),
            in: .metaal,
            as: .projectLeader
        )
        #expect(none.events.isEmpty)
        await #expect(throws: AccessProblem.forbidden(.readAudit)) {
            try await logbook.lines(.init(), in: .metaal, as: .interviewer)
        }
        await #expect(throws: AccessProblem.forbidden(.readAudit)) {
            try await logbook.lines(.init(), in: .metaal, as: .outsider)
        }
    }
}
