import Audit
import Foundation
import Kernel
import Programmes
import Storage

/// The SQL of the agenda.
struct AgendaStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func postcodes(of companies: [Company.ID]) throws -> [Company.ID: String] {
        guard !companies.isEmpty else { return [:] }
        return Dictionary(
            try db.run(
                """
                SELECT id, postcode FROM company
                WHERE programme = \(programme) AND postcode IS NOT NULL AND id IN \(SQL.list(companies))
                """
            ).map { (try $0.get(0), try $0.get(1)) }
        ) { first, _ in first }
    }

    // MARK: Feeds

    func setFeed(_ token: LinkToken, of account: AccountID, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO calendar_feed (account_id, programme, token_hash, made_at)
            VALUES (\(account), \(programme), \(token.hash), \(moment))
            ON CONFLICT (account_id, programme) DO UPDATE SET token_hash = excluded.token_hash,
                made_at = excluded.made_at
            """
        )
    }

    func removeFeed(of account: AccountID) throws {
        try db.run("DELETE FROM calendar_feed WHERE account_id = \(account) AND programme = \(programme)")
    }

    func feedMadeAt(of account: AccountID) throws -> Date? {
        try db.run(
            "SELECT made_at FROM calendar_feed WHERE account_id = \(account) AND programme = \(programme)"
        ).first?.get(0)
    }
}

extension SQLConnection {
    func agenda(of programme: ProgrammeID) -> AgendaStore {
        AgendaStore(db: self, programme: programme)
    }

    /// Whose agenda a token opens.
    func feed(openedBy token: LinkToken) throws -> (account: AccountID, programme: ProgrammeID)? {
        try run("SELECT account_id, programme FROM calendar_feed WHERE token_hash = \(token.hash)").first
            .map { (try $0.get(0), try $0.get(1)) }
    }
}
