import Governance
import Kernel
import Markup
import Programmes

/// What the secretary adds to a meeting.
struct MeetingForms: Component {
    let page: MeetingPage

    private var lines: [SelectField.Option] {
        page.plan.lines.map { .init(value: $0.code.description, caption: Text(same: "\($0.code) ") + $0.name) }
    }

    private func issues(_ part: MeetingPage.Refused) -> [InvalidGovernance.Issue] {
        page.refused == part ? page.issues : []
    }

    var body: HTML {
        item
        decision
        point
    }

    private var item: HTML {
        let (form, issues) = (page.item, issues(.item))
        return details(.class("card"), .attribute("open", if: !issues.isEmpty)) {
            summary { Text(nl: "Op de agenda zetten", en: "Put on the agenda") }
            PostForm(action: Addresses.addToAgenda.path(page.programme.id, page.meeting.id)) {
                input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? page.freshID : form.id))
                TextField(
                    name: "onderwerp",
                    caption: Text(nl: "Onderwerp", en: "Subject"),
                    value: form.title,
                    issues: issues
                )
                ChoiceField(
                    name: "wat",
                    caption: Text(nl: "Wat gebeurt ermee", en: "What is done with it"),
                    options: AgendaItem.Kind.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    values: [form.kind],
                    issues: issues
                )
                SelectField(
                    name: "lijn",
                    caption: Text(nl: "Actielijn", en: "Action line"),
                    options: lines,
                    value: form.line,
                    prompt: Text(nl: "Geen", en: "None"),
                    isOptional: true
                )
                TextArea(
                    name: "tekst",
                    id: issues.isEmpty ? "tekst-agenda" : nil,
                    caption: Text(nl: "Toelichting", en: "Explanation"),
                    value: form.words,
                    isOptional: true,
                    issues: issues
                )
                button(.class("button")) { Text(nl: "Op de agenda", en: "On the agenda") }
            }
        }
    }

    private var decision: HTML {
        let (form, issues) = (page.decision, issues(.decision))
        return details(.class("card"), .attribute("open", if: !issues.isEmpty)) {
            summary { Text(nl: "Besluit vastleggen", en: "Write down a decision") }
            PostForm(action: Addresses.takeDecision.path(page.programme.id, page.meeting.id)) {
                input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? page.freshID : form.id))
                TextArea(
                    name: "tekst",
                    id: issues.isEmpty ? "tekst-besluit" : nil,
                    caption: Text(nl: "Besluit", en: "Decision"),
                    value: form.words,
                    hint: Text(
                        nl: "Een besluit verandert nooit. Een nieuw besluit kan het vervangen.",
                        en: "A decision never changes. A new decision can replace it."
                    ),
                    issues: issues
                )
                ChoiceField(
                    name: "lijnen",
                    caption: Text(nl: "Welke actielijnen het raakt", en: "Which action lines it touches"),
                    options: lines,
                    values: Set(form.lines),
                    allowsSeveral: true,
                    isOptional: true
                )
                SelectField(
                    name: "resultaat",
                    caption: Text(nl: "Welk resultaat het raakt", en: "Which result it touches"),
                    options: page.plan.lines.flatMap { line in
                        line.results.map {
                            .init(value: $0.code.description, caption: Text(same: "\(line.code) ") + $0.text)
                        }
                    },
                    value: form.result,
                    prompt: Text(nl: "Geen", en: "None"),
                    isOptional: true
                )
                SelectField(
                    name: "betaler",
                    caption: Text(nl: "Wie betaalt", en: "Who pays"),
                    options: page.plan.organisations.map {
                        .init(value: $0.code.description, caption: Text(same: $0.name))
                    },
                    value: form.payer,
                    prompt: Text(nl: "Niemand", en: "Nobody"),
                    isOptional: true
                )
                TextField(
                    name: "horen",
                    caption: Text(nl: "Wie dit horen", en: "Who are told"),
                    value: form.informed,
                    isOptional: true,
                    issues: issues
                )
                TextField(
                    name: "vervangt",
                    caption: Text(nl: "Vervangt besluit nummer", en: "Replaces decision number"),
                    value: form.supersedes,
                    inputMode: "numeric",
                    isOptional: true,
                    issues: issues
                )
                button(.class("button")) { Text(nl: "Vastleggen", en: "Write down") }
            }
        }
    }

    private var point: HTML {
        let (form, issues) = (page.point, issues(.point))
        return details(.class("card"), .attribute("open", if: !issues.isEmpty)) {
            summary { Text(nl: "Actiepunt afspreken", en: "Agree an action point") }
            PostForm(action: Addresses.agreePoint.path(page.programme.id, page.meeting.id)) {
                input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? page.freshID : form.id))
                TextArea(
                    name: "tekst",
                    id: issues.isEmpty ? "tekst-punt" : nil,
                    caption: Text(nl: "Wat", en: "What"),
                    value: form.words,
                    rows: 2,
                    issues: issues
                )
                TextField(name: "wie", caption: Text(nl: "Wie", en: "Who"), value: form.owner, issues: issues)
                TextField(
                    name: "uiterlijk",
                    caption: Text(nl: "Uiterlijk", en: "By"),
                    type: "date",
                    value: form.due,
                    issues: issues
                )
                SelectField(
                    name: "lijn",
                    id: "lijn-punt",
                    caption: Text(nl: "Actielijn", en: "Action line"),
                    options: lines,
                    value: form.line,
                    prompt: Text(nl: "Geen", en: "None"),
                    isOptional: true
                )
                button(.class("button")) { Text(nl: "Afspreken", en: "Agree") }
            }
        }
    }
}
