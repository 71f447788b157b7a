import ArgumentParser
import Disclosure
import Foundation

struct Protect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Hide in tables of counts what would give a company away.",
        discussion: """
            Reads a bundle of tables in the format sdc-published/1 with every count filled in, and under "published" what \
            was published before. Writes the bundle as it can be published beside all of that, with hidden counts as null \
            and a proof. The same file gives the same answer on every machine, unless the time is up first.

              karavaan protect quarter.json --output public.json
              karavaan attack public.json
            """
    )

    @Argument(help: "The bundle, a JSON file.")
    var file: String
    @Option(help: "Where to write; otherwise to standard output.")
    var output: String?
    @Option(help: "Seconds after which the answer only has to be safe, and no longer as good as can be.")
    var limit: Double = 300
    @Flag(help: "Say of each hidden count why.")
    var why = false

    func run() throws {
        guard limit >= 0 else { throw ValidationError("--limit has to be 0 or more.") }
        let bundle = try BundleFile.decode(CountBundle.self, BundleFile.data(file), from: file)
        let began = ContinuousClock.now
        let end = began + .seconds(limit)
        let protection: Protection
        do {
            protection = try DisclosureControl.protect(
                bundle,
                isOver: { ContinuousClock.now > end },
                progress: { Progress.show("Hidden besides what has to be: \($0).", 0.5) }
            )
        } catch let problems as DisclosureProblems {
            throw BundleFile.explain(file, problems)
        }
        Progress.end()
        try write(protection.bundle)
        report(protection, began.duration(to: .now))
    }

    private func write(_ bundle: CountBundle) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(bundle)
        if let output {
            try data.write(to: URL(fileURLWithPath: output))
        } else {
            FileHandle.standardOutput.write(data + Data("\n".utf8))
        }
    }

    private func report(_ protection: Protection, _ elapsed: Duration) {
        for level in protection.rolledUp {
            let share = Int((level.share * 100).rounded())
            Progress.note(
                "\(level.table): without the finest level of \(level.dimension), \(share) % of it was hidden."
            )
        }
        if why {
            for cell in protection.hidden {
                let because = cell.because.isEmpty ? "" : " (\(cell.because.joined(separator: "; ")))"
                Progress.note("\(cell.table) [\(cell.codes.joined(separator: ", "))]: \(words(cell.reason))\(because)")
            }
        }
        Progress.note(
            "\(protection.hidden.count) counts hidden, \(protection.secondary) of them for others only; no choice can do "
                + "with fewer than \(protection.lowerBound) of those. Found in \(elapsed.milliseconds) ms."
        )
    }

    private func words(_ reason: Reason) -> String {
        switch reason {
        case .few: "the group is too small"
        case .sameAnswer: "all, or nearly all, gave the same answer"
        case .others: "others would follow from it"
        case .earlier: "with what was published earlier it says who joined"
        }
    }
}
