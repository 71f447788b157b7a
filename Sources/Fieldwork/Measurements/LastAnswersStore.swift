import Foundation
package import Kernel
package import Programmes
package import Storage

/// What a company said in its last conversation with a result, on the sheet of today (*laatste meting*).
package struct LastAnswers: Sendable {
    package let company: Company.ID
    package let municipality: AreaCode?
    package let answers: SheetAnswers
}

/// The SQL behind what all companies of a programme said last.
struct LastAnswersStore {
    let db: any SQLConnection
    let programme: Programme
    let history: SheetHistory

    func all(about activities: Set<Activity.ID>?) throws -> [LastAnswers] {
        var condition: SQL = "1 = 1"
        if let activities { condition = "activity IN \(SQL.list(activities.sorted()))" }
        let taps = try db.taps(in: programme.id, where: condition)
        var last: [Company.ID: LastAnswers] = [:]
        for row in try db.run(
            """
            SELECT c.company, o.municipality, c.id, e.sheet_version FROM conversation c
            JOIN company o ON o.id = c.company
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            WHERE c.programme = \(programme.id) AND e.state IN ('finished', 'correcting')
                AND e.sheet_version IS NOT NULL
            ORDER BY coalesce(e.held_on, e.planned_on), c.id
            """
        ) {
            let company: Company.ID = try row.get(0)
            // The last one stands, also when it says nothing.
            last[company] = LastAnswers(
                company: company,
                municipality: try row.find(1),
                answers: SheetAnswers(inOrder: taps[try row.get(2)] ?? [])
                    .translated(from: try row.get(3), to: programme.sheet.version, by: history)
            )
        }
        return Array(last.values)
    }
}

extension SQLConnection {
    /// What every company that was measured said last, in no order; about some activities only, when they are named. A
    /// name may be of an older sheet, whose answers are read on that of today.
    package func lastAnswers(
        in programme: Programme,
        reading history: SheetHistory,
        about activities: Set<Activity.ID>? = nil
    ) throws -> [LastAnswers] {
        try LastAnswersStore(db: self, programme: programme, history: history).all(about: activities)
    }
}
