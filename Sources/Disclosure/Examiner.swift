/// Where "could it be otherwise?" is answered: by a move that is known, by a walk, and else by a linear program.
struct Examiner {
    enum Verdict {
        case open
        /// It cannot be otherwise, and why; with the lowest and highest it can be.
        case closed(upward: Push.Answer, downward: Push.Answer, lowest: Int, highest: Int)
        /// Not known: the programs would be too large, or only fractions of a company could be moved. Then there are
        /// answers, which say of what more would help.
        case undecided([Push.Answer])
    }

    var movement: Movement
    private var push: Push
    private var walk: Walk
    var witnesses: Witnesses

    init(_ movement: Movement, seed: Int = 0) {
        self.movement = movement
        push = Push(movement)
        walk = Walk(movement, seed: seed)
        witnesses = Witnesses(counts: movement.values.count)
    }

    mutating func setFree(_ count: Int, _ isFree: Bool) {
        guard movement.free[count] != isFree else { return }
        movement.free[count] = isFree
        witnesses.changed(count, isFree: isFree)
    }

    /// Programs of more than so many rows are not tried.
    var rowLimit: Int {
        get { push.rowLimit }
        set { push.rowLimit = newValue }
    }

    /// Whether what `demand` asks for is there.
    mutating func examine(_ demand: Demand, rowLimit: Int = .max) -> Verdict {
        push.rowLimit = rowLimit
        switch demand.need {
        case .room(let room): return examine(demand.quantity, room: room)
        case .atLeast(let least):
            let target = least - demand.quantity.value(in: movement.values)
            return target <= 0 ? .open : examine(demand.quantity, upTo: target)
        }
    }

    /// Whether the moves that are known are enough for a demand.
    func isKnown(_ demand: Demand) -> Bool {
        switch demand.need {
        case .room(let room):
            let (up, down) = witnesses.reach(of: demand.quantity, room: room, in: movement)
            return up + down >= room
        case .atLeast(let least):
            let target = least - demand.quantity.value(in: movement.values)
            return target <= 0 || witnesses.reach(of: demand.quantity, room: target, in: movement).up >= target
        }
    }

    private mutating func examine(_ quantity: Quantity, upTo target: Int) -> Verdict {
        if witnesses.reach(of: quantity, room: target, in: movement).up >= target { return .open }
        if walkFinds(quantity, target, { $0.up >= target }) { return .open }
        let answer = ask(quantity, target, down: false)
        if let move = answer.move {
            witnesses.add(move, movement)
            if answer.reached >= target { return .open }
        }
        guard let bound = answer.bound, bound < target * Push.scale else {
            return .undecided(answer.multipliers.isEmpty ? [] : [answer])
        }
        let value = quantity.value(in: movement.values)
        return .closed(upward: answer, downward: Push.Answer(), lowest: value, highest: value + bound / Push.scale)
    }

    private mutating func examine(_ quantity: Quantity, room: Int) -> Verdict {
        var (up, down) = witnesses.reach(of: quantity, room: room, in: movement)
        if up + down >= room { return .open }
        if walkFinds(quantity, room, { $0.up + $0.down >= room }) { return .open }
        var (upward, downward) = (Push.Answer(), Push.Answer())
        // Half of the room in each direction is the easiest to find; only where one has too little is more asked of the
        // other.
        let half = (room + 1) / 2
        for (isDown, wanted) in [(false, half), (true, half), (false, room), (true, room)] {
            var target = min(wanted, room - (isDown ? up : down))
            if isDown, quantity.terms.count == 1 {
                let depth = movement.depth(Int(quantity.terms[0].count))
                // Nobody has to look how far it can go down below nothing.
                if target >= depth { (target, downward) = (depth, Push.Answer(bound: depth * Push.scale)) }
            }
            if (isDown ? down : up) >= target { continue }
            let answer = ask(quantity, target, down: isDown)
            if isDown { downward = answer } else { upward = answer }
            guard let move = answer.move else {
                if answer.multipliers.isEmpty, answer.bound == nil, answer.fractions.isEmpty { return .undecided([]) }
                continue
            }
            witnesses.add(move, movement)
            (up, down) = witnesses.reach(of: quantity, room: room, in: movement)
            if up + down >= room { return .open }
        }
        guard let above = upward.bound, let below = downward.bound, above + below < room * Push.scale else {
            return .undecided(
                [upward, downward].filter { !$0.multipliers.isEmpty }.count < 2 ? [] : [upward, downward]
            )
        }
        let value = quantity.value(in: movement.values)
        return .closed(
            upward: upward,
            downward: downward,
            lowest: value - below / Push.scale,
            highest: value + above / Push.scale
        )
    }

