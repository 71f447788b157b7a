/// A sample whose totals are those of the population: the cube method (Deville and Tillé 2004).
///
/// Every unit has the inclusion probability that was asked, and each constraint holds exactly while that is possible at
/// all. The walk keeps a basis of undecided units, as the simplex method does, so a step costs the square of the number
/// of constraints and not the cube; and where the constraints are counts over two divisions, its end is a whole-number
/// corner, which is controlled rounding (Cox 1987).
public struct BalancedDraw {
    /// A unit's part in the constraints: which ones, and how much.
    public typealias Column = [(row: Int, value: Double)]

    private let rows: Int
    private var random: SampleRandom
    /// Rows of the inverse of the basis.
    private var inverse: [Double]
    private var basis: [Member]
    private var values: [Double]
    private var columns: [Column]
    private var pivots = 0

    private enum Member {
        /// Nothing has come in its place yet; it may not move.
        case artificial
        case unit(Int)
        /// A constraint that was let go.
        case slack(Int)
    }

    /// For each unit whether it was drawn. `probabilities` of inclusion are 0 to 1; `columns` say what each unit adds to
    /// each of `rows` constraints, of which the first are kept the longest.
    public static func draw(
        probabilities: [Double],
        columns: [Column],
        rows: Int,
        using random: inout SampleRandom
    ) -> [Bool] {
        precondition(probabilities.count == columns.count)
        var draw = BalancedDraw(values: probabilities, columns: columns, rows: rows, random: random)
        draw.meetTwins()
        draw.fly()
        draw.land()
        random = draw.random
        return draw.values.map { $0 > 0.5 }
    }

    private init(values: [Double], columns: [Column], rows: Int, random: SampleRandom) {
        self.values = values
        self.columns = columns
        self.rows = rows
        self.random = random
        inverse = Array(repeating: 0, count: rows * rows)
        for row in 0..<rows { inverse[row * rows + row] = 1 }
        basis = Array(repeating: .artificial, count: rows)
    }

    private func isDecided(_ value: Double) -> Bool { value < Self.tiny || value > 1 - Self.tiny }

    private static let tiny = 1e-9
    /// What is smaller is zero but for rounding.
    private static let zero = 1e-8

    // MARK: The flight

    /// Units with the same column can only move against each other, whatever else happens: what one wins the other
    /// loses, until one of the two is decided (the pivotal method, Deville and Tillé 1998). One for each column is left.
    private mutating func meetTwins() {
        var left: [[UInt64]: Int] = [:]
        for unit in random.permutation(values.count) where !isDecided(values[unit]) {
            let key = columns[unit].flatMap { [UInt64(bitPattern: Int64($0.row)), $0.value.bitPattern] }
            guard let other = left[key] else {
                left[key] = unit
                continue
            }
            meet(unit, other)
            left[key] = [unit, other].first { !isDecided(values[$0]) }
        }
    }

    private mutating func meet(_ a: Int, _ b: Int) {
        let sum = values[a] + values[b]
        if sum <= 1 {
            let aWins = random.unit() * sum < values[a]
            (values[a], values[b]) = aWins ? (sum, 0) : (0, sum)
        } else {
            let aWins = random.unit() * (2 - sum) < 1 - values[b]
            (values[a], values[b]) = aWins ? (1, sum - 1) : (sum - 1, 1)
        }
    }

    private mutating func fly() {
        for unit in random.permutation(values.count) where !isDecided(values[unit]) {
            let direction = solved(columns[unit])
            guard let place = artificialPlace(direction) ?? step(direction, entering: unit) else { continue }
            pivot(direction, at: place, with: .unit(unit))
        }
    }

    /// One constraint less at a time, the last one first, until everything is decided.
    private mutating func land() {
        for row in stride(from: rows - 1, through: 0, by: -1) {
            guard basis.contains(where: { if case .unit = $0 { true } else { false } }) else { return }
            let direction = solved([(row, 1)])
            guard let place = artificialPlace(direction) ?? step(direction, entering: nil) else { continue }
            pivot(direction, at: place, with: .slack(row))
        }
    }

    private func artificialPlace(_ direction: [Double]) -> Int? {
        var best: Int?
        for place in 0..<rows {
            guard case .artificial = basis[place], abs(direction[place]) > Self.zero else { continue }
            if best.map({ abs(direction[place]) > abs(direction[$0]) }) ?? true { best = place }
        }
        return best
    }

