package import Kernel
package import Programmes

/// What is wrong with an item that somebody filled in.
package struct InvalidItem: FormProblem, Equatable {
    package enum Fault: Error, Equatable, Sendable {
        case missing
        case tooLong(Int)
        case notANumber, notMoney, notADay, endsBeforeItStarts
        /// It is none of the options.
        case notAnOption(String)
        case onlyOne
        case notALink, notACompanyNumber, notAContact
        /// Somebody else changed the item since.
        case changedMeanwhile(String)
    }

    package struct Issue: Equatable, Sendable {
        /// `nil` when it is about the item as a whole.
        package let field: Register.Field.ID?
        package let fault: Fault

        package init(field: Register.Field.ID?, fault: Fault) {
            self.field = field
            self.fault = fault
        }
    }

    package let issues: [Issue]
    package var code: String { "register.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum RegisterProblem: Problem, Equatable {
    case registerNotFound, itemNotFound
    /// Somebody keeps other registers than this one.
    case notKeeper
    /// An item cannot go from where it is to that state, or this person may not put it there.
    case moveNotAllowed
    /// So many proposals wait that no more are taken.
    case tooManyProposals
    /// It was proposed and said yes to already, or it was no proposal.
    case notProposed
    case fileNotFound

    package var kind: ProblemKind {
        switch self {
        case .registerNotFound, .itemNotFound, .fileNotFound: .notFound
        case .notKeeper: .forbidden
        case .moveNotAllowed, .notProposed: .conflict
        case .tooManyProposals: .tooMany
        }
    }

    package var code: String {
        switch self {
        case .registerNotFound: "register.not-found"
        case .itemNotFound: "register.item-not-found"
        case .notKeeper: "register.not-keeper"
        case .moveNotAllowed: "register.move-not-allowed"
        case .tooManyProposals: "register.too-many-proposals"
        case .notProposed: "register.not-proposed"
        case .fileNotFound: "register.file-not-found"
        }
    }
}
