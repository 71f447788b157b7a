import Foundation
import Kernel
import Storage

extension RasterImage.Kind: SQLConvertible {}

/// All SQL about photos and the pieces in which they come in. Both databases keep text and numbers, so pixels are kept
/// in base 64.
struct PhotoStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    // MARK: On its way in

    /// How many bytes of it are here, from its beginning on.
    func received(_ id: ExamplePhoto.ID) throws -> Int {
        try db.run("SELECT size FROM photo_part WHERE programme = \(programme) AND photo = \(id)")
            .reduce(0) { $0 + (try $1.get(0, as: Int.self)) }
    }

    func append(_ part: PhotoPart, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO photo_part (programme, photo, position, size, content, received_at)
            VALUES (\(programme), \(part.photo), \(part.offset), \(part.bytes.count),
                \(Data(part.bytes).base64EncodedString()), \(moment))
            """
        )
    }

    func whole(_ id: ExamplePhoto.ID) throws -> [UInt8] {
        try db.run(
            "SELECT content FROM photo_part WHERE programme = \(programme) AND photo = \(id) ORDER BY position"
        ).flatMap { row in [UInt8](Data(base64Encoded: try row.get(0, as: String.self)) ?? Data()) }
    }

    func removeParts(of id: ExamplePhoto.ID) throws {
        try db.run("DELETE FROM photo_part WHERE programme = \(programme) AND photo = \(id)")
    }

    func removeParts(before moment: Date) throws {
        try db.run("DELETE FROM photo_part WHERE programme = \(programme) AND received_at < \(moment)")
    }

    // MARK: What is here

    func append(
        _ photo: ExamplePhoto,
        _ bytes: [UInt8],
        of conversation: Conversation.ID,
        by principal: Principal
    ) throws {
        try db.run(
            """
            INSERT INTO example_photo (programme, id, conversation, example, kind, width, height, size, content, added_at,
                account_id, by_name)
            VALUES (\(programme), \(photo.id), \(conversation), \(photo.example), \(photo.kind), \(photo.width),
                \(photo.height), \(photo.size), \(Data(bytes).base64EncodedString()), \(photo.addedAt),
                \(principal.account), \(photo.by))
            """
        )
    }

    func all(of conversation: Conversation.ID) throws -> [ExamplePhoto] {
        try db.run(
            """
            SELECT id, example, kind, width, height, size, added_at, by_name FROM example_photo
            WHERE programme = \(programme) AND conversation = \(conversation) ORDER BY added_at, id
            """
        ).map { row in
            ExamplePhoto(
                id: try row.get(0),
                example: try row.get(1),
                kind: try row.get(2),
                width: try row.get(3),
                height: try row.get(4),
                size: try row.get(5),
                addedAt: try row.get(6),
                by: try row.get(7)
            )
        }
    }

    func isThere(_ id: ExamplePhoto.ID) throws -> Bool { try owner(of: id) != nil }

    /// What it belongs to.
    func owner(of id: ExamplePhoto.ID) throws -> (conversation: Conversation.ID, example: GoodExample.ID)? {
        try db.run("SELECT conversation, example FROM example_photo WHERE programme = \(programme) AND id = \(id)")
            .first.map { (try $0.get(0), try $0.get(1)) }
    }

    /// - Throws: ``PhotoProblem/notFound``.
    func content(_ id: ExamplePhoto.ID, of conversation: Conversation.ID) throws -> (RasterImage.Kind, [UInt8]) {
        let rows = try db.run(
            """
            SELECT kind, content FROM example_photo
            WHERE programme = \(programme) AND conversation = \(conversation) AND id = \(id)
            """
        )
        guard let row = rows.first, let bytes = Data(base64Encoded: try row.get(1, as: String.self)) else {
            throw PhotoProblem.notFound
        }
        return (try row.get(0), Array(bytes))
    }

    func remove(_ id: ExamplePhoto.ID, of conversation: Conversation.ID) throws {
        try db.run(
            """
            DELETE FROM example_photo WHERE programme = \(programme) AND conversation = \(conversation) AND id = \(id)
            """
        )
    }

    func removeAll(of example: GoodExample.ID, in conversation: Conversation.ID) throws {
        try db.run(
            """
            DELETE FROM example_photo
            WHERE programme = \(programme) AND conversation = \(conversation) AND example = \(example)
            """
        )
    }
}

extension SQLConnection {
    func photos(in programme: ProgrammeID) -> PhotoStore { PhotoStore(db: self, programme: programme) }
}
