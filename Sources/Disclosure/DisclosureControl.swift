/// Protects tables of counts of few companies, and attacks what was protected.
///
/// Whoever puts together everything that was ever published, in any number of linked tables, several divisions of the
/// same areas and any number of times, learns of no hidden count more than that it is one of at least the width and one
/// more values, of no group that all gave the same answer, and of no two times how few joined in between.
public enum DisclosureControl {
    /// Hides in `bundle` what has to be hidden beside what it says was published before.
    ///
    /// The same bundle gives the same answer on every machine, unless it has to stop early.
    ///
    /// - Parameters:
    ///   - bundle: every count filled in, with what was published before.
    ///   - leavingOut: whether tables that cannot be protected are left out, instead of that nothing is protected.
    ///   - isOver: asked now and then; from when it says so, the answer is made safe as soon as possible instead of as
    ///     good as possible.
    ///   - progress: told how many counts are hidden so far besides those that have to be.
    /// - Returns: the bundle as it can be published, and what that cost.
    /// - Throws: `DisclosureProblems`, with all that is wrong.
    public static func protect(
        _ bundle: CountBundle,
        leavingOut: Bool = false,
        isOver: () -> Bool = { false },
        progress: (Int) -> Void = { _ in }
    ) throws -> Protection {
        try check(bundle.policy)
        var input = bundle
        var rolledUp: [Protection.RolledUp] = []
        while true {
            var protection = try protectByBlocks(input, leavingOut: leavingOut, isOver: isOver, progress: progress)
            guard let share = bundle.policy.rollUp, let next = RollUp.worst(protection.bundle, above: share) else {
                protection.rolledUp = rolledUp
                return protection
            }
            rolledUp.append(next)
            RollUp.drop(next, from: &input)
        }
    }

    /// How often another start is tried.
    private static let starts = 1

    /// Each question by itself, where the groups stay known.
    private static func protectByBlocks(
        _ bundle: CountBundle,
        leavingOut: Bool,
        isOver: () -> Bool,
        progress: (Int) -> Void
    ) throws -> Protection {
        let earlier = bundle.published ?? []
        let blocks = Blocks(earlier + [bundle])
        guard blocks.count > 1 else { return try protectAsItIs(bundle, isOver: isOver, progress: progress) }
        var groups = blocks.groups(of: earlier + [bundle])
        var last = groups.removeLast()
        last.published = groups
        func protect(_ block: CountBundle) throws -> Protection {
            do {
                return try protectAsItIs(block, isOver: isOver, progress: progress)
            } catch let problems as DisclosureProblems where leavingOut && problems.areAboutPolicy {
                return Protection(withoutTablesOf: block)
            }
        }
        var parts = [try protect(last)]
        for number in 0..<blocks.count {
            var block = blocks.block(number, of: earlier + [bundle])
            var asked = block.removeLast()
            let isQuestion = { (table: Table) in !Set(table.dims).isDisjoint(with: asked.attributes.keys) }
            // The groups are shown already, as they were just protected.
            var known = asked
            known.tables = parts[0].bundle.tables.filter { one in asked.tables.contains { $0.id == one.id } }
            known.proof = nil
            asked.tables = asked.tables.filter(isQuestion)
            guard !asked.tables.isEmpty else { continue }
            guard let groups = Blocks.knownGroups(block + [known]),
                groups == Blocks.knownGroups(block + [known, asked])
            else {
                return try protectAsItIs(bundle, isOver: isOver, progress: progress)
            }
            asked.published = block + [known]
            parts.append(try protect(asked))
            progress(parts.map(\.secondary).reduce(0, +))
        }
        return Protection(bundle, beside: parts)
    }

    private static func protectAsItIs(
        _ bundle: CountBundle,
        isOver: () -> Bool,
        progress: (Int) -> Void
    ) throws -> Protection {
        let earlier = bundle.published ?? []
        let system = try CountSystem(earlier + [bundle], fresh: earlier.count)
        let world = try WorldFinder(system: system).world()
        var protector = Protector(system, world: world, policy: bundle.policy)
        protector.run(isOver: isOver, progress: progress)
        // Where guesses were needed another start may do better; what was proved the first time is known then.
        for seed in 1...starts where system.keys.count < 10_000 && protector.couldBeBetter && !isOver() {
            var other = Protector(system, world: world, policy: bundle.policy, seed: seed, knowing: protector)
            other.run(isOver: isOver, progress: progress)
            if other.stuck.isEmpty, other.cover.cost < protector.cover.cost { protector = other }
        }
        return try Protection(bundle, &protector)
    }

