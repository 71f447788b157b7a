import Audit
package import Foundation
package import Kernel
package import Storage

extension InvitationAnswer.Kind: SQLConvertible {}

/// All SQL about invitations.
struct InvitationStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// `conversation` is the identifier of the appointment that a yes makes: made beforehand, so that two clicks make one.
    func insert(
        _ invitation: Invitation,
        _ token: LinkToken,
        conversation: Conversation.ID,
        by principal: Principal
    ) throws -> Bool {
        let plan = invitation.proposal
        return try !db.run(
            """
            INSERT INTO invitation (id, programme, company, round, contact_name, email, language, planned_on,
                planned_at, interviewer, interviewer_name, note, token_hash, expires_on, conversation, made_at,
                account_id, by_name)
            VALUES (\(invitation.id), \(programme), \(invitation.company), \(invitation.round),
                \(invitation.contactName), \(invitation.email), \(invitation.language.rawValue), \(plan.day),
                \(plan.time), \(plan.interviewer.account), \(plan.interviewer.name), \(invitation.note),
                \(token.hash), \(invitation.expiresOn), \(conversation), \(invitation.madeAt), \(principal.account),
                \(invitation.madeBy))
            ON CONFLICT (id) DO NOTHING RETURNING id
            """
        ).isEmpty
    }

    func contains(_ id: Invitation.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM invitation WHERE id = \(id) AND programme = \(programme)").isEmpty
    }

    /// The last one first.
    func all(of company: Company.ID) throws -> [Invitation] {
        try read("programme = \(programme) AND company = \(company)").map(\.invitation)
    }

    func all(in round: SelectionRound.ID) throws -> [Invitation] {
        try read("programme = \(programme) AND round = \(round)").map(\.invitation)
    }

    /// The one whose yes made this appointment.
    func invitation(behind conversation: Conversation.ID) throws -> Invitation? {
        try read("programme = \(programme) AND conversation = \(conversation)").first?.invitation
    }

    func insert(_ token: LinkToken, to invitation: Invitation.ID, until day: Day, at moment: Date) throws {
        try db.run(
            """
            INSERT INTO invitation_link (token_hash, invitation, expires_on, made_at)
            VALUES (\(token.hash), \(invitation), \(day), \(moment))
            """
        )
    }

    func containsAnswer(_ id: InvitationAnswer.ID) throws -> Bool {
        try !db.run("SELECT 1 FROM invitation_answer WHERE id = \(id)").isEmpty
    }

    func insert(_ answer: InvitationAnswer, _ id: InvitationAnswer.ID, to invitation: Invitation.ID) throws {
        try db.run(
            """
            INSERT INTO invitation_answer (id, invitation, number, kind, note, refusal, answered_at)
            VALUES (\(id), \(invitation),
                (SELECT coalesce(max(number), 0) + 1 FROM invitation_answer WHERE invitation = \(invitation)),
                \(answer.kind), \(answer.note), \(answer.refusal), \(answer.answeredAt))
            """
        )
    }

    fileprivate func read(_ condition: SQL) throws -> [(invitation: Invitation, conversation: Conversation.ID)] {
        let rows = try db.run(
            """
            SELECT id, company, round, contact_name, email, language, planned_on, planned_at, interviewer,
                interviewer_name, note, expires_on, made_at, by_name, conversation
            FROM invitation WHERE \(condition) ORDER BY made_at DESC, id
            """
        )
        let answers = Dictionary(
            grouping: try db.run(
                """
                SELECT invitation, kind, note, refusal, answered_at FROM invitation_answer
                WHERE invitation IN (SELECT id FROM invitation WHERE \(condition)) ORDER BY number
                """
            ).map { row -> (Invitation.ID, InvitationAnswer) in
                let answer = InvitationAnswer(
                    kind: try row.get(1),
                    note: try row.find(2),
                    refusal: try row.find(3),
                    answeredAt: try row.get(4)
                )
                return (try row.get(0), answer)
            },
            by: \.0
        )
        return try rows.map { row in
            let id: Invitation.ID = try row.get(0)
            let invitation = Invitation(
                id: id,
                company: try row.get(1),
                round: try row.find(2),
                contactName: try row.get(3),
                email: try row.get(4),
                language: Language(rawValue: try row.get(5)) ?? .dutch,
                proposal: ConversationPlan(
                    day: try row.get(6),
                    time: try row.find(7),
                    interviewer: Interviewer(account: try row.find(8), name: try row.get(9))
                ),
                note: try row.find(10),
                expiresOn: try row.get(11),
                madeAt: try row.get(12),
                madeBy: try row.get(13),
                answers: (answers[id] ?? []).map(\.1)
            )
            return (invitation, try row.get(14))
        }
    }
}

/// A company that asked for another moment, and waits (*wens*).
package struct InvitationWish: Equatable, Sendable {
    package let company: Company.ID
    package let round: SelectionRound.ID
    package let companyName: String
    package let askedAt: Date
}

extension SQLConnection {
    /// Companies whose last answer was another moment, and for which nothing happened since; as it was before a moment.
    package func wishesForAnotherMoment(in programme: ProgrammeID, before moment: Date) throws -> [InvitationWish] {
        try run(
            """
            SELECT i.company, i.round, o.name, a.answered_at FROM invitation i
            JOIN invitation_answer a ON a.invitation = i.id AND a.kind = 'other-time'
                AND a.number = (SELECT max(number) FROM invitation_answer
                    WHERE invitation = i.id AND answered_at < \(moment))
            JOIN company o ON o.id = i.company
            WHERE i.programme = \(programme) AND i.round IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM invitation n
                    WHERE n.company = i.company AND n.made_at > a.answered_at AND n.made_at < \(moment))
                AND NOT EXISTS (SELECT 1 FROM conversation c JOIN conversation_event e ON e.conversation = c.id
                    WHERE c.company = i.company AND e.happened_at > a.answered_at AND e.happened_at < \(moment))
                AND NOT EXISTS (SELECT 1 FROM selection_event s
                    WHERE s.company = i.company AND s.happened_at > a.answered_at AND s.happened_at < \(moment))
            ORDER BY a.answered_at, i.id
            """
        ).map { row in
            InvitationWish(
                company: try row.get(0),
                round: try row.get(1),
                companyName: try row.get(2),
                askedAt: try row.get(3)
            )
        }
    }

    func invitations(in programme: ProgrammeID) -> InvitationStore {
        InvitationStore(db: self, programme: programme)
    }

    /// What a token opens, in whichever programme: it is the one thing that its holder knows.
    func invitation(
        openedBy token: LinkToken,
        on today: Day
    ) throws -> (programme: ProgrammeID, invitation: Invitation, conversation: Conversation.ID)? {
        let rows = try run(
            """
            SELECT programme, id FROM invitation WHERE token_hash = \(token.hash) AND expires_on >= \(today)
            UNION ALL
            SELECT i.programme, i.id FROM invitation_link l JOIN invitation i ON i.id = l.invitation
            WHERE l.token_hash = \(token.hash) AND l.expires_on >= \(today)
            """
        )
        guard let row = rows.first else { return nil }
        let (programme, id): (ProgrammeID, Invitation.ID) = (try row.get(0), try row.get(1))
        return try invitations(in: programme).read("id = \(id)").first
            .map { (programme, $0.invitation, $0.conversation) }
    }
}
