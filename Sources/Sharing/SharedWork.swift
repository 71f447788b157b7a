import Fieldwork
package import Foundation
import Gatherings
package import Kernel
package import Programmes
import Registers
import Storage

/// How much of another programme counts here (*telt mee*). Numbers only: not which company, and not which conversation.
package struct SharedWork: Equatable, Sendable {
    package let code: ShareCode
    package let kind: ShareKind
    package let source: ProgrammeID
    package let sourceName: Text
    package let place: ShareUse.Place
    package let count: Int
    /// In how many municipalities that was.
    package let municipalities: Int
    /// Fewer than this are not told to everybody.
    package let smallestShown: Int

    package init(
        code: ShareCode,
        kind: ShareKind,
        source: ProgrammeID,
        sourceName: Text,
        place: ShareUse.Place,
        count: Int,
        municipalities: Int,
        smallestShown: Int
    ) {
        self.code = code
        self.kind = kind
        self.source = source
        self.sourceName = sourceName
        self.place = place
        self.count = count
        self.municipalities = municipalities
        self.smallestShown = smallestShown
    }

    /// Sessions are public; of visits a few could point at one company.
    package var isShownToEverybody: Bool { kind == .sessions || count >= smallestShown }
}

/// Something that took place, as far as another programme may know.
package struct SharedFact: Equatable, Sendable {
    package let countsFrom: Day
    package let municipality: AreaCode
}

extension Sharings {
    /// What counts in a programme at a moment: of agreements that were in force then, and in its own municipalities. For
    /// use cases that have established who may see it. Of one line when asked.
    package func work(
        for programme: Programme,
        at moment: Date,
        line: ActionLine.ID? = nil
    ) async throws -> [SharedWork] {
        let uses = (programme.sharing?.uses ?? []).filter { line == nil || $0.place?.line == line }
        guard !uses.isEmpty else { return [] }
        var work: [SharedWork] = []
        for agreement in try await agreements.all(of: programme) where agreement.isInForce(at: moment) {
            guard let offer = agreement.offer, let use = agreement.use, let place = use.place, uses.contains(use)
            else { continue }
            let giver = try await programmes.current(agreement.key.giver)
            let facts = try await facts(offer, of: giver, in: programme, at: moment)
            work.append(
                SharedWork(
                    code: offer.code,
                    kind: offer.kind,
                    source: giver.id,
                    sourceName: giver.name,
                    place: place,
                    count: facts.count,
                    municipalities: Set(facts.map(\.municipality)).count,
                    smallestShown: giver.smallestShownGroup
                )
            )
        }
        return work
    }

    /// Sessions of other programmes that count for targets, each with when it may count: from its day on, while the
    /// agreement is in force.
    package func sessions(
        for programme: Programme
    ) async throws -> [(target: Target.ID, fact: SharedFact, isInForce: @Sendable (Day) -> Bool)] {
        guard programme.sharing?.uses.isEmpty == false else { return [] }
        let now = world.now()
        var sessions: [(Target.ID, SharedFact, @Sendable (Day) -> Bool)] = []
        for agreement in try await agreements.all(of: programme) where agreement.isDeclared {
            guard let offer = agreement.offer, case .target(let target)? = agreement.use?.place,
                agreement.key.user == programme.id
            else { continue }
            let giver = try await programmes.current(agreement.key.giver)
            let facts = try await facts(offer, of: giver, in: programme, at: now)
            sessions += facts.map { fact in (target, fact, { agreement.isInForce(at: min($0.end, now)) }) }
        }
        return sessions
    }

    /// How much crosses at a moment; `nil` when nothing does.
    func crossing(_ agreement: ShareAgreement, at moment: Date) async throws -> Int? {
        guard agreement.isInForce(at: moment), let offer = agreement.offer else { return nil }
        let giver = try await programmes.current(agreement.key.giver)
        let user = try await programmes.current(agreement.key.user)
        guard offer.kind != .companies else {
            return try await database.read { db in try db.sharedCompanies(in: giver.id).count }
        }
        return try await facts(offer, of: giver, in: user, at: moment).count
    }

    /// What took place by a moment in a municipality of who uses it.
    private func facts(
        _ offer: ShareOffer,
        of giver: Programme,
        in user: Programme,
        at moment: Date
    ) async throws -> [SharedFact] {
        let here = Set(user.municipalities.map(\.code))
        let facts: [SharedFact] =
            switch (offer.kind, offer.register) {
            case (.companies, _): []
            case (.visits, _):
                try await database.read { db in try db.visitsHeld(in: giver.id, at: moment) }
                    .map { SharedFact(countsFrom: $0.countsFrom, municipality: $0.municipality) }
            case (.sessions, nil):
                try await database.read { db in try db.sessionsHeld(in: giver.id, at: moment) }
                    .map { SharedFact(countsFrom: $0.countsFrom, municipality: $0.municipality) }
            case (.sessions, let items?):
                try await registers.held(items, in: giver, at: moment)
                    .map { SharedFact(countsFrom: $0.day, municipality: $0.municipality) }
            }
        return facts.filter { here.contains($0.municipality) }
    }
}
