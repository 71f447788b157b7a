import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about companies and their contact persons. Exists only for one programme, so no query can forget it.
struct CompanyStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// Does nothing, and says so, when this identifier is there already in this programme.
    func insert(_ company: Company, municipalityName: String?) throws -> Bool {
        try !db.run(
            """
            INSERT INTO company (id, programme, name, name_sort, kvk_number, branch_number, sbi_code, sector, size,
                street, postcode, city, municipality, municipality_sort, is_member, source, search, match_key,
                created_at, version)
            VALUES (\(company.id), \(programme), \(company.name), \(company.name.sortKey), \(company.kvkNumber),
                \(company.branchNumber), \(company.sbiCode), \(company.sector), \(company.size), \(company.street),
                \(company.postcode), \(company.city), \(company.municipality),
                \(CompanyStore.sortKey(of: municipalityName)), \(company.isMember), \(company.source),
                \(company.searchText(municipalityName: municipalityName)), \(company.matchKey), \(company.createdAt),
                \(company.version))
            ON CONFLICT (id) DO NOTHING
            RETURNING id
            """
        ).isEmpty
    }

    /// Does nothing, and says so, when somebody else changed it first.
    func update(_ company: Company, from version: Int, municipalityName: String?) throws -> Bool {
        try !db.run(
            """
            UPDATE company SET name = \(company.name), name_sort = \(company.name.sortKey),
                kvk_number = \(company.kvkNumber), branch_number = \(company.branchNumber),
                sbi_code = \(company.sbiCode), sector = \(company.sector), size = \(company.size),
                street = \(company.street), postcode = \(company.postcode), city = \(company.city),
                municipality = \(company.municipality),
                municipality_sort = \(CompanyStore.sortKey(of: municipalityName)),
                is_member = \(company.isMember), source = \(company.source),
                search = \(company.searchText(municipalityName: municipalityName)), match_key = \(company.matchKey),
                version = \(company.version)
            WHERE programme = \(programme) AND id = \(company.id) AND version = \(version)
            RETURNING id
            """
        ).isEmpty
    }

    /// What has no municipality comes last.
    static func sortKey(of municipalityName: String?) -> String { municipalityName?.sortKey ?? "zzzz" }

    func find(_ id: Company.ID) throws -> Company {
        guard let row = try db.run("\(selection) WHERE programme = \(programme) AND id = \(id)").first else {
            throw CompanyProblem.notFound
        }
        return try Self.company(row)
    }

    /// For other features that show companies by name.
    func find(_ ids: some Sequence<Company.ID>) throws -> [Company] {
        try db.run("\(selection) WHERE programme = \(programme) AND id IN \(.list(ids))").map(Self.company)
    }

    func withNumber(_ kvkNumber: String, branch: String?) throws -> Company? {
        try db.run(
            """
            \(selection) WHERE programme = \(programme) AND kvk_number = \(kvkNumber)
            AND coalesce(branch_number, '') = \(branch ?? "")
            """
        ).first.map(Self.company)
    }

    func matching(_ key: String) throws -> [Company] {
        try db.run("\(selection) WHERE programme = \(programme) AND match_key = \(key) ORDER BY id").map(Self.company)
    }

    /// Everything that may be one of these, for an import: found with one question.
    func matching(keys: Set<String>, kvkNumbers: Set<String>) throws -> [Company] {
        try db.run("\(selection) WHERE programme = \(programme) AND match_key IN \(.list(keys.sorted()))").map(
            Self.company
        )
            + db.run("\(selection) WHERE programme = \(programme) AND kvk_number IN \(.list(kvkNumbers.sorted()))")
            .map(Self.company)
    }

    private var selection: SQL { "SELECT \(Self.columns) FROM company" }

    static var columns: SQL {
        """
        id, name, kvk_number, branch_number, sbi_code, sector, size, street, postcode, city, municipality,
            is_member, source, created_at, version
        """
    }

    static func company(_ row: SQLRow) throws -> Company {
        Company(
            id: try row.get(0),
            name: try row.get(1),
            kvkNumber: try row.find(2),
            branchNumber: try row.find(3),
            sbiCode: try row.find(4),
            sector: try row.find(5),
            size: try row.find(6),
            street: try row.find(7),
            postcode: try row.find(8),
            city: try row.find(9),
            municipality: try row.find(10),
            isMember: try row.find(11),
            source: try row.get(12),
            createdAt: try row.get(13),
            version: try row.get(14)
        )
    }
}

