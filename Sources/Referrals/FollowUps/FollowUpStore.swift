import Audit
import Fieldwork
import Foundation
import Kernel
import Programmes
import Storage

extension FollowUpOutcome.Link: SQLConvertible {}
extension FollowUpOutcome.Help: SQLConvertible {}
extension FollowUpOutcome.Ambitions: SQLConvertible {}

/// All SQL about follow-ups in one programme.
struct FollowUpStore {
    let db: any SQLConnection
    let programme: Programme
    /// What was recorded later does not exist.
    var asOf = Day(daysSinceEpoch: 1_000_000)

    /// One for every first conversation that has a result.
    func all() throws -> [FollowUp] {
        try read("1 = 1")
    }

    func find(_ conversation: Conversation.ID) throws -> FollowUp {
        guard let found = try ifAny(conversation) else { throw FollowUpProblem.notFound }
        return found
    }

    func ifAny(_ conversation: Conversation.ID) throws -> FollowUp? {
        try read("c.id = \(conversation)").first
    }

    func containsOutcome(_ id: FollowUpOutcome.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM follow_up_outcome WHERE id = \(id) AND programme = \(programme.id)").isEmpty
    }

    func insert(_ outcome: FollowUpOutcome, by account: AccountID?, for conversation: Conversation.ID) throws {
        try db.run(
            """
            INSERT INTO follow_up_outcome (id, programme, conversation_id, number, contacted_on, link, help, ambitions,
                note, recorded_at, account_id, name)
            VALUES (\(outcome.id), \(programme.id), \(conversation),
                (SELECT coalesce(MAX(number), 0) + 1 FROM follow_up_outcome WHERE conversation_id = \(conversation)),
                \(outcome.contactedOn), \(outcome.link), \(outcome.help), \(outcome.ambitions), \(outcome.note),
                \(outcome.recordedAt), \(account), \(outcome.name))
            """
        )
    }

    func containsPlan(_ id: ID<FollowUp>) throws -> Bool {
        try !db.run("SELECT 1 FROM follow_up_plan WHERE id = \(id) AND programme = \(programme.id)").isEmpty
    }

    func insertPlan(
        _ id: ID<FollowUp>,
        dueOn: Day,
        responsible: String,
        at moment: Date,
        by principal: Principal,
        for conversation: Conversation.ID
    ) throws {
        try db.run(
            """
            INSERT INTO follow_up_plan (id, programme, conversation_id, number, due_on, responsible, recorded_at,
                account_id, name)
            VALUES (\(id), \(programme.id), \(conversation),
                (SELECT coalesce(MAX(number), 0) + 1 FROM follow_up_plan WHERE conversation_id = \(conversation)),
                \(dueOn), \(responsible), \(moment), \(principal.account), \(principal.name))
            """
        )
    }

    private func read(_ condition: SQL) throws -> [FollowUp] {
        try db.run(
            """
            SELECT c.id, c.company, o.name, o.municipality, coalesce(e.held_on, e.planned_on), e.interviewer_name,
                p.due_on, p.responsible,
                f.id, f.contacted_on, f.link, f.help, f.ambitions, f.note, f.recorded_at, f.name
            FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event
                    WHERE conversation = c.id AND happened_at < \(asOf.end))
            JOIN company o ON o.id = c.company
            LEFT JOIN follow_up_plan p ON p.conversation_id = c.id
                AND p.number = (SELECT MAX(number) FROM follow_up_plan
                    WHERE conversation_id = c.id AND recorded_at < \(asOf.end))
            LEFT JOIN follow_up_outcome f ON f.conversation_id = c.id
                AND f.number = (SELECT MAX(number) FROM follow_up_outcome
                    WHERE conversation_id = c.id AND contacted_on <= \(asOf))
            WHERE c.programme = \(programme.id) AND c.measurement = 'start'
                AND e.state IN ('finished', 'correcting') AND \(condition)
            """
        ).map { row in
            let heldOn: Day = try row.get(4)
            let interviewer: String = try row.get(5)
            return FollowUp(
                conversation: try row.get(0),
                company: try row.get(1),
                companyName: try row.get(2),
                municipality: try row.find(3),
                heldOn: heldOn,
                dueOn: try row.find(6) ?? programme.followUpDay(forConversationOn: heldOn),
                responsible: try row.find(7) ?? interviewer,
                outcome: try row.find(8).map { id in
                    FollowUpOutcome(
                        id: id,
                        contactedOn: try row.get(9),
                        link: try row.get(10),
                        help: try row.get(11),
                        ambitions: try row.get(12),
                        note: try row.find(13),
                        recordedAt: try row.get(14),
                        name: try row.get(15)
                    )
                }
            )
        }
    }
}

extension SQLConnection {
    func followUps(in programme: Programme) -> FollowUpStore {
        FollowUpStore(db: self, programme: programme)
    }

    func followUps(in programme: Programme, asOf day: Day) -> FollowUpStore {
        FollowUpStore(db: self, programme: programme, asOf: day)
    }
}
