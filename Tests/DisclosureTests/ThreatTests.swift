import Disclosure
import Testing

/// Cases made by hand, with answers that anybody can check.
struct ThreatTests {
    /// Two towns by two sectors, row by row, each with its total; `nil` is hidden.
    private func towns(
        _ counts: [[Int?]],
        time: Int = 1,
        policy: Policy = Policy(),
        grows: Bool = true
    ) -> CountBundle {
        let cells = zip(["ZH", "A", "B"], counts).flatMap { area, row in
            zip(["T", "S1", "S2"], row).map { Cell([area, $0], $1) }
        }
        let table = Table(
            id: "t\(time)",
            population: "companies",
            time: time,
            dims: ["geo", "sector"],
            cells: cells,
            grows: grows
        )
        return CountBundle(
            hierarchies: [
                "geo": Hierarchy(trees: [[["ZH", "A"], ["ZH", "B"]]]),
                "sector": Hierarchy(trees: [[["T", "S1"], ["T", "S2"]]]),
            ],
            attributes: [:],
            policy: policy,
            tables: [table]
        )
    }

    /// One town, and how many of it said yes and no.
    private func answers(
        _ all: Int?,
        _ yes: Int?,
        _ no: Int?,
        time: Int = 1,
        policy: Policy = Policy(),
        margin: Int = 0
    )
        -> CountBundle
    {
        CountBundle(
            hierarchies: [:],
            attributes: ["q": Attribute(margin: margin, values: ["yes", "no"])],
            policy: policy,
            tables: [
                Table(
                    id: "q\(time)",
                    population: "companies",
                    time: time,
                    dims: ["q"],
                    cells: [Cell(["all"], all), Cell(["yes"], yes), Cell(["no"], no)]
                )
            ]
        )
    }

    private func threats(_ bundles: CountBundle...) throws -> [Finding.Threat: Int] {
        try DisclosureControl.attack(bundles).findings.reduce(into: [:]) { $0[$1.threat, default: 0] += 1 }
    }

    @Test
    func `a group that is too small may not be shown, an empty one may`() throws {
        #expect(try threats(towns([[30, 20, 10], [18, 14, 4], [12, 6, 6]])) == [.smallCount: 1])
        #expect(try threats(towns([[30, 20, 10], [20, 20, 0], [10, 0, 10]])) == [:])
    }

    @Test
    func `a hidden count that follows from its row is found`() throws {
        #expect(try threats(towns([[30, 20, 10], [18, 14, nil], [12, 6, 6]])) == [.exact: 1])
        #expect(try threats(towns([[30, 20, 10], [18, nil, nil], [12, nil, nil]])) == [:])
    }

    @Test
    func `a hidden count with too few possible values is found`() throws {
        // S2 of A is 0 or 1, for all of S2 is 1.
        let table = towns([[31, 30, 1], [18, nil, nil], [13, nil, nil]], policy: Policy(minimumFrequency: 1))
        #expect(try threats(table) == [.narrow: 4])
    }

    @Test
    func `two divisions of the same towns give a town away together`() throws {
        let trees = [
            [["ZH", "R1"], ["ZH", "R2"], ["R1", "A"], ["R1", "B"], ["R2", "C"]],
            [["ZH", "D1"], ["ZH", "D2"], ["D1", "B"], ["D1", "C"], ["D2", "A"]],
        ]
        func bundle(_ trees: [[[String]]], _ counts: [String: Int?]) -> CountBundle {
            CountBundle(
                hierarchies: ["geo": Hierarchy(trees: trees)],
                attributes: [:],
                policy: Policy(),
                tables: [
                    Table(
                        id: "t",
                        population: "companies",
                        time: 1,
                        dims: ["geo"],
                        cells: counts.sorted { $0.key < $1.key }.map { Cell([$0.key], $0.value) }
                    )
                ]
            )
        }
        let one: [String: Int?] = ["ZH": 30, "R1": 12, "R2": 18, "A": nil, "B": nil, "C": 18]
        #expect(try threats(bundle([trees[0]], one)) == [:])
        let both = one.merging(["D1": 22, "D2": 8]) { $1 }
        // B is D1 without C: 4, and A is D2.
        #expect(try threats(bundle(trees, both)) == [.exact: 2])
    }

    @Test
    func `what one table hides another may not show`() throws {
        let hidden = towns([[30, 20, 10], [18, nil, nil], [12, nil, nil]])
        var shown = towns([[30, 20, 10], [18, nil, nil], [12, nil, nil]])
        shown.tables[0].cells[4].value = 14
        #expect(try threats(hidden, shown) == [.exact: 3])
    }

    @Test
    func `that all of a group gave one answer is found, also when it only follows`() throws {
        #expect(try threats(answers(20, 20, 0))[.group] == 1)
        #expect(try threats(answers(20, nil, 0))[.group] == 1)
        #expect(try threats(answers(20, 19, 1)) == [:])
        #expect(try threats(answers(20, 19, 1, margin: 1)) == [.group: 1])
        #expect(try threats(answers(20, nil, nil)) == [:])
    }

    @Test
    func `who joined between two times is found`() throws {
        let first = towns([[30, 20, 10], [18, 14, nil], [12, 6, nil]])
        var second = towns([[32, 22, 10], [20, 16, nil], [12, 6, nil]], time: 2)
        #expect(try threats(first, second)[.growth] == 4)
        second = towns([[36, 26, 10], [24, 20, nil], [12, 6, nil]], time: 2)
        #expect(try threats(first, second)[.growth] == nil)
    }

    @Test
    func `that all who joined gave one answer is found`() throws {
        #expect(try threats(answers(20, 12, 8), answers(28, 20, 8, time: 2)) == [.newcomers: 1])
        #expect(try threats(answers(20, 12, 8), answers(28, 19, 9, time: 2)) == [:])
    }

    @Test
    func `who knows of itself to be in a hidden count learns more of it`() throws {
        // From 0 to 2, but for who is in it from 1 to 2.
        let table = towns([[12, 10, 2], [6, nil, nil], [6, nil, nil]], policy: Policy(minimumFrequency: 1))
        #expect(try threats(table) == [:])
        var insider = table
        insider.policy.insider = true
        #expect(try threats(insider) == [.insider: 2])
        let safe = try DisclosureControl.protect(
            towns([[40, 20, 20], [20, 18, 2], [20, 2, 18]], policy: Policy(insider: true))
        )
        #expect(try threats(safe.bundle) == [:])
    }

    @Test
    func `a correction that takes one out is a difference of one as well`() throws {
        let first = towns([[30, 20, 10], [18, 12, 6], [12, 8, 4]], policy: Policy(minimumFrequency: 1))
        let second = towns(
            [[29, 19, 10], [17, 11, 6], [12, 8, 4]],
            time: 2,
            policy: Policy(minimumFrequency: 5),
            grows: false
        )
        #expect(try threats(first, second)[.growth] == 4)
    }
}
