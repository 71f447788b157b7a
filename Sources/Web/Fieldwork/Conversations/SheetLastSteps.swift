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
                ul(.class("needs")) { for kind in programme.needs { row(kind) } }
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

    private func row(_ kind: SupportNeedKind) -> HTML {
        let need = record.needs.first { $0.kind == kind.code }
        return li(.class("need")) {
            div(.class("choice")) {
                input(
                    .type("checkbox"),
                    .id("b-\(kind.code)"),
                    .name("behoefte"),
                    .value(kind.code.description),
                    .checked(need != nil)
                )
                label(.for("b-\(kind.code)")) {
                    strong { kind.name }
                    " "
                    span(.class("muted")) { kind.explanation }
                }
            }
            div(.class("need-note")) {
                label(.for("w-\(kind.code)"), .class("small")) {
                    Text(nl: "Wat precies? (niet verplicht)", en: "What exactly? (optional)")
                    span(.class("visually-hidden")) { Text(nl: " bij ", en: " about ") + kind.name }
                }
                input(
                    .type("text"),
                    .id("w-\(kind.code)"),
                    .name("wat-\(kind.code)"),
                    .value(need?.note ?? ""),
                    .attribute("maxlength", "500")
                )
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
                TextField(
                    name: "titel",
                    caption: Text(nl: "Naam van het voorbeeld", en: "Name of the example"),
                    value: form.title,
                    hint: Text(
                        nl: "Kort, zoals: restplaat naar de vakschool.",
                        en: "Short: spare plate to the school."
                    ),
                    issues: issues
                )
                TextArea(
                    name: "verhaal",
                    caption: Text(nl: "Wat doet het bedrijf?", en: "What does the company do?"),
                    value: form.story,
                    rows: 3,
                    issues: issues
                )
                TextField(
                    name: "kosten",
                    caption: Text(nl: "Wat kost het?", en: "What does it cost?"),
                    value: form.costs,
                    isOptional: true,
                    issues: issues
                )
                TextField(
                    name: "opbrengst",
                    caption: Text(nl: "Wat brengt het op?", en: "What does it bring?"),
                    value: form.brings,
                    isOptional: true,
                    issues: issues
                )
                SelectField(
                    name: "activiteit",
                    caption: Text(nl: "Hoort bij", en: "Belongs to"),
                    options: activities.map { .init(value: $0.code.description, caption: $0.text) },
                    value: form.activity,
                    prompt: Text(nl: "iets anders", en: "something else"),
                    isOptional: true
                )
                fieldset(.class("group")) {
                    legend { Text(nl: "Mogen we dit delen?", en: "May we share this?") }
                    p { ConsentRecord.question(version: ConsentRecord.currentTextVersion) }
                    ChoiceField(
                        name: "delen",
                        caption: Text(nl: "Antwoord van het bedrijf", en: "Answer of the company"),
                        options: ConsentRecord.Audience.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                        values: [form.audience],
                        issues: issues
                    )
                    TextField(
                        name: "door",
                        caption: Text(nl: "Wie zei dit?", en: "Who said so?"),
                        value: form.givenBy,
                        hint: Text(nl: "Nodig als we mogen delen.", en: "Needed when we may share."),
                        isOptional: true,
                        issues: issues
                    )
                    TextField(
                        name: "tot",
                        caption: Text(nl: "Tot en met", en: "Until"),
                        type: "date",
                        value: form.until,
                        hint: Text(nl: "Leeg is: tot het wordt ingetrokken.", en: "Empty: until it is taken back."),
                        isOptional: true,
                        issues: issues
                    )
                }
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
