import Accountability
import Kernel
import Markup
import Programmes

/// Looking back together (*evaluaties*): what was concluded, what changed because of it, and who thinks along.
struct EvaluationPage: Page {
    let programme: Programme
    let evaluations: [Evaluation]
    /// `nil` for who may not see them.
    let members: [BoardMember]?
    let mayRecord: Bool
    let verbs: Set<Verb>
    let ids: @Sendable () -> String
    let today: Day
    var returned: Returned?

    /// What was sent and not accepted.
    struct Returned {
        enum Form: Equatable { case evaluation, member, change(String) }
        let form: Form
        var evaluation = EvaluationForm()
        var member = BoardMemberForm()
        var words = ""
        let issues: [InvalidAccount.Issue]
    }

    var title: Text { Text(nl: "Evaluaties", en: "Evaluations") }
    var section: NavigationSection? { .overview }
    var issueCount: Int { returned?.issues.count ?? 0 }

    var body: HTML {
        ErrorSummary(issues: returned?.issues ?? [])
        h1 { title }
        AccountTabs(programme: programme.id, current: Addresses.evaluations, verbs: verbs)
        p(.class("lead")) {
            Text(
                nl: "Wat we samen concludeerden, en wat er daardoor veranderde.",
                en: "What we concluded together, and what changed because of it."
            )
        }
        if evaluations.isEmpty {
            div(.class("empty")) { p { Text(nl: "Er is nog niet geëvalueerd.", en: "Nothing was evaluated yet.") } }
        }
        for evaluation in evaluations { card(evaluation) }
        if mayRecord { recordForm }
        if let members { board(members) }
    }

    private func card(_ evaluation: Evaluation) -> HTML {
        Markup.section(.class("card")) {
            h2 { evaluation.title }
            p(.class("muted")) {
                HTML.day(evaluation.heldOn)
                if let phase = programme.phases.first(where: { $0.code == evaluation.phase }),
                    phase.name.nl != evaluation.title
                {
                    " · "
                    phase.name
                }
                " · \(evaluation.present)"
            }
            Paragraphs(text: evaluation.conclusions)
            h3 { Text(nl: "Wat er veranderde", en: "What changed") }
            if evaluation.changes.isEmpty {
                p(.class("muted")) { Text(nl: "Nog niets vastgelegd.", en: "Nothing recorded yet.") }
            }
            ul {
                for change in evaluation.changes {
                    li {
                        change.words
                        span(.class("muted small")) {
                            " "
                            HTML.shortDay(change.madeOn)
                        }
                    }
                }
            }
            if mayRecord { changeForm(evaluation) }
        }
    }

    private func changeForm(_ evaluation: Evaluation) -> HTML {
        let own = returned?.form == .change(evaluation.id.description)
        return details(.attribute("open", if: own)) {
            summary { Text(nl: "Iets wat veranderde", en: "Something that changed") }
            PostForm(action: Addresses.evaluationChange.path(programme.id, evaluation.id)) {
                input(.type("hidden"), .name("id"), .value(ids()))
                TextArea(
                    name: "tekst",
                    id: own ? nil : "tekst-\(evaluation.id)",
                    caption: Text(nl: "Wat veranderde er?", en: "What changed?"),
                    value: own ? returned?.words ?? "" : "",
                    rows: 2,
                    issues: own ? returned?.issues ?? [] : []
                )
                button(.class("button secondary")) { Text(nl: "Bewaren", en: "Save") }
            }
        }
    }

