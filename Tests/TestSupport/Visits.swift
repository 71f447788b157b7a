package import Fieldwork
import Foundation
package import Kernel
package import Programmes
package import Referrals
package import Storage
import Synchronization

/// Companies that were visited, with a clock that can be moved: what a referral needs around it.
package struct Visits: Sendable {
    package let database: any SQLDatabase
    package let world: World
    package let programmes: Programmes
    package let conversations: Conversations
    package let referrals: Referrals
    package let shared: SharedReferrals
    package let advices: Advices
    package let followUps: FollowUps
    package let ownSheets: OwnSheets
    package let overviews: Overviews
    private let clock: Mutable<Date>

    /// Publishes `programme`; the clock stands at noon on `day`.
    package init(
        on kind: TestDatabase,
        programme: Programme = .sample,
        day: Day = Day("2026-03-02")!
    ) async throws {
        let clock = Mutable(day.noon)
        var world = World.fixed()
        world.now = { clock.value }
        self.clock = clock
        self.world = world
        database = try await kind.make()
        programmes = Programmes(database: database, world: world)
        conversations = Conversations(database: database, world: world, programmes: programmes)
        referrals = Referrals(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        )
        shared = SharedReferrals(referrals: referrals)
        advices = Advices(database: database, world: world, conversations: conversations)
        followUps = FollowUps(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        )
        ownSheets = OwnSheets(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        )
        overviews = Overviews(database: database, world: world, programmes: programmes)
        try await programmes.publish(programme, as: .administrator)
    }

    package func move(to day: Day) { clock.set(day.noon) }

    /// A company and a finished conversation with it, held today. What is asked for is coaching.
    package func visit(
        _ name: String = "Vonk Constructie BV",
        postcode: String = "2741 AB",
        doing: Set<Activity.ID> = ["PP02"],
        ambition: Set<Activity.ID> = ["PR12"],
        needs: [SupportNeedKind.ID] = ["coaching"],
        isFinished: Bool = true
    ) async throws -> Conversation.ID {
        let programme = try await programmes.current(.metaal)
        var form = CompanyForm()
        form[.name] = name
        form[.postcode] = postcode
        form[.sector] = "plaat-constructie"
        form[.size] = "10-19"
        let company = Company.ID(UUID())
        try await Companies(database: database, world: world)
            .register(company, form, in: programme, as: .interviewer)
        let talks = conversations
        let id = Conversation.ID(UUID())
        let plan = ConversationPlan(day: world.today, interviewer: Interviewer(.interviewer))
        try await talks.add(id, with: company, plan, .start, in: .metaal, as: .interviewer)
        try await talks.start(id, in: .metaal, as: .interviewer)
        for activity in doing.sorted() {
            try await talks.mark(.doing, activity, isOn: true, on: id, in: .metaal, as: .interviewer)
        }
        for activity in ambition.sorted() {
            try await talks.mark(.ambition, activity, isOn: true, on: id, in: .metaal, as: .interviewer)
        }
        try await talks.ask(for: needs.map { SupportNeed(kind: $0) }, of: id, in: .metaal, as: .interviewer)
        if isFinished { try await talks.finish(id, in: .metaal, as: .interviewer) }
        return id
    }

    /// An initiative that the company said yes to.
    package func agreed(
        _ initiative: InitiativeCode = "VTM",
        for conversation: Conversation.ID
    ) async throws -> Referral.ID {
        let form = ReferralForm(
            initiative: "\(initiative)",
            what: "Kennismaking in de hal",
            contact: "Bea Belt",
            day: "2026-03-20",
            reason: "Past bij de plannen",
            agreed: "ja"
        )
        try await referrals.choose(form, for: conversation, in: .metaal, as: .interviewer)
        let sheet = try await referrals.worksheet(for: conversation, in: .metaal, as: .interviewer)
        return sheet.referral(to: initiative)!.id
    }

    package func handOver(_ id: Referral.ID, items: [String] = ["ambitions"]) async throws {
        let detail = try await referrals.detail(id, in: .metaal, as: .interviewer)
        let form = HandoverForm(
            items: items,
            companyContact: "Wil Werkplaats, 0100 000 000",
            givenBy: "Wil Werkplaats",
            manner: "spoken",
            givenOn: world.today.description,
            seen: detail.shareable.fingerprint
        )
        try await referrals.handOver(form, id, in: .metaal, as: .interviewer)
    }
}

private final class Mutable<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }

    func set(_ value: Value) { state.withLock { $0 = value } }
}
