package import Kernel

/// A company that cannot be kept as it was filled in.
package struct InvalidCompany: FormProblem, Equatable {
    package enum Issue: Sendable, Hashable {
        case nameMissing
        /// Neither postcode nor municipality.
        case placeMissing
        case kvkNumberInvalid, kvkNumberMissing, branchNumberInvalid, sbiCodeInvalid, postcodeInvalid
        case sectorUnknown, sizeUnknown, municipalityUnknown, memberUnknown
        case tooLong(CompanyForm.Field, limit: Int)
        /// Characters that were lost before the text came to us.
        case unreadable(CompanyForm.Field)
        /// The number belongs to a company that is there already.
        case numberTaken(Company.ID, name: String)
        /// Same name and postcode; may be confirmed to be another one.
        case looksLike(Company.ID, name: String)
    }

    package let issues: [Issue]

    package init(issues: [Issue]) {
        self.issues = issues
    }

    package var code: String { "company.invalid" }
}

/// A contact person that cannot be kept as filled in.
package struct InvalidContact: FormProblem, Equatable {
    package enum Issue: String, Sendable, CaseIterable {
        case nameMissing, nameTooLong, positionTooLong, emailInvalid, phoneInvalid
    }

    package let issues: [Issue]

    package var code: String { "company.contact-invalid" }
}

package enum CompanyProblem: Problem, Equatable {
    case notFound
    case contactNotFound
    /// Somebody else changed it while this was being typed; here is what it has become.
    case changedMeanwhile(Company)

    package var kind: ProblemKind {
        switch self {
        case .notFound, .contactNotFound: .notFound
        case .changedMeanwhile: .conflict
        }
    }

    package var code: String {
        switch self {
        case .notFound: "company.not-found"
        case .contactNotFound: "company.contact-not-found"
        case .changedMeanwhile: "company.changed-meanwhile"
        }
    }
}
