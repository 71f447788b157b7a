/// Asks how far a quantity can be pushed: a linear program over the rows nearby, to which rows are added only when an
/// answer breaks them. Most questions are answered by a few dozen rows, however large the tables are.
///
/// Its numbers are floating-point, but nothing depends on them: a move is rounded and counted again in whole numbers,
/// and a bound is the one that follows from multipliers that are rounded first.
struct Push {
    /// The multipliers of a bound are whole numbers of so small a part: it has all denominators up to 12.
    static let scale = 27_720
    /// Programs of more rows than this look for whole numbers twice, smaller ones five times.
    private static let large = 300

    struct Answer {
        /// A move that changes the quantity by `reached`; `nil` when none was found.
        var move: Move?
        var reached = 0
        /// Where only fractions of a company could be moved: those fractions.
        var fractions: [(count: Int32, change: Double)] = []
        /// With these rows, each so many parts, it can be proved that it goes no further than `bound` parts of a company.
        var multipliers: [(row: Int32, parts: Int)] = []
        /// `nil` when the search was given up before anything was proved.
        var bound: Int?
    }

    private var tableau = Tableau()
    private var rows: [Int32] = []
    private var inRows: [Bool]
    private var columns: [(count: Int32, place: Int)] = []
    private var columnOf: [Int32]
    private var residual: [Int]
    /// No question gets a larger program than this many rows.
    var rowLimit = Int.max

    init(_ movement: Movement) {
        inRows = Array(repeating: false, count: movement.rows.count)
        columnOf = Array(repeating: -1, count: movement.values.count)
        residual = Array(repeating: 0, count: movement.rows.count)
    }

    /// How far `quantity` can go up by at most `target`, or down when `down`.
    mutating func callAsFunction(_ quantity: Quantity, target: Int, down: Bool, in movement: Movement) -> Answer {
        defer { forget() }
        tableau.begin()
        for term in quantity.terms {
            let count = Int(term.count)
            if movement.free[count] { addColumn(count, gain: (down ? -1 : 1) * Double(term.factor), movement) }
            for place in movement.terms(ofCount: count) { include(row: movement.countRow[place]) }
        }
        if rows.count > rowLimit { return Answer() }
        var (settled, dives) = (0, 0)
        while true {
            fill(from: settled, movement)
            tableau.settle(from: settled)
            settled = rows.count
            guard tableau.maximise(target: Double(target)) else { return Answer() }
            if tableau.objective < Double(target) - 1e-7 {
                let (multipliers, bound) = proof(quantity, down ? -1 : 1, movement)
                if let bound, bound < Self.scale { return Answer(multipliers: multipliers, bound: bound) }
            }
            addBrokenRows(movement)
            if rows.count == settled {
                let answer = finish(quantity, down, movement)
                let diveLimit = rows.count > Self.large ? 2 : 5
                if answer.move != nil || dives >= diveLimit { return answer }
                let kept = quantity.terms.map { Int(columnOf[Int($0.count)]) }.filter { $0 >= 0 }
                let fractions = tableau
                var isWhole = false
                while !isWhole, dives < diveLimit {
                    tableau = fractions
                    isWhole = tableau.dive(keeping: kept, seed: dives)
                    dives += 1
                }
                if !isWhole { return answer }
                addBrokenRows(movement)
                if rows.count == settled {
                    let dived = finish(quantity, down, movement)
                    return Answer(
                        move: dived.move,
                        reached: dived.reached,
                        fractions: answer.fractions,
                        multipliers: answer.multipliers,
                        bound: answer.bound
                    )
                }
            }
            if rows.count > rowLimit { return Answer() }
        }
    }

    private mutating func finish(_ quantity: Quantity, _ down: Bool, _ movement: Movement) -> Answer {
        var answer = Answer()
        if let move = wholeMove(movement) {
            answer.move = move
            answer.reached = abs(move.change(of: quantity))
        } else {
            answer.fractions = columns.map { ($0.count, tableau.change[$0.place]) }.filter { abs($0.1) > 1e-9 }
        }
        (answer.multipliers, answer.bound) = proof(quantity, down ? -1 : 1, movement)
        return answer
    }

    private mutating func forget() {
        for row in rows { inRows[Int(row)] = false }
        for column in columns { columnOf[Int(column.count)] = -1 }
        rows.removeAll(keepingCapacity: true)
        columns.removeAll(keepingCapacity: true)
    }

