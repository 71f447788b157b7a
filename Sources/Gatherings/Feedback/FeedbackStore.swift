import Foundation
import Kernel
import Storage

/// All SQL about what people said of sessions, in one programme.
struct FeedbackStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    func all(on session: KnowledgeSession.ID) throws -> [Feedback] {
        try db.run(
            """
            SELECT usefulness, takeaway, wish FROM session_feedback
            WHERE programme = \(programme) AND session_id = \(session)
            """
        ).map { Feedback(usefulness: try $0.get(0), takeaway: try $0.find(1), wish: try $0.find(2)) }
    }

    /// That somebody answered; `false` when that was so already.
    func note(_ participant: Participant.ID, wantsCall: Bool) throws -> Bool {
        try !db.run(
            """
            INSERT INTO session_feedback_given (participant_id, wants_call) VALUES (\(participant), \(wantsCall))
            ON CONFLICT (participant_id) DO NOTHING RETURNING participant_id
            """
        ).isEmpty
    }

    func insert(_ feedback: Feedback, _ id: Feedback.ID, on session: KnowledgeSession.ID, day: Day) throws {
        try db.run(
            """
            INSERT INTO session_feedback (id, programme, session_id, given_on, usefulness, takeaway, wish)
            VALUES (\(id), \(programme), \(session), \(day), \(feedback.usefulness), \(feedback.takeaway),
                \(feedback.wish))
            """
        )
    }
}

extension SQLConnection {
    func feedback(in programme: ProgrammeID) -> FeedbackStore {
        FeedbackStore(db: self, programme: programme)
    }
}
