/// Who goes where, when places are scarce: the choice that is best for all together.
///
/// Everybody gets one place at most, and no place is given more often than there are. The sum of the scores is the
/// highest possible; that is exact, for scores are whole numbers.
public struct Assignment: Equatable, Sendable {
    /// For each person the initiative; `nil` for who gets none, because nothing fits or the places are gone.
    public let choices: [Int?]
    /// The sum of the scores.
    public let score: Int
    /// What one more place at each initiative would add to the sum, at most: 0 where places are left. It is the reason
    /// for who had to give way.
    public let prices: [Int]

    /// One for each person and initiative. Higher is better; 0 and below is never chosen.
    public typealias Scores = [[Int32]]

    /// The best there is, for `scores` of each person at each initiative and `capacities`: how many places each has.
    public static func best(_ scores: Scores, capacities: [Int]) -> Assignment {
        precondition(scores.allSatisfy { $0.count == capacities.count })
        var market = Market(scores, capacities)
        for person in scores.indices { market.place(person) }
        return Assignment(choices: market.choices, score: market.score, prices: market.prices)
    }
}
