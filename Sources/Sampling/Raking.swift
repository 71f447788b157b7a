/// Chances of inclusion that fit the totals of several divisions at once: iterative proportional fitting (Deming and
/// Stephan 1940), with no chance above one.
enum Raking {
    /// As near to the same chance for everybody as the targets allow. The targets of the first division are met exactly
    /// (to one in a thousand million) when there are enough units; those of the others as nearly as they go together.
    static func probabilities(_ divisions: [Division], rounds: Int = 200) -> [Double] {
        let count = divisions[0].parts.count
        guard count > 0 else { return [] }
        let total = divisions[0].targets.reduce(0, +)
        var values = Array(repeating: min(1, total / Double(count)), count: count)
        let members = divisions.map { division in
            division.parts.enumerated().reduce(into: Array(repeating: [Int](), count: division.targets.count)) {
                $0[$1.element].append($1.offset)
            }
        }
        for _ in 0..<rounds {
            var change = 0.0
            // The first one last, so that it is right at the end.
            for index in divisions.indices.reversed() {
                for (part, units) in members[index].enumerated() {
                    change = max(change, fit(&values, units, to: divisions[index].targets[part]))
                }
            }
            if change < 1e-12 { break }
        }
        for (part, units) in members[0].enumerated() {
            revive(&values, units, target: divisions[0].targets[part])
            _ = fit(&values, units, to: divisions[0].targets[part])
        }
        return values
    }

    /// Multiplies the chances of a part until they add up to the target, none above one. How far any moved.
    private static func fit(_ values: inout [Double], _ units: [Int], to target: Double) -> Double {
        guard !units.isEmpty else { return 0 }
        if target <= 0 {
            let change = units.map { values[$0] }.max() ?? 0
            for unit in units { values[unit] = 0 }
            return change
        }
        var change = 0.0
        for _ in 0..<60 {
            var full = 0.0
            var open = 0.0
            for unit in units {
                if values[unit] >= 1 { full += 1 } else { open += values[unit] }
            }
            guard open > 0 else { break }
            let factor = max(0, target - full) / open
            if abs(factor - 1) < 1e-13 { break }
            var isOver = false
            for unit in units where values[unit] < 1 {
                let value = values[unit] * factor
                isOver = isOver || value > 1
                change = max(change, abs(min(1, value) - values[unit]))
                values[unit] = min(1, value)
            }
            if !isOver { break }
        }
        return change
    }

    /// Where other divisions left too few with any chance, all of the part get one.
    private static func revive(_ values: inout [Double], _ units: [Int], target: Double) {
        let possible = units.count { values[$0] > 0 }
        guard Double(possible) < target else { return }
        for unit in units where values[unit] == 0 { values[unit] = 1e-6 }
    }
}
