import Audit
import Foundation
package import Kernel
package import Programmes
package import Spreadsheet
package import Storage

/// Bringing companies in from a file: upload, match columns, check, look, and then all or nothing (*inlezen*).
package struct CompanyImports: Sendable {
    let database: any SQLDatabase
    let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// Keeps the file and guesses its columns. The same identifier again gives what is there.
    ///
    /// - Throws: ``ImportFileProblem``.
    @discardableResult
    package func start(
        _ id: CompanyImport.ID,
        fileName: String,
        bytes: [UInt8],
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> CompanyImport {
        try principal.require(.importCompanies, in: programme)
        let file = try DelimitedFile(companies: bytes)
        let now = world.now()
        let item = CompanyImport(
            id: id,
            state: .uploaded,
            fileName: String(fileName.prefix(120)).cleanedLine ?? "bestand.csv",
            encoding: file.encoding,
            delimiter: String(UnicodeScalar(file.delimiter)),
            headers: file.headers,
            columns: ImportField.guess(file.headers),
            lineCount: file.records.count,
            checkedCount: 0,
            counts: .init(),
            createdBy: principal.name,
            createdAt: now,
            workedAt: now,
            mark: ""
        )
        return try await database.write { db in
            let store = db.imports(in: programme)
            _ = try ImportStore.removeAll(before: now.addingTimeInterval(-CompanyImport.lifetime), in: db)
            guard try store.insert(item, records: file.records) else { return try store.find(id) }
            return item
        }
    }

    package func find(
        _ id: CompanyImport.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> CompanyImport {
        try principal.require(.importCompanies, in: programme)
        let oldest = world.now().addingTimeInterval(-CompanyImport.lifetime)
        return try await database.read { db in
            let item = try db.imports(in: programme).find(id)
            guard item.createdAt >= oldest else { throw CompanyImportProblem.notFound }
            return item
        }
    }

    /// Those of the last day, the newest first.
    package func recent(in programme: ProgrammeID, as principal: Principal) async throws -> [CompanyImport] {
        try principal.require(.importCompanies, in: programme)
        let oldest = world.now().addingTimeInterval(-CompanyImport.lifetime)
        return try await database.read { db in
            try db.imports(in: programme).all().filter { $0.createdAt >= oldest }
        }
    }

    /// The first lines of the file, to see what is in its columns.
    package func sample(
        _ id: CompanyImport.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [[String]] {
        try principal.require(.importCompanies, in: programme)
        return try await database.read { db in
            let store = db.imports(in: programme)
            return try store.lines(of: store.find(id).id, from: 0, count: 3).map(\.record.cells)
        }
    }

    /// Begins the check, from the start. Takes what was chosen for every column of the file, in order.
    ///
    /// - Throws: ``InvalidColumns``.
    @discardableResult
    package func choose(
        _ choices: [ImportField?],
        of id: CompanyImport.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> CompanyImport {
        try principal.require(.importCompanies, in: programme)
        let columns = try InvalidColumns.columns(choices)
        let now = world.now()
        return try await database.write { db in
            let store = db.imports(in: programme)
            var item = try store.find(id)
            guard item.state != .applied else { throw CompanyImportProblem.notReady }
            item.columns = columns.filter { item.headers.indices.contains($0.value) }
            try restart(&item, at: now, db, store)
            return item
        }
    }

    private func restart(_ item: inout CompanyImport, at now: Date, _ db: any SQLConnection, _ store: ImportStore)
        throws
    {
        item.state = .checking
        item.checkedCount = 0
        item.counts = .init()
        item.workedAt = now
        item.mark = try store.mark()
        try ImportResultStore(db: db, programme: store.programme, id: item.id).removeAll()
        try store.update(item)
    }

    /// Looks at the next lines. Whoever asks again goes on where it was, so an interrupted check is never lost.
    @discardableResult
    package func check(
        _ id: CompanyImport.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> CompanyImport {
        try principal.require(.importCompanies, in: programme.id)
        let world = world
        return try await database.write { db in
            let store = db.imports(in: programme.id)
            var item = try store.find(id)
            guard item.state == .checking else { return item }
            let results = ImportResultStore(db: db, programme: programme.id, id: id)
            var plan = ImportPlan(
                programme: programme,
                columns: item.columns,
                headerCount: item.headers.count,
                source: item.fileName,
                now: item.createdAt,
                makeID: world.uuid
            )
            let drafts = try store.lines(of: id, from: item.checkedCount, count: CompanyImport.step)
                .map { plan.draft($0.record, position: $0.position) }
            let drafted = drafts.compactMap(\.company)
            let keys = Set(drafted.map(\.matchKey))
            let numbers = Set(drafted.compactMap(\.kvkNumber))
            let there = try db.companies(in: programme.id).matching(keys: keys, kvkNumbers: numbers)
            let contacts = try results.contactNames(of: there.map(\.id))
            for company in there {
                plan.know(ImportCandidate(company: company, contactNames: contacts[company.id] ?? []))
            }
            let earlier = try results.candidates(keys: keys, kvkNumbers: numbers, companies: there.map(\.id))
            for candidate in earlier {
                var known = candidate
                known.contactNames.formUnion(contacts[candidate.company.id] ?? [])
                plan.know(known)
            }
            let found = drafts.map { plan.result(of: $0) }
            try results.append(found, in: programme)
            for result in found { item.counts[result.outcome] += 1 }
            item.checkedCount += drafts.count
            item.workedAt = world.now()
            if item.checkedCount >= item.lineCount || drafts.isEmpty { item.state = .checked }
            try store.update(item)
            return item
        }
    }

    package func results(
        _ outcome: ImportOutcome,
        of id: CompanyImport.ID,
        in programme: ProgrammeID,
        limit: Int = 100,
        offset: Int = 0,
        as principal: Principal
    ) async throws -> [ImportResult] {
        try principal.require(.importCompanies, in: programme)
        return try await database.read { db in
            let item = try db.imports(in: programme).find(id)
            return try ImportResultStore(db: db, programme: programme, id: item.id)
                .results(outcome, limit: limit, offset: offset)
        }
    }

    /// The wrong lines as they were sent, to be put right and sent again.
    package func wrongLines(
        of id: CompanyImport.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> (headers: [String], lines: [(record: CSVRecord, issues: [ImportIssue])]) {
        try principal.require(.importCompanies, in: programme)
        return try await database.read { db in
            let store = db.imports(in: programme)
            let item = try store.find(id)
            return (item.headers, try store.wrongLines(of: id))
        }
    }

    /// All of it, or nothing. Once done it stays done: the same question again gives the same answer.
    @discardableResult
    package func apply(
        _ id: CompanyImport.ID,
        leavingOutWrong: Bool,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> CompanyImport {
        try principal.require(.importCompanies, in: programme)
        let now = world.now()
        let (item, isStale) = try await database.write { db in
            let store = db.imports(in: programme)
            var item = try store.find(id)
            if item.state == .applied { return (item, false) }
            guard item.state == .checked else { throw CompanyImportProblem.notReady }
            guard item.counts.wrong == 0 || leavingOutWrong else { throw CompanyImportProblem.hasWrongLines }
            guard item.counts.new + item.counts.changed > 0 else { throw CompanyImportProblem.nothingToDo }
            guard try store.mark() == item.mark else {
                try restart(&item, at: now, db, store)
                return (item, true)
            }
            try ImportResultStore(db: db, programme: programme, id: id).apply(by: principal, at: now)
            try store.removeLines(of: id)
            item.state = .applied
            item.workedAt = now
            try store.update(item)
            try db.audit.append(
                .importCompanies,
                "companies.imported new \(item.counts.new) changed \(item.counts.changed) wrong \(item.counts.wrong)",
                of: "import \(id)",
                in: programme,
                by: principal,
                at: now
            )
            return (item, false)
        }
        if isStale { throw CompanyImportProblem.changedMeanwhile }
        return item
    }

    /// Throws the file away. Giving up what is gone already is fine.
    package func stop(_ id: CompanyImport.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.importCompanies, in: programme)
        _ = try await database.write { db in try db.imports(in: programme).remove(id) }
    }

    /// Removes what is older than a day, in every programme.
    @discardableResult
    package func removeOld() async throws -> Int {
        let oldest = world.now().addingTimeInterval(-CompanyImport.lifetime)
        return try await database.write { db in try ImportStore.removeAll(before: oldest, in: db) }
    }
}

extension CompanyImport.Counts {
    fileprivate subscript(outcome: ImportOutcome) -> Int {
        get {
            switch outcome {
            case .new: new
            case .changed: changed
            case .same: same
            case .wrong: wrong
            }
        }
        set {
            switch outcome {
            case .new: new = newValue
            case .changed: changed = newValue
            case .same: same = newValue
            case .wrong: wrong = newValue
            }
        }
    }
}
