/// Checks a proof: that its worlds fit everything that was published, and that they differ enough.
///
/// It is small on purpose, and knows nothing of how a proof is found: no solver, no search, whole numbers only.
public struct ProofCheck {
    /// A group at a time: its population, its time, and its code in each dimension where that is not the root.
    struct Group: Hashable {
        var population: String
        var time: Int
        var codes: [String: String]

        func with(_ dimension: String, _ code: String?) -> Group {
            var copy = self
            copy.codes[dimension] = code
            return copy
        }
    }

    private struct Family: Hashable {
        let parent: Group
        let dimension: String
        let tree: Int
    }

    private var trees: [String: [[[String]]]] = [:]
    private var roots: [String: String] = [:]
    private var attributes: [String: (margin: Int, values: [String])] = [:]
    private var width = 1, few = 1, insider = false
    private var shown: [Group: Int] = [:]
    private var hidden: [Group: String] = [:]
    private var zeroes: [(population: String, time: Int, dims: Set<String>)] = []
    private var shrinking: [(population: String, time: Int)] = []
    private var worlds: [[Group: Int]] = []
    private var complaints: [String] = []

    /// What is wrong with the proof in the last of `bundles`, which are all that was published, oldest first; nothing
    /// when it holds.
    public static func complaints(_ bundles: [Published]) -> [String] {
        var check = ProofCheck()
        for bundle in bundles { check.read(bundle) }
        guard let proof = bundles.last?.proof else { return ["There is no proof."] }
        check.readWorlds(proof)
        if check.complaints.isEmpty { check.checkWorlds() }
        if check.complaints.isEmpty { check.checkProtection() }
        return check.complaints
    }

    // MARK: Reading

    private mutating func read(_ bundle: Published) {
        for (name, hierarchy) in bundle.hierarchies ?? [:] {
            for tree in hierarchy.pairs where !(trees[name] ?? []).contains(tree) {
                trees[name, default: []].append(tree)
            }
            let all = (trees[name] ?? []).joined()
            roots[name] = Set(all.map { $0[0] }).subtracting(all.map { $0[1] }).first
        }
        for (name, attribute) in bundle.attributes ?? [:] {
            attributes[name] = (max(attribute.margin ?? 0, attributes[name]?.margin ?? 0), attribute.values)
        }
        width = max(width, bundle.policy?.width ?? 2)
        few = max(few, bundle.policy?.min_frequency ?? 5)
        insider = insider || bundle.policy?.insider ?? false
        for table in bundle.tables { read(table) }
    }

    private mutating func read(_ table: Published.Table) {
        let (population, time) = (table.population ?? "companies", table.time ?? 1)
        if table.missing == "zero" { zeroes.append((population, time, Set(table.dims))) }
        if table.grows == false { shrinking.append((population, time)) }
        for cell in table.cells {
            var group = Group(population: population, time: time, codes: [:])
            for (dimension, code) in zip(table.dims, cell.c) where !isRoot(code, dimension) {
                group.codes[dimension] = code
            }
            if let value = cell.v {
                if let other = shown[group], other != value {
                    complaints.append("\(name(group)) is shown as two numbers.")
                }
                shown[group] = value
                hidden[group] = nil
            } else if shown[group] == nil {
                hidden[group] = table.id
            }
        }
    }

    private func isRoot(_ code: String?, _ dimension: String) -> Bool {
        guard let code else { return true }
        return attributes[dimension].map { !$0.values.contains(code) } ?? (roots[dimension] == code)
    }

    private mutating func readWorlds(_ proof: Published.Proof) {
        let groups = proof.unknowns.map { Group(population: $0.population, time: $0.time, codes: $0.codes) }
        for values in proof.worlds {
            guard values.count == groups.count, values.allSatisfy({ $0 >= 0 }) else {
                complaints.append("A world does not have a whole number of 0 or more for each unknown.")
                return
            }
            var world = shown
            for (group, value) in zip(groups, values) {
                if let known = shown[group], known != value {
                    complaints.append("\(name(group)) is not what was shown.")
                }
                world[group] = value
            }
            worlds.append(world)
        }
        if worlds.isEmpty { complaints.append("There are no worlds.") }
        for group in hidden.keys where worlds.first?[group] == nil {
            complaints.append("The worlds do not say what \(name(group)) is.")
        }
    }

    // MARK: Whether the worlds fit

    private mutating func checkWorlds() {
        guard let groups = worlds.first?.keys else { return }
        var families: [Family: [String]] = [:]
        for group in groups {
            for (dimension, code) in group.codes {
                for (tree, parent) in parents(code, dimension) {
                    families[
                        Family(parent: group.with(dimension, parent), dimension: dimension, tree: tree),
                        default: []
                    ]
                    .append(code)
                }
            }
        }
        for (family, present) in families {
            let all = children(family)
            for (number, world) in worlds.enumerated() {
                let sum = all.reduce(0) { $0 + (world[family.parent.with(family.dimension, $1)] ?? 0) }
                guard let whole = world[family.parent], whole == sum else {
                    complaints.append(
                        "World \(number): \(name(family.parent)) is not the sum over \(family.dimension)."
                    )
                    break
                }
                let missing = Set(all).subtracting(present)
                if !missing.allSatisfy({ isEmpty(family.parent.with(family.dimension, $0)) }) {
                    complaints.append("The worlds do not say all parts of \(name(family.parent)).")
                    break
                }
            }
        }
        for (earlier, later) in series() where !mayShrink(later) {
            for (number, world) in worlds.enumerated() where value(later, world) < value(earlier, world) {
                complaints.append("World \(number): \(name(later)) is lower than it was.")
            }
        }
    }

