/// One way in which a population is divided, such as by municipality or by size, with how many the sample should have
/// of each part.
public struct Division: Equatable, Sendable {
    /// The part of each unit: an index in `targets`.
    public var parts: [Int]
    /// How many of each part the sample should have; need not be whole numbers.
    public var targets: [Double]

    /// Every part has to have a target.
    public init(parts: [Int], targets: [Double]) {
        precondition(parts.allSatisfy { targets.indices.contains($0) })
        self.parts = parts
        self.targets = targets
    }

    /// How many units there are of each part.
    public var sizes: [Int] {
        var sizes = Array(repeating: 0, count: targets.count)
        for part in parts { sizes[part] += 1 }
        return sizes
    }

    /// Targets that bring a sample that grows over rounds closer to the population: what each part should have of all
    /// together, less what it has. What is not needed anywhere is divided over the parts that lack most.
    ///
    /// `population` are the sizes of the parts, `before` how many of each were taken in earlier rounds, `total` how many
    /// are to be added.
    public static func shortfall(population: [Double], before: [Double], total: Double) -> [Double] {
        precondition(population.count == before.count)
        let all = population.reduce(0, +)
        guard all > 0, total > 0 else { return population.map { _ in 0 } }
        let goal = before.reduce(0, +) + total
        let lacking = population.indices.map { max(0, population[$0] / all * goal - before[$0]) }
        let sum = lacking.reduce(0, +)
        // A part that has too many already leaves too little for the others: they share the pain.
        return lacking.map { $0 * total / sum }
    }

    /// The targets that can be met: none above the number of units, what is over divided among the other parts.
    func capped(total: Double) -> [Double] {
        let sizes = sizes
        var result = targets
        var isFull = Array(repeating: false, count: targets.count)
        while true {
            let full = result.indices.filter { isFull[$0] }.map { result[$0] }.reduce(0, +)
            let open = targets.indices.filter { !isFull[$0] }
            let sum = open.map { targets[$0] }.reduce(0, +)
            guard sum > 0 else { break }
            for part in open { result[part] = targets[part] * (total - full) / sum }
            let over = open.filter { result[$0] > Double(sizes[$0]) + 1e-9 }
            if over.isEmpty { break }
            for part in over {
                result[part] = Double(sizes[part])
                isFull[part] = true
            }
        }
        return result
    }

    /// What cannot be done as asked; less than half a unit is not a thing to say.
    var remarks: [Allocation.Remark] {
        let sizes = sizes
        return targets.indices.compactMap { part in
            let asked = Int(targets[part].rounded())
            guard asked > sizes[part] else { return nil }
            return .init(
                stratum: part,
                kind: sizes[part] == 0 ? .empty : .short(asked: asked, available: sizes[part])
            )
        }
    }
}
