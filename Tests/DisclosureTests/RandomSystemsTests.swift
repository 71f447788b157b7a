import Disclosure
import DisclosureProof
import Foundation
import Sampling
import Testing

/// 10,000 systems so small that a judge looks at all worlds there are.
struct RandomSystemsTests {
    static let systems = 10_000
    static let parts = 20

    @Test(arguments: 0..<parts)
    func `what is protected gives nothing away in any world`(part: Int) throws {
        var judged = 0
        for seed in stride(from: part, to: Self.systems, by: Self.parts) {
            let truth = BruteForce.random(UInt64(seed))
            let safe = try DisclosureControl.protect(truth).bundle
            let judge = BruteForce(safe, truth: truth)
            guard let findings = judge.findings else { continue }
            judged += 1
            #expect(findings.isEmpty, "system \(seed)")
        }
        #expect(judged > Self.systems / Self.parts * 8 / 10)
    }

    @Test(arguments: 0..<parts)
    func `the attacker finds what the judge finds, and nothing else`(part: Int) throws {
        var judged = 0
        for seed in stride(from: part, to: Self.systems, by: Self.parts) {
            let truth = BruteForce.random(UInt64(seed))
            var random = SampleRandom(seed: UInt64(seed) + 1)
            var leaky = truth
            for table in leaky.tables.indices {
                for cell in leaky.tables[table].cells.indices where random.below(5) < 2 {
                    leaky.tables[table].cells[cell].value = nil
                }
            }
            guard let expected = BruteForce(leaky, truth: truth).findings else { continue }
            judged += 1
            let report = try DisclosureControl.attack([leaky])
            let found = Set(report.findings.map(Self.name))
            let differences = found.symmetricDifference(expected).sorted()
            #expect(differences.isEmpty, "system \(seed), found \(found.count)")
            #expect(report.undecided.isEmpty, "system \(seed)")
        }
        #expect(judged > Self.systems / Self.parts * 7 / 10)
    }

    private static func name(_ finding: Finding) -> String {
        let isHidden = finding.threat == .exact || finding.threat == .narrow
        let count = finding.count.components(separatedBy: ", newcomers")[0]
        return "\(isHidden ? "hidden" : finding.threat.rawValue) \(count)"
    }

    @Test
    func `what is protected without any time left gives nothing away either, and is proved`() throws {
        var hidden = (inTime: 0, late: 0)
        for seed in 0..<600 {
            let truth = BruteForce.random(UInt64(seed))
            let safe = try DisclosureControl.protect(truth, isOver: { true })
            hidden.late += safe.hidden.count
            hidden.inTime += try DisclosureControl.protect(truth).hidden.count
            let judge = BruteForce(safe.bundle, truth: truth)
            #expect(judge.findings?.isEmpty ?? true, "system \(seed)")
            let published = try JSONDecoder().decode(Published.self, from: JSONEncoder().encode(safe.bundle))
            #expect(ProofCheck.complaints([published]).isEmpty, "system \(seed)")
        }
        // What has no time hides more, but not everything.
        #expect(hidden.late < hidden.inTime * 3 / 2, "\(hidden)")
    }

    @Test
    func `the proof of each holds for a checker that knows nothing of how it was found`() throws {
        for seed in 0..<300 {
            let safe = try DisclosureControl.protect(BruteForce.random(UInt64(seed))).bundle
            let published = try JSONDecoder().decode(Published.self, from: JSONEncoder().encode(safe))
            #expect(ProofCheck.complaints([published]).isEmpty, "system \(seed)")
        }
    }
}
