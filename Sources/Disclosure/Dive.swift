/// From fractions to whole numbers.
extension Tableau {
    /// About how many numbers a dive may change.
    private static let effort = 200_000_000

    /// Makes all changes whole, one by one in an order that `seed` chooses, each to the nearest whole number that is
    /// possible, and leaves `kept` as they are. `false` when it gets stuck.
    mutating func dive(keeping kept: [Int], seed: Int) -> Bool {
        budget = max(40, min(1000, Self.effort / (rowCount * width + 1)))
        for column in kept where !drive(column, to: change[column].rounded()) { return false }
        for column in kept { freeze(column) }
        while let column = mostNearlyWhole(seed) {
            let near = change[column].rounded()
            let far = change[column] > near ? near + 1 : near - 1
            guard drive(column, to: near) || (far >= lowest[column] && drive(column, to: far)) else { return false }
            freeze(column)
        }
        return true
    }

    private func mostNearlyWhole(_ seed: Int) -> Int? {
        var best: Int?
        var bestDistance = 1.0
        for column in 0..<width where rowOf[column] >= Self.none {
            var distance = abs(change[column] - change[column].rounded())
            guard distance > 1e-6 else { continue }
            // Other orders find other whole numbers.
            if seed > 0 { distance += Double((column &* 7919 &* seed) % 101) / 202 }
            if distance < bestDistance - 1e-9 { (best, bestDistance) = (column, distance) }
        }
        return best
    }

    /// A column that is frozen never changes again.
    private mutating func freeze(_ column: Int) {
        let row = rowOf[column]
        if row >= 0 {
            let other = (0..<width).first { rowOf[$0] == Self.none && abs(cells[row * stride + $0]) > 1e-6 }
            guard let other else { return }
            pivot(row, other)
        }
        if rowOf[column] == Self.none { rowOf[column] = Self.frozen }
    }

    /// Changes a column to `goal`, and others with it. `false` when that is not possible.
    private mutating func drive(_ column: Int, to goal: Double) -> Bool {
        if rowOf[column] < Self.none { return abs(change[column] - goal) < 1e-6 }
        for attempt in 0..<100 {
            budget -= 1
            if budget < 0 { return false }
            let rest = goal - change[column]
            if abs(rest) < 1e-7 {
                change[column] = goal
                return true
            }
            if rowOf[column] == Self.none {
                move(column, rest > 0 ? 1 : -1, atMost: abs(rest), towards: nil)
                continue
            }
            let row = rowOf[column]
            guard let (entering, direction) = helper(row, upward: rest > 0, first: attempt > 30) else { return false }
            let most = abs(rest / cells[row * stride + entering])
            move(entering, direction, atMost: most, towards: row)
        }
        return false
    }

    /// A column that pushes the basic column of `row` up or down.
    private func helper(_ row: Int, upward: Bool, first: Bool) -> (column: Int, direction: Double)? {
        var best: (column: Int, direction: Double)?
        var bestSize = 1e-6
        for column in 0..<width where rowOf[column] == Self.none {
            let slope = cells[row * stride + column]
            guard abs(slope) > bestSize else { continue }
            let direction = (slope < 0) == upward ? 1.0 : -1.0
            if direction < 0, change[column] <= lowest[column] + 1e-9 { continue }
            (best, bestSize) = ((column, direction), abs(slope) + 1e-9)
            if first { return best }
        }
        return best
    }

    /// Moves a column that is not in the basis, at most so far, and what is in the basis with it. When it gets that far
    /// it takes the place of the column of `goalRow`.
    private mutating func move(_ column: Int, _ direction: Double, atMost most: Double, towards goalRow: Int?) {
        var step = most
        var leaving = goalRow ?? -1
        if direction < 0, change[column] - lowest[column] < step {
            (step, leaving) = (change[column] - lowest[column], -1)
        }
        for row in 0..<rowCount where basis[row] >= 0 && row != goalRow {
            let slope = -cells[row * stride + column] * direction
            guard slope < -1e-7 else { continue }
            let room = (change[basis[row]] - lowest[basis[row]]) / -slope
            if room < step - 1e-9 { (step, leaving) = (max(0, room), row) }
        }
        for row in 0..<rowCount where basis[row] >= 0 {
            let slope = -cells[row * stride + column] * direction
            if slope != 0 { change[basis[row]] += slope * step }
        }
        change[column] += direction * step
        if leaving >= 0 {
            if leaving != goalRow { change[basis[leaving]] = lowest[basis[leaving]] }
            pivot(leaving, column)
        }
    }
}
