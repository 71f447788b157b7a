import Audit
package import Fieldwork
import Foundation
package import Kernel
package import Programmes
package import Storage

/// What a personal link shows.
package struct OpenSession: Equatable, Sendable {
    package let session: KnowledgeSession
    package let participant: Participant
    package let standing: SessionBoard.Standing
    /// How many places are free.
    package let free: Int
}

/// What people outside the programme do: sign up, leave, say how it was (*aanmelden*).
package struct SignUps: Sendable {
    /// How many people may ask for a link in a day, for one session.
    package static let dailyRequests = 100

    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// Public sessions of every programme that goes on, by day.
    package func upcoming() async throws -> [KnowledgeSession] {
        let today = world.today
        let running = Set(try await programmes.all().filter { $0.closedOn == nil }.map(\.id))
        return try await database.read { db in try db.publicSessions() }
            .filter { $0.takesAnswers(on: today) && running.contains($0.programme) }
    }

    /// What anybody may see of a public session, with how many places are free.
    ///
    /// - Throws: ``SessionProblem/notFound``.
    package func announced(_ id: KnowledgeSession.ID) async throws -> (session: KnowledgeSession, free: Int) {
        try await database.read { db in
            guard let session = try db.publicSessions().first(where: { $0.id == id }) else {
                throw SessionProblem.notFound
            }
            let board = try db.participants(in: session.programme).board(of: session)
            return (session, max(0, session.plan.capacity - board.placed.count))
        }
    }

    /// Sends a personal link to an address that anybody typed: only who can read it there can sign up. Whether the
    /// address is known is not told.
    ///
    /// - Throws: ``InvalidSession``, ``SessionProblem``.
    package func requestLink(
        _ form: ParticipantForm,
        language: Language,
        for id: KnowledgeSession.ID,
        from origin: String,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        let read = try form.read(needsEmail: true)
        let session = try await announced(id).session
        let content = try await programmes.current(session.programme)
        let world = world
        guard session.takesAnswers(on: world.today), content.closedOn == nil else {
            throw SessionProblem.tooLate(session.state)
        }
        let person = Principal(account: nil, name: read.name, origin: origin, grants: [:])
        let post = SessionPost(programme: content, world: world, principal: person, writing: writing)
        let now = world.now()
        try await database.write { db in
            let dayAgo = now.addingTimeInterval(-86400)
            guard try db.sessions(in: session.programme).requests(for: id, since: dayAgo) < Self.dailyRequests else {
                throw SessionProblem.tooManyRequests
            }
            let store = db.participants(in: session.programme)
            var guest = Participant(
                id: world.id(),
                session: id,
                company: nil,
                companyName: read.companyName,
                name: read.name,
                email: read.email,
                language: language
            )
            if let known = try store.all(of: id).first(where: { $0.email == read.email }) {
                // A second letter within the hour helps nobody but who wants to annoy.
                if try store.hasLink(known.id, since: now.addingTimeInterval(-3600)) { return }
                guest = known
            } else {
                guard try store.insert(guest, by: person, at: now) else { return }
            }
            try post.send(.link, to: [guest], about: session, db)
        }
    }

    // MARK: With a link

    /// - Throws: ``SessionProblem/doesNotWork``.
    package func open(_ token: LinkToken) async throws -> OpenSession {
        let today = world.today
        return try await database.read { db in try db.open(token, on: today) }
    }

    /// Signs up, declines or leaves. Signing up gives a place or, when all are taken, a place on the waiting list; when
    /// somebody leaves, who waits longest gets the place and a letter. The same identifier, or the same answer, again
    /// changes nothing.
    ///
    /// - Throws: ``SessionProblem``.
    package func answer(
        _ answer: Participant.Answer,
        id: ID<Participant.Answer>?,
        with token: LinkToken,
        from origin: String,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        let opened = try await open(token)
        let content = try await programmes.current(opened.session.programme)
        guard content.closedOn == nil else { throw SessionProblem.tooLate(opened.session.state) }
        let world = world
        let answerID = id ?? world.id()
        try await database.write { db in
            let before = try db.board(openedBy: token, on: world.today)
            let store = db.participants(in: content.id)
            guard let person = before.board[before.participant] else { throw SessionProblem.doesNotWork }
            if try store.containsAnswer(answerID) || person.answer == answer { return }
            let session = before.board.session
            guard session.takesAnswers(on: world.today) else { throw SessionProblem.tooLate(session.state) }
            let isKnown = person.answer == .signedUp
            if answer == .left, !isKnown { return }
            let principal = Principal(account: nil, name: person.name, origin: origin, grants: [:])
            let post = SessionPost(programme: content, world: world, principal: principal, writing: writing)
            // Who signed up and now says no, leaves.
            let recorded = answer == .declined && isKnown ? .left : answer
            try store.append(recorded, answerID, of: person, at: world.now())
            try db.auditSession("session.\(recorded.rawValue)", session, by: principal, at: world.now())
            let after = try store.board(of: session)
            if recorded == .signedUp {
                let kind: SessionLetter.Kind = after.standing(of: person.id) == .placed ? .placed : .waiting
                try post.send(kind, to: [person], about: session, db)
            }
            try post.send(.promoted, to: after.promoted(since: before.board), about: session, db)
        }
    }

    /// What somebody who was there says, kept without a name; once.
    ///
    /// - Throws: ``InvalidSession``, ``SessionProblem/notPresent``.
    package func give(_ form: FeedbackForm, with token: LinkToken) async throws {
        let feedback = try form.read()
        let world = world
        // Random, so that it does not tell when it was made.
        let id = Feedback.ID(UUID(random: world.randomBytes(16)))
        try await database.write { db in
            let opened = try db.open(token, on: world.today)
            guard opened.participant.isPresent == true, opened.session.state == .held else {
                throw SessionProblem.notPresent
            }
            let store = db.feedback(in: opened.session.programme)
            guard try store.note(opened.participant.id, wantsCall: form.wantsCall) else { return }
            try store.insert(feedback, id, on: opened.session.id, day: world.today)
        }
    }

    /// Takes away who this was, and with that every link. Who had a place makes room.
    ///
    /// - Throws: ``SessionProblem/doesNotWork``.
    package func erase(
        with token: LinkToken,
        from origin: String,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        let opened = try await open(token)
        let content = try await programmes.current(opened.session.programme)
        let person = Principal(account: nil, name: "", origin: origin, grants: [:])
        let post = SessionPost(programme: content, world: world, principal: person, writing: writing)
        try await database.write { db in
            try db.forget(opened.participant.id, of: opened.session.id, post)
        }
    }
}

extension SQLConnection {
    fileprivate func board(
        openedBy token: LinkToken,
        on day: Day
    ) throws -> (board: SessionBoard, participant: Participant.ID) {
        guard let found = try participant(openedBy: token, on: day) else { throw SessionProblem.doesNotWork }
        let session = try sessions(in: found.programme).find(found.session)
        return (try participants(in: found.programme).board(of: session), found.participant)
    }

    fileprivate func open(_ token: LinkToken, on day: Day) throws -> OpenSession {
        let (board, id) = try board(openedBy: token, on: day)
        guard let participant = board[id] else { throw SessionProblem.doesNotWork }
        return OpenSession(
            session: board.session,
            participant: participant,
            standing: board.standing(of: id),
            free: max(0, board.session.plan.capacity - board.placed.count)
        )
    }
}

extension UUID {
    /// Version 4, from 16 random bytes.
    fileprivate init(random bytes: [UInt8]) {
        var bytes = bytes
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}
