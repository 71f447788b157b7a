/// What has to be hidden, and what has to stay uncertain.
struct Rules {
    let policy: Policy

    /// Why a count has to be hidden, whatever else is shown; `nil` when it does not have to.
    ///
    /// Too small a group has to, with all its answers; and the answers of a group that all, or all but the margin, gave
    /// the same one. A few who answered otherwise in a large group do not have to: which ones they are is not said.
    func sensitivity(_ count: Int, _ system: CountSystem) -> Reason? {
        guard let value = system.values[count], system.roles[count] != .growth else { return nil }
        let attributes = system.attributes(of: count)
        guard let group = system.index[system.group(of: count)], let size = system.values[group] else { return nil }
        if (1..<policy.minimumFrequency).contains(size) { return .few }
        guard size > 0, !attributes.isEmpty else { return nil }
        let isSame = value == 0 || attributes.contains { isUniform(system.keys[count], $0, system) }
        return isSame ? .sameAnswer : nil
    }

    /// Whether all, or all but the margin, of the group around an answer gave the same answer.
    private func isUniform(_ key: CountSystem.Key, _ dimension: Int, _ system: CountSystem) -> Bool {
        let whole = key.replacing(dimension, with: 0)
        guard let group = system.index[whole], let size = system.values[group], size > 0 else { return false }
        let margin = system.book.dimensions[dimension].margin ?? 0
        return system.book.dimensions[dimension].children[0][0].contains { value in
            guard let count = system.index[whole.replacing(dimension, with: value)], let same = system.values[count]
            else { return false }
            return size - same <= margin
        }
    }

    /// What has to stay uncertain of `system`. Where the true values are not known, everything that might have to.
    func demands(_ system: CountSystem) -> [Demand] {
        var demands: [Demand] = []
        for count in system.keys.indices {
            let quantity = Quantity(count)
            switch system.roles[count] {
            case .hidden, .new:
                let isHidden = system.roles[count] == .hidden || sensitivity(count, system) != nil
                let trigger = isHidden ? -1 : count
                demands.append(
                    Demand(kind: .hidden, quantity: quantity, need: .room(policy.width), trigger: trigger)
                )
                guard policy.insider else { break }
                demands.append(
                    Demand(kind: .insider, quantity: quantity, need: .atLeast(policy.width + 1), trigger: trigger)
                )
            case .derived where system.values[count] == nil || sensitivity(count, system) != nil:
                demands.append(Demand(kind: .follows, quantity: quantity, need: .room(policy.width)))
            default: break
            }
            if system.roles[count] != .growth { demands += groups(count, system) }
        }
        for growth in system.growths { demands += growths(growth.earlier, growth.later, growth.newcomers, system) }
        return demands
    }

    /// That not all of the group around `count` gave the answer that it counts.
    private func groups(_ count: Int, _ system: CountSystem) -> [Demand] {
        system.attributes(of: count).compactMap { dimension in
            let margin = system.book.dimensions[dimension].margin ?? 0
            guard let group = system.index[system.keys[count].replacing(dimension, with: 0)] else { return nil }
            if let size = system.values[group], let same = system.values[count], size == 0 || size - same > margin {
                return nil
            }
            return Demand(
                kind: .group,
                quantity: Quantity(group, minus: count),
                need: .atLeast(margin + 1),
                group: Quantity(group)
            )
        }
    }

    private func growths(_ earlier: Int, _ later: Int, _ newcomers: Int?, _ system: CountSystem) -> [Demand] {
        var demands: [Demand] = []
        let difference = newcomers.map { Quantity($0) } ?? Quantity(later, minus: earlier)
        let joined = change(earlier, later, system)
        let ofGroup = baseChange(earlier, later, system)
        if let ofGroup {
            if (1..<policy.minimumFrequency).contains(abs(ofGroup)) {
                demands.append(Demand(kind: .growth, quantity: difference, need: .room(policy.width)))
            }
        } else if system.attributes(of: later).isEmpty,
            !system.isBeingMade || (system.roles[earlier] != .shown && system.roles[later] != .shown)
        {
            // Where one of the two is shown, the room of the other is that of the difference.
            let trigger = system.roles[later] == .new && sensitivity(later, system) == nil ? later : -1
            demands.append(
                Demand(kind: .growth, quantity: difference, need: .room(policy.width), trigger: trigger)
            )
        }
        for dimension in system.attributes(of: later) {
            let margin = system.book.dimensions[dimension].margin ?? 0
            guard let before = system.index[system.keys[earlier].replacing(dimension, with: 0)],
                let after = system.index[system.keys[later].replacing(dimension, with: 0)]
            else { continue }
            if let all = change(before, after, system), let same = joined, all <= 0 || all - same > margin { continue }
            demands.append(
                Demand(
                    kind: .newcomers,
                    quantity: Quantity([(after, 1), (before, -1), (later, -1), (earlier, 1)]),
                    need: .atLeast(margin + 1),
                    group: Quantity(after, minus: before)
                )
            )
        }
        return demands
    }

    private func change(_ earlier: Int, _ later: Int, _ system: CountSystem) -> Int? {
        guard let before = system.values[earlier], let after = system.values[later] else { return nil }
        return after - before
    }

    private func baseChange(_ earlier: Int, _ later: Int, _ system: CountSystem) -> Int? {
        guard let before = system.index[system.group(of: earlier)], let after = system.index[system.group(of: later)]
        else { return nil }
        return change(before, after, system)
    }

    /// Whether a narrow interval is something nobody may learn.
    func isFinding(_ demand: Demand, lowest: Int, highest: Int, isAnswer: Bool) -> Bool {
        let few = 1..<policy.minimumFrequency
        switch demand.kind {
        case .hidden, .insider, .group, .newcomers: return true
        case .follows: return !isAnswer && few.contains(lowest) && few.contains(highest)
        case .growth:
            return !isAnswer
                && (few.contains(lowest) && few.contains(highest) || few.contains(-lowest) && few.contains(-highest))
        }
    }
}

/// Why a count is hidden.
public enum Reason: String, Codable, Equatable, Sendable {
    /// The group is too small.
    case few
    /// All, or nearly all, of the group gave the same answer.
    case sameAnswer
    /// Others would follow from it.
    case others
    /// Together with an earlier publication it would say who joined since.
    case earlier
}
