import Audit
import Fieldwork
import Kernel
import Storage

/// The SQL behind lists and counts of referrals: how each stands, without its history.
struct ReferralListStore {
    let db: any SQLConnection
    let programme: ProgrammeID

    /// How many places of each initiative are taken.
    func taken() throws -> [InitiativeCode: Int] {
        let rows = try db.run(
            """
            SELECT r.initiative, COUNT(*) FROM referral r JOIN \(latest) e ON e.referral_id = r.id
            WHERE r.programme = \(programme) AND e.step IN \(SQL.list(stepsThatTakePlace))
            GROUP BY r.initiative
            """
        )
        var taken: [InitiativeCode: Int] = [:]
        for row in rows { taken[try row.get(0)] = try row.get(1) }
        return taken
    }

    /// Conversations that were held, of companies for which nothing was decided but what they are not referred to. The
    /// first one first.
    func undecided() throws -> [Conversation.ID] {
        try db.run(
            """
            SELECT c.id FROM conversation c
            JOIN conversation_event v ON v.conversation = c.id
                AND v.number = (SELECT max(number) FROM conversation_event WHERE conversation = c.id)
            WHERE c.programme = \(programme) AND c.measurement = 'start' AND v.state IN ('finished', 'correcting')
                AND EXISTS (SELECT 1 FROM company o WHERE o.id = c.company AND o.erased_on IS NULL)
                AND NOT EXISTS (
                    SELECT 1 FROM referral r JOIN \(latest) e ON e.referral_id = r.id
                    WHERE r.conversation_id = c.id AND e.step <> \(ReferralStep.rejected)
                )
            ORDER BY v.held_on, c.id
            """
        ).map { try $0.get(0) }
    }

    /// What advisers turned down for these conversations.
    func rejected(of conversations: [Conversation.ID]) throws -> [Conversation.ID: Set<InitiativeCode>] {
        var rejected: [Conversation.ID: Set<InitiativeCode>] = [:]
        for row in try db.run(
            """
            SELECT r.conversation_id, r.initiative FROM referral r JOIN \(latest) e ON e.referral_id = r.id
            WHERE r.programme = \(programme) AND e.step = \(ReferralStep.rejected)
            """
        ) {
            rejected[try row.get(0), default: []].insert(try row.get(1))
        }
        let wanted = Set(conversations)
        return rejected.filter { wanted.contains($0.key) }
    }

    /// Those that changed last first.
    func lines(_ query: ReferralQuery) throws -> [ReferralLine] {
        try db.run(
            """
            SELECT r.id, r.conversation_id, r.company_id, c.name, c.municipality, r.initiative, e.step, e.happened_on
            FROM referral r
            JOIN \(latest) e ON e.referral_id = r.id
            JOIN company c ON c.id = r.company_id
            WHERE r.programme = \(programme) AND \(condition(query))
            ORDER BY e.happened_on DESC, c.name, r.id LIMIT \(query.limit) OFFSET \(query.offset)
            """
        ).map { row in
            let step: ReferralStep = try row.get(6)
            return ReferralLine(
                id: try row.get(0),
                conversation: try row.get(1),
                company: try row.get(2),
                companyName: try row.get(3),
                municipality: try row.find(4),
                initiative: try row.get(5),
                state: step.state ?? .rejected,
                since: try row.get(7)
            )
        }
    }

    func counts(_ query: ReferralQuery) throws -> [ReferralState: Int] {
        let rows = try db.run(
            """
            SELECT e.step, COUNT(*) FROM referral r JOIN \(latest) e ON e.referral_id = r.id
            WHERE r.programme = \(programme) AND \(condition(query)) GROUP BY e.step
            """
        )
        var counts: [ReferralState: Int] = [:]
        for row in rows {
            let step: ReferralStep = try row.get(0)
            if let state = step.state { counts[state, default: 0] += try row.get(1, as: Int.self) }
        }
        return counts
    }

    /// Who takes a place or waits for one, by initiative, with the day on which the company said yes.
    func queue() throws -> [InitiativeCode: [PlaceQueue.Entry]] {
        try db.run(
            """
            SELECT r.initiative, r.id, o.name, (SELECT MIN(happened_on) FROM referral_event
                WHERE referral_id = r.id AND step IN \(SQL.list(stepsThatTakePlace)))
            FROM referral r JOIN \(latest) e ON e.referral_id = r.id JOIN company o ON o.id = r.company_id
            WHERE r.programme = \(programme) AND e.step IN \(SQL.list(stepsThatTakePlace))
            """
        ).reduce(into: [:]) { result, row in
            result[try row.get(0, as: InitiativeCode.self), default: []].append(
                PlaceQueue.Entry(referral: try row.get(1), companyName: try row.get(2), since: try row.get(3))
            )
        }
    }

    /// For each kind of help: how many companies asked for it in a conversation that was finished, and how many of these
    /// said yes to an initiative.
    func needOutcomes() throws -> [NeedOutcome] {
        let referred = ReferralStep.allCases.filter { $0.state?.isReferred ?? false }
        return try db.run(
            """
            SELECT kind, COUNT(*), SUM(CASE WHEN is_referred THEN 1 ELSE 0 END) FROM (
                SELECT DISTINCT n.kind AS kind, c.company AS company,
                    EXISTS (SELECT 1 FROM referral r JOIN referral_event e ON e.referral_id = r.id
                        WHERE r.company_id = c.company AND e.step IN \(SQL.list(referred))) AS is_referred
                FROM support_need n JOIN conversation c ON c.id = n.conversation
                JOIN conversation_event v ON v.conversation = c.id
                    AND v.number = (SELECT MAX(number) FROM conversation_event WHERE conversation = c.id)
                WHERE n.programme = \(programme) AND n.is_on AND v.state IN ('finished', 'correcting')
                    AND NOT EXISTS (SELECT 1 FROM support_need l WHERE l.conversation = n.conversation
                        AND l.kind = n.kind
                        AND (l.made_at > n.made_at OR (l.made_at = n.made_at AND l.id > n.id)))
            ) AS asked GROUP BY kind
            """
        ).map { NeedOutcome(kind: try $0.get(0), asked: try $0.get(1), referred: try $0.get(2)) }
    }

    /// The last event of each referral that left it in another state.
    private var latest: SQL {
        """
        (SELECT referral_id, step, happened_on FROM (
            SELECT referral_id, step, happened_on,
                ROW_NUMBER() OVER (PARTITION BY referral_id ORDER BY number DESC) AS position
            FROM referral_event WHERE programme = \(programme) AND step <> 'amended'
        ) AS placed WHERE position = 1)
        """
    }

    private func condition(_ query: ReferralQuery) -> SQL {
        var parts: [SQL] = ["1 = 1"]
        if !query.states.isEmpty {
            let steps = ReferralStep.allCases.filter { $0.state.map(query.states.contains) ?? false }
            parts.append("e.step IN \(SQL.list(steps))")
        }
        if let initiative = query.initiative { parts.append("r.initiative = \(initiative)") }
        return SQL.joined(parts, by: " AND ")
    }

    private var stepsThatTakePlace: [ReferralStep] {
        ReferralStep.allCases.filter { $0.state?.takesPlace ?? false }
    }
}

extension SQLConnection {
    func referralLists(in programme: ProgrammeID) -> ReferralListStore {
        ReferralListStore(db: self, programme: programme)
    }
}
