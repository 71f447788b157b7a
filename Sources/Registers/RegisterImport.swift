import Audit
import Foundation
package import Kernel
package import Programmes
package import Spreadsheet
import Storage

/// What a file brings to a register (*inlezing*): how many items are new, different or the same, and each line that
/// cannot be read.
package struct RegisterImport: Equatable, Sendable {
    package enum Fault: Equatable, Sendable {
        case field(Register.Field.ID, InvalidItem.Fault)
        /// The same item as an earlier line.
        case sameAs(line: Int)
        case unknownNumber(String)
        case unknownState(String)
        /// The item cannot go to that state, or this person may not put it there.
        case stateNotAllowed(String)
        case flaw(CSVRecord.Flaw)
    }

    package struct Wrong: Equatable, Sendable {
        package let line: Int
        package let faults: [Fault]
    }

    package fileprivate(set) var new = 0
    package fileprivate(set) var changed = 0
    package fileprivate(set) var same = 0
    package fileprivate(set) var wrong: [Wrong] = []
    /// Columns that the register does not have; they were not read.
    package fileprivate(set) var unknownColumns: [String] = []
    /// Whether anything was kept.
    package fileprivate(set) var isDone = false

    package init() {}
}

extension Registers {
    /// Reads a CSV file in. All of it or nothing, unless the lines that are wrong may be left out. The same file again
    /// changes nothing.
    ///
    /// - Throws: `ImportFileProblem`, ``RegisterProblem``.
    package func importFile(
        _ bytes: [UInt8],
        leavingOutWrong: Bool,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> RegisterImport {
        let register = try own(code, in: programme, as: principal)
        let columns = RegisterColumns(register)
        let file = try DelimitedFile(bytes) { columns.fields(of: $0).count { $0 != nil } }
        let companies = try await sharedCompanies(for: register, in: programme)
        let world = world
        @Sendable func read(_ store: RegisterItemStore) throws -> (reading: RegisterFileReading, stamp: Int) {
            var reading = RegisterFileReading(
                register: register,
                notation: RegisterNotation(programme),
                companies: companies,
                columns: columns.fields(of: file.headers),
                known: try store.matchKeys(),
                nextNumber: try store.nextNumber(),
                today: world.today,
                mayMove: { principal.mayMove($0, to: $1, of: register, in: programme.id) }
            )
            let stamp = try store.stamp().changed
            for record in file.records { reading.read(record) }
            return (reading, stamp)
        }
        // Reading takes longest, and nobody has to wait with writing for it.
        let first = try await database.read { db in try read(db.registerItems(code, in: programme.id)) }
        return try await database.write { db in
            let store = db.registerItems(code, in: programme.id)
            // Anew when somebody changed something meanwhile.
            let isSame = try store.stamp().changed == first.stamp
            let reading = isSame ? first.reading : try read(store).reading
            var result = reading.result
            result.unknownColumns = zip(file.headers, reading.columns).filter { $1 == nil }.map(\.0)
            guard result.wrong.isEmpty || leavingOutWrong, !reading.lines.isEmpty else { return result }
            let now = world.now()
            try store.put(
                reading.lines.map { line in
                    RegisterRow(
                        line.entry,
                        after: line.item,
                        id: line.item?.id ?? world.id(),
                        number: line.number,
                        state: line.state,
                        isProposed: false,
                        of: register,
                        revision: world.id(),
                        by: principal,
                        at: now
                    )
                }
            )
            result.isDone = true
            try db.audit.append(
                .updateActions,
                "register.imported",
                of: "register \(code)",
                in: programme.id,
                by: principal,
                at: now
            )
            return result
        }
    }
}

/// Which field each column of a file is about.
struct RegisterColumns {
    enum Column: Equatable {
        case number, state
        case field(Register.Field)
    }

    private let byName: [String: Column]

    init(_ register: Register) {
        var byName: [String: Column] = [:]
        // A person is not read from a file, nor written to one: it has a purpose, and a list of people is another.
        for field in register.fields where field.kind.isWritten {
            for name in [field.code.description, field.name.nl, field.name.en] { byName[name.folded] = .field(field) }
        }
        for name in ["nummer", "number"] where byName[name] == nil { byName[name] = .number }
        for name in ["stand", "state"] where byName[name] == nil { byName[name] = .state }
        self.byName = byName
    }

    func fields(of headers: [String]) -> [Column?] { headers.map { byName[$0.folded.trimmingWhitespace()] } }
}

/// Reads the lines of a file one after another.
private struct RegisterFileReading: Sendable {
    struct Line: Sendable {
        let item: RegisterItem?
        let number: Int
        let state: Register.State.ID
        let entry: RegisterEntry
    }

