package import Foundation
package import Kernel
package import Programmes
import Storage

/// Conversations that are held where there is no network (*meenemen*): what a device gets with it, and what it brings
/// back.
package struct TakeAlong: Sendable {
    /// So many conversations go along at most.
    package static let conversationLimit = 60
    /// So many items at once.
    package static let itemLimit = 1000
    /// How long an item is remembered: longer than any device may wait before it sends.
    private static let memory: TimeInterval = 400 * 86400

    let conversations: Conversations
    let companies: Companies

    package init(conversations: Conversations, companies: Companies) {
        self.conversations = conversations
        self.companies = companies
    }

    /// The open conversations of this person from one day to another, the first one first.
    package func records(
        from first: Day,
        to last: Day,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [ConversationRecord] {
        try principal.require(.holdConversations, in: programme)
        let open = ConversationFilter(
            states: [.planned, .underway, .paused],
            interviewer: principal.account,
            limit: 1000
        )
        let lines = try await conversations.list(open, in: programme, as: principal).lines
        let chosen = lines.map(\.conversation).filter { (first...last).contains($0.day) || $0.state != .planned }
        var records: [ConversationRecord] = []
        for conversation in chosen.prefix(Self.conversationLimit) {
            records.append(try await conversations.record(conversation.id, in: programme, as: principal))
        }
        return records
    }

    /// Does what a device did, in its order. Each item stands on its own: one that is refused keeps no other back.
    ///
    /// `sentAt` is the clock of the device at the moment of sending. One that is minutes wrong is corrected by that, so
    /// that its ticks stand where they belong among those of others.
    package func receive(
        _ items: [FieldItem],
        from device: String,
        sentAt: Date,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [FieldOutcome] {
        try principal.require(.holdConversations, in: programme.id)
        guard items.count <= Self.itemLimit else { throw ConversationProblem.tooManyTicks }
        let now = conversations.world.now()
        try await conversations.database.write { db in
            try db.receipts(in: programme.id).forget(before: now.addingTimeInterval(-Self.memory))
        }
        let receiver = FieldReceiver(
            conversations: conversations,
            companies: companies,
            programme: programme,
            principal: principal,
            device: String(device.prefix(64)),
            correction: Self.correction(sentAt: sentAt, receivedAt: now)
        )
        var outcomes: [FieldOutcome] = []
        for item in items { outcomes.append(FieldOutcome(item: item.id, state: try await receiver.receive(item))) }
        return outcomes
    }

    /// What to add to the times of a device: nothing while they are about right, for a slow network is no wrong clock;
    /// otherwise whole minutes, so that what is sent a second later is moved just as far.
    static func correction(sentAt: Date, receivedAt: Date) -> TimeInterval {
        let difference = receivedAt.timeIntervalSince(sentAt)
        return abs(difference) < 120 ? 0 : (difference / 60).rounded() * 60
    }
}
