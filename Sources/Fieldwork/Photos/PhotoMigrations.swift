import Storage

let photoMigrations = [
    Migration(
        "2026-11-28 photos of good examples",
        """
        CREATE TABLE example_photo (
            programme \(.text) NOT NULL,
            id \(.id) NOT NULL,
            conversation \(.id) NOT NULL,
            example \(.id) NOT NULL,
            kind \(.text) NOT NULL,
            width \(.integer) NOT NULL,
            height \(.integer) NOT NULL,
            size \(.integer) NOT NULL,
            content \(.text) NOT NULL,
            added_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            PRIMARY KEY (programme, id),
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX example_photo_by_conversation ON example_photo (programme, conversation)",
        """
        CREATE TABLE photo_part (
            programme \(.text) NOT NULL,
            photo \(.id) NOT NULL,
            position \(.integer) NOT NULL,
            size \(.integer) NOT NULL,
            content \(.text) NOT NULL,
            received_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, photo, position)
        ) \(.strict)
        """
    )
]
