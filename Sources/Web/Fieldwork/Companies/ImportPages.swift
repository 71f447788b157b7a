import Fieldwork
import Kernel
import Markup
import Programmes
import Spreadsheet

/// Step 1: choose a file.
struct ImportUploadPage: Page {
    let programme: ProgrammeID
    let id: CompanyImport.ID
    let recent: [CompanyImport]
    var issues: [ImportFileProblem] = []

    var title: Text { Text(nl: "Bedrijven inlezen", en: "Import companies") }
    var section: NavigationSection? { .companies }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ImportTrail(programme: programme)
        h1 { title }
        ErrorSummary(issues: issues)
        p {
            Text(
                nl: "Stuur een lijst met bedrijven als CSV-bestand. U ziet eerst wat er gaat gebeuren. "
                    + "Pas als u bevestigt, wordt er iets bewaard.",
                en: "Send a list of companies as a CSV file. You first see what will happen. "
                    + "Nothing is kept until you confirm."
            )
        }
        PostForm(action: Addresses.imports.path(programme), .multipart) {
            input(.type("hidden"), .name("id"), .value(id.description))
            FileField(
                name: "bestand",
                caption: Text(nl: "Bestand", en: "File"),
                hint: Text(nl: "CSV, hoogstens 10 MB en 50.000 regels", en: "CSV, 10 MB and 50,000 lines at most"),
                accept: ".csv,.txt,.tsv,text/csv,text/plain",
                issues: issues
            )
            button(.class("button")) { Text(nl: "Verder", en: "Continue") }
        }
        details {
            summary { Text(nl: "Wat moet er in het bestand staan?", en: "What should be in the file?") }
            p {
                Text(
                    nl: "Eén bedrijf per regel, met kopjes erboven. Nodig zijn de naam, en een postcode of gemeente. "
                        + "Met een KvK-nummer herkennen we een bedrijf het best. Puntkomma, komma en tab mogen allemaal.",
                    en: "One company per line, with headers above. We need the name, and a postcode or municipality. "
                        + "We recognise a company best by its number. Semicolons, commas and tabs will all do."
                )
            }
            p {
                Text(
                    nl: "Hetzelfde bestand nog eens sturen kan geen kwaad: wat er al staat, verandert niet.",
                    en: "Sending the same file again does no harm: what is there already does not change."
                )
            }
        }
        let open = recent.filter { $0.state != .applied }
        if !open.isEmpty {
            Markup.section {
                h2 { Text(nl: "Nog niet afgemaakt", en: "Not finished yet") }
                ul(.class("lines")) {
                    for item in open {
                        li {
                            a(.href(Addresses.companyImport.path(programme, item.id))) { item.fileName }
                            span(.class("muted")) {
                                " · \(item.createdBy) · "
                                HTML.moment(item.createdAt)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where we are in the four steps, and the way back.
struct ImportTrail: Component {
    let programme: ProgrammeID

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.companies.path(programme))) { Text(nl: "Bedrijven", en: "Companies") }
        }
    }
}

/// Throwing the file away is possible at every step.
struct ImportStop: Component {
    let programme: ProgrammeID
    let id: CompanyImport.ID

    var body: HTML {
        PostForm(action: Addresses.stopImport.path(programme, id)) {
            button(.class("button danger")) {
                Text(nl: "Stop en gooi het bestand weg", en: "Stop and discard the file")
            }
        }
    }
}

/// Step 2: which column holds what.
struct ImportColumnsPage: Page {
    let programme: ProgrammeID
    let item: CompanyImport
    let sample: [[String]]
    /// What was chosen per column.
    let choices: [ImportField?]
    var issues: [InvalidColumns.Issue] = []

    var title: Text { Text(nl: "Kolommen kiezen", en: "Choose columns") }
    var section: NavigationSection? { .companies }
    var issueCount: Int { issues.count }

    var body: HTML {
        ImportTrail(programme: programme)
        h1 { title }
        ErrorSummary(issues: issues)
        p {
            strong { item.fileName }
            ": "
            HTML.number(item.lineCount)
            Text(nl: " regels", en: " lines")
            " · \(item.encoding.rawValue)"
        }
        p {
            Text(
                nl: "Kijk of elke kolom bij het goede gegeven staat. We hebben al een voorstel gedaan.",
                en: "See whether each column goes with the right field. We have made a proposal."
            )
        }
        PostForm(action: Addresses.importColumns.path(programme, item.id)) {
            div(.class("table-scroll"), .id("kolommen"), .attribute("tabindex", "-1")) {
                table(.class("cards")) {
                    caption(.class("visually-hidden")) { title }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Kolom in het bestand", en: "Column in the file") }
                            th(.scope("col")) { Text(nl: "Voorbeelden", en: "Examples") }
                            th(.scope("col")) { Text(nl: "Is", en: "Is") }
                        }
                    }
                    tbody {
                        for (column, name) in item.headers.enumerated() { line(column, name) }
                    }
                }
            }
            button(.class("button")) { Text(nl: "Controleer de regels", en: "Check the lines") }
        }
        ImportStop(programme: programme, id: item.id)
    }

    @HTMLBuilder private func line(_ column: Int, _ name: String) -> HTML {
        let chosen = choices.indices.contains(column) ? choices[column] : nil
        let shown = name.isEmpty ? "\(column + 1)" : name
        tr {
            th(.scope("row"), .id("kop-\(column)")) { shown }
            td(.class("examples")) {
                for cells in sample where cells.indices.contains(column) && !cells[column].isEmpty {
                    div { String(cells[column].prefix(60)) }
                }
            }
            td {
                select(
                    .name("kolom-\(column)"),
                    .ariaLabel(Text(nl: "Kolom \(shown) is", en: "Column \(shown) is"))
                ) {
                    option(.value("")) { Text(nl: "Niet gebruiken", en: "Do not use") }
                    for field in ImportField.allCases {
                        option(.value(field.rawValue), .selected(field == chosen)) { field.caption }
                    }
                }
            }
        }
    }
}

/// Between 2 and 3: how far the check is. Asks for itself again, and says so when nothing moves any more.
struct ImportProgressPage: Page {
    let programme: ProgrammeID
    let item: CompanyImport
    let isStalled: Bool

    var title: Text { Text(nl: "Regels controleren", en: "Checking lines") }
    var section: NavigationSection? { .companies }
    var width: PageWidth { .text }

    var body: HTML {
        ImportTrail(programme: programme)
        h1 { title }
        div(.role("status"), .class("stack")) {
            p {
                HTML.number(item.checkedCount)
                Text(nl: " van ", en: " of ")
                HTML.number(item.lineCount)
                Text(nl: " regels gecontroleerd.", en: " lines checked.")
            }
            progress(
                .attribute("max", "\(item.lineCount)"),
                .value("\(item.checkedCount)"),
                .ariaLabel(title)
            )
        }
        if isStalled {
            p { Text(nl: "Het controleren staat stil.", en: "The check has come to a halt.") }
            PostForm(action: Addresses.continueImport.path(programme, item.id)) {
                button(.class("button")) { Text(nl: "Ga verder", en: "Go on") }
            }
        } else {
            p {
                Text(nl: "Deze pagina ververst zichzelf. ", en: "This page refreshes itself. ")
                a(.href(Addresses.companyImport.path(programme, item.id))) {
                    Text(nl: "Nu verversen", en: "Refresh now")
                }
            }
        }
        ImportStop(programme: programme, id: item.id)
    }
}
