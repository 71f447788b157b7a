import Foundation
package import Kernel

/// What somebody who was there says of a session (*reactie*), without a name.
package struct Feedback: Equatable, Sendable {
    package typealias ID = Kernel.ID<Feedback>

    /// 1 (no use) to 5 (very useful).
    package let usefulness: Int
    /// What it takes home.
    package let takeaway: String?
    /// What it would like the next time.
    package let wish: String?
}

/// What was said together (*reacties*).
package struct FeedbackSummary: Equatable, Sendable {
    /// So many answers, before anything of them is shown.
    package static let smallest = 3

    package let count: Int
    /// How many gave each mark, from 1 to 5; `nil` while there are too few answers.
    package let marks: [Int]?
    package let takeaways: [String]
    package let wishes: [String]

    init(_ all: [Feedback]) {
        count = all.count
        let isShown = all.count >= Self.smallest
        marks = isShown ? (1...5).map { mark in all.count { $0.usefulness == mark } } : nil
        // In the order of the words, so that the order in which they came tells nothing.
        takeaways = isShown ? all.compactMap(\.takeaway).sorted() : []
        wishes = isShown ? all.compactMap(\.wish).sorted() : []
    }

    package var average: Double? {
        guard let marks, count > 0 else { return nil }
        return Double(zip(1..., marks).map(*).reduce(0, +)) / Double(count)
    }
}

/// What somebody typed.
package struct FeedbackForm: Equatable, Sendable {
    package var usefulness = ""
    package var takeaway = ""
    package var wish = ""
    package var wantsCall = false

    package init() {}

    func read() throws(InvalidSession) -> Feedback {
        var issues: [InvalidSession.Issue] = []
        let mark = Int(usefulness)
        if mark == nil || !(1...5).contains(mark ?? 0) { issues.append(.usefulnessMissing) }
        if takeaway.count > 500 || wish.count > 500 { issues.append(.wordsTooLong) }
        guard issues.isEmpty, let mark else { throw InvalidSession(issues: issues) }
        return Feedback(usefulness: mark, takeaway: takeaway.nonEmpty, wish: wish.nonEmpty)
    }
}
