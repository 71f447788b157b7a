import ActionLines
import Finance
import Kernel
import Markup
import Programmes

/// How a plan stood on a day, on paper for a meeting: a whole document that needs nothing besides itself.
struct ActionPlanPrint {
    let state: PlanState
    let money: [ActionLine.ID: LineMoney]
    let language: Language

    var document: String { html.rendered(for: Reader(language: language)) }

    private var title: Text { Text(nl: "Stand van het actieplan", en: "Standing of the action plan") }

    private var html: HTML {
        Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                Markup.title { title }
                meta(.name("author"), .attribute("content", state.programme.name))
                meta(.name("description"), .attribute("content", title))
                link(.rel("stylesheet"), .href(PrintData.address("text/css", PackageResources.action_plan_print_css)))
            }
            body {
                h1 { state.programme.name }
                p(.class("lead")) {
                    Text(nl: "Zo stond het op ", en: "How it stood on ")
                    HTML.day(state.asOf)
                    ". "
                    PlanSentence(state: state)
                }
                for theme in state.plan.themes {
                    h2 {
                        "\(theme.code). "
                        theme.name
                    }
                    lines(state.lines.filter { $0.line.theme == theme.code }, theme.name)
                }
            }
        }
    }

    private func lines(_ lines: [LineState], _ name: Text) -> HTML {
        table {
            thead {
                tr {
                    th(.scope("col"), .class("line")) { Text(nl: "Actielijn", en: "Action line") }
                    th(.scope("col"), .class("standing")) { Text(nl: "Stand", en: "Standing") }
                    th(.scope("col"), .class("why")) {
                        Text(nl: "Waarom, en wat er nodig is", en: "Why, and what is needed")
                    }
                    th(.scope("col")) { Text(nl: "Beloofd", en: "Promised") }
                }
            }
            tbody { for line in lines { row(line) } }
        }
    }

    private func row(_ line: LineState) -> HTML {
        let leads = line.line.leads.compactMap { state.plan.organisation($0)?.name }.joined(separator: ", ")
        return tr {
            th(.scope("row")) {
                "\(line.line.code) "
                line.line.name
                p(.class("muted")) { leads }
            }
            td { StatusBadge(status: line.status, base: "look") }
            td {
                Standing(state: line)
                if let last = line.last { p(.class("muted")) { HTML.shortDay(last.recordedOn) } }
            }
            td {
                ul {
                    for result in line.line.results {
                        li {
                            result.text
                            ": \(line.reached(result.code))/\(result.count), "
                            HTML.shortDay(result.due)
                            if !line.isReached(result), result.due < state.asOf {
                                span(.class("late")) { Text(nl: " (te laat)", en: " (late)") }
                            }
                        }
                    }
                }
                for work in line.shared { SharedWorkLine(work: work) }
                if let money = money[line.line.code] { LineMoneyLine(money: money) }
            }
        }
    }
}
