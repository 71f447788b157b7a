package import Fieldwork
package import Kernel
package import Programmes

/// Which companies to ask (*wie uitnodigen*): by what they do or want, and where they are.
package struct CandidateFilter: Equatable, Sendable {
    /// What a company has to do with the theme.
    package enum Interest: String, Sendable, CaseIterable {
        case ambition, doing, either
    }

    /// `nil` for every company, whatever was said.
    package var theme: Theme.ID?
    package var interest: Interest
    /// Empty for all.
    package var areas: Set<AreaCode>

    package init(theme: Theme.ID? = nil, interest: Interest = .either, areas: Set<AreaCode> = []) {
        self.theme = theme
        self.interest = interest
        self.areas = areas
    }
}

/// A company that could be asked to a session.
package struct Candidate: Equatable, Sendable {
    package let company: Company.ID
    package let name: String
    package let municipality: AreaCode?
    /// The first contact person with an e-mail address.
    package let contact: ContactPerson?
    /// What it does or wants in the theme, as the sheet of today calls it.
    package let doing: [Activity.ID]
    package let ambition: [Activity.ID]
    /// It was asked to this session already.
    package let isAsked: Bool
}
