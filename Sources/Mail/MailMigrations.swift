package import Storage

package let mailMigrations = [
    Migration(
        "2026-11-28 mail",
        """
        CREATE TABLE mail_message (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            kind \(.text) NOT NULL,
            to_name \(.text) NOT NULL,
            to_email \(.text) NOT NULL,
            language \(.text) NOT NULL,
            title \(.text) NOT NULL,
            plain \(.text) NOT NULL,
            html \(.text) NOT NULL,
            calendar \(.text),
            about \(.text) NOT NULL,
            state \(.text) NOT NULL,
            attempts \(.integer) NOT NULL,
            made_at \(.moment) NOT NULL,
            next_attempt \(.moment),
            claimed_until \(.moment),
            sent_at \(.moment),
            reply \(.text),
            account_id \(.id),
            by_name \(.text) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX mail_message_by_programme ON mail_message (programme, made_at)",
        "CREATE INDEX mail_message_due ON mail_message (next_attempt) WHERE state IN ('waiting', 'sending')"
    )
]
