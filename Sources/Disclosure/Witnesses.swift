/// The moves that were found, so that each is looked for once: a move stays good as long as all it changes is free.
struct Witnesses {
    private var moves: [Move] = []
    private var blocked: [Int32] = []
    private var movesOf: [[Int32]]

    init(counts: Int) { movesOf = Array(repeating: [], count: counts) }

    mutating func add(_ move: Move, _ movement: Movement) {
        let number = Int32(moves.count)
        moves.append(move)
        blocked.append(Int32(move.counts.count { !movement.free[Int($0)] }))
        for count in move.counts { movesOf[Int(count)].append(number) }
    }

    /// The moves that are good at present and change one of the counts of a quantity.
    func moves(of quantity: Quantity) -> [Move] {
        quantity.terms.flatMap { term in
            movesOf[Int(term.count)].filter { blocked[Int($0)] == 0 }.map { moves[Int($0)] }
        }
    }

    /// What the moves that are good at present change, of those that change a count.
    func touched(byMovesOf count: Int) -> Set<Int32> {
        movesOf[count].reduce(into: []) { if blocked[Int($1)] == 0 { $0.formUnion(moves[Int($1)].counts) } }
    }

    /// Has to be told when a count becomes free, or no longer is.
    mutating func changed(_ count: Int, isFree: Bool) {
        for move in movesOf[count] { blocked[Int(move)] += isFree ? -1 : 1 }
    }

    /// How far a quantity can go up and down by the moves that are known; it stops looking at `room` together.
    func reach(of quantity: Quantity, room: Int, in movement: Movement) -> (up: Int, down: Int) {
        var (up, down) = (0, 0)
        for term in quantity.terms {
            for number in movesOf[Int(term.count)].reversed() where blocked[Int(number)] == 0 {
                let move = moves[Int(number)]
                let change = quantity.terms.count == 1 ? single(move, term) : move.change(of: quantity)
                if change == 0 { continue }
                let (forward, backward) = move.times(movement, limit: room)
                up = max(up, change > 0 ? forward * change : backward * -change)
                down = max(down, change > 0 ? backward * change : forward * -change)
                if up + down >= room { return (up, down) }
            }
        }
        return (up, down)
    }

    private func single(_ move: Move, _ term: Quantity.Term) -> Int {
        move.counts.firstIndex(of: term.count).map { Int(move.changes[$0]) * Int(term.factor) } ?? 0
    }
}
