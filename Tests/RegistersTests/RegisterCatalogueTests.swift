import Foundation
import Kernel
import Programmes
import Registers
import TestSupport
import Testing

@Suite struct RegisterCatalogueTests {
    private static let words = [
        "koper", "kopergruis", "lood", "zink", "messing", "brons", "staal", "stalen", "aluminium",
    ]
    private static let kinds = ["metaal", "hout", "glas"]
    /// What they are called in the other language, by which they are found as well.
    private static let english = ["metaal": "metal", "hout": "wood", "glas": "glass"]

    /// What a list has to say of an item.
    private struct Known {
        var title: String
        var kind: String
        var state: Register.State.ID = "gemeld"
        var period: ClosedRange<Day>?
        var tonnes: Int?
        /// Of the last change.
        var turn: Int
    }

    @Test(arguments: TestDatabase.available)
    func `what was read beforehand is followed by what changes`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        try await desk.registers.prepare(desk.programme)
        #expect(try await desk.found() == [])
        try await desk.stream("Koper")
        try await desk.registers.prepare(desk.programme)
        try await desk.stream("Aluminium")
        #expect(try await desk.found() == ["Aluminium", "Koper"])
    }

    @Test(arguments: TestDatabase.available)
    func `any search after any changes finds what looking at every item would find`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        var dice = Dice(seed: 2026)
        var known: [RegisterItem.ID: Known] = [:]
        for turn in 1...160 {
            desk.move(to: Day("2026-03-02")!.adding(days: turn).description)
            let some = known.keys.sorted { $0.description < $1.description }
            switch Int.random(in: 0..<10, using: &dice) {
            case 0 where !some.isEmpty:
                let id = some.randomElement(using: &dice)!
                try await desk.registers.erase(
                    id,
                    of: RegisterDesk.streams,
                    in: desk.programme,
                    as: GroeneHart.alphen
                )
                known[id] = nil
            case 1...2 where !some.isEmpty:
                let id = some.randomElement(using: &dice)!
                guard known[id]?.state == "gemeld" else { break }
                try await desk.registers.move(
                    id,
                    to: "onderzocht",
                    of: RegisterDesk.streams,
                    in: desk.programme,
                    as: GroeneHart.alphen
                )
                known[id]?.state = "onderzocht"
                known[id]?.turn = turn
            case 3...5 where !some.isEmpty:
                let id = some.randomElement(using: &dice)!
                known[id] = try await write(known[id], as: id, turn: turn, at: desk, &dice)
            default:
                let id = RegisterItem.ID(RegisterDesk.uuid(turn))!
                known[id] = try await write(nil, as: id, turn: turn, at: desk, &dice)
            }
            let query = query(turn, &dice)
            let list = try await desk.registers.list(
                query,
                of: RegisterDesk.streams,
                in: desk.programme,
                as: GroeneHart.alphen
            )
            let expected = found(query, known)
            #expect(list.found == expected.count)
            #expect(list.pageCount == max(1, (expected.count + 19) / 20))
            #expect(list.items.map(\.id) == Array(expected.dropFirst((list.page - 1) * 20).prefix(20)), "\(query)")
            // Also those that were shown before they changed.
            #expect(list.items.map(\.title) == list.items.map { known[$0.id]?.title })
            #expect(list.items.map(\.state) == list.items.map { known[$0.id]?.state })
        }
        #expect(known.count > 20)
    }

    private func write(
        _ earlier: Known?,
        as id: RegisterItem.ID,
        turn: Int,
        at desk: RegisterDesk,
        _ dice: inout Dice
    ) async throws -> Known {
        let title = (0..<2).map { _ in Self.words.randomElement(using: &dice)! }.joined(separator: " ")
        let first = Day("2026-01-01")!.adding(days: Int.random(in: 0..<300, using: &dice))
        var known = Known(title: title, kind: Self.kinds.randomElement(using: &dice)!, turn: turn)
        known.state = earlier?.state ?? "gemeld"
        if Bool.random(using: &dice) { known.period = first...first.adding(days: 40) }
        if Bool.random(using: &dice) { known.tonnes = Int.random(in: 0..<8, using: &dice) }
        let record =
            earlier == nil
            ? nil
            : try await desk.registers.open(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        var form = RegisterDesk.form([
            "naam": [title], "soort": [known.kind], "hoeveel": [known.tonnes.map(String.init) ?? ""],
            "wanneer": known.period.map { [$0.lowerBound.description, $0.upperBound.description] } ?? ["", ""],
        ])
        form.id = id.description
        form.basis = record?.item.version ?? 0
        try await desk.registers.save(form, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        return known
    }

    private func query(_ turn: Int, _ dice: inout Dice) -> RegisterQuery {
        var query = RegisterQuery()
        query.pageSize = 20
        query.sort = [.name, .day, .changed, .number("hoeveel")].randomElement(using: &dice)!
        query.page = Int.random(in: 1...2, using: &dice)
        let words = (0..<Int.random(in: 0...2, using: &dice)).map { _ in
            String(Self.words.randomElement(using: &dice)!.prefix(Int.random(in: 2...6, using: &dice)))
        }
        query.search = words.joined(separator: " ")
        if turn.isMultiple(of: 3) { query.chosen["soort"] = Self.kinds.randomElement(using: &dice)! }
        if turn.isMultiple(of: 4) { query.state = Bool.random(using: &dice) ? "gemeld" : "onderzocht" }
        if turn.isMultiple(of: 5) { query.days = Day("2026-04-01")!...Day("2026-05-01")! }
        return query
    }

    /// By looking at every item.
    private func found(_ query: RegisterQuery, _ known: [RegisterItem.ID: Known]) -> [RegisterItem.ID] {
        let far = Day("9999-12-31")!
        return known.filter { _, item in
            query.search.split(separator: " ").allSatisfy { word in
                "\(item.title) \(item.kind) \(Self.english[item.kind]!)".split(separator: " ")
                    .contains { $0.hasPrefix(word) }
            } && (query.chosen["soort"].map { $0 == item.kind } ?? true)
                && (query.state.map { $0 == item.state } ?? true)
                && (query.days.map { item.period?.overlaps($0) ?? false } ?? true)
        }.sorted { one, other in
            switch query.sort {
            case .name: (one.value.title, one.key.description) < (other.value.title, other.key.description)
            case .day:
                (one.value.period?.lowerBound ?? far, one.key.description)
                    < (other.value.period?.lowerBound ?? far, other.key.description)
            case .changed: one.value.turn > other.value.turn
            case .number:
                (-(one.value.tonnes ?? -1), one.value.title, one.key.description)
                    < (-(other.value.tonnes ?? -1), other.value.title, other.key.description)
            }
        }.map(\.key)
    }

    @Test(arguments: TestDatabase.available)
    func `every page of many items that fit is what follows the page before`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let lines = (1...450).map { number in
            "Stroom \(String(format: "%03d", number * 7 % 451));\(Self.kinds[number % 3]);\(number % 40)"
        }
        _ = try await desk.registers.importFile(
            Array((["Stroom;Soort;Hoeveel"] + lines).joined(separator: "\n").utf8),
            leavingOutWrong: false,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        for kind in [nil, "hout"] {
            for sort in [RegisterQuery.Sort.name, .changed, .number("hoeveel")] {
                var query = RegisterQuery()
                (query.sort, query.pageSize) = (sort, 40)
                if let kind { query.chosen["soort"] = kind }
                var titles: [String] = []
                for page in 1...(kind == nil ? 12 : 4) {
                    query.page = page
                    titles += try await desk.registers.list(
                        query,
                        of: RegisterDesk.streams,
                        in: desk.programme,
                        as: GroeneHart.alphen
                    ).items.map(\.title)
                }
                #expect(titles == (try await desk.all(query).map(\.title)))
                #expect(Set(titles).count == (kind == nil ? 450 : 150))
                if sort == .name { #expect(titles == titles.sorted()) }
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `what another program on the same database changes is found at once`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let other = Registers(database: desk.database, world: desk.world)
        let id = try await desk.stream("Koper")
        #expect(try await desk.found { $0.search = "koper" } == ["Koper"])
        var form = RegisterDesk.form(["naam": ["Zink"], "soort": ["metaal"]])
        (form.id, form.basis) = (id.description, 1)
        try await other.save(form, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        #expect(try await desk.found { $0.search = "koper" } == [])
        #expect(try await desk.found { $0.search = "zink" } == ["Zink"])
        try await other.erase(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        #expect(try await desk.found() == [])
    }

    @Test(arguments: TestDatabase.available)
    func `an option that gets another name is found by that name only`(kind: TestDatabase) async throws {
        var desk = try await RegisterDesk(kind)
        try await desk.stream("Pallets", kind: "hout")
        #expect(try await desk.found { $0.search = "hout" } == ["Pallets"])
        let streams = desk.programme.registry!.registers.firstIndex { $0.code == RegisterDesk.streams }!
        let kinds = desk.programme.registry!.registers[streams].fields.firstIndex { $0.code == "soort" }!
        let wood = desk.programme.registry!.registers[streams].fields[kinds].options.firstIndex { $0.code == "hout" }!
        desk.programme.registry!.registers[streams].fields[kinds].options[wood].name = Text(
            nl: "Timmerwerk",
            en: "Carpentry"
        )
        #expect(try await desk.found { $0.search = "hout" } == [])
        #expect(try await desk.found { $0.search = "timmer" } == ["Pallets"])
        #expect(try await desk.found { $0.chosen = ["soort": "hout"] } == ["Pallets"])
    }

    @Test(arguments: TestDatabase.available)
    func `a report is found once somebody said yes to it, and never after a no`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        for (number, name) in [(1, "Koper"), (2, "Lood")] {
            try await desk.registers.propose(
                RegisterDesk.form(["naam": [name], "soort": ["metaal"]], id: number),
                of: RegisterDesk.streams,
                in: desk.programme,
                from: "192.0.2.1"
            )
        }
        #expect(try await desk.found() == [])
        #expect(try await desk.found { $0.isProposed = true } == ["Koper", "Lood"])
        // Only who keeps the register sees what waits.
        #expect(try await desk.found({ $0.isProposed = true }, as: GroeneHart.manager) == [])
        let (koper, lood) = (RegisterItem.ID(RegisterDesk.uuid(1))!, RegisterItem.ID(RegisterDesk.uuid(2))!)
        try await desk.registers.accept(koper, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        try await desk.registers.erase(lood, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        #expect(try await desk.found() == ["Koper"])
        #expect(try await desk.found { $0.isProposed = true } == [])
    }
}
