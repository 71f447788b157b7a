package import Storage

package let referralsMigrations = [
    Migration(
        "2026-11-23 referrals",
        """
        CREATE TABLE referral (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            conversation_id \(.id) NOT NULL,
            company_id \(.id) NOT NULL,
            initiative \(.text) NOT NULL,
            UNIQUE (programme, id),
            UNIQUE (conversation_id, initiative),
            FOREIGN KEY (programme, conversation_id) REFERENCES conversation (programme, id),
            FOREIGN KEY (programme, company_id) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX referral_by_company ON referral (company_id)",
        "CREATE INDEX referral_by_initiative ON referral (programme, initiative)",
        """
        CREATE TABLE referral_event (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            referral_id \(.id) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            step \(.text) NOT NULL,
            happened_on \(.day) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            side \(.text) NOT NULL CHECK (side IN ('adviser', 'coach')),
            note \(.text),
            what \(.text),
            contact \(.text),
            agreed_day \(.day),
            UNIQUE (referral_id, number),
            CHECK (what IS NOT NULL OR (contact IS NULL AND agreed_day IS NULL)),
            CHECK (step NOT IN ('rejected', 'declined', 'stopped') OR note IS NOT NULL),
            FOREIGN KEY (programme, referral_id) REFERENCES referral (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX referral_event_by_day ON referral_event (programme, happened_on)",
        """
        CREATE TABLE referral_handover (
            event_id \(.id) NOT NULL PRIMARY KEY REFERENCES referral_event (id),
            programme \(.text) NOT NULL,
            referral_id \(.id) NOT NULL,
            given_by \(.text) NOT NULL CHECK (given_by <> ''),
            manner \(.text) NOT NULL CHECK (manner IN ('spoken', 'written', 'mail')),
            given_on \(.day) NOT NULL,
            text_version \(.text) NOT NULL,
            items \(.text) NOT NULL,
            FOREIGN KEY (programme, referral_id) REFERENCES referral (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX referral_handover_by_referral ON referral_handover (referral_id)"
    ),
    Migration(
        "2026-11-23 advice",
        """
        CREATE TABLE advice (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            conversation_id \(.id) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (conversation_id, number),
            FOREIGN KEY (programme, conversation_id) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE advice_step (
            advice_id \(.id) NOT NULL REFERENCES advice (id),
            position \(.integer) NOT NULL CHECK (position >= 1),
            step \(.text) NOT NULL CHECK (step <> ''),
            PRIMARY KEY (advice_id, position)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-23 personal links",
        // The token itself is nowhere: who reads this table can open nothing.
        """
        CREATE TABLE sheet_link (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            conversation_id \(.id) NOT NULL,
            token_hash \(.text) NOT NULL UNIQUE CHECK (length(token_hash) = 64),
            expires_on \(.day) NOT NULL,
            made_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            FOREIGN KEY (programme, conversation_id) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX sheet_link_by_conversation ON sheet_link (conversation_id)",
        """
        CREATE TABLE sheet_link_revocation (
            link_id \(.id) NOT NULL PRIMARY KEY REFERENCES sheet_link (id),
            revoked_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-23 follow-ups",
        """
        CREATE TABLE follow_up_plan (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            conversation_id \(.id) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            due_on \(.day) NOT NULL,
            responsible \(.text) NOT NULL CHECK (responsible <> ''),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (conversation_id, number),
            FOREIGN KEY (programme, conversation_id) REFERENCES conversation (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE follow_up_outcome (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            conversation_id \(.id) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            contacted_on \(.day) NOT NULL,
            link \(.text) NOT NULL,
            help \(.text) NOT NULL,
            ambitions \(.text) NOT NULL,
            note \(.text),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (conversation_id, number),
            FOREIGN KEY (programme, conversation_id) REFERENCES conversation (programme, id)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-28 follow-up calls",
        "ALTER TABLE follow_up_outcome ADD COLUMN measurement_id \(.id) REFERENCES conversation (id)",
        "ALTER TABLE follow_up_outcome ADD COLUMN additionality \(.text)",
        """
        CREATE TABLE follow_up_answer (
            outcome_id \(.id) NOT NULL REFERENCES follow_up_outcome (id),
            programme \(.text) NOT NULL,
            referral_id \(.id) NOT NULL,
            link \(.text) NOT NULL,
            help \(.text) NOT NULL,
            misfit \(.text),
            note \(.text),
            PRIMARY KEY (outcome_id, referral_id),
            FOREIGN KEY (programme, referral_id) REFERENCES referral (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE follow_up_ambition (
            outcome_id \(.id) NOT NULL REFERENCES follow_up_outcome (id),
            programme \(.text) NOT NULL,
            activity \(.text) NOT NULL,
            fate \(.text) NOT NULL,
            PRIMARY KEY (outcome_id, activity)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-28 signals about support",
        """
        CREATE TABLE support_signal (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            initiative \(.text) NOT NULL,
            words \(.text) NOT NULL CHECK (words <> ''),
            told_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, id)
        ) \(.strict)
        """,
        """
        CREATE TABLE support_change (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            signal_id \(.id) NOT NULL,
            words \(.text) NOT NULL CHECK (words <> ''),
            made_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            FOREIGN KEY (programme, signal_id) REFERENCES support_signal (programme, id)
        ) \(.strict)
        """
    ),
]
