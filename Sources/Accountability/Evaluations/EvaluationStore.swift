import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about evaluations and the sounding board, in one programme.
struct EvaluationStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// The last one first.
    func all() throws -> [Evaluation] {
        let changes = try db.run(
            """
            SELECT evaluation_id, words, made_on, name FROM evaluation_change WHERE programme = \(programme)
            ORDER BY made_on, recorded_at, id
            """
        ).reduce(into: [Evaluation.ID: [Evaluation.Change]]()) { result, row in
            result[try row.get(0), default: []].append(
                Evaluation.Change(words: try row.get(1), madeOn: try row.get(2), name: try row.get(3))
            )
        }
        return try db.run(
            """
            SELECT id, title, phase, held_on, present, conclusions FROM evaluation WHERE programme = \(programme)
            ORDER BY held_on DESC, id DESC
            """
        ).map { row in
            let id: Evaluation.ID = try row.get(0)
            return Evaluation(
                id: id,
                title: try row.get(1),
                phase: try row.find(2),
                heldOn: try row.get(3),
                present: try row.get(4),
                conclusions: try row.get(5),
                changes: changes[id] ?? []
            )
        }
    }

    /// `false` when it was there already, as with the others below.
    func insert(_ evaluation: Evaluation, by principal: Principal, at moment: Date) throws -> Bool {
        try !db.run(
            """
            INSERT INTO evaluation (id, programme, title, phase, held_on, present, conclusions, recorded_at, account_id,
                name)
            VALUES (\(evaluation.id), \(programme), \(evaluation.title), \(evaluation.phase), \(evaluation.heldOn),
                \(evaluation.present), \(evaluation.conclusions), \(moment), \(principal.account), \(principal.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func insert(
        _ change: Evaluation.Change,
        _ id: ID<Evaluation.Change>,
        to evaluation: Evaluation.ID,
        by principal: Principal,
        at moment: Date
    ) throws -> Bool {
        try !db.run(
            """
            INSERT INTO evaluation_change (id, programme, evaluation_id, words, made_on, recorded_at, account_id, name)
            VALUES (\(id), \(programme), \(evaluation), \(change.words), \(change.madeOn), \(moment),
                \(principal.account), \(change.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    /// By name.
    func members() throws -> [BoardMember] {
        try db.run(
            """
            SELECT id, name, organisation, member_since, member_until FROM board_member WHERE programme = \(programme)
            ORDER BY name, id
            """
        ).map { row in
            BoardMember(
                id: try row.get(0),
                name: try row.get(1),
                organisation: try row.get(2),
                since: try row.get(3),
                until: try row.find(4)
            )
        }
    }

    func insert(_ member: BoardMember) throws -> Bool {
        try !db.run(
            """
            INSERT INTO board_member (id, programme, name, organisation, member_since)
            VALUES (\(member.id), \(programme), \(member.name), \(member.organisation), \(member.since))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    /// `false` for who is no member, or left already.
    func end(_ member: BoardMember.ID, on day: Day) throws -> Bool {
        try !db.run(
            """
            UPDATE board_member SET member_until = \(day)
            WHERE id = \(member) AND programme = \(programme) AND member_until IS NULL RETURNING id
            """
        ).isEmpty
    }

    func erase(_ member: BoardMember.ID) throws -> Bool {
        try !db.run("DELETE FROM board_member WHERE id = \(member) AND programme = \(programme) RETURNING id").isEmpty
    }
}

extension SQLConnection {
    func evaluations(in programme: ProgrammeID) -> EvaluationStore {
        EvaluationStore(db: self, programme: programme)
    }
}
