import Audit
package import Foundation
package import Kernel
package import Programmes
import Registers
package import Storage

/// What programmes share with each other: declared by both, agreed by both, and ended by either.
package struct Sharings: Sendable {
    let database: any SQLDatabase
    let world: World
    let programmes: Programmes
    let registers: Registers
    let agreements: ShareAgreements

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
        registers = Registers(database: database, world: world)
        agreements = ShareAgreements(database: database, programmes: programmes)
    }

    /// Everything that a programme gives or uses, with what crosses at present. Everybody in it may see that.
    package func overview(of programme: Programme, as principal: Principal) async throws -> [ShareState] {
        try principal.require(.readProgramme, in: programme.id)
        let now = world.now()
        var states: [ShareState] = []
        for agreement in try await agreements.all(of: programme) {
            states.append(
                ShareState(
                    agreement: agreement,
                    programme: programme.id,
                    asOf: now,
                    crossing: try await crossing(agreement, at: now)
                )
            )
        }
        return states
    }

    /// Says yes or no for a programme. The same form twice counts once, and so does what was said already.
    ///
    /// - Throws: ``InvalidShare``, ``ShareProblem``.
    package func say(
        _ form: ShareForm,
        about code: ShareCode,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        try principal.require(.agreeSharing, in: programme.id)
        guard let agreement = try await agreements.all(of: programme).first(where: { $0.key.code == code }) else {
            throw ShareProblem.notFound
        }
        if form.isAgreed, !agreement.isDeclared { throw ShareProblem.notDeclared }
        let why = try Self.reason(form)
        let word = ShareWord(
            id: ShareWord.ID(form.id) ?? world.id(),
            programme: programme.id,
            isAgreed: form.isAgreed,
            why: why,
            recordedAt: world.now(),
            name: principal.name
        )
        try await database.write { db in
            let last = try db.shares.words()[agreement.key]?.last { $0.programme == programme.id }
            guard last?.isAgreed ?? false != word.isAgreed else { return }
            guard try db.shares.insert(word, about: agreement.key, by: principal) else { return }
            try db.audit.append(
                .agreeSharing,
                word.isAgreed ? "sharing.agreed" : "sharing.ended",
                of: "sharing \(agreement.key.code) \(agreement.key.giver) \(agreement.key.user)",
                in: programme.id,
                by: principal,
                at: word.recordedAt
            )
        }
    }

    private static func reason(_ form: ShareForm) throws(InvalidShare) -> String {
        let why = TypedText(line: form.why, limit: 300, isNeeded: !form.isAgreed)
        switch why.fault {
        case .missing: throw InvalidShare(issues: [.reasonMissing])
        case .tooLong(let limit): throw InvalidShare(issues: [.reasonTooLong(limit)])
        case nil: return why.value
        }
    }
}

/// How an agreement stands, seen from one of the two.
package struct ShareState: Sendable {
    package let agreement: ShareAgreement
    /// From whose side it is seen.
    package let programme: ProgrammeID
    package let asOf: Date
    /// How many visits, sessions or companies the other one has of it; `nil` while it is not in force.
    package let crossing: Int?

    package enum Standing: Equatable, Sendable {
        case inForce(since: Date)
        /// This programme has not said yes.
        case waitsForUs
        case waitsForThem
        /// The packs do not say the same.
        case undeclared
    }

    package var standing: Standing {
        guard agreement.isDeclared else { return .undeclared }
        if let since = agreement.since(at: asOf) { return .inForce(since: since) }
        return agreement.hasAgreed(programme, at: asOf) ? .waitsForThem : .waitsForUs
    }

    package var isGiver: Bool { agreement.key.giver == programme }
    package var hasAgreed: Bool { agreement.hasAgreed(programme, at: asOf) }
    package var other: ProgrammeID { agreement.other(than: programme) }
}
