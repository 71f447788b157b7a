import Audit
import Fieldwork
import Foundation
package import Kernel
package import Programmes
package import Storage

/// A session in a list, with how many come; without the numbers for who does not organise.
package struct SessionSummary: Equatable, Sendable {
    package let session: KnowledgeSession
    package let counts: Counts?

    package struct Counts: Equatable, Sendable {
        package let placed: Int
        package let waiting: Int
        package let present: Int
    }
}

/// Everything the rest of the program can ask about sessions (*kennissessies*), for whoever organises them.
package struct KnowledgeSessions: Sendable {
    let database: any SQLDatabase
    let world: World
    let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// By day. Whoever does not organise sees no drafts.
    package func list(in programme: ProgrammeID, as principal: Principal) async throws -> [SessionSummary] {
        try principal.require(.readProgramme, in: programme)
        let organises = principal.may(.seeSessions, in: programme)
        return try await database.read { db in
            try db.sessions(in: programme).all().filter { organises || $0.state != .draft }.map { session in
                guard organises else { return SessionSummary(session: session, counts: nil) }
                let board = try db.participants(in: programme).board(of: session)
                return SessionSummary(
                    session: session,
                    counts: .init(
                        placed: board.placed.count,
                        waiting: board.waiting.count,
                        present: board.present.count
                    )
                )
            }
        }
    }

    /// - Throws: ``SessionProblem/notFound``.
    package func find(
        _ id: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> KnowledgeSession {
        try principal.require(.readProgramme, in: programme)
        let session = try await database.read { db in try db.sessions(in: programme).find(id) }
        guard session.state != .draft || principal.may(.seeSessions, in: programme) else {
            throw SessionProblem.notFound
        }
        return session
    }

    /// With everybody who comes.
    ///
    /// - Throws: ``SessionProblem/notFound``.
    package func board(
        _ id: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> SessionBoard {
        try principal.require(.seeSessions, in: programme)
        return try await database.read { db in
            try db.participants(in: programme).board(of: try db.sessions(in: programme).find(id))
        }
    }

    /// What companies said that were there; `nil` while so few did that one could be recognised.
    package func feedback(
        on id: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> FeedbackSummary {
        try principal.require(.seeSessions, in: programme)
        return try await database.read { db in
            _ = try db.sessions(in: programme).find(id)
            return FeedbackSummary(try db.feedback(in: programme).all(on: id))
        }
    }

    /// Plans a session, or changes it. Who has a place hears of another day, time or place; with more places, who waits
    /// moves up and hears of it.
    ///
    /// - Throws: ``InvalidSession``, ``SessionProblem``.
    package func save(
        _ form: SessionForm,
        as id: KnowledgeSession.ID,
        in programme: ProgrammeID,
        by principal: Principal,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let content = try await programmes.current(programme)
        let world = world
        let post = SessionPost(programme: content, world: world, principal: principal, writing: writing)
        try await database.write { db in
            let store = db.sessions(in: programme)
            let there = try store.ifAny(id)
            let before = try there.map { try db.participants(in: programme).board(of: $0) }
            // The day of one that took place is put right afterwards.
            let earliest = there?.state == .held ? Day(daysSinceEpoch: 0) : world.today
            let plan = try form.read(in: content, placed: before?.placed.count ?? 0, today: earliest)
            if let there {
                guard there.state != .cancelled else { throw SessionProblem.tooLate(there.state) }
                if there.plan == plan { return }
            } else if try !store.insert(id) {
                throw SessionProblem.notFound
            }
            let session =
                there?.changed(plan: plan, at: world.now())
                ?? KnowledgeSession(
                    id: id,
                    programme: programme,
                    plan: plan,
                    state: .draft,
                    version: 1,
                    changedAt: world.now()
                )
            try store.append(session, by: principal)
            try audit(there == nil ? "session.planned" : "session.changed", session, by: principal, db)
            guard let before, session.state == .open else { return }
            let after = SessionBoard(session: session, participants: before.participants)
            let promoted = after.promoted(since: before)
            if plan.movesGuests(from: before.session.plan) {
                let others = (after.placed + after.waiting).filter { guest in
                    !promoted.contains { $0.id == guest.id }
                }
                try post.send(.moved, to: others, about: session, db)
            }
            try post.send(.promoted, to: promoted, about: session, db)
        }
    }

    /// From now on people can sign up.
    package func open(
        _ id: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try await change(id, to: .open, from: [.draft], "session.opened", in: programme, as: principal) { _, _ in }
    }

    /// It does not take place: who would come or waits hears why.
    ///
    /// - Throws: ``InvalidSession`` without a reason.
    package func cancel(
        _ id: KnowledgeSession.ID,
        because reason: String,
        in programme: ProgrammeID,
        as principal: Principal,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let content = try await programmes.current(programme)
        let words = try Self.words(reason, limit: 500)
        let post = SessionPost(programme: content, world: world, principal: principal, writing: writing)
        try await change(
            id,
            to: .cancelled,
            from: [.open, .draft],
            "session.cancelled",
            results: words,
            in: programme,
            as: principal
        ) { board, db in
            try post.send(.cancelled, to: board.placed + board.waiting, about: board.session, note: words, db)
        }
    }

    /// It took place; `results` is what came of it. Written anew, it replaces what stood there.
    ///
    /// - Throws: ``InvalidSession``.
    package func conclude(
        _ id: KnowledgeSession.ID,
        results: String,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let words = try Self.words(results, limit: 4000)
        guard try await find(id, in: programme, as: principal).plan.day <= world.today else {
            throw InvalidSession(issues: [.notOver])
        }
        try await change(
            id,
            to: .held,
            from: [.open, .held],
            "session.held",
            results: words,
            in: programme,
            as: principal
        ) { _, _ in }
    }

    private static func words(_ text: String, limit: Int) throws(InvalidSession) -> String {
        let text = text.trimmingWhitespace().withPlainLineEnds
        if text.isEmpty { throw InvalidSession(issues: [.wordsMissing]) }
        if text.count > limit { throw InvalidSession(issues: [.wordsTooLong]) }
        return text
    }

    private func change(
        _ id: KnowledgeSession.ID,
        to state: KnowledgeSession.State,
        from allowed: Set<KnowledgeSession.State>,
        _ action: String,
        results: String? = nil,
        in programme: ProgrammeID,
        as principal: Principal,
        _ then: @escaping @Sendable (SessionBoard, any SQLConnection) throws -> Void
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let now = world.now()
        try await database.write { db in
            let store = db.sessions(in: programme)
            let there = try store.find(id)
            if there.state == state, results == nil || there.results == results { return }
            guard allowed.contains(there.state) else { throw SessionProblem.tooLate(there.state) }
            let session = there.changed(state, results: results, at: now)
            try store.append(session, by: principal)
            try audit(action, session, by: principal, db)
            try then(try db.participants(in: programme).board(of: session), db)
        }
    }

    private func audit(
        _ action: String,
        _ session: KnowledgeSession,
        by principal: Principal,
        _ db: any SQLConnection
    ) throws {
        try db.audit.append(
            .organiseSessions,
            action,
            of: "session \(session.id)",
            in: session.programme,
            by: principal,
            at: session.changedAt
        )
    }
}
