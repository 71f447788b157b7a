/// Looks for a move by walking: change a count, and repair the rows that broke one by one, by the change that breaks
/// the fewest others. It finds most moves a hundred times faster than a linear program, and proves nothing.
struct Walk {
    private var change: [Int32]
    private var touched: [Int32] = []
    private var residual: [Int32]
    private var broken: [Int32] = []
    private var brokenPlace: [Int32]
    private var blockedUntil: [Int32]
    private var clock: Int32 = 0
    private var dice: Dice
    /// Counts that are not free, but may be gone through at a price; none when it is empty.
    var passable: [Bool] = []
    /// What a count that is not free costs, as so many broken rows.
    var toll: Int32 = 3

    init(_ movement: Movement, seed: Int) {
        dice = Dice(0x2545_F491_4F6C_DD1D &+ UInt64(seed) &* 0x94D0_49BB_1331_11EB)
        change = Array(repeating: 0, count: movement.values.count)
        blockedUntil = Array(repeating: 0, count: movement.values.count)
        residual = Array(repeating: 0, count: movement.rows.count)
        brokenPlace = Array(repeating: -1, count: movement.rows.count)
    }

    /// A move that changes `start` by `step` (1 or -1), in at most `steps` steps.
    mutating func callAsFunction(from start: Int, by step: Int, steps: Int, in movement: Movement) -> Move? {
        defer { forget() }
        guard movement.depth(start) + step >= 0 else { return nil }
        alter(start, Int32(step), movement)
        blockedUntil[start] = .max
        return repairAll(steps, movement)
    }

    /// A move near `fractions`, which are rounded, each up as often as its fraction says; `kept` change as they are.
    mutating func callAsFunction(
        near fractions: [(count: Int32, change: Double)],
        keeping kept: [Int32],
        steps: Int,
        in movement: Movement
    ) -> Move? {
        defer { forget() }
        for (count, exact) in fractions {
            let isKept = kept.contains(count)
            let below = (exact + 1e-6).rounded(.down)
            let isUp = isKept ? exact - below >= 0.5 : Double(dice.roll(1000)) < (exact - below) * 1000 - 1e-3
            let change = max(Int(below) + (isUp ? 1 : 0), -movement.depth(Int(count)))
            if change != 0 { alter(Int(count), Int32(change), movement) }
            if isKept { blockedUntil[Int(count)] = .max }
        }
        return repairAll(steps, movement)
    }

    private mutating func repairAll(_ steps: Int, _ movement: Movement) -> Move? {
        for _ in 0..<steps {
            guard !broken.isEmpty else { return move(movement) }
            // Of a few broken rows the one that leaves the least choice.
            var chosen: (count: Int, change: Int32, choices: Int)?
            for _ in 0..<min(3, broken.count) {
                guard let repair = repair(Int(broken[dice.roll(broken.count)]), movement) else { return nil }
                if chosen.map({ repair.choices < $0.choices }) ?? true { chosen = repair }
                if repair.choices == 1 { break }
            }
            guard let (count, change, _) = chosen else { return nil }
            clock += 1
            blockedUntil[count] = clock + 4
            alter(count, change, movement)
        }
        return broken.isEmpty ? move(movement) : nil
    }

    private mutating func repair(
        _ row: Int,
        _ movement: Movement
    ) -> (count: Int, change: Int32, choices: Int)? {
        var best: (count: Int, change: Int32)?
        var choices = 0
        var (bestScore, ties) = (Int32.max, 1)
        for term in movement.terms(ofRow: row) {
            let count = Int(movement.rowCount[term])
            let isFree = movement.free[count]
            guard isFree || (!passable.isEmpty && passable[count]), blockedUntil[count] <= clock else { continue }
            let direction: Int32 = (residual[row] > 0) == (movement.rowSign[term] > 0) ? -1 : 1
            if direction < 0, movement.depth(count) + Int(change[count]) <= 0 { continue }
            choices += 1
            var score: Int32 = change[count] == 0 ? 1 : (change[count] > 0) == (direction > 0) ? 2 : -1
            if !isFree, change[count] == 0 { score += movement.depth(count) == 0 ? 3 * toll : toll }
            for other in movement.terms(ofCount: count) {
                let now = residual[Int(movement.countRow[other])]
                score += 2 * (abs(now + direction * Int32(movement.countSign[other])) - abs(now))
            }
            if score < bestScore {
                (best, bestScore, ties) = ((count, direction), score, 1)
            } else if score == bestScore {
                ties += 1
                if dice.roll(ties) == 0 { best = (count, direction) }
            }
        }
        return best.map { ($0.count, $0.change, choices) }
    }

    private mutating func alter(_ count: Int, _ step: Int32, _ movement: Movement) {
        if change[count] == 0 { touched.append(Int32(count)) }
        change[count] += step
        for term in movement.terms(ofCount: count) {
            let row = Int(movement.countRow[term])
            residual[row] += step * Int32(movement.countSign[term])
            if residual[row] != 0, brokenPlace[row] < 0 {
                brokenPlace[row] = Int32(broken.count)
                broken.append(Int32(row))
            } else if residual[row] == 0, brokenPlace[row] >= 0, let last = broken.last {
                broken[Int(brokenPlace[row])] = last
                brokenPlace[Int(last)] = brokenPlace[row]
                broken.removeLast()
                brokenPlace[row] = -1
            }
        }
    }

    private func move(_ movement: Movement) -> Move {
        var move = Move(counts: [], changes: [])
        for count in Set(touched).sorted() where change[Int(count)] != 0 {
            move.counts.append(count)
            move.changes.append(change[Int(count)])
        }
        return move
    }

    private mutating func forget() {
        for count in touched {
            change[Int(count)] = 0
            blockedUntil[Int(count)] = 0
        }
        for row in broken {
            brokenPlace[Int(row)] = -1
            residual[Int(row)] = 0
        }
        touched.removeAll(keepingCapacity: true)
        broken.removeAll(keepingCapacity: true)
        clock = 0
    }
}
