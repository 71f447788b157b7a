import Assignment
import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

extension Registers {
    /// So many items of each side are compared: what is asked and offered in a region is less.
    static let pairLimit = 1000

    /// For what is asked, who offers it: first what was decided on, then proposals. Each offer is proposed once, so that
    /// all together get the most out of it, by the same matching as the referrals of companies.
    ///
    /// - Throws: ``RegisterProblem/registerNotFound`` when there is no such pairing.
    package func pairs(
        of code: RegisterPairing.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [RegisterPair] {
        try principal.require(.readActions, in: programme.id)
        guard let pairing = programme.registry?.pairings.first(where: { $0.code == code }) else {
            throw RegisterProblem.registerNotFound
        }
        let matcher = RegisterMatcher(
            pairing: pairing,
            asks: try register(pairing.asks, in: programme),
            offers: try register(pairing.offers, in: programme)
        )
        let (asking, offering, decided) = try await database.read { db in
            var query = RegisterQuery()
            query.sort = .changed
            let items = { (register: Register) in
                let ids = try catalogues.look(at: register, in: programme, db) { catalogue in
                    let found = catalogue.find(query, isForKeeper: true)
                    return catalogue.items(of: found, limit: Self.pairLimit)
                }
                return try db.registerLists(register.code, in: programme.id).items(ids)
            }
            return (
                try items(matcher.asks), try items(matcher.offers),
                try RegisterPairStore(db: db, programme: programme.id).decisions(of: code)
            )
        }
        let pairs = Self.match(asking, offering, decided, by: matcher)
        // What is about companies is for who keeps the registers, and only of who said yes to each other.
        let isKeeper =
            principal.mayKeep(matcher.asks, in: programme) && principal.mayKeep(matcher.offers, in: programme)
        return pairs.map { pair in
            guard pair.decision?.answer != .bothAgreed || !isKeeper else { return pair }
            return RegisterPair(
                asks: pair.asks.shown(of: matcher.asks),
                offers: pair.offers.shown(of: matcher.offers),
                rules: pair.rules,
                decision: pair.decision
            )
        }
    }

    private static func match(
        _ asking: [RegisterItem],
        _ offering: [RegisterItem],
        _ decided: [RegisterPairKey: RegisterPairDecision],
        by matcher: RegisterMatcher
    ) -> [RegisterPair] {
        let known = decided.compactMap { key, decision -> RegisterPair? in
            guard let asks = asking.first(where: { $0.id == key.asks }),
                let offers = offering.first(where: { $0.id == key.offers })
            else { return nil }
            let rules = matcher.rules(asks, offers) ?? []
            return RegisterPair(asks: asks, offers: offers, rules: rules, decision: decision)
        }
        // Who is being asked or agreed already is not proposed again.
        let busy = known.filter { $0.decision?.answer != .refused }
        let freeAsks = matcher.open(asking, of: matcher.asks).filter { item in !busy.contains { $0.asks.id == item.id }
        }
        let freeOffers = matcher.open(offering, of: matcher.offers)
            .filter { item in !busy.contains { $0.offers.id == item.id } }
        let rules = freeAsks.map { asks in
            freeOffers.map { offers in
                decided[RegisterPairKey(asks: asks.id, offers: offers.id)] == nil ? matcher.rules(asks, offers) : nil
            }
        }
        let scores = rules.map { $0.map { Int32($0?.map(\.weight).reduce(0, +) ?? 0) } }
        let best = Assignment.best(scores, capacities: freeOffers.map { _ in 1 })
        let proposals = best.choices.enumerated().compactMap { index, choice -> RegisterPair? in
            guard let choice, let held = rules[index][choice] else { return nil }
            return RegisterPair(asks: freeAsks[index], offers: freeOffers[choice], rules: held)
        }
        let order = { (left: RegisterPair, right: RegisterPair) in
            (-left.score, left.asks.number, left.offers.number) < (-right.score, right.asks.number, right.offers.number)
        }
        return known.sorted(by: order) + proposals.sorted(by: order)
    }

    /// Says what came of a pair. The same answer twice counts once.
    ///
    /// - Throws: ``RegisterProblem``.
    package func decide(
        _ answer: RegisterPairDecision.Answer,
        on asks: RegisterItem.ID,
        _ offers: RegisterItem.ID,
        of code: RegisterPairing.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        guard let pairing = programme.registry?.pairings.first(where: { $0.code == code }) else {
            throw RegisterProblem.registerNotFound
        }
        _ = try own(pairing.asks, in: programme, as: principal)
        let now = world.now()
        try await database.write { db in
            guard try db.registerItems(pairing.asks, in: programme.id).find(asks) != nil,
                try db.registerItems(pairing.offers, in: programme.id).find(offers) != nil
            else { throw RegisterProblem.itemNotFound }
            let store = RegisterPairStore(db: db, programme: programme.id)
            let key = RegisterPairKey(asks: asks, offers: offers)
            let before = try store.decisions(of: code)[key]?.answer
            let answer = answer.after(before)
            if answer == before { return }
            try store.insert(answer, on: key, of: code, by: principal, at: now)
            try db.audit.append(
                .updateActions,
                "register.pair-decided",
                of: "pairing \(code)",
                in: programme.id,
                by: principal,
                at: now
            )
        }
    }
}

extension RegisterPairDecision.Answer {
    /// Two single yeses are one of both.
    func after(_ before: Self?) -> Self {
        switch (before, self) {
        case (.asksAgreed?, .offersAgreed), (.offersAgreed?, .asksAgreed), (.bothAgreed?, .asksAgreed),
            (.bothAgreed?, .offersAgreed):
            .bothAgreed
        default: self
        }
    }
}

extension RegisterMatcher {
    /// Only what everybody may see is asked or offered: the rest waits, or is over.
    func open(_ items: [RegisterItem], of register: Register) -> [RegisterItem] {
        items.filter { register.state($0.state)?.isPublic ?? false }
    }
}

struct RegisterPairKey: Hashable {
    let asks: RegisterItem.ID
    let offers: RegisterItem.ID
}
