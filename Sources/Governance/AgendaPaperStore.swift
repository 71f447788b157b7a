import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about the papers of meetings. Both databases keep text and numbers, so bytes are kept in base 64.
struct AgendaPaperStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// Without their content, in the order in which they were added.
    func papers(of meeting: Meeting.ID) throws -> [AgendaPaper] {
        try db.run(
            """
            SELECT id, item, file_name, kind, size, added_at, name FROM agenda_paper
            WHERE programme = \(programme) AND meeting = \(meeting) ORDER BY added_at, id
            """
        ).map { row in
            AgendaPaper(
                item: try row.get(1),
                file: KeptFile(id: try row.get(0), name: try row.get(2), kind: try row.get(3), size: try row.get(4)),
                addedAt: try row.get(5),
                name: try row.get(6)
            )
        }
    }

    func put(_ paper: AgendaPaper, _ bytes: [UInt8], of meeting: Meeting.ID) throws {
        try db.run(
            """
            INSERT INTO agenda_paper (id, programme, meeting, item, file_name, kind, size, content, added_at, name)
            VALUES (\(paper.file.id), \(programme), \(meeting), \(paper.item), \(paper.file.name), \(paper.file.kind),
                \(paper.file.size), \(Data(bytes).base64EncodedString()), \(paper.addedAt), \(paper.name))
            """
        )
    }

    /// - Throws: ``GovernanceProblem/paperNotFound``.
    func content(_ id: KeptFile.ID) throws -> [UInt8] {
        let rows = try db.run("SELECT content FROM agenda_paper WHERE programme = \(programme) AND id = \(id)")
        guard let row = rows.first, let bytes = Data(base64Encoded: try row.get(0, as: String.self)) else {
            throw GovernanceProblem.paperNotFound
        }
        return Array(bytes)
    }

    func remove(_ id: KeptFile.ID) throws {
        try db.run("DELETE FROM agenda_paper WHERE programme = \(programme) AND id = \(id)")
    }

    func removeAll(of item: AgendaItem.ID) throws {
        try db.run("DELETE FROM agenda_paper WHERE programme = \(programme) AND item = \(item)")
    }
}

extension SQLConnection {
    func agendaPapers(in programme: ProgrammeID) -> AgendaPaperStore {
        AgendaPaperStore(db: self, programme: programme)
    }
}

extension KeptFile.Kind: SQLConvertible {}
