/// Conditions of the form "hide enough of these", and the cheapest set of counts that meets all that are known so far.
///
/// A condition has a weight for each count, of which `full` are needed. A condition with a trigger holds only when the
/// trigger itself is hidden. The search is the one of Gao and others (2015) for set covering, with row weights.
struct Cover {
    static let full: Int32 = 60

    struct Condition {
        var members: [(variable: Int32, weight: Int32)]
        var trigger: Int32
        /// Whether it was proved, so that it counts for a lower bound.
        var isProved: Bool
    }

    private(set) var conditions: [Condition] = []
    private var seen = Set<[Int32]>()
    let costs: [Int]
    private(set) var chosen: [Bool]
    private var memberOf: [[(condition: Int32, weight: Int32)]]
    private var triggers: [[Int32]]
    private var sums: [Int32] = []
    private var importance: [Int] = []
    private var scores: [Int]
    private var stamps: [Int]
    private var short: [Int32] = []
    private var shortPlace: [Int32] = []
    private var list: [Int32] = []
    private var listPlace: [Int32]
    private(set) var cost = 0
    private var dice: Dice
    private var clock = 0

    init(costs: [Int], seed: Int = 0) {
        dice = Dice(0x9E37_79B9_7F4A_7C15 &+ UInt64(seed) &* 0xBF58_476D_1CE4_E5B9)
        self.costs = costs
        chosen = Array(repeating: false, count: costs.count)
        memberOf = Array(repeating: [], count: costs.count)
        triggers = Array(repeating: [], count: costs.count)
        scores = Array(repeating: 0, count: costs.count)
        stamps = Array(repeating: 0, count: costs.count)
        listPlace = Array(repeating: -1, count: costs.count)
    }

    /// `false` when it was known already.
    @discardableResult
    mutating func add(_ condition: Condition) -> Bool {
        let key = [condition.trigger] + condition.members.flatMap { [$0.variable, $0.weight] }
        guard seen.insert(key).inserted else { return false }
        let number = Int32(conditions.count)
        conditions.append(condition)
        importance.append(1)
        shortPlace.append(-1)
        sums.append(condition.members.reduce(0) { chosen[Int($1.variable)] ? $0 + $1.weight : $0 })
        for member in condition.members { memberOf[Int(member.variable)].append((number, member.weight)) }
        if condition.trigger >= 0 { triggers[Int(condition.trigger)].append(number) }
        contribute(Int(number), 1)
        if lack(Int(number)) > 0 { markShort(number) }
        return true
    }

    /// The conditions that hiding a count helps to meet.
    func conditions(of variable: Int) -> [Int] { memberOf[variable].map { Int($0.condition) } }

    private func needed(_ condition: Int) -> Int32 {
        let trigger = conditions[condition].trigger
        return trigger < 0 || chosen[Int(trigger)] ? Self.full : 0
    }

    private func lack(_ condition: Int) -> Int32 { max(0, needed(condition) - sums[condition]) }

    /// Adds what a condition says for or against changing each count, `sign` times.
    private mutating func contribute(_ number: Int, _ sign: Int) {
        let weight = sign * importance[number]
        let (need, sum) = (needed(number), sums[number])
        // So amply met that no single change makes a difference.
        if sum >= need + Self.full, sum >= 2 * Self.full { return }
        let lack = max(0, need - sum)
        conditions[number].members.withUnsafeBufferPointer { members in
            for member in members {
                let variable = Int(member.variable)
                let other = chosen[variable] ? sum - member.weight : sum + member.weight
                scores[variable] += weight * Int(lack - max(0, need - other))
            }
        }
        let trigger = Int(conditions[number].trigger)
        if trigger >= 0 {
            let other = chosen[trigger] ? 0 : Self.full
            scores[trigger] += weight * Int(lack - max(0, other - sum))
        }
    }

    private mutating func markShort(_ number: Int32) {
        shortPlace[Int(number)] = Int32(short.count)
        short.append(number)
    }

