package import Storage

package let financeMigrations = [
    Migration(
        "2026-11-29 money and time",
        """
        CREATE TABLE finance_rate (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            role \(.text) NOT NULL,
            year \(.integer) NOT NULL,
            rate \(.integer) NOT NULL CHECK (rate > 0),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX finance_rate_by_moment ON finance_rate (programme, recorded_at)",
        """
        CREATE TABLE finance_budget (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            post \(.text) NOT NULL,
            source \(.text) NOT NULL,
            year \(.integer) NOT NULL,
            amount \(.integer) NOT NULL CHECK (amount >= 0),
            why \(.text) NOT NULL CHECK (why <> ''),
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX finance_budget_by_moment ON finance_budget (programme, recorded_at)",
        """
        CREATE TABLE finance_entry (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            number \(.integer) NOT NULL,
            kind \(.text) NOT NULL CHECK (kind IN ('commitment', 'payment', 'cash', 'hours', 'in-kind')),
            organisation \(.text) NOT NULL,
            post \(.text) NOT NULL,
            source \(.text),
            day \(.day) NOT NULL,
            amount \(.integer) NOT NULL,
            minutes \(.integer),
            role \(.text),
            rate \(.integer),
            words \(.text) NOT NULL,
            reference \(.text) NOT NULL,
            commitment \(.id),
            reverses \(.id) UNIQUE,
            is_own \(.boolean) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (programme, number),
            UNIQUE (programme, id),
            FOREIGN KEY (programme, commitment) REFERENCES finance_entry (programme, id),
            FOREIGN KEY (programme, reverses) REFERENCES finance_entry (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX finance_entry_by_organisation ON finance_entry (programme, organisation, day)",
        """
        CREATE TABLE finance_decision (
            programme \(.text) NOT NULL,
            entry \(.id) NOT NULL PRIMARY KEY,
            is_approved \(.boolean) NOT NULL,
            why \(.text) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            FOREIGN KEY (programme, entry) REFERENCES finance_entry (programme, id)
        ) \(.strict)
        """
    )
]
