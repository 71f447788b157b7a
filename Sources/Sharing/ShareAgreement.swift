package import Foundation
package import Kernel
package import Programmes

/// What one programme gives and another one uses, and what both said about it (*afspraak over delen*).
package struct ShareAgreement: Sendable {
    /// Who gives what to whom.
    package struct Key: Hashable, Sendable {
        package let code: ShareCode
        package let giver: ProgrammeID
        package let user: ProgrammeID
    }

    package let key: Key
    /// `nil` when the pack of who gives does not declare it, or that programme is not here.
    package let offer: ShareOffer?
    /// `nil` when the pack of who uses it does not declare it, or that programme is not here.
    package let use: ShareUse?
    /// In the order in which they were said.
    package let words: [ShareWord]
    package let giverName: Text?
    package let userName: Text?

    package var kind: ShareKind? { offer?.kind ?? use?.kind }

    /// Whether both packs declare the same.
    package var isDeclared: Bool { offer.map { $0.kind == use?.kind } ?? false }

    /// The last that a programme said by then; `nil` when it said nothing.
    package func word(of programme: ProgrammeID, at moment: Date) -> ShareWord? {
        words.last { $0.programme == programme && $0.recordedAt <= moment }
    }

    package func hasAgreed(_ programme: ProgrammeID, at moment: Date) -> Bool {
        word(of: programme, at: moment)?.isAgreed ?? false
    }

    /// Only while both packs declare it and the last word of both programmes is yes.
    package func isInForce(at moment: Date) -> Bool {
        isDeclared && hasAgreed(key.giver, at: moment) && hasAgreed(key.user, at: moment)
    }

    /// Since when both say yes; `nil` when they do not.
    package func since(at moment: Date) -> Date? {
        guard isInForce(at: moment) else { return nil }
        return [key.giver, key.user].compactMap { word(of: $0, at: moment)?.recordedAt }.max()
    }

    package func other(than programme: ProgrammeID) -> ProgrammeID { programme == key.giver ? key.user : key.giver }
    package func name(of programme: ProgrammeID) -> Text {
        (programme == key.giver ? giverName : userName) ?? Text(same: programme.description)
    }
}

/// That a programme agreed, or stopped.
package struct ShareWord: Equatable, Sendable {
    package typealias ID = Kernel.ID<ShareWord>

    package let id: ID
    package let programme: ProgrammeID
    package let isAgreed: Bool
    /// Why it stopped; may be empty for a yes.
    package let why: String
    package let recordedAt: Date
    package let name: String
}

/// A yes or a no as somebody sent it.
package struct ShareForm: Equatable, Sendable {
    package var id = ""
    package var isAgreed = false
    package var why = ""

    package init() {}
}

/// What is wrong with a yes or a no.
package struct InvalidShare: FormProblem, Equatable {
    package enum Issue: Equatable, Sendable {
        case reasonMissing
        case reasonTooLong(Int)
    }

    package let issues: [Issue]
    package var code: String { "sharing.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum ShareProblem: Problem, Equatable {
    case notFound
    /// The packs of the two programmes do not say the same.
    case notDeclared

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .notDeclared: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "sharing.not-found"
        case .notDeclared: "sharing.not-declared"
        }
    }
}
