/// A sample that fits several divisions of a population at once, with who comes in the place of whom.
public struct Selection: Equatable, Sendable {
    /// For each unit: whether it was drawn.
    public let isDrawn: [Bool]
    /// For each unit: the chance it had.
    public let probabilities: [Double]
    /// For each unit: its place in the order in which units replace each other, each order as likely.
    public let order: [Int]
    /// For each division: what of it could not be done as asked.
    public let remarks: [[Allocation.Remark]]

    /// Draws.
    ///
    /// The first division is met exactly: its targets are rounded to whole numbers, and one above what there is, is
    /// lowered to that. The second is met to the whole number below or above what fits the first. The others are met as
    /// nearly as the draw allows, the earlier the better; where a part has too few, the others take the rest.
    ///
    /// The divisions are of the same units, the most important first. The same seed and the same units in the same order
    /// give the same selection on every machine.
    public static func draw(_ divisions: [Division], seed: UInt64) -> Selection {
        precondition(!divisions.isEmpty && Set(divisions.map(\.parts.count)).count == 1)
        var random = SampleRandom(seed: seed)
        let count = divisions[0].parts.count
        // What a part of the first division is short of, no other part makes up for: each has its own promise.
        let first = zip(divisions[0].targets, divisions[0].sizes).map { min($0.rounded(), Double($1)) }
        let total = first.reduce(0, +)
        var targets = [first]
        var remarks = [divisions[0].remarks]
        for division in divisions.dropFirst() {
            targets.append(division.capped(total: total))
            remarks.append(division.remarks)
        }
        let probabilities = Raking.probabilities(
            zip(divisions, targets).map { Division(parts: $0.parts, targets: $1) }
        )
        let isDrawn = drawn(probabilities, divisions, using: &random)
        var order = Array(repeating: 0, count: count)
        for (place, unit) in random.permutation(count).enumerated() { order[unit] = place }
        return Selection(isDrawn: isDrawn, probabilities: probabilities, order: order, remarks: remarks)
    }

    /// Each part of each division is a constraint. Where the expected number is not whole, an invented unit fills it up
    /// to the next one, so that the corner where the walk ends has the number below or above.
    private static func drawn(
        _ probabilities: [Double],
        _ divisions: [Division],
        using random: inout SampleRandom
    ) -> [Bool] {
        let starts = divisions.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.targets.count) }
        let rows = starts.last ?? 0
        var columns = probabilities.indices.map { unit in
            divisions.indices.map { (row: starts[$0] + divisions[$0].parts[unit], value: 1.0) }
        }
        var values = probabilities
        for (index, division) in divisions.enumerated().dropFirst() {
            var expected = Array(repeating: 0.0, count: division.targets.count)
            for unit in probabilities.indices { expected[division.parts[unit]] += probabilities[unit] }
            for (part, number) in expected.enumerated() where number.rounded(.up) - number > 1e-9 {
                columns.append([(starts[index] + part, 1)])
                values.append(number.rounded(.up) - number)
            }
        }
        let all = BalancedDraw.draw(probabilities: values, columns: columns, rows: rows, using: &random)
        return Array(all.prefix(probabilities.count))
    }

    /// Who comes in the place of a unit that said no: of those that are left the first in the order, from among those
    /// that are in the same part of as many divisions as can be, the first divisions counting most. Never from another
    /// part of the first division.
    public func replacement(for unit: Int, among left: some Sequence<Int>, in divisions: [Division]) -> Int? {
        func likeness(_ other: Int) -> Int {
            divisions.reduce(0) { $0 * 2 + ($1.parts[other] == $1.parts[unit] ? 1 : 0) }
        }
        return left.filter { other in
            other != unit && divisions[0].parts[other] == divisions[0].parts[unit]
        }.max { (likeness($0), -order[$0]) < (likeness($1), -order[$1]) }
    }
}
