import Foundation
import Kernel
import Storage

/// All SQL about the picture of a programme that is being prepared: at most one.
struct PictureDraftStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func find() throws -> ProgrammePicture? {
        try db.run("SELECT content FROM picture_draft WHERE programme = \(programme)").first.map { row in
            try JSONDecoder().decode(ProgrammePicture.self, from: Data(try row.get(0, as: String.self).utf8))
        }
    }

    func save(_ picture: ProgrammePicture, by principal: Principal, at moment: Date) throws {
        let content = String(decoding: try JSONEncoder().encode(picture), as: UTF8.self)
        try db.run(
            """
            INSERT INTO picture_draft (programme, content, changed_by, changed_at)
            VALUES (\(programme), \(content), \(principal.name), \(moment))
            ON CONFLICT (programme) DO UPDATE SET content = excluded.content, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """
        )
    }

    func remove() throws {
        try db.run("DELETE FROM picture_draft WHERE programme = \(programme)")
    }
}

extension SQLConnection {
    func pictureDraft(of programme: ProgrammeID) -> PictureDraftStore {
        PictureDraftStore(db: self, programme: programme)
    }
}
