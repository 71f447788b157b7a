import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about year plans, in one programme. Versions are added, never changed.
struct YearPlanStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// Of a year, or of one line in it; the last version of each first.
    func versions(of year: Int, line: ActionLine.ID? = nil) throws -> [YearPlan] {
        let wanted: SQL = line.map { "AND line = \($0)" } ?? ""
        return try db.run(
            """
            SELECT id, line, year, version, state, content, remark, decision, recorded_at, name FROM year_plan
            WHERE programme = \(programme) AND year = \(year) \(wanted) ORDER BY line, version DESC
            """
        ).map { row in
            YearPlan(
                id: try row.get(0),
                line: try row.get(1),
                year: try row.get(2),
                version: try row.get(3),
                state: try row.get(4),
                content: try JSONDecoder().decode(YearPlan.Content.self, from: Data(row.get(5, as: String.self).utf8)),
                remark: try row.get(6),
                decision: try row.find(7),
                recordedAt: try row.get(8),
                name: try row.get(9)
            )
        }
    }

    func has(_ id: YearPlan.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM year_plan WHERE programme = \(programme) AND id = \(id)").isEmpty
    }

    /// `false` when that identifier is of something elsewhere.
    func insert(_ plan: YearPlan, by principal: Principal) throws -> Bool {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let content = String(decoding: try encoder.encode(plan.content), as: UTF8.self)
        return try !db.run(
            """
            INSERT INTO year_plan (id, programme, line, year, version, state, content, remark, decision, recorded_at,
                account_id, name)
            VALUES (\(plan.id), \(programme), \(plan.line), \(plan.year), \(plan.version), \(plan.state), \(content),
                \(plan.remark), \(plan.decision), \(plan.recordedAt), \(principal.account), \(plan.name))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }
}

extension SQLConnection {
    func yearPlans(in programme: ProgrammeID) -> YearPlanStore { YearPlanStore(db: self, programme: programme) }
}

extension YearPlan.State: SQLConvertible {}
