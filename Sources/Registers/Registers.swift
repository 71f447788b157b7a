import Audit
package import Foundation
package import Kernel
package import Programmes
package import Storage

/// What a programme keeps besides its conversations: one engine for every register that its pack declares.
package struct Registers: Sendable {
    let database: any SQLDatabase
    let world: World
    /// Companies that other programmes keep.
    let companies: any CompanyDirectory
    let examples: any ExampleDirectory
    let catalogues = RegisterCatalogues()

    package init(
        database: any SQLDatabase,
        world: World,
        companies: any CompanyDirectory = NoSharedCompanies(),
        examples: any ExampleDirectory = NoExamples()
    ) {
        self.database = database
        self.world = world
        self.companies = companies
        self.examples = examples
    }

    /// - Throws: ``RegisterProblem/registerNotFound``.
    func register(_ code: Register.ID, in programme: Programme) throws(RegisterProblem) -> Register {
        guard let register = programme.registry?.register(code) else { throw .registerNotFound }
        return register
    }

    /// A register that this person keeps.
    func own(_ code: Register.ID, in programme: Programme, as principal: Principal) throws -> Register {
        try principal.require(.updateActions, in: programme.id)
        let register = try register(code, in: programme)
        guard principal.mayKeep(register, in: programme) else { throw RegisterProblem.notKeeper }
        return register
    }

    // MARK: Looking

    /// Reads what registers are found by, so that nobody who looks first waits for it.
    package func prepare(_ programme: Programme) async throws {
        for register in programme.registry?.registers ?? [] {
            try await database.read { db in try catalogues.look(at: register, in: programme, db) { _ in } }
        }
    }

    /// A register that this person may look at, and whether it keeps it.
    func look(
        at code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) throws -> (register: Register, isKeeper: Bool) {
        try principal.require(.readActions, in: programme.id)
        let register = try register(code, in: programme)
        return (register, principal.mayKeep(register, in: programme))
    }

    package func list(
        _ query: RegisterQuery,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> RegisterList {
        try await lists([query], of: code, in: programme, as: principal)[0]
    }

    /// Several at one moment, in the order of what is asked.
    package func lists(
        _ queries: [RegisterQuery],
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [RegisterList] {
        let (register, isKeeper) = try look(at: code, in: programme, as: principal)
        let lists = try await find(queries, of: register, in: programme, isKeeper: isKeeper) { queries, db in
            let proposals = isKeeper ? try db.registerItems(code, in: programme.id).proposalCount() : 0
            return try queries.map { query in
                try list(query, of: register, in: programme, isForKeeper: isKeeper, db).with(proposals: proposals)
            }
        }
        guard isKeeper else { return lists.map { $0.shown(register) } }
        let index = try await index(of: lists.lazy.flatMap(\.items).map(\.values), register, in: programme)
        return lists.map { list in list.with(items: list.items.named(by: index, of: register)) }
    }

    /// A page with what was found. Proposals are all on one.
    func list(
        _ query: RegisterQuery,
        of register: Register,
        in programme: Programme,
        isForKeeper: Bool,
        _ db: any SQLConnection
    ) throws -> RegisterList {
        let store = db.registerLists(register.code, in: programme.id)
        if query.isProposed {
            let items = try store.proposals()
            return RegisterList(items: items, found: items.count, page: 1, pageCount: 1)
        }
        let size = max(query.pageSize, 1)
        let look = try catalogues.look(at: register, in: programme, db) { catalogue in
            let found = catalogue.find(query, isForKeeper: isForKeeper)
            let pageCount = max(0, found.count - 1) / size + 1
            let page = min(max(query.page, 1), pageCount)
            let ids = catalogue.items(of: found, from: (page - 1) * size, limit: size)
            return (ids: ids, kept: catalogue.kept(ids), found: found.count, page: page, pageCount: pageCount)
        }
        let read = try store.items(look.ids.filter { look.kept[$0] == nil })
        if !read.isEmpty { catalogues.keep(read, of: register, in: programme) }
        let items = look.kept.merging(read.map { ($0.id, $0) }) { _, newer in newer }
        return RegisterList(
            items: look.ids.compactMap { items[$0] },
            found: look.found,
            page: look.page,
            pageCount: look.pageCount
        )
    }

    /// How many items each state has, in the order of the register.
    package func tally(
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> RegisterTally {
        let (register, isKeeper) = try look(at: code, in: programme, as: principal)
        return try await database.read { db in
            let counts = try catalogues.look(at: register, in: programme, db) { $0.counts(ofStatesOf: register) }
            return RegisterTally(
                register: register,
                states: register.states.map { ($0.code, counts[$0.code] ?? 0) },
                proposals: isKeeper ? try db.registerItems(code, in: programme.id).proposalCount() : 0
            )
        }
    }

    /// How many items each municipality has.
    package func counts(
        by field: Register.Field.ID,
        state: Register.State.ID?,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [String: Int] {
        let (register, _) = try look(at: code, in: programme, as: principal)
        return try await database.read { db in
            try catalogues.look(at: register, in: programme, db) { $0.counts(of: field, state: state) }
        }
    }

    /// How many items each state had at the end of a day.
    package func tally(
        at day: Day,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [Register.State.ID: Int] {
        _ = try look(at: code, in: programme, as: principal)
        return try await database.read { db in
            try db.registerLists(code, in: programme.id).tally(at: day.end)
        }
    }

    /// One item with its history. Who does not keep the register sees no persons, nothing about companies, and no
    /// proposals.
    package func open(
        _ id: RegisterItem.ID,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> RegisterRecord {
        let (register, isKeeper) = try look(at: code, in: programme, as: principal)
        let (item, revisions, persons) = try await database.read { db in
            let store = db.registerItems(code, in: programme.id)
            guard let item = try store.find(id), isKeeper || !item.isProposed else {
                throw RegisterProblem.itemNotFound
            }
            return (item, try store.revisions(of: id), isKeeper ? try store.persons(of: id) : [:])
        }
        guard isKeeper else {
            return RegisterRecord(
                register: register,
                item: item.shown(of: register),
                revisions: revisions.map { $0.shown(of: register) },
                persons: persons
            )
        }
        let all = [item.values] + revisions.map(\.values)
        let index = try await index(of: all, register, in: programme) ?? SharedCompanyIndex()
        return RegisterRecord(
            register: register,
            item: item.named(by: index, of: register),
            revisions: revisions.map { $0.named(by: index, of: register) },
            persons: persons,
            isWithdrawn: try await !withdrawn(among: [item], in: programme).isEmpty
        )
    }
}

/// How many items a register has in each state.
package struct RegisterTally: Sendable {
    package let register: Register
    package let states: [(code: Register.State.ID, count: Int)]
    /// Waiting for a yes.
    package let proposals: Int
}

/// What lines of an action plan owe to registers: counted, not typed.
extension Registers {
    /// How many of each result there are in the registers at a moment; a result that no register counts for is not in it.
    package func results(
        of programme: Programme,
        at moment: Date,
        for line: ActionLine.ID? = nil
    ) async throws -> [ActionLine.PromisedResult.ID: Int] {
        let registers = (programme.registry?.registers ?? [])
            .filter { !$0.counts.isEmpty && (line == nil || $0.line == line) }
        guard !registers.isEmpty else { return [:] }
        let now = world.now()
        return try await database.read { db in
            var results: [ActionLine.PromisedResult.ID: Int] = [:]
            for register in registers {
                let lists = db.registerLists(register.code, in: programme.id)
                let states = Set(register.counts.flatMap(\.states))
                let items = moment > now ? try lists.items(in: states) : try lists.items(in: states, at: moment)
                for count in register.counts {
                    let counted = items.filter { count.states.contains($0.state) }
                    let number =
                        count.distinct.map { field in
                            Set(counted.flatMap { ($0.values[field.description] ?? "").split(separator: " ") }).count
                        } ?? counted.count
                    results[count.result, default: 0] += number
                }
            }
            return results
        }
    }
}

extension Registers {
    /// What of a register took place by a moment: on which day, and where. For use cases that have established who may
    /// know it.
    package func held(
        _ source: ShareOffer.Items,
        in programme: Programme,
        at moment: Date
    ) async throws -> [(day: Day, municipality: AreaCode)] {
        let options = Set(source.options.map(\.description))
        let states = Set(source.states)
        let items = try await database.read { db in
            try db.registerLists(source.register, in: programme.id).items(in: states, at: moment)
        }
        return items.compactMap { item in
            func text(_ field: Register.Field.ID) -> String { item.values[field.description] ?? "" }
            let isMeant = source.field.map {
                !options.isDisjoint(with: text($0).split(separator: " ").map(String.init))
            }
            guard isMeant ?? true, let day = Day(text(source.day)), day <= Day(moment),
                let municipality = AreaCode(text(source.municipality))
            else { return nil }
            return (day, municipality)
        }
    }
}
