package import Foundation
package import Kernel
package import Storage

/// All SQL that takes away who a company was, and leaves what it counts for.
struct CompanyErasureStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let company: Company.ID

    /// What letters about it are filed under.
    func subjects() throws -> [String] {
        try db.run("SELECT id FROM invitation WHERE programme = \(programme) AND company = \(company)")
            .map { try $0.get(0, as: Invitation.ID.self).letterSubject }
    }

    /// Name, numbers and address go; municipality, sector, size and membership stay, because a draw and a count are about
    /// those.
    func eraseCompany(named name: String, on day: Day) throws {
        try db.run("DELETE FROM company_contact WHERE programme = \(programme) AND company_id = \(company)")
        try db.run("DELETE FROM company_event WHERE programme = \(programme) AND company_id = \(company)")
        try db.run(
            """
            UPDATE company SET name = \(name), name_sort = 'zzzz', kvk_number = NULL, branch_number = NULL,
                sbi_code = NULL, street = NULL, city = NULL, search = '', source = '', match_key = id || '|',
                postcode = CASE WHEN municipality IS NULL THEN substr(postcode, 1, 4) || ' XX' ELSE NULL END,
                erased_on = \(day), version = version + 1
            WHERE programme = \(programme) AND id = \(company)
            """
        )
    }

    /// The answers stay; what was written in words, told as an example or photographed goes.
    func eraseConversations() throws {
        let own: SQL = "(SELECT id FROM conversation WHERE programme = \(programme) AND company = \(company))"
        try db.run("DELETE FROM activity_remark WHERE programme = \(programme) AND conversation IN \(own)")
        try db.run("UPDATE support_need SET note = NULL WHERE programme = \(programme) AND conversation IN \(own)")
        try db.run("DELETE FROM example_photo WHERE programme = \(programme) AND conversation IN \(own)")
        try db.run(
            """
            DELETE FROM consent_withdrawal WHERE consent IN (
                SELECT id FROM consent_record WHERE programme = \(programme) AND conversation IN \(own))
            """
        )
        try db.run("DELETE FROM consent_record WHERE programme = \(programme) AND conversation IN \(own)")
        try db.run("DELETE FROM good_example WHERE programme = \(programme) AND conversation IN \(own)")
        try db.run(
            """
            UPDATE conversation_event SET reason = NULL
            WHERE programme = \(programme) AND reason IS NOT NULL AND conversation IN \(own)
            """
        )
    }

    /// That it was drawn and what it said to the invitation stays; in whose words, and to whom, goes.
    func eraseSelection(on day: Day) throws {
        try db.run("UPDATE selection_event SET note = NULL WHERE programme = \(programme) AND company = \(company)")
        try db.run(
            """
            UPDATE selection_proposal SET name = '–', reason = '' WHERE programme = \(programme) AND id IN (
                SELECT proposal FROM selection_proposal_answer WHERE company = \(company))
            """
        )
        let own: SQL = "(SELECT id FROM invitation WHERE programme = \(programme) AND company = \(company))"
        try db.run("UPDATE invitation_answer SET note = NULL WHERE invitation IN \(own)")
        try db.run("DELETE FROM invitation_link WHERE invitation IN \(own)")
        try db.run(
            """
            UPDATE invitation SET contact_name = '', email = '', note = NULL, expires_on = \(day.adding(days: -1))
            WHERE programme = \(programme) AND company = \(company)
            """
        )
    }
}

extension SQLConnection {
    /// Takes away who a company was from everything that fieldwork keeps, and cancels what was planned with it. What it
    /// counts for stays.
    ///
    /// - Returns: what letters about it are filed under.
    package func eraseFieldwork(
        of company: Company.ID,
        named name: String,
        in programme: ProgrammeID,
        by principal: Principal,
        at moment: Date
    ) throws -> [String] {
        let store = CompanyErasureStore(db: self, programme: programme, company: company)
        let talks = conversations(in: programme)
        for talk in try talks.all(of: company) where talk.state.isOpen && talk.state != .correcting {
            let cancelled = try talk.after(.cancelled, at: moment)
            try talks.append(.cancelled, after: cancelled, by: principal, at: moment)
        }
        let subjects = try store.subjects()
        try store.eraseConversations()
        try store.eraseSelection(on: Day(moment))
        try store.eraseCompany(named: name, on: Day(moment))
        return subjects
    }
}
