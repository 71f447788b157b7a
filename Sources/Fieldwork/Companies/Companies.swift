import Audit
package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the platform can ask about companies (*bedrijven*).
package struct Companies: Sendable {
    let database: any SQLDatabase
    let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// - Throws: ``InvalidCompany``. The same identifier again changes nothing and gives what is there.
    @discardableResult
    package func register(
        _ id: Company.ID,
        _ form: CompanyForm,
        in programme: Programme,
        as principal: Principal
    ) async throws -> Company {
        try principal.require(.editCompanies, in: programme.id)
        let now = world.now()
        let company = try Company(id: id, form: form, in: programme, createdAt: now)
        return try await database.write { db in
            let store = db.companies(in: programme.id)
            if let there = try store.find([id]).first { return there }
            try store.requireUnique(company, isOther: form.isOther)
            guard try store.insert(company, municipalityName: programme.name(of: company.municipality)) else {
                throw CompanyProblem.notFound
            }
            try store.record(.registered, of: id, by: principal, at: now)
            try db.audit.append(
                .editCompanies,
                "company.registered",
                of: "company \(id)",
                in: programme.id,
                by: principal,
                at: now
            )
            return company
        }
    }

    /// - Throws: ``InvalidCompany``, or ``CompanyProblem/changedMeanwhile(_:)`` when somebody else was first.
    @discardableResult
    package func change(
        _ id: Company.ID,
        _ form: CompanyForm,
        in programme: Programme,
        as principal: Principal
    ) async throws -> Company {
        try principal.require(.editCompanies, in: programme.id)
        let now = world.now()
        return try await database.write { db in
            let store = db.companies(in: programme.id)
            let old = try store.find(id)
            let version = form.version ?? 0
            var new = try Company(id: id, form: form, in: programme, createdAt: old.createdAt, version: old.version)
            // Also the answer to the same change sent twice.
            if new == old { return old }
            guard version == old.version else { throw CompanyProblem.changedMeanwhile(old) }
            try store.requireUnique(new, isOther: form.isOther || new.matchKey == old.matchKey)
            new.version += 1
            guard try store.update(new, from: version, municipalityName: programme.name(of: new.municipality)) else {
                throw CompanyProblem.changedMeanwhile(old)
            }
            let changes = CompanyEvent.changes(from: old, to: new)
            try store.record(.changed, of: id, changes: changes, by: principal, at: now)
            try db.audit.append(
                .editCompanies,
                "company.changed",
                of: "company \(id)",
                in: programme.id,
                by: principal,
                at: now
            )
            return new
        }
    }

    package func find(
        _ id: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Company {
        try principal.require(.readCompanies, in: programme)
        return try await database.read { db in try db.companies(in: programme).find(id) }
    }

    package func list(
        _ query: CompanyQuery,
        in programme: Programme,
        as principal: Principal
    ) async throws -> CompanyList {
        try principal.require(.readCompanies, in: programme.id)
        return try await database.read { db in try CompanyListStore(db: db, programme: programme).list(query) }
    }

    /// Everything that fits, in order, to take away. Data leaves the building here, so it is on record.
    package func export(
        _ query: CompanyQuery,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [Company] {
        try principal.require(.exportCompanies, in: programme.id)
        let now = world.now()
        return try await database.write { db in
            let found = try CompanyListStore(db: db, programme: programme).all(query)
            try db.audit.append(
                .exportCompanies,
                "companies.exported \(found.count)",
                of: "programme \(programme.id)",
                in: programme.id,
                by: principal,
                at: now
            )
            return found
        }
    }

    /// What happened to its data, the newest first.
    package func history(
        of id: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [CompanyEvent] {
        try principal.require(.readCompanies, in: programme)
        return try await database.read { db in
            let store = db.companies(in: programme)
            _ = try store.find(id)
            return try store.events(of: id)
        }
    }
}

extension CompanyStore {
    /// One establishment is registered once; what only looks the same may be confirmed to be another.
    func requireUnique(_ company: Company, isOther: Bool) throws {
        if let number = company.kvkNumber, let there = try withNumber(number, branch: company.branchNumber),
            there.id != company.id
        {
            throw InvalidCompany(issues: [.numberTaken(there.id, name: there.name)])
        }
        if !isOther, let there = try matching(company.matchKey).first(where: { $0.id != company.id }) {
            throw InvalidCompany(issues: [.looksLike(there.id, name: there.name)])
        }
    }
}

extension Programme {
    func name(of area: AreaCode?) -> String? { area.flatMap(self.area)?.name }
}
