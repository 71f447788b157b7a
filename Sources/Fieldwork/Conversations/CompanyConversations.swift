package import Kernel
import Storage

extension Conversations {
    /// Everything that happened to the conversations with a company, for its timeline.
    package func events(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [ConversationEvent] {
        try principal.require(.readConversations, in: programme)
        return try await database.read { db in
            let store = db.conversations(in: programme)
            return try store.all(of: company).flatMap { try store.events(of: $0.id) }
        }
    }
}
