import Audit
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct GoodExampleTests {
    private let form = GoodExampleForm(
        title: "Restplaat naar de vakschool",
        story: "Leerlingen lassen met ons afval.",
        costs: "een uur per maand",
        activity: "PP14",
        audience: "sessions",
        until: "2026-12-31",
        givenBy: "mevrouw De Wit"
    )

    @Test(arguments: TestDatabase.available)
    func `an example is kept with its permission, once`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        let example = GoodExample.ID(UUID())
        for _ in 1...2 { try await table.conversations.save(example, form, of: id, in: .metaal, as: .interviewer) }
        let kept = try #require(try await table.conversations.record(id, in: .metaal, as: .interviewer).examples.first)
        #expect(kept.title == "Restplaat naar de vakschool")
        #expect(kept.brings == nil)
        #expect(kept.activity == "PP14")
        #expect(kept.consent?.textVersion == 1)
        #expect(kept.consent?.recordedBy == "Iris Vraagt")
        #expect(try await table.auditActions().filter { $0 == "consent.recorded" }.count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `permission can be taken back at any time and is never forgotten`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        let example = GoodExample.ID(UUID())
        try await table.conversations.save(example, form, of: id, in: .metaal, as: .interviewer)
        try await table.conversations.finish(id, in: .metaal, as: .interviewer)
        table.clock.move(86400)
        for _ in 1...2 {
            try await table.conversations.withdrawConsent(for: example, of: id, in: .metaal, as: .interviewer)
        }
        let kept = try #require(try await table.conversations.record(id, in: .metaal, as: .interviewer).examples.first)
        #expect(kept.consent?.withdrawnAt == table.clock.now)
        #expect(!kept.mayBeShared(with: .sessions, on: Day(table.clock.now)))
        #expect(try await table.auditActions().filter { $0 == "consent.withdrawn" }.count == 1)
        let rows = try await table.database.read { db in try db.run("SELECT id FROM consent_record").count }
        #expect(rows == 1)
        await #expect(throws: ConversationProblem.exampleNotFound) {
            try await table.conversations.withdrawConsent(for: ID(UUID()), of: id, in: .metaal, as: .interviewer)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a changed example keeps its permission, another answer is recorded anew`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        let example = GoodExample.ID(UUID())
        try await table.conversations.save(example, form, of: id, in: .metaal, as: .interviewer)
        var changed = form
        changed.title = "Restplaat naar de les"
        table.clock.move(1)
        try await table.conversations.save(example, changed, of: id, in: .metaal, as: .interviewer)
        changed.audience = "public"
        table.clock.move(1)
        try await table.conversations.save(example, changed, of: id, in: .metaal, as: .interviewer)
        let examples = try await table.conversations.record(id, in: .metaal, as: .interviewer).examples
        #expect(examples.map(\.title) == ["Restplaat naar de les"])
        #expect(examples[0].consent?.audience == .everyone)
        let rows = try await table.database.read { db in try db.run("SELECT id FROM consent_record").count }
        #expect(rows == 2)
        try await table.conversations.remove(example, of: id, in: .metaal, as: .interviewer)
        #expect(try await table.conversations.record(id, in: .metaal, as: .interviewer).examples.isEmpty)
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong with an example is reported at once`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        let id = try await table.started()
        await #expect(throws: InvalidGoodExample(issues: [.titleMissing, .storyMissing, .audienceMissing])) {
            try await table.conversations.save(ID(UUID()), GoodExampleForm(), of: id, in: .metaal, as: .interviewer)
        }
        var shared = form
        shared.until = "2026-03-01"
        shared.givenBy = ""
        await #expect(throws: InvalidGoodExample(issues: [.untilInPast, .giverMissing])) {
            try await table.conversations.save(ID(UUID()), shared, of: id, in: .metaal, as: .interviewer)
        }
        #expect(try await table.conversations.record(id, in: .metaal, as: .interviewer).examples.isEmpty)
    }

    @Test func `a permission reaches no further than its audience, its last day and its withdrawal`() {
        let (given, last) = (Day("2026-03-02")!, Day("2026-12-31")!)
        func example(_ audience: ConsentRecord.Audience, withdrawn: Date? = nil, until: Day? = nil) -> GoodExample {
            let consent = ConsentRecord(
                id: ID(UUID()),
                audience: audience,
                until: until,
                givenBy: "De Wit",
                givenOn: given,
                recordedBy: "Iris",
                withdrawnAt: withdrawn
            )
            return GoodExample(id: ID(UUID()), title: "t", story: "s", consent: consent)
        }
        #expect(!example(.nobody).mayBeShared(with: .sessions, on: given))
        #expect(!example(.nobody).mayBeShared(with: .nobody, on: given))
        #expect(example(.sessions).mayBeShared(with: .sessions, on: given))
        #expect(!example(.sessions).mayBeShared(with: .everyone, on: given))
        #expect(example(.everyone).mayBeShared(with: .sessions, on: given))
        #expect(!example(.everyone).mayBeShared(with: .everyone, on: given.adding(days: -1)))
        #expect(example(.everyone, until: last).mayBeShared(with: .everyone, on: last))
        #expect(!example(.everyone, until: last).mayBeShared(with: .everyone, on: last.adding(days: 1)))
        #expect(!example(.everyone, withdrawn: given.noon).mayBeShared(with: .everyone, on: given))
        #expect(!GoodExample(id: ID(UUID()), title: "t", story: "s").mayBeShared(with: .sessions, on: given))
    }
}