    /// What somebody learns who puts `bundles` together, ours or not.
    ///
    /// - Throws: `DisclosureProblems` when they contradict each other.
    public static func attack(
        _ bundles: [CountBundle],
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> AttackReport {
        let blocks = Blocks(bundles)
        let parts = (0..<blocks.count).map { blocks.block($0, of: bundles) }
        if blocks.count > 1, parts.allSatisfy({ Blocks.knownGroups($0) != nil }) {
            let proofs = bundles.last?.proof.map(blocks.parts)
            let all = ([blocks.groups(of: bundles)] + parts).enumerated().map { number, part in
                var part = part
                part[part.count - 1].proof = proofs?[number]
                return part
            }
            return AttackReport(
                beside: try all.enumerated().map { number, part in
                    progress(number, all.count)
                    return try attackTogether(part)
                }
            )
        }
        return try attackTogether(bundles, progress: progress)
    }

    /// All of it as one system, whether or not it falls apart.
    static func attackTogether(
        _ bundles: [CountBundle],
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> AttackReport {
        var attacker = try Attacker(bundles)
        attacker.run(progress: progress)
        return AttackReport(
            findings: attacker.findings,
            hidden: attacker.system.roles.count { $0 == .hidden },
            undecided: attacker.undecided,
            proof: attacker.proof()
        )
    }

    private static func check(_ policy: Policy) throws {
        var problems: [DisclosureProblem] = []
        if policy.width < 1 { problems.append(.policyCannotBeMet("the width has to be at least 1")) }
        if policy.minimumFrequency < 1 { problems.append(.policyCannotBeMet("min_frequency has to be at least 1")) }
        if let share = policy.rollUp, !(0...1).contains(share) {
            problems.append(.policyCannotBeMet("roll_up has to be from 0 to 1"))
        }
        if !problems.isEmpty { throw DisclosureProblems(problems: problems) }
    }
}

/// A bundle that can be published, and what it cost.
public struct Protection: Sendable {
    /// Without what was published before.
    public let bundle: CountBundle
    /// The hidden counts, each with the reason.
    public let hidden: [Hidden]
    /// How many counts are hidden only because others would follow from them.
    public let secondary: Int
    /// No choice can do with fewer.
    public let lowerBound: Int
    /// How often the attacker was asked.
    public let rounds: Int
    /// The names of tables that are not published, because they could not be protected beside what was.
    public internal(set) var leftOut: [String] = []
    /// What is published without its finest level, because too much of that would be hidden.
    public internal(set) var rolledUp: [RolledUp] = []

    /// A table without the finest level of a dimension, of which so large a share would have been hidden.
    public struct RolledUp: Equatable, Sendable {
        /// The name of the table.
        public let table: String
        /// Of which dimension the finest level was left out.
        public let dimension: String
        /// Which share of that level would have been hidden, from 0 to 1.
        public let share: Double
    }

    /// A hidden count and why.
    public struct Hidden: Equatable, Sendable {
        /// The name of the table.
        public let table: String
        /// The codes of the count.
        public let codes: [String]
        /// Why it is hidden.
        public let reason: Reason
        /// What it protects, or the earlier figures that stand in the way.
        public let because: [String]
    }
}

extension Protection {
    init(_ input: CountBundle, _ protector: inout Protector) throws {
        if let stuck = protector.stuck.first {
            let what = protector.system.name(Int(stuck.demand.quantity.terms[0].count))
            let blockers = stuck.blockers.prefix(3).map(protector.system.name)
            let why = blockers.isEmpty ? "" : "; in the way: \(blockers.joined(separator: "; "))"
            throw DisclosureProblems(
                problems: [.policyCannotBeMet("what was published gives \(what) away, whatever is hidden now\(why)")]
            )
        }
        let system = protector.system
        var output = input
        output.published = nil
        output.proof = nil
        var hidden: [Hidden] = []
        let fresh = input.published?.count ?? 0
        for count in system.keys.indices where protector.isHidden(count) {
            let (reason, because) = protector.reason(count)
            for place in system.places[count] where place.bundle == fresh {
                if let cell = place.cell {
                    output.tables[place.table].cells[cell].value = nil
                } else {
                    output.tables[place.table].cells.append(Cell(place.codes, nil))
                }
                hidden.append(
                    Hidden(
                        table: input.tables[place.table].id,
                        codes: place.codes,
                        reason: reason,
                        because: because.map(system.name)
                    )
                )
            }
        }
        output.proof = try Prover.proof((input.published ?? []) + [output], &protector)
        bundle = output
        self.hidden = hidden
        secondary = protector.cover.chosen.count { $0 }
        lowerBound = LowerBound.of(protector.cover)
        rounds = protector.rounds
    }
}

extension Protector {
    /// Why a count is hidden, and what it protects or which earlier figures made it necessary.
    func reason(_ count: Int) -> (Reason, [Int]) {
        if let reason = reasons[count] { return (reason, []) }
        if system.roles[count] == .hidden { return (rules.sensitivity(count, system) ?? .earlier, []) }
        let place = Int(candidateOf[count])
        for number in place < 0 ? [] : cover.conditions(of: place) {
            let (condition, source) = (cover.conditions[number], sources[number])
            let isActive = condition.trigger < 0 || cover.chosen[Int(condition.trigger)]
            let without = condition.members.reduce(0) {
                cover.chosen[Int($1.variable)] && $1.variable != place ? $0 + $1.weight : $0
            }
            guard isActive, without < Cover.full else { continue }
            switch source.demand.kind {
            case .growth, .newcomers: return (.earlier, source.blockers)
            default:
                if !source.blockers.isEmpty { return (.earlier, source.blockers) }
                return (.others, [Int(source.demand.quantity.terms[0].count)])
            }
        }
        return (.others, [])
    }
}
