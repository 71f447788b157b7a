/// Something that went wrong and that the person at the other end can be told about.
///
/// It has no words: the Web module has those, in every language. An error that is not a ``Problem`` is a defect or an
/// outage: it is logged in full and shown as nothing more than "something went wrong".
package protocol Problem: Error, Sendable {
    var kind: ProblemKind { get }
    /// `company.not-found`: never changes once released, for clients, logs and translations hang on to it.
    var code: String { get }
}

package enum ProblemKind: Sendable, CaseIterable {
    case invalid, unauthenticated, forbidden, notFound, conflict, tooMany, gone, unavailable
}

/// A form that cannot be accepted: everything that is wrong with it at once, each at its field.
package protocol FormProblem: Problem {
    associatedtype Issue: Sendable
    var issues: [Issue] { get }
}

extension FormProblem {
    package var kind: ProblemKind { .invalid }
}

package enum AccessProblem: Problem, Equatable {
    case unauthenticated
    case forbidden(Verb)
    /// One may, but the programme is over.
    case programmeClosed

    package var kind: ProblemKind {
        switch self {
        case .unauthenticated: .unauthenticated
        case .forbidden, .programmeClosed: .forbidden
        }
    }

    package var code: String {
        switch self {
        case .unauthenticated: "access.unauthenticated"
        case .forbidden: "access.forbidden"
        case .programmeClosed: "access.programme-closed"
        }
    }
}
