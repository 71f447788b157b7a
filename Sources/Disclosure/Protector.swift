/// Chooses what to hide: as little as possible, and enough.
///
/// The way of Fischetti and Salazar (2001), with parts of our own: the attacker is asked of each hidden count how far it
/// can be moved; where that is not far enough, the proof of it says of which counts at least some have to be hidden as
/// well; the cheapest choice that meets all these conditions is attacked again, until the attacker finds nothing.
struct Protector {
    /// What nothing protects: no count that may be hidden makes a difference.
    struct Stuck {
        let demand: Demand
        let blockers: [Int]
    }

    let system: CountSystem
    let policy: Policy
    let rules: Rules
    var examiner: Examiner
    var cover: Cover
    /// The counts that may be hidden, and the place of each among them, -1 for others.
    let candidates: [Int]
    let candidateOf: [Int32]
    private(set) var reasons: [Int: Reason] = [:]
    let demands: [Demand]
    /// For each condition what it protects, and the earlier figures that made it necessary.
    var sources: [(demand: Demand, blockers: [Int])] = []
    var stuck: [Stuck] = []
    var rounds = 0

    /// Never reached yet; after it everything is hidden, which is always safe.
    private static let roundLimit = 5000
    /// What takes a larger program than the last one is not worth its time: a few more counts are hidden instead.
    private static let rowLimits = [100, 300, 1000]
    private static let attempts = 80
    private static let patience = 30
    static let usual = 1000
    private static let empty = 1010, dear = 100_000

    init(_ system: CountSystem, world: [Int], policy: Policy, seed: Int = 0, knowing other: Protector? = nil) {
        self.system = system
        self.policy = policy
        rules = Rules(policy: policy)
        var free = system.roles.map { $0 == .hidden || $0 == .derived || $0 == .growth }
        var candidates: [Int] = []
        var candidateOf = [Int32](repeating: -1, count: free.count)
        var costs: [Int] = []
        for count in free.indices where system.roles[count] == .new {
            if let reason = rules.sensitivity(count, system) {
                reasons[count] = reason
                free[count] = true
            } else {
                candidateOf[count] = Int32(candidates.count)
                candidates.append(count)
                costs.append(Self.cost(count, system, policy))
            }
        }
        let floors = world.indices.map { policy.insider && system.roles[$0] != .growth ? min(1, world[$0]) : 0 }
        examiner = Examiner(Movement(rows: system.rows, values: world, floors: floors, free: free), seed: seed)
        cover = Cover(costs: costs, seed: seed)
        self.candidates = candidates
        self.candidateOf = candidateOf
        demands = rules.demands(system)
        guard let other else { return }
        for (condition, source) in zip(other.cover.conditions, other.sources) where condition.isProved {
            if cover.add(condition) { sources.append(source) }
        }
        _ = cover.complete()
        cover.improve(steps: 20_000)
        applyChoice()
    }

    /// Whether more is hidden than is known to be needed, for reasons that were not proved.
    var couldBeBetter: Bool {
        let chosen = cover.chosen.count { $0 }
        return cover.conditions.contains { !$0.isProved } && chosen * 100 > LowerBound.of(cover) * 104
    }

    private static func cost(_ count: Int, _ system: CountSystem, _ policy: Policy) -> Int {
        let isDear = system.places[count].contains { place in
            policy.dear.contains { pattern in
                pattern.count == place.codes.count && zip(pattern, place.codes).allSatisfy { $0 == "*" || $0 == $1 }
            }
        }
        return isDear ? dear : system.values[count] == 0 ? empty : usual
    }

    /// Whether a count is not shown in what is being made; what was hidden earlier, and is the same, never is.
    func isHidden(_ count: Int) -> Bool {
        system.roles[count] == .hidden || (system.roles[count] == .new && examiner.movement.free[count])
    }
    func isActive(_ demand: Demand) -> Bool { demand.trigger < 0 || examiner.movement.free[demand.trigger] }

    /// Hides until the attacker finds nothing.
    ///
    /// - Parameters:
    ///   - isOver: asked in between; from when it says so, counts are only added, by the first way that is found.
    ///   - progress: told how many counts are hidden besides those that have to be.
    mutating func run(isOver: () -> Bool, progress: (Int) -> Void) {
        while true {
            rounds += 1
            if rounds > Self.roundLimit { for place in candidates.indices { cover.set(place, true) } }
            let before = cover.conditions.count
            addRowConditions()
            if cover.conditions.count == before, attackAll(isOver) { return }
            if isOver() { return finish(progress) }
            if cover.conditions.count == before {
                // The conditions that are known are met and yet something can be learned: only what is near helps.
                if !hideAround() { return }
            } else if !cover.conditions[before...].contains(where: \.isProved) {
                // A guess is no reason to choose anew: what stays hidden keeps its moves.
                _ = cover.complete()
            } else {
                cover.improve(steps: min(4000, 200 + cover.conditions.count * 4))
            }
            endStalling()
            applyChoice()
            progress(cover.chosen.count { $0 })
        }
    }

    /// Hides what is chosen, and nothing else of what may be.
    mutating func applyChoice() {
        for (place, count) in candidates.enumerated() { examiner.setFree(count, cover.chosen[place]) }
    }

    /// Choices that cost the same can take each other's place for hundreds of rounds: then one count more is hidden.
    private mutating func endStalling() {
        stalled = cover.cost == lastCost ? stalled + 1 : 0
        lastCost = cover.cost
        guard stalled >= Self.patience, let source = sources.last else { return }
        stalled = 0
        _ = hide(near: source.demand)
    }

