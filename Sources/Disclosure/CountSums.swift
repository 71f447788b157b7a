/// The sums in a system of counts.
extension CountSystem {
    private struct Family: Hashable {
        let parent: Key
        let dimension: Int
        let tree: Int
    }

    /// Adds the groups that are sums of groups that are there, and a row for each parent with all its children.
    mutating func addAncestorsAndSums() {
        var families: [Family: [Int]] = [:]
        var order: [Family] = []
        var cursor = 0
        repeat {
            while cursor < groups.count {
                let key = groups[cursor]
                for part in key.parts {
                    let (dimension, code) = (Key.dimension(part), Key.code(part))
                    for (tree, parents) in book.dimensions[dimension].parents.enumerated()
                    where parents[Int(code)] >= 0 {
                        let parent = key.replacing(dimension, with: parents[Int(code)])
                        if index[parent] == nil { _ = add(parent, .derived, nil) }
                        let family = Family(parent: parent, dimension: dimension, tree: tree)
                        if families[family] == nil { order.append(family) }
                        if let count = index[key] { families[family, default: []].append(count) }
                    }
                }
                cursor += 1
            }
            for family in order {
                let children = book.dimensions[family.dimension].children[family.tree][parentCode(family)]
                guard families[family]?.count != children.count else { continue }
                for child in children {
                    let key = family.parent.replacing(family.dimension, with: child)
                    if index[key] == nil, !isKnownEmpty(key) { _ = add(key, .derived, nil) }
                }
            }
        } while cursor < groups.count
        var seen = Set<[Int]>()
        for family in order {
            guard let parent = index[family.parent] else { continue }
            let children = (families[family] ?? []).sorted()
            // A sum of what did not change is the same sum.
            if seen.insert([parent] + children).inserted { rows.append([(parent, -1)] + children.map { ($0, 1) }) }
        }
        deriveWhatFollows()
    }

    /// Whether everybody can see that there is nobody, since there is nobody in a group that it is a part of.
    private func isKnownEmpty(_ key: Key) -> Bool {
        key.parts.contains { part in
            index[key.replacing(Key.dimension(part), with: 0)].map { roles[$0] == .shown && values[$0] == 0 } ?? false
        }
    }

    private func parentCode(_ family: Family) -> Int {
        family.parent.parts.first { Key.dimension($0) == family.dimension }.map { Int(Key.code($0)) } ?? 0
    }

    /// Fills in what is the only unknown of a sum, and says which sums are wrong.
    private mutating func deriveWhatFollows() {
        var unknowns = rows.map { row in row.count { values[$0.count] == nil } }
        var rowsOf = [[Int]](repeating: [], count: keys.count)
        for (number, row) in rows.enumerated() { for term in row { rowsOf[term.count].append(number) } }
        var open = rows.indices.filter { unknowns[$0] <= 1 }
        var done = [Bool](repeating: false, count: rows.count)
        while let number = open.popLast() {
            if done[number] { continue }
            done[number] = true
            let rest = rows[number].reduce(0) { $0 + $1.sign * (values[$1.count] ?? 0) }
            guard let unknown = rows[number].first(where: { values[$0.count] == nil }) else {
                if rest != 0, let parent = rows[number].first, let value = values[parent.count] {
                    problems.append(.totalDiffers(name(parent.count), value: value, sum: value + rest))
                }
                continue
            }
            // What is hidden in an earlier publication is not known here, even where its sum gives it away.
            let value = -unknown.sign * rest
            if value < 0 { problems.append(.impossible(name(unknown.count))) }
            values[unknown.count] = max(0, value)
            for other in rowsOf[unknown.count] {
                unknowns[other] -= 1
                if unknowns[other] <= 1, !done[other] { open.append(other) }
            }
        }
    }

    /// Adds the newcomers between two times of each group that is counted at both.
    mutating func addGrowth(_ bundles: [CountBundle]) {
        var shrinking = Set<String>()
        for table in bundles.flatMap(\.tables) where !table.grows {
            shrinking.insert("\(table.population) \(table.time)")
        }
        var series: [Key: [Int]] = [:]
        var order: [Key] = []
        var populations: [String] = []
        for group in groups {
            guard let count = index[group] else { continue }
            let moment = moments[Int(group.moment)]
            let population = populations.firstIndex(of: moment.population) ?? populations.count
            if population == populations.count { populations.append(moment.population) }
            let key = Key(moment: Int32(population), parts: group.parts)
            if series[key] == nil { order.append(key) }
            if series[key]?.contains(count) != true { series[key, default: []].append(count) }
        }
        for key in order {
            guard let counts = series[key], counts.count > 1 else { continue }
            let sorted = counts.sorted { moments[Int(keys[$0].moment)].time < moments[Int(keys[$1].moment)].time }
            for (place, later) in sorted.enumerated().dropFirst() {
                for earlier in sorted[..<place].dropLast() { growths.append((earlier, later, nil)) }
                let earlier = sorted[place - 1]
                let moment = moments[Int(keys[later].moment)]
                guard !shrinking.contains("\(moment.population) \(moment.time)") else {
                    growths.append((earlier, later, nil))
                    continue
                }
                addNewcomers(earlier, later)
            }
        }
    }

    private mutating func addNewcomers(_ earlier: Int, _ later: Int) {
        var value: Int?
        if let before = values[earlier], let after = values[later] {
            value = after - before
            if after < before { problems.append(.shrinks(name(later), from: before, to: after)) }
        }
        let newcomers = keys.count
        keys.append(Key(moment: -1 - Int32(newcomers), parts: keys[later].parts))
        roles.append(.growth)
        values.append(value.map { max(0, $0) })
        places.append([])
        growths.append((earlier, later, newcomers))
        rows.append([(later, -1), (earlier, 1), (newcomers, 1)])
    }
}
