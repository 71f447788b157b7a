package import Programmes

/// What changed at a company between two measurements, activity by activity (*verschil met de vorige meting*), also
/// when the second was held on a newer sheet.
package struct SheetComparison: Equatable, Sendable {
    package enum Change: String, Sendable, CaseIterable {
        /// It was an ambition and is done now.
        case fulfilled
        /// Done now, and not even an ambition before.
        case started
        case stopped
        case newAmbition
        case droppedAmbition
        case same
        /// Not on the earlier sheet, so there is nothing to compare with.
        case newOnSheet
    }

    package struct Line: Equatable, Sendable {
        package let activity: Activity
        package let before: Set<Mark>
        package let now: Set<Mark>
        package let change: Change
    }

    /// Every activity of the later sheet, in its order.
    package let lines: [Line]
    /// What was ticked before, but is no longer on the sheet.
    package let gone: [Activity]
    /// Of what is on both sheets, so that a longer sheet is not mistaken for progress.
    package let doingBefore: Int
    package let doingNow: Int

    /// `successor` tells what an activity of the earlier sheet is called on the later one. Where several became one,
    /// a tick on any of them counts.
    package init(
        sheet: TalkSheet,
        answers: SheetAnswers,
        earlierSheet: TalkSheet,
        earlierAnswers: SheetAnswers,
        successor: (Activity.ID) -> Activity.ID?
    ) {
        var before: [Activity.ID: Set<Mark>] = [:]
        var gone: [Activity] = []
        for activity in earlierSheet.activities {
            let marks = earlierAnswers.marks(of: activity.code)
            if let new = successor(activity.code) {
                before[new, default: []].formUnion(marks)
            } else if !marks.isDisjoint(with: [.doing, .ambition]) {
                gone.append(activity)
            }
        }
        let lines = sheet.activities.map { activity in
            Line(activity, before: before[activity.code], now: answers.marks(of: activity.code))
        }
        let shared = lines.filter { $0.change != .newOnSheet }
        self.lines = lines
        self.gone = gone
        doingBefore = shared.count { $0.before.contains(.doing) }
        doingNow = shared.count { $0.now.contains(.doing) }
    }

    package init(_ record: ConversationRecord, after earlier: EarlierMeasurement) {
        let (from, to) = (earlier.sheet.version, record.sheet.version)
        self.init(
            sheet: record.sheet,
            answers: record.answers,
            earlierSheet: earlier.sheet,
            earlierAnswers: earlier.answers,
            successor: { from == to ? $0 : earlier.history.successor(of: $0, from: from, to: to) }
        )
    }

    package func lines(_ change: Change) -> [Line] { lines.filter { $0.change == change } }
}

extension SheetComparison.Line {
    fileprivate init(_ activity: Activity, before: Set<Mark>?, now: Set<Mark>) {
        self.init(
            activity: activity,
            before: before ?? [],
            now: now,
            change: before.map { .init(from: $0, to: now) } ?? .newOnSheet
        )
    }
}

extension SheetComparison.Change {
    /// What is done weighs more than what is wanted: of the two, the first is told.
    package init(from before: Set<Mark>, to now: Set<Mark>) {
        switch (before.contains(.doing), now.contains(.doing)) {
        case (false, true): self = before.contains(.ambition) ? .fulfilled : .started
        case (true, false): self = .stopped
        default:
            switch (before.contains(.ambition), now.contains(.ambition)) {
            case (false, true): self = .newAmbition
            case (true, false): self = .droppedAmbition
            default: self = .same
            }
        }
    }
}
