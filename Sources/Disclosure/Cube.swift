/// Finds moves without searching: one company more here, one fewer there, and so on for each dimension, as at the corners
/// of a cube, so that all sums stay the same.
struct Cube {
    private typealias Key = CountSystem.Key

    private let system: CountSystem
    /// For each dimension and code the ones it is a part of in any division, and itself.
    private let wholes: [[[Int32]]]
    /// For each dimension the codes that have no parts, by the code above them.
    private let leaves: [[[Int32]]]
    private var dice = Dice(0xD1B5_4A32_D192_ED03)

    init(_ system: CountSystem) {
        self.system = system
        wholes = system.book.dimensions.map { dimension in
            dimension.codes.indices.map { Self.wholes(of: Int32($0), dimension) }
        }
        leaves = zip(system.book.dimensions, wholes).map { dimension, wholes in
            var leaves = [[Int32]](repeating: [], count: dimension.codes.count)
            for code in dimension.codes.indices where dimension.children.allSatisfy({ $0[code].isEmpty }) {
                for whole in wholes[code] { leaves[Int(whole)].append(Int32(code)) }
            }
            return leaves
        }
    }

    private static func wholes(of code: Int32, _ dimension: CodeBook.Dimension) -> [Int32] {
        var all = [code]
        var cursor = 0
        while cursor < all.count {
            for parents in dimension.parents where parents[Int(all[cursor])] >= 0 {
                let parent = parents[Int(all[cursor])]
                if !all.contains(parent) { all.append(parent) }
            }
            cursor += 1
        }
        return all
    }

    /// A move that changes a count by 1, and of the others those for which `price` says least; `nil` where it did not
    /// work out. `price` is `nil` of a count that may not change. Of so many in six dimensions the sum changes as well.
    mutating func move(from count: Int, growing: Int, _ movement: Movement, price: (Int) -> Int?) -> Move? {
        var corners: [(key: Key, sign: Int32)] = [(system.keys[count], 1)]
        for dimension in system.book.dimensions.indices {
            let start = code(of: system.keys[count], dimension)
            guard let first = best(leaves[dimension][Int(start)], corners, dimension, movement, price) else { continue }
            var signs: [Int32: Int32] = [:]
            for whole in wholes[dimension][Int(first)] { signs[whole, default: 0] += 1 }
            if start != 0, dice.roll(6) >= growing {
                let others = near(first, except: start, dimension)
                guard let second = best(others, corners, dimension, movement, price, sign: -1) else { return nil }
                for whole in wholes[dimension][Int(second)] { signs[whole, default: 0] -= 1 }
            }
            let codes = signs.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            corners = corners.flatMap { corner in
                codes.compactMap { code, sign in
                    let key = corner.key.replacing(dimension, with: code)
                    return system.index[key] == nil ? nil : (key, corner.sign * sign)
                }
            }
        }
        return finish(corners, movement, price)
    }

    private func code(of key: Key, _ dimension: Int) -> Int32 {
        key.parts.first { Key.dimension($0) == dimension }.map { Key.code($0) } ?? 0
    }

    /// The codes without parts that share most with `code` and are no part of `start`.
    private func near(_ code: Int32, except start: Int32, _ dimension: Int) -> [Int32] {
        let outside = leaves[dimension][0].filter { !wholes[dimension][Int($0)].contains(start) }
        let above = Set(wholes[dimension][Int(start)].dropFirst())
        let shared = outside.map { above.intersection(wholes[dimension][Int($0)]).count }
        guard let most = shared.max() else { return [] }
        return zip(outside, shared).filter { $0.1 == most }.map(\.0)
    }

    /// Of some codes the one whose corners cost least.
    private mutating func best(
        _ codes: [Int32],
        _ corners: [(key: Key, sign: Int32)],
        _ dimension: Int,
        _ movement: Movement,
        _ price: (Int) -> Int?,
        sign: Int32 = 1
    ) -> Int32? {
        var best: (code: Int32, cost: Int)?
        let start = codes.isEmpty ? 0 : dice.roll(codes.count)
        for place in codes.indices.prefix(12) {
            let code = codes[(start + place) % codes.count]
            var cost = 0
            var isThere = false
            for corner in corners {
                guard let count = system.index[corner.key.replacing(dimension, with: code)] else { continue }
                isThere = true
                guard let own = price(count) else {
                    cost += 1_000_000
                    continue
                }
                // What goes down needs somebody, and what goes up too, if the move is to work the other way.
                cost += own + (movement.depth(count) > 0 ? 0 : corner.sign * sign < 0 ? 100_000 : 10_000)
            }
            if isThere, best.map({ cost < $0.cost }) ?? true { best = (code, cost) }
        }
        return best?.code
    }

    /// The move of these corners, with the newcomers that follow from them; `nil` when some sum does not stay the same.
    private func finish(_ corners: [(key: Key, sign: Int32)], _ movement: Movement, _ price: (Int) -> Int?) -> Move? {
        var changes: [Int: Int32] = [:]
        for corner in corners { if let count = system.index[corner.key] { changes[count, default: 0] += corner.sign } }
        for growth in system.growths {
            guard let newcomers = growth.newcomers else { continue }
            let change = (changes[growth.later] ?? 0) - (changes[growth.earlier] ?? 0)
            if change != 0 { changes[newcomers] = change }
        }
        changes = changes.filter { $0.value != 0 }
        var sums: [Int32: Int32] = [:]
        for (count, change) in changes {
            guard price(count) != nil else { return nil }
            for term in movement.terms(ofCount: count) {
                sums[movement.countRow[term], default: 0] += change * Int32(movement.countSign[term])
            }
        }
        guard sums.values.allSatisfy({ $0 == 0 }) else { return nil }
        let sorted = changes.sorted { $0.key < $1.key }
        return Move(counts: sorted.map { Int32($0.key) }, changes: sorted.map(\.value))
    }
}
