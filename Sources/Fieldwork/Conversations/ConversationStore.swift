import Foundation
import Kernel
import Storage

extension Conversation.Measurement: SQLConvertible {}
extension Conversation.State: SQLConvertible {}
extension ConversationEvent.Kind: SQLConvertible {}
extension ClockTime: SQLConvertible {}

/// All SQL about conversations as a whole, in one programme.
struct ConversationStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// `false` when the identifier is in use already.
    func insert(_ conversation: Conversation) throws -> Bool {
        try !db.run(
            """
            INSERT INTO conversation (id, programme, company, measurement)
            VALUES (\(conversation.id), \(programme), \(conversation.company), \(conversation.measurement))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func append(
        _ kind: ConversationEvent.Kind,
        after: Conversation,
        by principal: Principal,
        at moment: Date,
        because reason: String? = nil
    ) throws {
        let plan = after.plan
        try db.run(
            """
            INSERT INTO conversation_event (conversation, programme, number, kind, happened_at, account_id, by_name,
                origin, reason, state, planned_on, planned_at, interviewer, interviewer_name, sheet_version, held_on,
                finished_at)
            VALUES (\(after.id), \(programme),
                (SELECT coalesce(max(number), 0) + 1 FROM conversation_event WHERE conversation = \(after.id)),
                \(kind), \(moment), \(principal.account), \(principal.name), \(principal.origin), \(reason),
                \(after.state), \(plan.day), \(plan.time), \(plan.interviewer.account), \(plan.interviewer.name),
                \(after.sheetVersion), \(after.heldOn), \(after.finishedAt))
            """
        )
    }

    /// - Throws: ``ConversationProblem/notFound``.
    func find(_ id: Conversation.ID) throws -> Conversation {
        guard let row = try db.run("SELECT \(columns) \(present) AND c.id = \(id)").first else {
            throw ConversationProblem.notFound
        }
        return try conversation(row)
    }

    /// The conversations of a company, the first one first.
    func all(of company: Company.ID) throws -> [Conversation] {
        try db.run(
            """
            SELECT \(columns) \(present) AND c.company = \(company)
            ORDER BY coalesce(e.held_on, e.planned_on), e.happened_at, c.id
            """
        ).map(conversation)
    }

    /// What there is to do first, by day; then what is over, the latest first.
    func lines(_ filter: ConversationFilter) throws -> [ConversationLine] {
        try db.run(
            """
            SELECT \(columns), o.name, o.city, o.municipality, o.street \(present(joining: company)) AND \(condition(filter))
            ORDER BY CASE WHEN e.state IN ('finished', 'cancelled') THEN 1 ELSE 0 END,
                CASE WHEN e.state IN ('finished', 'cancelled') THEN NULL ELSE e.planned_on END,
                e.planned_at, coalesce(e.held_on, e.planned_on) DESC, c.id
            LIMIT \(filter.limit) OFFSET \(filter.offset)
            """
        ).map { row in
            ConversationLine(
                conversation: try conversation(row),
                companyName: try row.get(12),
                city: try row.find(13),
                municipality: try row.find(14),
                street: try row.find(15)
            )
        }
    }

    func count(_ filter: ConversationFilter) throws -> Int {
        try db.run("SELECT count(*) \(present(joining: company)) AND \(condition(filter))")[0].get(0)
    }

    /// Everybody who holds or held one, for a filter to choose from.
    func interviewers() throws -> [Interviewer] {
        try db.run(
            """
            SELECT interviewer, max(interviewer_name) FROM conversation_event
            WHERE programme = \(programme) AND interviewer IS NOT NULL GROUP BY interviewer ORDER BY 2
            """
        ).map { Interviewer(account: try $0.find(0), name: try $0.get(1)) }
    }

    func events(of id: Conversation.ID) throws -> [ConversationEvent] {
        try db.run(
            """
            SELECT \(columns), e.number, e.kind, e.happened_at, e.by_name, e.origin, e.reason
            FROM conversation c JOIN conversation_event e ON e.conversation = c.id
            WHERE c.programme = \(programme) AND c.id = \(id) ORDER BY e.number
            """
        ).map { row in
            ConversationEvent(
                number: try row.get(12),
                kind: try row.get(13),
                happenedAt: try row.get(14),
                by: try row.get(15),
                origin: try row.get(16),
                reason: try row.find(17),
                after: try conversation(row)
            )
        }
    }

    private var columns: SQL {
        """
        c.id, c.company, c.measurement, e.planned_on, e.planned_at, e.interviewer, e.interviewer_name, e.state,
        e.happened_at, e.sheet_version, e.held_on, e.finished_at
        """
    }

    private var company: SQL { "JOIN company o ON o.id = c.company" }

    private var present: SQL { present(joining: "") }

    /// Each conversation beside its newest event.
    private func present(joining join: SQL) -> SQL {
        """
        FROM conversation c JOIN conversation_event e ON e.conversation = c.id AND e.number =
            (SELECT max(n.number) FROM conversation_event n WHERE n.conversation = c.id) \(join)
        WHERE c.programme = \(programme)
        """
    }

    private func condition(_ filter: ConversationFilter) -> SQL {
        var parts: [SQL] = ["1 = 1"]
        if !filter.states.isEmpty { parts.append("e.state IN \(.list(filter.states))") }
        if let quarter = filter.quarter {
            parts.append("coalesce(e.held_on, e.planned_on) >= \(quarter.firstDay)")
            parts.append("coalesce(e.held_on, e.planned_on) <= \(quarter.lastDay)")
        }
        if let days = filter.days {
            parts.append("coalesce(e.held_on, e.planned_on) BETWEEN \(days.lowerBound) AND \(days.upperBound)")
        }
        if let interviewer = filter.interviewer { parts.append("e.interviewer = \(interviewer)") }
        if let municipality = filter.municipality { parts.append("o.municipality = \(municipality)") }
        return .joined(parts, by: " AND ")
    }

    private func conversation(_ row: SQLRow) throws -> Conversation {
        Conversation(
            id: try row.get(0),
            company: try row.get(1),
            measurement: try row.get(2),
            plan: ConversationPlan(
                day: try row.get(3),
                time: try row.find(4),
                interviewer: Interviewer(account: try row.find(5), name: try row.get(6))
            ),
            state: try row.get(7),
            since: try row.get(8),
            sheetVersion: try row.find(9),
            heldOn: try row.find(10),
            finishedAt: try row.find(11)
        )
    }
}

extension SQLConnection {
    func conversations(in programme: ProgrammeID) -> ConversationStore {
        ConversationStore(db: self, programme: programme)
    }
}
