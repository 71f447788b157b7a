package import Foundation
import Kernel
package import Programmes

/// A plan as somebody typed it: nothing about it is known to be true.
package struct ConversationPlanForm: Decodable, Equatable, Sendable {
    package var day: String
    package var time: String
    package var measurement: String
    /// The account of who will hold it.
    package var interviewer: String

    package init(day: String = "", time: String = "", measurement: String = "", interviewer: String = "") {
        self.day = day
        self.time = time
        self.measurement = measurement
        self.interviewer = interviewer
    }

    /// - Throws: ``InvalidConversationPlan`` with everything that is wrong.
    func read(people: [Interviewer]) throws(InvalidConversationPlan) -> (ConversationPlan, Conversation.Measurement) {
        var issues: [InvalidConversationPlan.Issue] = []
        let readDay = Day(day.trimmingWhitespace())
        if readDay == nil { issues.append(day.nonEmpty == nil ? .dayMissing : .dayUnreadable) }
        let readTime = time.nonEmpty.map(ClockTime.init)
        if case .some(.none) = readTime { issues.append(.timeUnreadable) }
        let readMeasurement = Conversation.Measurement(rawValue: measurement)
        if readMeasurement == nil { issues.append(.measurementMissing) }
        let person = people.first { $0.account?.description == interviewer.lowercased() }
        if person == nil { issues.append(.interviewerMissing) }
        guard issues.isEmpty, let readDay, let readMeasurement, let person else {
            throw InvalidConversationPlan(issues: issues)
        }
        return (ConversationPlan(day: readDay, time: readTime ?? nil, interviewer: person), readMeasurement)
    }
}

/// One tap as a device sends it.
package struct TickForm: Codable, Equatable, Sendable {
    package let id: Tick.ID
    package let activity: Activity.ID
    package let mark: Mark
    package let isOn: Bool
    package let madeAt: Date

    package init(id: Tick.ID, activity: Activity.ID, mark: Mark, isOn: Bool, madeAt: Date) {
        self.id = id
        self.activity = activity
        self.mark = mark
        self.isOn = isOn
        self.madeAt = madeAt
    }
}

/// A good example and what may be done with it, as somebody typed it.
package struct GoodExampleForm: Decodable, Equatable, Sendable {
    package var title: String
    package var story: String
    package var costs: String
    package var brings: String
    /// A ``GoodExample/Effort``; empty when nobody said.
    package var effort: String
    package var activity: String
    package var audience: String
    package var until: String
    package var givenBy: String

    package init(
        title: String = "",
        story: String = "",
        costs: String = "",
        brings: String = "",
        effort: String = "",
        activity: String = "",
        audience: String = "",
        until: String = "",
        givenBy: String = ""
    ) {
        self.title = title
        self.story = story
        self.costs = costs
        self.brings = brings
        self.effort = effort
        self.activity = activity
        self.audience = audience
        self.until = until
        self.givenBy = givenBy
    }

    package init(_ example: GoodExample) {
        self.init(
            title: example.title,
            story: example.story,
            costs: example.costs ?? "",
            brings: example.brings ?? "",
            effort: example.effort?.rawValue ?? "",
            activity: example.activity?.description ?? "",
            audience: example.consent?.audience.rawValue ?? "",
            until: example.consent?.until?.description ?? "",
            givenBy: example.consent?.givenBy ?? ""
        )
    }

    /// The example, with the consent as it would be recorded now.
    ///
    /// - Throws: ``InvalidGoodExample`` with everything that is wrong.
    func read(
        id: GoodExample.ID,
        consent: ConsentRecord.ID,
        recordedBy name: String,
        today: Day,
        sheet: TalkSheet
    ) throws(InvalidGoodExample) -> GoodExample {
        var issues: [InvalidGoodExample.Issue] = []
        if title.nonEmpty == nil { issues.append(.titleMissing) }
        if title.count > 120 { issues.append(.titleTooLong) }
        if story.nonEmpty == nil { issues.append(.storyMissing) }
        if story.count > TextLimit.long { issues.append(.storyTooLong) }
        if costs.count > TextLimit.short { issues.append(.costsTooLong) }
        if brings.count > TextLimit.short { issues.append(.bringsTooLong) }
        let readAudience = ConsentRecord.Audience(rawValue: audience)
        if readAudience == nil { issues.append(.audienceMissing) }
        let readUntil = until.nonEmpty.map(Day.init)
        let isShared = readAudience.map { $0 != .nobody } ?? false
        if isShared {
            switch readUntil {
            case .some(.none): issues.append(.untilUnreadable)
            case .some(.some(let day)) where day < today: issues.append(.untilInPast)
            default: break
            }
            if givenBy.nonEmpty == nil || givenBy.count > 120 { issues.append(.giverMissing) }
        }
        guard issues.isEmpty, let readAudience else { throw InvalidGoodExample(issues: issues) }
        return GoodExample(
            id: id,
            title: title.trimmingWhitespace(),
            story: story.trimmingWhitespace(),
            costs: costs.nonEmpty,
            brings: brings.nonEmpty,
            effort: GoodExample.Effort(rawValue: effort),
            activity: Activity.ID(activity).flatMap { sheet.activity($0)?.code },
            consent: ConsentRecord(
                id: consent,
                audience: readAudience,
                until: isShared ? readUntil ?? nil : nil,
                givenBy: givenBy.trimmingWhitespace(),
                givenOn: today,
                recordedBy: name
            )
        )
    }
}

extension GoodExampleForm {
    private enum Key: String, CodingKey {
        case title, story, costs, brings, effort, activity, audience, until, givenBy
    }

    /// A device that was away since before a question was added does not send an answer to it.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) throws -> String { try values.decodeIfPresent(String.self, forKey: key) ?? "" }
        self.init(
            title: try text(.title),
            story: try text(.story),
            costs: try text(.costs),
            brings: try text(.brings),
            effort: try text(.effort),
            activity: try text(.activity),
            audience: try text(.audience),
            until: try text(.until),
            givenBy: try text(.givenBy)
        )
    }
}

/// How much may be typed in one field.
enum TextLimit {
    static let short = 500
    static let long = 4000
}
