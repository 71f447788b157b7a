/// What follows from what the attacker proved: of which counts at least some have to be hidden as well.
extension Protector {
    /// A sum with one hidden count gives it away: the cheapest proof there is.
    mutating func addRowConditions() {
        let movement = examiner.movement
        for row in movement.rows {
            var hidden = -1
            var isAlone = true
            for term in movement.terms(ofRow: row) where movement.free[Int(movement.rowCount[term])] {
                if hidden >= 0 { isAlone = false }
                hidden = term
            }
            guard hidden >= 0, isAlone else { continue }
            let count = Int(movement.rowCount[hidden])
            guard system.roles[count] == .new || system.roles[count] == .hidden else { continue }
            let own = min(movement.depth(count), policy.width)
            let needed = own < policy.width ? policy.width - own : policy.width
            var weights: [(Int, Int)] = []
            for term in movement.terms(ofRow: row) where term != hidden {
                let other = Int(movement.rowCount[term])
                let isSame = movement.rowSign[term] == movement.rowSign[hidden]
                weights.append((other, isSame && own < policy.width ? movement.depth(other) : policy.width))
            }
            let trigger = candidateOf[count] >= 0 ? count : -1
            let demand = Demand(
                kind: .hidden,
                quantity: Quantity(count),
                need: .room(policy.width),
                trigger: trigger
            )
            addCondition(weights, needed: needed, demand, isProved: true)
        }
    }

    /// What follows from the proofs that a quantity has too little room.
    mutating func addCondition(of demand: Demand, _ upward: Push.Answer, _ downward: Push.Answer) {
        let movement = examiner.movement
        var weights: [Int: Int] = [:]
        var always = 0
        let needed: Int
        var proofs = [(upward, 1)]
        switch demand.need {
        case .room(let room):
            needed = room * Push.scale
            proofs.append((downward, -1))
        case .atLeast(let least): needed = (least - demand.quantity.value(in: movement.values)) * Push.scale
        }
        for (answer, sign) in proofs {
            for (count, rest) in Push.rests(demand.quantity, sign, answer.multipliers, movement) {
                let weight = min(needed, rest > 0 ? needed : -rest * movement.depth(count))
                if movement.free[count] && candidateOf[count] < 0 || count == demand.trigger {
                    always += weight
                } else {
                    weights[count, default: 0] += weight
                }
            }
        }
        guard always < needed else { return }
        let isProved = demand.kind != .growth && demand.kind != .follows
        addCondition(
            weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            needed: needed - always,
            demand,
            isProved: isProved
        )
    }

    /// Where only fractions of a company could be moved: one more of those that limit it. `false` when that is known.
    mutating func addLikelyCondition(of demand: Demand, _ answers: [Push.Answer]) -> Bool {
        var weights: [Int: Int] = [:]
        for (answer, sign) in zip(answers, [1, -1]) {
            for (count, rest) in Push.rests(demand.quantity, sign, answer.multipliers, examiner.movement)
            where rest > 0 || examiner.movement.depth(count) > 0 {
                if !examiner.movement.free[count], candidateOf[count] >= 0 { weights[count] = 1 }
            }
        }
        if weights.isEmpty { return false }
        let before = cover.conditions.count
        addCondition(weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, needed: 1, demand, isProved: false)
        return cover.conditions.count > before
    }

    private mutating func addCondition(_ weights: [(Int, Int)], needed: Int, _ demand: Demand, isProved: Bool) {
        var members: [(variable: Int32, weight: Int32)] = []
        var blockers: [Int] = []
        let trigger = demand.trigger >= 0 ? candidateOf[demand.trigger] : -1
        for (count, weight) in weights where weight > 0 {
            if candidateOf[count] < 0 {
                if system.roles[count] == .shown { blockers.append(count) }
            } else if candidateOf[count] != trigger {
                let share = min(needed, weight)
                members.append((candidateOf[count], Int32((share * Int(Cover.full) + needed - 1) / needed)))
            }
        }
        let isPossible = members.reduce(0) { $0 + Int($1.weight) } >= Int(Cover.full)
        if !isPossible, trigger < 0 {
            if !stuck.contains(where: { $0.demand.quantity == demand.quantity }) {
                stuck.append(Stuck(demand: demand, blockers: blockers))
            }
            return
        }
        if cover.add(Cover.Condition(members: members, trigger: trigger, isProved: isProved)) {
            sources.append((demand, blockers))
        }
    }
}
