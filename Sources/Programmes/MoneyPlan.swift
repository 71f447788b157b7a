package import Kernel

/// The money and time that a programme counts on (*geldplan*): where it comes from, what it is for, and what was promised.
/// What became of it is booked, and is not in here.
package struct MoneyPlan: Codable, Equatable, Sendable {
    package var sources: [MoneySource]
    package var posts: [CostPost]
    /// What the plan starts from; a budget that is set on the site replaces it.
    package var budget: [PlannedBudget]
    /// What people do for whom hours are counted.
    package var hourRoles: [HourRole]
    package var promises: [Promise]

    package func source(_ code: MoneySource.ID) -> MoneySource? { sources.first { $0.code == code } }
    package func post(_ code: CostPost.ID) -> CostPost? { posts.first { $0.code == code } }
    package func hourRole(_ code: HourRole.ID) -> HourRole? { hourRoles.first { $0.code == code } }
}

/// Where money comes from (*dekking*).
package struct MoneySource: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    package var payer: OrganisationCode?
    /// No more than this was given.
    package var ceiling: Cents?
    /// From this amount on other rules hold.
    package var limit: Limit?

    package struct Limit: Codable, Equatable, Sendable {
        package var amount: Cents
        package var why: Text
    }
}

/// What money is spent on (*post*).
package struct CostPost: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
    package var line: ActionLine.ID?
}

/// So much for a post, from a source, in a year.
package struct PlannedBudget: Codable, Equatable, Sendable {
    package var post: CostPost.ID
    package var source: MoneySource.ID
    package var year: Int
    package var amount: Cents

    package init(post: CostPost.ID, source: MoneySource.ID, year: Int, amount: Cents) {
        self.post = post
        self.source = source
        self.year = year
        self.amount = amount
    }
}

/// What somebody does in whose hours are counted (*functie*).
package struct HourRole: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>

    package var code: ID
    package var name: Text
}

/// What an organisation said it would put in (*toezegging*).
package struct Promise: Codable, Equatable, Sendable {
    package enum Scope {}
    package typealias ID = Code<Scope>
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case cash, hours
        case inKind = "in-kind"
    }

    package var code: ID
    package var organisation: OrganisationCode
    package var kind: Kind
    /// In hours, or in euros; `nil` when no number was named.
    package var amount: Int?
    package var text: Text
}

extension Programme {
    /// Everybody who may pay, or put in time: partners, and who takes part in the action plan.
    package var parties: [(code: OrganisationCode, name: String)] {
        let organisations = (actionPlan?.organisations ?? []).map { ($0.code, $0.name) }
        let known = Set(organisations.map(\.0))
        let partners = partners.compactMap { partner in
            OrganisationCode(partner.code.description).map { ($0, partner.name) }
        }
        return partners.filter { !known.contains($0.0) } + organisations
    }

    package func partyName(_ code: OrganisationCode) -> String {
        actionPlan?.organisation(code)?.name
            ?? partners.first { $0.code.description == code.description }?.name ?? code.description
    }
}
