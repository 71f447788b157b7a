import Audit
package import Fieldwork
import Foundation
package import Gatherings
package import Kernel
import Mail
package import Programmes
import Referrals
package import Storage

/// Forgetting a company when it asks for that (*bedrijf wissen*): who it was goes everywhere, what it counts for stays.
package struct CompanyErasures: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// What an erased company is called.
    package static let name = "Gewist bedrijf"

    /// All of it in one transaction. `confirmation` is the name of the company, typed by who decides this: it cannot be
    /// undone.
    ///
    /// - Throws: ``InvalidErasure``, `CompanyProblem.notFound`.
    package func erase(
        _ company: Company.ID,
        confirmation: String,
        in programme: ProgrammeID,
        as principal: Principal,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        try principal.require(.eraseCompanies, in: programme)
        let content = try await programmes.current(programme)
        let companies = Companies(database: database, world: world)
        let there = try await companies.find(company, in: programme, as: principal)
        guard confirmation.trimmingWhitespace().folded == there.name.folded else { throw InvalidErasure() }
        let world = world
        try await database.write { db in
            let subjects = try db.eraseFieldwork(
                of: company,
                named: Self.name,
                in: programme,
                by: principal,
                at: world.now()
            )
            try db.eraseReferrals(of: company, in: programme, by: principal, in: world)
            let participants = try db.eraseParticipants(
                of: company,
                in: content,
                by: principal,
                in: world,
                writing: writing
            )
            try db.mail.erase(about: subjects + participants, in: programme)
            try db.audit.append(
                .eraseCompanies,
                "company.erased",
                of: "company \(company)",
                in: programme,
                by: principal,
                at: world.now()
            )
        }
    }
}

/// What was typed is not the name of the company.
package struct InvalidErasure: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable { case nameDiffers }

    package let issues: [Issue] = [.nameDiffers]
    package var code: String { "company.erasure-unconfirmed" }

    package init() {}
}
