import Audit
import Foundation
package import Kernel
import Storage

/// Photos of good examples: they come in piece by piece, lose what the camera wrote into them, and go with their example.
package struct Photos: Sendable {
    /// How long a photo of which the rest never came is kept.
    private static let patience: TimeInterval = 60 * 86400

    private let conversations: Conversations

    package init(conversations: Conversations) {
        self.conversations = conversations
    }

    /// How many bytes of a photo are here, from its beginning on; `nil` when it is here as a whole.
    package func received(
        _ id: ExamplePhoto.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Int? {
        try principal.require(.holdConversations, in: programme)
        return try await conversations.database.read { db in
            let store = db.photos(in: programme)
            return try store.isThere(id) ? nil : store.received(id)
        }
    }

    /// Takes in a piece, and the whole photo with the last one. What is here already, or does not follow on it, changes
    /// nothing: the answer says from where to go on, and is `nil` when it is done.
    ///
    /// It is not asked whether the conversation is still open, for photos come last.
    ///
    /// - Throws: ``PhotoProblem``, ``ConversationProblem``.
    package func receive(
        _ part: PhotoPart,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Int? {
        try principal.require(.holdConversations, in: programme)
        guard part.total <= ExamplePhoto.sizeLimit else { throw PhotoProblem.tooLarge }
        guard part.offset >= 0, !part.bytes.isEmpty, part.offset + part.bytes.count <= part.total else {
            throw PhotoProblem.muddled
        }
        let now = conversations.world.now()
        return try await conversations.database.write { db in
            let store = db.photos(in: programme)
            if part.offset == 0 { try store.removeParts(before: now.addingTimeInterval(-Self.patience)) }
            if try store.isThere(part.photo) { return nil }
            _ = try db.conversations(in: programme).find(part.conversation)
            _ = try db.examples(of: part.conversation, in: programme).find(part.example)
            let others = try store.all(of: part.conversation).filter { $0.example == part.example }
            guard others.count < ExamplePhoto.countLimit else { throw PhotoProblem.tooMany }
            let before = try store.received(part.photo)
            guard part.offset == before else { return before }
            try store.append(part, at: now)
            guard before + part.bytes.count == part.total else { return before + part.bytes.count }
            guard let image = RasterImage(try store.whole(part.photo)) else { throw PhotoProblem.notAPhoto }
            let photo = ExamplePhoto(
                id: part.photo,
                example: part.example,
                kind: image.kind,
                width: image.width,
                height: image.height,
                size: image.bytes.count,
                addedAt: now,
                by: principal.name
            )
            try store.append(photo, image.bytes, of: part.conversation, by: principal)
            try store.removeParts(of: part.photo)
            try db.audit.append(
                .holdConversations,
                "photo.added",
                of: "photo \(part.photo) of example \(part.example)",
                in: programme,
                by: principal,
                at: now
            )
            return nil
        }
    }

    /// - Throws: ``PhotoProblem/notFound``.
    package func content(
        _ id: ExamplePhoto.ID,
        of conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> (kind: RasterImage.Kind, bytes: [UInt8]) {
        try principal.require(.readConversations, in: programme)
        return try await conversations.database.read { db in
            try db.photos(in: programme).content(id, of: conversation)
        }
    }

    /// Erases it: a photo has no history.
    package func remove(
        _ id: ExamplePhoto.ID,
        of conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.holdConversations, in: programme)
        let now = conversations.world.now()
        try await conversations.database.write { db in
            let store = db.photos(in: programme)
            guard try store.all(of: conversation).contains(where: { $0.id == id }) else { return }
            try store.remove(id, of: conversation)
            try db.audit.append(
                .holdConversations,
                "photo.removed",
                of: "photo \(id)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
