import Kernel
import Markup
import Programmes
import Statistics

/// What was published, and a new one to make (*publicaties*).
struct PublicationListPage: Page {
    let programme: Programme
    let publications: [Publication]
    let mayPrepare: Bool
    let verbs: Set<Verb>
    let id: String
    var form = PublicationForm()
    var issues: [InvalidPublication.Issue] = []

    var title: Text { Text(nl: "Publicaties", en: "Publications") }
    var section: NavigationSection? { .overview }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        h1 { title }
        AccountTabs(programme: programme.id, current: Addresses.publications, verbs: verbs)
        p {
            Text(
                nl:
                    "Cijfers voor gemeenten, provincie en iedereen. Wat een bedrijf zou verraden, blijft verborgen. Eén persoon maakt een publicatie, een ander bekijkt en publiceert haar. Daarna verandert zij nooit meer.",
                en:
                    "Figures for municipalities, the province and everybody. What would give a company away stays hidden. One person makes a publication, another looks at it and publishes it. After that it never changes."
            )
        }
        list
        if mayPrepare, !publications.contains(where: \.state.isInTheMaking) { new }
    }

    @HTMLBuilder private var list: HTML {
        if publications.isEmpty {
            div(.class("empty")) { p { Text(nl: "Er is nog niets gepubliceerd.", en: "Nothing was published yet.") } }
        } else {
            ul(.class("grid plain")) {
                for publication in publications {
                    li {
                        a(.class("card card-link"), .href(Addresses.publication.path(programme.id, publication.id))) {
                            h2 {
                                Text(nl: "Stand van ", en: "As of ")
                                HTML.day(publication.measuredOn)
                            }
                            p { span(.class(publication.state.badge)) { publication.state.name } }
                            if publication.kind != .regular { p(.class("muted")) { publication.kind.name } }
                        }
                    }
                }
            }
        }
    }

    private var new: HTML {
        Markup.section(.class("card"), .attribute("aria-labelledby", "nieuw")) {
            h2(.id("nieuw")) { Text(nl: "Nieuwe publicatie", en: "New publication") }
            PostForm(action: Addresses.publications.path(programme.id)) {
                input(.type("hidden"), .name("id"), .value(id))
                TextField(
                    name: "dag",
                    caption: Text(nl: "Stand van welke dag?", en: "As of which day?"),
                    type: "date",
                    value: form.measuredOn,
                    hint: Text(
                        nl:
                            "Gesprekken die toen klaar waren, tellen mee. Hoe meer bedrijven erbij kwamen, hoe meer u kunt tonen.",
                        en:
                            "Conversations that were finished by then count. The more companies joined, the more you can show."
                    ),
                    issues: issues
                )
                ChoiceField(
                    name: "soort",
                    caption: Text(nl: "Wat voor publicatie?", en: "What kind of publication?"),
                    options: Publication.Kind.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    values: [form.kind.isEmpty ? Publication.Kind.regular.rawValue : form.kind],
                    issues: issues
                )
                ChoiceField(
                    name: "detail",
                    caption: Text(nl: "Hoe fijn?", en: "How fine?"),
                    options: FigureTables.Detail.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    values: [form.detail.isEmpty ? FigureTables.Detail.municipalities.rawValue : form.detail]
                )
                TextArea(
                    name: "toelichting",
                    caption: Text(nl: "Toelichting", en: "Explanation"),
                    value: form.explanation,
                    hint: Text(
                        nl: "Staat bij de publicatie. Nodig bij een correctie: wat klopte er niet?",
                        en: "Stands with the publication. Needed for a correction: what was wrong?"
                    ),
                    isOptional: true,
                    issues: issues
                )
                button(.class("button")) { Text(nl: "Publicatie maken", en: "Make publication") }
            }
        }
    }
}
