import Foundation
import Kernel
import Programmes
import Registers
import Storage
import TestSupport
import Testing

@Suite struct RegisterItemTests {
    @Test(arguments: TestDatabase.available)
    func `an item is kept with everything that was typed, and its history says what changed`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let form = RegisterDesk.form(
            [
                "naam": [" Koper uit kabels "], "soort": ["Metaal"], "eural": ["17 04 01"], "hoeveel": ["1.250,5"],
                "wanneer": ["01-03-2026", "2026-12-31"], "gemeente": ["alphen aan den rijn"], "kwaliteit": ["schoon"],
                "bedrijf": ["Kabel & Co", "1234 5678"], "contact": ["Jan Janssen", "jan@example.org"],
            ],
            id: 1
        )
        let id = try await desk.registers.save(
            form,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        var record = try await desk.registers.open(
            id,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        #expect(record.item.title == "Koper uit kabels")
        #expect(record.item.number == 1)
        #expect(record.item.state == "gemeld")
        #expect(record.item.values["hoeveel"] == "1250.5")
        #expect(record.item.values["wanneer"] == "2026-03-01/2026-12-31")
        #expect(record.item.values["gemeente"] == "GM0484")
        #expect(record.item.values["bedrijf"] == "Kabel & Co\n12345678")
        #expect(record.item.values["contact"] == nil)
        #expect(record.persons["contact"]?.name == "Jan Janssen")
        #expect(record.persons["contact"]?.keptUntil == Day("2028-03-02"))

        var changed = RegisterItemForm(record)
        #expect(changed.values["hoeveel"] == ["1250,5"])
        changed.values["kwaliteit"] = ["gemengd"]
        changed.revision = RegisterDesk.uuid(77)
        for _ in 1...2 {
            try await desk.registers.save(
                changed,
                of: RegisterDesk.streams,
                in: desk.programme,
                as: GroeneHart.leader
            )
        }
        record = try await desk.registers.open(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        #expect(record.revisions.map(\.version) == [2, 1])
        #expect(record.revisions[0].changed(from: record.revisions[1]) == ["kwaliteit"])
        #expect(record.revisions[0].name == "Lot Leidraad")
        #expect(record.persons["contact"]?.name == "Jan Janssen")
        // A company without a number stays when the form is sent as it is.
        var unnumbered = RegisterItemForm(record)
        unnumbered.values["bedrijf"] = ["Kabel & Co", ""]
        for _ in 1...2 {
            try await desk.registers.save(
                unnumbered,
                of: RegisterDesk.streams,
                in: desk.programme,
                as: GroeneHart.alphen
            )
            record = try await desk.registers.open(
                id,
                of: RegisterDesk.streams,
                in: desk.programme,
                as: GroeneHart.alphen
            )
            unnumbered = RegisterItemForm(record)
            #expect(unnumbered.values["bedrijf"] == ["Kabel & Co", ""])
        }
    }

    @Test(arguments: TestDatabase.available)
    func `everything that is wrong is told at once, at its field, and nothing is kept`(kind: TestDatabase) async throws
    {
        let desk = try await RegisterDesk(kind)
        let form = RegisterDesk.form([
            "naam": [""], "soort": ["goud"], "hoeveel": ["veel"], "wanneer": ["2026-05-01", "2026-04-01"],
            "gemeente": ["Amsterdam"], "bedrijf": ["Kabel", "12"], "contact": ["Jan", "straks"],
        ])
        let problem = await #expect(throws: InvalidItem.self) {
            try await desk.registers.save(form, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        }
        #expect(
            problem?.issues.map { "\($0.field?.description ?? ""): \($0.fault)" } == [
                "naam: missing", "soort: notAnOption(\"goud\")", "hoeveel: notANumber", "wanneer: endsBeforeItStarts",
                "gemeente: notAnOption(\"Amsterdam\")", "bedrijf: notACompanyNumber", "contact: notAContact",
            ]
        )
        #expect(try await desk.found() == [])
    }

    @Test(arguments: TestDatabase.available)
    func `who changes what somebody else changed meanwhile is told so, and loses nothing`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        func edit(_ name: String, basis: Int, as principal: Principal) async throws {
            var form = RegisterDesk.form(["naam": [name], "soort": ["metaal"]])
            form.id = id.description
            form.basis = basis
            try await desk.registers.save(form, of: RegisterDesk.streams, in: desk.programme, as: principal)
        }
        try await edit("Koper A", basis: 1, as: GroeneHart.alphen)
        let problem = await #expect(throws: InvalidItem.self) {
            try await edit("Koper B", basis: 1, as: GroeneHart.leader)
        }
        #expect(problem?.issues.map(\.fault) == [.changedMeanwhile("Tessa Trekker")])
        try await edit("Koper B", basis: 2, as: GroeneHart.leader)
        #expect(try await desk.found() == ["Koper B"])
    }

    @Test(arguments: TestDatabase.available)
    func `an item goes only where the register lets it, and only by who may`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper")
        func move(_ state: Register.State.ID, as principal: Principal = GroeneHart.alphen) async throws {
            try await desk.registers.move(id, to: state, of: RegisterDesk.streams, in: desk.programme, as: principal)
        }
        await #expect(throws: RegisterProblem.moveNotAllowed) { try await move("keten") }
        await #expect(throws: RegisterProblem.moveNotAllowed) { try await move("nergens") }
        await #expect(throws: RegisterProblem.notKeeper) { try await move("gekozen", as: GroeneHart.woerden) }
        await #expect(throws: AccessProblem.forbidden(.updateActions)) {
            try await move("gekozen", as: GroeneHart.manager)
        }
        try await move("gekozen")
        for _ in 1...2 { try await move("keten") }
        let record = try await desk.registers.open(
            id,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.manager
        )
        #expect(record.revisions.map(\.state) == ["keten", "gekozen", "gemeld"])
    }

    @Test(arguments: TestDatabase.available)
    func `what is about companies and people is for who keeps the register`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper", company: "Geheim BV")
        for (principal, isKeeper) in [
            (GroeneHart.alphen, true), (GroeneHart.leader, true), (GroeneHart.woerden, false),
            (GroeneHart.manager, false),
        ] {
            let record = try await desk.registers.open(
                id,
                of: RegisterDesk.streams,
                in: desk.programme,
                as: principal
            )
            #expect((record.item.values["bedrijf"] != nil) == isKeeper)
            #expect(record.revisions.allSatisfy { ($0.values["bedrijf"] != nil) == isKeeper })
            #expect(try await desk.found({ $0.search = "geheim" }, as: principal).isEmpty != isKeeper)
            let all = try await desk.all(as: principal)
            #expect(all.allSatisfy { ($0.values["bedrijf"] != nil) == isKeeper })
        }
    }

    @Test(arguments: TestDatabase.available)
    func `people are forgotten when their time is over, and an erased item leaves nothing`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let form = RegisterDesk.form(["naam": ["Koper"], "soort": ["metaal"], "contact": ["Jan", "0612345678"]])
        let id = try await desk.registers.save(
            form,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        desk.move(to: "2028-03-02")
        #expect(try await desk.registers.forgetPersons() == 0)
        desk.move(to: "2028-03-03")
        #expect(try await desk.registers.forgetPersons() == 1)
        try await desk.registers.erase(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        let left = try await desk.database.read { db in
            try ["register_item", "register_file", "register_revision", "register_person", "register_pair"].map {
                try Self.count(of: $0, db)
            }
        }
        #expect(left == [0, 0, 0, 0, 0])
        await #expect(throws: RegisterProblem.itemNotFound) {
            try await desk.registers.erase(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        }
    }

    private static func count(of table: String, _ db: any SQLConnection) throws -> Int {
        let query: SQL =
            switch table {
            case "register_item": "SELECT count(*) FROM register_item"
            case "register_file": "SELECT count(*) FROM register_file"
            case "register_revision": "SELECT count(*) FROM register_revision"
            case "register_person": "SELECT count(*) FROM register_person"
            default: "SELECT count(*) FROM register_pair"
            }
        return try db.run(query)[0].get(0)
    }

    @Test(arguments: TestDatabase.available)
    func `what anybody reports is in the register once somebody said yes`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let form = RegisterDesk.form(["naam": ["Pallets"], "soort": ["hout"]], id: 9, sending: 9)
        for _ in 1...2 {
            try await desk.registers.propose(form, of: RegisterDesk.streams, in: desk.programme, from: "192.0.2.1")
        }
        let id = RegisterItem.ID(RegisterDesk.uuid(9))!
        #expect(try await desk.found() == [])
        #expect(try await desk.found({ $0.isProposed = true }) == ["Pallets"])
        #expect(try await desk.found({ $0.isProposed = true }, as: GroeneHart.manager) == [])
        await #expect(throws: RegisterProblem.itemNotFound) {
            try await desk.registers.open(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.manager)
        }
        try await desk.registers.accept(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        await #expect(throws: RegisterProblem.notProposed) {
            try await desk.registers.accept(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        }
        #expect(try await desk.found() == ["Pallets"])
        await #expect(throws: RegisterProblem.registerNotFound) {
            try await desk.registers.propose(form, of: "campagnes", in: desk.programme, from: "192.0.2.1")
        }
        // A report cannot change what is there.
        var other = form
        other.values["naam"] = ["Iets anders"]
        other.revision = RegisterDesk.uuid(10)
        try await desk.registers.propose(other, of: RegisterDesk.streams, in: desk.programme, from: "192.0.2.1")
        #expect(try await desk.found() == ["Pallets"])
    }

    @Test(arguments: TestDatabase.available)
    func `a register that is declared otherwise keeps what was there, and shows what no longer fits`(
        kind: TestDatabase
    ) async throws {
        var desk = try await RegisterDesk(kind)
        let id = try await desk.stream("Koper", tonnes: "12,5")
        let declared = desk.programme.registry?.registers ?? []
        desk.programme.registry?.registers = declared.map { register in
            guard register.code == RegisterDesk.streams else { return register }
            var changed = register
            changed.fields.removeAll { $0.code == "soort" }
            changed.fields = changed.fields.map { field in
                var field = field
                if field.code == "hoeveel" { field.kind = .date }
                return field
            }
            changed.states.removeAll { $0.code == "gemeld" }
            return changed
        }
        var record = try await desk.registers.open(
            id,
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        #expect(record.unasked.map(\.code) == ["soort"])
        let amount = try #require(record.register.field("hoeveel"))
        #expect(record.item.value(amount) == nil)
        #expect(record.item.stored(amount) == "12.5")
        // Somebody changes something else: both stay.
        var form = RegisterItemForm(record)
        form.values["naam"] = ["Koperdraad"]
        try await desk.registers.save(form, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        record = try await desk.registers.open(id, of: RegisterDesk.streams, in: desk.programme, as: GroeneHart.alphen)
        #expect(record.item.values["soort"] == "metaal")
        #expect(record.item.values["hoeveel"] == "12.5")
        #expect(record.item.state == "gemeld")
        // And it can be taken to a state that there is.
        try await desk.registers.move(
            id,
            to: "onderzocht",
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
    }
}
