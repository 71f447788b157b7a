package import Kernel

package enum SelectionProblem: Problem, Equatable {
    case notFound
    /// Not in this state of the company or the round, or not for this person.
    case notPossible
    /// There is nobody in these municipalities who was not asked yet.
    case nobodyLeft

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .notPossible, .nobodyLeft: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "selection.not-found"
        case .notPossible: "selection.not-possible"
        case .nobodyLeft: "selection.nobody-left"
        }
    }
}

package struct InvalidSelection: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case quarterMissing, countUnreadable(AreaCode), nothingAsked, seedUnreadable
        case refusalMissing, noteMissing, noteTooLong
        case areaMissing, nameMissing, nameTooLong, reasonMissing, reasonTooLong, companyMissing
    }

    package let issues: [Issue]
    package var code: String { "selection.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}
