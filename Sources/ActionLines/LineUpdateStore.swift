import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about what was told of action lines, in one programme. Rows are added, never changed.
struct LineUpdateStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// In the order in which they were told.
    func all(upTo day: Day) throws -> [LineUpdate] {
        let steps = try db.run(
            """
            SELECT update_id, step, state, owner, due FROM line_update_step WHERE programme = \(programme)
            """
        ).reduce(into: [LineUpdate.ID: [ActionLine.Step.ID: LineUpdate.StepProgress]]()) { result, row in
            result[try row.get(0), default: [:]][try row.get(1)] = LineUpdate.StepProgress(
                state: try row.get(2),
                owner: try row.get(3),
                due: try row.find(4)
            )
        }
        let results = try db.run(
            "SELECT update_id, result, reached FROM line_update_result WHERE programme = \(programme)"
        ).reduce(into: [LineUpdate.ID: [ActionLine.PromisedResult.ID: Int]]()) { result, row in
            result[try row.get(0), default: [:]][try row.get(1)] = try row.get(2)
        }
        return try db.run(
            """
            SELECT id, line, status, why, ask, asked_of, evidence, source, recorded_on, recorded_at, name
            FROM line_update WHERE programme = \(programme) AND recorded_on <= \(day) ORDER BY recorded_at, id
            """
        ).map { row in
            let id: LineUpdate.ID = try row.get(0)
            return LineUpdate(
                id: id,
                line: try row.get(1),
                status: try row.get(2),
                why: try row.get(3),
                ask: try row.get(4),
                askedOf: try row.get(5),
                evidence: try row.get(6),
                source: try row.get(7),
                steps: steps[id] ?? [:],
                results: results[id] ?? [:],
                recordedOn: try row.get(8),
                recordedAt: try row.get(9),
                name: try row.get(10)
            )
        }
    }

    /// `false` when it was there already.
    func insert(_ update: LineUpdate, by principal: Principal) throws -> Bool {
        let isNew = try !db.run(
            """
            INSERT INTO line_update (id, programme, line, status, why, ask, asked_of, evidence, source, recorded_on,
                recorded_at, account_id, name)
            VALUES (\(update.id), \(programme), \(update.line), \(update.status), \(update.why), \(update.ask),
                \(update.askedOf), \(update.evidence), \(update.source), \(update.recordedOn), \(update.recordedAt),
                \(principal.account), \(update.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
        guard isNew else { return false }
        for (step, progress) in update.steps {
            try db.run(
                """
                INSERT INTO line_update_step (programme, update_id, step, state, owner, due)
                VALUES (\(programme), \(update.id), \(step), \(progress.state), \(progress.owner), \(progress.due))
                """
            )
        }
        for (result, reached) in update.results {
            try db.run(
                """
                INSERT INTO line_update_result (programme, update_id, result, reached)
                VALUES (\(programme), \(update.id), \(result), \(reached))
                """
            )
        }
        return true
    }
}

extension LineUpdateStore {
    /// In the order in which they were released.
    func releases() throws -> [LineRelease] {
        try db.run(
            """
            SELECT id, line, words, released_on, released_at, name FROM line_release WHERE programme = \(programme)
            ORDER BY released_at, id
            """
        ).map { row in
            LineRelease(
                id: try row.get(0),
                line: try row.get(1),
                words: try row.get(2),
                releasedOn: try row.get(3),
                releasedAt: try row.get(4),
                name: try row.get(5)
            )
        }
    }

    /// `false` when it was there already.
    func insert(_ release: LineRelease, by principal: Principal) throws -> Bool {
        try !db.run(
            """
            INSERT INTO line_release (id, programme, line, words, released_on, released_at, account_id, name)
            VALUES (\(release.id), \(programme), \(release.line), \(release.words), \(release.releasedOn),
                \(release.releasedAt), \(principal.account), \(release.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    /// That somebody was reminded of a line that was silent since then, for the umpteenth time; `false` when that was done
    /// already.
    func remember(_ line: ActionLine.ID, _ since: Day, _ round: Int, at moment: Date) throws -> Bool {
        try !db.run(
            """
            INSERT INTO line_reminder (programme, line, since, round, made_at)
            VALUES (\(programme), \(line), \(since), \(round), \(moment))
            ON CONFLICT (programme, line, since, round) DO NOTHING RETURNING round
            """
        ).isEmpty
    }
}

extension SQLConnection {
    func lineUpdates(in programme: ProgrammeID) -> LineUpdateStore { LineUpdateStore(db: self, programme: programme) }
}

extension LineStatus: SQLConvertible {}
extension StepState: SQLConvertible {}
extension Evidence: SQLConvertible {}
