import Testing

@testable import Disclosure

/// A group that nobody joined has the same answers as before.
@Suite struct StillnessTests {
    /// Two towns, of which A has 12 companies at all times, and how many of each said yes.
    private func bundle(_ time: Int, sizeOfB: Int, yes: (a: Int?, b: Int?), grows: Bool = true) -> CountBundle {
        let sum = yes.a.flatMap { a in yes.b.map { a + $0 } }
        func answers(_ town: String, _ size: Int, _ yes: Int?) -> [Cell] {
            [Cell([town, "yes"], yes), Cell([town, "no"], yes.map { size - $0 })]
        }
        return CountBundle(
            hierarchies: ["town": Hierarchy(trees: [[["T", "A"], ["T", "B"]]])],
            attributes: ["q": Attribute(values: ["yes", "no"])],
            policy: Policy(),
            tables: [
                Table(
                    id: "towns@\(time)",
                    population: "c",
                    time: time,
                    dims: ["town"],
                    cells: [Cell(["T"], 12 + sizeOfB), Cell(["A"], 12), Cell(["B"], sizeOfB)],
                    grows: grows
                ),
                Table(
                    id: "q@\(time)",
                    population: "c",
                    time: time,
                    dims: ["town", "q"],
                    missing: .unknown,
                    cells: answers("T", 12 + sizeOfB, sum) + answers("A", 12, yes.a) + answers("B", sizeOfB, yes.b),
                    grows: grows
                ),
            ]
        )
    }

    @Test func `what was hidden and cannot have changed stays hidden`() throws {
        // All of A said yes, so that is hidden.
        let first = try DisclosureControl.protect(bundle(1, sizeOfB: 10, yes: (12, 5))).bundle
        #expect(first.tables[1].cells.first { $0.codes == ["A", "yes"] }?.value == nil)
        var second = bundle(2, sizeOfB: 20, yes: (12, 11))
        second.published = [first]
        let protection = try DisclosureControl.protect(second)
        #expect(protection.bundle.tables[1].cells.first { $0.codes == ["A", "yes"] }?.value == nil)
        #expect(protection.hidden.first { $0.codes == ["A", "yes"] }?.reason == .sameAnswer)
        #expect(try DisclosureControl.attack([first, protection.bundle]).findings == [])
    }

    @Test func `what is shown of it later gives away what was hidden`() throws {
        let first = bundle(1, sizeOfB: 10, yes: (nil, nil))
        let second = bundle(2, sizeOfB: 20, yes: (7, 11))
        let findings = try DisclosureControl.attack([first, second]).findings
        #expect(findings.contains { $0.count == "[A, yes] of c at 1" && $0.threat == .exact && $0.lowest == 7 })
        #expect(!findings.contains { $0.count == "[B, yes] of c at 1" })
    }

    @Test func `where companies can have left, the same size does not make it the same`() throws {
        let first = bundle(1, sizeOfB: 10, yes: (nil, nil))
        let second = bundle(2, sizeOfB: 20, yes: (7, 11), grows: false)
        let findings = try DisclosureControl.attack([first, second]).findings
        #expect(!findings.contains { $0.threat == .exact })
    }
}
