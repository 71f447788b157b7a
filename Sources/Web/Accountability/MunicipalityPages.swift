import Accountability
import Kernel
import Markup
import Programmes

/// The municipalities that somebody may look at.
struct MunicipalityListPage: Page {
    let programme: Programme
    let areas: [Area]
    let readsPlan: Bool

    var title: Text { Text(nl: "Gemeenten", en: "Municipalities") }
    var section: NavigationSection? { .overview }

    var body: HTML {
        h1 { title }
        AccountTabs(programme: programme.id, current: Addresses.municipalities, readsPlan: readsPlan)
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
    let mayRecord: Bool

    private var programme: Programme { view.programme }

    var title: Text { Text(same: view.area.name) }
    var section: NavigationSection? { .overview }
    var styles: [String] { ["plan.css"] }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.municipalities.path(programme.id))) { Text(nl: "Gemeenten", en: "Municipalities") }
        }
        h1 { title }
        companies
        Markup.section(.class("card"), .attribute("aria-labelledby", "leidraad")) {
            h2(.id("leidraad")) { Text(nl: "Wat de gemeente zelf wil", en: "What the municipality wants itself") }
            if let ambition = view.ambition {
                Paragraphs(text: ambition.words)
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
    }

    @HTMLBuilder private var companies: HTML {
        if let own = view.own {
            p(.class("lead")) {
                Text(
                    nl: "We spraken \(own.companies) bedrijven in \(view.area.name)",
                    en: "We talked to \(own.companies) companies in \(view.area.name)"
                )
                if let goal = view.goal { Text(nl: "; het doel is \(goal)", en: "; the goal is \(goal)") }
                view.sessions == 1
                    ? Text(nl: ". Er was hier 1 kennissessie.", en: ". 1 session took place here.")
                    : Text(
                        nl: ". Er waren hier \(view.sessions) kennissessies.",
                        en: ". \(view.sessions) sessions took place here."
                    )
            }
            themes(own)
        } else {
            div(.class("notice info")) {
                p {
                    Text(
                        nl: "Hier zijn nog geen \(AreaTotal.smallest) bedrijven gesproken. Tot dan tonen we niets van "
                            + "hen, zodat niemand een bedrijf kan herkennen.",
                        en:
                            "Fewer than \(AreaTotal.smallest) companies were talked to here. Until then we show nothing "
                            + "of them, so that nobody can recognise a company."
                    )
                }
            }
            if view.ambition?.themes.isEmpty == false { themes(nil) }
        }
    }

    private func themes(_ own: AreaTotal?) -> HTML {
        let name = Text(nl: "Wat bedrijven doen en willen", en: "What companies do and want")
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            table(.class("cards")) {
                caption { name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Thema", en: "Theme") }
                        if own != nil {
                            th(.scope("col"), .class("number")) { doing }
                            th(.scope("col"), .class("number")) { wanting }
                        }
                        for wider in view.wider {
                            th(.scope("col"), .class("number")) {
                                programme.area(wider.area)?.name ?? wider.area.description
                                span(.class("muted small")) {
                                    Text(nl: " willen, per bedrijf", en: " want, per company")
                                }
                            }
                        }
                        th(.scope("col")) { Text(nl: "De gemeente wil", en: "The municipality wants") }
                    }
                }
                tbody { for theme in programme.sheet.themes { row(theme, own) } }
            }
        }
    }

    private let doing = Text(nl: "Doen, samen", en: "Do, together")
    private let wanting = Text(nl: "Willen, samen", en: "Want, together")

    private func row(_ theme: Theme, _ own: AreaTotal?) -> HTML {
        tr {
            th(.scope("row")) { theme.name }
            if let own {
                td(.class("number"), .attribute("data-label", doing)) { HTML.number(own.doing[theme.code] ?? 0) }
                td(.class("number"), .attribute("data-label", wanting)) {
                    HTML.number(own.ambition[theme.code] ?? 0)
                    span(.class("muted small")) {
                        " ("
                        HTML.decimal(Double(own.ambition[theme.code] ?? 0) / Double(max(1, own.companies)))
                        Text(nl: " per bedrijf)", en: " per company)")
                    }
                }
            }
            for wider in view.wider {
                td(
                    .class("number"),
                    .attribute(
                        "data-label",
                        Text(same: programme.area(wider.area)?.name ?? "")
                            + Text(nl: ", willen per bedrijf", en: ", want per company")
                    )
                ) { HTML.decimal(Double(wider.ambition[theme.code] ?? 0) / Double(max(1, wider.companies))) }
            }
            td(.attribute("data-label", Text(nl: "De gemeente wil", en: "The municipality wants"))) {
                view.ambition?.themes[theme.code] ?? "–"
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
