package import Kernel

package enum FollowUpProblem: Problem, Equatable {
    /// No first conversation with a result, so nothing to come back to.
    case notFound

    package var kind: ProblemKind { .notFound }
    package var code: String { "follow-up.not-found" }
}
