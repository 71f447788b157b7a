import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Who decides what: bodies and their members, meetings, decisions and what somebody does afterwards.
package struct Governances: Sendable {
    let database: any SQLDatabase
    let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// - Throws: `ProgrammeProblem.notFound` for a programme without an action plan.
    package func state(of programme: Programme, as principal: Principal) async throws -> GovernanceState {
        try principal.require(.readActions, in: programme.id)
        guard let plan = programme.actionPlan else { throw ProgrammeProblem.notFound }
        let today = world.today
        return try await database.read { db in
            let store = db.governance(in: programme.id)
            return GovernanceState(
                plan: plan,
                today: today,
                members: try store.members(),
                meetings: try store.meetings(),
                decisions: try store.decisions(),
                points: try store.points()
            )
        }
    }

    /// A meeting with its agenda, and what came of it.
    package func open(_ id: Meeting.ID, in programme: Programme, as principal: Principal) async throws -> Meeting {
        try principal.require(.readActions, in: programme.id)
        return try await database.read { db in
            let store = db.governance(in: programme.id)
            guard var meeting = try store.find(id) else { throw GovernanceProblem.meetingNotFound }
            let papers = Dictionary(grouping: try db.agendaPapers(in: programme.id).papers(of: id), by: \.item)
            meeting.agenda = try store.agenda(of: id).map { item in
                var item = item
                item.papers = papers[item.id] ?? []
                return item
            }
            meeting.decisions = try store.decisions().filter { $0.meeting == id }.reversed()
            meeting.points = try store.points().filter { $0.meeting == id }
            return meeting
        }
    }

    /// Only who leads the programme, for decisions are of a body and not of a line.
    func requireSecretary(_ programme: Programme, _ principal: Principal) throws -> ActionPlan {
        try principal.require(.updateActions, in: programme.id)
        guard let plan = programme.actionPlan else { throw ProgrammeProblem.notFound }
        guard principal.mayUpdateAll(in: programme.id) else { throw GovernanceProblem.notSecretary }
        return plan
    }

    func audit(
        _ db: any SQLConnection,
        _ action: String,
        _ subject: String,
        _ programme: Programme,
        _ principal: Principal
    ) throws {
        try db.audit.append(
            .updateActions,
            action,
            of: subject,
            in: programme.id,
            by: principal,
            at: world.now()
        )
    }

    /// Plans a meeting, or moves it. The same form twice counts once.
    ///
    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    @discardableResult
    package func plan(
        _ form: MeetingForm,
        in programme: Programme,
        as principal: Principal
    ) async throws -> Meeting.ID {
        let plan = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let body = plan.bodies.first { $0.code.description == form.body }?.code
        if body == nil { reading.note(.body, .missing) }
        let day = reading.day(form.day, .day)
        let place = reading.line(form.place, .place, limit: 150, isNeeded: false)
        try reading.finish()
        guard let body, let day else { throw InvalidGovernance(issues: reading.issues) }
        let id = Meeting.ID(form.id) ?? world.id()
        try await database.write { db in
            let store = db.governance(in: programme.id)
            let earlier = try store.find(id)
            if let earlier, earlier.body == body, earlier.day == day, earlier.place == place { return }
            let meeting = Meeting(id: id, body: body, day: day, place: place, version: (earlier?.version ?? 0) + 1)
            guard try store.put(meeting) else { throw GovernanceProblem.meetingNotFound }
            try audit(db, earlier == nil ? "meeting.planned" : "meeting.changed", "meeting \(id)", programme, principal)
        }
        return id
    }

    /// Writes down what was decided. The same form twice counts once; a decision that another one takes the place of stays.
    ///
    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    package func decide(
        _ form: DecisionForm,
        in meeting: Meeting.ID,
        of programme: Programme,
        as principal: Principal
    ) async throws {
        let plan = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let words = reading.text(form.words, .words, limit: 2000)
        let informed = reading.line(form.informed, .informed, limit: 300, isNeeded: false)
        let lines = plan.lines.filter { form.lines.contains($0.code.description) }
        let result = lines.flatMap(\.results).first { $0.code.description == form.result }?.code
        let payer = OrganisationCode(form.payer).flatMap(plan.organisation)?.code
        let read = reading
        let id = Decision.ID(form.id) ?? world.id()
        let now = world.now()
        try await database.write { db in
            var reading = read
            let store = db.governance(in: programme.id)
            guard let held = try store.find(meeting) else { throw GovernanceProblem.meetingNotFound }
            let earlier = try store.decisions()
            if earlier.contains(where: { $0.id == id }) { return }
            var superseded: Decision?
            if let number = form.supersedes.nonEmpty {
                superseded = earlier.first { "\($0.number)" == number }
                if superseded == nil { reading.note(.supersedes, .notANumber) }
                if let superseded, earlier.contains(where: { $0.supersedes == superseded.id }) {
                    reading.note(.supersedes, .supersededAlready)
                }
            }
            try reading.finish()
            let decision = Decision(
                id: id,
                number: try store.nextDecision(),
                meeting: meeting,
                body: held.body,
                decidedOn: held.day,
                words: words,
                lines: lines.map(\.code),
                result: result,
                payer: payer,
                informed: informed,
                supersedes: superseded?.id,
                recordedAt: now,
                name: principal.name
            )
            guard try store.insert(decision, by: principal) else { return }
            try audit(db, "meeting.decided", "decision \(decision.number)", programme, principal)
        }
    }

    /// Agrees that somebody does something. The same form twice counts once.
    ///
    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    package func agree(
        _ form: ActionPointForm,
        in meeting: Meeting.ID,
        of programme: Programme,
        as principal: Principal
    ) async throws {
        let plan = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let words = reading.text(form.words, .words, limit: 1000)
        let owner = reading.line(form.owner, .owner, limit: 150)
        let due = reading.day(form.due, .due)
        try reading.finish()
        guard let due else { throw InvalidGovernance(issues: reading.issues) }
        let id = ActionPoint.ID(form.id) ?? world.id()
        let line = ActionLine.ID(form.line).flatMap(plan.line)?.code
        try await database.write { db in
            let store = db.governance(in: programme.id)
            guard try store.find(meeting) != nil else { throw GovernanceProblem.meetingNotFound }
            let point = ActionPoint(
                id: id,
                number: try store.nextPoint(),
                meeting: meeting,
                words: words,
                owner: owner,
                due: due,
                line: line,
                closedOn: nil,
                outcome: ""
            )
            guard try store.insert(point) else { return }
            try audit(db, "meeting.point-agreed", "action point \(point.number)", programme, principal)
        }
    }

    /// Says that something was done, and what came of it. The same twice counts once.
    ///
    /// - Throws: ``InvalidGovernance``, ``GovernanceProblem``.
    package func close(
        _ id: ActionPoint.ID,
        outcome: String,
        in programme: Programme,
        as principal: Principal
    ) async throws {
        _ = try requireSecretary(programme, principal)
        var reading = GovernanceReading()
        let words = reading.line(outcome, .outcome, limit: 300)
        try reading.finish()
        let today = world.today
        try await database.write { db in
            let store = db.governance(in: programme.id)
            guard let point = try store.points().first(where: { $0.id == id }) else {
                throw GovernanceProblem.pointNotFound
            }
            if point.closedOn != nil {
                if point.outcome == words { return }
                throw GovernanceProblem.closedAlready
            }
            try store.close(id, on: today, outcome: words)
            try audit(db, "meeting.point-closed", "action point \(point.number)", programme, principal)
        }
    }
}
