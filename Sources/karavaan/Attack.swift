import ArgumentParser
import Disclosure
import DisclosureProof
import Foundation

struct Attack: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Try to learn of companies from what was published.",
        discussion: """
            Reads one or more bundles of tables in the format sdc-published/1, ours or not, oldest first, and prints what \
            follows from all of them together. Ends with 1 if anything does, with 2 if something could not be decided, and \
            else with 0. The proof in the last bundle is checked on the way, by a checker that has nothing in common with \
            what made it.
            """
    )

    @Argument(help: "The bundles, JSON files.")
    var files: [String]

    func run() throws {
        guard !files.isEmpty else { throw ValidationError("Give at least one bundle.") }
        let data = try files.map(BundleFile.data)
        let given = try zip(data, files).map { try BundleFile.decode(CountBundle.self, $0, from: $1) }
        let bundles = given.flatMap { ($0.published ?? []) + [$0] }
        let began = ContinuousClock.now
        let report: AttackReport
        do {
            report = try DisclosureControl.attack(bundles) {
                Progress.show("Attacking", Double($0) / Double(max(1, $1)))
            }
        } catch let problems as DisclosureProblems {
            throw BundleFile.explain(files.joined(separator: ", "), problems)
        }
        Progress.end()
        for finding in report.findings { print("\(words(finding.threat)): \(finding.count) is \(finding.interval)") }
        for count in report.undecided { print("not decided: \(count)") }
        if bundles.last?.proof != nil {
            let read = try zip(data, files).map { try BundleFile.decode(Published.self, $0, from: $1) }
            let complaints = ProofCheck.complaints(read)
            for complaint in complaints { print("proof: \(complaint)") }
            Progress.note(complaints.isEmpty ? "The proof holds." : "The proof does not hold.")
            if !complaints.isEmpty, report.findings.isEmpty { throw ExitCode(1) }
        }
        let elapsed = began.duration(to: .now)
        Progress.note(
            "\(report.hidden) counts are hidden; \(report.findings.count) findings, \(report.undecided.count) not decided, "
                + "in \(elapsed.milliseconds) ms."
        )
        if !report.findings.isEmpty { throw ExitCode(1) }
        if !report.undecided.isEmpty { throw ExitCode(2) }
    }

    private func words(_ threat: Finding.Threat) -> String {
        switch threat {
        case .smallCount: "small count"
        case .exact: "exact"
        case .narrow: "narrow"
        case .group: "same answer"
        case .growth: "growth"
        case .newcomers: "same answer of who joined"
        case .insider: "narrow for an insider"
        }
    }
}
