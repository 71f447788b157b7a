import ActionLines
import Kernel
import Markup
import Programmes

/// To tell how a line stands: what is needed first, and what changed behind it.
struct LineUpdateFields: Component {
    let action: String
    let line: LineState
    let freshID: String
    /// What was sent and not accepted.
    let entered: LineUpdateForm?
    let issues: [InvalidUpdate.Issue]

    var body: HTML {
        let form = entered ?? LineUpdateForm()
        details(.class("card"), .attribute("open", if: entered != nil)) {
            summary { Text(nl: "Vertel hoe het staat", en: "Tell how it stands") }
            PostForm(action: action) {
                input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? freshID : form.id))
                ChoiceField(
                    name: "stand",
                    caption: Text(nl: "Hoe staat het?", en: "How does it stand?"),
                    options: LineStatus.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    values: [entered?.status ?? line.status?.rawValue ?? ""],
                    issues: issues
                )
                TextArea(
                    name: "waarom",
                    caption: Text(nl: "Waarom?", en: "Why?"),
                    value: form.why,
                    rows: 3,
                    issues: issues
                )
                TextField(
                    name: "vraag",
                    caption: Text(nl: "Wat is er nodig?", en: "What is needed?"),
                    value: form.ask,
                    hint: Text(
                        nl: "Altijd als het aandacht vraagt of vastzit.",
                        en: "Always when it needs attention or is stuck."
                    ),
                    isOptional: true,
                    issues: issues
                )
                TextField(
                    name: "aan-wie",
                    caption: Text(nl: "Van wie?", en: "Of whom?"),
                    value: form.askedOf,
                    isOptional: true,
                    issues: issues
                )
                for result in line.line.results where !line.counted.contains(result.code) {
                    TextField(
                        name: "resultaat-\(result.code)",
                        caption: Text(nl: "Nu bereikt: ", en: "Reached now: ") + result.text,
                        value: entered?.results[result.code.description] ?? "\(line.reached(result.code))",
                        hint: Text(nl: "beloofd: \(result.count)", en: "promised: \(result.count)"),
                        inputMode: "numeric",
                        isOptional: true,
                        issues: issues
                    )
                }
                steps(form)
                ChoiceField(
                    name: "bewijs",
                    caption: Text(nl: "Hoe weet u het?", en: "How do you know?"),
                    options: Evidence.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    values: [form.evidence.isEmpty ? Evidence.said.rawValue : form.evidence],
                    issues: issues
                )
                TextField(
                    name: "bron",
                    caption: Text(nl: "Waar staat het?", en: "Where can it be found?"),
                    value: form.source,
                    hint: Text(nl: "Een link of een document.", en: "A link or a document."),
                    isOptional: true,
                    issues: issues
                )
                button(.class("button")) { Text(nl: "Vertellen", en: "Tell") }
            }
        }
    }

    private func steps(_ form: LineUpdateForm) -> HTML {
        details(.attribute("open", if: issues.contains(where: \.isAboutSteps))) {
            summary { Text(nl: "Stappen bijwerken", en: "Update steps") }
            for step in line.line.steps { row(step, form) }
        }
    }

    private func row(_ step: ActionLine.Step, _ form: LineUpdateForm) -> HTML {
        let before = line.progress(of: step.code)
        let typed = entered?.steps[step.code.description]
        return fieldset(.class("step-edit")) {
            legend { step.text }
            SelectField(
                name: "stap-\(step.code)",
                caption: Text(nl: "Hoe ver?", en: "How far?"),
                options: StepState.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: typed?.state ?? before.state.rawValue
            )
            TextField(
                name: "wie-\(step.code)",
                caption: Text(nl: "Wie doet het?", en: "Who does it?"),
                value: typed?.owner ?? before.owner,
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "klaar-\(step.code)",
                caption: Text(nl: "Uiterlijk op", en: "By"),
                type: "date",
                value: typed?.due ?? before.due?.description ?? "",
                isOptional: true,
                issues: issues
            )
        }
    }
}

extension InvalidUpdate.Issue {
    fileprivate var isAboutSteps: Bool {
        switch self {
        case .dayUnreadable, .ownerTooLong: true
        case .statusMissing, .missing, .tooLong, .numberUnreadable: false
        }
    }
}
