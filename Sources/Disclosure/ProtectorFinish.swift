/// What is done when there is no time left to look for the best: safe always comes first.
extension Protector {
    /// How many moves are looked for before something next to a demand is hidden, whatever that helps.
    private static let routes = 4

    /// Hides until a move is known for everything that has to stay uncertain, by the first ways that are found.
    mutating func finish(_ progress: (Int) -> Void) {
        _ = cover.complete()
        applyChoice()
        var cube = Cube(system)
        // Of what may change, only candidates are hidden and shown: which they are stays the same.
        let passable = candidateOf.indices.map { candidateOf[$0] >= 0 || examiner.movement.free[$0] }
        var isTidy = false
        while true {
            rounds += 1
            let open = demands.filter { !isStuck($0) && isActive($0) && !isSafe($0) }
            if open.isEmpty {
                if isTidy { return }
                showAgain()
                isTidy = true
            }
            for demand in open where !isSafe(demand) {
                for _ in 0..<Self.routes where !examiner.isKnown(demand) {
                    openRoute(for: demand, through: passable, &cube)
                }
                if examiner.isKnown(demand) { continue }
                if !hide(near: demand) { stuck.append(Stuck(demand: demand, blockers: [])) }
                applyChoice()
            }
            progress(cover.chosen.count { $0 })
        }
    }

    /// Hides what a move goes through that changes what `demand` is about.
    private mutating func openRoute(for demand: Demand, through passable: [Bool], _ cube: inout Cube) {
        let (movement, candidateOf, costs) = (examiner.movement, candidateOf, cover.costs)
        let move = examiner.route(demand, through: passable, &cube) { count in
            if movement.free[count] { return 0 }
            guard candidateOf[count] >= 0 else { return nil }
            // An empty one is harder to move itself.
            return costs[Int(candidateOf[count])] * (movement.depth(count) == 0 ? 2 : 1)
        }
        guard let move else { return }
        for count in move.counts.map({ Int($0) }) where !movement.free[count] {
            hide(count, for: demand)
            examiner.setFree(count, true)
        }
        examiner.witnesses.add(move, examiner.movement)
    }

    /// Shows what turned out not to be needed: without it there still is a move for all that has to stay uncertain.
    private mutating func showAgain() {
        var about: [Int32: [Int]] = [:]
        for (number, demand) in demands.enumerated() {
            for term in demand.quantity.terms { about[term.count, default: []].append(number) }
        }
        let order = candidates.indices.filter { cover.chosen[$0] }.sorted {
            (cover.costs[$1], $0) < (cover.costs[$0], $1)
        }
        for place in order {
            let count = candidates[place]
            let touched = examiner.witnesses.touched(byMovesOf: count)
            // The ones that have no move are safe for another reason, which is looked at again.
            let known = Set(touched.flatMap { about[$0] ?? [] }).filter {
                isActive(demands[$0]) && examiner.isKnown(demands[$0])
            }
            examiner.setFree(count, false)
            if known.allSatisfy({ !isActive(demands[$0]) || examiner.isKnown(demands[$0]) }) {
                cover.set(place, false)
            } else {
                examiner.setFree(count, true)
            }
        }
    }

    private mutating func isSafe(_ demand: Demand) -> Bool {
        switch examiner.examine(demand, rowLimit: 100) {
        case .open: return true
        case .undecided: return false
        case .closed(_, _, let lowest, let highest): return !matters(demand, lowest, highest)
        }
    }

    private func isStuck(_ demand: Demand) -> Bool { stuck.contains { $0.demand.quantity == demand.quantity } }
}
