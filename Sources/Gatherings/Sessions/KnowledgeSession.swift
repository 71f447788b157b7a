package import Fieldwork
package import Foundation
package import Kernel
package import Programmes

/// A meeting at which companies tell each other what works (*kennissessie*). How it stands is what was recorded last.
package struct KnowledgeSession: Equatable, Sendable {
    package typealias ID = Kernel.ID<KnowledgeSession>

    /// How it stands (*stand*).
    package enum State: String, Sendable, CaseIterable {
        /// Only the programme sees it.
        case draft
        /// People can sign up.
        case open
        case cancelled
        /// It took place, and what came of it was written down.
        case held
    }

    package let id: ID
    package let programme: ProgrammeID
    package let plan: SessionPlan
    package let state: State
    /// Goes up with every change.
    package let version: Int
    package let changedAt: Date
    /// What came of it, or why it was cancelled.
    package let results: String?

    package init(
        id: ID,
        programme: ProgrammeID,
        plan: SessionPlan,
        state: State,
        version: Int,
        changedAt: Date,
        results: String? = nil
    ) {
        self.id = id
        self.programme = programme
        self.plan = plan
        self.state = state
        self.version = version
        self.changedAt = changedAt
        self.results = results
    }

    /// People can sign up or leave until the day is over.
    package func takesAnswers(on today: Day) -> Bool { state == .open && plan.day >= today }

    /// The same after a change, one version on.
    func changed(
        _ state: State? = nil,
        plan: SessionPlan? = nil,
        results: String? = nil,
        at moment: Date
    ) -> KnowledgeSession {
        KnowledgeSession(
            id: id,
            programme: programme,
            plan: plan ?? self.plan,
            state: state ?? self.state,
            version: version + 1,
            changedAt: moment,
            results: results ?? self.results
        )
    }

    /// As it stands in an agenda.
    package func calendarEvent(at moment: Date) -> CalendarEvent {
        CalendarEvent(
            id: "\(id)@karavaan",
            title: plan.title,
            place: [plan.venue, plan.street].filter { !$0.isEmpty }.joined(separator: ", "),
            note: plan.summary,
            day: plan.day,
            startMinute: plan.start.hour * 60 + plan.start.minute,
            minutes: plan.minutes,
            sequence: version,
            changedAt: moment,
            isCancelled: state == .cancelled
        )
    }
}

/// What a session is about, when, where and for how many.
package struct SessionPlan: Equatable, Sendable {
    package let title: String
    package let summary: String
    package let theme: Theme.ID?
    package let day: Day
    package let start: ClockTime
    package let minutes: Int
    package let venue: String
    /// Street and place, for who has to find it.
    package let street: String
    package let municipality: AreaCode
    /// Who receives the guests: a company, a school, a municipality.
    package let host: String
    package let capacity: Int
    /// The programme of the session, a line for each part.
    package let agenda: String
    /// Anybody may see it and ask for a link.
    package let isPublic: Bool

    package init(
        title: String,
        summary: String,
        theme: Theme.ID?,
        day: Day,
        start: ClockTime,
        minutes: Int,
        venue: String,
        street: String,
        municipality: AreaCode,
        host: String,
        capacity: Int,
        agenda: String,
        isPublic: Bool
    ) {
        self.title = title
        self.summary = summary
        self.theme = theme
        self.day = day
        self.start = start
        self.minutes = minutes
        self.venue = venue
        self.street = street
        self.municipality = municipality
        self.host = host
        self.capacity = capacity
        self.agenda = agenda
        self.isPublic = isPublic
    }

    /// Who planned to come has to know.
    func movesGuests(from old: SessionPlan) -> Bool {
        (day, start, venue, street) != (old.day, old.start, old.venue, old.street)
    }

    /// When it is over.
    package var end: ClockTime {
        let minute = (start.hour * 60 + start.minute + minutes) % 1440
        return ClockTime(minuteOfDay: minute)
    }
}
