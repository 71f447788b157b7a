package import Fieldwork
import Foundation
package import Kernel
package import Storage

/// All SQL that takes away what referrals and follow-ups tell about one company.
struct ReferralErasureStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let company: Company.ID

    private var talks: SQL { "(SELECT id FROM conversation WHERE programme = \(programme) AND company = \(company))" }
    private var own: SQL { "(SELECT id FROM referral WHERE programme = \(programme) AND company_id = \(company))" }

    func erase() throws {
        try db.run("DELETE FROM referral_handover WHERE programme = \(programme) AND referral_id IN \(own)")
        // No reason is no answer to why not, so something stays where there must be one.
        try db.run(
            """
            UPDATE referral_event SET contact = NULL, what = CASE WHEN what IS NULL THEN NULL ELSE '' END,
                note = CASE WHEN step IN ('rejected', 'declined', 'stopped') THEN '–' ELSE NULL END
            WHERE programme = \(programme) AND referral_id IN \(own)
            """
        )
        try db.run(
            """
            DELETE FROM advice_step WHERE advice_id IN (
                SELECT id FROM advice WHERE programme = \(programme) AND conversation_id IN \(talks))
            """
        )
        try db.run("DELETE FROM advice WHERE programme = \(programme) AND conversation_id IN \(talks)")
        let links: SQL = "(SELECT id FROM sheet_link WHERE programme = \(programme) AND conversation_id IN \(talks))"
        try db.run("DELETE FROM sheet_link_revocation WHERE link_id IN \(links)")
        try db.run("DELETE FROM sheet_link WHERE programme = \(programme) AND conversation_id IN \(talks)")
        let outcomes: SQL =
            "(SELECT id FROM follow_up_outcome WHERE programme = \(programme) AND conversation_id IN \(talks))"
        try db.run("UPDATE follow_up_answer SET note = NULL WHERE outcome_id IN \(outcomes)")
        try db.run(
            "UPDATE follow_up_outcome SET note = NULL WHERE programme = \(programme) AND conversation_id IN \(talks)"
        )
    }
}

extension SQLConnection {
    /// Stops what runs, and takes away what referrals and follow-ups tell about a company. That there were any stays.
    package func eraseReferrals(
        of company: Company.ID,
        in programme: ProgrammeID,
        by principal: Principal,
        in world: World
    ) throws {
        let store = referrals(in: programme)
        for referral in try store.all(of: company) where referral.nextSteps.contains(.stopped) {
            let event = ReferralEvent(
                id: world.id(),
                step: .stopped,
                happenedOn: max(world.today, referral.since ?? world.today),
                recordedAt: world.now(),
                account: principal.account,
                name: principal.name,
                side: .adviser,
                note: "–"
            )
            try store.append(event, to: referral, allowed: [.stopped])
        }
        try ReferralErasureStore(db: self, programme: programme, company: company).erase()
    }
}
