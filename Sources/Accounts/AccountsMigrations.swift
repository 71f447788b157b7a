package import Storage

/// Everything that Accounts keeps, in the order in which it grew.
package let accountsMigrations = [
    Migration(
        "2026-11-23 accounts",
        """
        CREATE TABLE account (
            id \(.id) NOT NULL PRIMARY KEY,
            email \(.text) NOT NULL UNIQUE CHECK (email <> ''),
            name \(.text) NOT NULL CHECK (name <> ''),
            password_hash \(.text),
            password_set_at \(.moment),
            disabled_at \(.moment),
            created_at \(.moment) NOT NULL
        ) \(.strict)
        """,
        """
        CREATE TABLE account_grant (
            account_id \(.id) NOT NULL REFERENCES account (id),
            programme \(.text) NOT NULL,
            role \(.text) NOT NULL,
            initiative \(.text) NOT NULL,
            areas \(.text) NOT NULL,
            PRIMARY KEY (account_id, programme, role, initiative)
        ) \(.strict)
        """,
        "CREATE INDEX account_grant_by_programme ON account_grant (programme, account_id)",
        """
        CREATE TABLE account_session (
            digest \(.text) NOT NULL PRIMARY KEY,
            id \(.id) NOT NULL UNIQUE,
            account_id \(.id) NOT NULL REFERENCES account (id),
            origin \(.text) NOT NULL,
            device \(.text) NOT NULL,
            started_at \(.moment) NOT NULL,
            seen_at \(.moment) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX account_session_by_account ON account_session (account_id)",
        "CREATE INDEX account_session_by_seen ON account_session (seen_at)",
        """
        CREATE TABLE account_link (
            digest \(.text) NOT NULL PRIMARY KEY,
            account_id \(.id) NOT NULL REFERENCES account (id),
            expires_at \(.moment) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX account_link_by_account ON account_link (account_id)",
        """
        CREATE TABLE sign_in_attempt (
            id \(.id) NOT NULL PRIMARY KEY,
            subject \(.text) NOT NULL,
            happened_at \(.moment) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX sign_in_attempt_by_subject ON sign_in_attempt (subject, happened_at)",
        "CREATE INDEX sign_in_attempt_by_moment ON sign_in_attempt (happened_at)"
    )
]
