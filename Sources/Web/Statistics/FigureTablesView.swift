import Kernel
import Markup
import Programmes
import Statistics

/// Figures as tables: the area itself, those around it, and the area itself a year ago.
struct FigureTablesView {
    let figures: AreaFigures
    let words: FigureWords

    /// For each question the companies that answer yes. `wishes` is what the municipality wants, line by line.
    func questions(_ questions: [(Question, Text)], caption name: Text, wishes: [String]? = nil) -> HTML {
        frame(name) {
            head(Text(nl: "Onderwerp", en: "Subject"), hasWishes: wishes != nil)
            tbody {
                for (number, (question, name)) in questions.enumerated() {
                    tr {
                        th(.scope("row")) { name }
                        cells(question.code, Question.yes)
                        if let wishes {
                            td(.attribute("data-label", Self.wishes)) { wishes[number] }
                        }
                    }
                }
            }
        }
    }

    /// For one question how many companies gave each answer.
    func answers(_ table: String, caption name: Text, values: [String] = Question.classes) -> HTML {
        frame(name) {
            head(Text(nl: "Groep", en: "Group"), hasWishes: false)
            tbody {
                for value in values {
                    tr {
                        th(.scope("row")) { words.answer(value, of: table) }
                        cells(table, value)
                    }
                }
            }
        }
    }

    private static let wishes = Text(nl: "De gemeente wil", en: "The municipality wants")

    private func frame(_ name: Text, @HTMLBuilder content: () -> HTML) -> HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            table(.class("cards figures")) {
                caption { name }
                content()
            }
        }
    }

    private func head(_ first: Text, hasWishes: Bool) -> HTML {
        thead {
            tr {
                th(.scope("col")) { first }
                for area in figures.compared { th(.scope("col"), .class("number")) { words.area(area) } }
                if let before { th(.scope("col"), .class("number")) { before } }
                if hasWishes { th(.scope("col")) { Self.wishes } }
            }
        }
    }

    /// What the column with the earlier figures is called; `nil` when there are none.
    private var before: Text? {
        guard let before = figures.before, let first = figures.compared.first else { return nil }
        let (name, day) = (words.area(first), before.publication.measuredOn)
        return Text(
            nl: "\(name.nl) op \(Formats.short(day, .dutch))",
            en: "\(name.en) on \(Formats.short(day, .english))"
        )
    }

    @HTMLBuilder private func cells(_ table: String, _ value: String) -> HTML {
        for area in figures.compared {
            cell(figures.now(table, in: area), value, label: words.area(area), isNow: true)
        }
        if let before, let first = figures.compared.first {
            cell(figures.then(table, in: first), value, label: before, isNow: false)
        }
    }

    private func cell(_ shares: PublishedFigures.Shares?, _ value: String, label: Text, isNow: Bool) -> HTML {
        td(.class("number"), .attribute("data-label", label)) {
            if let shares, let count = shares.count(value), let share = shares.share(value) {
                CompanyCount(
                    count: count,
                    rest: span(.class("muted small")) {
                        Text(nl: " van \(shares.companies)", en: " of \(shares.companies)")
                    }
                )
                strong {
                    " "
                    HTML.percent(share)
                }
                if isNow, shares.edition != figures.edition.publication.number {
                    span(.class("muted small")) {
                        Text(nl: " op ", en: " on ")
                        HTML.shortDay(shares.measuredOn)
                    }
                }
            } else {
                let isSmall = AreaFigures.isSmall(shares?.companies ?? 0)
                span(.class("muted small")) { isSmall ? FigureWords.tooFew : FigureWords.hidden }
            }
        }
    }
}
