/// What somebody can learn who puts everything that was published together.
public struct Finding: Codable, Equatable, Sendable {
    /// What nobody may learn.
    public enum Threat: String, Codable, Sendable {
        /// A group is shown, or follows, that is too small.
        case smallCount
        /// A hidden count has one possible value.
        case exact
        /// A hidden count has too few possible values.
        case narrow
        /// All, or all but the margin, of a group provably gave the same answer.
        case group
        /// It follows how few joined between two times.
        case growth
        /// All, or all but the margin, of those who joined provably gave the same answer.
        case newcomers
        /// Who knows that a hidden count is at least 1 learns too much of it.
        case insider
    }

    /// What was learned.
    public let threat: Threat
    /// Which count.
    public let count: String
    /// The lowest it can be.
    public let lowest: Int
    /// The highest it can be.
    public let highest: Int

    /// `lowest` as a number or, where they differ, both.
    public var interval: String { lowest == highest ? "\(lowest)" : "\(lowest)–\(highest)" }
}

/// What an attack gave.
public struct AttackReport: Sendable {
    /// What was learned.
    public let findings: [Finding]
    /// How many counts were hidden.
    public let hidden: Int
    /// The hidden counts of which it could not be decided whether they can be learned.
    public let undecided: [String]
    /// Worlds that show that the rest cannot be learned.
    public let proof: Proof
}

/// Our own attacker. It knows nothing but what is published.
struct Attacker {
    let system: CountSystem
    let policy: Policy
    var examiner: Examiner
    private(set) var findings: [Finding] = []
    private(set) var undecided: [String] = []
    private(set) var satisfied: [Demand] = []
    private(set) var hard: [Demand] = []
    /// Worlds that show what could not be shown near the first one.
    private(set) var others: [[Int]] = []
    /// The worlds of the proof that was published with the last bundle, as far as they fit.
    let given: [[Int]]
    private static let elsewhere = 24
    let base: [Int]
    /// The moments at which each count is the same.
    private let moments: [Int: [Int32]]

    init(_ bundles: [CountBundle]) throws {
        let system = try CountSystem(bundles, fresh: nil)
        let given = bundles.last?.proof.map { GivenWorlds(system).worlds(of: $0) } ?? []
        let base = try given.first ?? WorldFinder(system: system).world()
        self.init(system, Self.strictest(bundles.map(\.policy)), base: base, given: given)
    }

    init(_ system: CountSystem, _ policy: Policy, base: [Int], given: [[Int]] = []) {
        self.system = system
        self.policy = policy
        self.base = base
        self.given = given
        moments = system.groups.reduce(into: [:]) { moments, group in
            if let count = system.index[group] { moments[count, default: []].append(group.moment) }
        }
        examiner = Examiner(
            Movement(
                rows: system.rows,
                values: base,
                floors: base.map { _ in 0 },
                free: system.roles.map { $0 != .shown }
            )
        )
    }

    static func strictest(_ policies: [Policy]) -> Policy {
        var strictest = policies.last ?? Policy()
        for policy in policies {
            strictest.width = max(strictest.width, policy.width)
            strictest.minimumFrequency = max(strictest.minimumFrequency, policy.minimumFrequency)
            strictest.insider = strictest.insider || policy.insider
        }
        return strictest
    }

    /// Attacks. With `rowLimit` no program of more rows is tried, and what then is not decided stays so.
    mutating func run(rowLimit: Int = .max, progress: (Int, Int) -> Void = { _, _ in }) {
        let rules = Rules(policy: policy)
        findSmallCounts()
        let demands = rules.demands(system)
        for (number, demand) in demands.enumerated() {
            if number % 256 == 0 { progress(number, demands.count) }
            if demand.isMet(by: given.map { demand.quantity.value(in: $0) }) { continue }
            examine(demand, rules, rowLimit)
        }
        if rowLimit == .max { lookElsewhere() }
        undecided = hard.map(name)
    }

    /// What cannot be decided from one world may be plain from another.
    private mutating func lookElsewhere() {
        for attempt in 1...Self.elsewhere where !hard.isEmpty {
            examiner.shake(attempt)
            hard.removeAll { demand in
                guard case .open = examiner.examine(demand, rowLimit: 400) else { return false }
                let around = ProofMaker(examiner, base: examiner.movement.values).worlds(for: [demand])
                others += around
                return true
            }
        }
        examiner.movement.values = base
    }

