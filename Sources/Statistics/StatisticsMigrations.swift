package import Storage

package let statisticsMigrations = [
    Migration(
        "2026-11-28 publications",
        """
        CREATE TABLE publication (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            number \(.integer) NOT NULL CHECK (number >= 1),
            state \(.text) NOT NULL
                CHECK (state IN ('computing', 'draft', 'failed', 'published', 'discarded')),
            kind \(.text) NOT NULL CHECK (kind IN ('regular', 'last', 'correction')),
            detail \(.text) NOT NULL CHECK (detail IN ('municipalities', 'regions')),
            measured_on \(.day) NOT NULL,
            explanation \(.text) NOT NULL,
            prepared_at \(.moment) NOT NULL,
            prepared_by \(.id),
            prepared_by_name \(.text) NOT NULL,
            published_at \(.moment),
            published_by \(.id),
            published_by_name \(.text),
            failure \(.text),
            preview \(.text),
            bundle \(.text),
            basis \(.text)
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX publication_numbers ON publication (programme, number) WHERE state = 'published'",
        """
        CREATE UNIQUE INDEX publication_in_the_making ON publication (programme)
            WHERE state IN ('computing', 'draft', 'failed')
        """,
        """
        CREATE TABLE publication_member (
            publication_id \(.id) NOT NULL REFERENCES publication (id),
            company_id \(.id) NOT NULL,
            place \(.text) NOT NULL,
            PRIMARY KEY (publication_id, company_id)
        ) \(.strict)
        """,
        "CREATE INDEX publication_member_by_company ON publication_member (company_id)"
    )
]
