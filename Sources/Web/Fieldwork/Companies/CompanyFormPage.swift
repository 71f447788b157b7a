import Fieldwork
import Hummingbird
import Kernel
import Markup
import Programmes

/// A company to fill in: a new one, or one that is there.
struct CompanyFormPage: Page {
    let programme: Programme
    /// Of the company, also when it is still to be made: so that sending twice makes one.
    let id: Company.ID
    let form: CompanyForm
    var issues: [InvalidCompany.Issue] = []
    /// What it became while this was being typed.
    var current: Company?
    let isNew: Bool

    var title: Text {
        isNew ? Text(nl: "Nieuw bedrijf", en: "New company") : Text(nl: "Bedrijf wijzigen", en: "Change company")
    }
    var section: NavigationSection? { .companies }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }
    var status: HTTPResponse.Status { current != nil ? .conflict : issues.isEmpty ? .ok : .unprocessableContent }

    private var action: String {
        isNew ? Addresses.newCompany.path(programme.id) : Addresses.changeCompany.path(programme.id, id)
    }

    private var back: String {
        isNew ? Addresses.companies.path(programme.id) : Addresses.company.path(programme.id, id)
    }

    var body: HTML {
        let names = CompanyNames.of(programme)
        p(.class("breadcrumb")) {
            a(.href(back)) {
                isNew
                    ? Text(nl: "Bedrijven", en: "Companies")
                    : Text(nl: "Terug naar het bedrijf", en: "Back to the company")
            }
        }
        h1 { title }
        ErrorSummary(issues: issues)
        if let current { Clash(typed: form, current: current, names: names) }
        p(.class("hint")) {
            Text(
                nl: "Alles is verplicht, behalve waar (niet verplicht) staat.",
                en: "Everything is required, unless it says (optional)."
            )
        }
        PostForm(action: action) {
            input(.type("hidden"), .name("id"), .value(id.description))
            if let version = current?.version ?? form.version {
                input(.type("hidden"), .name("version"), .value("\(version)"))
            }
            text(.name, autocomplete: "organization")
            for issue in issues {
                if case .looksLike(let other, _) = issue {
                    Confirmation(path: path(of: other), isChecked: form.isOther)
                }
                if case .numberTaken(let other, let name) = issue {
                    p { a(.href(path(of: other))) { Text(nl: "Naar \(name)", en: "To \(name)") } }
                }
            }
            text(
                .postcode,
                hint: Text(nl: "Bijvoorbeeld 2404 AB", en: "For example 2404 AB"),
                autocomplete: "postal-code"
            )
            choice(
                .municipality,
                names.municipalities,
                prompt: Text(nl: "Uit de postcode", en: "From the postcode")
            )
            text(.street, isOptional: true, autocomplete: "street-address")
            text(.city, isOptional: true, autocomplete: "address-level2")
            text(.kvkNumber, hint: Text(nl: "8 cijfers", en: "8 digits"), isOptional: true, inputMode: "numeric")
            text(.branchNumber, hint: Text(nl: "12 cijfers", en: "12 digits"), isOptional: true, inputMode: "numeric")
            text(.sbiCode, hint: Text(nl: "Bijvoorbeeld 25.62", en: "For example 25.62"), isOptional: true)
            choice(
                .sector,
                names.sectorOptions,
                prompt: Text(nl: "Uit de SBI-code", en: "From the SBI code"),
                isOptional: true
            )
            choice(.size, names.sizes, prompt: Text(nl: "Onbekend", en: "Unknown"), isOptional: true)
            choice(.isMember, names.answers, prompt: Text(nl: "Onbekend", en: "Unknown"), isOptional: true)
            text(
                .source,
                hint: Text(nl: "Van wie of waaruit weet u dit?", en: "From whom or what do you know this?"),
                isOptional: true
            )
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
                a(.href(back)) { Text(nl: "Niet bewaren", en: "Do not save") }
            }
        }
    }

    private func path(of company: Company.ID) -> String { Addresses.company.path(programme.id, company) }

    private func text(
        _ field: CompanyForm.Field,
        hint: Text? = nil,
        isOptional: Bool = false,
        autocomplete: String? = "off",
        inputMode: String? = nil
    ) -> TextField {
        TextField(
            name: field.rawValue,
            caption: field.caption,
            value: form[field],
            hint: hint,
            autocomplete: autocomplete,
            inputMode: inputMode,
            isOptional: isOptional,
            issues: issues
        )
    }

    private func choice(
        _ field: CompanyForm.Field,
        _ options: [SelectField.Option],
        prompt: Text,
        isOptional: Bool = false
    ) -> SelectField {
        SelectField(
            name: field.rawValue,
            caption: field.caption,
            options: options,
            value: form[field],
            prompt: prompt,
            isOptional: isOptional,
            issues: issues
        )
    }
}

/// "Yes, another company": only after the warning.
private struct Confirmation: Component {
    let path: String
    let isChecked: Bool

    var body: HTML {
        div(.class("notice warning")) {
            div {
                p { a(.href(path)) { Text(nl: "Bekijk het andere bedrijf", en: "See the other company") } }
                div(.class("choice")) {
                    input(.id("isOther"), .name("isOther"), .type("checkbox"), .value("ja"), .checked(isChecked))
                    label(.for("isOther")) {
                        Text(nl: "Dit is een ander bedrijf. Bewaar het toch.", en: "This is another company. Save it.")
                    }
                }
            }
        }
    }
}

/// Two people changed it: both values side by side, and nothing that was typed is lost.
private struct Clash: Component {
    let typed: CompanyForm
    let current: Company
    let names: CompanyNames

    var body: HTML {
        let now = CompanyForm(current)
        let fields = CompanyForm.Field.allCases.filter { now[$0] != typed[$0] }
        div(.class("notice warning"), .role("alert"), .attribute("tabindex", "-1"), .attribute("data-focus")) {
            div(.class("stack")) {
                h2 { Text(nl: "Iemand anders was u voor", en: "Somebody else was first") }
                p {
                    Text(
                        nl: "Er is nog niets bewaard. Wat u typte staat hieronder. Bewaart u, dan gelden uw waarden.",
                        en: "Nothing was saved yet. What you typed is below. If you save, your values count."
                    )
                }
                div(.class("table-scroll")) {
                    table {
                        caption { Text(nl: "Verschillen", en: "Differences") }
                        thead {
                            tr {
                                th(.scope("col")) { Text(nl: "Gegeven", en: "Field") }
                                th(.scope("col")) { Text(nl: "Staat er nu", en: "Is there now") }
                                th(.scope("col")) { Text(nl: "Typte u", en: "You typed") }
                            }
                        }
                        tbody {
                            for field in fields {
                                tr {
                                    th(.scope("row")) { field.caption }
                                    td { names.value(now[field], of: field) }
                                    td { names.value(typed[field], of: field) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
