import Disclosure
import DisclosureProof
import Fieldwork
import Foundation
import Kernel
import Programmes
import Statistics
import Storage
import TestSupport
import Testing

@Suite struct PublicationTests {
    private func publications(_ visits: Visits) -> Publications {
        Publications(database: visits.database, world: visits.world, programmes: visits.programmes)
    }

    private func form(_ day: Day, _ kind: Publication.Kind = .regular, because words: String = "") -> PublicationForm {
        var form = PublicationForm()
        form.measuredOn = day.description
        form.kind = kind.rawValue
        form.explanation = words
        return form
    }

    /// Made by one, published by another.
    @discardableResult
    private func publish(_ visits: Visits, _ kind: Publication.Kind = .regular) async throws -> Publication.ID {
        let all = publications(visits)
        let form = form(visits.world.today, kind, because: kind == .correction ? "Een getal klopte niet." : "")
        let id = try await all.begin(form, in: .metaal, as: .projectLeader)
        try await all.compute(id, in: .metaal)
        try await all.publish(id, in: .metaal, as: .programmeManager)
        return id
    }

    private func visit(_ visits: Visits, _ count: Int, from first: Int = 1) async throws {
        for number in first..<(first + count) {
            _ = try await visits.visit(
                "Bedrijf \(number)",
                doing: number.isMultiple(of: 2) ? ["PP02"] : [],
                ambition: number.isMultiple(of: 3) ? ["PR12"] : []
            )
        }
    }

