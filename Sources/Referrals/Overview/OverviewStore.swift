import Audit
import Fieldwork
import Gatherings
import Kernel
import Mail
import Programmes
import Storage

/// The SQL behind the overview: what stood in the books at the end of a day.
struct OverviewStore {
    let db: any SQLConnection
    let programme: Programme
    let asOf: Day

    func facts() throws -> OverviewFacts {
        OverviewFacts(
            talks: try talks(),
            links: try links(),
            sessions: try db.sessionsHeld(in: programme.id).filter { $0.countsFrom <= asOf }.map(\.municipality),
            followUps: try db.followUps(in: programme, asOf: asOf).all(),
            wishes: try db.wishesForAnotherMoment(in: programme.id, before: asOf.end),
            troubledLetters: try db.mail.troubled(
                in: programme.id,
                from: asOf.adding(days: -Attention.daysOfLetters).end,
                to: asOf.end
            )
        )
    }

    /// First conversations; a company that is measured again does not count twice.
    private func talks() throws -> [OverviewFacts.Talk] {
        try db.run(
            """
            SELECT c.id, o.name, o.municipality, e.state, coalesce(e.held_on, e.planned_on)
            FROM conversation c
            JOIN conversation_event e ON e.conversation = c.id
                AND e.number = (SELECT MAX(number) FROM conversation_event
                    WHERE conversation = c.id AND happened_at < \(asOf.end))
            JOIN company o ON o.id = c.company
            WHERE c.programme = \(programme.id) AND c.measurement = 'start'
                AND e.state IN ('underway', 'paused', 'finished', 'correcting')
            """
        ).map { row in
            OverviewFacts.Talk(
                id: try row.get(0),
                companyName: try row.get(1),
                municipality: try row.find(2),
                state: try state(row, 3),
                day: try row.get(4)
            )
        }
    }

    private func links() throws -> [OverviewFacts.Link] {
        try db.run(
            """
            SELECT r.id, r.company_id, o.name, r.initiative, e.step, e.happened_on,
                EXISTS (SELECT 1 FROM referral_event WHERE referral_id = r.id AND number <= e.number
                    AND step IN \(SQL.list(ReferralStep.allCases.filter { $0.state?.isReferred ?? false })))
            FROM referral r
            JOIN referral_event e ON e.referral_id = r.id
                AND e.number = (SELECT MAX(number) FROM referral_event
                    WHERE referral_id = r.id AND step <> 'amended' AND happened_on <= \(asOf))
            JOIN company o ON o.id = r.company_id
            WHERE r.programme = \(programme.id)
            """
        ).map { row in
            let step: ReferralStep = try row.get(4)
            return OverviewFacts.Link(
                id: try row.get(0),
                company: try row.get(1),
                companyName: try row.get(2),
                initiative: try row.get(3),
                state: step.state ?? .rejected,
                since: try row.get(5),
                isReferred: try row.get(6)
            )
        }
    }

    private func state(_ row: SQLRow, _ column: Int) throws -> Conversation.State {
        let text: String = try row.get(column)
        guard let state = Conversation.State(rawValue: text) else {
            throw SQLError.undecodable(column: column, type: "Conversation.State")
        }
        return state
    }
}
