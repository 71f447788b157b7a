import Fieldwork
import Kernel
import Markup
import Programmes

/// A sheet that was filled in on paper, typed in with one key for each line (*overtypen*). Each key is saved at once;
/// without a script it is an ordinary form.
struct QuickEntryPage: Page {
    let programme: Programme
    let record: ConversationRecord

    private var talk: Conversation { record.conversation }
    private var rows: [TalkSheet.PrintedGroup] { record.sheet.printedGroups }

    var title: Text { Text(nl: "Papieren plaat overtypen", en: "Type in the paper sheet") }
    var section: NavigationSection? { .conversations }
    var width: PageWidth { .full }
    var styles: [String] { ["sheet.css", "quick-entry.css"] }
    var scripts: [String] { ["quick-entry.js"] }

    var body: HTML {
        div(.class("talk quick"), .attribute("data-ticks", Addresses.ticks.path(programme.id, talk.id))) {
            TalkBar(programme: programme, record: record, mayFill: true)
            div(.class("talk-card")) {
                h1 { title }
                p(.class("sub")) {
                    Text(
                        nl: "De nummers zijn die van de geprinte plaat. Druk bij elke regel op één cijfer, en u staat "
                            + "op de volgende. Met ↑ en ↓ loopt u door de regels.",
                        en: "The numbers are those of the printed sheet. Press one digit at each line, and you are at "
                            + "the next. ↑ and ↓ walk through the lines."
                    )
                }
                KeyLegend()
                PostForm(action: Addresses.quickEntry.path(programme.id, talk.id), .id("overtypen")) {
                    for group in rows {
                        h2 { group.theme.name }
                        for line in group.lines { QuickRow(line: line, answers: record.answers) }
                    }
                    tally
                    div(.class("actions")) {
                        button(.class("button big")) { Text(nl: "Bewaar, verder met hulp", en: "Save, on to help") }
                        a(.class("button secondary"), .href(Addresses.sheet.path(programme.id, talk.id))) {
                            Text(nl: "Naar de gewone plaat", en: "To the ordinary sheet")
                        }
                    }
                }
            }
        }
    }

    /// To be compared with the paper: the quickest way to find a line that was skipped.
    private var tally: HTML {
        let lines = rows.flatMap(\.lines).map { PaperAnswer(record.answers.marks(of: $0.activity.code)) }
        return p(.class("notice info tally"), .role("status")) {
            Text(nl: "Klopt dit met het papier? ", en: "Does this agree with the paper? ")
            strong(.attribute("data-tally", "doing")) {
                HTML.number(lines.count { $0.marks.contains(.doing) })
            }
            Text(nl: " keer doen we, ", en: " times we do it, ")
            strong(.attribute("data-tally", "ambition")) {
                HTML.number(lines.count { $0.marks.contains(.ambition) })
            }
            Text(nl: " keer willen we.", en: " times we want it.")
        }
    }
}

private struct KeyLegend: Component {
    var body: HTML {
        ul(.class("key-legend")) {
            for answer in PaperAnswer.allCases {
                li {
                    element("kbd", []) { "\(answer.digit)" }
                    " "
                    answer.caption
                }
            }
        }
    }
}

private struct QuickRow: Component {
    let line: TalkSheet.PrintedLine
    let answers: SheetAnswers

    var body: HTML {
        let code = line.activity.code.description
        let standing = PaperAnswer(answers.marks(of: line.activity.code))
        fieldset(.class("quick-row"), .attribute("data-activity", code), .id("r-\(line.number)")) {
            legend {
                span(.class("quick-number")) { HTML.number(line.number) }
                " "
                line.activity.text
            }
            input(.type("hidden"), .name("was-\(code)"), .value(standing.rawValue))
            div(.class("quick-answers")) {
                for answer in PaperAnswer.allCases {
                    label {
                        input(
                            .type("radio"),
                            .name("a-\(code)"),
                            .value(answer.rawValue),
                            .checked(answer == standing)
                        )
                        span { answer.caption }
                    }
                }
            }
        }
    }
}

extension PaperAnswer {
    /// The key that stands for it.
    var digit: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    var caption: Text {
        switch self {
        case .none: Text(nl: "leeg", en: "empty")
        case .doing: Text(nl: "doen we", en: "we do")
        case .ambition: Text(nl: "willen we", en: "we want")
        case .both: Text(nl: "allebei", en: "both")
        case .notApplicable: Text(nl: "n.v.t.", en: "n/a")
        case .unknown: Text(nl: "weet niet", en: "don’t know")
        }
    }
}
