import Disclosure
import DisclosureProof
import Foundation
import Testing

struct ProtectionTests {
    private let dimensions = [["geo", "sector"], ["geo", "sector", "q0"], ["geo", "q1"]]

    private func complaints(_ bundles: [CountBundle]) throws -> [String] {
        try ProofCheck.complaints(
            bundles.map { try JSONDecoder().decode(Published.self, from: JSONEncoder().encode($0)) }
        )
    }

    @Test(arguments: [30, 120, 600])
    func `linked tables are safe together, and the proof says so`(count: Int) throws {
        let protection = try DisclosureControl.protect(Survey(count, questions: 2, seed: 4).bundle(dimensions))
        var bare = protection.bundle
        bare.proof = nil
        let report = try DisclosureControl.attack([bare])
        #expect(report.findings.isEmpty)
        #expect(report.undecided.isEmpty)
        #expect(try complaints([protection.bundle]).isEmpty)
        #expect(protection.secondary >= protection.lowerBound)
        #expect(protection.bundle.tables.map(\.cells.count) == [32, 96, 24])
    }

    @Test
    func `eight quarters in a row give nothing away together`() throws {
        let survey = Survey(240, questions: 2, seed: 8)
        var published: [CountBundle] = []
        for quarter in 1...8 {
            let input = survey.bundle(
                [["geo", "sector"], ["geo", "q0"], ["geo", "q1"]],
                first: 30 * quarter,
                time: quarter,
                published: published
            )
            published.append(try DisclosureControl.protect(input).bundle)
            #expect(try DisclosureControl.attack(published).findings.isEmpty, "quarter \(quarter)")
            #expect(try complaints(published).isEmpty, "quarter \(quarter)")
        }
        let shown = published.flatMap(\.tables).flatMap(\.cells).count { $0.value != nil }
        #expect(shown > 100)
    }

    @Test
    func `what was published stays, and it is said what stands in the way`() throws {
        let survey = Survey(203, questions: 0, seed: 3)
        let first = try DisclosureControl.protect(survey.bundle([["geo", "sector"]], first: 200)).bundle
        let second = try DisclosureControl.protect(
            survey.bundle([["geo", "sector"]], time: 2, published: [first])
        )
        #expect(second.hidden.contains { $0.reason == .earlier && $0.because.contains { $0.hasSuffix("at 1") } })
        #expect(try DisclosureControl.attack([first, second.bundle]).findings.isEmpty)
    }

    @Test
    func `the same tables give the same answer`() throws {
        let input = Survey(150, questions: 2, seed: 5).bundle(dimensions)
        let (one, other) = (try DisclosureControl.protect(input), try DisclosureControl.protect(input))
        #expect(one.bundle == other.bundle)
        #expect(one.hidden == other.hidden)
    }

    @Test
    func `when the time is up the answer is safe all the same`() throws {
        let input = Survey(300, questions: 2, seed: 6).bundle(dimensions)
        let hasty = try DisclosureControl.protect(input) { true }
        #expect(try DisclosureControl.attack([hasty.bundle]).findings.isEmpty)
        #expect(try complaints([hasty.bundle]).isEmpty)
    }

    @Test
    func `dear counts are hidden last`() throws {
        let survey = Survey(120, questions: 0, seed: 9)
        let usual = try DisclosureControl.protect(survey.bundle([["geo", "sector"]]))
        guard let spared = usual.hidden.first(where: { $0.reason == .others }) else {
            Issue.record("nothing was hidden for others")
            return
        }
        let policy = Policy(dear: [spared.codes])
        let careful = try DisclosureControl.protect(survey.bundle([["geo", "sector"]], policy: policy))
        #expect(!careful.hidden.contains { $0.codes == spared.codes })
    }

    @Test
    func `a table of which too much is hidden is published without its finest level`() throws {
        let survey = Survey(40, questions: 1, seed: 2)
        let policy = Policy(rollUp: 0.3)
        let protection = try DisclosureControl.protect(survey.bundle([["geo", "q0"]], policy: policy))
        #expect(protection.rolledUp.map(\.dimension) == ["geo"])
        #expect(!protection.bundle.tables[0].cells.contains { $0.codes[0] == "A" })
        #expect(protection.bundle.tables[0].cells.contains { $0.codes[0] == "R1" })
        #expect(try DisclosureControl.attack([protection.bundle]).findings.isEmpty)
    }

    @Test
    func `what is missing and so is nothing can be hidden as well`() throws {
        var input = Survey(60, questions: 1, seed: 7).bundle([["geo", "sector", "q0"]])
        input.tables[0].missing = .zero
        input.tables[0].cells.removeAll { $0.value == 0 }
        let safe = try DisclosureControl.protect(input).bundle
        #expect(try DisclosureControl.attack([safe]).findings.isEmpty)
        #expect(try complaints([safe]).isEmpty)
    }

    @Test
    func `a checker refuses a proof that was tampered with`() throws {
        let safe = try DisclosureControl.protect(Survey(120, questions: 0, seed: 9).bundle([["geo", "sector"]])).bundle
        var tampered = safe
        tampered.proof?.worlds[0][0] += 1
        #expect(try complaints([tampered]).contains { $0.contains("is not the sum") })
        tampered = safe
        tampered.proof?.worlds = Array(safe.proof?.worlds.prefix(1) ?? [])
        #expect(try complaints([tampered]).contains { $0.contains("is hidden, and from") })
        tampered = safe
        tampered.proof = nil
        #expect(try complaints([tampered]) == ["There is no proof."])
        #expect(try DisclosureControl.attack([tampered]).findings.isEmpty)
    }

    @Test
    func `the worlds of a proof come from what is published alone`() throws {
        // Two surveys that are published alike have the same proof, whatever the hidden counts are.
        let one = Survey(120, questions: 0, seed: 9).bundle([["geo", "sector"]])
        let safe = try DisclosureControl.protect(one).bundle
        guard let world = safe.proof?.worlds.last, let unknowns = safe.proof?.unknowns else { return }
        var other = one
        for (unknown, value) in zip(unknowns, world) {
            let codes = [unknown.codes["geo"] ?? "ZH", unknown.codes["sector"] ?? "T"]
            for cell in other.tables[0].cells.indices where other.tables[0].cells[cell].codes == codes {
                other.tables[0].cells[cell].value = value
            }
        }
        let twin = try DisclosureControl.protect(other).bundle
        if twin.tables == safe.tables { #expect(twin.proof == safe.proof) }
        #expect(other.tables != one.tables)
    }
}
