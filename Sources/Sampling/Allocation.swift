/// How many to draw in each stratum, in whole numbers that add up.
public struct Allocation: Equatable, Sendable {
    /// One for each stratum; never more than it has.
    public let counts: [Int]
    /// What could not be done as asked, stratum by stratum.
    public let remarks: [Remark]
    /// How many were asked for beyond all there are.
    public let missing: Int

    /// Something that could not be done as asked in one stratum.
    public struct Remark: Equatable, Sendable {
        /// What is the matter with the stratum.
        public enum Kind: Equatable, Sendable {
            /// Nobody is in it, though it has a part in the whole: others take its part.
            case empty
            /// It was to give so many, and has fewer: others take the rest.
            case short(asked: Int, available: Int)
        }

        /// Its place in the list of strata.
        public let stratum: Int
        /// What is the matter with it.
        public let kind: Kind

        /// What is the matter with a stratum.
        public init(stratum: Int, kind: Kind) {
            self.stratum = stratum
            self.kind = kind
        }
    }

    /// In proportion to `weights` by largest remainder (Hamilton): no stratum is a whole unit off its share, but where
    /// it has too few. Equal remainders go to the stratum that comes first.
    ///
    /// `weights` has one for each stratum, at least 0: its size in the population, say. `available` is how many can be
    /// drawn there: fewer than its size when some were drawn before.
    public static func proportional(_ total: Int, weights: [Double], available: [Int]) -> Allocation {
        precondition(weights.count == available.count && total >= 0)
        var counts = Array(repeating: 0, count: weights.count)
        var isFull = Array(repeating: false, count: weights.count)
        // A stratum whose share is more than it has gives all, and the rest is divided anew.
        while true {
            let left = Double(total - counts.indices.filter { isFull[$0] }.map { counts[$0] }.reduce(0, +))
            let sum = weights.indices.filter { !isFull[$0] }.map { weights[$0] }.reduce(0, +)
            guard sum > 0, left > 0 else { break }
            let over = weights.indices.filter { !isFull[$0] && weights[$0] * left / sum > Double(available[$0]) }
            if over.isEmpty { break }
            for stratum in over {
                isFull[stratum] = true
                counts[stratum] = available[stratum]
            }
        }
        let left = total - counts.reduce(0, +)
        let open = weights.indices.filter { !isFull[$0] }
        let sum = open.map { weights[$0] }.reduce(0, +)
        if sum > 0, left > 0 {
            let quotas = open.map { weights[$0] * Double(left) / sum }
            // What is a whole number but for rounding is that number.
            let floors = quotas.map { Int(($0 + 1e-9).rounded(.down)) }
            for (index, stratum) in open.enumerated() { counts[stratum] = floors[index] }
            let remainders = quotas.indices.map { quotas[$0] - Double(floors[$0]) }
            let order = quotas.indices.sorted {
                abs(remainders[$0] - remainders[$1]) > 1e-9 ? remainders[$0] > remainders[$1] : $0 < $1
            }
            var rest = left - floors.reduce(0, +)
            for index in order where rest > 0 && counts[open[index]] < available[open[index]] {
                counts[open[index]] += 1
                rest -= 1
            }
        }
        return finished(total, counts, weights: weights, available: available)
    }

    /// The whole numbers that make the variance of the estimated mean as small as it can be: Neyman's allocation,
    /// exactly, by Wright's priority values (Wright 2012, *The Equivalence of Neyman Optimum Allocation for Sampling
    /// and Equal Proportions for Apportioning the U.S. House of Representatives*). A stratum with a deviation gets at
    /// least one while there are enough.
    ///
    /// `sizes` are those of the strata in the population, `deviations` the standard deviation in each of what is measured.
    public static func neyman(_ total: Int, sizes: [Int], deviations: [Double], available: [Int]) -> Allocation {
        precondition(sizes.count == deviations.count && sizes.count == available.count && total >= 0)
        let weights = sizes.indices.map { Double(sizes[$0]) * deviations[$0] }
        var counts = Array(repeating: 0, count: sizes.count)
        var left = min(total, available.reduce(0, +))
        func isOpen(_ stratum: Int) -> Bool { counts[stratum] < available[stratum] }
        /// The first one in a stratum before any second one.
        func priority(_ stratum: Int) -> (Int, Double) {
            let count = Double(counts[stratum])
            if weights[stratum] == 0 { return (0, Double(sizes[stratum]) / (count + 1)) }
            return count == 0
                ? (2, weights[stratum]) : (1, weights[stratum] / (count * (count + 1)).squareRoot())
        }
        while left > 0 {
            guard let best = counts.indices.filter(isOpen).max(by: { priority($0) < priority($1) }) else { break }
            // The first of those that are equal, not the last that `max` gives.
            let first = counts.indices.first { isOpen($0) && priority($0) == priority(best) } ?? best
            counts[first] += 1
            left -= 1
        }
        return finished(total, counts, weights: weights, available: available)
    }

    private static func finished(
        _ total: Int,
        _ counts: [Int],
        weights: [Double],
        available: [Int]
    ) -> Allocation {
        let sum = weights.reduce(0, +)
        let remarks = counts.indices.compactMap { stratum -> Remark? in
            guard sum > 0, weights[stratum] > 0 else { return nil }
            let share = Int((weights[stratum] * Double(total) / sum).rounded())
            if available[stratum] == 0 { return Remark(stratum: stratum, kind: .empty) }
            guard share > available[stratum] else { return nil }
            return Remark(stratum: stratum, kind: .short(asked: share, available: available[stratum]))
        }
        return Allocation(counts: counts, remarks: remarks, missing: total - counts.reduce(0, +))
    }
}
