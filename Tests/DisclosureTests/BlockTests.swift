import DisclosureProof
import Foundation
import Testing

@testable import Disclosure

/// Questions about groups that everybody knows the size of are protected one by one.
@Suite struct BlockTests {
    private static let towns = ["A", "B", "C"]

    /// Three towns with two questions at two times, in which nobody or at least five join.
    private func series(_ seed: Int) -> [CountBundle] {
        var dice = Dice(UInt64(seed) &* 0x9E37_79B9 + 7)
        var sizes = [0, 0, 0]
        var yes = [[0, 0, 0], [0, 0, 0]]
        return (1...2).map { time in
            for town in 0..<3 {
                let joined = dice.roll(3) == 0 ? 0 : 5 + dice.roll(4)
                sizes[town] += joined
                for question in 0..<2 {
                    yes[question][town] += joined == 0 ? 0 : [0, joined, dice.roll(joined + 1)][dice.roll(3)]
                }
            }
            func cells(_ values: [Int], _ answer: String?) -> [Cell] {
                ([("T", values.reduce(0, +))] + zip(Self.towns, values)).map {
                    Cell([$0.0] + [answer].compactMap(\.self), $0.1)
                }
            }
            let asked = (0..<2).map { question in
                let no = zip(sizes, yes[question]).map(-)
                return Table(
                    id: "q\(question)@\(time)",
                    population: "c",
                    time: time,
                    dims: ["town", "q\(question)"],
                    missing: .unknown,
                    cells: cells(yes[question], "yes") + cells(no, "no")
                )
            }
            let groups = Table(
                id: "towns@\(time)",
                population: "c",
                time: time,
                dims: ["town"],
                cells: cells(sizes, nil)
            )
            return CountBundle(
                hierarchies: ["town": Hierarchy(trees: [Self.towns.map { ["T", $0] }])],
                attributes: ["q0": Attribute(values: ["yes", "no"]), "q1": Attribute(values: ["yes", "no"])],
                policy: Policy(),
                tables: [groups] + asked
            )
        }
    }

    @Test func `what is protected one by one is safe together, and the proof holds`() throws {
        var hidden = 0
        for seed in 0..<150 {
            var published: [CountBundle] = []
            for var bundle in series(seed) {
                bundle.published = published
                let protection = try DisclosureControl.protect(bundle)
                hidden += protection.hidden.count
                published.append(protection.bundle)
                // What everybody knows of the towns stays.
                #expect(protection.bundle.tables[0].cells.allSatisfy { $0.value != nil })
            }
            let together = try DisclosureControl.attackTogether(published)
            #expect(together.findings == [] && together.undecided == [], "\(seed)")
            #expect(try DisclosureControl.attack(published).findings == [])
            let read = try published.map { try JSONDecoder().decode(Published.self, from: JSONEncoder().encode($0)) }
            #expect(ProofCheck.complaints(read) == [], "\(seed)")
        }
        #expect(hidden > 500)
    }

    @Test func `where a group is hidden, questions are looked at together`() throws {
        var bundle = series(3)[0]
        // Four in one town.
        bundle.tables[0].cells = [Cell(["T"], 20), Cell(["A"], 4), Cell(["B"], 8), Cell(["C"], 8)]
        for table in 1...2 {
            let counts = [(10, 10), (2, 2), (4, 4), (4, 4)]
            bundle.tables[table].cells = zip(["T"] + Self.towns, counts).flatMap { town, count in
                [Cell([town, "yes"], count.0), Cell([town, "no"], count.1)]
            }
        }
        let protection = try DisclosureControl.protect(bundle)
        #expect(protection.bundle.tables[0].cells[1].value == nil)
        #expect(try DisclosureControl.attack([protection.bundle]).findings == [])
    }

    @Test func `what was shown and cannot have changed is never hidden`() throws {
        var first = series(1)[0]
        first.tables = Array(first.tables.prefix(2))
        first.attributes = ["q0": Attribute(values: ["yes", "no"])]
        first.tables[0].cells = [Cell(["T"], 16), Cell(["A"], 8), Cell(["B"], 8), Cell(["C"], 0)]
        first.tables[1].cells = [("T", 8, 8), ("A", 4, 4), ("B", 4, 4)].flatMap {
            [Cell([$0.0, "yes"], $0.1), Cell([$0.0, "no"], $0.2)]
        }
        let published = try DisclosureControl.protect(first).bundle
        #expect(published.tables[1].cells.allSatisfy { $0.value != nil })
        var groups = first
        groups.attributes = [:]
        groups.tables = [first.tables[0]]
        groups.tables[0].time = 2
        groups.tables[0].cells = [Cell(["T"], 22), Cell(["A"], 8), Cell(["B"], 14), Cell(["C"], 0)]
        var second = first
        second.tables = [first.tables[1]]
        second.tables[0].time = 2
        // The six that joined B all say yes.
        second.tables[0].cells = [("T", 14, 8), ("A", 4, 4), ("B", 10, 4)].flatMap {
            [Cell([$0.0, "yes"], $0.1), Cell([$0.0, "no"], $0.2)]
        }
        second.published = [published, groups]
        let protection = try DisclosureControl.protect(second)
        #expect(Set(protection.hidden.map { $0.codes[0] }) == ["T", "B"])
    }

    @Test func `a question that was given away before is left out, and the others stay`() throws {
        var first = series(1)[0]
        first.tables = Array(first.tables.prefix(2))
        first.attributes = ["q0": Attribute(values: ["yes", "no"])]
        first.tables[0].cells = [Cell(["T"], 20), Cell(["A"], 10), Cell(["B"], 10), Cell(["C"], 0)]
        // What is hidden of A follows from the others.
        first.tables[1].cells =
            [("T", 17, 3), ("B", 7, 3)].flatMap {
                [Cell([$0.0, "yes"], $0.1), Cell([$0.0, "no"], $0.2)]
            } + [Cell(["A", "yes"], nil), Cell(["A", "no"], nil)]
        var second = series(1)[1]
        second.tables[0].cells = first.tables[0].cells
        for table in 1...2 {
            second.tables[table].cells = [("T", 14, 6), ("A", 7, 3), ("B", 7, 3)].flatMap {
                [Cell([$0.0, "yes"], $0.1), Cell([$0.0, "no"], $0.2)]
            }
        }
        second.tables[1].cells = [("T", 17, 3), ("A", 10, 0), ("B", 7, 3)].flatMap {
            [Cell([$0.0, "yes"], $0.1), Cell([$0.0, "no"], $0.2)]
        }
        second.published = [first]
        #expect(throws: DisclosureProblems.self) { try DisclosureControl.protect(second) }
        let protection = try DisclosureControl.protect(second, leavingOut: true)
        #expect(protection.leftOut == ["q0@2"])
        #expect(protection.bundle.tables.map(\.id) == ["towns@2", "q1@2"])
        #expect(protection.bundle.tables[1].cells.allSatisfy { $0.value != nil })
    }
}
