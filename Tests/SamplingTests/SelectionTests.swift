import Sampling
import Testing

@Suite struct SelectionTests {
    let population = Population(count: 240, seed: 5)

    @Test func `the first division is met exactly, the second to the whole number, in each of 1,000 draws`() {
        let divisions = population.divisions(total: 30)
        var offsets = [0, 0, 0, 0]
        for seed in 0..<1000 {
            let selection = Selection.draw(divisions, seed: UInt64(seed))
            #expect(selection.isDrawn.count { $0 } == 30)
            #expect(selection.counts(divisions[0]).map(Double.init) == divisions[0].targets)
            for (count, target) in zip(selection.counts(divisions[1]), expected(selection, divisions[1])) {
                #expect(abs(Double(count) - target) < 1, "\(count) for \(target)")
            }
            for index in 2...3 {
                for (count, target) in zip(selection.counts(divisions[index]), expected(selection, divisions[index])) {
                    offsets[index] = max(offsets[index], Int(abs(Double(count) - target)))
                }
            }
        }
        // Size and membership have no such promise; they are near.
        #expect(offsets[2] <= 3)
        #expect(offsets[3] <= 4)
    }

    @Test func `over 1,000 draws everybody is drawn as often as the design says`() {
        let divisions = population.divisions(total: 30)
        let draws = 1000
        var times = Array(repeating: 0, count: 240)
        var probabilities: [Double] = []
        for seed in 0..<draws {
            let selection = Selection.draw(divisions, seed: UInt64(10_000 + seed))
            probabilities = selection.probabilities
            for (unit, isDrawn) in selection.isDrawn.enumerated() where isDrawn { times[unit] += 1 }
        }
        #expect(probabilities.allSatisfy { $0 > 0 && $0 <= 1 })
        #expect(abs(probabilities.reduce(0, +) - 30) < 1e-6)
        var square = 0.0
        for (count, chance) in zip(times, probabilities) {
            let difference = Double(count) - chance * Double(draws)
            let variance = max(chance * (1 - chance) * Double(draws), 1e-9)
            #expect(abs(difference) < 5 * variance.squareRoot())
            square += difference * difference / variance
        }
        // Chi-square with about 200 degrees of freedom: mean 240, five deviations away would be 350.
        #expect(square < 350)
    }

    @Test func `the same seed gives the same selection; another seed another one`() {
        let divisions = population.divisions(total: 30)
        #expect(Selection.draw(divisions, seed: 3) == Selection.draw(divisions, seed: 3))
        #expect(Selection.draw(divisions, seed: 3).isDrawn != Selection.draw(divisions, seed: 4).isDrawn)
    }

    @Test func `the numbers of a seed never change, so that a draw of years ago can be repeated`() {
        var random = SampleRandom(seed: 42)
        // From the authors' C of SplitMix64 and xoshiro256**.
        #expect(random.next() == 1_546_998_764_402_558_742)
        #expect(random.next() == 6_990_951_692_964_543_102)
        let division = Division(parts: [0, 0, 0, 1, 1, 1, 1, 1], targets: [1, 2])
        #expect(Selection.draw([division], seed: 42).isDrawn.enumerated().filter(\.element).map(\.offset) == [2, 5, 7])
    }

