import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

extension Governances {
    /// How many months who left a body is kept.
    private static let memory = 12

    /// Somebody takes a seat, or gives it up. Who left is forgotten after a year.
    ///
    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    package func appoint(_ form: BodyMemberForm, in programme: Programme, as principal: Principal) async throws {
        let plan = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let body = plan.bodies.first { $0.code.description == form.body }?.code
        if body == nil { reading.note(.body, .missing) }
        let name = reading.line(form.name, .name, limit: 100)
        let since = reading.day(form.since, .since)
        let until = reading.day(form.until, .until, isNeeded: false)
        if let since, let until, until < since { reading.note(.until, .endsBeforeItStarts) }
        try reading.finish()
        guard let body, let since else { throw InvalidGovernance(issues: reading.issues) }
        let member = BodyMember(
            id: BodyMember.ID(form.id) ?? world.id(),
            body: body,
            name: name,
            organisation: OrganisationCode(form.organisation).flatMap(plan.organisation)?.code,
            since: since,
            until: until
        )
        try await database.write { db in
            let store = db.governance(in: programme.id)
            if try store.members().contains(member) { return }
            guard try store.put(member) else { throw GovernanceProblem.memberNotFound }
            try audit(db, "meeting.member-appointed", "body \(body)", programme, principal)
        }
    }

    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    package func end(
        _ id: BodyMember.ID,
        on day: String,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        _ = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let until = reading.day(day, .until)
        try reading.finish()
        try await database.write { db in
            let store = db.governance(in: programme.id)
            guard let member = try store.members().first(where: { $0.id == id }) else {
                throw GovernanceProblem.memberNotFound
            }
            guard let until, until >= member.since else {
                throw InvalidGovernance(issues: [.init(at: .until, fault: .endsBeforeItStarts)])
            }
            if member.until == until { return }
            var ended = member
            ended.until = until
            guard try store.put(ended) else { throw GovernanceProblem.memberNotFound }
            try audit(db, "meeting.member-left", "body \(member.body)", programme, principal)
        }
    }

    /// Forgets who left a body more than a year ago; how many there were.
    @discardableResult
    package func forgetMembers() async throws -> Int {
        let day = world.today.adding(months: -Self.memory)
        return try await database.write { db in try GovernanceStore.forgetMembers(before: day, in: db) }
    }
}
