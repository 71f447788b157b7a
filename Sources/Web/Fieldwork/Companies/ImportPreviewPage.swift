import Fieldwork
import Hummingbird
import Kernel
import Markup
import Programmes

/// Step 3: what will happen, and the question whether it may.
struct ImportPreviewPage: Page {
    /// How many lines of a kind are shown; the wrong ones can be downloaded in full.
    static let limit = 500

    let programme: Programme
    let item: CompanyImport
    let wrong: [ImportResult]
    let changed: [ImportResult]
    let new: [ImportResult]
    var problem: CompanyImportProblem?

    var title: Text { Text(nl: "Dit gaat er gebeuren", en: "This is what will happen") }
    var section: NavigationSection? { .companies }
    var status: HTTPResponse.Status { problem?.kind.status ?? .ok }

    private var count: Int { item.counts.new + item.counts.changed }

    var body: HTML {
        let names = CompanyNames.of(programme)
        ImportTrail(programme: programme.id)
        h1 { title }
        if let problem {
            div(.class("error-summary"), .role("alert"), .attribute("tabindex", "-1"), .attribute("data-focus")) {
                p { problem.explanation }
            }
        }
        p {
            strong { item.fileName }
            ": "
            HTML.number(item.lineCount)
            Text(nl: " regels. Er is nog niets ingelezen.", en: " lines. Nothing was imported yet.")
        }
        ul(.class("stats")) {
            stat(item.counts.new, Text(nl: "nieuwe bedrijven", en: "new companies"))
            stat(item.counts.changed, Text(nl: "met wijzigingen", en: "with changes"))
            stat(item.counts.same, Text(nl: "al bekend, blijven gelijk", en: "known already, stay the same"))
            stat(item.counts.wrong, Text(nl: "foute regels", en: "wrong lines"))
        }
        confirmation
        if !wrong.isEmpty { wrongLines }
        if !changed.isEmpty {
            Markup.section {
                h2 { Text(nl: "Wijzigingen", en: "Changes") }
                table(of: changed, shownOf: item.counts.changed, column: Text(nl: "Wat verandert", en: "What changes"))
                {
                    ChangeList(changes: $0.changes, names: names).body
                }
            }
        }
        if !new.isEmpty {
            Markup.section {
                h2 { Text(nl: "Nieuw", en: "New") }
                p {
                    new.prefix(20).map { $0.name }.joined(separator: " · ")
                    if item.counts.new > 20 {
                        Text(nl: " en nog \(item.counts.new - 20)", en: " and \(item.counts.new - 20) more")
                    }
                }
            }
        }
    }

    private func stat(_ number: Int, _ caption: Text) -> HTML {
        li(.class("stat")) {
            strong { HTML.number(number) }
            small { caption }
        }
    }

    @HTMLBuilder private var confirmation: HTML {
        if count > 0 {
            PostForm(action: Addresses.applyImport.path(programme.id, item.id)) {
                if item.counts.wrong > 0 {
                    div(.class("choice")) {
                        input(.id("weglaten"), .name("weglaten"), .type("checkbox"), .value("ja"))
                        label(.for("weglaten")) {
                            item.counts.wrong == 1
                                ? Text(nl: "Laat de foute regel weg", en: "Leave out the wrong line")
                                : Text(
                                    nl: "Laat de \(item.counts.wrong) foute regels weg",
                                    en: "Leave out the \(item.counts.wrong) wrong lines"
                                )
                        }
                    }
                }
                button(.class("button")) {
                    Text(nl: "Lees ", en: "Import ")
                    HTML.number(count)
                    count == 1 ? Text(nl: " regel in", en: " line") : Text(nl: " regels in", en: " lines")
                }
            }
        } else {
            div(.class("notice info")) {
                p {
                    Text(
                        nl: "Er is niets nieuws in dit bestand.",
                        en: "There is nothing new in this file."
                    )
                }
            }
        }
        div(.class("actions")) {
            a(.class("button secondary"), .href(Addresses.importColumns.path(programme.id, item.id))) {
                Text(nl: "Andere kolommen kiezen", en: "Choose other columns")
            }
            ImportStop(programme: programme.id, id: item.id)
        }
    }

    private var wrongLines: HTML {
        Markup.section {
            div(.class("page-head")) {
                h2 { Text(nl: "Foute regels", en: "Wrong lines") }
                a(.class("button secondary"), .href(Addresses.wrongLines.path(programme.id, item.id))) {
                    Text(nl: "Download de foute regels", en: "Download the wrong lines")
                }
            }
            p {
                Text(
                    nl: "Verbeter ze in het gedownloade bestand en lees dat daarna in.",
                    en: "Put them right in the downloaded file, and import that afterwards."
                )
            }
            table(of: wrong, shownOf: item.counts.wrong, column: Text(nl: "Wat er fout is", en: "What is wrong")) {
                result in
                ul(.class("plain")) { for issue in result.issues { li { issue.explanation } } }
            }
        }
    }

    private func table(
        of results: [ImportResult],
        shownOf total: Int,
        column: Text,
        _ content: (ImportResult) -> HTML
    ) -> HTML {
        div(.class("table-scroll")) {
            Markup.table(.class("cards")) {
                caption {
                    HTML.number(results.count)
                    Text(nl: " van ", en: " of ")
                    HTML.number(total)
                }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Regel", en: "Line") }
                        th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                        th(.scope("col")) { column }
                    }
                }
                tbody {
                    for result in results {
                        tr {
                            td(.attribute("data-label", Text(nl: "Regel", en: "Line"))) { "\(result.line)" }
                            th(.scope("row")) { result.name.isEmpty ? "–" : result.name }
                            td { content(result) }
                        }
                    }
                }
            }
        }
    }
}

/// Step 4: done.
struct ImportResultPage: Page {
    let programme: ProgrammeID
    let item: CompanyImport

    var title: Text { Text(nl: "Het bestand is ingelezen", en: "The file was imported") }
    var section: NavigationSection? { .companies }
    var width: PageWidth { .text }

    var body: HTML {
        ImportTrail(programme: programme)
        h1 { title }
        p { item.fileName }
        dl(.class("facts")) {
            dt { Text(nl: "Nieuwe bedrijven", en: "New companies") }
            dd { HTML.number(item.counts.new) }
            dt { Text(nl: "Gewijzigd", en: "Changed") }
            dd { HTML.number(item.counts.changed) }
            dt { Text(nl: "Gelijk gebleven", en: "Stayed the same") }
            dd { HTML.number(item.counts.same) }
            if item.counts.wrong > 0 {
                dt { Text(nl: "Weggelaten", en: "Left out") }
                dd { HTML.number(item.counts.wrong) }
            }
        }
        p {
            Text(
                nl: "De inhoud van het bestand is weer gewist. Wat er gebeurde, staat bij elk bedrijf.",
                en: "The content of the file has been erased again. What happened is on each company's page."
            )
        }
        p(.class("actions")) {
            a(.class("button"), .href(Addresses.companies.path(programme))) {
                Text(nl: "Naar de bedrijven", en: "To the companies")
            }
        }
    }
}
