import Storage

let invitationMigrations = [
    Migration(
        "2026-11-28 invitations",
        """
        CREATE TABLE invitation (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            company \(.id) NOT NULL,
            round \(.id),
            contact_name \(.text) NOT NULL,
            email \(.text) NOT NULL,
            language \(.text) NOT NULL,
            planned_on \(.day) NOT NULL,
            planned_at \(.text),
            interviewer \(.id),
            interviewer_name \(.text) NOT NULL,
            note \(.text),
            token_hash \(.text) NOT NULL UNIQUE,
            expires_on \(.day) NOT NULL,
            conversation \(.id) NOT NULL,
            made_at \(.moment) NOT NULL,
            account_id \(.id),
            by_name \(.text) NOT NULL,
            FOREIGN KEY (programme, company) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX invitation_by_company ON invitation (company)",
        """
        CREATE TABLE invitation_answer (
            id \(.id) NOT NULL PRIMARY KEY,
            invitation \(.id) NOT NULL REFERENCES invitation (id),
            number \(.integer) NOT NULL CHECK (number > 0),
            kind \(.text) NOT NULL CHECK (kind IN ('confirmed', 'other-time', 'declined')),
            note \(.text),
            refusal \(.text),
            answered_at \(.moment) NOT NULL,
            UNIQUE (invitation, number)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-28 invitation links",
        // Besides the first one, which stands with the invitation: each letter about a move has a link of its own.
        """
        CREATE TABLE invitation_link (
            token_hash \(.text) NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
            invitation \(.id) NOT NULL REFERENCES invitation (id),
            expires_on \(.day) NOT NULL,
            made_at \(.moment) NOT NULL
        ) \(.strict)
        """
    ),
]