    /// Asks a linear program, and where it moves fractions of companies looks for whole ones nearby.
    private mutating func ask(_ quantity: Quantity, _ target: Int, down: Bool) -> Push.Answer {
        var answer = push(quantity, target: target, down: down, in: movement)
        guard answer.move == nil, !answer.fractions.isEmpty else { return answer }
        for _ in 0..<8 {
            let kept = quantity.terms.map(\.count)
            guard let move = walk(near: answer.fractions, keeping: kept, steps: 1500, in: movement) else { continue }
            let change = move.change(of: quantity)
            if down ? change < 0 : change > 0 {
                (answer.move, answer.reached) = (move, abs(change))
                return answer
            }
        }
        return answer
    }

    /// Whether walking finds what `demand` asks for.
    mutating func walkFinds(_ demand: Demand) -> Bool {
        switch demand.need {
        case .room(let room): return walkFinds(demand.quantity, room) { $0.up + $0.down >= room }
        case .atLeast(let least):
            let target = least - demand.quantity.value(in: movement.values)
            return target <= 0 || walkFinds(demand.quantity, target) { $0.up >= target }
        }
    }

    /// A move that gives `demand` more of the room it lacks, also by counts that are not free but have a price: the one that
    /// costs least for what it gives.
    ///
    /// `passable` are those that are free or have a price.
    mutating func route(
        _ demand: Demand,
        through passable: [Bool],
        _ cube: inout Cube,
        price: (Int) -> Int?
    ) -> Move? {
        let wanted = demand.lack(in: movement)
        let (up, down) = witnesses.reach(of: demand.quantity, room: wanted, in: movement)
        var best: (move: Move, price: Int)?
        func consider(_ move: Move) {
            let change = move.change(of: demand.quantity)
            let (forward, backward) = move.times(movement, limit: wanted)
            let (rise, fall) =
                change > 0 ? (forward * change, backward * change) : (-backward * change, -forward * change)
            let gained =
                switch demand.need {
                case .room: min(wanted, max(up, rise) + max(down, fall)) - up - down
                case .atLeast: min(wanted, max(up, rise)) - up
                }
            guard gained > 0 else { return }
            let cost = move.counts.reduce(0) { $0 + (price(Int($1)) ?? 0) } * wanted / gained
            if best.map({ cost < $0.price }) ?? true { best = (move, cost) }
        }
        walk.passable = passable
        defer { walk.passable = [] }
        for term in demand.quantity.terms where passable[Int(term.count)] {
            let start = Int(term.count)
            for (step, toll, growing) in [(1, 3, 0), (-1, 3, 0), (1, 1, 0), (-1, 1, 2), (2, 1, 4), (-2, 1, 6)] {
                walk.toll = Int32(toll)
                if let move = walk(from: start, by: step, steps: 200, in: movement) { consider(move) }
                if let move = cube.move(from: start, growing: growing, movement, price: price) { consider(move) }
            }
        }
        return best?.move
    }

    /// A move that lowers a count, found by walking.
    mutating func walkDown(_ count: Int, tries: Int, steps: Int) -> Move? {
        for _ in 0..<tries {
            if let move = walk(from: count, by: -1, steps: steps, in: movement) { return move }
        }
        return nil
    }

    /// Goes to a world where `counts` together are as low as can be found at once, some hundreds at a time.
    mutating func lowerTogether(_ counts: [Int]) {
        for start in stride(from: 0, to: counts.count, by: 200) {
            for _ in 0..<3 {
                let some = counts[start..<min(start + 200, counts.count)].filter { movement.values[$0] > 0 }
                let quantity = Quantity(some.map { ($0, 1) })
                let target = quantity.value(in: movement.values)
                guard target > 0, let move = ask(quantity, target, down: true).move else { break }
                apply(move)
            }
        }
    }

    /// Goes to another world, by a few walks from counts that `seed` chooses.
    mutating func shake(_ seed: Int, walks: Int = 10) {
        let free = movement.free.indices.filter { movement.free[$0] }
        for step in 0..<walks {
            let count = free[(seed * 7919 + step * 104_729) % free.count]
            let direction = (seed + step) % 2 == 0 ? 1 : -1
            if let move = walk(from: count, by: direction, steps: 400, in: movement) { apply(move) }
        }
    }

    /// A move that lowers a count as far as it can go.
    mutating func pushDown(_ count: Int) -> Move? {
        let answer = ask(Quantity(count), movement.depth(count), down: true)
        return answer.reached > 0 ? answer.move : nil
    }

    private mutating func walkFinds(
        _ quantity: Quantity,
        _ room: Int,
        _ isEnough: ((up: Int, down: Int)) -> Bool
    ) -> Bool {
        for term in quantity.terms where movement.free[Int(term.count)] {
            for step in [1, -1, 1, -1] {
                guard let move = walk(from: Int(term.count), by: step, steps: 400, in: movement) else { continue }
                witnesses.add(move, movement)
                if isEnough(witnesses.reach(of: quantity, room: room, in: movement)) { return true }
            }
        }
        return false
    }
}
