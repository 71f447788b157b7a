import Audit
package import Foundation
package import Kernel
package import Storage

/// Everything the rest of the program can ask about the agenda.
package struct Agendas: Sendable {
    private let database: any SQLDatabase
    private let world: World

    package init(database: any SQLDatabase, world: World) {
        self.database = database
        self.world = world
    }

    /// Six weeks from the Monday of `day` on, of everybody or of one, with days that are proposed for companies that
    /// wait for an appointment.
    package func agenda(
        around day: Day,
        of interviewer: AccountID?,
        people: [Interviewer],
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Agenda {
        try principal.require(.readConversations, in: programme)
        let first = day.adding(days: 1 - day.weekday)
        let last = first.adding(days: 41)
        // Time enough to be invited and to answer.
        let soonest = world.today.adding(days: 7)
        return try await database.read { db in
            let all = try db.conversations(in: programme).agenda(first...last).filter {
                $0.conversation.state != .cancelled
            }
            // Who holds conversations in these weeks; anybody who may, when nobody does yet.
            let active = people.filter { person in
                all.contains { $0.conversation.plan.interviewer.account == person.account }
            }
            let planner = DayPlanner(
                appointments: all.filter { $0.conversation.state == .planned },
                interviewers: (active.isEmpty || interviewer != nil ? people : active)
                    .filter { interviewer == nil || $0.account == interviewer },
                first: max(first, soonest),
                last: last
            )
            return Agenda(
                appointments: all.filter {
                    interviewer == nil || $0.conversation.plan.interviewer.account == interviewer
                },
                proposals: planner.proposals(for: try db.waiting(in: programme)),
                interviewers: people,
                first: first,
                last: last
            )
        }
    }

    // MARK: In one's own calendar

    /// A new secret for one's own feed; the one before stops working.
    package func makeFeed(in programme: ProgrammeID, as principal: Principal) async throws -> LinkToken {
        try principal.require(.readConversations, in: programme)
        guard let account = principal.account else { throw AccessProblem.forbidden(.readConversations) }
        let token = LinkToken(bytes: world.randomBytes(LinkToken.byteCount))
        let now = world.now()
        try await database.write { db in
            try db.agenda(of: programme).setFeed(token, of: account, at: now)
            try db.audit.append(
                .readConversations,
                "agenda.feed-made",
                of: "account \(account)",
                in: programme,
                by: principal,
                at: now
            )
        }
        return token
    }

    package func removeFeed(in programme: ProgrammeID, as principal: Principal) async throws {
        try principal.require(.readConversations, in: programme)
        guard let account = principal.account else { return }
        let now = world.now()
        try await database.write { db in
            guard try db.agenda(of: programme).feedMadeAt(of: account) != nil else { return }
            try db.agenda(of: programme).removeFeed(of: account)
            try db.audit.append(
                .readConversations,
                "agenda.feed-removed",
                of: "account \(account)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }

    /// Since when there is a feed of one's own.
    package func feedMadeAt(in programme: ProgrammeID, as principal: Principal) async throws -> Date? {
        try principal.require(.readConversations, in: programme)
        guard let account = principal.account else { return nil }
        return try await database.read { db in try db.agenda(of: programme).feedMadeAt(of: account) }
    }

    /// Whose feed a token opens; `nil` for one that opens none.
    package func owner(of token: LinkToken) async throws -> (account: AccountID, programme: ProgrammeID)? {
        try await database.read { db in try db.feed(openedBy: token) }
    }

    /// One's own conversations from a month ago on, as a calendar has them: without anything that was said.
    package func events(in programme: ProgrammeID, as principal: Principal) async throws -> [CalendarEvent] {
        try principal.require(.readConversations, in: programme)
        let (today, account) = (world.today, principal.account)
        let entries = try await database.read { db in
            try db.conversations(in: programme)
                .agenda(today.adding(days: -31)...today.adding(days: 400), of: account)
        }
        return entries.map { entry in
            entry.conversation.calendarEvent(
                title: Text(same: entry.companyName),
                place: [entry.street, entry.city].compactMap(\.self).joined(separator: ", "),
                at: entry.conversation.since
            )
        }
    }
}

extension ConversationStore {
    /// By day and time, also what was called off.
    fileprivate func agenda(_ days: ClosedRange<Day>, of interviewer: AccountID? = nil) throws -> [ConversationLine] {
        try lines(ConversationFilter(days: days, interviewer: interviewer, limit: 10_000)).sorted {
            let (left, right) = ($0.conversation, $1.conversation)
            return (left.day, left.plan.time?.description ?? "~", $0.companyName)
                < (right.day, right.plan.time?.description ?? "~", $1.companyName)
        }
    }
}

extension SQLConnection {
    /// Companies in running rounds that have no appointment yet.
    fileprivate func waiting(in programme: ProgrammeID) throws -> [DayPlanner.Waiting] {
        let contacts = try population(of: programme).contacts()
        let found = try selections(in: programme).all().filter(\.isRunning).flatMap { round in
            let board = try SelectionBoard(round, contacts, self, programme, onlyDrawn: true)
            let others = try population(of: programme).traits(of: board.chosen.filter { board.traits($0) == nil })
            return board.chosen.filter { [.chosen, .invited].contains(board.state($0)) }.compactMap { company in
                (board.traits(company) ?? others[company]).map { (round.id, company, $0.area) }
            }
        }
        let names = try population(of: programme).names(found.map(\.1))
        let postcodes = try agenda(of: programme).postcodes(of: found.map(\.1))
        return found.map { round, company, area in
            DayPlanner.Waiting(
                round: round,
                company: company,
                name: names[company]?.name ?? "",
                area: area,
                postcode: postcodes[company]
            )
        }
    }
}
