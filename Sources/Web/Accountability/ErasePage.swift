import Accountability
import Fieldwork
import Foundation
import Hummingbird
import Kernel
import Markup
import Programmes

extension Addresses {
    static let eraseCompany = Address("/werk/{programme}/bedrijven/{company}/wissen")
}

/// Forgetting a company, with what that means.
struct ErasureRoutes {
    let erasures: CompanyErasures
    let companies: Companies
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.eraseCompany.route, use: show)
        router.post(Addresses.eraseCompany.route, use: erase)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await visit(context)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func erase(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await visit(context)
        let typed = try await request.fields(context)["naam"]
        do {
            try await erasures.erase(
                try context.parameter("company"),
                confirmation: typed,
                in: visit.programme.id,
                as: visit.principal,
                writing: visit.sessionMail
            )
            return .done(.removed, seeing: Addresses.companies.path(visit.programme.id))
        } catch let invalid as InvalidErasure {
            var page = try await page(visit)
            page.typed = typed
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func visit(_ context: AppContext) async throws -> Visit {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.eraseCompanies, in: visit.programme.id)
        return visit
    }

    private func page(_ visit: Visit) async throws -> ErasePage {
        let id: Company.ID = try visit.context.parameter("company")
        return ErasePage(
            programme: visit.programme.id,
            company: try await companies.find(id, in: visit.programme.id, as: visit.principal)
        )
    }
}

struct ErasePage: Page {
    let programme: ProgrammeID
    let company: Company
    var typed = ""
    var issues: [InvalidErasure.Issue] = []

    var title: Text { Text(nl: "Bedrijf wissen", en: "Erase the company") }
    var section: NavigationSection? { .companies }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        let back = Addresses.company.path(programme, company.id)
        p(.class("breadcrumb")) { a(.href(back)) { company.name } }
        ErrorSummary(issues: issues)
        h1 { title }
        p {
            Text(
                nl: "Dit haalt overal weg wie dit bedrijf was: naam, adres, nummers, contactpersonen, toelichtingen, "
                    + "voorbeelden met foto’s, brieven en persoonlijke links. Afspraken worden afgezegd en koppelingen "
                    + "gestopt; een coach ziet niets meer.",
                en:
                    "This takes away everywhere who this company was: name, address, numbers, contact persons, remarks, "
                    + "examples with photos, letters and personal links. Appointments are cancelled and referrals "
                    + "stopped; a coach sees nothing any more."
            )
        }
        p {
            Text(
                nl:
                    "Wat blijft, zonder naam: de gemeente, de sector, de grootte, of het lid is, en de vinkjes. Zo kloppen "
                    + "de aantallen nog.",
                en: "What stays, without a name: municipality, sector, size, membership, and the ticks. So the numbers "
                    + "stay right."
            )
        }
        p { strong { Text(nl: "U kunt het niet terugdraaien.", en: "You cannot undo it.") } }
        PostForm(action: Addresses.eraseCompany.path(programme, company.id)) {
            TextField(
                name: "naam",
                caption: Text(nl: "Typ de naam van het bedrijf", en: "Type the name of the company"),
                value: typed,
                hint: Text(same: company.name),
                autocomplete: "off",
                issues: issues
            )
            div(.class("actions")) {
                button(.class("button danger")) { Text(nl: "Wis dit bedrijf", en: "Erase this company") }
                a(.href(back)) { Text(nl: "Niet wissen", en: "Do not erase") }
            }
        }
    }
}

extension InvalidErasure: ExplainedProblem {
    var explanation: Text { InvalidErasure.Issue.nameDiffers.explanation }
}

extension InvalidErasure.Issue: ExplainedIssue {
    var field: String { "naam" }
    var explanation: Text {
        Text(
            nl: "Dit is niet de naam van het bedrijf. Typ hem precies over, om vergissingen te voorkomen.",
            en: "This is not the name of the company. Copy it exactly, to prevent mistakes."
        )
    }
}
