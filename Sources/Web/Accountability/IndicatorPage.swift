import Accountability
import Kernel
import Markup
import Programmes

/// One indicator over time: a picture, the same numbers in a table, and what was said about it.
struct IndicatorPage: Page {
    let report: PlanReport
    let indicator: Indicator
    let mayExplain: Bool
    let ids: @Sendable () -> String
    let today: Day
    var form = IndicatorNoteForm()
    var issues: [InvalidAccount.Issue] = []

    private var programme: Programme { report.programme }
    private var states: [IndicatorState] { report.history[indicator] ?? [] }

    private var counted: Target.Counted? {
        guard case .target(let code) = indicator else { return nil }
        return programme.targets.first { $0.code == code }?.counted
    }

    var title: Text { indicator.name(in: programme) }
    var section: NavigationSection? { .overview }
    var styles: [String] { ["referrals.css", "plan.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.plan.path(programme.id))) { Text(nl: "Liggen we op koers?", en: "Are we on course?") }
        }
        ErrorSummary(issues: issues)
        h1 { title }
        p(.class("muted")) { indicator.explanation }
        IndicatorChart(states: states, unit: indicator.unit, name: title)
        table
        if counted == .sessions, !report.sessions.isEmpty {
            h2 { Text(nl: "Waar de sessies waren", en: "Where the sessions were") }
            ul {
                for session in report.sessions {
                    li {
                        programme.area(session.municipality)?.name ?? session.municipality.description
                        " · "
                        HTML.day(session.countsFrom)
                        if session.elsewhere != nil {
                            Text(nl: " · van een ander programma", en: " · of another programme")
                        }
                    }
                }
            }
        }
        Markup.section(.attribute("aria-labelledby", "waarom")) {
            h2(.id("waarom")) { Text(nl: "Waarom het zo staat", en: "Why it stands like this") }
            ul(.class("lines")) {
                for note in report.notes(on: indicator) {
                    li {
                        p { note.words }
                        p(.class("muted small")) {
                            HTML.day(note.day)
                            " · \(note.name)"
                        }
                    }
                }
            }
            if mayExplain { explain }
        }
    }

    private var explain: HTML {
        PostForm(action: Addresses.indicator.path(programme.id, indicator.code)) {
            input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? ids() : form.id))
            TextArea(
                name: "tekst",
                caption: Text(
                    nl: "Waarom staat het zo, en wat doet u eraan?",
                    en: "Why is it so, and what do you do about it?"
                ),
                value: form.words,
                rows: 3,
                issues: issues
            )
            button(.class("button")) { Text(nl: "Toelichting bewaren", en: "Save the explanation") }
        }.body
    }

    private var table: HTML {
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(title)) {
            Markup.table {
                caption(.class("visually-hidden")) { title }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Peildatum", en: "Reporting date") }
                        th(.scope("col"), .class("number")) { Text(nl: "Toen", en: "Then") }
                        th(.scope("col"), .class("number")) { Text(nl: "Plan tot dan", en: "Plan by then") }
                        th(.scope("col"), .class("number")) { PlanPage.Columns.forecast }
                        th(.scope("col")) { PlanPage.Columns.standing }
                    }
                }
                tbody {
                    for state in states {
                        tr {
                            th(.scope("row"), .class("nowrap")) { HTML.shortDay(state.asOf) }
                            td(.class("number")) { indicator.unit.text(state.actual) }
                            td(.class("number")) { indicator.unit.text(state.wholePlan) }
                            td(.class("number")) { indicator.unit.text(state.forecast) }
                            td { state.standing.badge }
                        }
                    }
                }
            }
        }
    }
}

/// What was on each date, as a line with points, and the plan as a dashed line. The numbers stand beside it.
struct IndicatorChart: Component {
    let states: [IndicatorState]
    let unit: Indicator.Unit
    let name: Text

    private static let (width, height, top) = (720, 200, 24)

    var body: HTML {
        let values = states.flatMap { [$0.actual, $0.plan].compactMap(\.self) }
        if let highest = values.max(), states.count > 1 {
            let lowest = min(0, values.min() ?? 0)
            let range = max(highest - lowest, 0.001)
            let step = Self.width / states.count
            let y = { (value: Double) in
                Self.top + Int((Double(Self.height) * (1 - (value - lowest) / range)).rounded())
            }
            element(
                "svg",
                [
                    .class("chart line"), .role("img"),
                    .attribute("viewBox", "0 0 \(Self.width) \(Self.top + Self.height + 30)"), .ariaLabel(description),
                ]
            ) {
                line(
                    "plan",
                    states.enumerated().compactMap { index, state in
                        state.plan.map { (index * step + step / 2, y($0)) }
                    }
                )
                line(
                    "held",
                    states.enumerated().compactMap { index, state in
                        state.actual.map { (index * step + step / 2, y($0)) }
                    }
                )
                for (index, state) in states.enumerated() {
                    let x = index * step + step / 2
                    if let actual = state.actual {
                        element(
                            "circle",
                            [
                                .class("held"), .attribute("cx", "\(x)"), .attribute("cy", "\(y(actual))"),
                                .attribute("r", "5"),
                            ]
                        ) {}
                        // On the side where the line of the plan is not.
                        let isBelow = state.plan.map { $0 > actual } ?? false
                        label(x, y(actual) + (isBelow ? 22 : -10)) { unit.text(actual) }
                    }
                    label(x, Self.top + Self.height + 20) { HTML.quarter(state.asOf.quarter) }
                }
            }
            ul(.class("legend"), .ariaHidden) {
                li {
                    i(.class("held"))
                    Text(nl: "gehaald", en: "done")
                }
                li {
                    i(.class("planned"))
                    Text(nl: "plan", en: "plan")
                }
            }
        }
    }

    private var description: Text {
        Text(nl: "Lijndiagram: ", en: "Line chart: ") + name
            + Text(nl: ". De getallen staan in de tabel hieronder.", en: ". The numbers are in the table below.")
    }

    private func line(_ name: String, _ points: [(Int, Int)]) -> HTML {
        guard points.count > 1 else { return .empty }
        let path = points.map { "\($0.0),\($0.1)" }.joined(separator: " ")
        return element("polyline", [.class(name), .attribute("points", path)]) {}
    }

    private func label(_ x: Int, _ y: Int, @HTMLBuilder _ text: () -> HTML) -> HTML {
        element(
            "text",
            [.attribute("x", "\(x)"), .attribute("y", "\(y)"), .attribute("text-anchor", "middle")],
            text
        )
    }
}
