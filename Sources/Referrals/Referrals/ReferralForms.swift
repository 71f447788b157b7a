import Foundation
package import Kernel

/// A choice for or against an initiative as somebody typed it: nothing about it is known to be true.
package struct ReferralForm: Sendable {
    /// Made with the page, so that sending it twice records it once.
    package var event: String?
    package var initiative: String?
    /// The suggestion that it comes in the place of.
    package var instead: InitiativeCode?
    package var what: String?
    package var contact: String?
    package var day: String?
    package var reason: String?
    /// The company said yes at the table: then it is chosen and agreed in one go.
    package var agreed: String?

    package init(
        event: String? = nil,
        initiative: String? = nil,
        instead: InitiativeCode? = nil,
        what: String? = nil,
        contact: String? = nil,
        day: String? = nil,
        reason: String? = nil,
        agreed: String? = nil
    ) {
        self.event = event
        self.initiative = initiative
        self.instead = instead
        self.what = what
        self.contact = contact
        self.day = day
        self.reason = reason
        self.agreed = agreed
    }

    func agreement(_ issues: inout [InvalidReferral.Issue]) -> ReferralAgreement {
        let what = what.line
        if what == nil { issues.append(.whatMissing) }
        if what?.count ?? 0 > 200 { issues.append(.whatTooLong) }
        let contact = contact.line
        if contact?.count ?? 0 > 200 { issues.append(.contactTooLong) }
        let day = day?.nonEmpty.map(Day.init)
        if case .some(.none) = day { issues.append(.dayUnreadable) }
        return ReferralAgreement(what: what ?? "", contact: contact, day: day ?? nil)
    }

    func reason(isNeeded: Bool, _ issues: inout [InvalidReferral.Issue]) -> String? {
        let reason = reason?.nonEmpty
        if reason == nil, isNeeded { issues.append(.reasonMissing) }
        if reason?.count ?? 0 > 2000 { issues.append(.reasonTooLong) }
        return reason
    }
}

/// The next thing that happened, as somebody typed it.
package struct ReferralStepForm: Sendable {
    package var event: String?
    package var step: String?
    package var happenedOn: String?
    package var note: String?
    /// Only where the agreement is written anew.
    package var what: String?
    package var contact: String?
    package var day: String?

    package init(
        event: String? = nil,
        step: String? = nil,
        happenedOn: String? = nil,
        note: String? = nil,
        what: String? = nil,
        contact: String? = nil,
        day: String? = nil
    ) {
        self.event = event
        self.step = step
        self.happenedOn = happenedOn
        self.note = note
        self.what = what
        self.contact = contact
        self.day = day
    }

    struct Read {
        let step: ReferralStep
        let happenedOn: Day
        let note: String?
        let agreement: ReferralAgreement?
    }

    func read(today: Day) throws(InvalidReferral) -> Read {
        var issues: [InvalidReferral.Issue] = []
        let step = step.flatMap(ReferralStep.init)
        if step == nil { issues.append(.stepMissing) }
        let note = note?.nonEmpty
        if note == nil, step?.needsReason == true { issues.append(.noteMissing) }
        if note?.count ?? 0 > 2000 { issues.append(.noteTooLong) }
        let happenedOn = happenedOn?.nonEmpty.map(Day.init) ?? today
        switch happenedOn {
        case nil: issues.append(.happenedOnUnreadable)
        case let day? where day > today: issues.append(.happenedInFuture)
        default: break
        }
        let agreement =
            step == .amended ? ReferralForm(what: what, contact: contact, day: day).agreement(&issues) : nil
        guard issues.isEmpty, let step, let happenedOn else { throw InvalidReferral(issues: issues) }
        return Read(step: step, happenedOn: happenedOn, note: note, agreement: agreement)
    }
}

/// What goes to the initiative and on whose consent, as somebody typed it.
package struct HandoverForm: Sendable {
    package var event: String?
    package var items: [String]?
    /// Whom at the company the coach may call or mail.
    package var companyContact: String?
    package var givenBy: String?
    package var manner: String?
    package var givenOn: String?
    /// The fingerprint of what the page showed, so that nothing else goes than was seen.
    package var seen: String?

    package init(
        event: String? = nil,
        items: [String]? = nil,
        companyContact: String? = nil,
        givenBy: String? = nil,
        manner: String? = nil,
        givenOn: String? = nil,
        seen: String? = nil
    ) {
        self.event = event
        self.items = items
        self.companyContact = companyContact
        self.givenBy = givenBy
        self.manner = manner
        self.givenOn = givenOn
        self.seen = seen
    }

    struct Read {
        let kinds: Set<SharedItem.Kind>
        let companyContact: String
        let consent: HandoverConsent
    }

    func read(today: Day) throws(InvalidReferral) -> Read {
        var issues: [InvalidReferral.Issue] = []
        let kinds = Set((items ?? []).compactMap(SharedItem.Kind.init)).union(
            SharedItem.Kind.allCases.filter(\.isNeeded)
        )
        let companyContact = companyContact.line
        if companyContact == nil { issues.append(.companyContactMissing) }
        if companyContact?.count ?? 0 > 200 { issues.append(.companyContactTooLong) }
        let givenBy = givenBy.line
        if givenBy == nil { issues.append(.givenByMissing) }
        if givenBy?.count ?? 0 > 200 { issues.append(.givenByTooLong) }
        let manner = manner.flatMap(HandoverConsent.Manner.init)
        if manner == nil { issues.append(.mannerMissing) }
        let givenOn = givenOn.flatMap(Day.init)
        switch givenOn {
        case nil: issues.append(.givenOnUnreadable)
        case let day? where day > today: issues.append(.givenInFuture)
        default: break
        }
        guard issues.isEmpty, let companyContact, let givenBy, let manner, let givenOn else {
            throw InvalidReferral(issues: issues)
        }
        return Read(
            kinds: kinds,
            companyContact: companyContact,
            consent: HandoverConsent(givenBy: givenBy, manner: manner, givenOn: givenOn)
        )
    }
}

extension String? {
    /// One line of text: without line breaks, `nil` when nothing is left.
    var line: String? {
        self?.split(whereSeparator: \.isNewline).joined(separator: " ").nonEmpty
    }
}
