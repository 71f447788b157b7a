import Foundation
import Kernel
import Storage

/// All SQL about which items of devices arrived.
struct ReceiptStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// Notes that an item arrived: `true` for the first time only.
    func claim(_ item: FieldItem.ID, by account: AccountID?, at moment: Date) throws -> Bool {
        try !db.run(
            """
            INSERT INTO field_receipt (programme, id, account_id, received_at)
            VALUES (\(programme), \(item), \(account), \(moment))
            ON CONFLICT (programme, id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func isClaimed(_ item: FieldItem.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM field_receipt WHERE programme = \(programme) AND id = \(item)").isEmpty
    }

    /// A device waits a year at most (``Tick``); after that a receipt has nothing to say.
    func forget(before moment: Date) throws {
        try db.run("DELETE FROM field_receipt WHERE programme = \(programme) AND received_at < \(moment)")
    }
}

extension SQLConnection {
    func receipts(in programme: ProgrammeID) -> ReceiptStore { ReceiptStore(db: self, programme: programme) }
}
