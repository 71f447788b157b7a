package import Kernel

/// What is wrong with a publication as it was asked for.
package struct InvalidPublication: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case dayUnreadable, dayInFuture
        case dayBeforeLast(Day)
        case kindMissing, nothingToCorrect, explanationMissing
        case explanationTooLong(Int)
    }

    package let issues: [Issue]
    package var code: String { "publication.invalid" }

    package init(issues: [Issue]) { self.issues = issues }
}

package enum PublicationProblem: Problem, Equatable {
    case notFound
    /// Another one has to be published or discarded first.
    case anotherInTheMaking
    /// Only what is ready can be published.
    case notReady
    /// Whoever made it cannot be the one who publishes it.
    case needsSecondPerson
    /// Something was published since it was computed.
    case outdated

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .needsSecondPerson: .forbidden
        case .anotherInTheMaking, .notReady, .outdated: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "publication.not-found"
        case .anotherInTheMaking: "publication.another-in-the-making"
        case .notReady: "publication.not-ready"
        case .needsSecondPerson: "publication.needs-second-person"
        case .outdated: "publication.outdated"
        }
    }
}
