import App
import ArgumentParser
import Foundation
import Sampling

struct Draw: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw a representative sample from a list, without a programme.",
        discussion: """
            Reads a CSV file with a line of headers and writes the drawn lines, in the order in which they replace each \
            other. The sample has of every part of the columns after --by what a fair share is: of the first column to \
            the whole number, of the others as nearly as can be. Columns after --balance hold numbers, whose totals are \
            kept. The same file and seed give the same sample on every machine.

              karavaan draw companies.csv --size 30 --by municipality,sector,size --seed 42
            """
    )

    @Argument(help: "The CSV file, in UTF-8.")
    var file: String
    @Option(help: "How many to draw.")
    var size: Int
    @Option(help: "Columns to divide by, with commas between them, the most important first.")
    var by = ""
    @Option(help: "Columns with numbers to balance on, with commas between them.")
    var balance = ""
    @Option(help: "The start number; any whole number.")
    var seed: UInt64

    func run() throws {
        let table = try CommandTable(file)
        guard size > 0 else { throw ValidationError("--size has to be at least 1.") }
        guard !table.rows.isEmpty else { throw ValidationError("\(file) has no lines after its headers.") }
        let divided = try by.split(separator: ",").map { try table.column(String($0)) }
        let balanced = try balance.split(separator: ",").map { try table.column(String($0)) }
        let began = ContinuousClock.now
        let drawn: [Int]
        if balanced.isEmpty {
            drawn = divide(table, by: divided)
        } else {
            drawn = try self.balance(table, by: divided, on: balanced)
        }
        let elapsed = began.duration(to: .now)
        print(CommandTable.line(table.headers))
        for row in drawn { print(CommandTable.line(table.rows[row])) }
        Progress.note("\(drawn.count) of \(table.rows.count) drawn in \(elapsed.milliseconds) ms.")
    }

    /// Parts by their names, so that the order of the lines decides nothing but who is who.
    private func parts(_ table: CommandTable, _ column: Int) -> (names: [String], parts: [Int]) {
        let names = Set(table.rows.map { $0[column] }).sorted()
        let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        return (names, table.rows.map { index[$0[column]] ?? 0 })
    }

    private func divide(_ table: CommandTable, by columns: [Int]) -> [Int] {
        let total = min(size, table.rows.count)
        let divisions = (columns.isEmpty ? [nil] : columns.map(Optional.some)).enumerated().map { place, column in
            let (names, parts) = column.map { self.parts(table, $0) } ?? ([""], table.rows.map { _ in 0 })
            var sizes = Array(repeating: 0, count: names.count)
            for part in parts { sizes[part] += 1 }
            let targets =
                place == 0
                ? Allocation.proportional(total, weights: sizes.map(Double.init), available: sizes).counts
                    .map(Double.init)
                : sizes.map { Double($0) * Double(total) / Double(parts.count) }
            return Division(parts: parts, targets: targets)
        }
        let selection = Selection.draw(divisions, seed: seed)
        return selection.isDrawn.indices.filter { selection.isDrawn[$0] }
            .sorted { selection.order[$0] < selection.order[$1] }
    }

    private func balance(_ table: CommandTable, by columns: [Int], on numbers: [Int]) throws -> [Int] {
        let chance = min(1, Double(size) / Double(table.rows.count))
        let values = try numbers.map { column in
            try table.rows.enumerated().map { line, row in
                guard let value = Double(row[column]) else {
                    throw ValidationError("\(file), line \(line + 2): \(row[column]) is not a number.")
                }
                return value
            }
        }
        // The number of lines first, then what they are divided by, then what is balanced on.
        var rows = 1
        var constraints = table.rows.map { _ in [(row: 0, value: 1.0)] }
        for column in columns {
            let (names, parts) = self.parts(table, column)
            for (unit, part) in parts.enumerated() { constraints[unit].append((rows + part, 1)) }
            rows += names.count
        }
        for column in values {
            let scale = max(column.map(abs).max() ?? 1, .leastNormalMagnitude)
            for (unit, value) in column.enumerated() where value != 0 {
                constraints[unit].append((rows, value / scale))
            }
            rows += 1
        }
        var random = SampleRandom(seed: seed)
        let isDrawn = BalancedDraw.draw(
            probabilities: table.rows.map { _ in chance },
            columns: constraints,
            rows: rows,
            using: &random
        )
        let order = random.permutation(isDrawn.count)
        return order.filter { isDrawn[$0] }
    }
}

extension Duration {
    /// To a tenth.
    var milliseconds: String {
        let (seconds, attoseconds) = components
        return String(format: "%.1f", Double(seconds) * 1000 + Double(attoseconds) / 1e15)
    }
}
