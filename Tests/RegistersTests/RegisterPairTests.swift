import ActionLines
import Foundation
import Kernel
import Programmes
import Registers
import TestSupport
import Testing

@Suite struct RegisterPairTests {
    private static let pairing: RegisterPairing.ID = "reststromen"

    private func ask(
        _ what: String,
        kind: String,
        tonnes: String,
        _ desk: RegisterDesk
    ) async throws -> RegisterItem.ID {
        let id = try await desk.registers.save(
            RegisterDesk.form(["waarvoor": [what], "soort": [kind], "hoeveel": [tonnes], "bedrijf": ["Vrager BV", ""]]),
            of: RegisterDesk.demand,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        try await desk.registers.move(
            id,
            to: "open",
            of: RegisterDesk.demand,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        return id
    }

    private func offer(_ what: String, kind: String, tonnes: String, _ desk: RegisterDesk) async throws
        -> RegisterItem.ID
    {
        let id = try await desk.stream(what, kind: kind, tonnes: tonnes, company: "Aanbieder BV")
        try await desk.registers.move(
            id,
            to: "onderzocht",
            of: RegisterDesk.streams,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        return id
    }

    private func pairs(_ desk: RegisterDesk, as principal: Principal = GroeneHart.alphen) async throws -> [RegisterPair]
    {
        try await desk.registers.pairs(of: Self.pairing, in: desk.programme, as: principal)
    }

    @Test(arguments: TestDatabase.available)
    func `what is asked is paired with who offers it, so that all together get the most`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        // Both fit the large offer; only the small demand fits the small one as well.
        _ = try await offer("Grote partij", kind: "metaal", tonnes: "100", desk)
        _ = try await offer("Kleine partij", kind: "metaal", tonnes: "5", desk)
        _ = try await offer("Planken", kind: "hout", tonnes: "100", desk)
        _ = try await ask("Kleine oven", kind: "metaal", tonnes: "5", desk)
        _ = try await ask("Grote oven", kind: "metaal", tonnes: "80", desk)
        try await desk.stream("Nog niet onderzocht", tonnes: "500")
        let found = try await pairs(desk)
        #expect(
            Set(found.map { "\($0.asks.title) ↔ \($0.offers.title)" })
                == ["Kleine oven ↔ Kleine partij", "Grote oven ↔ Grote partij"]
        )
        #expect(found.allSatisfy { $0.rules.map(\.because.nl) == ["hetzelfde materiaal", "er is genoeg"] })
        #expect(found.allSatisfy { $0.score == 70 && $0.decision == nil })
    }

    @Test(arguments: TestDatabase.available)
    func `names are there once both sides have said yes, for who keeps both registers`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let offers = try await offer("Partij", kind: "metaal", tonnes: "100", desk)
        let asks = try await ask("Oven", kind: "metaal", tonnes: "5", desk)
        func decide(_ answer: RegisterPairDecision.Answer, as principal: Principal = GroeneHart.alphen) async throws {
            try await desk.registers.decide(
                answer,
                on: asks,
                offers,
                of: Self.pairing,
                in: desk.programme,
                as: principal
            )
        }
        func names(_ principal: Principal) async throws -> [String?] {
            let pair = try #require(await pairs(desk, as: principal).first)
            return [pair.asks.values["bedrijf"], pair.offers.values["bedrijf"]]
        }
        await #expect(throws: RegisterProblem.notKeeper) { try await decide(.asked, as: GroeneHart.woerden) }
        for answer: RegisterPairDecision.Answer in [.asked, .asked, .offersAgreed] {
            try await decide(answer)
            #expect(try await names(GroeneHart.alphen) == [nil, nil])
        }
        try await decide(.asksAgreed)
        #expect(try await pairs(desk).first?.decision?.answer == .bothAgreed)
        #expect(try await names(GroeneHart.alphen) == ["Vrager BV\n", "Aanbieder BV\n"])
        #expect(try await names(GroeneHart.manager) == [nil, nil])
    }

    @Test(arguments: TestDatabase.available)
    func `a pair that does not fit is not proposed again, and each side may get another`(
        kind: TestDatabase
    ) async throws {
        let desk = try await RegisterDesk(kind)
        let offers = try await offer("Partij", kind: "metaal", tonnes: "100", desk)
        let asks = try await ask("Oven", kind: "metaal", tonnes: "5", desk)
        try await desk.registers.decide(
            .refused,
            on: asks,
            offers,
            of: Self.pairing,
            in: desk.programme,
            as: GroeneHart.alphen
        )
        #expect(try await pairs(desk).map(\.decision?.answer) == [.refused])
        _ = try await offer("Andere partij", kind: "metaal", tonnes: "6", desk)
        #expect(try await pairs(desk).map(\.offers.title) == ["Partij", "Andere partij"])
    }

    @Test(arguments: TestDatabase.available)
    func `what a register counts is the result of its line, on any day`(kind: TestDatabase) async throws {
        let desk = try await RegisterDesk(kind)
        let programmes = Programmes(database: desk.database, world: desk.world)
        try await programmes.publish(desk.programme, as: GroeneHart.administrator)
        let lines = ActionLines(
            database: desk.database,
            world: desk.world,
            programmes: programmes,
            registers: desk.registers
        )
        for (name, area) in [("De Werf", "GM0513"), ("De Loods", "GM0513"), ("De Schuur", "GM0484")] {
            let id = try await desk.registers.save(
                RegisterDesk.form(["naam": [name], "gemeente": [area]]),
                of: RegisterDesk.centres,
                in: desk.programme,
                as: GroeneHart.woerden
            )
            for state: Register.State.ID in ["open", "loopt-goed"] {
                try await desk.registers.move(
                    id,
                    to: state,
                    of: RegisterDesk.centres,
                    in: desk.programme,
                    as: GroeneHart.woerden
                )
            }
            desk.move(to: name == "De Werf" ? "2026-04-01" : "2026-05-01")
        }
        func reached(_ day: String?) async throws -> Int? {
            try await lines.state(of: GroeneHart.id, asOf: day.flatMap { Day($0) }, as: GroeneHart.manager)
                .line("3.2")?.reached("3.2-C")
        }
        // Municipalities, not centres.
        #expect(try await reached("2026-03-31") == 1)
        #expect(try await reached("2026-04-30") == 1)
        #expect(try await reached(nil) == 2)
        // What is counted is not told.
        var update = LineUpdateForm()
        (update.status, update.why, update.results) = ("on-course", "Het gaat goed", ["3.2-A": "1", "3.2-C": "9"])
        try await lines.record(update, about: "3.2", in: GroeneHart.id, as: GroeneHart.woerden)
        let line = try await lines.state(of: GroeneHart.id, as: GroeneHart.manager).line("3.2")
        #expect(line?.reached("3.2-A") == 1)
        #expect(line?.reached("3.2-C") == 2)
    }
}
