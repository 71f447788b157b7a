import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Programmes

/// Companies, as somebody with a browser sees them.
struct CompanyRoutes {
    let companies: Companies
    let contacts: ContactPersons
    let programmes: Programmes
    let timeline: [TimelineSource]
    let next: NextContactSource
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.companies.route, use: list)
        router.get(Addresses.newCompany.route, use: new)
        router.post(Addresses.newCompany.route, use: register)
        router.get(Addresses.companyExport.route, use: export)
        router.get(Addresses.company.route, use: show)
        router.get(Addresses.changeCompany.route, use: edit)
        router.post(Addresses.changeCompany.route, use: change)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let query = CompanyQuery(FormFields(request.uri.query ?? ""))
        let list = try await companies.list(query, in: visit.programme, as: visit.principal)
        return try CompanyListPage(programme: visit.programme, principal: visit.principal, query: query, list: list)
            .response(from: request, context: visit.context)
    }

    /// Everything that fits the filters, in the same order, as a file for a spreadsheet.
    private func export(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let query = CompanyQuery(FormFields(request.uri.query ?? ""))
        let found = try await companies.export(query, in: visit.programme, as: visit.principal)
        let text = CompanyExport(programme: visit.programme, language: context.language).text(found)
        return .download(
            text,
            name: "bedrijven \(visit.programme.id) \(world.today).csv",
            type: "text/csv; charset=utf-8"
        )
    }

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.editCompanies, in: visit.programme.id)
        return try CompanyFormPage(programme: visit.programme, id: world.id(), form: CompanyForm(), isNew: true)
            .response(from: request, context: visit.context)
    }

    private func register(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let fields = try await request.fields(context)
        guard let id = Company.ID(fields["id"]) else { throw PageProblem.unreadableForm }
        let form = CompanyForm(fields)
        do {
            try await companies.register(id, form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.company.path(visit.programme.id, id))
        } catch let invalid as InvalidCompany {
            return try CompanyFormPage(
                programme: visit.programme,
                id: id,
                form: form,
                issues: invalid.issues,
                isNew: true
            ).response(from: request, context: visit.context)
        }
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let id = try context.parameter("company", as: Company.ID.self)
        let (programme, principal) = (visit.programme.id, visit.principal)
        let company = try await companies.find(id, in: programme, as: principal)
        var entries: [TimelineEntry] = []
        for source in timeline { entries += try await source.entries(id, programme, principal) }
        return try CompanyPage(
            programme: visit.programme,
            principal: principal,
            company: company,
            contacts: try await contacts.all(of: id, in: programme, as: principal),
            timeline: entries,
            next: try await next.card(id, programme, principal)
        ).response(from: request, context: visit.context)
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.editCompanies, in: visit.programme.id)
        let id = try context.parameter("company", as: Company.ID.self)
        let company = try await companies.find(id, in: visit.programme.id, as: visit.principal)
        return try CompanyFormPage(programme: visit.programme, id: id, form: CompanyForm(company), isNew: false)
            .response(from: request, context: visit.context)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let id = try context.parameter("company", as: Company.ID.self)
        let form = CompanyForm(try await request.fields(context))
        var page = CompanyFormPage(programme: visit.programme, id: id, form: form, isNew: false)
        do {
            try await companies.change(id, form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.company.path(visit.programme.id, id))
        } catch let invalid as InvalidCompany {
            page.issues = invalid.issues
        } catch CompanyProblem.changedMeanwhile(let current) {
            page.current = current
        }
        return try page.response(from: request, context: visit.context)
    }
}

extension CompanyForm {
    init(_ fields: FormFields) {
        self.init()
        for field in Field.allCases { self[field] = fields[field.rawValue] }
        version = Int(fields["version"])
        isOther = fields["isOther"] == "ja"
    }
}

extension TimelineSource {
    /// What happened to the data of the company itself.
    static func companies(_ companies: Companies, _ programmes: Programmes) -> TimelineSource {
        .companies(companies) { CompanyNames.of(try await programmes.current($0)) }
    }
}
