import Foundation
import Governance
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@Suite struct AgendaPaperTests {
    private static let pdf = Array("%PDF-1.7 een begroting".utf8)

    private static func uuid(_ number: Int) -> String { String(format: "00000000-0000-7000-a000-%012d", number) }

    /// A meeting with two items on its agenda.
    private struct Table {
        let database: any SQLDatabase
        let governances: Governances
        let programme: Programme
        let day = MovingDay("2025-01-06")
        let meeting: Meeting.ID
        let items = [AgendaItem.ID(uuid(11))!, AgendaItem.ID(uuid(12))!]

        init(_ kind: TestDatabase) async throws {
            programme = try GroeneHart.programme()
            database = try await kind.make()
            governances = Governances(database: database, world: day.world)
            var form = MeetingForm()
            form.body = programme.actionPlan!.bodies[0].code.description
            form.day = "2025-02-03"
            meeting = try await governances.plan(form, in: programme, as: GroeneHart.leader)
            for item in items {
                var form = AgendaItemForm()
                (form.id, form.title, form.kind) = (item.description, "Punt \(item)", "decide")
                try await governances.add(form, to: meeting, in: programme, as: GroeneHart.leader)
            }
        }

        func attach(
            _ bytes: [UInt8],
            _ name: String,
            to item: Int = 0,
            as principal: Principal = GroeneHart.leader
        ) async throws {
            try await governances.attach(
                bytes,
                name: name,
                to: items[item],
                of: meeting,
                in: programme,
                as: principal
            )
        }

        func papers(of item: Int = 0) async throws -> [AgendaPaper] {
            let meeting = try await governances.open(meeting, in: programme, as: GroeneHart.manager)
            return try #require(meeting.agenda.first { $0.id == items[item] }).papers
        }

        func content(_ paper: AgendaPaper, as principal: Principal = GroeneHart.manager) async throws -> [UInt8] {
            try await governances.paper(paper.file.id, of: meeting, in: programme, as: principal).bytes
        }

        func erase(_ paper: AgendaPaper, as principal: Principal = GroeneHart.leader) async throws {
            try await governances.erase(paper.file.id, from: meeting, in: programme, as: principal)
        }

        func kept() async throws -> Int {
            try await database.read { db in
                try db.run("SELECT count(*) FROM agenda_paper")[0].get(0, as: Int.self)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `papers are at their own item in the order in which they came, each once however often it is sent`(
        kind: TestDatabase
    ) async throws {
        let table = try await Table(kind)
        for _ in 1...2 { try await table.attach(Self.pdf, "C:\\stukken\\begroting.pdf") }
        table.day.move(to: "2025-01-07")
        try await table.attach(Self.pdf + [32], "begroting.pdf")
        try await table.attach(SampleImage.jpeg, "plek.jpg", to: 1)
        let papers = try await table.papers()
        #expect(papers.map(\.file.name) == ["begroting.pdf", "begroting.pdf"])
        #expect(papers.map { Day($0.addedAt) } == [Day("2025-01-06")!, Day("2025-01-07")!])
        #expect(papers.map(\.name) == [GroeneHart.leader.name, GroeneHart.leader.name])
        #expect(try await table.content(papers[0]) == Self.pdf)
        #expect(try await table.content(papers[1]) == Self.pdf + [32])
        let photo = try await table.papers(of: 1)[0]
        #expect(photo.file.kind == .jpeg)
        #expect(try await !String(decoding: table.content(photo), as: UTF8.self).contains("geheim"))
    }

    @Test(arguments: TestDatabase.available)
    func `minutes are added after the meeting, and a paper is erased whenever it has to be`(
        kind: TestDatabase
    ) async throws {
        let table = try await Table(kind)
        try await table.attach(Self.pdf, "begroting.pdf")
        table.day.move(to: "2025-03-01")
        try await table.attach(Self.pdf + [32], "verslag.pdf")
        let papers = try await table.papers()
        for _ in 1...2 { try await table.erase(papers[0]) }
        #expect(try await table.papers().map(\.file.name) == ["verslag.pdf"])
        await #expect(throws: GovernanceProblem.paperNotFound) { try await table.content(papers[0]) }
        #expect(try await table.kept() == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `an item that goes off the agenda takes its papers along`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        try await table.attach(Self.pdf, "begroting.pdf")
        try await table.attach(Self.pdf, "begroting.pdf", to: 1)
        try await table.governances.remove(
            table.items[0],
            from: table.meeting,
            in: table.programme,
            as: GroeneHart.leader
        )
        #expect(try await table.kept() == 1)
        #expect(try await table.papers(of: 1).count == 1)
        await #expect(throws: GovernanceProblem.itemNotFound) { try await table.attach(Self.pdf, "begroting.pdf") }
    }

    @Test(arguments: TestDatabase.available)
    func `only who leads the programme adds and erases, and only who has a part in it reads`(
        kind: TestDatabase
    ) async throws {
        let table = try await Table(kind)
        try await table.attach(Self.pdf, "begroting.pdf")
        let paper = try await table.papers()[0]
        for principal in [GroeneHart.alphen, GroeneHart.manager, .outsider] {
            await #expect(throws: (any Error).self) {
                try await table.attach(Self.pdf, "anders.pdf", as: principal)
            }
            await #expect(throws: (any Error).self) { try await table.erase(paper, as: principal) }
        }
        await #expect(throws: AccessProblem.self) { try await table.content(paper, as: .outsider) }
        #expect(try await table.content(paper, as: GroeneHart.alphen) == Self.pdf)
        await #expect(throws: FileProblem.notAFile) { try await table.attach(Array("<b>".utf8), "stuk.html") }
        #expect(try await table.papers() == [paper])
        var form = MeetingForm()
        (form.body, form.day) = (table.programme.actionPlan!.bodies[0].code.description, "2025-03-03")
        let other = try await table.governances.plan(form, in: table.programme, as: GroeneHart.leader)
        await #expect(throws: GovernanceProblem.paperNotFound) {
            try await table.governances.paper(
                paper.file.id,
                of: other,
                in: table.programme,
                as: GroeneHart.manager
            )
        }
    }

    @Test(arguments: TestDatabase.available)
    func `an item has room for twenty papers`(kind: TestDatabase) async throws {
        let table = try await Table(kind)
        for number in 1...Governances.paperLimit { try await table.attach(Self.pdf, "stuk \(number).pdf") }
        await #expect(throws: GovernanceProblem.tooManyPapers) { try await table.attach(Self.pdf, "nog een.pdf") }
        try await table.attach(Self.pdf, "stuk 1.pdf")
        try await table.attach(Self.pdf, "nog een.pdf", to: 1)
        #expect(try await table.kept() == Governances.paperLimit + 1)
    }
}
