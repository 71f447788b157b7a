import Storage

let agendaMigrations = [
    Migration(
        "2026-11-28 calendar feeds",
        """
        CREATE TABLE calendar_feed (
            account_id \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            token_hash \(.text) NOT NULL UNIQUE,
            made_at \(.moment) NOT NULL,
            PRIMARY KEY (account_id, programme)
        ) \(.strict)
        """
    )
]