    private func parents(_ code: String, _ dimension: String) -> [(tree: Int, parent: String?)] {
        if attributes[dimension] != nil { return [(0, nil)] }
        return (trees[dimension] ?? []).enumerated().compactMap { tree, pairs in
            guard let parent = pairs.first(where: { $0[1] == code })?[0] else { return nil }
            return (tree, parent == roots[dimension] ? nil : parent)
        }
    }

    private func children(_ family: Family) -> [String] {
        if let attribute = attributes[family.dimension] { return attribute.values }
        let parent = family.parent.codes[family.dimension] ?? roots[family.dimension] ?? ""
        return (trees[family.dimension]?[family.tree] ?? []).filter { $0[0] == parent }.map { $0[1] }
    }

    /// Whether there is nobody in a group: nobody is in what it is a part of, or a table that says all there is does not
    /// have it.
    private func isEmpty(_ group: Group) -> Bool {
        if group.codes.keys.contains(where: { shown[group.with($0, nil)] == 0 }) { return true }
        return zeroes.contains { zero in
            var part = group
            part.codes = group.codes.filter { zero.dims.contains($0.key) }
            return zero.population == group.population && zero.time == group.time && !part.codes.isEmpty
                && (shown[part] ?? 0) == 0 && hidden[part] == nil
        }
    }

    private func mayShrink(_ group: Group) -> Bool {
        shrinking.contains { $0.population == group.population && $0.time == group.time }
    }

    /// All pairs of the same group at two times.
    private func series() -> [(earlier: Group, later: Group)] {
        var byGroup: [Group: [Group]] = [:]
        for group in worlds.first?.keys.map({ $0 }) ?? [] {
            byGroup[Group(population: group.population, time: 0, codes: group.codes), default: []].append(group)
        }
        return byGroup.values.flatMap { groups in
            let sorted = groups.sorted { $0.time < $1.time }
            return sorted.indices.flatMap { place in sorted[..<place].map { ($0, sorted[place]) } }
        }
    }

    // MARK: Whether they differ enough

    private mutating func checkProtection() {
        let isFew = 1..<few
        for (group, value) in shown where isGroup(group) && isFew.contains(value) {
            complaints.append("\(name(group)) is shown, and has only \(value).")
        }
        for group in hidden.keys {
            let (low, high) = range { value(group, $0) }
            let from = insider ? max(1, low) : low
            if high - from < width { complaints.append("\(name(group)) is hidden, and from \(from) to \(high).") }
        }
        for group in worlds.first?.keys.map({ $0 }) ?? []
        where hidden[group] == nil && shown[group] == nil && isGroup(group) {
            let (low, high) = range { value(group, $0) }
            if high - low < width, isFew.contains(low), isFew.contains(high) {
                complaints.append("\(name(group)) follows: from \(low) to \(high).")
            }
        }
        for group in worlds.first?.keys.map({ $0 }) ?? [] { checkAnswers(group) }
        for (earlier, later) in series() { checkGrowth(earlier, later) }
    }

    private mutating func checkAnswers(_ answer: Group) {
        for dimension in answer.codes.keys where attributes[dimension] != nil {
            let whole = answer.with(dimension, nil)
            let margin = attributes[dimension]?.margin ?? 0
            if worlds.allSatisfy({ value(whole, $0) > 0 && value(whole, $0) - value(answer, $0) <= margin }) {
                complaints.append("All of \(name(whole)) gave the answer of \(name(answer)).")
            }
        }
    }

    private mutating func checkGrowth(_ earlier: Group, _ later: Group) {
        if isGroup(later) {
            let (low, high) = range { value(later, $0) - value(earlier, $0) }
            let few = 1..<few
            if high - low < width, few.contains(low) && few.contains(high) || few.contains(-low) && few.contains(-high)
            {
                complaints.append("\(name(later)): from \(low) to \(high) joined since \(earlier.time).")
            }
        }
        for dimension in later.codes.keys where attributes[dimension] != nil {
            let (before, after) = (earlier.with(dimension, nil), later.with(dimension, nil))
            let margin = attributes[dimension]?.margin ?? 0
            let isTold = worlds.allSatisfy { world in
                let joined = value(after, world) - value(before, world)
                return joined > 0 && joined - (value(later, world) - value(earlier, world)) <= margin
            }
            if isTold { complaints.append("All who joined \(name(after)) since \(earlier.time) gave one answer.") }
        }
    }

    private func isGroup(_ group: Group) -> Bool { group.codes.keys.allSatisfy { attributes[$0] == nil } }
    private func value(_ group: Group, _ world: [Group: Int]) -> Int { world[group] ?? 0 }

    private func range(_ quantity: ([Group: Int]) -> Int) -> (Int, Int) {
        let values = worlds.map(quantity)
        return (values.min() ?? 0, values.max() ?? 0)
    }

    private func name(_ group: Group) -> String {
        let codes = group.codes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "[\(codes.joined(separator: ", "))] of \(group.population) at \(group.time)"
    }
}
