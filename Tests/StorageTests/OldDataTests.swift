import App
import Foundation
import Kernel
import Registers
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

    /// An item as registers kept them before there were catalogues, with the words that it was found by.
    private let items: [SQL] = [
        """
        INSERT INTO register_item (id, programme, register, number, title, sort, state, is_proposed, content, match_key,
            first_day, last_day, version, changed_at, name)
        VALUES ('01920edf-c900-7b66-bd30-5da7a3662181', 'groene-hart', 'reststromen', 1, 'Koper', 'koper', 'gemeld',
            \(false), '{"naam":"Koper","soort":"metaal"}', 'x', '2026-03-01', '2026-03-31', 1,
            '2026-03-01T09:00:00.000Z', 'Tessa Trekker')
        """,
        """
        INSERT INTO register_key (programme, register, field, value, item)
        VALUES ('groene-hart', 'reststromen', '~', 'koper', '01920edf-c900-7b66-bd30-5da7a3662181')
        """,
    ]

    @Test(arguments: TestDatabase.available)
    func `items of registers of before the catalogues are found after them`(kind: TestDatabase) async throws {
        let cut = try #require(migrations.firstIndex { $0.name.contains("catalogues of registers") })
        let (earlier, items) = (Array(migrations[..<cut]), items)
        let database = try kind.empty()
        try await database.migrate(earlier)
        try await database.write { db in for statement in items { try db.run(statement) } }
        try await database.migrate(migrations)

        let registers = Registers(database: database, world: .fixed())
        var query = RegisterQuery()
        query.search = "kop"
        let list = try await registers.list(
            query,
            of: "reststromen",
            in: GroeneHart.programme(),
            as: GroeneHart.leader
        )
        #expect(list.items.map(\.title) == ["Koper"])
    }
}
