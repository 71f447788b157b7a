package import Storage

package let sharingMigrations = [
    Migration(
        "2026-11-29 sharing between programmes",
        """
        CREATE TABLE share_word (
            id \(.id) NOT NULL PRIMARY KEY,
            code \(.text) NOT NULL,
            giver \(.text) NOT NULL,
            taker \(.text) NOT NULL,
            number \(.integer) NOT NULL,
            programme \(.text) NOT NULL CHECK (programme IN (giver, taker)),
            is_agreed \(.boolean) NOT NULL,
            why \(.text) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (giver, taker, code, number)
        ) \(.strict)
        """
    )
]
