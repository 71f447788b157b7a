import ActionLines
import Fieldwork
import Foundation
import Kernel
import Registers
import Sharing
import TestSupport

@testable import Programmes

/// Two programmes in one place: one that visits companies, and an action plan.
struct SharingDesk {
    let visits: Visits
    let sharings: Sharings
    let registers: Registers
    let lines: ActionLines
    let metal: Programme
    let plan: Programme

    static let why = Text(nl: "Omdat het kan", en: "Because it can")

    init(_ kind: TestDatabase, _ change: (inout Programme, inout Programme) -> Void = { _, _ in }) async throws {
        var metal = Programme.sample
        var plan = try GroeneHart.programme()
        metal.sharing = SharingPlan(
            offers: ["bedrijfsbezoeken", "metaal-sessies", "metaalbedrijven"].map { code in
                let kinds: [String: ShareKind] = ["bedrijfsbezoeken": .visits, "metaal-sessies": .sessions]
                return ShareOffer(
                    code: ShareCode(code)!,
                    to: GroeneHart.id,
                    kind: kinds[code] ?? .companies,
                    register: nil,
                    why: Self.why
                )
            },
            uses: [
                ShareUse(
                    code: "streekbijeenkomsten",
                    from: GroeneHart.id,
                    kind: .sessions,
                    place: .target("sessies"),
                    why: Self.why
                )
            ]
        )
        change(&metal, &plan)
        self.metal = metal
        self.plan = plan
        visits = try await Visits(on: kind, programme: metal)
        try await visits.programmes.publish(plan, as: GroeneHart.administrator)
        let (database, world, programmes) = (visits.database, visits.world, visits.programmes)
        sharings = Sharings(database: database, world: world, programmes: programmes)
        registers = Registers(
            database: database,
            world: world,
            companies: SharedCompanies(database: database, world: world, programmes: programmes)
        )
        lines = ActionLines(database: database, world: world, programmes: programmes, registers: registers)
    }

    enum Side { case metal, plan }

    func say(
        _ isAgreed: Bool,
        _ side: Side,
        about code: ShareCode = "bedrijfsbezoeken",
        why: String = "",
        id: String = ""
    ) async throws {
        var form = ShareForm()
        (form.isAgreed, form.why, form.id) = (isAgreed, why, id)
        switch side {
        case .metal: try await sharings.say(form, about: code, in: metal, as: .projectLeader)
        case .plan: try await sharings.say(form, about: code, in: plan, as: GroeneHart.leader)
        }
    }

    func agree(_ code: ShareCode) async throws {
        try await say(true, .metal, about: code)
        try await say(true, .plan, about: code)
    }

    func move(to day: String) { visits.move(to: Day(day)!) }

    /// What counts for a line, by where it comes from.
    func counts(for line: ActionLine.ID, on day: String? = nil) async throws -> [Int] {
        let state = try await lines.state(of: plan.id, asOf: day.flatMap { Day($0) }, as: GroeneHart.manager)
        return state.line(line)!.shared.map(\.count)
    }

    /// A need that was heard at a company.
    func need(
        _ name: String,
        _ number: String = "",
        id: RegisterItem.ID? = nil,
        basis: Int = 0
    ) async throws -> RegisterItem.ID {
        var form = RegisterItemForm()
        form.id = id?.description ?? UUID().uuidString
        form.revision = UUID().uuidString
        form.basis = basis
        form.values = [
            "behoefte": ["Geld voor een machine"], "soort": ["geld"], "bedrijf": [name, number],
            "gehoord": [visits.world.today.description],
        ]
        return try await registers.save(form, of: "behoeften", in: plan, as: GroeneHart.alphen)
    }

    /// The company at an item, as who keeps the register sees it.
    func company(at id: RegisterItem.ID, as principal: Principal = GroeneHart.alphen) async throws -> RegisterValue? {
        let record = try await registers.open(id, of: "behoeften", in: plan, as: principal)
        return record.item.value(record.register.field("bedrijf")!)
    }
}