    /// Moves along what the constraints leave free, one way or the other by chance, so far that a unit is decided; the
    /// chance is such that on average nobody moves. The place of who left the basis; `nil` when the entering unit
    /// itself was decided.
    private mutating func step(_ direction: [Double], entering unit: Int?) -> Int? {
        var up = Double.infinity
        var down = Double.infinity
        var upPlace: Int?
        var downPlace: Int?
        if let unit {
            up = 1 - values[unit]
            down = values[unit]
        }
        for place in 0..<rows {
            guard case .unit(let other) = basis[place] else { continue }
            let slope = -direction[place]
            guard abs(slope) > Self.zero else { continue }
            let toOne = (1 - values[other]) / abs(slope)
            let toZero = values[other] / abs(slope)
            let (ahead, behind) = slope > 0 ? (toOne, toZero) : (toZero, toOne)
            if ahead < up { (up, upPlace) = (ahead, place) }
            if behind < down { (down, downPlace) = (behind, place) }
        }
        guard up.isFinite, down.isFinite else { return nil }
        let goesUp = random.unit() * (up + down) < down
        let (length, place) = goesUp ? (up, upPlace) : (-down, downPlace)
        for index in 0..<rows {
            guard case .unit(let other) = basis[index], abs(direction[index]) > Self.zero else { continue }
            values[other] = min(1, max(0, values[other] - length * direction[index]))
        }
        if let unit { values[unit] = min(1, max(0, values[unit] + length)) }
        if let place, case .unit(let other) = basis[place] {
            // The one that was stepped to is there, and not nearly there.
            values[other] = values[other] < 0.5 ? 0 : 1
        } else if let unit {
            values[unit] = values[unit] < 0.5 ? 0 : 1
        }
        return place
    }

    // MARK: The basis

    /// The inverse of the basis times the column.
    private func solved(_ column: Column) -> [Double] {
        var result = Array(repeating: 0.0, count: rows)
        inverse.withUnsafeBufferPointer { inverse in
            for (row, value) in column {
                for place in 0..<rows { result[place] += inverse[place * rows + row] * value }
            }
        }
        return result
    }

    private mutating func pivot(_ direction: [Double], at place: Int, with member: Member) {
        basis[place] = member
        pivots += 1
        if pivots.isMultiple(of: 256), refactor() { return }
        let rows = rows
        inverse.withUnsafeMutableBufferPointer { inverse in
            let scale = 1 / direction[place]
            for row in 0..<rows { inverse[place * rows + row] *= scale }
            for other in 0..<rows where other != place {
                let factor = direction[other]
                guard factor != 0 else { continue }
                for row in 0..<rows { inverse[other * rows + row] -= factor * inverse[place * rows + row] }
            }
        }
    }

    /// The inverse from the beginning, so that rounding does not pile up.
    private mutating func refactor() -> Bool {
        var matrix = Array(repeating: 0.0, count: rows * rows)
        for (place, member) in basis.enumerated() {
            switch member {
            case .artificial: matrix[place * rows + place] = 1
            case .slack(let row): matrix[row * rows + place] = 1
            case .unit(let unit): for (row, value) in columns[unit] { matrix[row * rows + place] = value }
            }
        }
        guard let inverted = inverted(matrix, rows) else { return false }
        inverse = inverted
        return true
    }
}

/// By Gauss and Jordan with row exchanges; `nil` for a matrix without an inverse.
func inverted(_ matrix: [Double], _ size: Int) -> [Double]? {
    var left = matrix
    var right = Array(repeating: 0.0, count: size * size)
    for row in 0..<size { right[row * size + row] = 1 }
    for column in 0..<size {
        let best = (column..<size).max { abs(left[$0 * size + column]) < abs(left[$1 * size + column]) }
        guard let best, abs(left[best * size + column]) > 1e-12 else { return nil }
        if best != column {
            for k in 0..<size {
                left.swapAt(best * size + k, column * size + k)
                right.swapAt(best * size + k, column * size + k)
            }
        }
        let scale = 1 / left[column * size + column]
        for k in 0..<size {
            left[column * size + k] *= scale
            right[column * size + k] *= scale
        }
        for row in 0..<size where row != column {
            let factor = left[row * size + column]
            guard factor != 0 else { continue }
            for k in 0..<size {
                left[row * size + k] -= factor * left[column * size + k]
                right[row * size + k] -= factor * right[column * size + k]
            }
        }
    }
    return right
}