    let register: Register
    let notation: RegisterNotation
    let companies: SharedCompanyIndex
    let columns: [RegisterColumns.Column?]
    /// By what a file can tell them apart by.
    let known: [String: RegisterItem]
    private let byNumber: [Int: RegisterItem]
    private var nextNumber: Int
    private let today: Day
    private let mayMove: @Sendable (Register.State.ID, Register.State.ID) -> Bool
    private(set) var result = RegisterImport()
    private(set) var lines: [Line] = []
    /// The line at which each item is.
    private var places: [String: Int] = [:]

    init(
        register: Register,
        notation: RegisterNotation,
        companies: SharedCompanyIndex,
        columns: [RegisterColumns.Column?],
        known: [String: RegisterItem],
        nextNumber: Int,
        today: Day,
        mayMove: @escaping @Sendable (Register.State.ID, Register.State.ID) -> Bool
    ) {
        self.register = register
        self.notation = notation
        self.companies = companies
        self.columns = columns
        self.known = known
        self.nextNumber = nextNumber
        self.today = today
        self.mayMove = mayMove
        byNumber = Dictionary(known.values.map { ($0.number, $0) }) { first, _ in first }
    }

    mutating func read(_ record: CSVRecord) {
        var faults: [RegisterImport.Fault] = []
        if let flaw = record.flaw { faults.append(.flaw(flaw)) }
        let cells = zip(columns, record.cells).map { ($0, CSVWriter.unwrapped($1).trimmingWhitespace()) }
        var item: RegisterItem?
        if let typed = cells.first(where: { $0.0 == .number })?.1.nonEmpty {
            item = Int(typed).flatMap { byNumber[$0] }
            if item == nil { faults.append(.unknownNumber(typed)) }
        }
        var entry: RegisterEntry?
        do throws(InvalidItem) {
            entry = try self.entry(cells, earlier: item)
            if item == nil, let first = entry, let match = known[RegisterIndex.matchKey(first.values, of: register)] {
                item = match
                // What the file does not have stays as it is.
                entry = try self.entry(cells, earlier: match)
            }
        } catch {
            faults += error.issues.compactMap { issue in issue.field.map { .field($0, issue.fault) } }
        }
        let state = state(cells, of: item, &faults)
        guard let entry, let state, faults.isEmpty else {
            result.wrong.append(.init(line: record.line, faults: faults))
            return
        }
        add(entry, state, item, at: record.line)
    }

    private mutating func add(_ entry: RegisterEntry, _ state: Register.State.ID, _ item: RegisterItem?, at line: Int) {
        let identity = item?.id.description ?? RegisterIndex.matchKey(entry.values, of: register)
        if let first = places[identity] {
            result.wrong.append(.init(line: line, faults: [.sameAs(line: first)]))
            return
        }
        places[identity] = line
        if let item, item.values == entry.values, item.state == state {
            result.same += 1
            return
        }
        if item == nil { result.new += 1 } else { result.changed += 1 }
        lines.append(
            Line(item: item, number: item?.number ?? nextNumber, state: state, entry: entry)
        )
        if item == nil { nextNumber += 1 }
    }

    private func entry(
        _ cells: [(RegisterColumns.Column?, String)],
        earlier: RegisterItem?
    ) throws(InvalidItem) -> RegisterEntry {
        var parts: [String: [String]] = [:]
        if let earlier {
            let named = earlier.named(by: companies, of: register)
            for field in register.fields {
                // Kept as it was typed, so that it is read the same.
                guard let value = named.value(field) else { continue }
                parts[field.code.description] = value.parts
            }
        }
        for case (.field(let field)?, let text) in cells {
            parts[field.code.description] = notation.parts(of: text, field)
        }
        return try RegisterEntry(
            parts,
            for: register.withWrittenFields,
            earlier: earlier?.values ?? [:],
            companies: companies,
            notation,
            on: today
        )
    }

    private func state(
        _ cells: [(RegisterColumns.Column?, String)],
        of item: RegisterItem?,
        _ faults: inout [RegisterImport.Fault]
    ) -> Register.State.ID? {
        let current = item?.state ?? register.states.first?.code
        guard let typed = cells.first(where: { $0.0 == .state })?.1.nonEmpty else { return current }
        let found = register.states.first { state in
            [state.code.description, state.name.nl, state.name.en].contains { $0.folded == typed.folded }
        }
        guard let found, let current else {
            faults.append(.unknownState(typed))
            return nil
        }
        if found.code != current, !mayMove(current, found.code) { faults.append(.stateNotAllowed(typed)) }
        return found.code
    }
}

extension Register {
    fileprivate var withWrittenFields: Register {
        var register = self
        register.fields.removeAll { !$0.kind.isWritten }
        return register
    }
}
