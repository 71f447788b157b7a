/// Which groups nobody joined for some time, as everybody can see who looks at what was published.
///
/// What such a group answered is the same all that time, and so is what any part of it answered: one number, however
/// often it is counted.
struct Stillness {
    typealias Key = CountSystem.Key

    /// How large the groups are that are shown.
    private let sizes: [Key: Int]
    /// For each moment the earlier ones of the same companies since which nobody left, the earliest first.
    private let before: [[Int32]]
    /// For each moment what its tables divide by.
    private let divisions: [[Set<Int>]]
    private let book: CodeBook

    init(
        _ moments: [(population: String, time: Int)],
        sizes: [Key: Int],
        shrinking: Set<Int32>,
        divisions: [[Set<Int>]],
        _ book: CodeBook
    ) {
        before = moments.indices.map { later in
            let earlier = moments.indices.filter { number in
                moments[number].population == moments[later].population && moments[number].time < moments[later].time
            }.sorted { moments[$0].time < moments[$1].time }
            let last = (earlier + [later]).lastIndex { shrinking.contains(Int32($0)) } ?? 0
            return earlier.dropFirst(last).map { Int32($0) }
        }
        self.sizes = sizes
        self.divisions = divisions
        self.book = book
    }

    /// `key` at the earliest moment since which it cannot have changed.
    func first(_ key: Key) -> Key {
        if before[Int(key.moment)].isEmpty { return key }
        let wholes = wholes(key.parts)
        let dimensions = Set(key.parts.map { Key.dimension($0) })
        var moment = key.moment
        while let earlier = before[Int(moment)].first(where: { earlier in
            divisions[Int(earlier)].contains { $0.isSuperset(of: dimensions) }
                && wholes.contains { parts in
                    let size = sizes[Key(moment: moment, parts: parts)]
                    return size != nil && size == sizes[Key(moment: earlier, parts: parts)]
                }
        }) {
            moment = earlier
        }
        return Key(moment: moment, parts: key.parts)
    }

    /// The groups that a group is a part of, and itself.
    private func wholes(_ parts: [Int32]) -> [[Int32]] {
        var all = [parts.filter { !book.dimensions[Key.dimension($0)].isAttribute }]
        var seen = Set(all)
        var cursor = 0
        while cursor < all.count {
            let group = Key(moment: 0, parts: all[cursor])
            for part in group.parts {
                let (dimension, code) = (Key.dimension(part), Int(Key.code(part)))
                for parents in book.dimensions[dimension].parents where parents[code] >= 0 {
                    let whole = group.replacing(dimension, with: parents[code]).parts
                    if seen.insert(whole).inserted { all.append(whole) }
                }
            }
            cursor += 1
        }
        return all
    }
}

extension CountSystem {
    /// What is known of `bundles` for good: not of the one that is being made.
    mutating func readStillness(_ bundles: [CountBundle], fresh: Int?) -> Stillness? {
        var divisions: [Int32: [Set<Int>]] = [:]
        var shrinking: Set<Int32> = []
        for table in bundles.flatMap(\.tables) {
            let moment = moment(table)
            divisions[moment, default: []].append(Set(table.dims.compactMap { book.byName[$0] }))
            if !table.grows { shrinking.insert(moment) }
        }
        guard Set(moments.map(\.population)).count < moments.count else { return nil }
        var sizes: [Key: Int] = [:]
        for (number, bundle) in bundles.enumerated() where number != fresh {
            for table in bundle.tables where table.dims.allSatisfy({ bundle.attributes[$0] == nil }) {
                let dimensions = table.dims.compactMap { book.byName[$0] }
                guard dimensions.count == table.dims.count else { continue }
                for cell in table.cells where cell.codes.count == dimensions.count {
                    guard let value = cell.value, let key = key(of: cell, dimensions, moment(table), table.id) else {
                        continue
                    }
                    sizes[key] = value
                }
            }
        }
        // What is wrong is said when the tables are read.
        problems = []
        return Stillness(
            moments,
            sizes: sizes,
            shrinking: shrinking,
            divisions: moments.indices.map { divisions[Int32($0)] ?? [] },
            book
        )
    }
}
