import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about what the lines of one import mean, and about making it so.
struct ImportResultStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let id: CompanyImport.ID

    func append(_ results: [ImportResult], in content: Programme) throws {
        for part in stride(from: 0, to: results.count, by: 100) {
            let rows = try results[part..<min(part + 100, results.count)].map { try row($0, content) }
            try db.run(
                """
                INSERT INTO company_import_result (import_id, position, line, outcome, issues, changes, shown_name,
                    company_id, name, name_sort, kvk_number, branch_number, sbi_code, sector, size, street, postcode,
                    city, municipality, municipality_sort, is_member, source, search, match_key, created_at, version,
                    contact_id, contact_name, contact_position, contact_email, contact_phone)
                VALUES \(.joined(rows, by: ", "))
                """
            )
        }
    }

    private func row(_ result: ImportResult, _ content: Programme) throws -> SQL {
        let company = result.company
        let municipality = content.name(of: company?.municipality)
        let contact = result.contact
        return """
            (\(id), \(result.position), \(result.line), \(result.outcome), \(try JSON.text(result.issues)),
                \(try JSON.text(result.changes)), \(result.name), \(company?.id), \(company?.name),
                \(company?.name.sortKey), \(company?.kvkNumber), \(company?.branchNumber), \(company?.sbiCode),
                \(company?.sector), \(company?.size), \(company?.street), \(company?.postcode), \(company?.city),
                \(company?.municipality), \(CompanyStore.sortKey(of: municipality)), \(company?.isMember),
                \(company?.source), \(company?.searchText(municipalityName: municipality)), \(company?.matchKey),
                \(company?.createdAt), \(company?.version), \(contact?.id), \(contact?.name), \(contact?.position),
                \(contact?.email), \(contact?.phone))
            """
    }

    func removeAll() throws {
        try db.run("DELETE FROM company_import_result WHERE import_id = \(id)")
    }

    /// One page of what is to become of the lines with one outcome.
    func results(_ outcome: ImportOutcome, limit: Int, offset: Int) throws -> [ImportResult] {
        try db.run(
            """
            SELECT position, line, issues, changes, shown_name FROM company_import_result
            WHERE import_id = \(id) AND outcome = \(outcome) ORDER BY position LIMIT \(limit) OFFSET \(offset)
            """
        ).map { row in
            ImportResult(
                position: try row.get(0),
                line: try row.get(1),
                outcome: outcome,
                issues: try JSON.value(row.get(2)),
                changes: try JSON.value(row.get(3)),
                name: try row.get(4)
            )
        }
    }

    /// Earlier lines of the same file that may be the same companies: those with these keys or numbers, and those that
    /// change one of `companies`.
    func candidates(keys: Set<String>, kvkNumbers: Set<String>, companies: [Company.ID]) throws -> [ImportCandidate] {
        let rows =
            try db.run("\(candidateColumns) AND match_key IN \(.list(keys.sorted()))")
            + db.run("\(candidateColumns) AND kvk_number IN \(.list(kvkNumbers.sorted()))")
            + db.run("\(candidateColumns) AND company_id IN \(.list(companies))")
        var found: [Company.ID: ImportCandidate] = [:]
        for row in try rows.sorted(by: { try $0.get(0, as: Int.self) < $1.get(0, as: Int.self) }) {
            let company = try self.company(row)
            var candidate = found[company.id] ?? ImportCandidate(company: company, contactNames: [])
            candidate.company = company
            candidate.line = try row.get(0)
            if let contact: String = try row.find(16) { candidate.contactNames.insert(contact.folded) }
            found[company.id] = candidate
        }
        return found.values.sorted { $0.company.id.description < $1.company.id.description }
    }

    private var candidateColumns: SQL {
        """
        SELECT line, company_id, name, kvk_number, branch_number, sbi_code, sector, size, street, postcode, city,
            municipality, is_member, source, created_at, version, contact_name FROM company_import_result
        WHERE import_id = \(id) AND outcome <> 'wrong'
        """
    }

    private func company(_ row: SQLRow) throws -> Company {
        Company(
            id: try row.get(1),
            name: try row.get(2),
            kvkNumber: try row.find(3),
            branchNumber: try row.find(4),
            sbiCode: try row.find(5),
            sector: try row.find(6),
            size: try row.find(7),
            street: try row.find(8),
            postcode: try row.find(9),
            city: try row.find(10),
            municipality: try row.find(11),
            isMember: try row.find(12),
            source: try row.get(13),
            createdAt: try row.get(14),
            version: try row.get(15)
        )
    }

    /// Who is known already at these companies, by name.
    func contactNames(of companies: [Company.ID]) throws -> [Company.ID: Set<String>] {
        var names: [Company.ID: Set<String>] = [:]
        for row in try db.run("SELECT company_id, name FROM company_contact WHERE company_id IN \(.list(companies))") {
            names[try row.get(0), default: []].insert(try row.get(1, as: String.self).folded)
        }
        return names
    }

    /// Makes it so: the database moves the rows, so that thousands cost no more than a moment.
    func apply(by principal: Principal, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO company (id, programme, name, name_sort, kvk_number, branch_number, sbi_code, sector, size,
                street, postcode, city, municipality, municipality_sort, is_member, source, search, match_key,
                created_at, version)
            SELECT company_id, \(programme), name, name_sort, kvk_number, branch_number, sbi_code, sector, size, street,
                postcode, city, municipality, municipality_sort, is_member, source, search, match_key, created_at,
                version
            FROM company_import_result WHERE import_id = \(id) AND outcome = 'new' ORDER BY position
            """
        )
        try db.run(
            """
            UPDATE company SET name = r.name, name_sort = r.name_sort, kvk_number = r.kvk_number,
                branch_number = r.branch_number, sbi_code = r.sbi_code, sector = r.sector, size = r.size,
                street = r.street, postcode = r.postcode, city = r.city, municipality = r.municipality,
                municipality_sort = r.municipality_sort, is_member = r.is_member, source = r.source,
                search = r.search, match_key = r.match_key, version = company.version + 1
            FROM company_import_result AS r
            WHERE r.import_id = \(id) AND r.outcome = 'changed' AND r.changes <> '[]'
                AND company.id = r.company_id AND company.programme = \(programme)
            """
        )
        try db.run(
            """
            INSERT INTO company_contact (id, programme, company_id, name, position, email, phone)
            SELECT contact_id, \(programme), company_id, contact_name, contact_position, contact_email, contact_phone
            FROM company_import_result
            WHERE import_id = \(id) AND contact_id IS NOT NULL AND outcome IN ('new', 'changed') ORDER BY position
            """
        )
        try db.run(
            """
            INSERT INTO company_event (programme, company_id, kind, changes, name, happened_at)
            SELECT \(programme), company_id,
                CASE WHEN outcome = 'new' THEN \(CompanyEvent.Kind.imported.rawValue)
                    WHEN changes = '[]' THEN \(CompanyEvent.Kind.contactAdded.rawValue)
                    ELSE \(CompanyEvent.Kind.changedByImport.rawValue) END,
                changes, \(principal.name), \(moment)
            FROM company_import_result
            WHERE import_id = \(id) AND outcome IN ('new', 'changed') ORDER BY position
            """
        )
    }
}
