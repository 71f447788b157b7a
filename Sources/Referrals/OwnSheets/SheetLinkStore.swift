import Audit
import Fieldwork
import Foundation
import Kernel
import Storage

/// All SQL about personal links in one programme.
struct SheetLinkStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// The newest first.
    func all(of conversation: Conversation.ID) throws -> [SheetLink] {
        try read("l.conversation_id = \(conversation)")
    }

    func find(_ id: SheetLink.ID) throws -> SheetLink? {
        try read("l.id = \(id)").first
    }

    func insert(
        _ link: SheetLink,
        _ token: LinkToken,
        by account: AccountID?,
        for conversation: Conversation.ID
    ) throws {
        try db.run(
            """
            INSERT INTO sheet_link (id, programme, conversation_id, token_hash, expires_on, made_at, account_id, name)
            VALUES (\(link.id), \(programme), \(conversation), \(token.hash), \(link.expiresOn), \(link.madeAt),
                \(account), \(link.madeBy))
            """
        )
    }

    /// Revoking what was revoked already changes nothing.
    func revoke(_ id: SheetLink.ID, at moment: Date, by principal: Principal) throws {
        try db.run(
            """
            INSERT INTO sheet_link_revocation (link_id, revoked_at, account_id, name)
            VALUES (\(id), \(moment), \(principal.account), \(principal.name)) ON CONFLICT DO NOTHING
            """
        )
    }

    private func read(_ condition: SQL) throws -> [SheetLink] {
        try db.run(
            """
            SELECT l.id, l.expires_on, l.made_at, l.name, r.revoked_at
            FROM sheet_link l LEFT JOIN sheet_link_revocation r ON r.link_id = l.id
            WHERE l.programme = \(programme) AND \(condition) ORDER BY l.made_at DESC, l.id
            """
        ).map { row in
            SheetLink(
                id: try row.get(0),
                expiresOn: try row.get(1),
                madeAt: try row.get(2),
                madeBy: try row.get(3),
                revokedAt: try row.find(4)
            )
        }
    }
}

extension SQLConnection {
    func sheetLinks(in programme: ProgrammeID) -> SheetLinkStore {
        SheetLinkStore(db: self, programme: programme)
    }

    /// What a token opens, in whichever programme: it is the one thing that its holder knows.
    func opened(by token: LinkToken, on today: Day) throws -> (ProgrammeID, Conversation.ID)? {
        try run(
            """
            SELECT l.programme, l.conversation_id
            FROM sheet_link l LEFT JOIN sheet_link_revocation r ON r.link_id = l.id
            WHERE l.token_hash = \(token.hash) AND l.expires_on >= \(today) AND r.link_id IS NULL
            """
        ).first.map { (try $0.get(0), try $0.get(1)) }
    }
}
