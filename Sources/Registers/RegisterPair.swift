package import Foundation
import Kernel
package import Programmes

/// An item that asks and one that offers, which may go together (*voorstel*).
package struct RegisterPair: Equatable, Sendable {
    package let asks: RegisterItem
    package let offers: RegisterItem
    /// The rules that hold for them, and how much each counts.
    package let rules: [RegisterPairing.Rule]
    /// What was said about it; the last word holds.
    package var decision: RegisterPairDecision?

    package var score: Int { rules.map(\.weight).reduce(0, +) }
}

/// How far a pair is (*besluit*).
package struct RegisterPairDecision: Equatable, Sendable {
    package enum Answer: String, CaseIterable, Sendable {
        /// Somebody thinks that they go together, and asks both.
        case asked
        /// One of the two said yes.
        case asksAgreed = "asks-agreed"
        case offersAgreed = "offers-agreed"
        /// Both said yes: from now on they may know each other.
        case bothAgreed = "both-agreed"
        case refused
    }

    package let answer: Answer
    package let name: String
    package let recordedAt: Date
}

/// Which rules hold for two items.
struct RegisterMatcher {
    let pairing: RegisterPairing
    let asks: Register
    let offers: Register

    /// `nil` when a rule that is needed does not hold, or none does.
    func rules(_ asking: RegisterItem, _ offering: RegisterItem) -> [RegisterPairing.Rule]? {
        var held: [RegisterPairing.Rule] = []
        for rule in pairing.rules {
            guard let asked = asks.field(rule.asks), let offered = offers.field(rule.offers) else { continue }
            let holds = Self.holds(asking.value(asked), offering.value(offered))
            if rule.isNeeded, !holds { return nil }
            if holds { held.append(rule) }
        }
        return held.isEmpty ? nil : held
    }

    /// Choices share one, days overlap, and of a number at least as much is offered as is asked.
    static func holds(_ asked: RegisterValue?, _ offered: RegisterValue?) -> Bool {
        switch (asked, offered) {
        case (.choices(let asked)?, .choices(let offered)?): !Set(asked).isDisjoint(with: offered)
        case (.number(let asked)?, .number(let offered)?): offered >= asked
        case (.money(let asked)?, .money(let offered)?): offered >= asked
        case (let asked?, let offered?):
            if let asked = asked.days, let offered = offered.days {
                asked.first <= offered.last && offered.first <= asked.last
            } else {
                false
            }
        default: false
        }
    }
}
