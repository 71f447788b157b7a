import Audit
package import Kernel
package import Storage

/// A contact person as somebody typed it.
package struct ContactForm: Equatable, Sendable {
    package var name = ""
    package var position = ""
    package var email = ""
    package var phone = ""

    package init(name: String = "", position: String = "", email: String = "", phone: String = "") {
        self.name = name
        self.position = position
        self.email = email
        self.phone = phone
    }

    package init(_ contact: ContactPerson) {
        self.init(
            name: contact.name,
            position: contact.position ?? "",
            email: contact.email ?? "",
            phone: contact.phone ?? ""
        )
    }
}

extension ContactPerson {
    package init(id: ID, form: ContactForm) throws(InvalidContact) {
        var issues: [InvalidContact.Issue] = []
        let name = form.name.cleanedLine
        let position = form.position.cleanedLine
        if name == nil { issues.append(.nameMissing) }
        if let name, name.count > 150 { issues.append(.nameTooLong) }
        if let position, position.count > 150 { issues.append(.positionTooLong) }
        let email = form.email.nonEmpty
        if let email, CompanyNotation.email(email) == nil { issues.append(.emailInvalid) }
        let phone = form.phone.nonEmpty
        if let phone, CompanyNotation.phone(phone) == nil { issues.append(.phoneInvalid) }
        guard issues.isEmpty, let name else { throw InvalidContact(issues: issues) }
        self.init(id: id, name: name, position: position, email: email, phone: phone)
    }
}

/// The people to talk to at companies (*contactpersonen*): personal data, so each can be corrected and erased, and who
/// did so is on record.
package struct ContactPersons: Sendable {
    private let database: any SQLDatabase
    private let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    package func all(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [ContactPerson] {
        try principal.require(.readCompanies, in: programme)
        return try await database.read { db in
            let store = db.companies(in: programme)
            _ = try store.find(company)
            return try store.contacts(of: company)
        }
    }

    /// The same identifier again changes nothing.
    package func add(
        _ id: ContactPerson.ID,
        _ form: ContactForm,
        to company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.editCompanies, in: programme)
        let contact = try ContactPerson(id: id, form: form)
        try await decide(.contactAdded, of: company, in: programme, as: principal) { store in
            try store.insert(contact, of: company)
        }
    }

    package func change(
        _ id: ContactPerson.ID,
        _ form: ContactForm,
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.editCompanies, in: programme)
        let contact = try ContactPerson(id: id, form: form)
        try await decide(.contactChanged, of: company, in: programme, as: principal) { store in
            if try store.contacts(of: company).contains(contact) { return false }
            try store.update(contact, of: company)
            return true
        }
    }

    /// Nothing of the person stays behind, except that somebody was removed.
    package func remove(
        _ id: ContactPerson.ID,
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.editCompanies, in: programme)
        try await decide(.contactRemoved, of: company, in: programme, as: principal) { store in
            try store.removeContact(id, of: company) > 0
        }
    }

    /// Removes all personal data that is kept with a company.
    package func eraseAll(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.editCompanies, in: programme)
        try await decide(.contactsErased, of: company, in: programme, as: principal) { store in
            try store.removeContacts(of: company) > 0
        }
    }

    /// `body` says whether it changed anything; only then there is something to record.
    private func decide(
        _ kind: CompanyEvent.Kind,
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal,
        _ body: @escaping @Sendable (CompanyStore) throws -> Bool
    ) async throws {
        let now = world.now()
        try await database.write { db in
            let store = db.companies(in: programme)
            _ = try store.find(company)
            guard try body(store) else { return }
            try store.record(kind, of: company, by: principal, at: now)
            try db.audit.append(
                .editCompanies,
                "company.\(kind.rawValue)",
                of: "company \(company)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
