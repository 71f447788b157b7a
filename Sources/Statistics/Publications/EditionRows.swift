import Disclosure

extension PublishedFigures.Edition {
    /// One published figure, as it is in a file.
    package struct Row: Equatable, Sendable {
        /// What was asked; ``FigureTables/area`` for how many companies there are.
        package let table: String
        package let area: String
        /// Empty for how many there are.
        package let answer: String
        /// `nil` when it is hidden.
        package let count: Int?
    }

    /// All of it, in a fixed order.
    package var rows: [Row] {
        let order = Dictionary(uniqueKeysWithValues: tree.codes.enumerated().map { ($1, $0) })
        let groups = companies.map { Row(table: FigureTables.area, area: $0.key, answer: "", count: $0.value) }
        let asked = counts.flatMap { table, areas in
            areas.flatMap { area, answers in
                answers.map { Row(table: table, area: area, answer: $0.key, count: $0.value) }
            }
        }
        return (groups + asked).sorted { left, right in
            (left.table == FigureTables.area ? "" : left.table, order[left.area] ?? 0, left.answer)
                < (right.table == FigureTables.area ? "" : right.table, order[right.area] ?? 0, right.answer)
        }
    }
}
