import App
import Foundation
import Kernel
import Storage
import TestSupport
import Testing

@Suite struct OldDataTests {
    /// Written as the first companies were: by hand, because the types of the program move on and old data does not.
    private let first: [SQL] = [
        """
        INSERT INTO company (id, programme, name, name_sort, search, match_key, municipality, municipality_sort,
            source, created_at, version)
        VALUES ('01920edf-c900-7b66-bd30-5da7a3662180', 'mkb-deal-metaal', 'Vonk Verbeeld BV', 'vonk verbeeld bv',
            'vonk verbeeld bv', 'vonk', 'GM0627', 'waddinxveen', 'proef', '2025-01-06T09:00:00.000Z', 1)
        """
    ]

    @Test(arguments: TestDatabase.available)
    func `data of before the later steps is there after them`(kind: TestDatabase) async throws {
        let cut = try #require(migrations.firstIndex { $0.name.contains("conversation") })
        let (earlier, first) = (Array(migrations[..<cut]), first)
        let database = try kind.empty()
        try await database.migrate(earlier)
        try await database.write { db in for statement in first { try db.run(statement) } }

        let taken = try await database.migrate(migrations)
        #expect(taken == migrations[cut...].map(\.name))
        let row = try await database.read { db in try db.run("SELECT id, name, created_at FROM company")[0] }
        #expect(try row.get(0) == "01920edf-c900-7b66-bd30-5da7a3662180")
        #expect(try row.get(1) == "Vonk Verbeeld BV")
        #expect(try row.get(2) == Date(timeIntervalSince1970: 1_736_154_000))
        #expect(try await database.migrate(migrations) == [])
    }
}
