import Fieldwork
package import Kernel
package import Programmes
import Storage

/// Companies that said yes to an initiative that has no place for them yet (*wachtrij*). Who said yes first has a place;
/// when a place comes free the next moves up by itself, because nothing else is kept than the order.
package struct PlaceQueue: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package let referral: Referral.ID
        package let companyName: String
        /// The day on which the company said yes.
        package let since: Day
    }

    package let initiative: InitiativeCode
    package let capacity: Int
    /// Who has a place, the first one first.
    package let placed: [Entry]
    /// Who waits, who is next first.
    package let waiting: [Entry]

    init(initiative: InitiativeCode, capacity: Int, entries: [Entry]) {
        let sorted = entries.sorted { ($0.since, $0.referral.description) < ($1.since, $1.referral.description) }
        self.initiative = initiative
        self.capacity = capacity
        placed = Array(sorted.prefix(capacity))
        waiting = Array(sorted.dropFirst(capacity))
    }

    /// From 1; `nil` for who has a place.
    package func number(of referral: Referral.ID) -> Int? {
        waiting.firstIndex { $0.referral == referral }.map { $0 + 1 }
    }
}

/// What came of one kind of help that companies asked for (*wat er van vragen kwam*), over the whole programme.
package struct NeedOutcome: Equatable, Sendable {
    package let kind: SupportNeedKind.ID
    /// Companies that asked for it.
    package let asked: Int
    /// Of these, those that said yes to an initiative.
    package let referred: Int

    package init(kind: SupportNeedKind.ID, asked: Int, referred: Int) {
        self.kind = kind
        self.asked = asked
        self.referred = referred
    }
}

extension Referrals {
    /// Of each initiative that has a limited number of places, in the order of the pack.
    package func queues(in programme: ProgrammeID, as principal: Principal) async throws -> [PlaceQueue] {
        try principal.require(.readReferrals, in: programme)
        return try await queues(of: try await programmes.current(programme))
    }

    func queues(of programme: Programme) async throws -> [PlaceQueue] {
        let entries = try await database.read { db in try db.referralLists(in: programme.id).queue() }
        return programme.initiatives.compactMap { initiative in
            initiative.capacity.map { capacity in
                PlaceQueue(initiative: initiative.code, capacity: capacity, entries: entries[initiative.code] ?? [])
            }
        }
    }

    /// In the order of the pack; what nobody asked for is left out.
    package func needOutcomes(in programme: ProgrammeID, as principal: Principal) async throws -> [NeedOutcome] {
        try principal.require(.readReferrals, in: programme)
        let content = try await programmes.current(programme)
        let found = try await database.read { db in try db.referralLists(in: programme).needOutcomes() }
        return content.needs.compactMap { need in found.first { $0.kind == need.code } }
    }
}
