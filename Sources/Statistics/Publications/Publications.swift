import Audit
import Disclosure
import Fieldwork
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Publishing figures that give no company away.
package struct Publications: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes
    private let shelf = FigureShelf()

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// What was published and what is in the making, the last one first; the latter for those who decide about it.
    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> [Publication] {
        try principal.require(.approveFigures, in: programme)
        return try await database.read { db in try db.publications(in: programme).all() }
    }

    /// - Throws: ``PublicationProblem/notFound``.
    package func detail(
        _ id: Publication.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> (publication: Publication, preview: PublicationPreview?, tree: AreaTree?) {
        try principal.require(.approveFigures, in: programme)
        return try await database.read { db in
            let store = db.publications(in: programme)
            return (try store.known(id), try store.preview(of: id), try store.basis(of: id)?.tree)
        }
    }

    /// Begins a publication; ``compute(_:in:limit:)`` makes it. The same form twice is one publication.
    ///
    /// - Throws: ``InvalidPublication``, ``PublicationProblem/anotherInTheMaking``.
    package func begin(
        _ form: PublicationForm,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Publication.ID {
        try principal.require(.prepareFigures, in: programme)
        return try await database.write { [world] db in
            let store = db.publications(in: programme)
            let all = try store.all()
            if let id = Publication.ID(form.id), all.contains(where: { $0.id == id }) { return id }
            let last = all.first { $0.state == .published }
            let publication = try form.read(number: (last?.number ?? 0) + 1, after: last, by: principal, world)
            guard !all.contains(where: \.state.isInTheMaking) else { throw PublicationProblem.anotherInTheMaking }
            try store.insert(publication)
            try db.audit.append(
                .prepareFigures,
                "publication.begun",
                of: "publication \(publication.id)",
                in: programme,
                by: principal,
                at: world.now()
            )
            return publication.id
        }
    }

    /// Finds out what has to be hidden. May be done again after the program was stopped halfway, or failed. After `limit`
    /// the result only has to be safe, and no longer as good as can be.
    ///
    /// - Throws: ``PublicationProblem/notFound``; that something cannot be protected is kept with the publication instead.
    package func compute(
        _ id: Publication.ID,
        in programme: ProgrammeID,
        limit: Duration = .seconds(600)
    ) async throws {
        let content = try await programmes.current(programme)
        let history = try await programmes.sheets(of: programme)
        let facts = try await database.read { db in
            try PublicationFacts(id, in: content, reading: history, from: db)
        }
        let end = ContinuousClock.now + limit
        let made = await Self.away { try MadePublication(facts) { ContinuousClock.now > end } }
        try await database.write { db in
            switch made {
            case .success(let made): try db.publications(in: programme).fill(id, with: made)
            case .failure(let error): try db.publications(in: programme).fail(id, because: "\(error)")
            }
        }
        if case .failure(let error) = made, !(error is DisclosureProblems) { throw error }
    }

    /// Off the threads that serve pages.
    private static func away<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async -> Result<Value, any Error> {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(returning: Result { try work() }) }
        }
    }

    /// Tries again what failed.
    package func restart(_ id: Publication.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try await decide("publication.restarted", id, .prepareFigures, in: programme, as: principal) {
            store,
            known,
            _ in
            guard known.state == .failed || known.state == .computing else { throw PublicationProblem.notReady }
            try store.restart(id)
        }
    }

    /// Takes back what was not published yet.
    package func discard(_ id: Publication.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try await decide("publication.discarded", id, .prepareFigures, in: programme, as: principal) {
            store,
            known,
            _ in
            if known.state == .discarded { return }
            guard known.state.isInTheMaking else { throw PublicationProblem.notReady }
            try store.discard(id)
        }
    }

    /// Publishes for ever. Only somebody else than who prepared it can.
    ///
    /// - Throws: ``PublicationProblem``.
    package func publish(_ id: Publication.ID, in programme: ProgrammeID, as principal: Principal) async throws {
        try await decide("publication.published", id, .approveFigures, in: programme, as: principal) {
            store,
            known,
            now in
            // A second click.
            if known.state == .published, known.published?.account == principal.account { return }
            guard known.state == .draft else { throw PublicationProblem.notReady }
            guard known.prepared.account != principal.account else { throw PublicationProblem.needsSecondPerson }
            let last = try store.all().first { $0.state == .published }
            guard known.number == (last?.number ?? 0) + 1 else { throw PublicationProblem.outdated }
            let signature = Publication.Signature(name: principal.name, account: principal.account, at: now)
            try store.publish(id, by: signature)
        }
    }

    private func decide(
        _ action: String,
        _ id: Publication.ID,
        _ verb: Verb,
        in programme: ProgrammeID,
        as principal: Principal,
        _ body: @escaping @Sendable (PublicationStore, Publication, Date) throws -> Void
    ) async throws {
        try principal.require(verb, in: programme)
        let now = world.now()
        try await database.write { db in
            let store = db.publications(in: programme)
            let known = try store.known(id)
            try body(store, known, now)
            guard try store.known(id).state != known.state else { return }
            try db.audit.append(verb, action, of: "publication \(id)", in: programme, by: principal, at: now)
        }
    }
}

