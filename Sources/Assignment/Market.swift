/// Finds the best assignment by shortest augmenting paths with prices, person by person, on a graph that has the
/// initiatives only: there are few of those, and what it takes to move somebody from one to another is kept in heaps.
///
/// The prices prove the answer: nobody would rather be elsewhere at the prices that there are, and what has places left
/// is free. That is complementary slackness for this linear programme (see Ahuja, Magnanti and Orlin 1993, *Network
/// Flows*, chapter 12).
struct Market {
    private let scores: Assignment.Scores
    private let capacities: [Int]
    private(set) var prices: [Int]
    /// Where each person is: an initiative, or `nowhere`.
    private var seats: [Int]
    private var taken: [Int]
    /// Of a full initiative, to each other one: who loses least by moving there.
    private var movers: [[MoverHeap]]
    /// Staying without a place: worth nothing, and there is room for all.
    private let nowhere: Int

    init(_ scores: Assignment.Scores, _ capacities: [Int]) {
        self.scores = scores
        self.capacities = capacities
        nowhere = capacities.count
        prices = Array(repeating: 0, count: capacities.count + 1)
        seats = Array(repeating: -1, count: scores.count)
        taken = Array(repeating: 0, count: capacities.count + 1)
        // Without places it is full from the beginning, and nobody can make way.
        movers = capacities.map { $0 > 0 ? [] : Array(repeating: MoverHeap(), count: capacities.count + 1) }
    }

    var choices: [Int?] { seats.map { $0 == nowhere || $0 < 0 ? nil : $0 } }

    var score: Int { seats.indices.map { value($0, seats[$0]) }.reduce(0, +) }

    private func value(_ person: Int, _ place: Int) -> Int {
        place == nowhere ? 0 : max(0, Int(scores[person][place]))
    }

    private func hasRoom(_ place: Int) -> Bool { place == nowhere || taken[place] < capacities[place] }

    // MARK: One more person

    mutating func place(_ person: Int) {
        var distance = Array(repeating: Int.max, count: nowhere + 1)
        var origin = Array(repeating: -1, count: nowhere + 1)
        var isDone = Array(repeating: false, count: nowhere + 1)
        var best = Int.min
        for place in 0...nowhere { best = max(best, value(person, place) - prices[place]) }
        for place in 0...nowhere where isPossible(person, place) {
            distance[place] = best - (value(person, place) - prices[place])
        }
        let end = nearestRoom(&distance, &origin, &isDone)
        for place in 0...nowhere where isDone[place] && distance[place] < distance[end] {
            prices[place] += distance[end] - distance[place]
        }
        move(person, along: origin, to: end)
    }

    /// What scores nothing is not chosen over staying without.
    private func isPossible(_ person: Int, _ place: Int) -> Bool {
        place == nowhere || scores[person][place] > 0
    }

    /// Dijkstra's algorithm, until there is room.
    private mutating func nearestRoom(
        _ distance: inout [Int],
        _ origin: inout [Int],
        _ isDone: inout [Bool]
    ) -> Int {
        while true {
            var next = -1
            for place in 0...nowhere where !isDone[place] && distance[place] < Int.max {
                // Of those as near, one with room, so that nobody moves without need.
                if next < 0 || distance[place] < distance[next]
                    || distance[place] == distance[next] && hasRoom(place) && !hasRoom(next)
                {
                    next = place
                }
            }
            if hasRoom(next) { return next }
            isDone[next] = true
            for other in 0...nowhere where !isDone[other] {
                guard let loss = leastLoss(from: next, to: other) else { continue }
                let length = distance[next] + loss - prices[next] + prices[other]
                if length < distance[other] {
                    distance[other] = length
                    origin[other] = next
                }
            }
        }
    }

    /// From the end of the path to its beginning, each time the one who loses least moves up.
    private mutating func move(_ person: Int, along origin: [Int], to end: Int) {
        var place = end
        while origin[place] >= 0 {
            let from = origin[place]
            guard let mover = movers[from][place].best else { break }
            leave(mover, from)
            enter(mover, place)
            place = from
        }
        enter(person, place)
    }

    // MARK: Who would move

    private mutating func leastLoss(from: Int, to: Int) -> Int? {
        while let best = movers[from][to].best {
            if seats[best] == from { return value(best, from) - value(best, to) }
            movers[from][to].removeBest()
        }
        return nil
    }

    private mutating func leave(_ person: Int, _ place: Int) {
        seats[person] = -1
        taken[place] -= 1
    }

    private mutating func enter(_ person: Int, _ place: Int) {
        seats[person] = place
        taken[place] += 1
        guard place != nowhere, taken[place] >= capacities[place] else { return }
        if movers[place].isEmpty {
            movers[place] = Array(repeating: MoverHeap(), count: nowhere + 1)
            for (seated, seat) in seats.enumerated() where seat == place { offer(seated, at: place) }
        } else {
            offer(person, at: place)
        }
    }

    private mutating func offer(_ person: Int, at place: Int) {
        for other in 0...nowhere where other != place && isPossible(person, other) {
            movers[place][other].insert(person, loss: value(person, place) - value(person, other))
        }
    }
}

/// The persons of one initiative by what they lose by moving to another, the least first. Who has left in the meantime
/// is still in it, and is skipped by whoever looks.
struct MoverHeap {
    private var items: [(loss: Int32, person: Int32)] = []

    var best: Int? { items.first.map { Int($0.person) } }

    mutating func insert(_ person: Int, loss: Int) {
        items.append((Int32(loss), Int32(person)))
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(items[child], items[parent]) else { break }
            items.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeBest() {
        guard let last = items.popLast(), !items.isEmpty else { return }
        items[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < items.count && precedes(items[child], items[least]) {
                least = child
            }
            if least == parent { return }
            items.swapAt(parent, least)
            parent = least
        }
    }

    private func precedes(_ a: (loss: Int32, person: Int32), _ b: (loss: Int32, person: Int32)) -> Bool {
        (a.loss, a.person) < (b.loss, b.person)
    }
}