    /// A world that many random moves lead to.
    mutating func farWorld() -> [Int] {
        let home = examiner.movement.values
        defer { examiner.movement.values = home }
        examiner.shake(0, walks: 400)
        return examiner.movement.values
    }

    /// Worlds that show that `demands` are met, each found from a world that many random moves lead to.
    mutating func farWorlds(showing demands: [Demand]) -> [[Int]] {
        let home = examiner.movement.values
        defer { examiner.movement.values = home }
        var worlds: [[Int]] = []
        // What cannot be otherwise, and may be known, has nothing to show.
        var open = demands.filter { examiner.isKnown($0) || isOpen($0) }
        for attempt in 1...Self.attempts where !open.isEmpty {
            // The longer it takes, the nearer it stays, but never at home: that is the true world.
            examiner.movement.values = home
            examiner.shake(attempt, walks: max(4, 100 * (Self.attempts - attempt) / Self.attempts))
            if examiner.movement.values == home { continue }
            let shown = open.filter { examiner.isKnown($0) }
            open.removeAll { demand in shown.contains { $0.quantity == demand.quantity && $0.need == demand.need } }
            worlds += ProofMaker(examiner, base: examiner.movement.values).worlds(for: shown)
        }
        return worlds
    }

    private mutating func isOpen(_ demand: Demand, rowLimit: Int = .max) -> Bool {
        if case .open = examiner.examine(demand, rowLimit: rowLimit) { return true }
        return false
    }

    private var open: [Int] = []
    private var stalled = 0
    private var lastCost = -1

    /// Attacks with small programs first: as long as those find something, the large ones can wait. `true` when it came
    /// to its end and nothing was found.
    private mutating func attackAll(_ isOver: () -> Bool) -> Bool {
        let before = cover.conditions.count
        var closed: [Int] = []
        open = demands.indices.filter { isActive(demands[$0]) }
        for limit in Self.rowLimits {
            var undecided: [Int] = []
            for number in open {
                if isOver() { return false }
                switch examiner.examine(demands[number], rowLimit: limit) {
                case .open: break
                case .undecided(let answers):
                    if answers.isEmpty || !addLikelyCondition(of: demands[number], answers) { undecided.append(number) }
                case .closed(let upward, let downward, let lowest, let highest):
                    guard matters(demands[number], lowest, highest) else { break }
                    closed.append(number)
                    addCondition(of: demands[number], upward, downward)
                }
            }
            if cover.conditions.count > before { return false }
            open = undecided
        }
        lookElsewhere(isOver)
        if isOver() { return false }
        open += closed
        open.removeAll { number in stuck.contains { $0.demand.quantity == demands[number].quantity } }
        return open.isEmpty
    }

    /// What cannot be decided from one world may be plain from another that fits as well.
    private mutating func lookElsewhere(_ isOver: () -> Bool) {
        let home = examiner.movement.values
        for attempt in 1...8 where !open.isEmpty && !isOver() {
            examiner.shake(attempt, walks: 30)
            open = open.filter { isOver() || !isOpen(demands[$0], rowLimit: 300) }
        }
        examiner.movement.values = home
    }

    /// Where the true figures are known the rules have decided already; else it depends on what can be learned.
    mutating func matters(_ demand: Demand, _ lowest: Int, _ highest: Int) -> Bool {
        if demand.quantity.terms.allSatisfy({ system.values[Int($0.count)] != nil }) { return true }
        let isAnswer = !system.attributes(of: Int(demand.quantity.terms[0].count)).isEmpty
        guard rules.isFinding(demand, lowest: lowest, highest: highest, isAnswer: isAnswer) else { return false }
        return demand.group.map { !isOpen(Demand(isEmpty: $0)) } ?? true
    }

    /// Hides a count next to each that is still open. `false` when there is none left.
    private mutating func hideAround() -> Bool {
        var isChanged = false
        for number in open {
            if hide(near: demands[number]) {
                isChanged = true
            } else {
                stuck.append(Stuck(demand: demands[number], blockers: []))
            }
        }
        return isChanged
    }

    /// Hides the count next to a demand that is missed least, else the one that is missed least of all; `false` when
    /// everything is hidden.
    mutating func hide(near demand: Demand) -> Bool {
        let best = near(demand.quantity).filter { candidateOf[$0] >= 0 && !examiner.movement.free[$0] }
            .min { worth($0) < worth($1) }
        let far = best ?? candidates.filter { !examiner.movement.free[$0] }.min { worth($0) < worth($1) }
        guard let count = far else { return false }
        hide(count, for: demand)
        return true
    }

    mutating func hide(_ count: Int, for demand: Demand) {
        let alone = Cover.Condition(members: [(candidateOf[count], Cover.full)], trigger: -1, isProved: false)
        if cover.add(alone) { sources.append((demand, [])) }
        cover.set(Int(candidateOf[count]), true)
    }

    /// What is hidden first comes first: what readers need least, and of that what has most room.
    private func worth(_ count: Int) -> (Int, Int, Int) {
        (cover.costs[Int(candidateOf[count])], -examiner.movement.values[count], count)
    }

    /// The counts that share a sum with those of a quantity.
    private func near(_ quantity: Quantity) -> [Int] {
        let movement = examiner.movement
        return quantity.terms.flatMap { movement.terms(ofCount: Int($0.count)) }
            .flatMap { movement.terms(ofRow: Int(movement.countRow[$0])) }.map { Int(movement.rowCount[$0]) }
    }
}