    /// What is shown of too small a group, and what is shown later of a hidden count that cannot have changed.
    private mutating func findSmallCounts() {
        for count in system.keys.indices where system.roles[count] == .shown {
            guard let value = system.values[count] else { continue }
            report(count, .exact, value, value, at: hiddenMoments(count))
            reportFew(count, value, value)
        }
    }

    private mutating func examine(_ demand: Demand, _ rules: Rules, _ rowLimit: Int) {
        switch examiner.examine(demand, rowLimit: rowLimit) {
        case .open: satisfied.append(demand)
        case .undecided: hard.append(demand)
        case .closed(_, _, let lowest, let highest):
            let isAnswer = !system.attributes(of: Int(demand.quantity.terms[0].count)).isEmpty
            guard rules.isFinding(demand, lowest: lowest, highest: highest, isAnswer: isAnswer) else { return }
            if let group = demand.group, couldBeEmpty(group) { return }
            report(demand, lowest, highest)
        }
    }

    private mutating func report(_ demand: Demand, _ lowest: Int, _ highest: Int) {
        let (count, since) = subject(demand)
        switch demand.kind {
        case .hidden, .insider:
            let threat = demand.kind == .insider ? Finding.Threat.insider : lowest == highest ? .exact : .narrow
            report(count, threat, lowest, highest, at: hiddenMoments(count))
            if demand.kind == .hidden { reportFew(count, lowest, highest) }
        case .follows: report(count, .smallCount, lowest, highest)
        case .group: report(count, .group, lowest, highest)
        case .growth: report(count, .growth, lowest, highest, since: since)
        case .newcomers: report(count, .newcomers, lowest, highest, since: since)
        }
    }

    private mutating func reportFew(_ count: Int, _ lowest: Int, _ highest: Int) {
        let few = 1..<policy.minimumFrequency
        guard system.attributes(of: count).isEmpty, few.contains(lowest), few.contains(highest) else { return }
        let hidden = hiddenMoments(count)
        report(count, .smallCount, lowest, highest, at: (moments[count] ?? []).filter { !hidden.contains($0) })
    }

    /// What is true of a count is so at all moments at which it is the same, unless others are given.
    private mutating func report(
        _ count: Int,
        _ threat: Finding.Threat,
        _ lowest: Int,
        _ highest: Int,
        at chosen: [Int32]? = nil,
        since: Int? = nil
    ) {
        let since = since.map(system.newcomers) ?? ""
        for moment in chosen ?? moments[count] ?? [] {
            let name = system.name(count, at: moment) + since
            findings.append(Finding(threat: threat, count: name, lowest: max(0, lowest), highest: highest))
        }
    }

    /// The moments at which tables have a count, and none shows it.
    private func hiddenMoments(_ count: Int) -> [Int32] {
        let places = system.places[count]
        return (moments[count] ?? []).filter { moment in
            let here = places.filter { $0.moment == moment }
            return !here.isEmpty && !here.contains(where: \.isShown)
        }
    }

    /// Whether nobody can be sure that there is anyone in a group: then nothing is given away of anyone.
    private mutating func couldBeEmpty(_ group: Quantity) -> Bool {
        let isEmpty = Demand(isEmpty: group)
        guard case .open = examiner.examine(isEmpty) else { return false }
        satisfied.append(isEmpty)
        return true
    }

    /// The count a demand is about, and for newcomers since when.
    private func subject(_ demand: Demand) -> (count: Int, since: Int?) {
        let terms = demand.quantity.terms
        return switch demand.kind {
        case .hidden, .insider, .follows: (Int(terms[0].count), nil)
        case .group: (Int(terms[1].count), nil)
        case .growth where terms.count == 1:
            system.growthOf(Int(terms[0].count)).map { ($0.later, $0.earlier) } ?? (Int(terms[0].count), nil)
        case .growth: (Int(terms[0].count), Int(terms[1].count))
        case .newcomers: (Int(terms[2].count), Int(terms[1].count))
        }
    }

    private func name(_ demand: Demand) -> String {
        let (count, since) = subject(demand)
        return system.name(count) + (since.map(system.newcomers) ?? "")
    }
}
