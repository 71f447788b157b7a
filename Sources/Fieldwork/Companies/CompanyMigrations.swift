import Storage

/// `name_sort` and `municipality_sort` are what Dutch sorting compares (``Swift/String/sortKey``), `search` is what a
/// search looks in, and `match_key` is how a company without a number is recognised.
let companyMigrations = [
    Migration(
        "2026-11-23 companies",
        """
        CREATE TABLE company (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            name \(.text) NOT NULL CHECK (name <> ''),
            name_sort \(.text) NOT NULL,
            kvk_number \(.text) CHECK (length(kvk_number) = 8),
            branch_number \(.text) CHECK (length(branch_number) = 12),
            sbi_code \(.text),
            sector \(.text),
            size \(.text),
            street \(.text),
            postcode \(.text) CHECK (length(postcode) = 7),
            city \(.text),
            municipality \(.text),
            municipality_sort \(.text) NOT NULL,
            is_member \(.boolean),
            source \(.text) NOT NULL,
            search \(.text) NOT NULL,
            match_key \(.text) NOT NULL,
            created_at \(.moment) NOT NULL,
            version \(.integer) NOT NULL CHECK (version >= 1),
            UNIQUE (programme, id),
            CHECK (municipality IS NOT NULL OR postcode IS NOT NULL),
            CHECK (branch_number IS NULL OR kvk_number IS NOT NULL)
        ) \(.strict)
        """,
        """
        CREATE UNIQUE INDEX company_by_number ON company (programme, kvk_number, (coalesce(branch_number, '')))
        WHERE kvk_number IS NOT NULL
        """,
        "CREATE INDEX company_by_name ON company (programme, name_sort, id)",
        "CREATE INDEX company_by_municipality ON company (programme, municipality_sort, name_sort, id)",
        "CREATE INDEX company_in_municipality ON company (programme, municipality, name_sort)",
        "CREATE INDEX company_by_sector ON company (programme, sector, name_sort)",
        "CREATE INDEX company_by_match ON company (programme, match_key)",
        """
        CREATE TABLE company_contact (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            company_id \(.id) NOT NULL,
            name \(.text) NOT NULL CHECK (name <> ''),
            position \(.text),
            email \(.text),
            phone \(.text),
            FOREIGN KEY (programme, company_id) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX company_contact_by_company ON company_contact (company_id)",
        """
        CREATE TABLE company_event (
            programme \(.text) NOT NULL,
            company_id \(.id) NOT NULL,
            kind \(.text) NOT NULL,
            changes \(.text) NOT NULL,
            name \(.text) NOT NULL,
            happened_at \(.moment) NOT NULL,
            FOREIGN KEY (programme, company_id) REFERENCES company (programme, id)
        ) \(.strict)
        """,
        "CREATE INDEX company_event_by_company ON company_event (company_id, happened_at)"
    ),
    Migration(
        "2026-11-28 erased companies",
        "ALTER TABLE company ADD COLUMN erased_on \(.day)"
    ),
]
