import Foundation
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Fieldwork

@Suite struct TakeAlongTests {
    @Test(arguments: TestDatabase.available)
    func `a whole conversation arrives, and arriving twice changes nothing`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned()
        let items = road.conversation(talk)
        #expect(try await road.send(items).areDone)
        let before = try await road.everything(talk)
        #expect(before.conversation.state == .finished)
        #expect(before.answers == SheetAnswers(doing: ["PR12"], ambition: ["PR04"]))
        #expect(before.remarks == ["PR12": "Sinds vorig jaar"])
        #expect(before.needs == [SupportNeed(kind: "coaching", note: "een dag")])
        #expect(before.examples.map(\.title) == ["Restplaat"])
        let history = try await road.history(talk)

        // The reply was lost, so all of it comes again; and once more in another order, with each item twice.
        #expect(try await road.send(items).areDone)
        #expect(try await road.send(items.reversed() + items).areDone)
        #expect(try await road.everything(talk) == before)
        #expect(try await road.history(talk) == history)
    }

    @Test(arguments: TestDatabase.available)
    func `an end that arrives again does not end the correction that was begun since`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned()
        let items = road.conversation(talk)
        try await road.send(items)
        try await road.table.conversations.correct(talk, because: "vergeten", in: .metaal, as: .interviewer)
        try await road.table.conversations.ask(for: [], of: talk, in: .metaal, as: .interviewer)
        #expect(try await road.send(items).areDone)
        let record = try await road.everything(talk)
        #expect(record.conversation.state == .correcting)
        #expect(record.needs == [], "an old answer came back")
    }

    @Test(arguments: TestDatabase.available)
    func `what arrives before what it builds on is asked for again`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned()
        let items = road.conversation(talk)
        let outcomes = try await road.send([items[1], items.last!])
        #expect(outcomes.areEarly)
        let unplanned = FieldItem.Action.plan(ID(UUID()), company: ID(UUID()), day: Day("2026-03-02")!)
        #expect(try await road.send([FieldItem(id: ID(UUID()), action: unplanned)]).areEarly)
        #expect(try await road.send(items).areDone)
        #expect(try await road.everything(talk).conversation.state == .finished)
    }

    @Test(arguments: TestDatabase.available)
    func `what is refused keeps nothing else back`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned()
        var items = road.conversation(talk)
        items.insert(FieldItem(id: ID(UUID()), action: .needs(talk, [SupportNeed(kind: "bestaat-niet")])), at: 1)
        items.insert(
            FieldItem(id: ID(UUID()), action: .example(talk, ID(UUID()), GoodExampleForm(title: "Zonder verhaal"))),
            at: 1
        )
        let outcomes = try await road.send(items)
        #expect(outcomes.map(\.isDone) == [true, false, false] + Array(repeating: true, count: items.count - 3))
        guard case .refused(let problem) = outcomes[2].state else { return #expect(Bool(false), "not refused") }
        #expect(problem.code == "conversation.not-on-sheet")
        #expect(try await road.everything(talk).conversation.state == .finished)
    }

    @Test(arguments: TestDatabase.available)
    func `a company that was not planned arrives, also when it looks like another`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        var form = CompanyForm()
        form[.name] = "Vonk Constructie BV"
        form[.postcode] = "2741 AB"
        let (company, talk) = (Company.ID(UUID()), Conversation.ID(UUID()))
        let outcomes = try await road.send([
            FieldItem(id: ID(UUID()), action: .company(company, form)),
            FieldItem(id: ID(UUID()), action: .plan(talk, company: company, day: Day("2026-03-02")!)),
            FieldItem(id: ID(UUID()), action: .start(talk, sheetVersion: 1, heldOn: Day("2026-03-02")!)),
        ])
        #expect(outcomes.areDone)
        #expect(outcomes[0].note == .looksLike("Vonk Constructie BV"))
        #expect(try await road.everything(talk).company.id == company)
    }

    @Test(arguments: TestDatabase.available)
    func `only one's own open conversations of those days go along`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned(on: Day("2026-03-04")!)
        func along(_ first: String, _ last: String, as principal: Principal = .interviewer) async throws
            -> [Conversation.ID]
        {
            try await road.takeAlong.records(from: Day(first)!, to: Day(last)!, in: .metaal, as: principal)
                .map(\.conversation.id)
        }
        #expect(try await along("2026-03-04", "2026-03-04") == [talk])
        #expect(try await along("2026-03-05", "2026-03-11") == [])
        #expect(try await along("2026-03-01", "2026-03-11", as: .projectLeader) == [])
        // One that was begun goes along whatever its day.
        try await road.table.conversations.start(talk, in: .metaal, as: .interviewer)
        #expect(try await along("2026-03-05", "2026-03-11") == [talk])
        try await road.table.conversations.finish(talk, in: .metaal, as: .interviewer)
        #expect(try await along("2026-03-01", "2026-03-11") == [])
    }

    @Test(arguments: TestDatabase.available)
    func `who may not hold conversations gets nothing and brings nothing`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned()
        let items = road.conversation(talk)
        for stranger in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.forbidden(.holdConversations)) {
                try await road.send(items, as: stranger)
            }
            await #expect(throws: AccessProblem.forbidden(.holdConversations)) {
                let day = Day("2026-03-02")!
                _ = try await road.takeAlong.records(from: day, to: day, in: .metaal, as: stranger)
            }
        }
        #expect(try await road.everything(talk).conversation.state == .planned)
    }

    @Test(arguments: TestDatabase.available)
    func `the sheet that the device had with it is the sheet of the conversation`(kind: TestDatabase) async throws {
        let road = try await Road(kind)
        let talk = try await road.table.planned()
        var newer = Programme.sample
        newer.sheet.version = 2
        newer.sheet.activities.removeAll { $0.code == "PR12" }
        newer.sheet.successors = [Succession(old: "PR12", new: nil)]
        try await road.table.programmes.publish(newer, as: .administrator)
        #expect(try await road.send(road.conversation(talk)).areDone)
        let record = try await road.everything(talk)
        #expect(record.conversation.sheetVersion == 1)
        #expect(record.answers.doing == ["PR12"])
    }
}

