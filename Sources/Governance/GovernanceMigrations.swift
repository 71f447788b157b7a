package import Storage

package let governanceMigrations = [
    Migration(
        "2026-11-29 meetings, decisions and action points",
        """
        CREATE TABLE meeting (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            body \(.text) NOT NULL,
            day \(.day) NOT NULL,
            place \(.text) NOT NULL,
            version \(.integer) NOT NULL,
            UNIQUE (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX meeting_by_day ON meeting (programme, day)",
        """
        CREATE TABLE agenda_item (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            meeting \(.id) NOT NULL,
            position \(.integer) NOT NULL,
            kind \(.text) NOT NULL CHECK (kind IN ('inform', 'discuss', 'decide')),
            title \(.text) NOT NULL CHECK (title <> ''),
            words \(.text) NOT NULL,
            line \(.text),
            name \(.text) NOT NULL,
            FOREIGN KEY (programme, meeting) REFERENCES meeting (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting, position)",
        """
        CREATE TABLE decision (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            number \(.integer) NOT NULL,
            meeting \(.id) NOT NULL,
            words \(.text) NOT NULL CHECK (words <> ''),
            lines \(.text) NOT NULL,
            result \(.text),
            payer \(.text),
            informed \(.text) NOT NULL,
            supersedes \(.id) UNIQUE,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, number),
            UNIQUE (programme, id),
            FOREIGN KEY (programme, meeting) REFERENCES meeting (programme, id),
            FOREIGN KEY (programme, supersedes) REFERENCES decision (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE action_point (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            number \(.integer) NOT NULL,
            meeting \(.id) NOT NULL,
            words \(.text) NOT NULL CHECK (words <> ''),
            owner \(.text) NOT NULL,
            due \(.day) NOT NULL,
            line \(.text),
            closed_on \(.day),
            outcome \(.text) NOT NULL,
            UNIQUE (programme, number),
            FOREIGN KEY (programme, meeting) REFERENCES meeting (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE body_member (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            body \(.text) NOT NULL,
            name \(.text) NOT NULL,
            organisation \(.text),
            since \(.day) NOT NULL,
            until \(.day)
        ) \(.strict)
        """,
        "CREATE INDEX body_member_by_body ON body_member (programme, body, since)"
    ),
    Migration(
        "2026-11-29 year plans",
        """
        CREATE TABLE year_plan (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            line \(.text) NOT NULL,
            year \(.integer) NOT NULL,
            version \(.integer) NOT NULL,
            state \(.text) NOT NULL CHECK (state IN ('draft', 'proposed', 'discussed', 'decided', 'returned')),
            content \(.text) NOT NULL,
            remark \(.text) NOT NULL,
            decision \(.integer),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, year, line, version)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-29 papers of meetings",
        """
        CREATE TABLE agenda_paper (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            meeting \(.id) NOT NULL,
            item \(.id) NOT NULL REFERENCES agenda_item (id),
            file_name \(.text) NOT NULL CHECK (file_name <> ''),
            kind \(.text) NOT NULL,
            size \(.integer) NOT NULL,
            content \(.text) NOT NULL,
            added_at \(.moment) NOT NULL,
            name \(.text) NOT NULL,
            FOREIGN KEY (programme, meeting) REFERENCES meeting (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX agenda_paper_by_meeting ON agenda_paper (meeting, added_at)"
    ),
]
