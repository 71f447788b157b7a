import Fieldwork
import Foundation
package import Kernel
import Markup
import Programmes
package import Referrals

/// The sizes that an own praatplaat is printed on.
package enum Paper: String, CaseIterable, Sendable {
    /// Landscape, for the wall of the canteen.
    case a3
    /// Portrait, for the desk and the folder.
    case a4
}

/// A company's own praatplaat on one sheet of paper: a whole document that needs nothing besides itself.
package enum OwnSheetPrint {
    package static func document(for own: OwnSheet, paper: Paper, language: Language) -> String {
        OwnSheetPaper(own: own, paper: paper, language: language).html.rendered(for: Reader(language: language))
    }
}

private struct OwnSheetPaper {
    let own: OwnSheet
    let paper: Paper
    let language: Language
    let summary: OwnSheetSummary

    init(own: OwnSheet, paper: Paper, language: Language) {
        (self.own, self.paper, self.language) = (own, paper, language)
        summary = OwnSheetSummary(own)
    }

    private var title: Text {
        Text(nl: "De praatplaat van \(own.companyName)", en: "The talk sheet of \(own.companyName)")
    }

    var html: HTML {
        Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                Markup.title { title }
                meta(.name("author"), .attribute("content", own.programmeName))
                meta(.name("description"), .attribute("content", own.sceneDescription))
                link(.rel("stylesheet"), .href(PrintData.address("text/css", PackageResources.own_sheet_print_css)))
            }
            body(.class(paper.rawValue)) {
                header {
                    div(.class("names")) {
                        p(.class("eyebrow")) { Text(nl: "De praatplaat van", en: "The talk sheet of") }
                        h1(.class(nameSize)) { own.companyName }
                        p(.class("when")) {
                            if let municipality = own.municipalityName { municipality + " · " }
                            HTML.day(own.heldOn)
                        }
                    }
                    numbers
                }
                div(.class("sheet")) {
                    div(.class("picture")) {
                        img(.class("scene"), .src(scene), .alt(own.sceneDescription))
                        legend
                        ladder
                    }
                    div(.class("words")) { words }
                }
                foot
            }
        }
    }

    /// A long name is set smaller, so that it stays on one line or two.
    private var nameSize: String {
        switch own.companyName.count {
        case ...26: "name"
        case ...44: "name long"
        default: "name longest"
        }
    }

    private var scene: String {
        PrintData.address("image/svg+xml", Array(own.talkPicture.document(in: language).utf8))
    }

    private var numbers: HTML {
        let count = summary.result.total
        return div(.class("numbers")) {
            p(.class("doing")) {
                strong { HTML.number(count.doing) }
                span {
                    count.doing == 1
                        ? Text(nl: "ding doen we al", en: "thing we do already")
                        : Text(nl: "dingen doen we al", en: "things we do already")
                    br()
                    small {
                        Text(
                            nl: "van de \(count.applicable) die bij ons passen",
                            en: "of the \(count.applicable) that fit us"
                        )
                    }
                }
            }
            p(.class("ambition")) {
                strong { HTML.number(count.ambition) }
                span {
                    Text(nl: "willen we", en: "we want")
                    br()
                    Text(nl: "binnen drie jaar", en: "within three years")
                }
            }
        }
    }

    private var legend: HTML {
        p(.class("legend")) {
            span(.class("doing")) { Text(nl: "vol en groen: doen we al", en: "solid and green: we do it") }
            span(.class("ambition")) {
                Text(nl: "gestippeld: willen we binnen drie jaar", en: "dashed: we want it within three years")
            }
        }
    }

    private var ladder: HTML {
        let chart = LadderChart(columns: summary.columns, language: language)
        return section(.class("ladder")) {
            h2 { Text(nl: "Waar staan we op de ladder?", en: "Where are we on the ladder?") }
            p(.class("ends")) {
                span {
                    Text(nl: "← hier houden we de meeste waarde vast", en: "← here we keep the most value")
                }
                span(.class("right")) {
                    if summary.columns.contains(where: \.isApart) {
                        Text(nl: "rechts van de lijn: telt apart", en: "right of the line: counted apart")
                    }
                }
            }
            img(
                .src(PrintData.address("image/svg+xml", Array(chart.svg.utf8))),
                .attribute("alt", chart.description)
            )
        }
    }

    /// Each list takes room for its title and its frame; what is left of the column is for lines.
    private func budget(for lists: Int) -> PrintBudget {
        switch paper {
        case .a3: PrintBudget(lineWidth: 30, lines: 38 - 3 * lists)
        case .a4: PrintBudget(lineWidth: 26, lines: 20 - 3 * lists)
        }
    }

    @HTMLBuilder private var words: HTML {
        switch paper {
        case .a3:
            column([doing, ambitions, steps, helpers] + (own.goodExamples.isEmpty ? [] : [examples]))
        case .a4:
            div(.class("column")) { column([doing, ambitions] + (own.goodExamples.isEmpty ? [] : [examples])) }
            div(.class("column")) { column([steps, helpers]) }
        }
    }

    /// Lists that share a column, each as long as there is room for.
    private func column(_ lists: [PaperList]) -> HTML {
        let budget = budget(for: lists.count)
        let shares = budget.shares(
            of: lists.map { list in .init(entries: list.entries.map { $0.lines(in: budget) }) }
        )
        return combine(zip(lists, shares).map { list, shown in list.html(showing: shown, language: language) })
    }

    private func combine(_ parts: [HTML]) -> HTML {
        var result = HTML.empty
        for part in parts { result.append(part) }
        return result
    }

    private var doing: PaperList {
        PaperList(
            style: "doing",
            title: Text(nl: "Dit doen we al", en: "What we do already"),
            nothing: Text(nl: "Nog niets aangekruist: we beginnen.", en: "Nothing ticked yet: we begin."),
            entries: summary.doing.map { .init(text: $0.text[language]) }
        )
    }

    private var ambitions: PaperList {
        PaperList(
            style: "ambition",
            title: Text(nl: "Dit willen we binnen drie jaar", en: "What we want within three years"),
            nothing: Text(nl: "Nog geen wensen genoemd.", en: "No wishes named yet."),
            entries: summary.ambitions.map { .init(text: $0.text[language]) }
        )
    }

    private var steps: PaperList {
        PaperList(
            style: "steps",
            title: Text(nl: "Onze volgende stappen", en: "Our next steps"),
            nothing: Text(nl: "Nog niets afgesproken.", en: "Nothing agreed yet."),
            entries: own.nextSteps.map { .init(text: $0) }
        )
    }

    private var helpers: PaperList {
        PaperList(
            style: "helpers",
            title: Text(nl: "Wie ons helpt, en wanneer", en: "Who helps us, and when"),
            nothing: Text(nl: "Nog geen afspraken.", en: "No appointments yet."),
            entries: own.helpers.map { helper in
                .init(
                    heading: helper.name,
                    note: helper.isToBeConfirmed ? OwnSheet.Helper.toBeConfirmed[language] : nil,
                    text: [helper.agreement, helper.details(in: language)].filter { !$0.isEmpty }
                        .joined(separator: " · ")
                )
            }
        )
    }

    private var examples: PaperList {
        PaperList(
            style: "examples",
            title: Text(nl: "Hier zijn we trots op", en: "What we are proud of"),
            nothing: Text(same: ""),
            entries: own.goodExamples.map { .init(text: $0) }
        )
    }

    private var foot: HTML {
        footer {
            if let link = own.link {
                img(
                    .class("code"),
                    .src("qr:" + (link.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")),
                    .alt(
                        Text(
                            nl: "Code om te scannen, leidt naar onze eigen pagina",
                            en: "Code to scan, leads to our own page"
                        )
                    )
                )
            }
            div(.class("next")) {
                p {
                    if let day = own.followUpOn {
                        strong {
                            Text(nl: "We bellen weer op ", en: "We call again on ")
                            HTML.day(day)
                        }
                        Text(
                            nl: ". Wat is gelukt, wat hielp, wat is er nog nodig?",
                            en: ". What worked, what helped, what is still needed?"
                        )
                    } else {
                        Text(
                            nl: "We spreken nog af wanneer we weer bellen.",
                            en: "We will agree on when to call again."
                        )
                    }
                }
                p(.class("source")) {
                    own.programmeName
                    Text(nl: " · gesprek met ", en: " · conversation with ")
                    own.interviewerName
                    " · "
                    HTML.day(own.heldOn)
                    if own.link != nil {
                        Text(
                            nl: " · scan de code voor onze eigen pagina",
                            en: " · scan the code for our own page"
                        )
                    }
                }
            }
        }
    }
}
