package import Storage

package let actionLinesMigrations = [
    Migration(
        "2026-11-29 what is told of action lines",
        """
        CREATE TABLE line_update (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            line \(.text) NOT NULL,
            status \(.text) NOT NULL CHECK (status IN ('on-course', 'attention', 'stuck', 'done')),
            why \(.text) NOT NULL CHECK (why <> ''),
            ask \(.text) NOT NULL,
            asked_of \(.text) NOT NULL,
            evidence \(.text) NOT NULL CHECK (evidence IN ('said', 'seen', 'documented')),
            source \(.text) NOT NULL,
            recorded_on \(.day) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX line_update_by_day ON line_update (programme, recorded_on)",
        """
        CREATE TABLE line_update_step (
            programme \(.text) NOT NULL,
            update_id \(.id) NOT NULL,
            step \(.text) NOT NULL,
            state \(.text) NOT NULL CHECK (state IN ('open', 'doing', 'done')),
            owner \(.text) NOT NULL,
            due \(.day),
            PRIMARY KEY (update_id, step),
            FOREIGN KEY (programme, update_id) REFERENCES line_update (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE line_update_result (
            programme \(.text) NOT NULL,
            update_id \(.id) NOT NULL,
            result \(.text) NOT NULL,
            reached \(.integer) NOT NULL CHECK (reached >= 0),
            PRIMARY KEY (update_id, result),
            FOREIGN KEY (programme, update_id) REFERENCES line_update (programme, id)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-29 what everybody may see of action lines",
        """
        CREATE TABLE line_release (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            line \(.text) NOT NULL,
            words \(.text) NOT NULL,
            released_on \(.day) NOT NULL,
            released_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX line_release_by_moment ON line_release (programme, released_at)"
    ),
    Migration(
        "2026-11-29 reminders about action lines",
        """
        CREATE TABLE line_reminder (
            programme \(.text) NOT NULL,
            line \(.text) NOT NULL,
            since \(.day) NOT NULL,
            round \(.integer) NOT NULL,
            made_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, line, since, round)
        ) \(.strict)
        """
    ),
]
