import Kernel
import Markup
import Programmes
import Registers

/// What is asked beside who offers it, with the reasons, and what came of it.
struct PairingPage: Page {
    let programme: Programme
    let pairing: RegisterPairing
    let asks: Register
    let offers: Register
    let isKeeper: Bool
    let pairs: [RegisterPair]

    var title: Text { pairing.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["action-plan.css", "registers.css"] }

    var body: HTML {
        WayBack(to: Addresses.registers.path(programme.id)) { Text(nl: "Registers", en: "Registers") }
        h1 { title }
        p(.class("lead")) {
            Text(
                nl:
                    "Voorstellen, met de reden. Iemand besluit. Namen ziet u hier pas als beide kanten ja hebben gezegd.",
                en: "Proposals, with the reason. Somebody decides. Names are shown here once both sides have said yes."
            )
        }
        if pairs.isEmpty {
            div(.class("empty")) { p { Text(nl: "Er past nu niets bij elkaar.", en: "Nothing fits together now.") } }
        }
        list(Text(nl: "Voorstellen", en: "Proposals"), pairs.filter { $0.decision == nil })
        list(Text(nl: "Loopt", en: "Under way"), pairs.filter { $0.isUnderWay })
        list(Text(nl: "Afgesproken", en: "Agreed"), pairs.filter { $0.decision?.answer == .bothAgreed })
        list(Text(nl: "Past niet", en: "Does not fit"), pairs.filter { $0.decision?.answer == .refused })
    }

    @HTMLBuilder private func list(_ name: Text, _ pairs: [RegisterPair]) -> HTML {
        if !pairs.isEmpty {
            Markup.section {
                h2 { name }
                ul(.class("standing wide")) { for pair in pairs { li { card(pair) } } }
            }
        }
    }

    private func card(_ pair: RegisterPair) -> HTML {
        article(.class("card")) {
            h3 {
                pair.asks.title
                " ↔ "
                pair.offers.title
            }
            if let decision = pair.decision {
                p {
                    span(.class("badge \(decision.answer.look)")) { decision.answer.name }
                    span(.class("muted small")) {
                        " \(decision.name), "
                        HTML.moment(decision.recordedAt)
                    }
                }
            }
            ul { for rule in pair.rules { li { rule.because } } }
            div(.class("pair-sides")) {
                side(Text(nl: "Vraag", en: "Demand"), pair.asks, asks, pair)
                side(Text(nl: "Aanbod", en: "Supply"), pair.offers, offers, pair)
            }
            if isKeeper { decisions(pair) }
        }
    }

    private func side(_ name: Text, _ item: RegisterItem, _ register: Register, _ pair: RegisterPair) -> HTML {
        let names = RegisterNames(programme: programme)
        let isOpen = pair.decision?.answer == .bothAgreed
        return div {
            h4 {
                name
                ": "
                a(.href(Addresses.registerItem.path(programme.id, register.code, item.id))) {
                    register.item
                    " \(item.number)"
                }
            }
            dl(.class("facts")) {
                for field in register.fields.dropFirst()
                where (!field.kind.isConfidential || isOpen && isKeeper) && item.stored(field) != nil {
                    dt { field.name }
                    dd { names.shown(item, field) }
                }
            }
        }
    }

    @HTMLBuilder private func decisions(_ pair: RegisterPair) -> HTML {
        let next: [RegisterPairDecision.Answer] =
            switch pair.decision?.answer {
            case nil: [.asked, .refused]
            case .asked: [.asksAgreed, .offersAgreed, .refused]
            case .asksAgreed: [.offersAgreed, .refused]
            case .offersAgreed: [.asksAgreed, .refused]
            case .bothAgreed: [.refused]
            case .refused: [.asked]
            }
        PostForm(action: Addresses.pairing.path(programme.id, pairing.code)) {
            input(.type("hidden"), .name("vraag"), .value(pair.asks.id.description))
            input(.type("hidden"), .name("aanbod"), .value(pair.offers.id.description))
            div(.class("actions")) {
                for answer in next {
                    button(
                        .class(answer == .refused ? "button danger" : "button secondary"),
                        .name("besluit"),
                        .value(answer.rawValue)
                    ) {
                        answer.question
                        span(.class("visually-hidden")) { ": \(pair.asks.title)" }
                    }
                }
            }
        }
    }
}

extension RegisterPair {
    fileprivate var isUnderWay: Bool {
        switch decision?.answer {
        case .asked, .asksAgreed, .offersAgreed: true
        case .bothAgreed, .refused, nil: false
        }
    }
}

extension RegisterPairDecision.Answer {
    fileprivate var question: Text {
        switch self {
        case .asked: Text(nl: "Ik vraag het allebei", en: "I ask both")
        case .asksAgreed: Text(nl: "De vrager zegt ja", en: "Who asks says yes")
        case .offersAgreed: Text(nl: "De aanbieder zegt ja", en: "Who offers says yes")
        case .bothAgreed: name
        case .refused: Text(nl: "Past niet", en: "Does not fit")
        }
    }
}
