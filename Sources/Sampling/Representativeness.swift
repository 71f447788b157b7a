import Foundation

/// How like the population those are who were reached: the R-indicator of Schouten, Cobben and Bethlehem (2009),
/// *Indicators for the representativeness of survey response*.
public struct Representativeness: Equatable, Sendable {
    /// 1 − 2·S(ρ), with S the standard deviation of the chances of being reached: 1 when everybody was as likely, 0 when
    /// half were certain and half impossible.
    public let indicator: Double
    /// S(ρ) ÷ mean ρ: how far a mean over those who were reached can be off at most, in standard deviations of what is
    /// measured. Unlike the indicator it does not look good only because few were reached.
    public let maximalBias: Double
    /// For each division how much it adds to the deviation (the unconditional partial indicator): 0 when its parts were
    /// reached alike.
    public let partial: [Double]
    /// For each division and part: the share of it that was reached, less the share of all; √(size / all) times that is
    /// its term in the partial indicator.
    public let differences: [[Double]]

    /// `divisions` has for each one the part of each unit. `nil` when nobody or everybody was reached: then there is
    /// nothing to compare.
    public init?(divisions: [[Int]], isReached: [Bool]) {
        let count = isReached.count
        let reached = isReached.count { $0 }
        guard reached > 0, reached < count else { return nil }
        let mean = Double(reached) / Double(count)
        let chances = Self.chances(divisions, isReached)
        let average = chances.reduce(0, +) / Double(count)
        let square = chances.map { ($0 - average) * ($0 - average) }.reduce(0, +)
        let deviation = (square / Double(max(1, count - 1))).squareRoot()
        indicator = 1 - 2 * deviation
        maximalBias = deviation / average
        differences = divisions.map { parts in
            var sizes = Array(repeating: 0.0, count: (parts.max() ?? -1) + 1)
            var hits = sizes
            for (unit, part) in parts.enumerated() {
                sizes[part] += 1
                if isReached[unit] { hits[part] += 1 }
            }
            return sizes.indices.map { sizes[$0] == 0 ? 0 : hits[$0] / sizes[$0] - mean }
        }
        partial = zip(divisions, differences).map { parts, differences in
            var sum = 0.0
            for part in parts { sum += differences[part] * differences[part] }
            return (sum / Double(count)).squareRoot()
        }
    }

    /// By logistic regression on the parts of all divisions (main effects), as the authors do, fitted by reweighted
    /// least squares. The smallest ridge keeps it from running away where a part was reached not at all or wholly.
    private static func chances(_ divisions: [[Int]], _ isReached: [Bool]) -> [Double] {
        var starts: [Int] = []
        var size = 1
        for parts in divisions {
            starts.append(size)
            // The first part of each is the one that the others are compared with.
            size += max(0, parts.max() ?? 0)
        }
        let terms = isReached.indices.map { unit in
            [0] + zip(starts, divisions).compactMap { $1[unit] == 0 ? nil : $0 + $1[unit] - 1 }
        }
        var effects = Array(repeating: 0.0, count: size)
        let mean = Double(isReached.count { $0 }) / Double(isReached.count)
        effects[0] = log(mean / (1 - mean))
        for _ in 0..<50 {
            var hessian = Array(repeating: 0.0, count: size * size)
            var gradient = effects.enumerated().map { $0.offset == 0 ? 0 : -ridge * $0.element }
            for effect in 0..<size { hessian[effect * size + effect] = effect == 0 ? 1e-9 : ridge }
            for (unit, terms) in terms.enumerated() {
                let chance = logistic(terms.reduce(0) { $0 + effects[$1] })
                let weight = chance * (1 - chance)
                for a in terms {
                    gradient[a] += (isReached[unit] ? 1 : 0) - chance
                    for b in terms { hessian[a * size + b] += weight }
                }
            }
            guard let inverse = inverted(hessian, size) else { break }
            var change = 0.0
            for row in 0..<size {
                var step = 0.0
                for column in 0..<size { step += inverse[row * size + column] * gradient[column] }
                step = min(4, max(-4, step))
                effects[row] += step
                change = max(change, abs(step))
            }
            if change < 1e-9 { break }
        }
        return terms.map { terms in logistic(terms.reduce(0) { $0 + effects[$1] }) }
    }

    private static let ridge = 1e-3

    private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
