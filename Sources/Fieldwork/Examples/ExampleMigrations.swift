import Storage

let exampleMigrations = [
    Migration(
        "2026-11-28 effort of good examples",
        "ALTER TABLE good_example ADD COLUMN effort \(.text)",
        "CREATE INDEX good_example_by_programme ON good_example (programme, conversation, id, version)"
    )
]
