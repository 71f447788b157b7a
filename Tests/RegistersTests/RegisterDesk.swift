import Foundation
import Kernel
import Programmes
import Registers
import Storage
import TestSupport

/// A programme with registers, on a day that moves.
struct RegisterDesk {
    let database: any SQLDatabase
    let registers: Registers
    var programme: Programme
    private let day: MovingDay

    static let streams: Register.ID = "reststromen"
    static let demand: Register.ID = "vraag-reststromen"
    static let centres: Register.ID = "ambachtscentra"

    init(_ kind: TestDatabase, companies: any CompanyDirectory = NoSharedCompanies()) async throws {
        let day = MovingDay("2026-03-02")
        self.day = day
        database = try await kind.make()
        programme = try GroeneHart.programme()
        registers = Registers(database: database, world: day.world, companies: companies)
    }

    var world: World { day.world }
    func move(to next: String) { day.move(to: next) }

    /// Parts by field, with the parts of one after another.
    static func form(_ values: [String: [String]], id: Int? = nil, sending: Int? = nil) -> RegisterItemForm {
        var form = RegisterItemForm()
        form.values = values
        form.id = id.map(uuid) ?? ""
        form.revision = sending.map { uuid($0 + 500) } ?? ""
        return form
    }

    static func uuid(_ number: Int) -> String { String(format: "00000000-0000-7000-a000-%012d", number) }

    /// A residual stream.
    @discardableResult
    func stream(
        _ name: String,
        kind: String = "metaal",
        tonnes: String = "12,5",
        company: String = "",
        as principal: Principal = GroeneHart.alphen
    ) async throws -> RegisterItem.ID {
        try await registers.save(
            Self.form(["naam": [name], "soort": [kind], "hoeveel": [tonnes], "bedrijf": [company, ""]]),
            of: Self.streams,
            in: programme,
            as: principal
        )
    }

    func found(_ change: (inout RegisterQuery) -> Void = { _ in }, as principal: Principal = GroeneHart.alphen)
        async throws -> [String]
    {
        var query = RegisterQuery()
        change(&query)
        return try await registers.list(query, of: Self.streams, in: programme, as: principal).items.map(\.title)
    }

    /// All that fit, as a file gets them.
    func all(_ query: RegisterQuery = RegisterQuery(), as principal: Principal = GroeneHart.alphen) async throws
        -> [RegisterItem]
    {
        var items: [RegisterItem] = []
        try await registers.each(query, of: Self.streams, in: programme, as: principal) { items += $0 }
        return items
    }
}
