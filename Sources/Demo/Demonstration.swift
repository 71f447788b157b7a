import Fieldwork
import Finance
package import Kernel
package import Programmes
import Referrals
package import Storage

/// A programme in full swing with companies and people that do not exist (*demonstratie*), told through the same use
/// cases that people use, so that nothing in it could not have happened. The same seed and day give the same story.
package struct Demonstration: Sendable {
    package let programme: Programme
    package let today: Day
    private let seed: UInt64
    /// How many quarters lie between two publications of figures.
    private let quartersBetweenFigures: Int
    private let database: any SQLDatabase

    package init(
        of programme: Programme,
        today: Day,
        seed: UInt64 = 2026,
        quartersBetweenFigures: Int = 3,
        in database: any SQLDatabase
    ) {
        self.programme = programme
        self.today = today
        self.seed = seed
        self.quartersBetweenFigures = max(1, quartersBetweenFigures)
        self.database = database
    }

    /// Tells the story from the first quarter until today; `progress` hears of each step, with how far it is (0 to 1).
    package func tell(progress: @escaping @Sendable (String, Double) -> Void) async throws {
        let clock = StoryClock(seed: seed)
        let story = Story(demonstration: self, clock: clock, database: database, seed: seed)
        clock.move(to: programme.firstQuarter.firstDay, hour: 9)
        progress("people", 0)
        try await story.appointPeople()
        try await story.registerCompanies { progress("companies", $0) }
        try await story.holdConversations { progress("conversations", $0) }
        try await story.tellSupport()
        progress("sessions", 0)
        try await story.holdSessions()
        try await story.account()
        try await story.publishFigures(every: quartersBetweenFigures) { progress("figures", $0) }
        try await story.drawCompanies()
        try await story.planConversations()
        try await MoneyDemonstration(
            .metal,
            of: programme,
            today: today,
            finances: Finances(database: database, world: clock.world),
            clock: clock
        ).tell(leader: story.people.projectLeader, contacts: story.people.contacts)
        progress("done", 1)
    }
}
