import Storage

/// `company_import_line` is the file, `company_import_result` what it means. Both are emptied when the import is done
/// or given up, so neither has a place in the history of anything.
let importMigrations = [
    Migration(
        "2026-11-23 company imports",
        """
        CREATE TABLE company_import (
            id \(.id) NOT NULL PRIMARY KEY,
            programme \(.text) NOT NULL,
            state \(.text) NOT NULL,
            file_name \(.text) NOT NULL,
            encoding \(.text) NOT NULL,
            delimiter \(.text) NOT NULL,
            headers \(.text) NOT NULL,
            columns \(.text) NOT NULL,
            line_count \(.integer) NOT NULL,
            checked_count \(.integer) NOT NULL,
            new_count \(.integer) NOT NULL,
            changed_count \(.integer) NOT NULL,
            same_count \(.integer) NOT NULL,
            wrong_count \(.integer) NOT NULL,
            created_by \(.text) NOT NULL,
            created_at \(.moment) NOT NULL,
            worked_at \(.moment) NOT NULL,
            mark \(.text) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX company_import_by_moment ON company_import (programme, created_at)",
        """
        CREATE TABLE company_import_line (
            import_id \(.id) NOT NULL REFERENCES company_import (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL,
            line \(.integer) NOT NULL,
            cells \(.text) NOT NULL,
            flaw \(.text),
            PRIMARY KEY (import_id, position)
        ) \(.strict)
        """,
        """
        CREATE TABLE company_import_result (
            import_id \(.id) NOT NULL REFERENCES company_import (id) ON DELETE CASCADE,
            position \(.integer) NOT NULL,
            line \(.integer) NOT NULL,
            outcome \(.text) NOT NULL,
            issues \(.text) NOT NULL,
            changes \(.text) NOT NULL,
            shown_name \(.text) NOT NULL,
            company_id \(.id),
            name \(.text),
            name_sort \(.text),
            kvk_number \(.text),
            branch_number \(.text),
            sbi_code \(.text),
            sector \(.text),
            size \(.text),
            street \(.text),
            postcode \(.text),
            city \(.text),
            municipality \(.text),
            municipality_sort \(.text),
            is_member \(.boolean),
            source \(.text),
            search \(.text),
            match_key \(.text),
            created_at \(.moment),
            version \(.integer),
            contact_id \(.id),
            contact_name \(.text),
            contact_position \(.text),
            contact_email \(.text),
            contact_phone \(.text),
            PRIMARY KEY (import_id, position)
        ) \(.strict)
        """,
        "CREATE INDEX company_import_result_by_outcome ON company_import_result (import_id, outcome, position)",
        "CREATE INDEX company_import_result_by_key ON company_import_result (import_id, match_key)",
        "CREATE INDEX company_import_result_by_number ON company_import_result (import_id, kvk_number)",
        "CREATE INDEX company_import_result_by_company ON company_import_result (import_id, company_id)"
    )
]
