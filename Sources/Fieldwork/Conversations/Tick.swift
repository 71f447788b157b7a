package import Foundation
package import Kernel
package import Programmes

/// What can be said about an activity (*vinkje*).
package enum Mark: String, Codable, Hashable, Sendable, CaseIterable {
    case doing
    /// Within three years.
    case ambition
    case notApplicable = "not-applicable"
    case unknown

    /// Doing and ambition go together; every other pair contradicts.
    package func excludes(_ other: Mark) -> Bool {
        self != other && !(self.isAnswer && other.isAnswer)
    }

    private var isAnswer: Bool { self == .doing || self == .ambition }
}

/// One tap on the sheet (*tik*): a mark that was set or taken back. A fact: appended, never changed, so that a device
/// may send it again, late or out of order, and nothing is lost or counted twice.
package struct Tick: Equatable, Sendable {
    package typealias ID = Kernel.ID<Tick>

    package let id: ID
    package let activity: Activity.ID
    package let mark: Mark
    package let isOn: Bool
    /// On the clock of the device, but never later than it was received, and not absurdly long before.
    package let madeAt: Date
    package let receivedAt: Date
    package let by: String
    package let device: String

    package init(
        id: ID,
        activity: Activity.ID,
        mark: Mark,
        isOn: Bool,
        madeAt: Date,
        receivedAt: Date,
        by: String,
        device: String
    ) {
        self.id = id
        self.activity = activity
        self.mark = mark
        self.isOn = isOn
        self.madeAt = min(max(madeAt, receivedAt.addingTimeInterval(-Self.longestDelay)), receivedAt)
        self.receivedAt = receivedAt
        self.by = by
        self.device = device
    }

    /// How long a device may wait before it sends what was ticked: a year.
    private static let longestDelay: TimeInterval = 366 * 86400

    /// The order in which ticks were made. Two of the same millisecond are told apart by their identifiers, which a
    /// device hands out in order.
    package static func precedes(_ left: Tick, _ right: Tick) -> Bool {
        (left.madeAt, left.id.description) < (right.madeAt, right.id.description)
    }
}

/// One tap, for as far as it matters to the answers.
package struct Tap: Equatable, Sendable {
    package let activity: Activity.ID
    package let mark: Mark
    package let isOn: Bool

    package init(_ activity: Activity.ID, _ mark: Mark, isOn: Bool) {
        self.activity = activity
        self.mark = mark
        self.isOn = isOn
    }
}

extension SheetAnswers {
    /// The answers that ticks add up to, in whatever order and however often they came in.
    package init(_ ticks: some Sequence<Tick>) {
        self.init(inOrder: ticks.sorted(by: Tick.precedes).map { Tap($0.activity, $0.mark, isOn: $0.isOn) })
    }

    /// The answers that taps add up to. The one place with the rule:
    ///
    /// A mark stands when its last tap set it, unless a mark that contradicts it was set later and not taken back. So
    /// "not applicable" wins from an earlier "doing", and taking it back restores what it had overruled.
    package init(inOrder taps: some Sequence<Tap>) {
        var last: [Activity.ID: [Mark: (position: Int, isOn: Bool)]] = [:]
        for (position, tap) in taps.enumerated() {
            last[tap.activity, default: [:]][tap.mark] = (position, tap.isOn)
        }
        self.init()
        for (activity, marks) in last {
            for (mark, tap) in marks where tap.isOn {
                let isOverruled = marks.contains {
                    $0.value.isOn && $0.value.position > tap.position && mark.excludes($0.key)
                }
                if !isOverruled { insert(mark, activity) }
            }
        }
    }

    package func has(_ mark: Mark, _ activity: Activity.ID) -> Bool {
        switch mark {
        case .doing: doing.contains(activity)
        case .ambition: ambition.contains(activity)
        case .notApplicable: notApplicable.contains(activity)
        case .unknown: unknown.contains(activity)
        }
    }

    package func marks(of activity: Activity.ID) -> Set<Mark> {
        Set(Mark.allCases.filter { has($0, activity) })
    }

    private mutating func insert(_ mark: Mark, _ activity: Activity.ID) {
        switch mark {
        case .doing: doing.insert(activity)
        case .ambition: ambition.insert(activity)
        case .notApplicable: notApplicable.insert(activity)
        case .unknown: unknown.insert(activity)
        }
    }

    /// The taps that change one mark and, when it is set, first take back what stands and contradicts it: so that the
    /// history says outright what the person saw happen.
    package func taps(toSet mark: Mark, on activity: Activity.ID, isOn: Bool) -> [Tap] {
        let contradicted = isOn ? Mark.allCases.filter { has($0, activity) && mark.excludes($0) } : []
        return contradicted.map { Tap(activity, $0, isOn: false) } + [Tap(activity, mark, isOn: isOn)]
    }
}
