package import Foundation
package import Kernel

/// A conversation with a company, held with the sheet on the table (*gesprek*). How it stands is what its last event
/// left behind; what was ticked are facts of their own.
package struct Conversation: Equatable, Sendable {
    package typealias ID = Kernel.ID<Conversation>

    package let id: ID
    package let company: Company.ID
    package let measurement: Measurement
    package let plan: ConversationPlan
    package let state: State
    /// When it came into this state.
    package let since: Date
    /// The version of the sheet that it is held on: set at the start, and never changed after.
    package let sheetVersion: Int?
    /// The day at the table, which is not always the planned one.
    package let heldOn: Day?
    /// When it was finished first; a correction does not move it.
    package let finishedAt: Date?

    package init(
        id: ID,
        company: Company.ID,
        measurement: Measurement,
        plan: ConversationPlan,
        state: State,
        since: Date,
        sheetVersion: Int? = nil,
        heldOn: Day? = nil,
        finishedAt: Date? = nil
    ) {
        self.id = id
        self.company = company
        self.measurement = measurement
        self.plan = plan
        self.state = state
        self.since = since
        self.sheetVersion = sheetVersion
        self.heldOn = heldOn
        self.finishedAt = finishedAt
    }

    /// What it measures (*meting*): a company is measured several times.
    package enum Measurement: String, Codable, Sendable, CaseIterable {
        case start
        case followUp = "follow-up"
        case final
    }

    /// How a conversation stands (*stand*).
    package enum State: String, Codable, Sendable, CaseIterable {
        case planned, underway, paused, finished
        /// Finished, and opened again to put something right.
        case correcting
        case cancelled

        /// Somebody still has to do something.
        package var isOpen: Bool { self != .finished && self != .cancelled }
        /// The sheet may be filled in.
        package var takesAnswers: Bool { self == .underway || self == .paused || self == .correcting }
    }

    /// The day it counts for: when it was held, or else when it will be.
    package var day: Day { heldOn ?? plan.day }

    /// Whether something that was ticked at a moment still belongs to it. What a device could not send before the end
    /// comes in late and counts; what is new after the end does not.
    package func takes(_ tick: Tick) -> Bool {
        state.takesAnswers || state == .finished && tick.madeAt < since
    }

    /// It has been finished at least once, so it has a result that counts.
    package var hasResult: Bool { state == .finished || state == .correcting }
}

/// When a conversation is to be held and by whom (*afspraak*).
package struct ConversationPlan: Equatable, Sendable {
    package let day: Day
    package let time: ClockTime?
    package let interviewer: Interviewer

    package init(day: Day, time: ClockTime? = nil, interviewer: Interviewer) {
        self.day = day
        self.time = time
        self.interviewer = interviewer
    }
}

/// Who holds it (*interviewer*); the name as it was at the time.
package struct Interviewer: Hashable, Sendable {
    /// `nil` for the program itself, such as an import of conversations that were held on paper.
    package let account: AccountID?
    package let name: String

    package init(account: AccountID?, name: String) {
        self.account = account
        self.name = name
    }

    package init(_ principal: Principal) {
        self.init(account: principal.account, name: principal.name)
    }
}

/// A time on the clock, to the minute: `09:30`.
package struct ClockTime: Hashable, Comparable, Sendable, LosslessStringConvertible {
    package let hour: Int
    package let minute: Int

    /// Reads `9:30` and `09:30`, also with a point as in `9.30`.
    package init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ String($0).isASCIIDigits }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Minutes after midnight, up to 1439.
    package init(minuteOfDay minute: Int) {
        hour = minute / 60 % 24
        self.minute = minute % 60
    }

    package var description: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }

    package static func < (left: ClockTime, right: ClockTime) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}
