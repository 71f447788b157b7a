import Fieldwork
import Kernel
import Markup
import Programmes

/// Which help the company asks for.
struct NeedsStep: Component {
    let programme: Programme
    let record: ConversationRecord
    let mayFill: Bool

    var body: HTML {
        h1 { Text(nl: "Waar wilt u hulp bij?", en: "What would you like help with?") }
        p(.class("sub")) {
            Text(
                nl: "Om te doen wat u wilt. Kies alles wat past, of niets.",
                en: "To do what you want. Choose everything that fits, or nothing."
            )
        }
        if mayFill {
            PostForm(action: Addresses.needs.path(programme.id, record.conversation.id)) {
                NeedRows(kinds: programme.needs, needs: record.needs)
                div(.class("actions talk-next")) {
                    button(.class("button big")) {
                        Text(nl: "Bewaar, en naar de goede voorbeelden", en: "Save, and to the good examples")
                    }
                }
            }
        } else {
            ul(.class("lines")) {
                for need in record.needs {
                    li {
                        strong { programme.need(need.kind)?.name ?? Text(same: need.kind.description) }
                        if let note = need.note { ": \(note)" }
                    }
                }
            }
        }
    }
}

/// What others can learn from, and whether we may tell them.
struct ExamplesStep: Component {
    let programme: ProgrammeID
    let record: ConversationRecord
    let mayFill: Bool
    let today: Day
    let form: GoodExampleForm
    let example: GoodExample.ID
    let nextPhotos: [GoodExample.ID: ExamplePhoto.ID]
    let issues: [InvalidGoodExample.Issue]

    var body: HTML {
        h1 { Text(nl: "Waar kan een ander van leren?", en: "What can others learn from?") }
        p(.class("sub")) {
            Text(
                nl: "Wat gaat hier goed? Wat kost het, en wat brengt het op?",
                en: "What goes well here? What does it cost, and what does it bring?"
            )
        }
        for example in record.examples {
            GoodExampleCard(
                programme: programme,
                conversation: record.conversation.id,
                example: example,
                photos: record.photos(of: example.id),
                nextPhoto: nextPhotos[example.id],
                today: today,
                mayHold: mayFill,
                mayChange: mayFill
            )
        }
        if mayFill { newExample }
        NextStep(programme: programme, record: record, step: .examples)
    }

    private var isChange: Bool { record.examples.contains { $0.id == example } }

    private var newExample: HTML {
        details(
            .class("card"),
            .id("voorbeeld"),
            .attribute("open", if: isChange || !issues.isEmpty || record.examples.isEmpty)
        ) {
            summary {
                isChange
                    ? Text(nl: "Voorbeeld wijzigen", en: "Change the example")
                    : Text(nl: "Goed voorbeeld noteren", en: "Note a good example")
            }
            PostForm(action: Addresses.goodExample.path(programme, record.conversation.id, example)) {
                GoodExampleFields(activities: activities, form: form, issues: issues)
                div(.class("actions")) {
                    button(.class("button")) { Text(nl: "Bewaar het voorbeeld", en: "Save the example") }
                }
            }
        }
    }

    /// What the company does comes first: an example is nearly always one of those.
    private var activities: [Activity] {
        let doing = record.sheet.activities.filter { record.answers.doing.contains($0.code) }
        return doing + record.sheet.activities.filter { $0.isCore && !record.answers.doing.contains($0.code) }
    }
}

/// Before the end: what was counted, and what was passed by.
struct EndStep: Component {
    let programme: Programme
    let record: ConversationRecord
    let result: SheetResult
    let mayFill: Bool

    var body: HTML {
        h1 { Text(nl: "Hebben we alles gehad?", en: "Have we had everything?") }
        ul(.class("stats")) {
            li(.class("stat doing")) {
                strong { HTML.number(result.total.doing) }
                small { Text(nl: "doen we al", en: "we do already") }
            }
            li(.class("stat ambition")) {
                strong { HTML.number(result.total.wanted) }
                small { Text(nl: "willen we erbij, binnen drie jaar", en: "more we want within three years") }
            }
            li(.class("stat")) {
                strong { HTML.number(record.needs.count) }
                small { Text(nl: "keer hulp gevraagd", en: "times help asked") }
            }
            li(.class("stat")) {
                strong { HTML.number(record.examples.count) }
                small { Text(nl: "goede voorbeelden", en: "good examples") }
            }
        }
        if !silent.isEmpty {
            div(.class("notice warning")) {
                div {
                    p {
                        Text(
                            nl: "Bij deze thema’s is nog niets aangetikt:",
                            en: "Nothing was ticked yet in these themes:"
                        )
                    }
                    ul {
                        for theme in silent {
                            li {
                                a(.href(sheet + "?" + SheetStep.theme(theme.code).query)) { theme.name }
                            }
                        }
                    }
                }
            }
        }
        if mayFill {
            div(.class("actions talk-next")) {
                PostForm(action: Addresses.conversationState.path(programme.id, record.conversation.id)) {
                    input(.type("hidden"), .name("stap"), .value("afronden"))
                    button(.class("button big")) {
                        Text(nl: "Rond af en bekijk de uitslag", en: "Finish and see the result")
                    }
                }
                if record.conversation.state != .correcting {
                    PostForm(action: Addresses.conversationState.path(programme.id, record.conversation.id)) {
                        input(.type("hidden"), .name("stap"), .value("pauze"))
                        button(.class("button secondary")) { Text(nl: "Pauze", en: "Pause") }
                    }
                }
            }
        }
    }

    private var sheet: String { Addresses.sheet.path(programme.id, record.conversation.id) }

    private var silent: [Theme] {
        record.sheet.themes.filter { theme in
            record.sheet.activities(in: theme.code).allSatisfy { record.answers.marks(of: $0.code).isEmpty }
        }
    }
}
