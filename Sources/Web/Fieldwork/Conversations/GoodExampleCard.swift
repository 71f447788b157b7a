import Fieldwork
import Kernel
import Markup

/// One good example with what may be done with it.
struct GoodExampleCard: Component {
    let programme: ProgrammeID
    let conversation: Conversation.ID
    let example: GoodExample
    let photos: [ExamplePhoto]
    let nextPhoto: ExamplePhoto.ID?
    let today: Day
    let mayHold: Bool
    var mayChange = false

    var body: HTML {
        div(.class("card stack example"), .id("v-\(example.id)")) {
            h2 { example.title }
            p { example.story }
            if example.hasFacts { dl(.class("facts")) { GoodExampleFacts(example: example) } }
            p(.class("consent")) { consent }
            PhotoList(
                programme: programme,
                conversation: conversation,
                example: example,
                photos: photos,
                mayAdd: mayHold,
                next: nextPhoto
            )
            if mayHold { actions }
        }
    }

    private var consent: HTML {
        guard let consent = example.consent else { return .empty }
        if let moment = consent.withdrawnAt {
            return span(.class("badge stopped")) {
                Text(nl: "toestemming ingetrokken op ", en: "permission taken back on ")
                HTML.shortDay(Day(moment))
            }
        }
        guard consent.audience != .nobody else {
            return span(.class("badge stopped")) { Text(nl: "mag niet gedeeld worden", en: "may not be shared") }
        }
        let holds = consent.holds(on: today)
        return span(.class(holds ? "badge done" : "badge attention")) {
            switch consent.audience {
            case .everyone: Text(nl: "mag met iedereen gedeeld worden", en: "may be shared with everybody")
            default: Text(nl: "mag op bijeenkomsten verteld worden", en: "may be told at sessions")
            }
            if let until = consent.until {
                Text(nl: ", t/m ", en: ", until ")
                HTML.shortDay(until)
            }
        }
    }

    private var actions: HTML {
        div(.class("actions")) {
            if mayChange {
                a(.class("button secondary small"), .href(changePath)) { Text(nl: "Wijzig", en: "Change") }
                PostForm(action: Addresses.removeGoodExample.path(programme, conversation, example.id)) {
                    button(.class("button secondary small")) { Text(nl: "Haal weg", en: "Remove") }
                }
            }
            if let consent = example.consent, consent.holds(on: today) {
                PostForm(action: Addresses.withdrawConsent.path(programme, conversation, example.id)) {
                    button(.class("button secondary small")) {
                        Text(nl: "Trek de toestemming in", en: "Take back the permission")
                    }
                }
            }
        }
    }

    private var changePath: String {
        Addresses.sheet.path(programme, conversation)
            + "?\(SheetStep.examples.query)&voorbeeld=\(example.id)#voorbeeld"
    }
}

/// What an example costs, brings and asks, as entries of a `dl.facts`.
struct GoodExampleFacts: Component {
    let example: GoodExample

    var body: HTML {
        if let costs = example.costs {
            dt { Text(nl: "Kost", en: "Costs") }
            dd { costs }
        }
        if let brings = example.brings {
            dt { Text(nl: "Brengt", en: "Brings") }
            dd { brings }
        }
        if let effort = example.effort {
            dt { Text(nl: "Moeite", en: "Effort") }
            dd { effort.name }
        }
    }
}

extension GoodExample {
    fileprivate var hasFacts: Bool { costs != nil || brings != nil || effort != nil }
}
