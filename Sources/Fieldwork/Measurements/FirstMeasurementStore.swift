package import Kernel
package import Programmes
package import Storage

extension SQLConnection {
    /// What every company said in its first conversation (*startmeting*), of those that had a result by the end of a day.
    package func firstMeasurements(
        in programme: Programme,
        reading history: SheetHistory,
        by day: Day
    ) throws -> [BriefRecord] {
        let talks = try run(
            """
            SELECT c.id, c.company FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
            JOIN conversation_event f ON f.conversation = c.id
                AND f.number = (SELECT MIN(number) FROM conversation_event
                    WHERE conversation = c.id AND kind = 'finished')
            WHERE c.programme = \(programme.id) AND c.measurement = 'start'
                AND e.state IN ('finished', 'correcting') AND f.happened_at < \(day.end)
            ORDER BY f.happened_at, c.id
            """
        ).map { row in (try row.get(0, as: Conversation.ID.self), try row.get(1, as: Company.ID.self)) }
        var seen: Set<Company.ID> = []
        let first = talks.filter { seen.insert($0.1).inserted }.map(\.0)
        return try briefRecords(of: first, in: programme, reading: history, on: day)
    }
}
