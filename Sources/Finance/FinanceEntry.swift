package import Foundation
package import Kernel
package import Programmes

/// One amount, or some hours, that somebody booked (*boeking*). Added, never changed: a mistake is booked back.
package struct FinanceEntry: Equatable, Sendable {
    package typealias ID = Kernel.ID<FinanceEntry>

    package enum Kind: String, CaseIterable, Sendable {
        /// Promised to a supplier (*verplichting*).
        case commitment
        /// Paid (*betaling*).
        case payment
        /// Put in by an organisation: money, time or things.
        case cash, hours
        case inKind = "in-kind"

        /// Put in by an organisation beside the money of a source (*cofinanciering*).
        package var isContribution: Bool {
            switch self {
            case .commitment, .payment: false
            case .cash, .hours, .inKind: true
            }
        }

        /// The kind of promise that it keeps.
        package var promise: Promise.Kind? {
            switch self {
            case .commitment, .payment: nil
            case .cash: .cash
            case .hours: .hours
            case .inKind: .inKind
            }
        }
    }

    package let id: ID
    /// Counts from 1 in a programme; what an accountant names it by.
    package let number: Int
    package let kind: Kind
    package let organisation: OrganisationCode
    package let post: CostPost.ID
    /// Of a commitment or a payment.
    package let source: MoneySource.ID?
    /// When it was spent or done.
    package let day: Day
    /// Below zero for what is booked back. Of hours: what they were worth when they were booked.
    package let amount: Cents
    /// Of hours, with whose rate.
    package let minutes: Int?
    package let role: HourRole.ID?
    package let rate: Cents?
    package let words: String
    /// The number of an invoice or a contract, or where it can be found.
    package let reference: String
    /// The commitment that a payment is for.
    package let commitment: ID?
    /// What it books back.
    package let reverses: ID?
    package let recordedAt: Date
    package let name: String
    package var decision: FinanceDecision?

    /// Who put it in for its own organisation agrees already, and so does who books back.
    package let isOwn: Bool

    package enum Standing: String, CaseIterable, Sendable { case waiting, approved, refused }

    package var standing: Standing {
        switch decision?.isApproved {
        case true?: .approved
        case false?: .refused
        case nil: isOwn || reverses != nil || !kind.isContribution ? .approved : .waiting
        }
    }
}

/// What the organisation said about what was booked for it (*akkoord*).
package struct FinanceDecision: Equatable, Sendable {
    package let isApproved: Bool
    /// Why not.
    package let why: String
    package let name: String
    package let recordedAt: Date
}

/// What an hour of somebody costs in a year (*tarief*).
package struct HourRate: Equatable, Sendable {
    package let role: HourRole.ID
    package let year: Int
    package let rate: Cents
    package let recordedAt: Date
    package let name: String
}

/// So much for a post from a source in a year, as decided on the site (*begrotingsregel*).
package struct Budget: Equatable, Sendable {
    package let post: CostPost.ID
    package let source: MoneySource.ID
    package let year: Int
    package let amount: Cents
    package let why: String
    package let recordedAt: Date
    package let name: String
}
