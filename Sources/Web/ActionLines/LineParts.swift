import ActionLines
import Finance
import Kernel
import Markup
import Programmes

/// How a line stands, with the why, and what is asked of whom.
struct Standing: Component {
    let state: LineState

    var body: HTML {
        if let last = state.last {
            Paragraphs(text: last.why)
            if !last.ask.isEmpty {
                p(.class("ask")) {
                    strong { Text(nl: "Nodig: ", en: "Needed: ") }
                    last.ask
                    " → "
                    last.askedOf
                }
            }
        } else {
            p(.class("muted")) { Text(nl: "Er is nog niets over verteld.", en: "Nothing was told about it yet.") }
        }
    }
}

/// How many lines ask something, and how many results are late.
struct PlanSentence: Component {
    let state: PlanState

    var body: HTML {
        let late = state.lines.flatMap { $0.late(on: state.asOf) }.count
        let (all, asking) = (state.lines.count, state.asking.count)
        Text(
            nl: "Van \(all) actielijnen \(asking == 1 ? "vraagt er 1" : "vragen er \(asking)") iets van iemand; "
                + "\(late == 1 ? "1 resultaat is" : "\(late) resultaten zijn") te laat.",
            en: "Of \(all) action lines \(asking == 1 ? "1 asks" : "\(asking) ask") something of somebody; "
                + "\(late == 1 ? "1 result is" : "\(late) results are") late."
        )
    }
}

struct StatusBadge: Component {
    let status: LineStatus?
    var base = "badge"

    var body: HTML {
        if let status {
            span(.class("\(base) \(status.look)")) { status.name }
        } else {
            span(.class("\(base) plain")) { Text(nl: "nog geen bericht", en: "no word yet") }
        }
    }
}

/// Each promised result against its number; with a day, also by when, and whether it is late then.
struct PromisedResults: Component {
    let results: [ActionLine.PromisedResult]
    let reached: (ActionLine.PromisedResult.ID) -> Int
    var asOf: Day?

    var body: HTML {
        ul(.class("promised")) { for result in results { li { row(result, reached(result.code)) } } }
    }

    @HTMLBuilder private func row(_ result: ActionLine.PromisedResult, _ reached: Int) -> HTML {
        span { result.text }
        span { Text(nl: "\(reached) van \(result.count)", en: "\(reached) of \(result.count)") }
        progress(
            .attribute("max", "\(result.count)"),
            .value("\(min(reached, result.count))"),
            .ariaLabel(result.text)
        ) {}
        if let asOf {
            span(.class("muted small")) {
                Text(nl: "uiterlijk ", en: "by ")
                HTML.shortDay(result.due)
                if reached < result.count, result.due < asOf {
                    " "
                    span(.class("badge attention")) { Text(nl: "te laat", en: "late") }
                }
            }
        }
    }
}

/// What was paid of what there is for a line, and the hours that went into it.
struct LineMoneyLine: Component {
    let money: LineMoney

    var body: HTML {
        p(.class("small money")) {
            HTML.euros(money.paid)
            Text(nl: " betaald van ", en: " paid of ")
            HTML.euros(money.budget)
            if money.minutes != 0 {
                " · "
                Text.hours(money.minutes)
                Text(nl: " uur", en: " hours")
            }
        }
    }
}

/// Since when nothing was heard, where that is long.
struct Silence: Component {
    let state: LineState
    let asOf: Day

    var body: HTML {
        p(.class("muted small")) {
            if let last = state.last {
                Text(nl: "Verteld op ", en: "Told on ")
                HTML.shortDay(last.recordedOn)
                Text(nl: " door \(last.name), ", en: " by \(last.name), ")
                last.evidence.name
            }
            if state.isSilent(on: asOf) {
                " "
                span(.class("badge attention")) {
                    Text(
                        nl: "\(state.silence(on: asOf)) dagen niets gehoord",
                        en: "nothing heard for \(state.silence(on: asOf)) days"
                    )
                }
            }
        }
    }
}
