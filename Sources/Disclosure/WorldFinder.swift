/// Finds a world: whole numbers, none below 0, that fit everything that is known.
struct WorldFinder {
    let system: CountSystem

    /// `system`'s values, filled in where they are not known. Nothing but what is published decides how.
    func world() throws -> [Int] {
        try search(rowLimit: .max) { throw DisclosureProblems(problems: [.impossible($0)]) }
    }

    /// The same, but `nil` when it would take long.
    func quickWorld() -> [Int]? {
        struct Slow: Error {}
        return try? search(rowLimit: Prover.rowLimit) { _ in throw Slow() }
    }

    private func search(rowLimit: Int, giveUp: (String) throws -> Never) throws -> [Int] {
        let guess = guess()
        var rows = system.rows
        var values = guess
        var free = system.values.indices.map { isOpen($0) }
        // What a row is short of is a count of its own, which then is brought down to 0.
        var slacks: [(slack: Int, row: Int)] = []
        for row in rows.indices {
            let sum = rows[row].reduce(0) { $0 + $1.sign * guess[$1.count] }
            guard sum != 0 else { continue }
            rows[row].append((values.count, sum > 0 ? -1 : 1))
            slacks.append((values.count, row))
            values.append(abs(sum))
            free.append(true)
        }
        if slacks.isEmpty { return values }
        var examiner = Examiner(
            Movement(rows: rows, values: values, floors: Array(repeating: 0, count: values.count), free: free)
        )
        examiner.rowLimit = rowLimit
        for (slack, _) in slacks {
            while examiner.movement.values[slack] > 0, let move = examiner.walkDown(slack, tries: 4, steps: 1000) {
                examiner.apply(move)
            }
            if examiner.movement.values[slack] == 0 { examiner.setFree(slack, false) }
        }
        examiner.lowerTogether(slacks.map(\.slack))
        for (slack, row) in slacks {
            while examiner.movement.values[slack] > 0 {
                if let move = examiner.lower(slack) ?? (rowLimit == .max ? examiner.lowerAfterShaking(slack) : nil) {
                    examiner.apply(move)
                } else {
                    try giveUp(system.name(rows[row][0].count))
                }
            }
            examiner.setFree(slack, false)
        }
        return Array(examiner.movement.values.prefix(guess.count))
    }

    private func isOpen(_ count: Int) -> Bool {
        system.values[count] == nil || [.hidden, .derived, .growth].contains(system.roles[count])
    }

    /// A first guess: the most even numbers that fit, found by iterative proportional fitting, and rounded.
    private func guess() -> [Int] {
        var values = system.values.map { $0.map { Double($0) } ?? 0 }
        let isKnown = system.values.map { $0 != nil }
        for count in values.indices where !isKnown[count] { values[count] = 1 }
        let rows = system.rows.filter { $0.contains { !isKnown[$0.count] } }
        for _ in 0..<300 {
            var worst = 0.0
            for row in rows {
                var (sums, fixed) = ((above: 0.0, below: 0.0), 0.0)
                for term in row {
                    if isKnown[term.count] {
                        fixed += Double(term.sign) * values[term.count]
                    } else if term.sign > 0 {
                        sums.below += values[term.count]
                    } else {
                        sums.above += values[term.count]
                    }
                }
                worst = max(worst, abs(sums.below - sums.above + fixed))
                let factor = Self.factor(sums.below, sums.above, fixed)
                for term in row where !isKnown[term.count] {
                    values[term.count] *= term.sign > 0 ? factor : 1 / factor
                }
            }
            if worst < 0.05 { break }
        }
        return values.indices.map { isKnown[$0] ? system.values[$0] ?? 0 : Int(values[$0].rounded()) }
    }

    /// By what to multiply `below`, and divide `above`, so that `below - above + fixed` becomes 0.
    private static func factor(_ below: Double, _ above: Double, _ fixed: Double) -> Double {
        let factor =
            below > 1e-9
            ? (-fixed + (fixed * fixed + 4 * below * above).squareRoot()) / (2 * below)
            : fixed > 1e-9 ? above / fixed : 1
        return min(1e3, max(1e-3, factor))
    }
}

extension Examiner {
    /// A move that lowers a count.
    mutating func lower(_ count: Int) -> Move? {
        if let move = walkDown(count, tries: 3, steps: 1000) { return move }
        return pushDown(count)
    }

    /// Goes elsewhere until there is a move that lowers a count: whole numbers can be in each other's way.
    mutating func lowerAfterShaking(_ count: Int) -> Move? {
        for attempt in 1...400 {
            shake(attempt)
            if let move = walkDown(count, tries: 3, steps: 2000) { return move }
            if attempt % 8 == 0, let move = pushDown(count) { return move }
        }
        return nil
    }

    /// Goes to the world a move leads to.
    mutating func apply(_ move: Move) {
        for (count, change) in zip(move.counts, move.changes) { movement.values[Int(count)] += Int(change) }
    }
}