    private var recordForm: HTML {
        let own = returned?.form == .evaluation
        let form = own ? returned?.evaluation ?? EvaluationForm() : EvaluationForm()
        let issues = own ? returned?.issues ?? [] : []
        return details(.class("card"), .attribute("open", if: own)) {
            summary { Text(nl: "Evaluatie vastleggen", en: "Record an evaluation") }
            PostForm(action: Addresses.evaluations.path(programme.id)) {
                input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? ids() : form.id))
                TextField(name: "titel", caption: Text(nl: "Titel", en: "Title"), value: form.title, issues: issues)
                SelectField(
                    name: "fase",
                    caption: Text(nl: "Fase", en: "Phase"),
                    options: programme.phases.map { .init(value: $0.code.description, caption: $0.name) },
                    value: form.phase,
                    prompt: Text(nl: "Geen", en: "None"),
                    isOptional: true
                )
                TextField(
                    name: "dag",
                    id: returned?.form == .member ? "dag-evaluatie" : nil,
                    caption: Text(nl: "Op welke dag?", en: "On which day?"),
                    type: "date",
                    value: form.heldOn.isEmpty ? today.description : form.heldOn,
                    issues: issues
                )
                TextField(
                    name: "aanwezig",
                    caption: Text(nl: "Wie waren erbij?", en: "Who were there?"),
                    value: form.present,
                    hint: Text(nl: "Organisaties of functies.", en: "Organisations or positions."),
                    issues: issues
                )
                TextArea(
                    name: "conclusies",
                    caption: Text(nl: "Wat concludeerde u?", en: "What did you conclude?"),
                    value: form.conclusions,
                    issues: issues
                )
                button(.class("button")) { Text(nl: "Vastleggen", en: "Record") }
            }
        }
    }

    private func board(_ members: [BoardMember]) -> HTML {
        let own = returned?.form == .member
        let form = own ? returned?.member ?? BoardMemberForm() : BoardMemberForm()
        let issues = own ? returned?.issues ?? [] : []
        return Markup.section(.attribute("aria-labelledby", "klankbordgroep")) {
            h2(.id("klankbordgroep")) { Text(nl: "Klankbordgroep", en: "Sounding board") }
            if members.isEmpty { p(.class("muted")) { Text(nl: "Nog niemand.", en: "Nobody yet.") } }
            ul(.class("lines")) { for member in members { li { line(member) } } }
            if mayRecord {
                details(.class("card"), .attribute("open", if: own)) {
                    summary { Text(nl: "Lid toevoegen", en: "Add a member") }
                    PostForm(action: Addresses.boardMembers.path(programme.id)) {
                        input(.type("hidden"), .name("id"), .value(ids()))
                        TextField(name: "naam", caption: Text(nl: "Naam", en: "Name"), value: form.name, issues: issues)
                        TextField(
                            name: "organisatie",
                            caption: Text(nl: "Bedrijf of organisatie", en: "Company or organisation"),
                            value: form.organisation,
                            issues: issues
                        )
                        TextField(
                            name: "dag",
                            id: own ? nil : "sinds",
                            caption: Text(nl: "Lid sinds", en: "Member since"),
                            type: "date",
                            value: form.since.isEmpty ? today.description : form.since,
                            issues: issues
                        )
                        button(.class("button secondary")) { Text(nl: "Toevoegen", en: "Add") }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func line(_ member: BoardMember) -> HTML {
        p {
            strong { member.name }
            " · \(member.organisation)"
            span(.class("muted")) {
                Text(nl: " · sinds ", en: " · since ")
                HTML.shortDay(member.since)
                if let until = member.until {
                    Text(nl: " tot ", en: " until ")
                    HTML.shortDay(until)
                }
            }
        }
        if mayRecord {
            div(.class("actions")) {
                if member.until == nil {
                    PostForm(action: Addresses.endBoardMember.path(programme.id, member.id)) {
                        button(
                            .class("button small secondary"),
                            .ariaLabel(Text(nl: "\(member.name) stopt", en: "\(member.name) stops"))
                        ) { Text(nl: "Stopt", en: "Stops") }
                    }
                }
                PostForm(action: Addresses.eraseBoardMember.path(programme.id, member.id)) {
                    button(
                        .class("button small danger"),
                        .ariaLabel(Text(nl: "Wis \(member.name)", en: "Erase \(member.name)"))
                    ) { Text(nl: "Wissen", en: "Erase") }
                }
            }
        }
    }
}
