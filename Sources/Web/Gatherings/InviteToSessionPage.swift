import Fieldwork
import Gatherings
import Kernel
import Mail
import Markup
import Programmes

/// Which companies to ask: by theme, by what they do or want, and where they are.
struct InviteToSessionPage: Page {
    let programme: Programme
    let session: KnowledgeSession
    let filter: CandidateFilter
    let candidates: [Candidate]
    let chosen: Set<Company.ID>
    let note: String
    let preview: MailContent
    var issues: [InvalidSession.Issue] = []

    var title: Text { Text(nl: "Wie nodigt u uit?", en: "Whom do you invite?") }
    var section: NavigationSection? { .sessions }
    var styles: [String] { ["sessions.css"] }
    var issueCount: Int { issues.count }

    /// So many are shown to choose from by hand.
    private static let limit = 500

    private var open: [Candidate] { candidates.filter { !$0.isAsked && $0.contact?.email != nil } }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.session.path(programme.id, session.id))) { session.plan.title }
        }
        ErrorSummary(issues: issues)
        h1 { title }
        filterForm
        PostForm(action: Addresses.inviteToSession.path(programme.id, session.id) + "?" + filter.query) {
            companies
            TextArea(
                name: "tekst",
                caption: Text(
                    nl: "Wilt u iets toevoegen aan de brief?",
                    en: "Do you want to add something to the letter?"
                ),
                value: note,
                rows: 3,
                isOptional: true,
                issues: issues
            )
            div(.class("actions")) {
                button(.class("button"), .name("doe"), .value("versturen")) { Text(nl: "Versturen", en: "Send") }
                if open.count > 1 {
                    button(.class("button secondary"), .name("doe"), .value("allen")) {
                        Text(nl: "Alle \(open.count) uitnodigen", en: "Invite all \(open.count)")
                    }
                }
                button(.class("button secondary"), .name("doe"), .value("voorbeeld")) {
                    Text(nl: "Brief bekijken", en: "See the letter")
                }
            }
        }
        details(.attribute("open", if: !note.isEmpty)) {
            summary { Text(nl: "De brief", en: "The letter") }
            blockquote {
                p { strong { preview.title } }
                Paragraphs(text: preview.plain)
            }
        }
    }

    private var filterForm: HTML {
        form(
            .class("filters"),
            .action(Addresses.inviteToSession.path(programme.id, session.id)),
            .attribute("method", "get")
        ) {
            SelectField(
                name: "thema",
                caption: Text(nl: "Thema", en: "Theme"),
                options: programme.sheet.themes.map { .init(value: $0.code.description, caption: $0.name) },
                value: filter.theme?.description ?? "",
                prompt: Text(nl: "Elk bedrijf", en: "Every company")
            )
            SelectField(
                name: "wat",
                caption: Text(nl: "Welke bedrijven?", en: "Which companies?"),
                options: CandidateFilter.Interest.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: filter.interest.rawValue
            )
            SelectField(
                name: "gemeente",
                caption: Text(nl: "Gemeente", en: "Municipality"),
                options: programme.municipalities.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
                    .map { .init(value: $0.code.description, caption: Text(same: $0.name)) },
                value: filter.areas.first?.description ?? "",
                prompt: Text(nl: "Overal", en: "Everywhere")
            )
            button(.class("button secondary")) { Text(nl: "Zoeken", en: "Search") }
        }
    }

    private var companies: HTML {
        fieldset(
            .class(issues.contains { $0.field == "bedrijven" } ? "field field-invalid" : "field"),
            .id("bedrijven"),
            .attribute("tabindex", "-1")
        ) {
            legend {
                Text(
                    nl: "\(candidates.count) bedrijven, van wie u er \(open.count) kunt uitnodigen",
                    en: "\(candidates.count) companies, of which you can invite \(open.count)"
                )
            }
            div(.class("error")) { for issue in issues where issue.field == "bedrijven" { p { issue.explanation } } }
            ul(.class("plain candidates")) { for candidate in candidates.prefix(Self.limit) { li { row(candidate) } } }
            if candidates.count > Self.limit {
                p(.class("hint")) {
                    Text(
                        nl: "U ziet de eerste \(Self.limit). Maak de keuze kleiner met een thema of een gemeente.",
                        en: "You see the first \(Self.limit). Narrow the choice with a theme or a municipality."
                    )
                }
            }
        }
    }

    private func row(_ candidate: Candidate) -> HTML {
        let canAsk = !candidate.isAsked && candidate.contact?.email != nil
        return div(.class("choice")) {
            if canAsk {
                input(
                    .type("checkbox"),
                    .id("c-\(candidate.company)"),
                    .name("bedrijven"),
                    .value(candidate.company.description),
                    .checked(chosen.contains(candidate.company))
                )
            }
            label(.for("c-\(candidate.company)")) {
                strong { candidate.name }
                span(.class("muted")) {
                    if let area = candidate.municipality { " · \(programme.area(area)?.name ?? area.description)" }
                    if let contact = candidate.contact { " · \(contact.name)" }
                    if !candidate.doing.isEmpty {
                        Text(nl: " · doet \(candidate.doing.count)", en: " · does \(candidate.doing.count)")
                    }
                    if !candidate.ambition.isEmpty {
                        Text(nl: " · wil \(candidate.ambition.count)", en: " · wants \(candidate.ambition.count)")
                    }
                    if candidate.isAsked {
                        Text(nl: " · al uitgenodigd", en: " · invited already")
                    } else if !canAsk {
                        Text(nl: " · geen e-mailadres", en: " · no e-mail address")
                    }
                }
            }
        }
    }
}

extension CandidateFilter {
    init(_ fields: FormFields, in programme: Programme, for session: KnowledgeSession) {
        // Who comes here first sees whom the theme of the session is for.
        let theme = fields.first("thema").map(Theme.ID.init) ?? session.plan.theme
        let areas = AreaCode(fields["gemeente"]).map { [$0] } ?? []
        self.init(
            theme: theme.flatMap { programme.sheet.theme($0)?.code },
            interest: Interest(rawValue: fields["wat"]) ?? .either,
            areas: Set(areas.filter { programme.area($0) != nil })
        )
    }

    var query: String {
        "thema=\(theme?.description ?? "")&wat=\(interest.rawValue)&gemeente=\(areas.first?.description ?? "")"
    }
}
