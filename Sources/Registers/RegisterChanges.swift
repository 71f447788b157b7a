import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

extension Registers {
    /// Adds an item, or changes one that is there. The same sending twice counts once.
    ///
    /// - Throws: ``InvalidItem``, ``RegisterProblem``.
    @discardableResult
    package func save(
        _ form: RegisterItemForm,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> RegisterItem.ID {
        let register = try own(code, in: programme, as: principal)
        return try await put(form, of: register, in: programme, as: principal, isProposal: false)
    }

    /// Proposes an item, by anybody (*melden*). Somebody who keeps the register says yes or no.
    ///
    /// - Throws: ``InvalidItem``, ``RegisterProblem``.
    package func propose(
        _ form: RegisterItemForm,
        of code: Register.ID,
        in programme: Programme,
        from origin: String
    ) async throws {
        let register = try register(code, in: programme)
        guard register.hasPublicForm, programme.closedOn == nil else { throw RegisterProblem.registerNotFound }
        let nobody = Principal(account: nil, name: "", origin: origin, grants: [:])
        try await put(form, of: register, in: programme, as: nobody, isProposal: true)
    }

    /// So many proposals may wait: more than anybody reads, and too few to fill a disk with.
    static let proposalLimit = 200

    @discardableResult
    private func put(
        _ form: RegisterItemForm,
        of register: Register,
        in programme: Programme,
        as principal: Principal,
        isProposal: Bool
    ) async throws -> RegisterItem.ID {
        let id = RegisterItem.ID(form.id) ?? world.id()
        let revision = RegisterRevision.ID(form.revision) ?? world.id()
        let notation = RegisterNotation(programme)
        // What somebody from outside writes is looked up by whoever says yes to it.
        let companies = isProposal ? SharedCompanyIndex() : try await sharedCompanies(for: register, in: programme)
        let (now, today) = (world.now(), world.today)
        return try await database.write { db in
            let store = db.registerItems(register.code, in: programme.id)
            if try store.has(revision) { return id }
            let earlier = try store.find(id)
            if isProposal, earlier != nil { return id }
            if isProposal, try store.proposalCount() >= Self.proposalLimit { throw RegisterProblem.tooManyProposals }
            var entry = try RegisterEntry(
                form.values,
                for: register,
                earlier: earlier?.values ?? [:],
                companies: companies,
                notation,
                on: today
            )
            if !isProposal { entry.note(form, for: register) }
            if let earlier, form.basis != earlier.version {
                throw InvalidItem(issues: [.init(field: nil, fault: .changedMeanwhile(earlier.name))])
            }
            guard let state = earlier?.state ?? register.states.first?.code else { return id }
            try store.put([
                RegisterRow(
                    entry,
                    after: earlier,
                    id: id,
                    number: try earlier?.number ?? store.nextNumber(),
                    state: state,
                    isProposed: earlier?.isProposed ?? isProposal,
                    of: register,
                    revision: revision,
                    by: principal,
                    at: now
                )
            ])
            try store.replacePersons(entry.persons, of: id)
            let action = earlier != nil ? "register.changed" : isProposal ? "register.proposed" : "register.added"
            try audit(db, action, id, register, programme, principal, now)
            return id
        }
    }

    /// Puts an item in another state. The same move twice counts once.
    ///
    /// - Throws: ``RegisterProblem``.
    package func move(
        _ id: RegisterItem.ID,
        to state: Register.State.ID,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        let register = try own(code, in: programme, as: principal)
        try await change(id, of: register, in: programme, as: principal, "register.moved") { item, _ in
            if item.state == state { return }
            guard !item.isProposed, principal.mayMove(item.state, to: state, of: register, in: programme.id) else {
                throw RegisterProblem.moveNotAllowed
            }
            item.state = state
        }
    }

    /// Says yes to a proposal: from now on it is an item like any other.
    ///
    /// - Throws: ``RegisterProblem``.
    package func accept(
        _ id: RegisterItem.ID,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        let register = try own(code, in: programme, as: principal)
        try await change(id, of: register, in: programme, as: principal, "register.accepted") { item, _ in
            guard item.isProposed else { throw RegisterProblem.notProposed }
            item.isProposed = false
        }
    }

    /// Writes an item as it is decided to become, when that is another than it was.
    func change(
        _ id: RegisterItem.ID,
        of register: Register,
        in programme: Programme,
        as principal: Principal,
        _ action: String,
        _ decide: @escaping @Sendable (inout RegisterItem, any SQLConnection) throws -> Void
    ) async throws {
        let revision: RegisterRevision.ID = world.id()
        let now = world.now()
        try await database.write { db in
            let store = db.registerItems(register.code, in: programme.id)
            guard let earlier = try store.find(id) else { throw RegisterProblem.itemNotFound }
            var item = earlier
            try decide(&item, db)
            guard item != earlier else { return }
            try store.put([
                RegisterRow(
                    RegisterEntry(item),
                    after: earlier,
                    id: id,
                    number: item.number,
                    state: item.state,
                    isProposed: item.isProposed,
                    of: register,
                    revision: revision,
                    by: principal,
                    at: now
                )
            ])
            try audit(db, action, id, register, programme, principal, now)
        }
    }

    /// Takes an item away for good, with its history and the people in it: a proposal that nobody wants, or something
    /// that should never have been written down.
    ///
    /// - Throws: ``RegisterProblem``.
    package func erase(
        _ id: RegisterItem.ID,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        let register = try own(code, in: programme, as: principal)
        let now = world.now()
        try await database.write { db in
            let store = db.registerItems(code, in: programme.id)
            guard try store.find(id) != nil else { throw RegisterProblem.itemNotFound }
            try RegisterPairStore(db: db, programme: programme.id).remove(id)
            try store.remove(id)
            try audit(db, "register.erased", id, register, programme, principal, now)
        }
    }

    /// Forgets the people whose time is over; how many there were.
    @discardableResult
    package func forgetPersons() async throws -> Int {
        let today = world.today
        return try await database.write { db in try RegisterItemStore.forgetPersons(before: today, in: db) }
    }

    func audit(
        _ db: any SQLConnection,
        _ action: String,
        _ id: RegisterItem.ID,
        _ register: Register,
        _ programme: Programme,
        _ principal: Principal,
        _ now: Date
    ) throws {
        try db.audit.append(
            .updateActions,
            action,
            of: "register \(register.code) \(id)",
            in: programme.id,
            by: principal,
            at: now
        )
    }
}

extension RegisterEntry {
    /// What an item has already; the people in it stay where they are.
    init(_ item: RegisterItem) {
        title = item.title
        values = item.values
    }
}

extension Principal {
    /// Whether an item may go from one state to another, by this person.
    package func mayMove(
        _ from: Register.State.ID,
        to: Register.State.ID,
        of register: Register,
        in programme: ProgrammeID
    ) -> Bool {
        guard from != to, let state = register.state(to) else { return false }
        let isOnTheWay = state.from.isEmpty || state.from.contains(from)
        let isMover = state.movers.isEmpty || grants(in: programme).contains { state.movers.contains($0.role) }
        return isOnTheWay && isMover
    }
}
