import Kernel
import Markup
import Programmes
import Registers

/// The items of a register in columns, one for each state.
struct RegisterBoardPage: Page {
    let programme: Programme
    let register: Register
    let principal: Principal
    let columns: [(state: Register.State, list: RegisterList)]

    var title: Text { register.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }
    private var isKeeper: Bool { principal.mayKeep(register, in: programme) }

    var body: HTML {
        RegisterHead(programme: programme, register: register, isKeeper: isKeeper, view: .board)
        div(.class("board"), .role("region"), .ariaLabel(RegisterView.board.name), .attribute("tabindex", "0")) {
            for column in columns {
                Markup.section(.class("board-column")) {
                    h2 {
                        column.state.name
                        " "
                        span(.class("muted")) { HTML.number(column.list.found) }
                    }
                    if column.list.items.isEmpty {
                        p(.class("muted small")) { Text(nl: "Niets", en: "Nothing") }
                    }
                    ul(.class("board-cards")) {
                        for item in column.list.items { li(.class("card")) { card(item, column.state) } }
                    }
                    if column.list.found > column.list.items.count {
                        p {
                            a(
                                .href(
                                    Addresses.register.path(programme.id, register.code) + "?stand=\(column.state.code)"
                                )
                            ) { Text(nl: "Alle met deze stand", en: "All in this state") }
                        }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func card(_ item: RegisterItem, _ state: Register.State) -> HTML {
        p { a(.href(Addresses.registerItem.path(programme.id, register.code, item.id))) { item.title } }
        let names = RegisterNames(programme: programme)
        for field in register.columns(forKeeper: isKeeper).prefix(2) where item.stored(field) != nil {
            div(.class("small muted")) { names.shown(item, field) }
        }
        if isKeeper {
            let targets = register.states.filter {
                principal.mayMove(state.code, to: $0.code, of: register, in: programme.id)
            }
            if !targets.isEmpty {
                MoveForm(
                    action: Addresses.moveRegisterItem.path(programme.id, register.code, item.id),
                    item: item,
                    targets: targets,
                    back: RegisterView.board.path(programme.id, register.code),
                    passed: register.states(upTo: item.state)
                )
            }
        }
    }
}

/// To put an item in another state.
struct MoveForm: Component {
    let action: String
    let item: RegisterItem
    let targets: [Register.State]
    /// Where to go afterwards.
    let back: String

    /// What comes after this state in the register; nobody wants to go back first.
    private var next: Register.State? { targets.first { !passed.contains($0.code) } ?? targets.first }
    /// The states up to and including the present one.
    let passed: Set<Register.State.ID>

    var body: HTML {
        PostForm(action: action, .class("move")) {
            input(.type("hidden"), .name("terug"), .value(back))
            label(.for("naar-\(item.id)"), .class("visually-hidden")) {
                Text(nl: "Nieuwe stand van \(item.title)", en: "New state of \(item.title)")
            }
            select(.id("naar-\(item.id)"), .name("stand")) {
                for state in targets { option(.value(state.code.description), .selected(state == next)) { state.name } }
            }
            button(.class("button secondary")) {
                Text(nl: "Zet", en: "Put")
                span(.class("visually-hidden")) { " \(item.title)" }
            }
        }
    }
}