    @Test(arguments: TestDatabase.available)
    func `figures are made by one, published by another, and then for ever`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let all = publications(visits)
        try await visit(visits, 12)
        let form = form(visits.world.today)
        let id = try await all.begin(form, in: .metaal, as: .projectLeader)
        var again = form
        again.id = id.description
        #expect(try await all.begin(again, in: .metaal, as: .projectLeader) == id)
        await #expect(throws: PublicationProblem.notReady) {
            try await all.publish(id, in: .metaal, as: .programmeManager)
        }
        await #expect(throws: PublicationProblem.anotherInTheMaking) {
            _ = try await all.begin(form, in: .metaal, as: .projectLeader)
        }
        try await all.compute(id, in: .metaal)
        // Nothing of it is public yet.
        #expect(try await all.figures(of: .metaal).editions.isEmpty)
        let detail = try await all.detail(id, in: .metaal, as: .programmeManager)
        #expect(detail.publication.state == .draft)
        #expect(detail.preview?.companies == 12)
        #expect(detail.preview?.joined == 12)
        #expect(detail.preview?.tables.first { $0.id == "doing.PP02@1" }?.hidden.isEmpty == true)
        // All of them ask for coaching.
        #expect(detail.preview?.tables.first { $0.id == "need.coaching@1" }?.shown == 0)
        await #expect(throws: PublicationProblem.needsSecondPerson) {
            try await all.publish(id, in: .metaal, as: .projectLeader)
        }
        try await all.publish(id, in: .metaal, as: .programmeManager)
        try await all.publish(id, in: .metaal, as: .programmeManager)
        await #expect(throws: PublicationProblem.notReady) {
            try await all.discard(id, in: .metaal, as: .projectLeader)
        }
        let figures = try await all.figures(of: .metaal)
        #expect(figures.companies(in: "GM0627") == 12)
        let doing = figures.latest("doing.PP02", in: "GM0627")
        #expect(doing?.count("yes") == 6)
        #expect(doing?.share("no") == 0.5)
        #expect(figures.latest("need.coaching", in: "GM0627")?.count("yes") == nil)
        let before = try await all.bundle(1, of: .metaal)
        try await all.compute(id, in: .metaal)
        #expect(try await all.bundle(1, of: .metaal) == before)
        let lines = try await visits.database.read { db in
            try db.run("SELECT action FROM audit_event WHERE action LIKE 'publication.%' ORDER BY action").map {
                try $0.get(0, as: String.self)
            }
        }
        #expect(lines == ["publication.begun", "publication.published"])
    }

    @Test(arguments: TestDatabase.available)
    func `who joins later counts when there are five, and the whole series gives nothing away`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        try await visit(visits, 12)
        try await publish(visits)
        visits.move(to: Day("2026-06-02")!)
        try await visit(visits, 3, from: 13)
        try await publish(visits)
        let all = publications(visits)
        #expect(try await all.figures(of: .metaal).companies(in: "GM0627") == 12)
        visits.move(to: Day("2026-09-02")!)
        try await visit(visits, 4, from: 16)
        try await publish(visits)
        let figures = try await all.figures(of: .metaal)
        #expect(figures.companies(in: "GM0627") == 19)
        #expect(figures.upTo(Day("2026-06-02")!).companies(in: "GM0627") == 12)
        try await attackAll(visits, 3)
    }

    @Test(arguments: TestDatabase.available)
    func `a correction counts anew beside what was published, and says why`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        try await visit(visits, 12)
        try await publish(visits)
        // Two of the four never wanted it.
        try await visits.database.write { db in
            for conversation in try db.run("SELECT conversation FROM tick WHERE activity = \("PR12") LIMIT 2") {
                let id: Conversation.ID = try conversation.get(0)
                try db.run("DELETE FROM tick WHERE conversation = \(id) AND activity = \("PR12")")
            }
        }
        let all = publications(visits)
        await #expect(throws: InvalidPublication(issues: [.explanationMissing])) {
            _ = try await all.begin(form(visits.world.today, .correction), in: .metaal, as: .projectLeader)
        }
        let id = try await publish(visits, .correction)
        #expect(try await all.detail(id, in: .metaal, as: .projectLeader).publication.failure == nil)
        let figures = try await all.figures(of: .metaal)
        #expect(figures.companies(in: "GM0627") == 12)
        #expect(figures.editions.map { $0.shares(of: "ambition.PR12", in: "GM0627")?.count("yes") } == [4, 2])
        try await attackAll(visits, 2)
    }

    @Test(arguments: TestDatabase.available)
    func `a correction of a place with one company fewer waits`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        try await visit(visits, 12)
        try await publish(visits)
        // One conversation turns out to be of no company here.
        try await visits.database.write { db in
            let first = "(SELECT company_id FROM publication_member ORDER BY company_id LIMIT 1)" as SQL
            try db.run("DELETE FROM publication_member WHERE company_id = \(first)")
        }
        let all = publications(visits)
        let form = form(visits.world.today, .correction, because: "Eén bedrijf telde ten onrechte mee.")
        let id = try await all.begin(form, in: .metaal, as: .projectLeader)
        try await all.compute(id, in: .metaal)
        let detail = try await all.detail(id, in: .metaal, as: .projectLeader)
        #expect(detail.publication.failure == nil)
        #expect(detail.preview?.keeps == ["GM0627"])
    }

    @Test(arguments: TestDatabase.available)
    func `how small a group may be is said in the pack, and what was promised stays`(kind: TestDatabase) async throws {
        var programme = Programme.sample
        programme.smallestGroup = 8
        let visits = try await Visits(on: kind, programme: programme)
        try await visit(visits, 7)
        try await publish(visits)
        let all = publications(visits)
        #expect(try await all.figures(of: .metaal).companies(in: "PV28") == 0)
        try await visit(visits, 1, from: 8)
        try await publish(visits)
        #expect(try await all.figures(of: .metaal).companies(in: "GM0627") == 8)
        // A later pack that asks for less.
        programme.smallestGroup = nil
        try await visits.programmes.publish(programme, as: .administrator)
        try await visit(visits, 6, from: 9)
        try await publish(visits)
        #expect(try await all.figures(of: .metaal).companies(in: "GM0627") == 8)
        try await attackAll(visits, 3)
    }

    @Test(arguments: TestDatabase.available)
    func `what was stopped halfway is computed again, and two at once make one`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        try await visit(visits, 12)
        let all = publications(visits)
        let id = try await all.begin(form(visits.world.today), in: .metaal, as: .projectLeader)
        // The program was killed here, and started again.
        let started = publications(visits)
        try await started.restart(id, in: .metaal, as: .projectLeader)
        async let one: Void = started.compute(id, in: .metaal)
        async let other: Void = all.compute(id, in: .metaal)
        _ = try await (one, other)
        #expect(try await all.detail(id, in: .metaal, as: .projectLeader).publication.state == .draft)
        try await all.publish(id, in: .metaal, as: .programmeManager)
        let members = try await visits.database.read { db in try db.run("SELECT 1 FROM publication_member").count }
        #expect(members == 12)
        await #expect(throws: PublicationProblem.notReady) {
            try await all.restart(id, in: .metaal, as: .projectLeader)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what cannot be is said at its field, and others may not`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let all = publications(visits)
        await #expect(throws: InvalidPublication(issues: [.dayUnreadable, .kindMissing])) {
            _ = try await all.begin(PublicationForm(), in: .metaal, as: .projectLeader)
        }
        let tomorrow = visits.world.today.adding(days: 1)
        await #expect(throws: InvalidPublication(issues: [.dayInFuture, .nothingToCorrect])) {
            _ = try await all.begin(form(tomorrow, .correction, because: "x"), in: .metaal, as: .projectLeader)
        }
        for principal in [Principal.municipality, .interviewer, .coach, .outsider] {
            await #expect(throws: AccessProblem.self) { _ = try await all.list(in: .metaal, as: principal) }
        }
        for principal in [Principal.programmeManager, .municipality, .interviewer, .coach, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await all.begin(form(visits.world.today), in: .metaal, as: principal)
            }
        }
        // With nobody to tell of there is a publication without figures, and taking it back leaves nothing.
        let id = try await all.begin(form(visits.world.today), in: .metaal, as: .projectLeader)
        try await all.compute(id, in: .metaal)
        #expect(try await all.detail(id, in: .metaal, as: .projectLeader).preview?.companies == 0)
        try await all.discard(id, in: .metaal, as: .projectLeader)
        try await all.discard(id, in: .metaal, as: .projectLeader)
        #expect(try await all.list(in: .metaal, as: .projectLeader).isEmpty)
        await #expect(throws: PublicationProblem.notFound) {
            _ = try await all.detail(Publication.ID(UUID()), in: .metaal, as: .projectLeader)
        }
    }

    /// Our own attacker learns nothing of all publications together, and their last proof holds.
    private func attackAll(_ visits: Visits, _ count: Int) async throws {
        let all = publications(visits)
        var texts: [Data] = []
        for number in 1...count {
            texts.append(Data(try #require(try await all.bundle(number, of: .metaal)).utf8))
        }
        let bundles = try texts.map { try JSONDecoder().decode(CountBundle.self, from: $0) }
        let report = try DisclosureControl.attack(bundles)
        #expect(report.findings.isEmpty && report.undecided.isEmpty)
        let read = try texts.map { try JSONDecoder().decode(Published.self, from: $0) }
        #expect(ProofCheck.complaints(read) == [])
    }
}
