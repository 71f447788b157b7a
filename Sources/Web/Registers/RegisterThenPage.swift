import Kernel
import Markup
import Programmes
import Registers

/// How many items each state had on an earlier day, and has now.
struct RegisterThenPage: Page {
    let programme: Programme
    let register: Register
    let isKeeper: Bool
    let day: Day
    let today: Day
    let then: [Register.State.ID: Int]
    let now: [Register.State.ID: Int]

    var title: Text { register.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }

    var body: HTML {
        RegisterHead(programme: programme, register: register, isKeeper: isKeeper, view: .then)
        form(.action(Addresses.registerThen.path(programme.id, register.code)), .class("filters")) {
            TextField(
                name: "op",
                caption: Text(nl: "Toen was het", en: "Then it was"),
                type: "date",
                value: day.description
            )
            div(.class("actions")) { button(.class("button")) { Text(nl: "Kijk", en: "Look") } }
        }
        div(.class("table-scroll")) {
            table {
                caption(.class("visually-hidden")) { RegisterView.then.name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Stand", en: "State") }
                        th(.scope("col"), .class("number")) { HTML.shortDay(day) }
                        th(.scope("col"), .class("number")) { HTML.shortDay(today) }
                        th(.scope("col"), .class("number")) { Text(nl: "Verschil", en: "Difference") }
                    }
                }
                tbody {
                    for code in states {
                        line(
                            RegisterNames(programme: programme).state(code, of: register),
                            then[code] ?? 0,
                            now[code] ?? 0
                        )
                    }
                    line(
                        Text(nl: "Samen", en: "Together"),
                        then.values.reduce(0, +),
                        now.values.reduce(0, +)
                    )
                }
            }
        }
    }

    /// Those of the register, and those that it had.
    private var states: [Register.State.ID] {
        let known = register.states.map(\.code)
        return known + Set(then.keys).union(now.keys).subtracting(known).sorted()
    }

    private func line(_ name: Text, _ then: Int, _ now: Int) -> HTML {
        tr {
            th(.scope("row")) { name }
            td(.class("number")) { HTML.number(then) }
            td(.class("number")) { HTML.number(now) }
            td(.class("number")) { now > then ? "+\(now - then)" : "\(now - then)" }
        }
    }
}
