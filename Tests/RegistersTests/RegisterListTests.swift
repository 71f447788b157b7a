import Foundation
import Kernel
import Programmes
import Registers
import Storage
import TestSupport
import Testing

@Suite struct RegisterListTests {
    @Test(arguments: TestDatabase.available)
    func `items are found by the beginnings of words, without accents, and by what was chosen`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        try await desk.stream("Koper uit kabels")
        try await desk.stream("Crèmekleurig plastic", kind: "kunststof")
        try await desk.stream("Houten pallets", kind: "hout")
        #expect(try await desk.found() == ["Crèmekleurig plastic", "Houten pallets", "Koper uit kabels"])
        #expect(try await desk.found { $0.search = "kab" } == ["Koper uit kabels"])
        #expect(try await desk.found { $0.search = "CREME plas" } == ["Crèmekleurig plastic"])
        #expect(try await desk.found { $0.search = "kabels hout" } == [])
        // Also by what a choice is called, in both languages.
        #expect(try await desk.found { $0.search = "plastic" } == ["Crèmekleurig plastic"])
        #expect(try await desk.found { $0.search = "wood" } == ["Houten pallets"])
        #expect(try await desk.found { $0.search = "100%_'" } == [])
        #expect(try await desk.found { $0.chosen = ["soort": "metaal"] } == ["Koper uit kabels"])
        #expect(
            try await desk.found {
                $0.chosen = ["soort": "metaal"]; $0.search = "pallets"
            } == []
        )
        #expect(try await desk.found { $0.state = "gemeld" }.count == 3)
        #expect(try await desk.found { $0.state = "loopt" } == [])
    }

    @Test(arguments: TestDatabase.available)
    func `many items are paged, and searched as few are`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let lines = (1...2100).map { "Stroom \($0);\($0.isMultiple(of: 700) ? "hout" : "metaal")" }
        let file = "Stroom;Soort\n" + lines.joined(separator: "\n")
        let result = try await desk.registers.importFile(
            Array(file.utf8),
            leavingOutWrong: false,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        #expect(result.new == 2100)
        var query = RegisterQuery()
        query.search = "stroom"
        query.page = 40
        let list = try await desk.registers.list(
            query,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.manager
        )
        #expect(list.found == 2100)
        #expect(list.items.count == 50)
        #expect(list.pageCount == 42)
        #expect(list.items.map(\.title) == (1...2100).map { "Stroom \($0)" }.sorted()[1950..<2000].map(\.self))
        #expect(
            try await desk.found {
                $0.chosen = ["soort": "hout"]; $0.search = "stroom"
            }
                == ["Stroom 1400", "Stroom 2100", "Stroom 700"]
        )
        let tally = try await desk.registers.tally(of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.manager)
        #expect(tally.states.first?.count == 2100)
    }

    @Test(arguments: TestDatabase.available)
    func `an earlier day is as it was`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        func tally(_ day: String) async throws -> [Register.State.ID: Int] {
            try await desk.registers.tally(
                at: Day(day)!,
                of: RegisterDesk.streams,
                in: desk.programme,
                as: GroeneHart.manager
            )
        }
        desk.move(to: "2026-04-01")
        try await desk.registers.move(
            id,
            to: "gekozen",
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        try await desk.registers.propose(
            RegisterDesk.form(["naam": ["Pallets"], "soort": ["hout"]], id: 9),
            of: RegisterDesk.streams,
            in: desk.programme,
            from: "192.0.2.1"
        )
        desk.move(to: "2026-05-01")
        let proposed = RegisterItem.ID(RegisterDesk.uuid(9))!
        try await desk.registers.accept(proposed, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        #expect(try await tally("2026-03-01") == [:])
        #expect(try await tally("2026-03-02") == ["gemeld": 1])
        #expect(try await tally("2026-04-30") == ["gekozen": 1])
        #expect(try await tally("2026-05-01") == ["gekozen": 1, "gemeld": 1])
    }

    @Test(arguments: TestDatabase.available)
    func `everybody sees what is public, of what is in a public state`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper", company: "Geheim BV")
        func visible(_ area: AreaCode? = nil) async throws -> [RegisterItem] {
            try await desk.registers.publicItems(of: RegisterDesk.streams, in: desk.programme, area: area)
        }
        #expect(try await visible() == [])
        try await desk.registers.move(
            id,
            to: "gekozen",
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        let items = try await visible()
        #expect(items.map(\.title) == ["Koper"])
        #expect(items.first.map { Set($0.values.keys) } == ["naam", "soort", "hoeveel"])
        #expect(try await visible("GM0484") == [])
    }

    @Test(arguments: TestDatabase.available)
    func `another programme has other items, under the same register`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        var other = desk.programme
        other.id = "ander-programma"
        let principal = Principal(
            account: nil,
            name: "Lot",
            origin: "127.0.0.1",
            grants: ["ander-programma": [Grant(role: .projectLeader)]]
        )
        let list = try await desk.registers.list(
            RegisterQuery(),
            of: RegisterDesk.streams,
            in: other,
            as: principal
        )
        #expect(list.items == [])
        await #expect(throws: RegisterProblem.itemNotFound) {
            try await desk.registers.open(id, of: RegisterDesk.streams, in: other, as: principal)
        }
        await #expect(throws: RegisterProblem.itemNotFound) {
            try await desk.registers.open(id, of: RegisterDesk.demand, in: desk.programme, as: GroeneHart.leader)
        }
        // Nor can it be overwritten under its identifier, from there or from another register, by anybody.
        let form = RegisterDesk.form([
            "naam": ["Gekaapt"], "soort": ["hout"], "waarvoor": ["Gekaapt"], "gemeente": ["GM0484"],
        ])
        var hostile = form
        hostile.id = id.description
        for (register, programme, keeper) in [
            (RegisterDesk.streams, other, principal), (RegisterDesk.demand, desk.programme, GroeneHart.leader),
        ] {
            await #expect(throws: RegisterProblem.itemNotFound) {
                try await desk.registers.save(hostile, of: register, in: programme, as: keeper)
            }
            await #expect(throws: RegisterProblem.itemNotFound) {
                try await desk.registers.propose(hostile, of: register, in: programme, from: "192.0.2.1")
            }
        }
        #expect(try await desk.found() == ["Koper"])
        await #expect(throws: AccessProblem.forbidden(.readActions)) {
            try await desk.registers.open(id, of: RegisterDesk.streams, in: desk.programme, as: principal)
        }
    }
}
