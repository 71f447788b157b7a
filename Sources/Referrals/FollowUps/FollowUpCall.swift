package import Fieldwork
import Kernel
package import Programmes

/// What to ask a company, with what it said the last time (*belblad*).
package struct FollowUpCall: Sendable {
    package let followUp: FollowUp
    package let last: LastMeasurement
    /// What the company said yes to, over all its conversations.
    package let referrals: [Referral]
    /// The outcome that is put right, instead of a new one.
    package let corrected: FollowUpOutcome?
    /// What the measurement that is put right says now.
    package let present: LastMeasurement?
    /// What this one would be called.
    package let measurement: Conversation.Measurement

    package var sheet: TalkSheet { last.sheet }

    /// To ask about one by one, in the order of the sheet.
    package var ambitions: [Activity] { sheet.activities.filter { last.answers.ambition.contains($0.code) } }
    /// What the company did already, and most likely does still.
    package var doing: [Activity] { sheet.activities.filter { last.answers.doing.contains($0.code) } }
    /// What it neither did nor wanted.
    package var others: [Activity] {
        sheet.activities.filter { !last.answers.doing.contains($0.code) && !last.answers.ambition.contains($0.code) }
    }

    /// The answers after the call: what was not spoken about stays as it was.
    package func answers(
        fates: [Activity.ID: FollowUpOutcome.Fate],
        doing: Set<Activity.ID>,
        wanted: Set<Activity.ID>
    ) -> SheetAnswers {
        var result = last.answers
        let realised = Set(fates.filter { $0.value == .realised }.keys)
        let dropped = Set(fates.filter { $0.value == .dropped }.keys)
        result.doing = doing.union(realised)
        result.ambition = last.answers.ambition.subtracting(realised).subtracting(dropped).union(wanted)
        let spoken = result.doing.union(result.ambition)
        result.notApplicable.subtract(spoken)
        result.unknown.subtract(spoken)
        return result
    }

    /// What the form begins with: everything as it was, and of the rest what was answered the last time.
    package var form: FollowUpForm {
        var form = FollowUpForm()
        let answers = present?.answers ?? last.answers
        let known = corrected ?? followUp.outcome
        form.doing = Set(answers.doing.map(\.description))
        form.wanted = Set(answers.ambition.subtracting(last.answers.ambition).map(\.description))
        form.needs = (present ?? last).needs
        for referral in referrals {
            let answer = known?.answers.first { $0.referral == referral.id }
            form.referrals[referral.id.description] = FollowUpForm.Referral(
                link: answer?.link.rawValue ?? referral.likelyLink?.rawValue ?? "",
                help: answer?.help.rawValue ?? "",
                misfit: answer?.misfit?.rawValue ?? "",
                note: answer?.note ?? ""
            )
        }
        guard let corrected else { return form }
        form.corrects = corrected.id.description
        form.contactedOn = corrected.contactedOn.description
        form.additionality = corrected.additionality?.rawValue ?? ""
        form.note = corrected.note ?? ""
        for (activity, fate) in corrected.fates { form.fates[activity.description] = fate.rawValue }
        // What came true is asked as an ambition, not as something it did already.
        form.doing.subtract(corrected.fates.filter { $0.value == .realised }.keys.map(\.description))
        return form
    }
}

extension Referral {
    /// Whether there was contact, as far as it was recorded.
    fileprivate var likelyLink: FollowUpOutcome.Link? {
        switch state {
        case .firstContact, .running, .done: .yes
        case .declined: .no
        case .confirmed, .rejected, .agreed, .handedOver, .accepted, .stopped: nil
        }
    }
}
