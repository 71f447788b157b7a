import Fieldwork
import Kernel
import Markup
import Programmes

/// The picture, large, and where to go from there.
struct PictureStep: Component {
    let programme: ProgrammeID
    let record: ConversationRecord

    var body: HTML {
        PictureIntroduction()
        NextStep(programme: programme, record: record, step: .picture)
    }
}

struct PictureIntroduction: Component {
    var body: HTML {
        h1 { Text(nl: "Herkent u uw bedrijf?", en: "Do you recognise your company?") }
        p(.class("sub")) {
            Text(
                nl: "Tik op een deel van de plaat of op een thema. Wat u doet wordt groen, wat u wilt gestippeld.",
                en: "Tap a part of the picture or a theme. What you do turns green, what you want is dashed."
            )
        }
    }
}

/// The kinds of help to choose from, each with room to say what exactly.
struct NeedRows: Component {
    let kinds: [SupportNeedKind]
    var needs: [SupportNeed] = []

    var body: HTML { ul(.class("needs")) { for kind in kinds { row(kind) } } }

    private func row(_ kind: SupportNeedKind) -> HTML {
        let need = needs.first { $0.kind == kind.code }
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

/// What is asked about a good example, and what may be done with it.
struct GoodExampleFields: Component {
    let activities: [Activity]
    var form = GoodExampleForm()
    var issues: [InvalidGoodExample.Issue] = []

    var body: HTML {
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
        ChoiceField(
            name: "moeite",
            caption: Text(nl: "Hoeveel moeite kost het een ander?", en: "How much effort is it for another?"),
            options: GoodExample.Effort.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
            values: [form.effort],
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
    }
}

extension FormFields {
    /// What was ticked in ``NeedRows``, with what was typed beside it.
    var supportNeeds: [SupportNeed] {
        all("behoefte").compactMap(SupportNeedKind.ID.init).map { kind in
            SupportNeed(kind: kind, note: self["wat-\(kind)"].nonEmpty)
        }
    }
}
