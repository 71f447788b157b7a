package import Foundation
package import Kernel
package import Storage

extension SQLConnection {
    /// The companies that had been visited at a moment: on which day that had a result, and where. One without a
    /// municipality is nowhere, and left out.
    package func visitsHeld(
        in programme: ProgrammeID,
        at moment: Date
    ) throws -> [(countsFrom: Day, municipality: AreaCode)] {
        try run(
            """
            SELECT o.municipality, (SELECT MIN(happened_at) FROM conversation_event
                WHERE conversation = c.id AND kind = 'finished')
            FROM conversation c
            JOIN company o ON o.id = c.company
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event
                    WHERE conversation = c.id AND happened_at <= \(moment))
            WHERE c.programme = \(programme) AND c.measurement = 'start' AND e.state IN ('finished', 'correcting')
                AND o.municipality IS NOT NULL
            ORDER BY c.id
            """
        ).map { (Day(try $0.get(1, as: Date.self)), try $0.get(0)) }
    }
}
