import Fieldwork
import Kernel
import Mail
import Markup
import Programmes

extension Addresses {
    static let outbox = Address("/werk/{programme}/post")
    static let outboxItem = Address("/werk/{programme}/post/{mail}")
}

/// Every letter of the programme, and how it stands.
struct OutboxPage: Page {
    let programme: Programme
    let items: [OutboxItem]
    let hasServer: Bool

    var title: Text { Text(nl: "Verstuurde post", en: "Sent mail") }
    var section: NavigationSection? { .selection }

    var body: HTML {
        h1 { title }
        if !hasServer {
            div(.class("notice info")) {
                p {
                    Text(
                        nl:
                            "Er is geen mailserver ingesteld. Brieven blijven hier staan tot de beheerder er een instelt.",
                        en: "No mail server is set up. Letters stay here until the administrator sets one up."
                    )
                }
            }
        }
        if items.isEmpty {
            div(.class("empty")) { p { Text(nl: "Er is nog niets verstuurd.", en: "Nothing was sent yet.") } }
        } else {
            div(.class("table-scroll")) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) { title }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Aan", en: "To") }
                            th(.scope("col")) { Text(nl: "Wat", en: "What") }
                            th(.scope("col")) { Text(nl: "Gemaakt", en: "Made") }
                            th(.scope("col")) { Text(nl: "Stand", en: "State") }
                            th(.scope("col")) { Text(nl: "Doen", en: "Do") }
                        }
                    }
                    tbody { for item in items { row(item) } }
                }
            }
        }
    }

    private func row(_ item: OutboxItem) -> HTML {
        tr {
            th(.scope("row")) {
                if item.to.email.isEmpty {
                    Text(nl: "gewist", en: "erased")
                } else {
                    item.to.name
                    small(.class("muted")) { " \(item.to.email)" }
                }
            }
            td(.attribute("data-label", Text(nl: "Wat", en: "What"))) {
                item.kind.name
                small(.class("muted")) { " \(item.title)" }
            }
            td(.attribute("data-label", Text(nl: "Gemaakt", en: "Made"))) { HTML.moment(item.madeAt) }
            td(.attribute("data-label", Text(nl: "Stand", en: "State"))) {
                span(.class(item.state.badge)) { item.state.name }
                if item.attempts > 0, item.state == .waiting, let next = item.nextAttempt {
                    small(.class("muted")) {
                        Text(
                            nl: " poging \(item.attempts) lukte niet; weer om ",
                            en: " attempt \(item.attempts) failed; again at "
                        )
                        HTML.moment(next)
                    }
                }
                if let reply = item.reply { small(.class("muted")) { " \(reply)" } }
            }
            td(.attribute("data-label", Text(nl: "Doen", en: "Do"))) { actions(item) }
        }
    }

    @HTMLBuilder private func actions(_ item: OutboxItem) -> HTML {
        if item.state == .failed || item.state == .uncertain {
            action(item, "opnieuw", Text(nl: "Opnieuw versturen", en: "Send again"))
        }
        if [.waiting, .failed, .uncertain].contains(item.state) {
            action(item, "intrekken", Text(nl: "Intrekken", en: "Take back"))
        }
    }

    private func action(_ item: OutboxItem, _ value: String, _ caption: Text) -> HTML {
        PostForm(action: Addresses.outboxItem.path(programme.id, item.id)) {
            button(.class("button secondary small"), .name("doe"), .value(value)) {
                caption
                span(.class("visually-hidden")) { ": \(item.to.name)" }
            }
        }.body
    }
}
