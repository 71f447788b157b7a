/// A world of whole numbers, and which of them nobody knows: the place where "could it be otherwise?" is asked.
///
/// `values` is one world that fits all that is known. Another one fits as well when the difference of the two is 0 in
/// every row and at everything that is known, and nothing gets below its `floor`.
struct Movement {
    /// For each count the rows it is in, and the other way round; both as one long list with a start for each.
    let rowStart: [Int], rowCount: [Int32], rowSign: [Int8]
    let countStart: [Int], countRow: [Int32], countSign: [Int8]
    var values: [Int]
    /// The lowest each could be: 0, or 1 for who knows there is one.
    var floors: [Int]
    /// Which may differ between worlds.
    var free: [Bool]

    init(rows: [[(count: Int, sign: Int)]], values: [Int], floors: [Int], free: [Bool]) {
        var (starts, counts, signs) = ([0], [Int32](), [Int8]())
        var rowsOf = [[(Int32, Int8)]](repeating: [], count: values.count)
        for (number, row) in rows.enumerated() {
            for term in row {
                counts.append(Int32(term.count))
                signs.append(Int8(term.sign))
                rowsOf[term.count].append((Int32(number), Int8(term.sign)))
            }
            starts.append(counts.count)
        }
        (rowStart, rowCount, rowSign) = (starts, counts, signs)
        var countStarts = [0]
        for rows in rowsOf { countStarts.append(countStarts[countStarts.count - 1] + rows.count) }
        countStart = countStarts
        countRow = rowsOf.flatMap { $0.map(\.0) }
        countSign = rowsOf.flatMap { $0.map(\.1) }
        self.values = values
        self.floors = floors
        self.free = free
    }

    var rows: Range<Int> { 0..<(rowStart.count - 1) }
    func terms(ofRow row: Int) -> Range<Int> { rowStart[row]..<rowStart[row + 1] }
    func terms(ofCount count: Int) -> Range<Int> { countStart[count]..<countStart[count + 1] }

    /// How far a count can go down in any world, at most.
    func depth(_ count: Int) -> Int { values[count] - floors[count] }
}

/// A sum of counts that is asked about: one count, or the difference of two.
struct Quantity: Hashable {
    var terms: [Term]

    struct Term: Hashable {
        let count: Int32
        let factor: Int32
    }

    init(_ count: Int) { terms = [Term(count: Int32(count), factor: 1)] }

    init(_ count: Int, minus other: Int) {
        terms = [Term(count: Int32(count), factor: 1), Term(count: Int32(other), factor: -1)]
    }

    init(_ terms: [(Int, Int)]) { self.terms = terms.map { Term(count: Int32($0.0), factor: Int32($0.1)) } }

    func value(in values: [Int]) -> Int { terms.reduce(0) { $0 + Int($1.factor) * values[Int($1.count)] } }
}

/// The difference between two worlds: whole numbers that are 0 in every row.
struct Move: Sendable {
    var counts: [Int32]
    var changes: [Int32]

    func change(of quantity: Quantity) -> Int {
        quantity.terms.reduce(0) { sum, term in
            counts.firstIndex(of: term.count).map { sum + Int(term.factor) * Int(changes[$0]) } ?? sum
        }
    }

    /// The move done `times` times; backward when below 0.
    func repeated(_ times: Int) -> Move { Move(counts: counts, changes: changes.map { $0 * Int32(times) }) }

    /// How often it can be done from `movement`'s world, forward and backward, at most `limit`.
    func times(_ movement: Movement, limit: Int) -> (forward: Int, backward: Int) {
        var (forward, backward) = (limit, limit)
        for (count, change) in zip(counts, changes) {
            let depth = movement.depth(Int(count))
            if change < 0 {
                forward = min(forward, depth / Int(-change))
            } else {
                backward = min(backward, depth / Int(change))
            }
        }
        return (forward, backward)
    }
}