/// A table, and a device that was away from it.
struct Road {
    let table: Table
    let takeAlong: TakeAlong

    init(_ kind: TestDatabase) async throws {
        table = try await Table(kind)
        takeAlong = TakeAlong(
            conversations: table.conversations,
            companies: Companies(database: table.database, world: table.conversations.world)
        )
    }

    /// Everything that can be done in a conversation, in its order; done in the minute before now.
    func conversation(_ id: Conversation.ID) -> [FieldItem] {
        let example = GoodExampleForm(
            title: "Restplaat",
            story: "Gaat naar de vakschool",
            audience: "sessions",
            givenBy: "Vera Vonk"
        )
        let actions: [FieldItem.Action] = [
            .start(id, sheetVersion: 1, heldOn: Day("2026-03-02")!),
            .ticks(id, [tick("PR12", .doing, at: -50), tick("PR04", .doing, at: -49)]),
            .ticks(id, [tick("PR04", .doing, isOn: false, at: -48), tick("PR04", .ambition, at: -47)]),
            .remark(id, "PR12", "Sinds vorig jaar", basedOn: ""),
            .needs(id, [SupportNeed(kind: "coaching", note: "een dag")]),
            .example(id, ID(UUID()), example),
            .finish(id),
        ]
        return actions.map { FieldItem(id: ID(UUID()), action: $0) }
    }

    func tick(_ activity: Activity.ID, _ mark: Mark, isOn: Bool = true, at seconds: Double) -> TickForm {
        let madeAt = table.clock.now.addingTimeInterval(seconds)
        return TickForm(id: ID(UUID()), activity: activity, mark: mark, isOn: isOn, madeAt: madeAt)
    }

    /// `clock` is how many seconds the clock of the device is ahead.
    @discardableResult
    func send(
        _ items: [FieldItem],
        from device: String = "tablet",
        clock: Double = 0,
        as principal: Principal = .interviewer
    ) async throws -> [FieldOutcome] {
        try await takeAlong.receive(
            items,
            from: device,
            sentAt: table.clock.now.addingTimeInterval(clock),
            in: .sample,
            as: principal
        )
    }

    func everything(_ id: Conversation.ID) async throws -> ConversationRecord {
        try await table.conversations.record(id, in: .metaal, as: .interviewer)
    }

    func history(_ id: Conversation.ID) async throws -> ConversationHistory {
        try await table.conversations.history(of: id, in: .metaal, as: .interviewer)
    }
}

extension FieldOutcome {
    var isDone: Bool { if case .done = state { true } else { false } }
    var isEarly: Bool { if case .early = state { true } else { false } }
    var note: FieldNote? { if case .done(let note) = state { note } else { nil } }
}

extension [FieldOutcome] {
    var areDone: Bool { allSatisfy { $0.isDone } }
    var areEarly: Bool { allSatisfy { $0.isEarly } }
}
