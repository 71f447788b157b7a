import Storage

let selectionMigrations = [
    Migration(
        "2026-11-28 selection rounds",
        """
        CREATE TABLE selection_round (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            quarter \(.text) NOT NULL,
            design \(.text) NOT NULL,
            spread \(.text) NOT NULL,
            seed \(.text) NOT NULL,
            remarks \(.text) NOT NULL,
            drawn_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            UNIQUE (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE selection_stop (
            round \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            reason \(.text) NOT NULL CHECK (reason <> ''),
            stopped_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            FOREIGN KEY (programme, round) REFERENCES selection_round (programme, id)
        ) \(.strict)
        """,
        // Everybody who could be drawn, as they were then: without them a draw could not be repeated.
        """
        CREATE TABLE selection_candidate (
            round \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            company \(.id) NOT NULL,
            area \(.text) NOT NULL,
            sector \(.text),
            size \(.text),
            is_member \(.boolean),
            probability \(.real) NOT NULL,
            is_drawn \(.boolean) NOT NULL,
            place \(.integer) NOT NULL,
            PRIMARY KEY (round, company),
            FOREIGN KEY (programme, round) REFERENCES selection_round (programme, id),
            FOREIGN KEY (programme, company) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX selection_candidate_by_company ON selection_candidate (company)",
        """
        CREATE TABLE selection_event (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            round \(.id) NOT NULL,
            company \(.id) NOT NULL,
            number \(.integer) NOT NULL CHECK (number > 0),
            kind \(.text) NOT NULL
                CHECK (kind IN ('added', 'stood-in', 'invited', 'refused', 'removed', 'vetoed')),
            refusal \(.text),
            note \(.text),
            instead \(.id),
            happened_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            UNIQUE (round, number),
            FOREIGN KEY (programme, round) REFERENCES selection_round (programme, id),
            FOREIGN KEY (programme, company) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX selection_event_by_company ON selection_event (company)",
        """
        CREATE TABLE selection_proposal (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            round \(.id) NOT NULL,
            area \(.text) NOT NULL,
            name \(.text) NOT NULL CHECK (name <> ''),
            reason \(.text) NOT NULL,
            proposed_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            FOREIGN KEY (programme, round) REFERENCES selection_round (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX selection_proposal_by_round ON selection_proposal (round)",
        """
        CREATE TABLE selection_proposal_answer (
            proposal \(.id) NOT NULL PRIMARY KEY REFERENCES selection_proposal (id),
            company \(.id),
            reason \(.text),
            answered_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL
        ) \(.strict)
        """
    )
]
