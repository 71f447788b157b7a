import Audit
import Foundation
package import Kernel
import Programmes
import Storage

extension SelectionRounds {
    /// Records what happened to a company: invited, refused, left out, put in by hand. Who goes out is replaced by the
    /// next on the list, unless the form says not to. Sending it twice records it once.
    ///
    /// - Throws: ``InvalidSelection``; ``SelectionProblem/notPossible`` when the company is in another state.
    package func record(
        _ form: SelectionStepForm,
        in round: SelectionRound.ID,
        of programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.selectCompanies, in: programme)
        let read = try form.read(allowed: Set(SelectionEvent.Kind.allCases).subtracting([.stoodIn, .vetoed]))
        try await record(read, form, in: round, of: programme, as: principal, verb: .selectCompanies, onlyIn: nil)
    }

    /// A municipality does not want a company in its own area to be asked.
    ///
    /// - Throws: ``InvalidSelection``; ``SelectionProblem/notFound`` for a company of another municipality, which tells
    ///   nobody whether it takes part.
    package func veto(
        _ form: SelectionStepForm,
        in round: SelectionRound.ID,
        of programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.helpSelect, in: programme)
        var form = form
        form.step = SelectionEvent.Kind.vetoed.rawValue
        form.takesNext = true
        let read = try form.read(allowed: [.vetoed])
        let areas = principal.ownAreas(in: programme)
        try await record(read, form, in: round, of: programme, as: principal, verb: .helpSelect, onlyIn: areas)
    }

    private func record(
        _ read: SelectionStepForm.Read,
        _ form: SelectionStepForm,
        in id: SelectionRound.ID,
        of programme: ProgrammeID,
        as principal: Principal,
        verb: Verb,
        onlyIn areas: Set<AreaCode>?
    ) async throws {
        let world = world
        let event = SelectionEvent(
            id: form.id.nonEmpty.flatMap(SelectionEvent.ID.init) ?? world.id(),
            company: read.company,
            kind: read.kind,
            refusal: read.refusal,
            note: read.note,
            happenedAt: world.now(),
            name: principal.name
        )
        try await database.write { db in
            let store = db.selections(in: programme)
            if try store.contains(event.id) { return }
            let round = try store.find(id)
            guard round.isRunning else { throw SelectionProblem.notPossible }
            let people = db.population(of: programme)
            let contacts = try people.contacts()
            let board = try SelectionBoard(round, contacts, db, programme)
            guard let traits = try board.traits(read.company) ?? people.traits(of: [read.company])[read.company],
                areas?.contains(traits.area) ?? true, areas == nil || board.contains(read.company)
            else { throw SelectionProblem.notFound }
            guard board.allows(read.kind, for: read.company) else { throw SelectionProblem.notPossible }
            try store.append(event, to: id, by: principal)
            try db.audit.append(
                verb,
                "selection.\(read.kind.rawValue)",
                of: "company \(read.company)",
                in: programme,
                by: principal,
                at: event.happenedAt
            )
            let wasAsked = [.chosen, .invited].contains(board.state(read.company))
            guard read.kind.takesOut, wasAsked, form.takesNext else { return }
            try store.appendReplacement(for: read.company, traits, on: board, by: principal, world)
        }
    }
}

extension SelectionEvent.Kind {
    var takesOut: Bool {
        switch self {
        case .refused, .removed, .vetoed: true
        case .added, .stoodIn, .invited: false
        }
    }
}

extension SelectionStore {
    /// The next on the list comes in the place of a company, if anybody is left.
    func appendReplacement(
        for company: Company.ID,
        _ traits: CompanyTraits,
        on board: SelectionBoard,
        by principal: Principal,
        _ world: World
    ) throws {
        guard let next = SelectionDesign.replacement(for: traits, among: board.left) else { return }
        let entry = SelectionEvent(
            id: world.id(),
            company: next.company,
            kind: .stoodIn,
            instead: company,
            happenedAt: world.now(),
            name: principal.name
        )
        try append(entry, to: board.round.id, by: principal)
    }
}

extension SelectionBoard {
    /// A company that is not in it yet can only be put in, and only when it is free.
    func allows(_ kind: SelectionEvent.Kind, for company: Company.ID) -> Bool {
        guard contains(company) else {
            let contact = contacts[company] ?? .untouched
            if case .declined = contact { return kind == .added }
            return kind == .added && contact == .untouched
        }
        // A municipality cannot learn from a refusal of ours how a company answered.
        if kind == .vetoed { return !isVetoed(company) }
        return state(company).nextSteps.contains(kind)
    }
}

extension Principal {
    /// The areas that somebody speaks for as a municipality.
    package func ownAreas(in programme: ProgrammeID) -> Set<AreaCode> {
        grants(in: programme).filter { $0.role == .municipality }.reduce(into: []) { $0.formUnion($1.areas) }
    }
}
