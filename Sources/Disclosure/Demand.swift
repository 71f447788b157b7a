/// Something that must stay uncertain.
struct Demand {
    enum Kind: Equatable {
        /// Hidden in a table.
        case hidden
        /// Hidden, from who knows that it is at least 1.
        case insider
        /// In no table, but it follows from what is shown.
        case follows
        /// That not all of a group gave the same answer.
        case group
        /// How many joined between two times.
        case growth
        /// That not all who joined gave the same answer.
        case newcomers
    }

    enum Need: Equatable {
        /// Between the lowest and the highest it could be is at least this much.
        case room(Int)
        /// It could be at least this much.
        case atLeast(Int)
    }

    let kind: Kind
    let quantity: Quantity
    let need: Need
    /// The count that has to be hidden for the demand to hold; -1 when it always holds.
    var trigger = -1
    /// For an answer, the group that was asked: who is in a group that may be empty is not given away.
    var group: Quantity?
}

extension Demand {
    /// How far its quantity has to be able to go in all; up from `movement`'s world, when it has to reach a value.
    func lack(in movement: Movement) -> Int {
        switch need {
        case .room(let room): room
        case .atLeast(let least): max(0, least - quantity.value(in: movement.values))
        }
    }

    /// Whether worlds in which the quantity is from `lowest` to `highest` show that it is met.
    func isMet(from lowest: Int, to highest: Int) -> Bool {
        switch need {
        case .room(let room): highest - lowest >= room
        case .atLeast(let least): highest >= least
        }
    }

    /// Whether the values that the quantity has in some worlds show that it is met; without any they do not.
    func isMet(by values: some Sequence<Int>) -> Bool {
        guard let highest = values.max(), let lowest = values.min() else { return false }
        return isMet(from: lowest, to: highest)
    }

    /// That there may be nobody in a group: then nothing is given away of anyone.
    init(isEmpty group: Quantity) {
        self.init(
            kind: .group,
            quantity: Quantity(group.terms.map { (Int($0.count), -Int($0.factor)) }),
            need: .atLeast(0)
        )
    }
}
