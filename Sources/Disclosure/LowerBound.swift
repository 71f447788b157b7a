/// How few counts could do, at least: from the conditions that were proved, by Lagrangian relaxation.
enum LowerBound {
    /// A number of counts that no choice which meets all proved conditions can stay below.
    static func of(_ cover: Cover) -> Int {
        let conditions = cover.conditions.filter { $0.isProved && $0.trigger < 0 }
        guard !conditions.isEmpty else { return 0 }
        let full = Double(Cover.full)
        var prices = [Double](repeating: 0, count: conditions.count)
        var rests = [Double](repeating: 1, count: cover.costs.count)
        for (number, condition) in conditions.enumerated().sorted(by: {
            $0.element.members.count < $1.element.members.count
        }) {
            let most = condition.members.map { rests[Int($0.variable)] * full / Double($0.weight) }.min() ?? 0
            prices[number] = most
            for member in condition.members { rests[Int(member.variable)] -= most * Double(member.weight) / full }
        }
        var best = prices.reduce(0, +)
        let goal = Double(cover.chosen.count { $0 })
        var pace = 1.0
        for step in 0..<400 where best + 1 - 1e-6 < goal {
            if step % 40 == 39 { pace /= 2 }
            let (value, slopes) = relax(conditions, prices, cover.costs.count)
            best = max(best, value)
            let length = slopes.reduce(0) { $0 + $1 * $1 }
            if length == 0 { break }
            let stride = pace * max(0.5, goal - value) / length
            for number in prices.indices { prices[number] = max(0, prices[number] + stride * slopes[number]) }
        }
        return Int((best - 1e-6).rounded(.up))
    }

    private static func relax(
        _ conditions: [Cover.Condition],
        _ prices: [Double],
        _ variables: Int
    ) -> (value: Double, slopes: [Double]) {
        let full = Double(Cover.full)
        var rests = [Double](repeating: 1, count: variables)
        for (number, condition) in conditions.enumerated() where prices[number] > 0 {
            for member in condition.members {
                rests[Int(member.variable)] -= prices[number] * Double(member.weight) / full
            }
        }
        let value = prices.reduce(0, +) + rests.reduce(0) { $0 + min(0, $1) }
        let slopes = conditions.map { condition in
            1 - condition.members.reduce(0) { rests[Int($1.variable)] < 0 ? $0 + Double($1.weight) / full : $0 }
        }
        return (value, slopes)
    }
}
