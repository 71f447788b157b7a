import Audit
import Fieldwork
import Foundation
import Kernel
import Programmes
import Storage

extension FollowUpOutcome.Link: SQLConvertible {}
extension FollowUpOutcome.Help: SQLConvertible {}
extension FollowUpOutcome.Fate: SQLConvertible {}
extension FollowUpOutcome.Additionality: SQLConvertible {}
extension FollowUpOutcome.Misfit: SQLConvertible {}

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

    func all(of company: Company.ID) throws -> [FollowUp] {
        try read("c.company = \(company)")
    }

    func find(_ conversation: Conversation.ID) throws -> FollowUp {
        guard let found = try ifAny(conversation) else { throw FollowUpProblem.notFound }
        return found
    }

    func ifAny(_ conversation: Conversation.ID) throws -> FollowUp? {
        try read("c.id = \(conversation)", details: "o.conversation_id = \(conversation)").first
    }

    func containsOutcome(_ id: FollowUpOutcome.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM follow_up_outcome WHERE id = \(id) AND programme = \(programme.id)").isEmpty
    }

    func insert(_ outcome: FollowUpOutcome, by account: AccountID?, for conversation: Conversation.ID) throws {
        try db.run(
            """
            INSERT INTO follow_up_outcome (id, programme, conversation_id, number, contacted_on, link, help, ambitions,
                additionality, note, recorded_at, account_id, name, measurement_id)
            VALUES (\(outcome.id), \(programme.id), \(conversation),
                (SELECT coalesce(MAX(number), 0) + 1 FROM follow_up_outcome WHERE conversation_id = \(conversation)),
                \(outcome.contactedOn), \(outcome.link), \(outcome.help), \(outcome.ambitions),
                \(outcome.additionality), \(outcome.note), \(outcome.recordedAt), \(account), \(outcome.name),
                \(outcome.measurement))
            """
        )
        for answer in outcome.answers {
            try db.run(
                """
                INSERT INTO follow_up_answer (outcome_id, programme, referral_id, link, help, misfit, note)
                VALUES (\(outcome.id), \(programme.id), \(answer.referral), \(answer.link), \(answer.help),
                    \(answer.misfit), \(answer.note))
                """
            )
        }
        for (activity, fate) in outcome.fates.sorted(by: { $0.key < $1.key }) {
            try db.run(
                """
                INSERT INTO follow_up_ambition (outcome_id, programme, activity, fate)
                VALUES (\(outcome.id), \(programme.id), \(activity), \(fate))
                """
            )
        }
    }

    /// The one with that identifier, if it is about this conversation.
    func outcome(_ id: FollowUpOutcome.ID, of conversation: Conversation.ID) throws -> FollowUpOutcome? {
        let details = try details("o.conversation_id = \(conversation)")
        return try db.run(
            """
            SELECT f.id, f.contacted_on, f.link, f.help, f.ambitions, f.note, f.recorded_at, f.name, f.measurement_id,
                f.additionality
            FROM follow_up_outcome f
            WHERE f.programme = \(programme.id) AND f.conversation_id = \(conversation) AND f.id = \(id)
            """
        ).first.map { try outcome($0, from: 0, id, details) }
    }

    private struct Details {
        var answers: [FollowUpOutcome.ID: [FollowUpOutcome.Answer]] = [:]
        var fates: [FollowUpOutcome.ID: [Activity.ID: FollowUpOutcome.Fate]] = [:]
    }

    private func details(_ condition: SQL) throws -> Details {
        var result = Details()
        for row in try db.run(
            """
            SELECT a.outcome_id, a.referral_id, a.link, a.help, a.misfit, a.note FROM follow_up_answer a
            JOIN follow_up_outcome o ON o.id = a.outcome_id
            WHERE a.programme = \(programme.id) AND \(condition) ORDER BY a.referral_id
            """
        ) {
            result.answers[try row.get(0), default: []].append(
                FollowUpOutcome.Answer(
                    referral: try row.get(1),
                    link: try row.get(2),
                    help: try row.get(3),
                    misfit: try row.find(4),
                    note: try row.find(5)
                )
            )
        }
        for row in try db.run(
            """
            SELECT a.outcome_id, a.activity, a.fate FROM follow_up_ambition a
            JOIN follow_up_outcome o ON o.id = a.outcome_id
            WHERE a.programme = \(programme.id) AND \(condition)
            """
        ) {
            result.fates[try row.get(0), default: [:]][try row.get(1, as: Activity.ID.self)] = try row.get(2)
        }
        return result
    }

    private func outcome(
        _ row: SQLRow,
        from column: Int,
        _ id: FollowUpOutcome.ID,
        _ details: Details
    ) throws -> FollowUpOutcome {
        FollowUpOutcome(
            id: id,
            contactedOn: try row.get(column + 1),
            link: try row.get(column + 2),
            help: try row.get(column + 3),
            ambitions: try row.get(column + 4),
            additionality: try row.find(column + 9),
            note: try row.find(column + 5),
            recordedAt: try row.get(column + 6),
            name: try row.get(column + 7),
            measurement: try row.find(column + 8),
            answers: details.answers[id] ?? [],
            fates: details.fates[id] ?? [:]
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

    private func read(_ condition: SQL, details: SQL = "1 = 1") throws -> [FollowUp] {
        let details = try self.details(details)
        return try db.run(
            """
            SELECT c.id, c.company, o.name, o.municipality, coalesce(e.held_on, e.planned_on), e.interviewer_name,
                p.due_on, p.responsible, p.recorded_at,
                f.id, f.contacted_on, f.link, f.help, f.ambitions, f.note, f.recorded_at, f.name, f.measurement_id,
                f.additionality,
                EXISTS (SELECT 1 FROM conversation l
                    JOIN conversation_event le ON le.conversation = l.id
                        AND le.number = (SELECT MAX(number) FROM conversation_event
                            WHERE conversation = l.id AND happened_at < \(asOf.end))
                    WHERE l.company = c.company AND l.programme = c.programme AND l.measurement = 'final'
                        AND le.state IN ('finished', 'correcting'))
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
                AND o.erased_on IS NULL AND e.state IN ('finished', 'correcting') AND \(condition)
            """
        ).map { row in
            let heldOn: Day = try row.get(4)
            let interviewer: String = try row.get(5)
            let outcome = try row.find(9, as: FollowUpOutcome.ID.self).map {
                try self.outcome(row, from: 9, $0, details)
            }
            let plannedAt = try row.find(8, as: Date.self)
            return FollowUp(
                conversation: try row.get(0),
                company: try row.get(1),
                companyName: try row.get(2),
                municipality: try row.find(3),
                heldOn: heldOn,
                dueOn: try row.find(6) ?? programme.followUpDay(forConversationOn: heldOn),
                responsible: try row.find(7) ?? interviewer,
                outcome: outcome,
                isAgain: outcome.map { told in plannedAt.map { $0 >= told.recordedAt } ?? false } ?? false,
                hasFinal: try row.get(19)
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
