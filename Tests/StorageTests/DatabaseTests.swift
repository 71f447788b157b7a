import App
import Audit
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@Suite struct DatabaseTests {
    private let table = Migration(
        "2026-01-01 all types",
        """
        CREATE TABLE thing (
            id \(.id) NOT NULL PRIMARY KEY, name \(.text) NOT NULL, number \(.integer), share \(.real),
            fine \(.boolean) NOT NULL, day \(.day), made_at \(.moment) NOT NULL
        ) \(.strict)
        """
    )

    @Test(arguments: TestDatabase.available)
    func `what is stored comes back the same, by position`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        try await database.migrate([table])
        let id = ID<String>(UUID())
        let moment = Date(timeIntervalSince1970: 1_772_442_000.5)
        let row = try await database.write { db in
            try db.run(
                """
                INSERT INTO thing (id, name, number, share, fine, day, made_at)
                VALUES (\(id), \("d'Één \"<b>"), \(Int?.none), \(0.25), \(true), \(Day("2026-03-02")), \(moment))
                """
            )
            return try db.run("SELECT id, name, number, share, fine, day, made_at FROM thing")[0]
        }
        #expect(try row.get(0) == id)
        #expect(try row.get(1) == "d'Één \"<b>")
        #expect(try row.find(2, as: Int.self) == nil)
        #expect(try row.get(3) == 0.25)
        #expect(try row.get(4) == true)
        #expect(try row.get(5) == Day("2026-03-02"))
        #expect(try row.get(6) == moment)
    }

    @Test(arguments: TestDatabase.available)
    func `a database of a newer program is refused and left alone`(kind: TestDatabase) async throws {
        let database = try kind.empty()
        try await database.migrate([table, Migration("2027-01-01 later", "CREATE TABLE later (id \(.id))")])
        await #expect(throws: MigrationError.databaseIsNewer(unknown: ["2027-01-01 later"])) {
            try await database.migrate([table])
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what a test leaves behind is not there for the next`(kind: TestDatabase) async throws {
        for _ in 1...20 {
            let database = try await kind.make()
            let (entries, steps) = try await database.write { db in
                let found = try (
                    db.run("SELECT 1 FROM audit_event").count, db.run("SELECT 1 FROM schema_migration").count
                )
                try db.run("DELETE FROM schema_migration WHERE name > \("2026-11-24")")
                try db.run(
                    """
                    INSERT INTO audit_event (verb, action, subject, name, origin, happened_at)
                    VALUES ('read', 'left behind', '-', 'a test', '-', \(Date(timeIntervalSince1970: 0)))
                    """
                )
                return found
            }
            #expect(entries == 0)
            #expect(steps == migrations.count)
        }
    }
}
