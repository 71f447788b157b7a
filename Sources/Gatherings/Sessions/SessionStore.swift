import Audit
import Fieldwork
package import Foundation
package import Kernel
import Programmes
package import Storage

extension KnowledgeSession.State: SQLConvertible {}

/// All SQL about sessions as a whole, in one programme.
struct SessionStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// `false` when the identifier is in use already.
    func insert(_ id: KnowledgeSession.ID) throws -> Bool {
        try !db.run(
            """
            INSERT INTO knowledge_session (id, programme) VALUES (\(id), \(programme))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func append(_ session: KnowledgeSession, by principal: Principal) throws {
        let plan = session.plan
        try db.run(
            """
            INSERT INTO knowledge_session_version (session_id, programme, number, state, title, summary, theme, held_on,
                starts_at, minutes, venue, street, municipality, host, capacity, agenda, is_public, results,
                recorded_at, account_id, name)
            VALUES (\(session.id), \(programme), \(session.version), \(session.state), \(plan.title), \(plan.summary),
                \(plan.theme), \(plan.day), \(plan.start), \(plan.minutes), \(plan.venue), \(plan.street),
                \(plan.municipality), \(plan.host), \(plan.capacity), \(plan.agenda), \(plan.isPublic),
                \(session.results), \(session.changedAt), \(principal.account), \(principal.name))
            """
        )
    }

    /// - Throws: ``SessionProblem/notFound``.
    func find(_ id: KnowledgeSession.ID) throws -> KnowledgeSession {
        guard let found = try ifAny(id) else { throw SessionProblem.notFound }
        return found
    }

    func ifAny(_ id: KnowledgeSession.ID) throws -> KnowledgeSession? {
        try db.sessions("v.programme = \(programme) AND v.session_id = \(id)").first
    }

    /// By day, the first one first.
    func all() throws -> [KnowledgeSession] {
        try db.sessions("v.programme = \(programme)")
    }

    /// Asked for by anybody, for this session, since a moment.
    func requests(for session: KnowledgeSession.ID, since moment: Date) throws -> Int {
        try db.run(
            """
            SELECT count(*) FROM session_link l JOIN session_participant p ON p.id = l.participant_id
            WHERE p.session_id = \(session) AND p.account_id IS NULL AND l.made_at >= \(moment)
            """
        )[0].get(0)
    }
}

extension SQLConnection {
    func sessions(in programme: ProgrammeID) -> SessionStore {
        SessionStore(db: self, programme: programme)
    }

    /// What anybody may know of: open sessions that are public, of every programme, and those that took place.
    func publicSessions() throws -> [KnowledgeSession] {
        try sessions("v.is_public AND v.state IN ('open', 'held', 'cancelled')")
    }

    /// The sessions that had taken place at a moment, as was known then, or all that did: on which day that was known, and
    /// where.
    package func sessionsHeld(
        in programme: ProgrammeID,
        at moment: Date = .distantFuture
    ) throws -> [(countsFrom: Day, municipality: AreaCode)] {
        try run(
            """
            SELECT v.municipality, (SELECT MIN(recorded_at) FROM knowledge_session_version
                WHERE session_id = v.session_id AND state = 'held')
            FROM knowledge_session_version v
            WHERE v.programme = \(programme) AND v.state = 'held'
                AND v.number = (SELECT MAX(number) FROM knowledge_session_version
                    WHERE session_id = v.session_id AND recorded_at <= \(moment))
            ORDER BY v.session_id
            """
        ).map { (Day(try $0.get(1, as: Date.self)), try $0.get(0)) }
    }

    func sessions(_ condition: SQL) throws -> [KnowledgeSession] {
        try run(
            """
            SELECT v.session_id, v.programme, v.title, v.summary, v.theme, v.held_on, v.starts_at, v.minutes, v.venue,
                v.street, v.municipality, v.host, v.capacity, v.agenda, v.is_public, v.state, v.number, v.recorded_at,
                v.results
            FROM knowledge_session_version v
            WHERE v.number = (SELECT MAX(number) FROM knowledge_session_version
                WHERE session_id = v.session_id) AND \(condition)
            ORDER BY v.held_on, v.starts_at, v.session_id
            """
        ).map { row in
            KnowledgeSession(
                id: try row.get(0),
                programme: try row.get(1),
                plan: SessionPlan(
                    title: try row.get(2),
                    summary: try row.get(3),
                    theme: try row.find(4),
                    day: try row.get(5),
                    start: try row.get(6),
                    minutes: try row.get(7),
                    venue: try row.get(8),
                    street: try row.get(9),
                    municipality: try row.get(10),
                    host: try row.get(11),
                    capacity: try row.get(12),
                    agenda: try row.get(13),
                    isPublic: try row.get(14)
                ),
                state: try row.get(15),
                version: try row.get(16),
                changedAt: try row.get(17),
                results: try row.find(18)
            )
        }
    }
}
