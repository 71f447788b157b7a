import Audit
import Foundation
import Kernel
import Programmes
import Storage
import Synchronization
import TestSupport

@testable import Fieldwork

/// A company, a programme and a clock that can be moved: what a conversation needs around it.
struct Table {
    let database: any SQLDatabase
    let clock: Clock
    let programmes: Programmes
    let conversations: Conversations
    let company: Company.ID

    static let start = Day("2026-03-02")!.noon

    init(_ kind: TestDatabase, programme: Programme = .sample) async throws {
        database = try await kind.make()
        let clock = Clock(Table.start)
        var world = World.fixed()
        world.now = { clock.now }
        self.clock = clock
        programmes = Programmes(database: database, world: world)
        conversations = Conversations(database: database, world: world, programmes: programmes)
        try await programmes.publish(programme, as: .administrator)
        var form = CompanyForm()
        form[.name] = "Vonk Constructie BV"
        form[.postcode] = "2741 AB"
        company = ID(UUID())
        try await Companies(database: database, world: world)
            .register(company, form, in: programme, as: .interviewer)
    }

    func planned(_ measurement: Conversation.Measurement = .start, on day: Day = Day("2026-03-02")!) async throws
        -> Conversation.ID
    {
        let plan = ConversationPlan(day: day, time: ClockTime("09:30"), interviewer: Interviewer(.interviewer))
        let id = Conversation.ID(UUID())
        try await conversations.add(id, with: company, plan, measurement, in: .metaal, as: .interviewer)
        return id
    }

    func started(_ measurement: Conversation.Measurement = .start) async throws -> Conversation.ID {
        let id = try await planned(measurement, on: Day(clock.now))
        try await conversations.start(id, in: .metaal, as: .interviewer)
        return id
    }

    /// Ticks so many seconds after the start of the test.
    func tick(
        _ activity: Activity.ID,
        _ mark: Mark,
        isOn: Bool = true,
        at seconds: Double = 0,
        id: Tick.ID = ID(UUID()),
        on conversation: Conversation.ID,
        as principal: Principal = .interviewer
    ) async throws {
        let form = TickForm(
            id: id,
            activity: activity,
            mark: mark,
            isOn: isOn,
            madeAt: Table.start.addingTimeInterval(seconds)
        )
        try await conversations.tick([form], device: "tablet", on: conversation, in: .metaal, as: principal)
    }

    func answers(_ id: Conversation.ID) async throws -> SheetAnswers {
        try await conversations.record(id, in: .metaal, as: .interviewer).answers
    }

    func auditActions() async throws -> [String] {
        try await database.read { db in try db.audit.latest(50, in: .metaal) }.map(\.action)
            .filter { $0.hasPrefix("conversation") || $0.hasPrefix("consent") }.sorted()
    }
}

final class Clock: Sendable {
    private let moment: Mutex<Date>

    init(_ moment: Date) { self.moment = Mutex(moment) }

    var now: Date { moment.withLock { $0 } }

    func move(_ seconds: Double) { moment.withLock { $0 += seconds } }
}
