import Fieldwork
import Kernel
import Markup
import Programmes
import Statistics

/// What others in the programme can learn from: the small steps first.
struct ExampleListPage: Page {
    let programme: Programme
    let examples: [SharedExample]
    /// For who may see conversations: what an example gives away beside them is pointed out.
    let figures: PublishedFigures?
    let filter: ExampleFilter
    let mayReadConversations: Bool

    var title: Text { Text(nl: "Goede voorbeelden", en: "Good examples") }
    var section: NavigationSection? { .examples }
    var styles: [String] { ["sheet.css"] }

    var body: HTML {
        h1 { title }
        p(.class("lead")) {
            mayReadConversations
                ? Text(
                    nl: "Wat bedrijven ons lieten delen. Wat het minst vraagt staat bovenaan.",
                    en: "What companies let us share. What asks the least comes first."
                )
                : Text(
                    nl: "Wat bedrijven met iedereen willen delen. Wat het minst vraagt staat bovenaan.",
                    en: "What companies want to share with everybody. What asks the least comes first."
                )
        }
        filters
        if examples.isEmpty {
            empty
        } else {
            p(.class("muted")) {
                HTML.number(examples.count)
                examples.count == 1 ? Text(nl: " voorbeeld", en: " example") : Text(nl: " voorbeelden", en: " examples")
            }
            for example in examples {
                SharedExampleCard(
                    programme: programme,
                    shared: example,
                    telling: telling(example),
                    mayReadConversations: mayReadConversations
                )
            }
        }
    }

    /// Where the figures have just one company that does this.
    private func telling(_ example: SharedExample) -> Text? {
        guard let figures, let tree = figures.last?.tree, let activity = example.activity,
            let municipality = example.municipality
        else { return nil }
        let words = FigureWords(programme: programme, tree: tree)
        let areas = figures.areasWithOne(doing: activity.code, around: municipality).map(words.area)
        if areas.isEmpty { return nil }
        let (dutch, english) = (areas.map(\.nl).joined(separator: ", "), areas.map(\.en).joined(separator: ", "))
        return Text(
            nl: "Let op: volgens de gepubliceerde cijfers doet maar 1 bedrijf dit in \(dutch). Met dit voorbeeld weet "
                + "iedereen welk bedrijf dat is. Vraag de ondernemer of dat mag.",
            en:
                "Mind: by the published figures just 1 company does this in \(english). With this example everybody knows "
                + "which one. Ask the entrepreneur whether that is all right."
        )
    }

    private var filters: HTML {
        form(
            .class("filters"),
            .action(Addresses.examples.path(programme.id)),
            .attribute("method", "get"),
            .attribute("role", "search"),
            .ariaLabel(Text(nl: "Voorbeelden zoeken", en: "Find examples"))
        ) {
            TextField(
                name: "zoek",
                caption: Text(nl: "Zoek", en: "Search"),
                type: "search",
                value: filter.text
            )
            SelectField(
                name: "thema",
                caption: Text(nl: "Thema", en: "Theme"),
                options: programme.sheet.themes.map { .init(value: $0.code.description, caption: $0.name) },
                value: filter.theme?.description ?? "",
                prompt: Text(nl: "alle", en: "all")
            )
            SelectField(
                name: "trede",
                caption: Text(nl: "Trede", en: "Step"),
                options: programme.ladder.map { rung in
                    .init(value: rung.step.rawValue, caption: Text(same: "\(rung.step.rawValue) · ") + rung.word)
                },
                value: filter.step?.rawValue ?? "",
                prompt: Text(nl: "alle", en: "all")
            )
            SelectField(
                name: "moeite",
                caption: Text(nl: "Moeite", en: "Effort"),
                options: GoodExample.Effort.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: filter.effort?.rawValue ?? "",
                prompt: Text(nl: "alle", en: "all")
            )
            button(.class("button secondary")) { Text(nl: "Toon", en: "Show") }
        }
    }

    private var empty: HTML {
        div(.class("empty")) {
            if filter == ExampleFilter() {
                p {
                    Text(
                        nl: "Er is nog geen voorbeeld dat gedeeld mag worden. In een gesprek noteert u er een.",
                        en: "There is no example yet that may be shared. In a conversation you note one."
                    )
                }
            } else {
                p { Text(nl: "Geen voorbeelden met deze keuze.", en: "No examples with this choice.") }
                p {
                    a(.href(Addresses.examples.path(programme.id))) {
                        Text(nl: "Toon alle voorbeelden", en: "Show all examples")
                    }
                }
            }
        }
    }
}

private struct SharedExampleCard: Component {
    let programme: Programme
    let shared: SharedExample
    let telling: Text?
    let mayReadConversations: Bool

    private var example: GoodExample { shared.example }

    var body: HTML {
        article(.class("card stack example")) {
            h2 { example.title }
            p(.class("muted")) {
                shared.companyName
                if let place = shared.municipality.flatMap(programme.area) { ", " + place.name }
            }
            if let telling { div(.class("notice warning")) { p { telling } } }
            p { example.story }
            dl(.class("facts")) {
                GoodExampleFacts(example: example)
                if let activity = shared.activity {
                    dt { Text(nl: "Hoort bij", en: "Belongs to") }
                    dd {
                        activity.text
                        small(.class("muted")) { setting(activity) }
                    }
                    if mayReadConversations, shared.wantedBy > 0 {
                        dt { Text(nl: "Wie wil dit ook?", en: "Who wants this too?") }
                        dd {
                            shared.wantedBy == 1
                                ? Text(nl: "1 bedrijf", en: "1 company")
                                : Text(nl: "\(shared.wantedBy) bedrijven", en: "\(shared.wantedBy) companies")
                        }
                    }
                }
            }
            if !shared.photos.isEmpty { photos }
            if mayReadConversations {
                p {
                    a(.href(Addresses.conversation.path(programme.id, shared.conversation))) {
                        Text(nl: "Naar het gesprek", en: "To the conversation")
                        span(.class("visually-hidden")) {
                            Text(nl: " over ", en: " about ") + Text(same: example.title)
                        }
                    }
                }
            }
        }
    }

    private func setting(_ activity: Activity) -> HTML {
        let theme = programme.sheet.theme(activity.theme)?.name ?? Text(same: "")
        let rung = programme.rung(activity.step)?.word ?? Text(same: activity.step.rawValue)
        return .text(Text(same: " ") + theme + Text(same: " · ") + rung)
    }

    private var photos: HTML {
        ul(.class("photos")) {
            for (index, photo) in shared.photos.enumerated() {
                li {
                    PhotoImage(
                        photo: photo,
                        address: Addresses.sharedPhoto.path(programme.id, photo.id),
                        number: index + 1,
                        title: example.title
                    )
                }
            }
        }
    }
}
