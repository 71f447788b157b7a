import Sampling
import Testing

@Suite struct RepresentativenessTests {
    @Test func `whoever is reached in every part alike represents all: the indicator is 1`() throws {
        let parts = (0..<100).map { $0 % 2 }
        let reached = (0..<100).map { $0 % 10 < 2 }
        let found = try #require(Representativeness(divisions: [parts], isReached: reached))
        #expect(abs(found.indicator - 1) < 1e-3)
        #expect(found.partial[0] < 1e-9)
    }

    @Test func `with one division the indicator is what the shares of its parts say`() throws {
        // 60 % of one half and 20 % of the other: deviation 0.2, so 1 − 2 × 0.2.
        let parts = (0..<1000).map { $0 < 500 ? 0 : 1 }
        let reached = (0..<1000).map { $0 < 300 || (500..<600).contains($0) }
        let found = try #require(Representativeness(divisions: [parts], isReached: reached))
        #expect(abs(found.indicator - 0.6) < 2e-3)
        #expect(abs(found.maximalBias - 0.5) < 2e-3)
        #expect(abs(found.partial[0] - 0.2) < 1e-9)
        #expect(abs(found.differences[0][0] - 0.2) < 1e-9)
        #expect(abs(found.differences[0][1] + 0.2) < 1e-9)
    }

    @Test func `a division in which the chances are alike adds nothing`() throws {
        let size = (0..<1000).map { $0 < 500 ? 0 : 1 }
        let sector = (0..<1000).map { $0 % 4 }
        let reached = (0..<1000).map { $0 < 200 || (500..<520).contains($0) }
        let found = try #require(Representativeness(divisions: [size, sector], isReached: reached))
        #expect(found.partial[0] > 0.1)
        #expect(found.partial[1] < 0.01)
    }

    @Test func `a part that was reached not at all does not make it run away`() throws {
        let parts = (0..<90).map { $0 % 3 }
        let reached = (0..<90).map { $0 % 3 == 0 && $0 < 45 }
        let found = try #require(Representativeness(divisions: [parts], isReached: reached))
        #expect((0...1).contains(found.indicator))
        #expect(found.indicator < 0.6)
    }

    @Test func `nobody or everybody reached cannot be judged`() {
        #expect(Representativeness(divisions: [[0, 1]], isReached: [false, false]) == nil)
        #expect(Representativeness(divisions: [[0, 1]], isReached: [true, true]) == nil)
        #expect(Representativeness(divisions: [[]], isReached: []) == nil)
    }
}
