package import Kernel

/// What went to an initiative, word for word, and on whose consent (*overdracht*).
package struct Handover: Equatable, Sendable {
    package let consent: HandoverConsent
    package let items: [SharedItem]

    package init(consent: HandoverConsent, items: [SharedItem]) {
        self.consent = consent
        self.items = items
    }
}

/// That the company agreed to share its data for this referral (*toestemming*).
package struct HandoverConsent: Equatable, Sendable {
    package enum Manner: String, Sendable, CaseIterable { case spoken, written, mail }

    /// Changes when the words of the question change, so that it stays known what somebody said yes to.
    package static let textVersion = "2026-11"

    /// Who at the company said so.
    package let givenBy: String
    package let manner: Manner
    package let givenOn: Day
    package let textVersion: String

    package init(givenBy: String, manner: Manner, givenOn: Day, textVersion: String = Self.textVersion) {
        self.givenBy = givenBy
        self.manner = manner
        self.givenOn = givenOn
        self.textVersion = textVersion
    }
}

/// One kind of data that may go along (*gegeven*), as it stood at that moment.
package struct SharedItem: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case company, municipality, sector, size, contact, agreement, needs, ambitions, doing

        /// Without these there is nothing to hand over.
        package var isNeeded: Bool { self == .company || self == .contact || self == .agreement }
    }

    package let kind: Kind
    package let lines: [Text]

    package init(kind: Kind, lines: [Text]) {
        self.kind = kind
        self.lines = lines
    }
}

/// A referral as the coach of the initiative sees it: what was shared, what coaches recorded, and nothing more.
package struct SharedReferral: Equatable, Sendable {
    package struct Event: Equatable, Sendable {
        package let step: ReferralStep
        package let happenedOn: Day
        /// Only of coaches.
        package let note: String?
        package let name: String?
    }

    package let id: Referral.ID
    package let initiative: InitiativeCode
    package let state: ReferralState
    package let handedOverOn: Day
    package let items: [SharedItem]
    package let events: [Event]

    /// `nil` for a referral that is not, or no longer, for the eyes of the initiative.
    package init?(_ referral: Referral, handover: Handover?) {
        guard let handover, referral.isShared,
            let index = referral.events.lastIndex(where: { $0.step == .handedOver })
        else { return nil }
        id = referral.id
        initiative = referral.initiative
        state = referral.state
        handedOverOn = referral.events[index].happenedOn
        items = handover.items
        events = referral.events[index...].filter { $0.step != .amended }.map { event in
            let isOwn = event.side == .coach
            return Event(
                step: event.step,
                happenedOn: event.happenedOn,
                note: isOwn ? event.note : nil,
                name: isOwn ? event.name : nil
            )
        }
    }

    package var companyName: Text { items.first { $0.kind == .company }?.lines.first ?? Text(same: "") }
}