    private mutating func unmarkShort(_ number: Int32) {
        let place = Int(shortPlace[Int(number)])
        guard place >= 0, let last = short.last else { return }
        short[place] = last
        shortPlace[Int(last)] = Int32(place)
        short.removeLast()
        shortPlace[Int(number)] = -1
    }

    private mutating func flip(_ variable: Int) {
        let touched = memberOf[variable].map(\.condition) + triggers[variable]
        for number in touched { contribute(Int(number), -1) }
        chosen[variable].toggle()
        let isChosen = chosen[variable]
        for member in memberOf[variable] { sums[Int(member.condition)] += isChosen ? member.weight : -member.weight }
        for number in touched {
            contribute(Int(number), 1)
            let isShort = lack(Int(number)) > 0
            if isShort, shortPlace[Int(number)] < 0 { markShort(number) }
            if !isShort, shortPlace[Int(number)] >= 0 { unmarkShort(number) }
        }
        cost += isChosen ? costs[variable] : -costs[variable]
        if isChosen {
            listPlace[variable] = Int32(list.count)
            list.append(Int32(variable))
        } else if let last = list.last {
            let place = Int(listPlace[variable])
            list[place] = last
            listPlace[Int(last)] = Int32(place)
            list.removeLast()
            listPlace[variable] = -1
        }
        stamps[variable] = clock
    }

    mutating func set(_ variable: Int, _ value: Bool) { if chosen[variable] != value { flip(variable) } }

    /// Hides more, the most useful first, until all conditions are met. `false` when that is not possible.
    mutating func complete() -> Bool {
        let last = clock + 20 * conditions.count + 1000
        while let worst = short.first {
            clock += 1
            if clock > last { return false }
            guard let best = bestToAdd(for: worst) else {
                let trigger = Int(conditions[Int(worst)].trigger)
                guard trigger >= 0, chosen[trigger] else { return false }
                flip(trigger)
                continue
            }
            flip(best)
        }
        return true
    }

    private func bestToAdd(for condition: Int32) -> Int? {
        var best: Int?
        for member in conditions[Int(condition)].members {
            let variable = Int(member.variable)
            if chosen[variable] { continue }
            guard let other = best else {
                best = variable
                continue
            }
            let (mine, its) = (scores[variable] * costs[other], scores[other] * costs[variable])
            if mine > its || (mine == its && stamps[variable] < stamps[other]) { best = variable }
        }
        return best
    }

    private func cheapestToRemove(except: Int) -> Int? {
        var best = -1
        for candidate in list {
            let variable = Int(candidate)
            if variable == except { continue }
            if best < 0 {
                best = variable
                continue
            }
            let (mine, its) = (scores[variable] * costs[best], scores[best] * costs[variable])
            if mine > its || (mine == its && stamps[variable] < stamps[best]) { best = variable }
        }
        return best < 0 ? nil : best
    }

    /// Looks for a cheaper choice for `steps`; afterwards the best one found is chosen.
    mutating func improve(steps: Int) {
        guard complete() else { return }
        var best = chosen
        var bestCost = cost
        var added = -1
        for _ in 0..<steps {
            clock += 1
            while short.isEmpty {
                if cost < bestCost { (best, bestCost) = (chosen, cost) }
                guard let variable = cheapestToRemove(except: -1) else { break }
                flip(variable)
            }
            if let variable = cheapestToRemove(except: added) { flip(variable) }
            if short.isEmpty { continue }
            let worst = short[dice.roll(short.count)]
            let trigger = Int(conditions[Int(worst)].trigger)
            if let variable = bestToAdd(for: worst), cost + costs[variable] < bestCost || trigger < 0 {
                flip(variable)
                added = variable
            } else if trigger >= 0, chosen[trigger] {
                flip(trigger)
            }
            for number in short {
                contribute(Int(number), -1)
                importance[Int(number)] += 1
                contribute(Int(number), 1)
            }
            while cost >= bestCost, let variable = cheapestToRemove(except: added) { flip(variable) }
        }
        if short.isEmpty, cost < bestCost { (best, bestCost) = (chosen, cost) }
        for variable in best.indices where best[variable] != chosen[variable] { flip(variable) }
    }
}
