import Fieldwork
import Foundation
import Kernel
import Markup
import Programmes

/// The sheet to fill in by hand (*lege praatplaat*): two sides of A3. In front the picture that the talk begins with and
/// room to write, behind it everything there is to tick. The numbers are those of ``QuickEntryPage``.
struct EmptySheetPrint {
    let programme: Programme
    let sheet: TalkSheet
    /// What is known of the conversation; an empty line where it is not.
    var companyName: String?
    var place: String?
    var day: Day?
    var interviewer: String?

    func document(in language: Language) -> String {
        html(in: language).rendered(for: Reader(language: language))
    }

    private static let title = Text(nl: "Praatplaat om in te vullen", en: "Talk sheet to fill in")

    private func html(in language: Language) -> HTML {
        Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                Markup.title { Self.title }
                meta(.name("author"), .attribute("content", programme.name[language]))
                link(.rel("stylesheet"), .href(PrintData.address("text/css", PackageResources.empty_sheet_print_css)))
            }
            body {
                Markup.section(.class("front")) { front(language) }
                Markup.section(.class("back")) { back }
            }
        }
    }

    // MARK: In front

    @HTMLBuilder private func front(_ language: Language) -> HTML {
        header {
            div(.class("names")) {
                p(.class("eyebrow")) { programme.name }
                h1 { Text(nl: "Hoe circulair zijn wij al?", en: "How circular are we already?") }
            }
            div(.class("lines")) {
                line(Text(nl: "Bedrijf", en: "Company"), companyName.map { [$0, place].compactMap(\.self) } ?? [])
                line(Text(nl: "Gesproken met", en: "Talked with"), [])
                line(Text(nl: "Datum", en: "Date"), day.map { [Formats.long($0, language)] } ?? [])
                line(Text(nl: "Interviewer", en: "Interviewer"), interviewer.map { [$0] } ?? [])
            }
        }
        div(.class("table")) {
            div(.class("picture")) {
                img(
                    .class("scene"),
                    .src(scene(language)),
                    .alt(programme.picture?.description ?? Self.description)
                )
            }
            div(.class("write")) {
                needs
                box(Text(nl: "Een goed voorbeeld van ons", en: "A good example of ours"), lines: 4)
                box(Text(nl: "Onze volgende stappen", en: "Our next steps"), lines: 5)
                box(Text(nl: "Opmerkingen", en: "Remarks"), lines: 2)
            }
        }
        questions
    }

    private static let description = Text(
        nl: "Tekening van een metaalbedrijf, met de naam van een thema bij elk deel.",
        en: "Drawing of a metal company, with the name of a theme at each part."
    )

    private func scene(_ language: Language) -> String {
        var picture = TalkPicture(sheet: sheet, own: programme.picture, companyName: companyName)
        picture.isBlank = true
        return PrintData.address("image/svg+xml", Array(picture.document(in: language).utf8))
    }

    private func line(_ caption: Text, _ parts: [String]) -> HTML {
        p(.class("line")) {
            span(.class("caption")) { caption }
            span(.class("filled")) { parts.joined(separator: ", ") }
        }
    }

    private var needs: HTML {
        div(.class("box")) {
            h2 { Text(nl: "Hier willen we hulp bij", en: "What we want help with") }
            ul(.class("needs")) {
                for need in programme.needs {
                    li {
                        i(.class("square")) {}
                        need.name
                    }
                }
            }
        }
    }

    private func box(_ caption: Text, lines count: Int) -> HTML {
        div(.class("box")) {
            h2 { caption }
            for _ in 0..<count { p(.class("rule")) {} }
        }
    }

    private var questions: HTML {
        ol(.class("questions")) {
            for theme in sheet.themes {
                li {
                    strong { theme.name }
                    " "
                    theme.question
                }
            }
        }
    }

    // MARK: Behind

    @HTMLBuilder private var back: HTML {
        header {
            h1 { Text(nl: "Wat doen we al, en wat willen we?", en: "What do we do already, and what do we want?") }
            p(.class("how")) {
                i(.class("square")) {}
                strong { Text(nl: "doen we al", en: "we do it already") }
                i(.class("circle")) {}
                strong { Text(nl: "willen we binnen drie jaar", en: "we want it within three years") }
                span {
                    Text(
                        nl: "Allebei mag. Past het niet bij ons, zet dan een streep door de regel.",
                        en: "Both is fine. If it does not fit us, strike the line through."
                    )
                }
            }
        }
        div(.class("columns")) {
            for group in sheet.printedGroups { ThemeTable(group: group, ladder: programme.ladder) }
        }
        footer {
            if let companyName { companyName + " · " }
            programme.name
            Text(nl: " · praatplaat versie \(sheet.version)", en: " · talk sheet version \(sheet.version)")
        }
    }
}

/// One theme with its lines to tick.
private struct ThemeTable: Component {
    let group: TalkSheet.PrintedGroup
    let ladder: [LadderRung]

    var body: HTML {
        table {
            caption { group.theme.name }
            thead {
                tr {
                    th(.scope("col")) { Text(nl: "nr.", en: "no.") }
                    th(.scope("col")) { Text(nl: "doen", en: "do") }
                    th(.scope("col")) { Text(nl: "willen", en: "want") }
                    th(.scope("col")) {}
                }
            }
            tbody {
                for line in group.lines {
                    tr {
                        td(.class("number")) { HTML.number(line.number) }
                        td(.class("tick")) { i(.class("square")) {} }
                        td(.class("tick")) { i(.class("circle")) {} }
                        th(.scope("row")) {
                            line.activity.text
                            if let rung = ladder.first(where: { $0.step == line.activity.step }) {
                                small {
                                    " "
                                    rung.word
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
