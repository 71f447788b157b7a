package import Storage

package let programmesMigrations = [
    Migration(
        "2026-11-23 programmes",
        """
        CREATE TABLE programme (
            code \(.text) NOT NULL PRIMARY KEY,
            created_at \(.moment) NOT NULL
        ) \(.strict)
        """,
        """
        CREATE TABLE programme_revision (
            programme \(.text) NOT NULL REFERENCES programme (code),
            revision \(.integer) NOT NULL CHECK (revision >= 1),
            digest \(.text) NOT NULL,
            content \(.text) NOT NULL,
            published_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, revision)
        ) \(.strict)
        """,
        """
        CREATE TABLE sheet_version (
            programme \(.text) NOT NULL REFERENCES programme (code),
            version \(.integer) NOT NULL CHECK (version >= 1),
            content \(.text) NOT NULL,
            published_at \(.moment) NOT NULL,
            PRIMARY KEY (programme, version)
        ) \(.strict)
        """
    ),
    Migration(
        "2026-11-28 pictures of a programme's own",
        """
        CREATE TABLE picture_draft (
            programme \(.text) NOT NULL PRIMARY KEY REFERENCES programme (code),
            content \(.text) NOT NULL,
            changed_by \(.text) NOT NULL,
            changed_at \(.moment) NOT NULL
        ) \(.strict)
        """
    ),
]
