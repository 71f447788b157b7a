import Finance
import Foundation
import Kernel
import Markup
import Programmes
import Spreadsheet

/// What was booked, for one organisation or all together, with every amount and the bookings it consists of: as a document
/// to sign, and as a file (*verantwoording*).
struct FinanceStatement {
    let programme: Programme
    let state: FinanceState
    /// `nil` for all together.
    let organisation: OrganisationCode?
    let today: Day
    let language: Language

    private var title: Text { Text(nl: "Verantwoording van geld en uren", en: "Statement of money and hours") }

    /// The bookings that count, in the order of their numbers.
    private var entries: [FinanceEntry] {
        state.counted.filter { organisation == nil || $0.organisation == organisation }
    }

    private func entries(of kind: FinanceEntry.Kind) -> [FinanceEntry] { entries.filter { $0.kind == kind } }

    // MARK: On paper

    var document: String {
        html.rendered(for: Reader(language: language))
    }

    private var html: HTML {
        Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                Markup.title { title }
                meta(.name("author"), .attribute("content", programme.name))
                meta(.name("description"), .attribute("content", title))
                link(.rel("stylesheet"), .href(PrintData.address("text/css", PackageResources.finance_print_css)))
            }
            body {
                h1 { title }
                p(.class("lead")) {
                    programme.name
                    organisation.map { ", \(programme.partyName($0))" } ?? ""
                }
                p {
                    Text(nl: "Zoals geboekt tot en met ", en: "As booked up to and including ")
                    HTML.day(today)
                    Text(
                        nl: ". Wat nog op akkoord wacht of is geweigerd, telt niet mee.",
                        en: ". What waits for approval or was refused does not count."
                    )
                }
                summary
                for kind in FinanceEntry.Kind.allCases where !entries(of: kind).isEmpty { list(kind) }
                div(.class("signature")) {
                    p { Text(nl: "Naam en functie", en: "Name and position") }
                    p { Text(nl: "Datum en handtekening", en: "Date and signature") }
                }
            }
        }
    }

    private var summary: HTML {
        table {
            thead {
                tr {
                    th(.scope("col")) { Text(nl: "Samengevat", en: "In short") }
                    th(.scope("col"), .class("number")) { Text(nl: "Boekingen", en: "Bookings") }
                    th(.scope("col"), .class("number")) { Text(nl: "Bedrag", en: "Amount") }
                }
            }
            tbody {
                for kind in FinanceEntry.Kind.allCases {
                    let own = entries(of: kind)
                    tr {
                        th(.scope("row")) { kind.name }
                        td(.class("number")) { "\(own.count)" }
                        td(.class("number")) { HTML.euros(own.map(\.amount).sum) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func list(_ kind: FinanceEntry.Kind) -> HTML {
        let own = entries(of: kind)
        h2 { kind.name }
        table {
            thead {
                tr {
                    th(.scope("col"), .class("nr")) { Text(nl: "Nr.", en: "No.") }
                    th(.scope("col"), .class("day")) { Text(nl: "Dag", en: "Day") }
                    th(.scope("col")) { Text(nl: "Wat", en: "What") }
                    th(.scope("col"), .class("who")) { Text(nl: "Organisatie, post", en: "Organisation, post") }
                    th(.scope("col"), .class("proof")) { Text(nl: "Kenmerk en akkoord", en: "Reference and approval") }
                    th(.scope("col"), .class("number")) { Text(nl: "Bedrag", en: "Amount") }
                }
            }
            tbody {
                for entry in own { row(entry) }
                tr(.class("total")) {
                    th(.scope("row"), .attribute("colspan", "5")) {
                        Text(nl: "Samen", en: "Together")
                        if kind == .hours {
                            ", "
                            Text.hours(own.map(\.signedMinutes).reduce(0, +))
                            Text(nl: " uur", en: " hours")
                        }
                    }
                    td(.class("number")) { HTML.euros(own.map(\.amount).sum) }
                }
            }
        }
    }

    private func row(_ entry: FinanceEntry) -> HTML {
        tr {
            th(.scope("row")) { "\(entry.number)" }
            td { entry.day.description }
            td {
                entry.words
                if let rate = entry.rate {
                    " ("
                    Text.hours(entry.signedMinutes)
                    " × "
                    HTML.euros(rate)
                    ")"
                }
                if let other = state.entry(entry.reverses) {
                    Text(nl: " (boekt nr. \(other.number) terug)", en: " (books back no. \(other.number))")
                }
            }
            td {
                programme.partyName(entry.organisation)
                ", "
                state.plan.post(entry.post)?.name ?? Text(same: entry.post.description)
                if let source = entry.source {
                    ", "
                    state.plan.source(source)?.name ?? Text(same: source.description)
                }
            }
            td { proof(entry) }
            td(.class("number")) { HTML.euros(entry.amount) }
        }
    }

    private func proof(_ entry: FinanceEntry) -> Text {
        let approval = (entry.decision?.name).map { Text(nl: "akkoord \($0)", en: "approved by \($0)") }
        let parts = [entry.reference.isEmpty ? nil : Text(same: entry.reference), approval].compactMap(\.self)
        return parts.dropFirst().reduce(parts.first ?? Text(same: "")) { $0 + Text(same: "; ") + $1 }
    }

    // MARK: In a file

    var workbook: Workbook {
        let words = { (text: Text) in text[language] }
        let headings = [
            Text(nl: "Nummer", en: "Number"), Text(nl: "Soort", en: "Kind"), Text(nl: "Dag", en: "Day"),
            Text(nl: "Organisatie", en: "Organisation"), Text(nl: "Post", en: "Post"), Text(nl: "Bron", en: "Source"),
            Text(nl: "Waarvoor", en: "What for"), Text(nl: "Kenmerk", en: "Reference"),
            Text(nl: "Minuten", en: "Minutes"),
            Text(nl: "Per uur", en: "An hour"), Text(nl: "Bedrag", en: "Amount"), Text(nl: "Stand", en: "State"),
            Text(nl: "Boekt terug", en: "Books back"), Text(nl: "Geboekt door", en: "Booked by"),
            Text(nl: "Besloten door", en: "Decided by"),
        ].map(words)
        let all = state.entries.filter { organisation == nil || $0.organisation == organisation }
        let rows = all.map { entry -> [Workbook.Cell] in
            [
                .count(entry.number), .text(words(entry.kind.name)), .day(entry.day),
                .text(programme.partyName(entry.organisation)),
                .text(words(state.plan.post(entry.post)?.name ?? Text(same: entry.post.description))),
                .text(entry.source.map { words(state.plan.source($0)?.name ?? Text(same: $0.description)) } ?? ""),
                .text(entry.words), .text(entry.reference),
                entry.minutes == nil ? .empty : .count(entry.signedMinutes),
                entry.rate.map { .money($0) } ?? .empty, .money(entry.amount), .text(words(state.standing(entry).name)),
                state.entry(entry.reverses).map { .count($0.number) } ?? .empty, .text(entry.name),
                .text(entry.decision?.name ?? ""),
            ]
        }
        let totals = FinanceEntry.Kind.allCases.map { kind -> [Workbook.Cell] in
            let own = entries(of: kind)
            return [.text(words(kind.name)), .count(own.count), .money(own.map(\.amount).sum)]
        }
        return Workbook(
            title: words(title),
            author: "Karavaan",
            sheets: [
                .init(
                    name: words(Text(nl: "Samengevat", en: "In short")),
                    headings: [
                        Text(nl: "Soort", en: "Kind"), Text(nl: "Boekingen", en: "Bookings"),
                        Text(nl: "Bedrag", en: "Amount"),
                    ].map(words),
                    rows: totals
                ), .init(name: words(Text(nl: "Boekingen", en: "Bookings")), headings: headings, rows: rows),
            ]
        )
    }
}
