import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about meetings and what came of them, in one programme.
struct GovernanceStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func meetings() throws -> [Meeting] {
        try db.run("SELECT id, body, day, place, version FROM meeting WHERE programme = \(programme) ORDER BY day, id")
            .map(Self.meeting)
    }

    func find(_ id: Meeting.ID) throws -> Meeting? {
        try db.run("SELECT id, body, day, place, version FROM meeting WHERE programme = \(programme) AND id = \(id)")
            .first.map(Self.meeting)
    }

    private static func meeting(_ row: SQLRow) throws -> Meeting {
        Meeting(
            id: try row.get(0),
            body: try row.get(1),
            day: try row.get(2),
            place: try row.get(3),
            version: try row.get(4)
        )
    }

    /// `false` when that identifier is of a meeting elsewhere, which is left alone.
    func put(_ meeting: Meeting) throws -> Bool {
        try !db.run(
            """
            INSERT INTO meeting (id, programme, body, day, place, version)
            VALUES (\(meeting.id), \(programme), \(meeting.body), \(meeting.day), \(meeting.place), \(meeting.version))
            ON CONFLICT (id) DO UPDATE SET body = excluded.body, day = excluded.day, place = excluded.place,
                version = excluded.version
            WHERE meeting.programme = excluded.programme RETURNING id
            """
        ).isEmpty
    }

    func agenda(of meeting: Meeting.ID) throws -> [AgendaItem] {
        try db.run(
            """
            SELECT id, meeting, position, kind, title, words, line, name FROM agenda_item
            WHERE programme = \(programme) AND meeting = \(meeting) ORDER BY position, id
            """
        ).map { row in
            AgendaItem(
                id: try row.get(0),
                meeting: try row.get(1),
                position: try row.get(2),
                kind: try row.get(3),
                title: try row.get(4),
                words: try row.get(5),
                line: try row.find(6),
                name: try row.get(7)
            )
        }
    }

    /// `false` when it was there already.
    func insert(_ item: AgendaItem) throws -> Bool {
        try !db.run(
            """
            INSERT INTO agenda_item (id, programme, meeting, position, kind, title, words, line, name)
            VALUES (\(item.id), \(programme), \(item.meeting), \(item.position), \(item.kind), \(item.title),
                \(item.words), \(item.line), \(item.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func remove(_ item: AgendaItem.ID) throws {
        try db.run("DELETE FROM agenda_item WHERE programme = \(programme) AND id = \(item)")
    }

    func put(_ item: AgendaItem.ID, at position: Int) throws {
        try db.run("UPDATE agenda_item SET position = \(position) WHERE programme = \(programme) AND id = \(item)")
    }

    func decisions() throws -> [Decision] {
        try db.run(
            """
            SELECT d.id, d.number, d.meeting, m.body, m.day, d.words, d.lines, d.result, d.payer, d.informed, d.supersedes,
                d.recorded_at, d.name
            FROM decision AS d JOIN meeting AS m ON m.id = d.meeting
            WHERE d.programme = \(programme) ORDER BY d.number DESC
            """
        ).map { row in
            let lines: String = try row.get(6)
            return Decision(
                id: try row.get(0),
                number: try row.get(1),
                meeting: try row.get(2),
                body: try row.get(3),
                decidedOn: try row.get(4),
                words: try row.get(5),
                lines: lines.split(separator: " ").compactMap { ActionLine.ID(String($0)) },
                result: try row.find(7),
                payer: try row.find(8),
                informed: try row.get(9),
                supersedes: try row.find(10),
                recordedAt: try row.get(11),
                name: try row.get(12)
            )
        }
    }

    func nextDecision() throws -> Int {
        try db.run("SELECT coalesce(max(number), 0) + 1 FROM decision WHERE programme = \(programme)")[0].get(0)
    }

    /// `false` when it was there already.
    func insert(_ decision: Decision, by principal: Principal) throws -> Bool {
        let lines = decision.lines.map(\.description).joined(separator: " ")
        return try !db.run(
            """
            INSERT INTO decision (id, programme, number, meeting, words, lines, result, payer, informed, supersedes,
                recorded_at, account_id, name)
            VALUES (\(decision.id), \(programme), \(decision.number), \(decision.meeting), \(decision.words), \(lines),
                \(decision.result), \(decision.payer), \(decision.informed), \(decision.supersedes),
                \(decision.recordedAt), \(principal.account), \(decision.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func points() throws -> [ActionPoint] {
        try db.run(
            """
            SELECT id, number, meeting, words, owner, due, line, closed_on, outcome FROM action_point
            WHERE programme = \(programme) ORDER BY number
            """
        ).map { row in
            ActionPoint(
                id: try row.get(0),
                number: try row.get(1),
                meeting: try row.get(2),
                words: try row.get(3),
                owner: try row.get(4),
                due: try row.get(5),
                line: try row.find(6),
                closedOn: try row.find(7),
                outcome: try row.get(8)
            )
        }
    }

    func nextPoint() throws -> Int {
        try db.run("SELECT coalesce(max(number), 0) + 1 FROM action_point WHERE programme = \(programme)")[0].get(0)
    }

    /// `false` when it was there already.
    func insert(_ point: ActionPoint) throws -> Bool {
        try !db.run(
            """
            INSERT INTO action_point (id, programme, number, meeting, words, owner, due, line, closed_on, outcome)
            VALUES (\(point.id), \(programme), \(point.number), \(point.meeting), \(point.words), \(point.owner),
                \(point.due), \(point.line), \(point.closedOn), \(point.outcome))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func close(_ point: ActionPoint.ID, on day: Day, outcome: String) throws {
        try db.run(
            """
            UPDATE action_point SET closed_on = \(day), outcome = \(outcome)
            WHERE programme = \(programme) AND id = \(point)
            """
        )
    }

    func members() throws -> [BodyMember] {
        try db.run(
            """
            SELECT id, body, name, organisation, since, until FROM body_member WHERE programme = \(programme)
            ORDER BY since, id
            """
        ).map { row in
            BodyMember(
                id: try row.get(0),
                body: try row.get(1),
                name: try row.get(2),
                organisation: try row.find(3),
                since: try row.get(4),
                until: try row.find(5)
            )
        }
    }

    /// `false` when that identifier is of a member elsewhere, who is left alone.
    func put(_ member: BodyMember) throws -> Bool {
        try !db.run(
            """
            INSERT INTO body_member (id, programme, body, name, organisation, since, until)
            VALUES (\(member.id), \(programme), \(member.body), \(member.name), \(member.organisation), \(member.since),
                \(member.until))
            ON CONFLICT (id) DO UPDATE SET until = excluded.until
            WHERE body_member.programme = excluded.programme RETURNING id
            """
        ).isEmpty
    }

    /// Who left a body so long ago.
    static func forgetMembers(before day: Day, in db: any SQLConnection) throws -> Int {
        try db.run("DELETE FROM body_member WHERE until < \(day) RETURNING id").count
    }
}

extension SQLConnection {
    func governance(in programme: ProgrammeID) -> GovernanceStore { GovernanceStore(db: self, programme: programme) }
}

extension AgendaItem.Kind: SQLConvertible {}
