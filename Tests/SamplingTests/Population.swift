import Sampling

/// An invented province: municipalities, sectors, sizes and membership of very unequal parts, not independent.
struct Population {
    var municipality: [Int] = []
    var sector: [Int] = []
    var size: [Int] = []
    var member: [Int] = []

    init(count: Int, municipalities: Int = 4, seed: UInt64) {
        var random = SampleRandom(seed: seed)
        for _ in 0..<count {
            let place = min(random.below(municipalities), random.below(municipalities))
            let trade = min(random.below(6), random.below(6))
            municipality.append(place)
            sector.append(trade)
            size.append(min(3, random.below(4) * (trade < 2 ? 1 : 2) / 2))
            member.append(random.below(10) < 7 ? 0 : 1)
        }
    }

    /// Expected numbers in proportion, the first division in whole numbers.
    func divisions(total: Int) -> [Division] {
        let all = [municipality, sector, size, member]
        return all.enumerated().map { index, parts in
            var sizes = Array(repeating: 0.0, count: (parts.max() ?? 0) + 1)
            for part in parts { sizes[part] += 1 }
            let shares = sizes.map { $0 * Double(total) / Double(parts.count) }
            guard index == 0 else { return Division(parts: parts, targets: shares) }
            let counts = Allocation.proportional(total, weights: sizes, available: sizes.map { Int($0) }).counts
            return Division(parts: parts, targets: counts.map(Double.init))
        }
    }
}

extension Selection {
    func counts(_ division: Division) -> [Int] {
        var counts = Array(repeating: 0, count: division.targets.count)
        for (unit, part) in division.parts.enumerated() where isDrawn[unit] { counts[part] += 1 }
        return counts
    }
}
