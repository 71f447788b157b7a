import Testing

@testable import Web

@Suite struct PrintBudgetTests {
    private let budget = PrintBudget(lineWidth: 30, lines: 20)

    private func shares(_ lists: [[Int]], lines: Int = 20) -> [Int] {
        PrintBudget(lineWidth: 30, lines: lines).shares(of: lists.map { .init(entries: $0) })
    }

    @Test func `short lists are shown whole`() {
        #expect(shares([[1, 1, 1], [2, 2], []]) == [3, 2, 0])
    }

    @Test func `a long list does not crowd out a short one`() {
        let shown = shares([Array(repeating: 1, count: 60), [1, 1, 1]])
        #expect(shown[1] == 3)
        #expect(shown[0] > 3)
    }

    @Test(arguments: 6...40) func `what is shown always fits, with a line for what is not`(lines: Int) {
        let lists = [
            Array(repeating: 2, count: 60), Array(repeating: 3, count: 8), [1, 1, 1, 1], Array(repeating: 1, count: 9),
        ]
        let shown = shares(lists, lines: lines)
        let used = zip(lists, shown).reduce(0) { sum, pair in
            sum + pair.0.prefix(pair.1).reduce(0, +) + (pair.1 < pair.0.count ? 1 : 0)
        }
        #expect(used <= max(lines, lists.count))
        #expect(!zip(lists, shown).contains { $1 + 1 == $0.count && $0[$1] == 1 }, "“and 1 more” takes its room")
    }

    @Test func `a text takes as many lines as it needs`() {
        #expect(budget.lines(of: "kort") == 1)
        #expect(budget.lines(of: String(repeating: "woord ", count: 30)) > 2)
        #expect(budget.lines(of: String(repeating: "x", count: 500)) > 8)
        #expect(budget.lines(of: "") == 1)
    }
}
