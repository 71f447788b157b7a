import Accountability
import Kernel
import Markup
import Programmes
import Statistics

/// The municipalities that somebody may look at.
struct MunicipalityListPage: Page {
    let programme: Programme
    let areas: [Area]
    let verbs: Set<Verb>

    var title: Text { Text(nl: "Gemeenten", en: "Municipalities") }
    var section: NavigationSection? { .overview }

    var body: HTML {
        h1 { title }
        AccountTabs(programme: programme.id, current: Addresses.municipalities, verbs: verbs)
        if areas.isEmpty {
            div(.class("empty")) {
                p { Text(nl: "Er is geen gemeente voor u.", en: "There is no municipality for you.") }
            }
        }
        ul(.class("grid plain")) {
            for area in areas {
                li {
                    a(.class("card card-link"), .href(Addresses.municipality.path(programme.id, area.code))) {
                        h2 { area.name }
                        if area.isDeal { p(.class("muted")) { Text(nl: "dealpartner", en: "deal partner") } }
                    }
                }
            }
        }
    }
}

/// One municipality (*gemeentepagina*): what its companies do and want together, beside what it wants itself.
struct MunicipalityPage: Page {
    let view: MunicipalityView
    /// What was published of it; `nil` while nothing was.
    let figures: AreaFigures?
    let mayRecord: Bool

    private var programme: Programme { view.programme }

    var title: Text { Text(same: view.area.name) }
    var section: NavigationSection? { .overview }
    var styles: [String] { ["figures.css"] }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.municipalities.path(programme.id))) { Text(nl: "Gemeenten", en: "Municipalities") }
        }
        h1 { title }
        promised
        Markup.section(.class("card"), .attribute("aria-labelledby", "leidraad")) {
            h2(.id("leidraad")) { Text(nl: "Wat de gemeente zelf wil", en: "What the municipality wants itself") }
            if let ambition = view.ambition {
                Paragraphs(text: ambition.words)
                if !ambition.themes.isEmpty {
                    dl {
                        for theme in programme.sheet.themes {
                            if let wish = ambition.themes[theme.code] {
                                dt { theme.name }
                                dd { wish }
                            }
                        }
                    }
                }
                p(.class("muted small")) {
                    Text(nl: "Gesproken met \(ambition.spokenWith) op ", en: "Spoken with \(ambition.spokenWith) on ")
                    HTML.day(ambition.spokenOn)
                }
            } else {
                p { Text(nl: "Dat is nog niet vastgelegd.", en: "That was not recorded yet.") }
            }
            if mayRecord {
                p {
                    a(
                        .class("button secondary"),
                        .href(Addresses.municipalAmbition.path(programme.id, view.area.code))
                    ) { Text(nl: "Leidraad vastleggen", en: "Record the ambition") }
                }
            }
        }
        published
    }

    private var promised: HTML {
        p {
            if let goal = view.goal {
                Text(nl: "Het doel is \(goal) gesprekken. ", en: "The goal is \(goal) conversations. ")
            }
            view.sessions == 1
                ? Text(nl: "Er was hier 1 kennissessie.", en: "1 session took place here.")
                : Text(
                    nl: "Er waren hier \(view.sessions) kennissessies.",
                    en: "\(view.sessions) sessions took place here."
                )
        }
    }

    @HTMLBuilder private var published: HTML {
        if let figures {
            AreaFiguresLead(figures: figures)
            p {
                a(.href(Addresses.areaFiguresPDF.path(programme.id, figures.area))) {
                    Text(nl: "Download als PDF", en: "Download as PDF")
                }
            }
            AreaFiguresView(figures: figures, wishes: view.ambition?.themes)
            AboutFigures(smallest: programme.smallestShownGroup)
        } else {
            div(.class("notice info")) {
                p {
                    Text(
                        nl:
                            "Er is nog niets gepubliceerd. Zodra er genoeg bedrijven zijn gesproken, staan hier cijfers.",
                        en:
                            "Nothing was published yet. As soon as enough companies were talked to, there are figures here."
                    )
                }
            }
        }
    }
}

/// What a municipality said it wants, to write down.
struct MunicipalAmbitionPage: Page {
    let programme: Programme
    let area: Area
    let id: String
    let form: MunicipalAmbitionForm
    var issues: [InvalidAccount.Issue] = []

    var title: Text { Text(nl: "Leidraad van ", en: "Ambition of ") + Text(same: area.name) }
    var section: NavigationSection? { .overview }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        p(.class("breadcrumb")) { a(.href(Addresses.municipality.path(programme.id, area.code))) { area.name } }
        ErrorSummary(issues: issues)
        h1 { title }
        PostForm(action: Addresses.municipalAmbition.path(programme.id, area.code)) {
            input(.type("hidden"), .name("id"), .value(id))
            TextField(
                name: "dag",
                caption: Text(nl: "Wanneer sprak u de gemeente?", en: "When did you talk to the municipality?"),
                type: "date",
                value: form.spokenOn,
                issues: issues
            )
            TextField(
                name: "gesproken-met",
                caption: Text(nl: "Met wie?", en: "With whom?"),
                value: form.spokenWith,
                hint: Text(nl: "De functie is genoeg.", en: "The position is enough."),
                issues: issues
            )
            TextArea(
                name: "tekst",
                caption: Text(
                    nl: "Wat wil de gemeente met circulair ondernemen?",
                    en: "What does the municipality want with circular business?"
                ),
                value: form.words,
                issues: issues
            )
            fieldset {
                legend { Text(nl: "En per thema?", en: "And by theme?") }
                for theme in programme.sheet.themes {
                    TextField(
                        name: "thema-\(theme.code)",
                        caption: theme.name,
                        value: form.themes[theme.code.description] ?? "",
                        isOptional: true
                    )
                }
            }
            button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
        }
    }
}
