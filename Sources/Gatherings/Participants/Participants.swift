import Audit
package import Fieldwork
import Foundation
package import Kernel
package import Mail
import Programmes
import Storage

/// Somebody to ask, as somebody typed it.
package struct ParticipantForm: Equatable, Sendable {
    package var id = ""
    package var name = ""
    package var companyName = ""
    package var email = ""

    package init() {}

    struct Reading {
        let name: String
        let companyName: String
        let email: String?
    }

    func read(needsEmail: Bool) throws(InvalidSession) -> Reading {
        var issues: [InvalidSession.Issue] = []
        let name = name.cleanedLine
        if name == nil { issues.append(.nameMissing) }
        if name?.count ?? 0 > 150 { issues.append(.nameTooLong) }
        let company = companyName.cleanedLine ?? ""
        if company.count > 150 { issues.append(.companyTooLong) }
        let address = CompanyNotation.email(email.trimmingWhitespace())?.lowercased()
        if address == nil, needsEmail || email.nonEmpty != nil { issues.append(.emailInvalid) }
        guard issues.isEmpty, let name else { throw InvalidSession(issues: issues) }
        return Reading(name: name, companyName: company, email: address)
    }
}

/// What an organiser decides about who comes.
extension KnowledgeSessions {
    /// Companies that could be asked, by name.
    package func candidates(
        _ filter: CandidateFilter,
        for session: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [Candidate] {
        try principal.require(.organiseSessions, in: programme)
        let content = try await programmes.current(programme)
        let history = try await programmes.sheets(of: programme)
        return try await database.read { db in
            _ = try db.sessions(in: programme).find(session)
            return try CandidateStore(db: db, programme: content, history: history).all(filter, for: session)
        }
    }

    /// The letter as it would be sent, with a link that leads nowhere.
    package func preview(
        of session: KnowledgeSession.ID,
        note: String,
        in programme: ProgrammeID,
        as principal: Principal,
        writing: SessionLetter.Writing
    ) async throws -> MailContent {
        let session = try await find(session, in: programme, as: principal)
        let participant = Participant(
            id: world.id(),
            session: session.id,
            company: nil,
            companyName: "…",
            name: "…",
            email: nil,
            language: .dutch
        )
        return writing(
            SessionLetter(
                kind: .invitation,
                programme: try await programmes.current(programme),
                session: session,
                participant: participant,
                token: nil,
                note: note.nonEmpty,
                calendar: nil
            )
        )
    }

    /// Puts an invitation in the outbox for each of these companies that has an e-mail address and was not asked yet.
    ///
    /// - Returns: how many letters there are.
    /// - Throws: ``InvalidSession``; ``SessionProblem/tooLate(_:)`` when nobody can sign up.
    @discardableResult
    package func invite(
        _ companies: [Company.ID],
        to session: KnowledgeSession.ID,
        note: String,
        in programme: ProgrammeID,
        as principal: Principal,
        writing: @escaping SessionLetter.Writing
    ) async throws -> Int {
        try principal.require(.organiseSessions, in: programme)
        if note.count > 500 { throw InvalidSession(issues: [.wordsTooLong]) }
        let content = try await programmes.current(programme)
        let history = try await programmes.sheets(of: programme)
        let post = SessionPost(programme: content, world: world, principal: principal, writing: writing)
        let world = world
        return try await database.write { db in
            let there = try db.sessions(in: programme).find(session)
            guard there.takesAnswers(on: world.today) else { throw SessionProblem.tooLate(there.state) }
            let store = db.participants(in: programme)
            let chosen = try CandidateStore(db: db, programme: content, history: history)
                .all(CandidateFilter(), for: session)
                .filter { companies.contains($0.company) && !$0.isAsked && $0.contact?.email != nil }
            guard !chosen.isEmpty else { throw InvalidSession(issues: [.nobodyChosen]) }
            var asked: [Participant] = []
            for candidate in chosen {
                guard let contact = candidate.contact else { continue }
                let participant = Participant(
                    id: world.id(),
                    session: session,
                    company: candidate.company,
                    companyName: candidate.name,
                    name: contact.name,
                    email: contact.email?.lowercased(),
                    language: .dutch
                )
                if try store.insert(participant, by: principal, at: world.now()) { asked.append(participant) }
            }
            try post.send(.invitation, to: asked, about: there, note: note.nonEmpty, db)
            try db.auditSession("session.invited", there, by: principal, at: world.now())
            return asked.count
        }
    }

    /// Somebody who came without signing up: present at once.
    ///
    /// - Throws: ``InvalidSession``.
    package func addAtDoor(
        _ form: ParticipantForm,
        to session: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let read = try form.read(needsEmail: false)
        let world = world
        let id = Participant.ID(form.id) ?? world.id()
        try await database.write { db in
            let there = try db.sessions(in: programme).find(session)
            guard there.state == .open || there.state == .held, there.plan.day <= world.today else {
                throw SessionProblem.tooLate(there.state)
            }
            let store = db.participants(in: programme)
            let board = try store.board(of: there)
            if board[id] != nil { return }
            var guest = Participant(
                id: id,
                session: session,
                company: nil,
                companyName: read.companyName,
                name: read.name,
                email: read.email,
                language: .dutch
            )
            // Who was asked before is the same person.
            if let known = board.participants.first(where: { $0.email != nil && $0.email == read.email }) {
                guest = known
            } else if try !store.insert(guest, by: principal, at: world.now()) {
                return
            }
            try store.record(isPresent: true, of: guest.id, by: principal, at: world.now())
            try db.auditSession("session.attendance", there, by: principal, at: world.now())
        }
    }

    /// Who was there, of those that are on the list; everybody else was not.
    ///
    /// - Throws: ``SessionProblem/tooLate(_:)`` for a session that did not begin or was cancelled.
    package func recordAttendance(
        _ present: Set<Participant.ID>,
        of session: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let world = world
        try await database.write { db in
            let there = try db.sessions(in: programme).find(session)
            guard there.state == .open || there.state == .held, there.plan.day <= world.today else {
                throw SessionProblem.tooLate(there.state)
            }
            let store = db.participants(in: programme)
            // Who was erased is not on the list any more, and was there as long ago as ever.
            for participant in try store.board(of: there).participants where !participant.name.isEmpty {
                let isPresent = present.contains(participant.id)
                let isExpected = participant.answer == .signedUp || participant.isPresent != nil
                guard isExpected || isPresent, participant.isPresent != isPresent else { continue }
                try store.record(isPresent: isPresent, of: participant.id, by: principal, at: world.now())
            }
            try db.auditSession("session.attendance", there, by: principal, at: world.now())
        }
    }

    /// Asks who was there how it was: each once, and nobody else.
    ///
    /// - Returns: how many letters there are.
    @discardableResult
    package func askFeedback(
        on session: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal,
        writing: @escaping SessionLetter.Writing
    ) async throws -> Int {
        try principal.require(.organiseSessions, in: programme)
        let content = try await programmes.current(programme)
        let post = SessionPost(programme: content, world: world, principal: principal, writing: writing)
        let now = world.now()
        return try await database.write { db in
            let there = try db.sessions(in: programme).find(session)
            guard there.state == .held else { throw SessionProblem.tooLate(there.state) }
            let board = try db.participants(in: programme).board(of: there)
            let asked = try db.participants(in: programme).askedForFeedback(on: session)
            let people = board.present.filter { $0.email != nil && !$0.gaveFeedback && !asked.contains($0.id) }
            guard !people.isEmpty else { return 0 }
            for person in people { try db.participants(in: programme).noteFeedbackAsked(person.id, at: now) }
            try post.send(.feedback, to: people, about: there, db)
            try db.auditSession("session.feedback-asked", there, by: principal, at: now)
            return people.count
        }
    }

    /// Takes away who somebody was. Who had a place makes room.
    package func erase(
        _ participant: Participant.ID,
        from session: KnowledgeSession.ID,
        in programme: ProgrammeID,
        as principal: Principal,
        writing: @escaping SessionLetter.Writing
    ) async throws {
        try principal.require(.organiseSessions, in: programme)
        let content = try await programmes.current(programme)
        let post = SessionPost(programme: content, world: world, principal: principal, writing: writing)
        try await database.write { db in
            try db.forget(participant, of: session, post)
        }
    }

    /// Takes away who people were half a year after a session; for the program itself.
    package func forgetOld() async throws {
        let today = world.today
        try await database.write { db in
            for (programme, participant) in try db.participantsToForget(before: today.adding(months: -6)) {
                try db.participants(in: programme).erase(participant, on: today)
                try db.mail.erase(about: [participant.letterSubject], in: programme)
            }
        }
    }
}

extension SQLConnection {
    func auditSession(
        _ action: String,
        _ session: KnowledgeSession,
        by principal: Principal,
        at moment: Date
    ) throws {
        try audit.append(
            .organiseSessions,
            action,
            of: "session \(session.id)",
            in: session.programme,
            by: principal,
            at: moment
        )
    }

    /// - Throws: ``SessionProblem/notFound``.
    func forget(_ participant: Participant.ID, of session: KnowledgeSession.ID, _ post: SessionPost) throws {
        let there = try sessions(in: post.programme.id).find(session)
        let store = participants(in: post.programme.id)
        let before = try store.board(of: there)
        guard let person = before[participant] else { throw SessionProblem.notFound }
        let now = post.world.now()
        if person.answer == .signedUp, there.takesAnswers(on: post.world.today) {
            try store.append(.left, post.world.id(), of: person, at: now)
        }
        try store.erase(participant, on: post.world.today)
        try mail.erase(about: [participant.letterSubject], in: post.programme.id)
        try post.send(.promoted, to: try store.board(of: there).promoted(since: before), about: there, self)
        try auditSession("session.participant-erased", there, by: post.principal, at: now)
    }
}
