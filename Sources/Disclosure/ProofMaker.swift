/// Puts the moves an attack found together into few worlds.
struct ProofMaker {
    private let examiner: Examiner
    private let base: [Int]

    init(_ examiner: Examiner, base: [Int]) {
        self.examiner = examiner
        self.base = base
    }

    /// Worlds in which each of `demands` is met.
    func worlds(for demands: [Demand]) -> [[Int]] {
        var worlds = [base]
        var low = demands.map { $0.quantity.value(in: base) }
        var high = low
        var open = demands.indices.filter { !demands[$0].isMet(from: low[$0], to: high[$0]) }
        while !open.isEmpty {
            var world = base
            for number in open {
                for move in examiner.witnesses.best(demands[number].quantity, need(demands[number]), examiner.movement)
                {
                    let trial = Self.adding(move, to: world)
                    guard let trial else { continue }
                    let value = demands[number].quantity.value(in: trial)
                    let isWider = value < low[number] || value > high[number]
                    guard isWider,
                        abs(value - low[number]) >= abs(demands[number].quantity.value(in: world) - low[number])
                    else { continue }
                    world = trial
                    break
                }
            }
            if world == base { break }
            worlds.append(world)
            for number in demands.indices {
                let value = demands[number].quantity.value(in: world)
                (low[number], high[number]) = (min(low[number], value), max(high[number], value))
            }
            open = open.filter { !demands[$0].isMet(from: low[$0], to: high[$0]) }
        }
        return worlds + alone(open.map { demands[$0] })
    }

    private func alone(_ demands: [Demand]) -> [[Int]] {
        var worlds: [[Int]] = []
        for demand in demands {
            for move in examiner.witnesses.best(demand.quantity, need(demand), examiner.movement) {
                if let world = Self.adding(move, to: base) { worlds.append(world) }
            }
        }
        return worlds
    }

    private func need(_ demand: Demand) -> Int {
        switch demand.need {
        case .room(let room): room
        case .atLeast(let least): max(1, least - demand.quantity.value(in: base))
        }
    }

    private static func adding(_ move: Move, to world: [Int]) -> [Int]? {
        var world = world
        for (count, change) in zip(move.counts, move.changes) {
            world[Int(count)] += Int(change)
            if world[Int(count)] < 0 { return nil }
        }
        return world
    }
}

extension Witnesses {
    /// The moves that take a quantity furthest up and furthest down, as often as they can be done up to `room`.
    func best(_ quantity: Quantity, _ room: Int, _ movement: Movement) -> [Move] {
        var (up, down): ((Int, Move)?, (Int, Move)?)
        for move in moves(of: quantity) {
            let change = move.change(of: quantity)
            if change == 0 { continue }
            let (forward, backward) = move.times(movement, limit: room)
            let rise = change > 0 ? forward : -backward
            let fall = change > 0 ? -backward : forward
            if rise * change > (up?.0 ?? 0) { up = (rise * change, move.repeated(rise)) }
            if -fall * change > (down?.0 ?? 0) { down = (-fall * change, move.repeated(fall)) }
        }
        return [up?.1, down?.1].compactMap { $0 }
    }
}
