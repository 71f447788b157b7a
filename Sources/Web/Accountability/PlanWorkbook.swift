import Accountability
import Kernel
import Programmes
import Spreadsheet

extension Workbook {
    /// The same as on the page, the history and the explanations, for who reports elsewhere.
    init(_ report: PlanReport, in language: Language) {
        let programme = report.programme
        func name(_ indicator: Indicator) -> String { indicator.name(in: programme)[language] }
        func cell(_ value: Double?, _ unit: Indicator.Unit) -> Cell {
            guard let value else { return .empty }
            return unit == .share ? .percent(value) : .number(value)
        }
        let columns = [
            PlanPage.Columns.indicator, .init(nl: "Peildatum", en: "Reporting date"), PlanPage.Columns.actual,
            PlanPage.Columns.plan, PlanPage.Columns.goal, PlanPage.Columns.forecast, PlanPage.Columns.standing,
            .init(nl: "Gebaseerd op", en: "Based on"),
        ].map { $0[language] }
        func row(_ state: IndicatorState) -> [Cell] {
            let unit = state.indicator.unit
            return [
                .text(name(state.indicator)), .day(state.asOf), cell(state.actual, unit), cell(state.wholePlan, unit),
                cell(state.goal, unit), cell(state.forecast, unit), .text(state.standing.name[language]),
                state.basis.map { .count($0) } ?? .empty,
            ]
        }
        let notes = report.notes.compactMap { note -> [Cell]? in
            guard let indicator = Indicator.all(of: programme).first(where: { $0.code == note.indicator }) else {
                return nil
            }
            return [.text(name(indicator)), .day(note.day), .text(note.words), .text(note.name)]
        }
        self.init(
            title: programme.name[language],
            author: "Karavaan",
            sheets: [
                Sheet(
                    name: Text(nl: "Stand", en: "State")[language],
                    headings: columns,
                    rows: report.states.map(row)
                ),
                Sheet(
                    name: Text(nl: "Verloop", en: "History")[language],
                    headings: columns,
                    rows: report.states.flatMap { report.history[$0.indicator] ?? [] }.map(row)
                ),
                Sheet(
                    name: Text(nl: "Toelichtingen", en: "Explanations")[language],
                    headings: [
                        PlanPage.Columns.indicator, .init(nl: "Dag", en: "Day"), PlanPage.Columns.why,
                        .init(nl: "Door", en: "By"),
                    ].map { $0[language] },
                    rows: notes
                ),
            ]
        )
    }
}