    @Test func `an empty part and one that has too few are named, and the total is still drawn`() {
        let municipality = Division(parts: Array(repeating: 0, count: 20), targets: [8])
        let sector = Division(
            parts: Array(repeating: 0, count: 2) + Array(repeating: 2, count: 18),
            targets: [4, 2, 2]
        )
        let selection = Selection.draw([municipality, sector], seed: 1)
        #expect(selection.isDrawn.count { $0 } == 8)
        #expect(selection.counts(sector) == [2, 0, 6])
        #expect(
            selection.remarks[1] == [
                .init(stratum: 0, kind: .short(asked: 4, available: 2)), .init(stratum: 1, kind: .empty),
            ]
        )
    }

    @Test func `more than there are draws everybody and says what is short`() {
        let division = Division(parts: [0, 0, 1], targets: [4, 1])
        let selection = Selection.draw([division], seed: 1)
        #expect(selection.isDrawn == [true, true, true])
        #expect(selection.remarks[0] == [.init(stratum: 0, kind: .short(asked: 4, available: 2))])
    }

    @Test func `nobody to draw from is an empty selection`() {
        let selection = Selection.draw([Division(parts: [], targets: [3])], seed: 1)
        #expect(selection.isDrawn.isEmpty)
        #expect(selection.remarks[0] == [.init(stratum: 0, kind: .empty)])
    }

    @Test func `who says no is replaced by who is most like, and never from another municipality`() {
        let municipality = Division(parts: [0, 0, 0, 1, 1], targets: [1, 1])
        let sector = Division(parts: [0, 0, 1, 0, 0], targets: [1, 1])
        let selection = Selection.draw([municipality, sector], seed: 9)
        let divisions = [municipality, sector]
        #expect(selection.replacement(for: 0, among: [1, 2, 3, 4], in: divisions) == 1)
        #expect(selection.replacement(for: 0, among: [2, 3, 4], in: divisions) == 2)
        #expect(selection.replacement(for: 0, among: [3, 4], in: divisions) == nil)
    }

    @Test func `a round makes up for what earlier rounds were short of`() {
        // Of 10 reached, 8 were of the first part, which is half of all.
        let targets = Division.shortfall(population: [50, 50], before: [8, 2], total: 10)
        #expect(targets == [2, 8])
        // Too many already: the others share what is left.
        #expect(Division.shortfall(population: [50, 25, 25], before: [20, 0, 0], total: 4) == [0, 2, 2])
    }

    private func expected(_ selection: Selection, _ division: Division) -> [Double] {
        var sums = Array(repeating: 0.0, count: division.targets.count)
        for (unit, part) in division.parts.enumerated() { sums[part] += selection.probabilities[unit] }
        return sums
    }
}

@Suite struct BalancedDrawTests {
    @Test func `continuous totals of the sample are near those of the population, much nearer than by lot`() {
        var random = SampleRandom(seed: 8)
        let count = 1000
        let size = 100.0
        let values = (0..<count).map { _ in (random.unit(), random.unit() * random.unit()) }
        let chance = size / Double(count)
        let columns = values.map { [(row: 0, value: chance), (row: 1, value: $0.0), (row: 2, value: $0.1)] }
        let totals = (values.map(\.0).reduce(0, +), values.map(\.1).reduce(0, +))
        var balanced = 0.0
        var byLot = 0.0
        for _ in 0..<200 {
            let drawn = BalancedDraw.draw(
                probabilities: Array(repeating: chance, count: count),
                columns: columns,
                rows: 3,
                using: &random
            )
            #expect(drawn.count { $0 } == 100)
            func error(_ units: some Sequence<Int>) -> Double {
                let sums = units.reduce(into: (0.0, 0.0)) { $0 = ($0.0 + values[$1].0, $0.1 + values[$1].1) }
                return abs(sums.0 / chance / totals.0 - 1) + abs(sums.1 / chance / totals.1 - 1)
            }
            balanced += error(drawn.enumerated().filter(\.element).map(\.offset))
            byLot += error(random.permutation(count).prefix(100))
        }
        #expect(balanced < byLot / 4)
    }

    @Test func `unequal chances are kept`() {
        let chances = [0.1, 0.5, 0.9, 0.25, 0.25, 1, 0]
        let columns = chances.map { [(row: 0, value: 1.0), (row: 1, value: $0)] }
        var times = Array(repeating: 0, count: chances.count)
        for seed in 0..<4000 {
            var random = SampleRandom(seed: UInt64(seed))
            let drawn = BalancedDraw.draw(probabilities: chances, columns: columns, rows: 2, using: &random)
            #expect(drawn.count { $0 } == 3)
            for (unit, isDrawn) in drawn.enumerated() where isDrawn { times[unit] += 1 }
        }
        for (count, chance) in zip(times, chances) { #expect(abs(Double(count) / 4000 - chance) < 0.035) }
        #expect(times[5] == 4000)
        #expect(times[6] == 0)
    }
}
