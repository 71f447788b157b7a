import Fieldwork
import Kernel
import Markup
import Programmes

/// Before a draw: what there is in each municipality, and how many to ask.
struct SelectionFormPage: Page {
    let programme: Programme
    let outlook: [SelectionOutlook]
    let form: SelectionForm
    var issues: [InvalidSelection.Issue] = []

    var title: Text { Text(nl: "Nieuwe selectieronde", en: "New selection round") }
    var section: NavigationSection? { .selection }
    var issueCount: Int { issues.count }
    var styles: [String] { ["selection.css"] }

    var body: HTML {
        ErrorSummary(issues: issues)
        h1 { title }
        p(.class("lead")) {
            Text(
                nl: "Kies hoeveel bedrijven u per gemeente wilt vragen. Karavaan loot zo, dat sector, grootte en "
                    + "lidmaatschap samen met wie u al bezocht op alle bedrijven lijken.",
                en: "Choose how many companies to ask in each municipality. Karavaan draws in such a way that sector, "
                    + "size and membership, with those who were visited already, are like all companies."
            )
        }
        PostForm(action: Addresses.newSelection.path(programme.id)) {
            input(.type("hidden"), .name("ronde"), .value(form.id))
            SelectField(
                name: "kwartaal",
                caption: Text(nl: "Kwartaal", en: "Quarter"),
                options: programme.plan.map { plan in
                    .init(
                        value: plan.quarter.description,
                        caption: plan.quarter.name
                            + Text(
                                nl: " (plan: \(plan.conversations) gesprekken)",
                                en: " (plan: \(plan.conversations) conversations)"
                            )
                    )
                },
                value: form.quarter,
                issues: issues
            )
            municipalities
            ChoiceField(
                name: "spreiding",
                caption: Text(nl: "Hoe verdeelt u over de sectoren?", en: "How do you divide over sectors?"),
                options: SelectionDesign.Spread.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                values: [form.spread]
            )
            details(.class("field")) {
                summary { Text(nl: "Opnieuw trekken met een bekend startgetal", en: "Draw with a known start number") }
                TextField(
                    name: "startgetal",
                    caption: Text(nl: "Startgetal", en: "Start number"),
                    value: form.seed,
                    hint: Text(
                        nl: "Laat leeg voor een nieuwe loting. Met hetzelfde getal en dezelfde bedrijven komt "
                            + "hetzelfde eruit.",
                        en: "Leave empty for a new draw. The same number and the same companies give the same draw."
                    ),
                    inputMode: "numeric",
                    isOptional: true,
                    issues: issues
                )
            }
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Trekken", en: "Draw") }
                a(.href(Addresses.selections.path(programme.id))) { Text(nl: "Niet trekken", en: "Do not draw") }
            }
        }
    }

    /// Those with companies, the deal municipalities first.
    private var shown: [(area: Area, outlook: SelectionOutlook)] {
        programme.municipalities.compactMap { area in
            guard let found = outlook.first(where: { $0.area == area.code }), found.companies > 0 || found.target != nil
            else { return nil }
            return (area, found)
        }.sorted { left, right in
            let (first, second) = (left.outlook.target != nil, right.outlook.target != nil)
            return first == second ? Formats.precedes(left.area.name, right.area.name) : first
        }
    }

    private var municipalities: HTML {
        let own = issues.filter { $0.field == "aantallen" }
        return fieldset(
            .class(own.isEmpty ? "field wide" : "field wide field-invalid"),
            .id("aantallen"),
            .attribute("tabindex", "-1")
        ) {
            legend { Text(nl: "Hoeveel bedrijven?", en: "How many companies?") }
            if !own.isEmpty { div(.class("error")) { for issue in own { p { issue.explanation } } } }
            if shown.isEmpty {
                p {
                    Text(
                        nl: "Er zijn nog geen bedrijven waarvan de gemeente bekend is. ",
                        en: "There are no companies yet of which the municipality is known. "
                    )
                    a(.href(NavigationSection.companies.path(in: programme.id))) {
                        Text(nl: "Naar de bedrijven", en: "To the companies")
                    }
                }
            } else {
                if !promised.isEmpty { table(promised) }
                if promised.isEmpty {
                    table(shown)
                } else if promised.count < shown.count {
                    details(.attribute("open", ifPresent: areOthersFilled ? "" : nil)) {
                        summary { Text(nl: "Andere gemeenten", en: "Other municipalities") }
                        table(shown.filter { $0.outlook.target == nil })
                    }
                }
            }
        }
    }

    /// Those of which the plan says how many.
    private var promised: [(area: Area, outlook: SelectionOutlook)] { shown.filter { $0.outlook.target != nil } }

    private var areOthersFilled: Bool {
        shown.contains { $0.outlook.target == nil && form.counts[$0.area.code.description]?.nonEmpty != nil }
    }

    private func table(_ lines: [(area: Area, outlook: SelectionOutlook)]) -> HTML {
        div(.class("table-scroll")) {
            Markup.table(.class("cards")) {
                caption(.class("visually-hidden")) { Text(nl: "Per gemeente", en: "By municipality") }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Gemeente", en: "Municipality") }
                        for column in columns { th(.scope("col"), .class("number")) { column.name } }
                        th(.scope("col")) { Text(nl: "Nu vragen", en: "Ask now") }
                    }
                }
                tbody { for line in lines { row(line.area, line.outlook) } }
            }
        }
    }

    private var columns: [(name: Text, value: (SelectionOutlook) -> Int?)] {
        [
            (Text(nl: "Plan", en: "Plan"), \.target),
            (Text(nl: "Bedrijven", en: "Companies"), \.companies),
            (Text(nl: "Bezocht", en: "Visited"), \.visited),
            (Text(nl: "Afspraak", en: "Appointment"), \.planned),
            (Text(nl: "Gevraagd", en: "Asked"), \.approached),
            (Text(nl: "Wilde niet", en: "Said no"), \.declined),
            (Text(nl: "Te vragen", en: "Can be asked"), \.available),
        ]
    }

    private func row(_ area: Area, _ outlook: SelectionOutlook) -> HTML {
        let name = "aantal-\(area.code)"
        let own = issues.filter { $0.field == name }
        return tr {
            th(.scope("row")) { area.name }
            for column in columns {
                td(.class("number"), .attribute("data-label", column.name)) {
                    if let value = column.value(outlook) { HTML.number(value) } else { "–" }
                }
            }
            td(.attribute("data-label", Text(nl: "Nu vragen", en: "Ask now"))) {
                if !own.isEmpty {
                    div(.class("error"), .id("\(name)-error")) { for issue in own { p { issue.explanation } } }
                }
                input(
                    .id(name),
                    .name(name),
                    .class("count"),
                    .attribute("inputmode", "numeric"),
                    .value(form.counts[area.code.description] ?? ""),
                    .ariaLabel(Text(nl: "Nu vragen in \(area.name)", en: "Ask now in \(area.name)")),
                    .attribute("aria-invalid", own.isEmpty ? "false" : "true"),
                    .ariaDescribedBy(own.isEmpty ? nil : "\(name)-error")
                )
            }
        }
    }
}
