import Storage

let conversationMigrations = [
    Migration(
        "2026-11-23 conversations",
        """
        CREATE TABLE conversation (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            company \(.id) NOT NULL,
            measurement \(.text) NOT NULL CHECK (measurement IN ('start', 'follow-up', 'final')),
            UNIQUE (programme, id),
            FOREIGN KEY (programme, company) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX conversation_by_company ON conversation (company)",
        // Each event carries how things stood after it, so the newest one is the present and all of them the history.
        """
        CREATE TABLE conversation_event (
            conversation \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            number \(.integer) NOT NULL CHECK (number > 0),
            kind \(.text) NOT NULL,
            happened_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            origin \(.text) NOT NULL,
            reason \(.text),
            state \(.text) NOT NULL,
            planned_on \(.day) NOT NULL,
            planned_at \(.text),
            interviewer \(.id),
            interviewer_name \(.text) NOT NULL,
            sheet_version \(.integer),
            held_on \(.day),
            finished_at \(.moment),
            PRIMARY KEY (conversation, number),
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE tick (
            conversation \(.id) NOT NULL,
            id \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            activity \(.text) NOT NULL,
            mark \(.text) NOT NULL CHECK (mark IN ('doing', 'ambition', 'not-applicable', 'unknown')),
            is_on \(.boolean) NOT NULL,
            made_at \(.moment) NOT NULL,
            received_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            device \(.text) NOT NULL,
            PRIMARY KEY (conversation, id),
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE activity_remark (
            conversation \(.id) NOT NULL,
            id \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            activity \(.text) NOT NULL,
            remark \(.text) NOT NULL,
            made_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            PRIMARY KEY (conversation, id),
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE support_need (
            conversation \(.id) NOT NULL,
            id \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            kind \(.text) NOT NULL,
            is_on \(.boolean) NOT NULL,
            note \(.text),
            made_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            PRIMARY KEY (conversation, id),
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-23 good examples",
        // A changed example is a new version; one that was taken away is a version too.
        """
        CREATE TABLE good_example (
            conversation \(.id) NOT NULL,
            id \(.id) NOT NULL,
            version \(.integer) NOT NULL CHECK (version > 0),
            programme \(.text) NOT NULL,
            title \(.text) NOT NULL,
            story \(.text) NOT NULL,
            costs \(.text),
            brings \(.text),
            activity \(.text),
            is_removed \(.boolean) NOT NULL,
            made_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            PRIMARY KEY (conversation, id, version),
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE consent_record (
            id \(.id) NOT NULL PRIMARY KEY,
            conversation \(.id) NOT NULL,
            example \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            audience \(.text) NOT NULL CHECK (audience IN ('nobody', 'sessions', 'public')),
            until \(.day),
            text_version \(.integer) NOT NULL,
            given_by \(.text) NOT NULL,
            given_on \(.day) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            FOREIGN KEY (programme, conversation) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX consent_record_by_example ON consent_record (conversation, example, recorded_at)",
        """
        CREATE TABLE consent_withdrawal (
            consent \(.id) NOT NULL PRIMARY KEY REFERENCES consent_record (id),
            withdrawn_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL
        ) \(.strict)
        """
    ),
]
