import Fieldwork
import Hummingbird
import Kernel
import Programmes

/// The people to talk to at a company.
struct ContactRoutes {
    let companies: Companies
    let contacts: ContactPersons
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.newContact.route, use: new)
        router.post(Addresses.newContact.route, use: add)
        router.post(Addresses.eraseContacts.route, use: erase)
        router.get(Addresses.contact.route, use: edit)
        router.post(Addresses.contact.route, use: change)
        router.post(Addresses.removeContact.route, use: remove)
    }

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, company) = try await visit(context)
        return try ContactFormPage(
            programme: visit.programme.id,
            company: company,
            id: world.id(),
            form: ContactForm(),
            isNew: true
        ).response(from: request, context: visit.context)
    }

    private func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, company) = try await visit(context)
        let fields = try await request.fields(context)
        guard let id = ContactPerson.ID(fields["id"]) else { throw PageProblem.unreadableForm }
        let form = ContactForm(fields)
        do {
            try await contacts.add(id, form, to: company.id, in: visit.programme.id, as: visit.principal)
            return done(.saved, company, visit)
        } catch let invalid as InvalidContact {
            return try ContactFormPage(
                programme: visit.programme.id,
                company: company,
                id: id,
                form: form,
                issues: invalid.issues,
                isNew: true
            ).response(from: request, context: visit.context)
        }
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, company) = try await visit(context)
        let id = try context.parameter("contact", as: ContactPerson.ID.self)
        let all = try await contacts.all(of: company.id, in: visit.programme.id, as: visit.principal)
        guard let contact = all.first(where: { $0.id == id }) else { throw CompanyProblem.contactNotFound }
        return try ContactFormPage(
            programme: visit.programme.id,
            company: company,
            id: id,
            form: ContactForm(contact),
            isNew: false
        ).response(from: request, context: visit.context)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, company) = try await visit(context)
        let id = try context.parameter("contact", as: ContactPerson.ID.self)
        let form = ContactForm(try await request.fields(context))
        do {
            try await contacts.change(id, form, of: company.id, in: visit.programme.id, as: visit.principal)
            return done(.saved, company, visit)
        } catch let invalid as InvalidContact {
            return try ContactFormPage(
                programme: visit.programme.id,
                company: company,
                id: id,
                form: form,
                issues: invalid.issues,
                isNew: false
            ).response(from: request, context: visit.context)
        }
    }

    private func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, company) = try await visit(context)
        let id = try context.parameter("contact", as: ContactPerson.ID.self)
        try await contacts.remove(id, of: company.id, in: visit.programme.id, as: visit.principal)
        return done(.removed, company, visit)
    }

    private func erase(_ request: Request, _ context: AppContext) async throws -> Response {
        let (visit, company) = try await visit(context)
        try await contacts.eraseAll(of: company.id, in: visit.programme.id, as: visit.principal)
        return done(.removed, company, visit)
    }

    private func done(_ notice: Notice, _ company: Company, _ visit: Visit) -> Response {
        .done(notice, seeing: Addresses.company.path(visit.programme.id, company.id) + "#contactpersonen")
    }

    /// Nobody who may not change people gets as far as a form.
    private func visit(_ context: AppContext) async throws -> (Visit, Company) {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.editCompanies, in: visit.programme.id)
        let id = try context.parameter("company", as: Company.ID.self)
        return (visit, try await companies.find(id, in: visit.programme.id, as: visit.principal))
    }
}

extension ContactForm {
    init(_ fields: FormFields) {
        self.init(
            name: fields["naam"],
            position: fields["functie"],
            email: fields["email"],
            phone: fields["telefoon"]
        )
    }
}
