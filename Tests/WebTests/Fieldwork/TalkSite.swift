import Fieldwork
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport

/// A site with one company in it, and the steps of a conversation as a browser takes them.
struct TalkSite {
    let site: Site
    let company: Company.ID
    let base = "/werk/mkb-deal-metaal/gesprekken"

    static func serve(
        as principal: Principal = .interviewer,
        language: Language = .dutch,
        world: World = .fixed(),
        on given: (any SQLDatabase)? = nil,
        _ body: @escaping @Sendable (TalkSite) async throws -> Void
    ) async throws {
        let database = if let given { given } else { try await TestDatabase.sqlite.make() }
        let company = Company.ID(UUID(uuidString: "00000000-0000-7000-a000-000000000001")!)
        var form = CompanyForm()
        form[.name] = "Vonk & <b>Zonen</b> BV"
        form[.postcode] = "2741 AB"
        try await Companies(database: database, world: world)
            .register(company, form, in: .sample, as: .interviewer)
        try await Site.serve(on: database, as: principal, language: language, world: world) { site in
            try await body(TalkSite(site: site, company: company))
        }
    }

    /// Plans a conversation for today and gives its address.
    func planned() async throws -> String {
        let id = UUID().uuidString.lowercased()
        _ = try await site.post(
            base + "/nieuw",
            [
                "gesprek": id, "bedrijf": company.description, "dag": "2026-03-02", "tijd": "09:30", "meting": "start",
                "interviewer": Principal.interviewer.account!.description,
            ]
        )
        return "\(base)/\(id)"
    }

    func started() async throws -> String {
        let path = try await planned()
        _ = try await site.post(path + "/stand", ["stap": "beginnen"])
        return path
    }

    func finished(ticking ticks: [String] = []) async throws -> String {
        let path = try await started()
        for tick in ticks { _ = try await site.post(path + "/plaat", ["thema": "product", "vink": tick]) }
        _ = try await site.post(path + "/stand", ["stap": "afronden"])
        return path
    }
}
