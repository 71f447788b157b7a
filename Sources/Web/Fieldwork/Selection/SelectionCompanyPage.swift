import Fieldwork
import Kernel
import Markup
import Programmes

/// One company in a round: what happened, and what happened next.
struct SelectionCompanyPage: Page {
    let programme: Programme
    let round: SelectionRound
    let company: Company
    /// `nil` when it is not in the round.
    let line: SelectionLine?
    let form: SelectionStepForm
    var issues: [InvalidSelection.Issue] = []

    var title: Text { Text(same: company.name) }
    var section: NavigationSection? { .selection }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            div {
                p(.class("eyebrow")) {
                    a(.href(Addresses.selection.path(programme.id, round.id))) {
                        Text(nl: "Selectieronde ", en: "Selection round ") + round.quarter.name
                    }
                }
                h1 { title }
                p {
                    if let line {
                        span(.class(line.state.badge)) { line.state.name }
                    } else {
                        Text(nl: "Niet in deze ronde", en: "Not in this round")
                    }
                }
            }
        }
        if round.isRunning, !steps.isEmpty { stepForm }
        if let line, !line.events.isEmpty { history(line) }
    }

    private var steps: [SelectionEvent.Kind] { line?.state.nextSteps ?? [.added] }

    @HTMLBuilder private var stepForm: HTML {
        PostForm(action: Addresses.selectionCompany.path(programme.id, round.id, company.id)) {
            input(.type("hidden"), .name("gebeurtenis"), .value(form.id))
            if steps.count == 1 {
                input(.type("hidden"), .name("stap"), .value(steps[0].rawValue))
            } else {
                ChoiceField(
                    name: "stap",
                    caption: Text(nl: "Wat is er gebeurd?", en: "What happened?"),
                    options: steps.map { .init(value: $0.rawValue, caption: $0.caption) },
                    values: [form.step]
                )
            }
            if steps.contains(.refused) {
                SelectField(
                    name: "waarom",
                    caption: Text(nl: "Waarom wil het bedrijf niet?", en: "Why does the company say no?"),
                    options: SelectionEvent.Refusal.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    value: form.refusal,
                    prompt: Text(nl: "kies", en: "choose"),
                    hint: Text(nl: "Alleen als het bedrijf niet wil.", en: "Only when the company says no."),
                    isOptional: true,
                    issues: issues
                )
            }
            TextArea(
                name: "toelichting",
                caption: Text(nl: "Toelichting", en: "Note"),
                value: form.note,
                rows: 3,
                hint: steps == [.added]
                    ? Text(nl: "Waarom zet u dit bedrijf erbij?", en: "Why do you put this company in?")
                    : Text(
                        nl: "Nodig als u het bedrijf eruit haalt, of bij \"iets anders\".",
                        en: "Needed when you take the company out, or with \"something else\"."
                    ),
                isOptional: steps != [.added],
                issues: issues
            )
            if steps != [.added] {
                div(.class("choice field")) {
                    input(
                        .id("volgende"),
                        .name("volgende"),
                        .type("checkbox"),
                        .value("ja"),
                        .checked(form.takesNext)
                    )
                    label(.for("volgende")) {
                        Text(
                            nl: "Valt het bedrijf af, neem dan de volgende van de lijst",
                            en: "When the company is out, take the next on the list"
                        )
                    }
                }
            }
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
                a(.href(Addresses.selection.path(programme.id, round.id))) {
                    Text(nl: "Niet bewaren", en: "Do not save")
                }
            }
        }
    }

    private func history(_ line: SelectionLine) -> HTML {
        Markup.section(.attribute("aria-labelledby", "verloop")) {
            h2(.id("verloop")) { Text(nl: "Wat er gebeurde", en: "What happened") }
            ol(.class("timeline")) {
                for event in line.events.reversed() {
                    li {
                        p {
                            strong { event.kind.name }
                            if let refusal = event.refusal {
                                " – "
                                refusal.name
                            }
                        }
                        if let note = event.note { p { note } }
                        p(.class("muted small")) {
                            HTML.moment(event.happenedAt)
                            " · \(event.name)"
                        }
                    }
                }
            }
        }
    }
}