extension CompanyStore {
    func record(
        _ kind: CompanyEvent.Kind,
        of company: Company.ID,
        changes: [CompanyEvent.Change] = [],
        by principal: Principal,
        at moment: Date
    ) throws {
        try db.run(
            """
            INSERT INTO company_event (programme, company_id, kind, changes, name, happened_at)
            VALUES (\(programme), \(company), \(kind.rawValue), \(try CompanyEvent.encode(changes)), \(principal.name),
                \(moment))
            """
        )
    }

    /// The newest first.
    func events(of company: Company.ID) throws -> [CompanyEvent] {
        try db.run(
            """
            SELECT kind, changes, name, happened_at FROM company_event
            WHERE programme = \(programme) AND company_id = \(company) ORDER BY happened_at DESC LIMIT 200
            """
        ).compactMap { row in
            guard let kind = CompanyEvent.Kind(rawValue: try row.get(0)) else { return nil }
            return CompanyEvent(
                kind: kind,
                changes: try CompanyEvent.decodeChanges(try row.get(1)),
                name: try row.get(2),
                happenedAt: try row.get(3)
            )
        }
    }

    func contacts(of company: Company.ID) throws -> [ContactPerson] {
        try db.run(
            """
            SELECT id, name, position, email, phone FROM company_contact
            WHERE programme = \(programme) AND company_id = \(company) ORDER BY name, id
            """
        ).map { row in
            ContactPerson(
                id: try row.get(0),
                name: try row.get(1),
                position: try row.find(2),
                email: try row.find(3),
                phone: try row.find(4)
            )
        }
    }

    /// Does nothing, and says so, when this identifier is there already.
    func insert(_ contact: ContactPerson, of company: Company.ID) throws -> Bool {
        try !db.run(
            """
            INSERT INTO company_contact (id, programme, company_id, name, position, email, phone)
            VALUES (\(contact.id), \(programme), \(company), \(contact.name), \(contact.position), \(contact.email),
                \(contact.phone))
            ON CONFLICT (id) DO NOTHING
            RETURNING id
            """
        ).isEmpty
    }

    func update(_ contact: ContactPerson, of company: Company.ID) throws {
        let found = try db.run(
            """
            UPDATE company_contact SET name = \(contact.name), position = \(contact.position),
                email = \(contact.email), phone = \(contact.phone)
            WHERE programme = \(programme) AND company_id = \(company) AND id = \(contact.id) RETURNING id
            """
        )
        if found.isEmpty { throw CompanyProblem.contactNotFound }
    }

    /// How many were removed.
    func removeContact(_ contact: ContactPerson.ID, of company: Company.ID) throws -> Int {
        try db.run(
            """
            DELETE FROM company_contact
            WHERE programme = \(programme) AND company_id = \(company) AND id = \(contact) RETURNING id
            """
        ).count
    }

    func removeContacts(of company: Company.ID) throws -> Int {
        try db.run(
            "DELETE FROM company_contact WHERE programme = \(programme) AND company_id = \(company) RETURNING id"
        ).count
    }
}

extension SQLConnection {
    func companies(in programme: ProgrammeID) -> CompanyStore {
        CompanyStore(db: self, programme: programme)
    }
}

extension SizeClass: SQLConvertible {}

extension CompanyEvent {
    fileprivate static func encode(_ changes: [Change]) throws -> String {
        String(decoding: try JSONEncoder().encode(changes), as: UTF8.self)
    }

    fileprivate static func decodeChanges(_ text: String) throws -> [Change] {
        try JSONDecoder().decode([Change].self, from: Data(text.utf8))
    }
}
