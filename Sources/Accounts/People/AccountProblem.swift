package import Kernel

/// A person or part that cannot be kept as it was filled in.
package struct InvalidAccount: FormProblem, Equatable {
    package enum Issue: String, Sendable, CaseIterable {
        case emailInvalid, nameMissing, nameTooLong, roleMissing, initiativeMissing, areasMissing, organisationMissing
    }

    package let issues: [Issue]

    package init(issues: [Issue]) {
        self.issues = issues
    }

    package var code: String { "account.invalid" }
}

/// A password that cannot be used.
package struct InvalidPassword: FormProblem, Equatable {
    package enum Issue: String, Sendable, CaseIterable {
        case tooShort, tooLong, tooCommon, containsName, repeatDiffers, currentWrong
    }

    package let issues: [Issue]

    package init(issues: [Issue]) {
        self.issues = issues
    }

    package var code: String { "account.password-invalid" }
}

package enum AccountProblem: Problem, Equatable {
    case notFound
    /// Unknown, disabled, without a password or a wrong one: whoever tries does not get to know which.
    case signInRefused
    case tooManyAttempts
    /// So many people sign in at this moment that the server has to work through them first.
    case busy
    /// The programme would have nobody left to manage it.
    case lastAdministrator
    /// The person has a part in a programme that is managed by others.
    case managedElsewhere
    /// A link that was used, replaced or left too long.
    case linkExpired

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .signInRefused: .invalid
        case .tooManyAttempts: .tooMany
        case .busy: .unavailable
        case .lastAdministrator, .managedElsewhere: .conflict
        case .linkExpired: .gone
        }
    }

    package var code: String {
        switch self {
        case .notFound: "account.not-found"
        case .signInRefused: "account.sign-in-refused"
        case .tooManyAttempts: "account.too-many-attempts"
        case .busy: "account.busy"
        case .lastAdministrator: "account.last-administrator"
        case .managedElsewhere: "account.managed-elsewhere"
        case .linkExpired: "account.link-expired"
        }
    }
}
