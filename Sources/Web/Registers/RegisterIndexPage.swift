import Kernel
import Markup
import Programmes
import Registers

/// All registers of a programme, by action line.
struct RegisterIndexPage: Page {
    let programme: Programme
    let tallies: [RegisterTally]

    var title: Text { Text(nl: "Registers", en: "Registers") }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["action-plan.css", "registers.css"] }

    var body: HTML {
        h1 { title }
        p(.class("lead")) {
            Text(
                nl: "Wat elke actielijn bijhoudt. Wat telt voor een resultaat, telt vanzelf mee op het actieplan.",
                en: "What each action line keeps. What counts for a result counts on the action plan by itself."
            )
        }
        if let pairings = programme.registry?.pairings, !pairings.isEmpty {
            Markup.section {
                h2 { Text(nl: "Vraag en aanbod", en: "Demand and supply") }
                ul {
                    for pairing in pairings {
                        li { a(.href(Addresses.pairing.path(programme.id, pairing.code))) { pairing.name } }
                    }
                }
            }
        }
        Markup.section {
            h2 { Text(nl: "Alle registers", en: "All registers") }
            ul(.class("standing wide")) { for tally in tallies { li { card(tally) } } }
        }
    }

    private func card(_ tally: RegisterTally) -> HTML {
        let register = tally.register
        return article(.class("card")) {
            if let line = register.line.flatMap({ programme.actionPlan?.line($0) }) {
                p(.class("eyebrow")) {
                    "\(line.code) "
                    line.name
                }
            }
            h3 { a(.href(Addresses.register.path(programme.id, register.code))) { register.name } }
            p { register.purpose }
            ul(.class("register-tally")) {
                for (code, count) in tally.states where count > 0 {
                    li {
                        span(.class("badge plain")) {
                            HTML.number(count)
                            " "
                            RegisterNames(programme: programme).state(code, of: register)
                        }
                    }
                }
                if tally.proposals > 0 {
                    li {
                        a(
                            .class("badge attention"),
                            .href(Addresses.register.path(programme.id, register.code) + "?voorstellen=ja")
                        ) {
                            Text(nl: "\(tally.proposals) gemeld", en: "\(tally.proposals) reported")
                        }
                    }
                }
            }
        }
    }
}
