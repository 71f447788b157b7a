import Disclosure
import Fieldwork
import Foundation
import Kernel
import Programmes
import Statistics
import TestSupport
import Testing

@Suite struct BatchTests {
    private let tree = AreaTree(of: .sample)
    private let alphen: AreaCode = "GM0484", waddinxveen: AreaCode = "GM0627", denHaag: AreaCode = "GM0518"

    private func companies(_ count: Int, in area: AreaCode) -> [(company: Company.ID, municipality: AreaCode)] {
        (0..<count).map { _ in (Company.ID(UUID()), area) }
    }

    private func batch(
        _ pending: [(company: Company.ID, municipality: AreaCode)],
        counted: [String: Int] = [:],
        patient: Set<AreaCode> = [],
        isLast: Bool = false
    ) -> Batch {
        Batch(pending: pending, counted: counted, patient: patient, tree: tree, smallest: 5, isLast: isLast)
    }

    private func joined(_ batch: Batch) -> [String: Int] {
        Dictionary(batch.places.values.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test func `a company counts for its municipality, the rest of its region, or the rest of the whole`() {
        #expect(tree.root == "PV28")
        #expect(tree.regions == ["midden-holland", "holland-rijnland"])
        #expect(tree.others == ["deal"])
        #expect(tree.route(from: alphen) == ["GM0484", "holland-rijnland~+deal", "holland-rijnland~", "PV28~"])
        #expect(tree.route(from: denHaag) == ["GM0518", "PV28~"])
        #expect(tree.route(from: "GM9999") == ["PV28~"])
        #expect(tree.places(in: "deal").map(\.code).contains("holland-rijnland~+deal"))
    }

    @Test func `five join at once, fewer count further up or wait where more are expected`() {
        #expect(joined(batch(companies(5, in: alphen))) == ["GM0484": 5])
        let few = batch(companies(4, in: alphen) + companies(3, in: denHaag))
        #expect(joined(few) == ["PV28~": 7])
        let patient = batch(companies(4, in: alphen) + companies(3, in: denHaag), patient: [alphen])
        #expect(patient.places.isEmpty)
        #expect(patient.waiting == ["GM0484": 4, "PV28~": 3])
        // Where companies count already, others follow when there are enough.
        #expect(batch(companies(2, in: waddinxveen), counted: ["GM0627": 6]).waiting == ["GM0627": 2])
        let last = batch(companies(4, in: alphen) + companies(3, in: denHaag), patient: [alphen], isLast: true)
        #expect(joined(last) == ["PV28~": 7])
        #expect(batch(companies(4, in: alphen), isLast: true).waiting == ["PV28~": 4])
    }

    @Test(arguments: 0..<40)
    func `whatever comes, nobody joins a place or at least five, and no subtraction gives fewer`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        var counted: [String: Int] = [:]
        var pending: [(company: Company.ID, municipality: AreaCode)] = []
        var bundles: [CountBundle] = []
        for time in 1...5 {
            for area in [alphen, waddinxveen, denHaag] {
                pending += companies(Int.random(in: 0...7, using: &dice), in: area)
            }
            let batch = batch(pending, counted: counted, patient: [alphen], isLast: time == 5)
            for (place, count) in joined(batch) {
                #expect(count >= 5)
                counted[place, default: 0] += count
            }
            pending.removeAll { batch.places[$0.company] != nil }
            let cells = tree.codes.map { code in
                Cell([code], tree.places(in: code).map { counted[$0.code, default: 0] }.reduce(0, +))
            }
            bundles.append(
                CountBundle(
                    hierarchies: ["area": tree.hierarchy],
                    attributes: [:],
                    policy: Policy(),
                    tables: [Table(id: "\(time)", population: "c", time: time, dims: ["area"], cells: cells)]
                )
            )
        }
        let report = try DisclosureControl.attack(bundles)
        #expect(report.findings.isEmpty && report.undecided.isEmpty)
    }
}
