package import Storage

package let gatheringsMigrations = [
    Migration(
        "2026-11-28 knowledge sessions",
        """
        CREATE TABLE knowledge_session (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            UNIQUE (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE knowledge_session_version (
            session_id \(.id) NOT NULL,
            programme \(.text) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            state \(.text) NOT NULL CHECK (state IN ('draft', 'open', 'cancelled', 'held')),
            title \(.text) NOT NULL,
            summary \(.text) NOT NULL,
            theme \(.text),
            held_on \(.day) NOT NULL,
            starts_at \(.text) NOT NULL,
            minutes \(.integer) NOT NULL CHECK (minutes > 0),
            venue \(.text) NOT NULL,
            street \(.text) NOT NULL,
            municipality \(.text) NOT NULL,
            host \(.text) NOT NULL,
            capacity \(.integer) NOT NULL CHECK (capacity > 0),
            agenda \(.text) NOT NULL,
            is_public \(.boolean) NOT NULL,
            results \(.text),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            PRIMARY KEY (session_id, number),
            FOREIGN KEY (programme, session_id) REFERENCES knowledge_session (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE session_participant (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            session_id \(.id) NOT NULL,
            company_id \(.id),
            company_name \(.text) NOT NULL,
            name \(.text) NOT NULL,
            email \(.text),
            language \(.text) NOT NULL,
            added_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            erased_on \(.day),
            feedback_asked_at \(.moment),
            UNIQUE (programme, id),
            UNIQUE (session_id, email),
            FOREIGN KEY (programme, session_id) REFERENCES knowledge_session (programme, id),
            FOREIGN KEY (programme, company_id) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        // The token itself is nowhere: who reads this table can open nothing. Each letter has one of its own.
        """
        CREATE TABLE session_link (
            token_hash \(.text) NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
            programme \(.text) NOT NULL,
            participant_id \(.id) NOT NULL,
            expires_on \(.day) NOT NULL,
            made_at \(.moment) NOT NULL,
            FOREIGN KEY (programme, participant_id) REFERENCES session_participant (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE session_answer (
            id \(.id) NOT NULL PRIMARY KEY,
            session_id \(.id) NOT NULL REFERENCES knowledge_session (id),
            participant_id \(.id) NOT NULL REFERENCES session_participant (id),
            number \(.integer) NOT NULL CHECK (number >= 1),
            kind \(.text) NOT NULL CHECK (kind IN ('signed-up', 'declined', 'left')),
            answered_at \(.moment) NOT NULL,
            UNIQUE (session_id, number)
        ) \(.strict)
        """,
        "CREATE INDEX session_answer_by_participant ON session_answer (participant_id, number)",
        """
        CREATE TABLE session_attendance (
            participant_id \(.id) NOT NULL REFERENCES session_participant (id),
            number \(.integer) NOT NULL CHECK (number >= 1),
            is_present \(.boolean) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            PRIMARY KEY (participant_id, number)
        ) \(.strict)
        """,
        // Without the participant, and to the day only: nobody can look up who said what.
        """
        CREATE TABLE session_feedback (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            session_id \(.id) NOT NULL,
            given_on \(.day) NOT NULL,
            usefulness \(.integer) NOT NULL CHECK (usefulness BETWEEN 1 AND 5),
            takeaway \(.text),
            wish \(.text),
            FOREIGN KEY (programme, session_id) REFERENCES knowledge_session (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE session_feedback_given (
            participant_id \(.id) NOT NULL PRIMARY KEY REFERENCES session_participant (id),
            wants_call \(.boolean) NOT NULL
        ) \(.strict)
        """
    )
]
