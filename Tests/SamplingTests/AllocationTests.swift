import Sampling
import Testing

@Suite struct AllocationTests {
    @Test func `the largest remainders get what is left over`() {
        let allocation = Allocation.proportional(10, weights: [116, 53, 40, 32], available: [116, 53, 40, 32])
        // Quotas 4.81, 2.20, 1.66 and 1.33.
        #expect(allocation.counts == [5, 2, 2, 1])
        #expect(allocation.remarks.isEmpty)
        #expect(allocation.missing == 0)
    }

    @Test func `equal remainders go to the stratum that comes first`() {
        #expect(Allocation.proportional(2, weights: [1, 1, 1], available: [5, 5, 5]).counts == [1, 1, 0])
    }

    @Test func `a stratum gives what it has, says so, and the others take the rest`() {
        let allocation = Allocation.proportional(12, weights: [60, 30, 30], available: [2, 30, 30])
        #expect(allocation.counts == [2, 5, 5])
        #expect(allocation.remarks == [.init(stratum: 0, kind: .short(asked: 6, available: 2))])
    }

    @Test func `an empty stratum is named, and its part goes to others`() {
        let allocation = Allocation.proportional(4, weights: [10, 10], available: [0, 10])
        #expect(allocation.counts == [0, 4])
        #expect(allocation.remarks == [.init(stratum: 0, kind: .empty)])
    }

    @Test func `more than there are gives everybody, and says how many are missing`() {
        let allocation = Allocation.proportional(9, weights: [3, 1], available: [3, 1])
        #expect(allocation.counts == [3, 1])
        #expect(allocation.missing == 5)
    }

    @Test func `every stratum is less than one off its share, in 5,000 cases, and the counts add up`() {
        var random = SampleRandom(seed: 1)
        for _ in 0..<5000 {
            let weights = (0...random.below(12)).map { _ in Double(1 + random.below(300)) }
            let total = random.below(40)
            let sizes = weights.map { Int($0) + 40 }
            let counts = Allocation.proportional(total, weights: weights, available: sizes).counts
            #expect(counts.reduce(0, +) == total)
            let sum = weights.reduce(0, +)
            for (count, weight) in zip(counts, weights) {
                #expect(abs(Double(count) - weight * Double(total) / sum) < 1)
            }
        }
    }

    @Test func `neyman's allocation has the smallest variance there is in whole numbers, tried out on 300 cases`() {
        var random = SampleRandom(seed: 2)
        for _ in 0..<300 {
            let sizes = (0..<3).map { _ in 2 + random.below(9) }
            let deviations = sizes.map { _ in Double(1 + random.below(20)) / 4 }
            let total = 3 + random.below(4)
            let allocation = Allocation.neyman(total, sizes: sizes, deviations: deviations, available: sizes)
            let best = splits(total, sizes).map { variance($0, sizes, deviations) }.min() ?? .infinity
            #expect(abs(variance(allocation.counts, sizes, deviations) - best) < 1e-9)
        }
    }

    @Test func `where nothing differs, Neyman takes by size; where one differs more, it takes more there`() {
        #expect(Allocation.neyman(6, sizes: [40, 20], deviations: [1, 1], available: [40, 20]).counts == [4, 2])
        #expect(Allocation.neyman(6, sizes: [40, 20], deviations: [1, 8], available: [40, 20]).counts == [1, 5])
        #expect(Allocation.neyman(6, sizes: [40, 20], deviations: [0, 0], available: [40, 20]).counts == [4, 2])
    }

    private func splits(_ total: Int, _ available: [Int]) -> [[Int]] {
        guard let first = available.first else { return total == 0 ? [[]] : [] }
        return (0...min(first, total)).flatMap { count in
            splits(total - count, Array(available.dropFirst())).map { [count] + $0 }
        }
    }

    /// Of the estimated mean, but for a constant factor.
    private func variance(_ counts: [Int], _ sizes: [Int], _ deviations: [Double]) -> Double {
        zip(counts, zip(sizes, deviations)).map { count, stratum in
            let (size, deviation) = (Double(stratum.0), stratum.1)
            guard count > 0 else { return Double.infinity }
            return size * size * deviation * deviation / Double(count) - size * deviation * deviation
        }.reduce(0, +)
    }
}