    private mutating func include(row: Int32) {
        if inRows[Int(row)] { return }
        inRows[Int(row)] = true
        rows.append(row)
    }

    private mutating func addColumn(_ count: Int, gain: Double, _ movement: Movement) {
        let place = tableau.addColumn(lowest: -Double(movement.depth(count)), gain: gain)
        columnOf[count] = Int32(place)
        columns.append((Int32(count), place))
    }

    /// Adds the rows from `first` on to the tableau, with the columns they need.
    private mutating func fill(from first: Int, _ movement: Movement) {
        for row in rows[first...] {
            let place = tableau.addRow()
            for term in movement.terms(ofRow: Int(row)) {
                let count = Int(movement.rowCount[term])
                guard movement.free[count] else { continue }
                if columnOf[count] < 0 { addColumn(count, gain: 0, movement) }
                tableau.set(place, Int(columnOf[count]), Double(movement.rowSign[term]))
            }
        }
        for (count, place) in columns {
            tableau.outside[place] = movement.terms(ofCount: Int(count)).count { !inRows[Int(movement.countRow[$0])] }
        }
    }

    /// Adds the rows that the present answer breaks.
    private mutating func addBrokenRows(_ movement: Movement) {
        var touched: [Int32] = []
        for (count, place) in columns where abs(tableau.change[place]) > 1e-9 {
            let change = Int((tableau.change[place] * Double(Self.scale)).rounded())
            for term in movement.terms(ofCount: Int(count)) where !inRows[Int(movement.countRow[term])] {
                let row = movement.countRow[term]
                if residual[Int(row)] == 0 { touched.append(row) }
                residual[Int(row)] += change * Int(movement.countSign[term])
            }
        }
        for row in touched where residual[Int(row)] != 0 {
            include(row: row)
            residual[Int(row)] = 0
        }
    }

    private func wholeMove(_ movement: Movement) -> Move? {
        for factor in 1...3 {
            var move = Move(counts: [], changes: [])
            var isWhole = true
            for (count, place) in columns {
                let exact = tableau.change[place] * Double(factor)
                let whole = exact.rounded()
                guard abs(exact - whole) < 1e-6, movement.depth(Int(count)) + Int(whole) >= 0 else {
                    isWhole = false
                    break
                }
                if whole != 0 {
                    move.counts.append(count)
                    move.changes.append(Int32(whole))
                }
            }
            if isWhole { return move }
        }
        return nil
    }

    /// The bound that follows from the multipliers of the present answer, in parts, counted in whole numbers.
    private func proof(
        _ quantity: Quantity,
        _ sign: Int,
        _ movement: Movement
    ) -> (multipliers: [(row: Int32, parts: Int)], bound: Int?) {
        var multipliers: [(row: Int32, parts: Int)] = []
        for (place, row) in rows.enumerated() {
            guard abs(tableau.multiplier(place)) < 1e6 else { return ([], nil) }
            let parts = Int((tableau.multiplier(place) * Double(Self.scale)).rounded())
            if parts != 0 { multipliers.append((row, parts)) }
        }
        var bound = 0
        for (count, rest) in Self.rests(quantity, sign, multipliers, movement) where movement.free[count] {
            if rest > 0 { return (multipliers, nil) }
            bound += -rest * movement.depth(count)
        }
        return (multipliers, bound)
    }

    /// What is left of a quantity at each count after the rows are taken off, in parts, in order of the counts.
    static func rests(
        _ quantity: Quantity,
        _ sign: Int,
        _ multipliers: [(row: Int32, parts: Int)],
        _ movement: Movement
    ) -> [(count: Int, rest: Int)] {
        var rests: [(count: Int, rest: Int)] = quantity.terms.map { (Int($0.count), sign * scale * Int($0.factor)) }
        for (row, parts) in multipliers {
            for term in movement.terms(ofRow: Int(row)) {
                rests.append((Int(movement.rowCount[term]), -parts * Int(movement.rowSign[term])))
            }
        }
        rests.sort { $0.count < $1.count }
        var merged: [(count: Int, rest: Int)] = []
        for item in rests {
            if let last = merged.last, last.count == item.count {
                merged[merged.count - 1].rest += item.rest
            } else {
                merged.append(item)
            }
        }
        return merged.filter { $0.rest != 0 }
    }
}
