import Foundation
import Kernel
import Storage

/// All SQL about the examples of a whole programme. What may be shown of them is not decided here.
struct ExampleLibraryStore {
    struct Row: Sendable {
        let conversation: Conversation.ID
        let example: GoodExample.ID
        let companyName: String
        let municipality: AreaCode?
        let sheetVersion: Int?
        let toldAt: Date
    }

    let db: any SQLConnection
    let programme: ProgrammeID

    /// Those that were not taken away and for which somebody was asked, with the company that told them.
    func all() throws -> [Row] {
        try db.run(
            """
            SELECT g.conversation, g.id, c.name, c.municipality, g.made_at,
                (SELECT e.sheet_version FROM conversation_event e WHERE e.conversation = g.conversation
                    ORDER BY e.number DESC LIMIT 1)
            FROM good_example g
                JOIN conversation v ON v.id = g.conversation AND v.programme = g.programme
                JOIN company c ON c.id = v.company AND c.programme = g.programme
            WHERE g.programme = \(programme) AND NOT g.is_removed
                AND g.version = (SELECT max(n.version) FROM good_example n
                    WHERE n.conversation = g.conversation AND n.id = g.id)
                AND EXISTS (SELECT 1 FROM consent_record r WHERE r.conversation = g.conversation AND r.example = g.id)
            """
        ).map { row in
            Row(
                conversation: try row.get(0),
                example: try row.get(1),
                companyName: try row.get(2),
                municipality: try row.find(3),
                sheetVersion: try row.find(5),
                toldAt: try row.get(4)
            )
        }
    }
}

extension SQLConnection {
    func exampleLibrary(of programme: ProgrammeID) -> ExampleLibraryStore {
        ExampleLibraryStore(db: self, programme: programme)
    }
}
