import Audit
import Foundation
package import Kernel
import Storage

/// Good examples and the permission to tell them.
extension Conversations {
    /// Notes an example, or changes it. Unless only the story changes, the permission is recorded anew.
    ///
    /// - Throws: ``InvalidGoodExample``, ``ConversationProblem``.
    package func save(
        _ example: GoodExample.ID,
        _ form: GoodExampleForm,
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        let sheet = try await sheet(of: id, in: programme, as: principal)
        let now = world.now()
        let new = try form.read(
            id: example,
            consent: world.id(),
            recordedBy: principal.name,
            today: Day(now),
            sheet: sheet
        )
        try await fill(id, in: programme, as: principal) { db in
            let store = db.examples(of: id, in: programme)
            let old = try store.all().first { $0.id == example }
            if old.map({ $0.content != new.content }) ?? true { try store.append(new, by: principal, at: now) }
            guard let consent = new.consent, old?.consent.map({ $0.says(the: consent) }) != true else { return }
            try store.append(consent, on: example, by: principal, at: now)
            try db.audit.append(
                .holdConversations,
                "consent.recorded",
                of: "consent \(consent.id) of example \(example)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }

    /// Takes an example away. What was there stays in the history.
    package func remove(
        _ example: GoodExample.ID,
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        _ = try await sheet(of: id, in: programme, as: principal)
        let now = world.now()
        try await fill(id, in: programme, as: principal) { db in
            let store = db.examples(of: id, in: programme)
            guard let there = try store.all().first(where: { $0.id == example }) else { return }
            try store.append(there, isRemoved: true, by: principal, at: now)
            try db.photos(in: programme).removeAll(of: example, in: id)
            try db.audit.append(
                .holdConversations,
                "example.removed",
                of: "example \(example)",
                in: programme,
                by: principal,
                at: now
            )
            guard let consent = there.consent, consent.withdrawnAt == nil else { return }
            try store.withdraw(consent.id, by: principal, at: now)
        }
    }

    /// The company takes its permission back: possible at any time, also long after the conversation.
    ///
    /// - Throws: ``ConversationProblem/exampleNotFound``.
    package func withdrawConsent(
        for example: GoodExample.ID,
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.holdConversations, in: programme)
        let now = world.now()
        try await database.write { db in
            _ = try db.conversations(in: programme).find(id)
            let store = db.examples(of: id, in: programme)
            guard let consent = try store.find(example).consent, consent.withdrawnAt == nil else { return }
            try store.withdraw(consent.id, by: principal, at: now)
            try db.audit.append(
                .holdConversations,
                "consent.withdrawn",
                of: "consent \(consent.id) of example \(example)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}

extension GoodExample {
    fileprivate var content: [String?] { [title, story, costs, brings, effort?.rawValue, activity?.description] }
}

extension ConsentRecord {
    /// Whether it still stands and says the same, so that it need not be recorded again.
    fileprivate func says(the other: ConsentRecord) -> Bool {
        withdrawnAt == nil && audience == other.audience && until == other.until && textVersion == other.textVersion
            && givenBy == other.givenBy
    }
}
