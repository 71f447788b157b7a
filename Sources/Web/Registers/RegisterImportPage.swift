import Kernel
import Markup
import Programmes
import Registers
import Spreadsheet

/// To bring items in from a file, and what came of it.
struct RegisterImportPage: Page {
    let programme: Programme
    let register: Register
    var result: RegisterImport?
    var issues: [ImportFileProblem] = []

    var title: Text { Text(nl: "Inlezen: ", en: "Import: ") + register.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.isEmpty ? (result?.isRefused ?? false ? 1 : 0) : issues.count }

    var body: HTML {
        WayBack(to: Addresses.register.path(programme.id, register.code)) { register.name }
        h1 { title }
        ErrorSummary(issues: issues)
        if let result { outcome(result) }
        PostForm(action: Addresses.registerImport.path(programme.id, register.code), .multipart) {
            FileField(
                name: "bestand",
                caption: Text(nl: "Bestand", en: "File"),
                hint: Text(
                    nl: "Excel (.xlsx) of CSV, hoogstens 10 MB en 50.000 regels",
                    en: "Excel (.xlsx) or CSV, 10 MB and 50,000 lines at most"
                ),
                accept: ".xlsx,.csv,.txt,.tsv,text/csv,text/plain,"
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                issues: issues
            )
            div(.class("choice")) {
                input(.id("weglaten"), .name("weglaten"), .type("checkbox"), .value("ja"))
                label(.for("weglaten")) { Text(nl: "Laat foute regels weg", en: "Leave out lines that are wrong") }
            }
            button(.class("button")) { Text(nl: "Inlezen", en: "Import") }
        }
        explanation
    }

    @HTMLBuilder private func outcome(_ result: RegisterImport) -> HTML {
        div(
            .class(result.isRefused ? "error-summary" : "notice"),
            .role(result.isRefused ? "alert" : "status"),
            .attribute("tabindex", "-1"),
            .attribute("data-focus")
        ) {
            p {
                if result.isRefused {
                    Text(
                        nl:
                            "Er is niets ingelezen: \(result.wrong.count) regels zijn fout. Verbeter ze en stuur het bestand "
                            + "opnieuw, of laat ze weg.",
                        en:
                            "Nothing was imported: \(result.wrong.count) lines are wrong. Put them right and send the file "
                            + "again, or leave them out."
                    )
                } else {
                    Text(
                        nl: "\(result.new) nieuw, \(result.changed) veranderd, \(result.same) hetzelfde gebleven, "
                            + "\(result.wrong.count) weggelaten.",
                        en: "\(result.new) new, \(result.changed) changed, \(result.same) the same, "
                            + "\(result.wrong.count) left out."
                    )
                }
            }
            if !result.unknownColumns.isEmpty {
                p {
                    Text(nl: "Deze kolommen kent het register niet: ", en: "The register does not know these columns: ")
                    result.unknownColumns.joined(separator: ", ")
                    "."
                }
            }
        }
        if !result.wrong.isEmpty {
            div(.class("table-scroll")) {
                table {
                    caption { Text(nl: "Foute regels", en: "Lines that are wrong") }
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Regel", en: "Line") }
                            th(.scope("col")) { Text(nl: "Wat er fout is", en: "What is wrong") }
                        }
                    }
                    tbody {
                        for wrong in result.wrong.prefix(Self.limit) {
                            tr {
                                th(.scope("row")) { "\(wrong.line)" }
                                td {
                                    ul(.class("plain")) {
                                        for fault in wrong.faults { li { fault.explanation(in: register) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            if result.wrong.count > Self.limit {
                p {
                    Text(
                        nl: "En nog \(result.wrong.count - Self.limit) regels.",
                        en: "And \(result.wrong.count - Self.limit) more lines."
                    )
                }
            }
        }
    }

    private static let limit = 500

    private var explanation: HTML {
        details {
            summary { Text(nl: "Wat moet er in het bestand staan?", en: "What should be in the file?") }
            p {
                Text(
                    nl:
                        "Eén onderdeel per regel, met deze kopjes erboven. Een bestand dat u hier ophaalt, past. Personen worden "
                        + "niet gelezen.",
                    en:
                        "One item per line, with these headers above. A file that you download here fits. Persons are not read."
                )
            }
            ul {
                for field in register.fields where field.kind.isWritten {
                    li {
                        field.name
                        if field.isRequired { strong { Text(nl: " (nodig)", en: " (needed)") } }
                    }
                }
                li { Text(nl: "Stand", en: "State") }
                li { Text(nl: "Nummer, van wat er al staat", en: "Number, of what is there already") }
            }
            p {
                Text(
                    nl: "Hetzelfde bestand nog eens sturen kan geen kwaad: wat er al staat, verandert niet.",
                    en: "Sending the same file again does no harm: what is there already does not change."
                )
            }
        }
    }
}

extension RegisterImport {
    /// There were lines that are wrong, and so nothing was kept.
    var isRefused: Bool { !isDone && !wrong.isEmpty }
}
