import Foundation
import Kernel
import Programmes
import Registers
import Spreadsheet
import TestSupport
import Testing

@Suite struct RegisterImportTests {
    private static let file = """
        Stroom;Soort;Hoeveel;Wanneer;Gemeente;Van wie;Stand;Kleur
        Koper;Metaal;12,5;2026-01-01 t/m 2026-12-31;Gouda;Kabel & Co (12345678);onderzocht;rood
        Pallets;hout;1.000;;GM0484;;;bruin
        """

    private func read(
        _ text: String,
        _ desk: RegisterDesk,
        leavingOutWrong: Bool = false,
        as principal: Principal = GroeneHart.alphen
    ) async throws -> RegisterImport {
        try await desk.registers.importFile(
            Array(text.utf8),
            leavingOutWrong: leavingOutWrong,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: principal
        )
    }

    @Test(arguments: TestDatabase.available)
    func `the same file twice changes nothing, and a changed line changes one item`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let first = try await read(Self.file, desk)
        #expect(first.tally == [2, 0, 0, 0])
        #expect(first.unknownColumns == ["Kleur"])
        let second = try await read(Self.file, desk)
        #expect(second.tally == [0, 0, 2, 0])
        #expect(!second.isDone)
        let third = try await read(Self.file.replacing("12,5", with: "13"), desk)
        #expect(third.tally == [0, 1, 1, 0])
        let items = try await desk.all()
        #expect(items.map(\.title) == ["Koper", "Pallets"])
        #expect(items[0].values["hoeveel"] == "13")
        #expect(items[0].values["bedrijf"] == "Kabel & Co\n12345678")
        #expect(items[0].state == "onderzocht")
        #expect(items[0].version == 2)
        #expect(items[1].values["hoeveel"] == "1000")
    }

    @Test(arguments: TestDatabase.available)
    func `files that are read at the same moment bring each item once`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let lines = (1...60).map { "Stroom \($0);metaal;\($0)" }
        let text = (["Stroom;Soort;Hoeveel"] + lines).joined(separator: "\n")
        let tallies = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 1...4 { group.addTask { try await read(text, desk).tally } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(tallies.sorted { $0[0] > $1[0] } == [[60, 0, 0, 0]] + Array(repeating: [0, 0, 60, 0], count: 3))
        let items = try await desk.all()
        #expect(items.count == 60)
        #expect(Set(items.map(\.number)) == Set(1...60))
        #expect(items.allSatisfy { $0.version == 1 })
    }

    @Test(arguments: [
        ("Kabel & Co (12345678)", "Kabel & Co\n12345678"), ("Kabel & Co (12 34.56 78)", "Kabel & Co\n12345678"),
        ("Kabel (Gouda)", "Kabel (Gouda)\n"), ("Kabel (Gouda) (12345678)", "Kabel (Gouda)\n12345678"), ("()", "()\n"),
    ])
    func `a number behind the name of a company is its number`(cell: String, stored: String) async throws {
        let desk = try await RegisterDesk(.sqlite)
        let result = try await read("Stroom;Soort;Van wie\nKoper;metaal;\(cell)", desk)
        #expect(result.tally == [1, 0, 0, 0])
        #expect(try await desk.all().first?.values["bedrijf"] == stored)
    }

    @Test(arguments: TestDatabase.available)
    func `what a file does not have stays, also the people`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        var form = RegisterDesk.form(["naam": ["Koper"], "soort": ["metaal"], "contact": ["Jan", "0612345678"]])
        form.values["eural"] = ["17 04 01"]
        let id = try await desk.registers.save(
            form,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        let result = try await read("Nummer;Stroom;Soort\n1;Koperdraad;metaal\n", desk)
        #expect(result.changed == 1)
        let record = try await desk.registers.open(
            id,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        #expect(record.item.title == "Koperdraad")
        #expect(record.item.values["eural"] == "17 04 01")
        #expect(record.persons["contact"]?.name == "Jan")
    }

    @Test(arguments: TestDatabase.available)
    func `each line that is wrong is told with all that is wrong, and nothing is kept unless it may be left out`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let file = """
            Stroom;Soort;Hoeveel;Stand;Nummer
            Koper;metaal;1;;
            ;goud;veel;;
            Lood;metaal;2;zomaar;
            Zink;metaal;3;keten loopt;
            Koper;metaal;4;;
            Tin;metaal;5;;99
            """
        let refused = try await read(file, desk)
        #expect(!refused.isDone)
        #expect(refused.wrong.map(\.line) == [3, 4, 5, 6, 7])
        #expect(
            refused.wrong.map(\.faults) == [
                [
                    .field("naam", .missing), .field("soort", .notAnOption("goud")), .field("hoeveel", .notANumber),
                ],
                [.unknownState("zomaar")], [.stateNotAllowed("keten loopt")], [.sameAs(line: 2)],
                [.unknownNumber("99")],
            ]
        )
        #expect(try await desk.found() == [])
        let accepted = try await read(file, desk, leavingOutWrong: true)
        #expect(accepted.isDone)
        #expect(try await desk.found() == ["Koper"])
        await #expect(throws: RegisterProblem.notKeeper) { try await read(file, desk, as: GroeneHart.woerden) }
        await #expect(throws: ImportFileProblem.empty) { try await read("", desk) }
    }

    @Test(arguments: TestDatabase.available)
    func `a file gets all of a large register, once and in order`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let names = (1...2001).map { "Stroom \($0 + 1000)" }
        let lines = names.reversed().map { "\($0);metaal;\($0.suffix(1))" }
        #expect(try await read("Stroom;Soort;Hoeveel\n" + lines.joined(separator: "\n"), desk).isDone)
        #expect(try await desk.all().map(\.title) == names)
        var query = RegisterQuery()
        (query.sort, query.search, query.pageSize, query.page) = (.number("hoeveel"), "3000", 1, 9)
        #expect(try await desk.all(query).map(\.title) == ["Stroom 3000"], "whatever page was looked at")
        await #expect(throws: (any Error).self) { try await desk.all(as: .outsider) }
    }

    /// More companies than a statement can name.
    private struct ManyCompanies: CompanyDirectory {
        let all = (1...1500).map { number in
            SharedCompany(
                reference: CompanyReference(
                    programme: .metaal,
                    company: ID(UUID(uuidString: String(format: "00000000-0000-7000-b000-%012d", number))!)
                ),
                name: "Bedrijf \(number)",
                number: "\(10_000_000 + number)"
            )
        }

        func companies(
            for programme: Programme,
            among references: Set<CompanyReference>?
        ) async throws -> [SharedCompany] {
            #expect(references?.count ?? 0 <= 1000)
            return all.filter { references?.contains($0.reference) ?? true }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a register with more companies of another programme than a statement can name is searched and exported`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind, companies: ManyCompanies())
        let lines = ManyCompanies().all.map { "Stroom \($0.number!);metaal;\($0.name) (\($0.number!))" }
        let file = "Stroom;Soort;Van wie\n" + lines.joined(separator: "\n")
        #expect(try await read(file, desk).isDone)
        #expect(try await desk.all().compactMap { $0.values["bedrijf"] }.count { $0.contains("Bedrijf ") } == 1500)
        var query = RegisterQuery()
        query.search = "bedrijf 1234"
        #expect(
            try await desk.all(query).compactMap { $0.values["bedrijf"] }.map { $0.split(separator: "\n")[0] } == [
                "Bedrijf 1234"
            ]
        )
    }
}

extension RegisterImport {
    /// New, changed, the same and wrong.
    fileprivate var tally: [Int] { [new, changed, same, wrong.count] }
}
