import Assignment
import Testing

@Suite struct AssignmentTests {
    @Test func `the best for all together is not the best for the first in line`() {
        // Whoever comes first would take the place that only the second can use.
        let best = Assignment.best([[9, 8], [9, 0]], capacities: [1, 1])
        #expect(best.choices == [1, 0])
        #expect(best.score == 17)
    }

    @Test func `who fits nowhere gets nothing, and what scores nothing is never chosen`() {
        let best = Assignment.best([[0, -3], [5, 0]], capacities: [3, 3])
        #expect(best.choices == [nil, 0])
        #expect(best.prices.allSatisfy { $0 == 0 })
    }

    @Test func `an initiative without places takes nobody`() {
        #expect(Assignment.best([[7]], capacities: [0]).choices == [nil])
        #expect(Assignment.best([], capacities: [2]).choices.isEmpty)
        #expect(Assignment.best([[], []], capacities: []).choices == [nil, nil])
    }

    @Test func `a price says what one more place would add`() {
        let scores: Assignment.Scores = [[9, 1], [7, 1], [4, 1]]
        let best = Assignment.best(scores, capacities: [1, 3])
        let more = Assignment.best(scores, capacities: [2, 3])
        #expect(best.choices == [0, 1, 1])
        #expect(more.score - best.score == 6)
        #expect(best.prices[0] == 6)
    }

    @Test func `on 2,000 small cases it is as good as trying everything`() {
        var noise = Noise(seed: 7)
        for _ in 0..<2000 {
            let persons = 1 + noise.below(6)
            let initiatives = 1 + noise.below(4)
            let scores: Assignment.Scores = (0..<persons).map { _ in
                (0..<initiatives).map { _ in Int32(noise.below(8)) - 1 }
            }
            let capacities = (0..<initiatives).map { _ in noise.below(4) }
            let best = Assignment.best(scores, capacities: capacities)
            #expect(best.score == bestByTrying(scores, capacities[...].map { $0 }, from: 0))
            requireValid(best, scores, capacities)
        }
    }

    @Test(arguments: peerSums) func `on 2,000 by 50 it finds the sums that scipy's solver finds`(seed: UInt64, sum: Int)
    {
        let (scores, capacities) = instance(seed: seed, persons: 2000, initiatives: 50)
        let best = Assignment.best(scores, capacities: capacities)
        #expect(best.score == sum)
        requireValid(best, scores, capacities)
    }

    /// The prices prove the sum: no other assignment can be worth more than what all persons would pay for at best plus
    /// what the places cost.
    private func requireValid(_ best: Assignment, _ scores: Assignment.Scores, _ capacities: [Int]) {
        for (initiative, capacity) in capacities.enumerated() {
            let taken = best.choices.count { $0 == initiative }
            #expect(taken <= capacity)
            #expect(best.prices[initiative] >= 0)
            #expect(taken == capacity || best.prices[initiative] == 0)
        }
        let bound =
            scores.map { row in
                row.indices.map { Int(row[$0]) - best.prices[$0] }.reduce(0, max)
            }.reduce(0, +) + zip(capacities, best.prices).map { $0 * $1 }.reduce(0, +)
        #expect(best.score == bound)
    }

    private func bestByTrying(_ scores: Assignment.Scores, _ capacities: [Int], from person: Int) -> Int {
        guard person < scores.count else { return 0 }
        var best = bestByTrying(scores, capacities, from: person + 1)
        for initiative in capacities.indices where capacities[initiative] > 0 && scores[person][initiative] > 0 {
            var left = capacities
            left[initiative] -= 1
            best = max(best, Int(scores[person][initiative]) + bestByTrying(scores, left, from: person + 1))
        }
        return best
    }
}

/// The seed of an instance and the sum that `scipy.optimize.linear_sum_assignment` gives for it:
/// `python3 Tests/Cases/assignment_sums.py` prints these lines.
private let peerSums: [(UInt64, Int)] = [
    (1, 110_651),
    (2, 120_171),
    (3, 101_542),
    (4, 102_890),
    (5, 125_744),
]

/// The same in `assignment_sums.py`.
private func instance(seed: UInt64, persons: Int, initiatives: Int) -> (Assignment.Scores, [Int]) {
    var noise = Noise(seed: seed)
    let capacities = (0..<initiatives).map { _ in 5 + noise.below(40) }
    let scores: Assignment.Scores = (0..<persons).map { _ in
        (0..<initiatives).map { _ in Int32(max(0, noise.below(150) - 50)) }
    }
    return (scores, capacities)
}

/// A generator that is easily written in any language: Knuth's MMIX line, its upper half.
private struct Noise {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