// MARK: What is public

extension Publications {
    /// Everything that was published, for anybody.
    package func figures(of programme: ProgrammeID) async throws -> PublishedFigures {
        let published = try await database.read { db in
            try db.publications(in: programme).all().filter { $0.state == .published }
        }
        var editions: [PublishedFigures.Edition] = []
        for publication in published.reversed() {
            if let known = await shelf.edition(publication.id) {
                editions.append(known)
                continue
            }
            let stored = try await database.read { db in
                let store = db.publications(in: programme)
                return (try store.bundle(of: publication.id), try store.basis(of: publication.id)?.tree)
            }
            guard let bundle = stored.0, let tree = stored.1 else { continue }
            let edition = PublishedFigures.Edition(publication, bundle, tree: tree)
            await shelf.keep(edition)
            editions.append(edition)
        }
        return PublishedFigures(editions: editions)
    }

    /// The bundle of a publication with its proof, as it was published; `nil` when there is none of that number.
    package func bundle(_ number: Int, of programme: ProgrammeID) async throws -> String? {
        try await database.read { db in
            let store = db.publications(in: programme)
            let found = try store.all().first { $0.number == number && $0.state == .published }
            return try found.flatMap { try store.bundleText(of: $0.id) }
        }
    }
}

/// What was read once: publications never change.
private actor FigureShelf {
    private var editions: [Publication.ID: PublishedFigures.Edition] = [:]

    func edition(_ id: Publication.ID) -> PublishedFigures.Edition? { editions[id] }
    func keep(_ edition: PublishedFigures.Edition) { editions[edition.publication.id] = edition }
}

extension PublicationStore {
    fileprivate func known(_ id: Publication.ID) throws -> Publication {
        guard let found = try find(id) else { throw PublicationProblem.notFound }
        return found
    }
}

extension PublicationFacts {
    init(
        _ id: Publication.ID,
        in programme: Programme,
        reading history: SheetHistory,
        from db: any SQLConnection
    ) throws {
        let store = db.publications(in: programme.id)
        let publication = try store.known(id)
        let published = try store.all().filter { $0.state == .published }.reversed()
        let referred = try store.referred(by: publication.measuredOn)
        measured = try db.firstMeasurements(in: programme, reading: history, by: publication.measuredOn).map { record in
            MeasuredCompany(
                company: record.company.id,
                municipality: record.company.municipality,
                sector: record.company.sector,
                size: record.company.size,
                answers: record.answers,
                needs: Set(record.needs.map(\.kind)),
                isReferred: referred.contains(record.company.id)
            )
        }
        members = Dictionary(
            try store.members().map { ($0.company, (place: $0.place, number: $0.number)) },
            uniquingKeysWith: { first, _ in first }
        )
        earlier = try published.compactMap { try store.bundle(of: $0.id) }
        basis = try published.last.flatMap { try store.basis(of: $0.id) }
        self.programme = programme
        self.publication = publication
    }
}
