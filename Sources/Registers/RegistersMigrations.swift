package import Storage

package let registersMigrations = [
    Migration(
        "2026-11-29 registers",
        """
        CREATE TABLE register_item (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            register \(.text) NOT NULL,
            number \(.integer) NOT NULL,
            title \(.text) NOT NULL CHECK (title <> ''),
            sort \(.word) NOT NULL,
            state \(.text) NOT NULL,
            is_proposed \(.boolean) NOT NULL,
            content \(.text) NOT NULL,
            match_key \(.word) NOT NULL,
            first_day \(.day) NOT NULL,
            last_day \(.day) NOT NULL,
            version \(.integer) NOT NULL,
            changed_at \(.moment) NOT NULL,
            name \(.text) NOT NULL,
            UNIQUE (programme, id),
            UNIQUE (programme, register, number)
        ) \(.strict)
        """,
        "CREATE INDEX register_item_by_name ON register_item (programme, register, is_proposed, sort, id)",
        "CREATE INDEX register_item_by_state ON register_item (programme, register, is_proposed, state, sort, id)",
        "CREATE INDEX register_item_by_change ON register_item (programme, register, is_proposed, changed_at, id)",
        "CREATE INDEX register_item_by_day ON register_item (programme, register, is_proposed, first_day, id)",
        """
        CREATE TABLE register_key (
            programme \(.text) NOT NULL,
            register \(.text) NOT NULL,
            field \(.text) NOT NULL,
            value \(.word) NOT NULL,
            item \(.id) NOT NULL,
            PRIMARY KEY (programme, register, field, value, item),
            FOREIGN KEY (programme, item) REFERENCES register_item (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX register_key_by_item ON register_key (item, field, value)",
        """
        CREATE TABLE register_revision (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            register \(.text) NOT NULL,
            item \(.id) NOT NULL,
            version \(.integer) NOT NULL,
            state \(.text) NOT NULL,
            is_proposed \(.boolean) NOT NULL,
            content \(.text) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            account_id \(.id),
            name \(.text) NOT NULL,
            UNIQUE (item, version),
            FOREIGN KEY (programme, item) REFERENCES register_item (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX register_revision_by_moment ON register_revision (programme, register, recorded_at)",
        """
        CREATE TABLE register_person (
            programme \(.text) NOT NULL,
            item \(.id) NOT NULL,
            field \(.text) NOT NULL,
            name \(.text) NOT NULL,
            contact \(.text) NOT NULL,
            kept_until \(.day) NOT NULL,
            PRIMARY KEY (item, field),
            FOREIGN KEY (programme, item) REFERENCES register_item (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX register_person_by_day ON register_person (kept_until)",
        """
        CREATE TABLE register_pair (
            programme \(.text) NOT NULL,
            pairing \(.text) NOT NULL,
            sequence \(.integer) NOT NULL,
            asks \(.id) NOT NULL,
            offers \(.id) NOT NULL,
            answer \(.text) NOT NULL
                CHECK (answer IN ('asked', 'asks-agreed', 'offers-agreed', 'both-agreed', 'refused')),
            account_id \(.id),
            name \(.text) NOT NULL,
            recorded_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, pairing, sequence),
            FOREIGN KEY (programme, asks) REFERENCES register_item (programme, id),
            FOREIGN KEY (programme, offers) REFERENCES register_item (programme, id)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-30 catalogues of registers",
        "DROP TABLE register_key",
        "DROP INDEX register_item_by_name",
        "DROP INDEX register_item_by_state",
        "DROP INDEX register_item_by_change",
        "DROP INDEX register_item_by_day",
        "ALTER TABLE register_item DROP COLUMN sort",
        "ALTER TABLE register_item DROP COLUMN first_day",
        "ALTER TABLE register_item DROP COLUMN last_day",
        "ALTER TABLE register_item ADD COLUMN stamp \(.integer) NOT NULL DEFAULT 0",
        "CREATE INDEX register_item_by_stamp ON register_item (programme, register, is_proposed, stamp)",
        """
        CREATE TABLE register_stamp (
            programme \(.text) NOT NULL,
            register \(.text) NOT NULL,
            stamp \(.integer) NOT NULL,
            erased \(.integer) NOT NULL,
            PRIMARY KEY (programme, register)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-30 files of registers",
        """
        CREATE TABLE register_file (
            programme \(.text) NOT NULL,
            id \(.id) NOT NULL,
            register \(.text) NOT NULL,
            item \(.id) NOT NULL,
            field \(.text) NOT NULL,
            content \(.text) NOT NULL,
            added_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, id),
            FOREIGN KEY (programme, item) REFERENCES register_item (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX register_file_by_item ON register_file (programme, item, field)"
    ),
]
