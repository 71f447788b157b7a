package import Storage

package let accountabilityMigrations = [
    Migration(
        "2026-11-28 accounting for the plan",
        """
        CREATE TABLE indicator_note (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            indicator \(.text) NOT NULL,
            about_day \(.day) NOT NULL,
            words \(.text) NOT NULL CHECK (words <> ''),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX indicator_note_by_day ON indicator_note (programme, about_day)",
        """
        CREATE TABLE municipal_ambition (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            area \(.text) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            spoken_on \(.day) NOT NULL,
            spoken_with \(.text) NOT NULL,
            words \(.text) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, area, number)
        ) \(.strict)
        """,
        """
        CREATE TABLE municipal_ambition_theme (
            ambition_id \(.id) NOT NULL REFERENCES municipal_ambition (id),
            theme \(.text) NOT NULL,
            words \(.text) NOT NULL,
            PRIMARY KEY (ambition_id, theme)
        ) \(.strict)
        """,
        """
        CREATE TABLE evaluation (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            title \(.text) NOT NULL,
            phase \(.text),
            held_on \(.day) NOT NULL,
            present \(.text) NOT NULL,
            conclusions \(.text) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE evaluation_change (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            evaluation_id \(.id) NOT NULL,
            words \(.text) NOT NULL,
            made_on \(.day) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            FOREIGN KEY (programme, evaluation_id) REFERENCES evaluation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE board_member (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            name \(.text) NOT NULL,
            organisation \(.text) NOT NULL,
            member_since \(.day) NOT NULL,
            member_until \(.day)
        ) \(.strict)
        """
    )
]
