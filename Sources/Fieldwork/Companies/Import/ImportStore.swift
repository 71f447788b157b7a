import Foundation
import Kernel
import Spreadsheet
import Storage

/// All SQL about imports and the lines of their files. What is in them: `ImportResultStore`.
struct ImportStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func insert(_ item: CompanyImport, records: [CSVRecord]) throws -> Bool {
        let added = try db.run(
            """
            INSERT INTO company_import (id, programme, state, file_name, encoding, delimiter, headers, columns,
                line_count, checked_count, new_count, changed_count, same_count, wrong_count, created_by, created_at,
                worked_at, mark)
            VALUES (\(item.id), \(programme), \(item.state), \(item.fileName), \(item.encoding), \(item.delimiter),
                \(try JSON.text(item.headers)), \(try JSON.columns(item.columns)), \(item.lineCount), 0, 0, 0, 0, 0,
                \(item.createdBy), \(item.createdAt), \(item.workedAt), '')
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        )
        guard !added.isEmpty else { return false }
        var position = 0
        while position < records.count {
            let part = records[position..<min(position + 200, records.count)]
            let rows = try part.enumerated().map { offset, record -> SQL in
                """
                (\(item.id), \(position + offset), \(record.line), \(try JSON.text(record.cells)), \(record.flaw))
                """
            }
            try db.run(
                """
                INSERT INTO company_import_line (import_id, position, line, cells, flaw)
                VALUES \(.joined(rows, by: ", "))
                """
            )
            position += part.count
        }
        return true
    }

    func find(_ id: CompanyImport.ID) throws -> CompanyImport {
        guard let row = try db.run("\(columns) WHERE programme = \(programme) AND id = \(id)").first else {
            throw CompanyImportProblem.notFound
        }
        return try item(row)
    }

    /// The newest first.
    func all() throws -> [CompanyImport] {
        try db.run("\(columns) WHERE programme = \(programme) ORDER BY created_at DESC, id LIMIT 50").map(item)
    }

    func update(_ item: CompanyImport) throws {
        try db.run(
            """
            UPDATE company_import SET state = \(item.state), columns = \(try JSON.columns(item.columns)),
                checked_count = \(item.checkedCount), new_count = \(item.counts.new),
                changed_count = \(item.counts.changed), same_count = \(item.counts.same),
                wrong_count = \(item.counts.wrong), worked_at = \(item.workedAt), mark = \(item.mark)
            WHERE programme = \(programme) AND id = \(item.id)
            """
        )
    }

    func remove(_ id: CompanyImport.ID) throws -> Bool {
        try !db.run("DELETE FROM company_import WHERE programme = \(programme) AND id = \(id) RETURNING id").isEmpty
    }

    /// In every programme: nobody has to come back for it.
    static func removeAll(before moment: Date, in db: any SQLConnection) throws -> Int {
        try db.run("DELETE FROM company_import WHERE created_at < \(moment) RETURNING id").count
    }

    func removeLines(of id: CompanyImport.ID) throws {
        try db.run("DELETE FROM company_import_line WHERE import_id = \(id)")
        try db.run("DELETE FROM company_import_result WHERE import_id = \(id)")
    }

    func lines(of id: CompanyImport.ID, from position: Int, count: Int) throws -> [(position: Int, record: CSVRecord)] {
        try db.run(
            """
            SELECT position, line, cells, flaw FROM company_import_line
            WHERE import_id = \(id) AND position >= \(position) ORDER BY position LIMIT \(count)
            """
        ).map { row in
            (
                try row.get(0),
                CSVRecord(line: try row.get(1), cells: try JSON.value(row.get(2)), flaw: try row.find(3))
            )
        }
    }

    /// The lines of the file that were wrong, as they were sent.
    func wrongLines(of id: CompanyImport.ID) throws -> [(record: CSVRecord, issues: [ImportIssue])] {
        try db.run(
            """
            SELECT l.line, l.cells, r.issues FROM company_import_result AS r
            JOIN company_import_line AS l ON l.import_id = r.import_id AND l.position = r.position
            WHERE r.import_id = \(id) AND r.outcome = \(ImportOutcome.wrong) ORDER BY r.position
            """
        ).map { row in
            (CSVRecord(line: try row.get(0), cells: try JSON.value(row.get(1))), try JSON.value(row.get(2)))
        }
    }

    /// Changes with every company that is added or changed; companies never go.
    func mark() throws -> String {
        let row = try db.run(
            """
            SELECT count(*), CAST(coalesce(sum(version), 0) AS BIGINT) FROM company WHERE programme = \(programme)
            """
        )[0]
        return "\(try row.get(0, as: Int.self))-\(try row.get(1, as: Int.self))"
    }

    private var columns: SQL {
        """
        SELECT id, state, file_name, encoding, delimiter, headers, columns, line_count, checked_count, new_count,
            changed_count, same_count, wrong_count, created_by, created_at, worked_at, mark FROM company_import
        """
    }

    private func item(_ row: SQLRow) throws -> CompanyImport {
        CompanyImport(
            id: try row.get(0),
            state: try row.get(1),
            fileName: try row.get(2),
            encoding: try row.get(3),
            delimiter: try row.get(4),
            headers: try JSON.value(row.get(5)),
            columns: try JSON.columns(row.get(6)),
            lineCount: try row.get(7),
            checkedCount: try row.get(8),
            counts: .init(
                new: try row.get(9),
                changed: try row.get(10),
                same: try row.get(11),
                wrong: try row.get(12)
            ),
            createdBy: try row.get(13),
            createdAt: try row.get(14),
            workedAt: try row.get(15),
            mark: try row.get(16)
        )
    }
}

extension SQLConnection {
    func imports(in programme: ProgrammeID) -> ImportStore { ImportStore(db: self, programme: programme) }
}

extension CompanyImport.State: SQLConvertible {}
extension TextEncoding: SQLConvertible {}
extension ImportOutcome: SQLConvertible {}
extension CSVRecord.Flaw: SQLConvertible {}

/// Lists in one column, where nobody has to search in them.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    static func columns(_ columns: [ImportField: Int]) throws -> String {
        try text(Dictionary(uniqueKeysWithValues: columns.map { ($0.key.rawValue, $0.value) }))
    }

    static func columns(_ text: String) throws -> [ImportField: Int] {
        let stored: [String: Int] = try value(text)
        return Dictionary(
            uniqueKeysWithValues: stored.compactMap { key, column in ImportField(rawValue: key).map { ($0, column) } }
        )
    }
}
