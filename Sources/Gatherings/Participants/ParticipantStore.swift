import Audit
import Fieldwork
import Foundation
import Kernel
import Storage

extension Participant.Answer: SQLConvertible {}

/// All SQL about who comes to sessions, in one programme.
struct ParticipantStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// `false` when the identifier or the e-mail address is there already.
    func insert(_ participant: Participant, by principal: Principal, at moment: Date) throws -> Bool {
        try !db.run(
            """
            INSERT INTO session_participant (id, programme, session_id, company_id, company_name, name, email, language,
                added_at, account_id, by_name)
            VALUES (\(participant.id), \(programme), \(participant.session), \(participant.company),
                \(participant.companyName), \(participant.name), \(participant.email),
                \(participant.language.rawValue), \(moment), \(principal.account), \(principal.name))
            ON CONFLICT DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func insert(_ token: LinkToken, for participant: Participant.ID, until day: Day, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO session_link (token_hash, programme, participant_id, expires_on, made_at)
            VALUES (\(token.hash), \(programme), \(participant), \(day), \(moment))
            """
        )
    }

    func board(of session: KnowledgeSession) throws -> SessionBoard {
        SessionBoard(session: session, participants: try all(of: session.id))
    }

    /// In the order in which they were added.
    func all(of session: KnowledgeSession.ID) throws -> [Participant] {
        try db.run(
            """
            SELECT p.id, p.company_id, p.company_name, p.name, p.email, p.language, a.kind, a.number, t.is_present,
                f.participant_id, f.wants_call
            FROM session_participant p
            LEFT JOIN session_answer a ON a.participant_id = p.id
                AND a.number = (SELECT MAX(number) FROM session_answer WHERE participant_id = p.id)
            LEFT JOIN session_attendance t ON t.participant_id = p.id
                AND t.number = (SELECT MAX(number) FROM session_attendance WHERE participant_id = p.id)
            LEFT JOIN session_feedback_given f ON f.participant_id = p.id
            WHERE p.programme = \(programme) AND p.session_id = \(session) ORDER BY p.added_at, p.id
            """
        ).map { row in
            Participant(
                id: try row.get(0),
                session: session,
                company: try row.find(1),
                companyName: try row.get(2),
                name: try row.get(3),
                email: try row.find(4),
                language: Language(rawValue: try row.get(5)) ?? .dutch,
                answer: try row.find(6),
                position: try row.find(7) ?? 0,
                isPresent: try row.find(8),
                gaveFeedback: try row.find(9, as: Participant.ID.self) != nil,
                wantsCall: try row.find(10) ?? false
            )
        }
    }

    /// Whether a letter with a link went out since a moment.
    func hasLink(_ participant: Participant.ID, since moment: Date) throws -> Bool {
        try !db.run("SELECT 1 FROM session_link WHERE participant_id = \(participant) AND made_at >= \(moment)").isEmpty
    }

    func askedForFeedback(on session: KnowledgeSession.ID) throws -> Set<Participant.ID> {
        Set(
            try db.run(
                """
                SELECT id FROM session_participant
                WHERE programme = \(programme) AND session_id = \(session) AND feedback_asked_at IS NOT NULL
                """
            ).map { try $0.get(0) }
        )
    }

    func noteFeedbackAsked(_ participant: Participant.ID, at moment: Date) throws {
        try db.run(
            """
            UPDATE session_participant SET feedback_asked_at = \(moment)
            WHERE id = \(participant) AND programme = \(programme)
            """
        )
    }

    /// The answer comes after all others: the place in the queue.
    func append(
        _ answer: Participant.Answer,
        _ id: ID<Participant.Answer>,
        of participant: Participant,
        at moment: Date
    ) throws {
        try db.run(
            """
            INSERT INTO session_answer (id, session_id, participant_id, number, kind, answered_at)
            VALUES (\(id), \(participant.session), \(participant.id),
                (SELECT coalesce(MAX(number), 0) + 1 FROM session_answer WHERE session_id = \(participant.session)),
                \(answer), \(moment))
            """
        )
    }

    func containsAnswer(_ id: ID<Participant.Answer>) throws -> Bool {
        try !db.run("SELECT 1 FROM session_answer WHERE id = \(id)").isEmpty
    }

    func record(isPresent: Bool, of participant: Participant.ID, by principal: Principal, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO session_attendance (participant_id, number, is_present, recorded_at, account_id, name)
            VALUES (\(participant),
                (SELECT coalesce(MAX(number), 0) + 1 FROM session_attendance WHERE participant_id = \(participant)),
                \(isPresent), \(moment), \(principal.account), \(principal.name))
            """
        )
    }

    /// Everybody of a company, with the session.
    func all(of company: Company.ID) throws -> [(session: KnowledgeSession.ID, participant: Participant.ID)] {
        try db.run(
            """
            SELECT session_id, id FROM session_participant
            WHERE programme = \(programme) AND company_id = \(company) ORDER BY id
            """
        ).map { (try $0.get(0), try $0.get(1)) }
    }

    func eraseName(of company: Company.ID) throws {
        try db.run(
            "UPDATE session_participant SET company_name = '' WHERE programme = \(programme) AND company_id = \(company)"
        )
    }

    /// Takes away who it was, and the links; that somebody of the company came stays.
    func erase(_ participant: Participant.ID, on day: Day) throws {
        try db.run("DELETE FROM session_link WHERE participant_id = \(participant) AND programme = \(programme)")
        try db.run(
            """
            UPDATE session_participant SET name = '', email = NULL, erased_on = \(day),
                company_name = CASE WHEN company_id IS NULL THEN '' ELSE company_name END
            WHERE id = \(participant) AND programme = \(programme)
            """
        )
    }
}

extension SQLConnection {
    func participants(in programme: ProgrammeID) -> ParticipantStore {
        ParticipantStore(db: self, programme: programme)
    }

    /// Whose link it is, while it works.
    func participant(
        openedBy token: LinkToken,
        on day: Day
    ) throws -> (programme: ProgrammeID, session: KnowledgeSession.ID, participant: Participant.ID)? {
        try run(
            """
            SELECT p.programme, p.session_id, p.id FROM session_link l
            JOIN session_participant p ON p.id = l.participant_id
            WHERE l.token_hash = \(token.hash) AND l.expires_on >= \(day)
            """
        ).first.map { (try $0.get(0), try $0.get(1), try $0.get(2)) }
    }

    /// Who came to, or was asked for, a session that was before a day and is still known by name.
    func participantsToForget(before day: Day) throws -> [(programme: ProgrammeID, participant: Participant.ID)] {
        try run(
            """
            SELECT p.programme, p.id FROM session_participant p
            JOIN knowledge_session_version v ON v.session_id = p.session_id
                AND v.number = (SELECT MAX(number) FROM knowledge_session_version WHERE session_id = p.session_id)
            WHERE p.erased_on IS NULL AND v.held_on < \(day) ORDER BY p.id LIMIT 1000
            """
        ).map { (try $0.get(0), try $0.get(1)) }
    }
}
