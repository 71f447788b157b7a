import Storage

let takeAlongMigrations = [
    Migration(
        "2026-11-28 receipts of work from devices",
        """
        CREATE TABLE field_receipt (
            programme \(.text) NOT NULL,
            id \(.id) NOT NULL,
            account_id \(.id),
            received_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX field_receipt_by_moment ON field_receipt (programme, received_at)"
    )
]
