package import Fieldwork
import Kernel
import Programmes

/// What came of it, as somebody typed it.
package struct FollowUpForm: Sendable, Equatable {
    /// The answers about one referral.
    package struct Referral: Sendable, Equatable {
        package var link: String
        package var help: String
        package var misfit: String
        package var note: String

        package init(link: String = "", help: String = "", misfit: String = "", note: String = "") {
            self.link = link
            self.help = help
            self.misfit = misfit
            self.note = note
        }
    }

    package var id = ""
    /// The identifier of the measurement that is made.
    package var measurementID = ""
    /// The outcome that is put right.
    package var corrects = ""
    package var contactedOn = ""
    package var measurement = ""
    package var fates: [String: String] = [:]
    package var doing: Set<String> = []
    package var wanted: Set<String> = []
    package var referrals: [String: Referral] = [:]
    package var additionality = ""
    package var needs: [SupportNeed] = []
    package var note = ""
    /// When to ask again, and who; empty for not.
    package var nextOn = ""
    package var nextBy = ""

    package init() {}

    /// What it says, without what depends on the moment.
    struct Reading {
        var contactedOn: Day
        var measurement: Conversation.Measurement
        var fates: [Activity.ID: FollowUpOutcome.Fate]
        var answers: SheetAnswers
        var referrals: [FollowUpOutcome.Answer]
        var additionality: FollowUpOutcome.Additionality?
        var note: String?
        var next: (on: Day, by: String)?
    }

    /// - Throws: ``InvalidFollowUp`` with everything that is wrong.
    func read(about call: FollowUpCall, needs kinds: [SupportNeedKind.ID], today: Day) throws(InvalidFollowUp)
        -> Reading
    {
        var issues: [InvalidFollowUp.Issue] = []
        let day = Day(contactedOn)
        let since = max(call.followUp.heldOn, call.last.conversation.day)
        switch day {
        case nil: issues.append(.contactedOnUnreadable)
        case let day? where day > today: issues.append(.contactedInFuture)
        case let day? where day < since: issues.append(.contactedBeforeConversation(since))
        default: break
        }
        let measurement = Conversation.Measurement(rawValue: measurement)
        if measurement == nil || measurement == .start { issues.append(.measurementMissing) }
        var fates: [Activity.ID: FollowUpOutcome.Fate] = [:]
        for ambition in call.ambitions {
            let fate = self.fates[ambition.code.description].flatMap(FollowUpOutcome.Fate.init)
            if fate == nil || fate == FollowUpOutcome.Fate.none { issues.append(.fateMissing(ambition.code)) }
            fates[ambition.code] = fate
        }
        let referrals = readReferrals(about: call, &issues)
        let additionality = FollowUpOutcome.Additionality(rawValue: additionality)
        let hasHelped = referrals.contains { $0.help == .yes || $0.help == .somewhat }
        if hasHelped, additionality == nil { issues.append(.additionalityMissing) }
        if !needs.allSatisfy({ kinds.contains($0.kind) && ($0.note?.count ?? 0) <= 500 }) {
            issues.append(.needTooLong)
        }
        let note = note.nonEmpty
        if note?.count ?? 0 > 2000 { issues.append(.noteTooLong) }
        let next = readNext(after: day, by: call.followUp.responsible, &issues)
        guard issues.isEmpty, let day, let measurement else { throw InvalidFollowUp(issues: issues) }
        let known = Set(call.sheet.activities.map(\.code))
        return Reading(
            contactedOn: day,
            measurement: measurement,
            fates: fates,
            answers: call.answers(
                fates: fates,
                doing: Set(doing.compactMap(Activity.ID.init)).intersection(known),
                wanted: Set(wanted.compactMap(Activity.ID.init)).intersection(known)
            ),
            referrals: referrals,
            additionality: hasHelped ? additionality : nil,
            note: note,
            next: next
        )
    }

    private func readReferrals(
        about call: FollowUpCall,
        _ issues: inout [InvalidFollowUp.Issue]
    ) -> [FollowUpOutcome.Answer] {
        var result: [FollowUpOutcome.Answer] = []
        for referral in call.referrals {
            let form = referrals[referral.id.description] ?? Referral()
            let link = FollowUpOutcome.Link(rawValue: form.link)
            guard let link, link != FollowUpOutcome.Link.none else {
                issues.append(.linkMissing(referral.id))
                continue
            }
            // Where there was no contact, there is nothing that could have helped.
            let help = link == .no ? .notApplicable : FollowUpOutcome.Help(rawValue: form.help)
            guard let help, link == .no || help != .notApplicable else {
                issues.append(.helpMissing(referral.id))
                continue
            }
            let misfit = FollowUpOutcome.Misfit(rawValue: form.misfit)
            let note = form.note.nonEmpty
            if note?.count ?? 0 > 500 { issues.append(.answerNoteTooLong(referral.id)) }
            let fits = link != .no && (help == .yes || help == .tooEarly)
            let answer = FollowUpOutcome.Answer(
                referral: referral.id,
                link: link,
                help: help,
                misfit: fits ? nil : misfit,
                note: note
            )
            if answer.isMisfit, misfit == nil { issues.append(.misfitMissing(referral.id)) }
            result.append(answer)
        }
        return result
    }

    private func readNext(
        after day: Day?,
        by present: String,
        _ issues: inout [InvalidFollowUp.Issue]
    ) -> (on: Day, by: String)? {
        guard nextOn.nonEmpty != nil else { return nil }
        let by = Optional(nextBy).line ?? present
        if by.count > 100 { issues.append(.nextByTooLong) }
        guard let next = Day(nextOn) else {
            issues.append(.nextOnUnreadable)
            return nil
        }
        if let day, next <= day { issues.append(.nextBeforeContact) }
        return (next, by)
    }
}

/// Another day or another person, as somebody typed it.
package struct FollowUpPlanForm: Sendable {
    package var id: String?
    package var dueOn: String?
    package var responsible: String?

    package init(id: String? = nil, dueOn: String? = nil, responsible: String? = nil) {
        self.id = id
        self.dueOn = dueOn
        self.responsible = responsible
    }

    func read(heldOn: Day) throws(InvalidFollowUp) -> (dueOn: Day, responsible: String) {
        var issues: [InvalidFollowUp.Issue] = []
        let day = dueOn.flatMap(Day.init)
        switch day {
        case nil: issues.append(.dueOnUnreadable)
        case let day? where day <= heldOn: issues.append(.dueBeforeConversation(heldOn))
        default: break
        }
        let responsible = responsible.line
        if responsible == nil { issues.append(.responsibleMissing) }
        if responsible?.count ?? 0 > 100 { issues.append(.responsibleTooLong) }
        guard issues.isEmpty, let day, let responsible else { throw InvalidFollowUp(issues: issues) }
        return (day, responsible)
    }
}
