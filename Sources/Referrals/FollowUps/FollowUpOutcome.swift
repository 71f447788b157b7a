package import Fieldwork
package import Foundation
package import Kernel
package import Programmes

/// What a company told when it was asked how it went (*uitkomst*).
package struct FollowUpOutcome: Equatable, Sendable {
    package typealias ID = Kernel.ID<FollowUpOutcome>

    /// Did the link come about?
    package enum Link: String, Sendable, CaseIterable {
        case yes, partly, no
        /// There was nothing to link to.
        case none
    }

    /// Did it help?
    package enum Help: String, Sendable, CaseIterable {
        case yes, somewhat, no
        case tooEarly = "too-early"
        case notApplicable = "not-applicable"
    }

    /// What became of one ambition, or of all of them together?
    package enum Fate: String, Sendable, CaseIterable {
        case realised, underway
        case notStarted = "not-started"
        case dropped
        case notAsked = "not-asked"
        /// There were none.
        case none
    }

    /// Would the company have done it without help (*additionaliteit*)?
    package enum Additionality: String, Sendable, CaseIterable {
        case no, later, yes, unknown
    }

    /// Why help did not come, or was no help (*waarom het niet paste*): in words of ours, so that it can be told on
    /// without telling who said it.
    package enum Misfit: String, Sendable, CaseIterable {
        case noContact = "no-contact"
        case tooLate = "too-late"
        case tooGeneral = "too-general"
        case tooExpensive = "too-expensive"
        case tooMuchTime = "too-much-time"
        case rules
        case notReady = "not-ready"
        case other
    }

    /// What was told about one referral.
    package struct Answer: Equatable, Sendable {
        package let referral: Referral.ID
        package let link: Link
        package let help: Help
        package let misfit: Misfit?
        package let note: String?

        package init(referral: Referral.ID, link: Link, help: Help, misfit: Misfit? = nil, note: String? = nil) {
            self.referral = referral
            self.link = link
            self.help = help
            self.misfit = misfit
            self.note = note
        }

        /// Support that would have to be different.
        package var isMisfit: Bool { link == .no || help == .no }
    }

    package let id: ID
    package let contactedOn: Day
    /// Over all referrals.
    package let link: Link
    package let help: Help
    package let ambitions: Fate
    package let additionality: Additionality?
    package let note: String?
    package let recordedAt: Date
    package let name: String
    /// The measurement that was made of it; `nil` for what was recorded before there was one.
    package let measurement: Conversation.ID?
    package let answers: [Answer]
    package let fates: [Activity.ID: Fate]

    package init(
        id: ID,
        contactedOn: Day,
        link: Link,
        help: Help,
        ambitions: Fate,
        additionality: Additionality? = nil,
        note: String?,
        recordedAt: Date,
        name: String,
        measurement: Conversation.ID? = nil,
        answers: [Answer] = [],
        fates: [Activity.ID: Fate] = [:]
    ) {
        self.id = id
        self.contactedOn = contactedOn
        self.link = link
        self.help = help
        self.ambitions = ambitions
        self.additionality = additionality
        self.note = note
        self.recordedAt = recordedAt
        self.name = name
        self.measurement = measurement
        self.answers = answers
        self.fates = fates
    }
}

extension FollowUpOutcome.Link {
    /// All yes, all no, or something in between; none when there was nothing to link to.
    package init(_ answers: [FollowUpOutcome.Answer]) {
        let links = Set(answers.map(\.link))
        self = links.isEmpty ? .none : links.count == 1 ? links.first ?? .none : .partly
    }
}

extension FollowUpOutcome.Help {
    /// The best that any of them did.
    package init(_ answers: [FollowUpOutcome.Answer]) {
        let helps = answers.map(\.help)
        self = [.yes, .somewhat, .tooEarly, .no].first(where: helps.contains) ?? .notApplicable
    }
}

extension FollowUpOutcome.Fate {
    /// The best that became of any of them.
    package init(_ fates: some Collection<FollowUpOutcome.Fate>) {
        self = [.realised, .underway, .notStarted, .dropped, .notAsked].first(where: fates.contains) ?? .none
    }
}
