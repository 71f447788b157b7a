/// A dense tableau of the simplex method for `maximise gain · change` where every row of changes adds up to 0, each
/// change has a lowest value and no highest, and no change at all is a solution to begin with.
///
/// Rows can be added to it afterwards. It is always feasible, which no solver library makes use of, and it does the same
/// on every machine: ties go to the column that disturbs the fewest other rows, then to the first, and no operation is
/// fused.
struct Tableau {
    private(set) var rowCount = 0
    /// The columns: one for each count, and one for each row, which keeps the multipliers.
    private(set) var width = 0
    private(set) var stride = 64
    var cells: [Double] = []
    private var reduced: [Double] = []
    var basis: [Int] = []
    var rowOf: [Int] = []
    private var multiplierColumn: [Int] = []
    /// The places of a row that are not 0: most are.
    private var pattern: [Int32] = []
    var lowest: [Double] = []
    var outside: [Int] = []
    var change: [Double] = []
    private(set) var objective = 0.0
    /// How often a dive may still go on.
    var budget = 0

    static let none = -1, multiplier = -2, frozen = -3

    mutating func begin() {
        (rowCount, width, objective) = (0, 0, 0)
        cells.removeAll(keepingCapacity: true)
        reduced.removeAll(keepingCapacity: true)
        basis.removeAll(keepingCapacity: true)
        rowOf.removeAll(keepingCapacity: true)
        multiplierColumn.removeAll(keepingCapacity: true)
        lowest.removeAll(keepingCapacity: true)
        outside.removeAll(keepingCapacity: true)
        change.removeAll(keepingCapacity: true)
    }

    mutating func addColumn(lowest: Double, gain: Double) -> Int {
        self.lowest.append(lowest)
        outside.append(0)
        change.append(0)
        reduced.append(gain)
        rowOf.append(Self.none)
        width += 1
        if width > stride { widen() }
        return width - 1
    }

    mutating func addRow() -> Int {
        multiplierColumn.append(addColumn(lowest: 0, gain: 0))
        rowOf[width - 1] = Self.multiplier
        cells.append(contentsOf: repeatElement(0, count: stride))
        basis.append(Self.none)
        rowCount += 1
        cells[(rowCount - 1) * stride + width - 1] = 1
        return rowCount - 1
    }

    private mutating func widen() {
        let wider = stride * 2
        var copy = [Double](repeating: 0, count: rowCount * wider)
        for row in 0..<rowCount {
            for column in 0..<stride { copy[row * wider + column] = cells[row * stride + column] }
        }
        (cells, stride) = (copy, wider)
    }

    mutating func set(_ row: Int, _ column: Int, _ value: Double) { cells[row * stride + column] = value }

    /// By how much the bound falls for each unit of a row.
    func multiplier(_ row: Int) -> Double { -reduced[multiplierColumn[row]] }

    /// Takes the rows from `first` on into the basis, and goes back to no change at all.
    mutating func settle(from first: Int) {
        objective = 0
        for column in 0..<width { change[column] = 0 }
        for row in first..<rowCount {
            for other in 0..<row where basis[other] >= 0 {
                let factor = cells[row * stride + basis[other]]
                if abs(factor) < 1e-9 { continue }
                for place in 0..<width {
                    let value = cells[other * stride + place]
                    if value != 0 { cells[row * stride + place] -= value * factor }
                }
            }
            var best = -1
            for column in 0..<width where rowOf[column] == Self.none && abs(cells[row * stride + column]) > 1e-6 {
                if best < 0 || outside[column] < outside[best]
                    || (outside[column] == outside[best] && lowest[column] < lowest[best])
                {
                    best = column
                }
            }
            if best >= 0 { pivot(row, best) }
        }
    }

    /// Goes up until `target` or until it is proved that there is no more. `false` when it gave up.
    mutating func maximise(target: Double) -> Bool {
        var still = 0
        for _ in 0..<(20 * width + 1000) {
            if objective >= target - 1e-9 { return true }
            guard let column = entering(first: still > 2 * rowCount + 20) else { return true }
            let step = advance(column, target)
            still = step > 1e-9 ? 0 : still + 1
        }
        return false
    }

    private func entering(first: Bool) -> Int? {
        var best: Int?
        var bestGain = 1e-9
        for column in 0..<width where rowOf[column] == Self.none {
            let gain = reduced[column]
            guard gain > 1e-9 || (gain < -1e-9 && change[column] > lowest[column] + 1e-9) else { continue }
            if first { return column }
            let size = abs(gain)
            if size > bestGain + 1e-9
                || (size > bestGain - 1e-9 && best.map { outside[column] < outside[$0] } ?? false)
            {
                (best, bestGain) = (column, size)
            }
        }
        return best
    }

    /// Changes one column as far as possible, and what is in the basis with it.
    private mutating func advance(_ column: Int, _ target: Double) -> Double {
        let direction = reduced[column] > 0 ? 1.0 : -1.0
        var step = (target - objective) / abs(reduced[column])
        var leaving = -1
        if direction < 0, change[column] - lowest[column] < step {
            step = change[column] - lowest[column]
            leaving = -2
        }
        for row in 0..<rowCount where basis[row] >= 0 {
            let slope = -cells[row * stride + column] * direction
            guard slope < -1e-7 else { continue }
            let room = (change[basis[row]] - lowest[basis[row]]) / -slope
            if room < step - 1e-9 || (room < step + 1e-9 && leaving >= 0 && basis[row] < basis[leaving]) {
                (step, leaving) = (min(step, max(0, room)), row)
            }
        }
        if step != 0 {
            for row in 0..<rowCount where basis[row] >= 0 {
                let slope = -cells[row * stride + column] * direction
                if slope != 0 { change[basis[row]] += slope * step }
            }
            change[column] += direction * step
            objective += abs(reduced[column]) * step
        }
        if leaving == -2 { change[column] = lowest[column] }
        if leaving >= 0 {
            change[basis[leaving]] = lowest[basis[leaving]]
            pivot(leaving, column)
        }
        return step
    }

    mutating func pivot(_ row: Int, _ column: Int) {
        let (width, stride, rowCount) = (width, stride, rowCount)
        if basis[row] >= 0 { rowOf[basis[row]] = Self.none }
        basis[row] = column
        rowOf[column] = row
        pattern.removeAll(keepingCapacity: true)
        cells.withUnsafeMutableBufferPointer { cells in
            let pivotRow = UnsafeMutableBufferPointer(rebasing: cells[(row * stride)..<(row * stride + width)])
            let inverse = 1 / pivotRow[column]
            for place in 0..<width where pivotRow[place] != 0 {
                if abs(pivotRow[place]) < 1e-9 {
                    pivotRow[place] = 0
                } else {
                    pivotRow[place] *= inverse
                    pattern.append(Int32(place))
                }
            }
            pattern.withUnsafeBufferPointer { pattern in
                for other in 0..<rowCount where other != row {
                    let line = UnsafeMutableBufferPointer(rebasing: cells[(other * stride)..<(other * stride + width)])
                    Self.subtract(pivotRow, line[column], from: line, at: pattern)
                }
                reduced.withUnsafeMutableBufferPointer { Self.subtract(pivotRow, $0[column], from: $0, at: pattern) }
            }
        }
    }

    private static func subtract(
        _ row: UnsafeMutableBufferPointer<Double>,
        _ factor: Double,
        from line: UnsafeMutableBufferPointer<Double>,
        at pattern: UnsafeBufferPointer<Int32>
    ) {
        if abs(factor) < 1e-9 { return }
        for place in pattern { line[Int(place)] -= row[Int(place)] * factor }
    }
}
