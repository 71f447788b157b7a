import Kernel
import Markup
import Programmes
import Registers

/// Items as lines.
struct RegisterTable: Component {
    let programme: Programme
    let register: Register
    let items: [RegisterItem]
    let columns: [Register.Field]
    /// Lines that were drawn before.
    var drawn: DrawnItems.Shelf?
    /// Where an item leads; nowhere for everybody.
    var path: ((RegisterItem) -> String)?
    var filePath: (@Sendable (RegisterItem, KeptFile) -> String)?

    private static let state = Attribute.attribute("data-label", Text(nl: "Stand", en: "State"))

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) { register.name }
                thead {
                    tr {
                        th(.scope("col")) { register.fields.first?.name ?? register.name }
                        for field in columns { th(.scope("col")) { field.name } }
                        th(.scope("col")) { Text(nl: "Stand", en: "State") }
                    }
                }
                tbody { lines }
            }
        }
    }

    @HTMLBuilder private var lines: HTML {
        let names = RegisterNames(programme: programme, filePath: filePath)
        let labels = columns.map { Attribute.attribute("data-label", $0.name) }
        if let drawn {
            let lines = drawn.lines(of: items, in: register, of: programme, columns: columns) {
                line($0, names, labels)
            }
            for line in lines { line }
        } else {
            for item in items { line(item, names, labels) }
        }
    }

    private func line(_ item: RegisterItem, _ names: RegisterNames, _ labels: [Attribute]) -> HTML {
        tr {
            th(.scope("row")) {
                if let path { a(.href(path(item))) { item.title } } else { item.title }
            }
            for (field, label) in zip(columns, labels) { td(label) { names.shown(item, field) } }
            td(Self.state) { span(.class("badge plain")) { names.state(item.state, of: register) } }
        }
    }
}
