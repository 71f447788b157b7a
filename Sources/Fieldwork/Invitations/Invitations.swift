import Audit
import Foundation
package import Kernel
package import Mail
package import Programmes
package import Storage

/// Everything the rest of the program can ask about invitations (*uitnodigingen*).
package struct Invitations: Sendable {
    /// How long the link works after the proposed day: who is late can still call off.
    static let afterlife = 30

    let database: any SQLDatabase
    let world: World
    let programmes: Programmes

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// What a letter is made of. Whoever writes letters knows the words and the address of the link.
    package typealias Writing = @Sendable (_ letter: InvitationLetter) -> MailContent

    /// Puts a letter in the outbox, and records in the round that the company was invited. The same identifier again
    /// sends nothing.
    ///
    /// - Throws: ``InvalidInvitation``; ``InvitationProblem/notPossible`` when the company is not waiting to be invited.
    package func send(
        _ form: InvitationForm,
        to company: Company.ID,
        in round: SelectionRound.ID,
        of programme: ProgrammeID,
        people: [Interviewer],
        as principal: Principal,
        writing: @escaping Writing
    ) async throws {
        try principal.require(.sendMail, in: programme)
        let read = try form.read(people: people, today: world.today)
        let content = try await programmes.current(programme)
        let token = LinkToken(bytes: world.randomBytes(LinkToken.byteCount))
        let invitation = read.invitation(
            form.id.nonEmpty.flatMap(Invitation.ID.init) ?? world.id(),
            to: company,
            in: round,
            at: world.now(),
            by: principal
        )
        let (world, conversation) = (world, world.id(of: Conversation.self))
        try await database.write { db in
            let store = db.invitations(in: programme)
            if try store.contains(invitation.id) { return }
            let there = try db.companies(in: programme).find(company)
            let selection = db.selections(in: programme)
            let board = try SelectionBoard(
                try selection.find(round),
                try db.population(of: programme).contacts(),
                db,
                programme
            )
            guard board.round.isRunning, board.contains(company),
                [.chosen, .invited].contains(board.state(company))
            else { throw InvitationProblem.notPossible }
            guard try store.insert(invitation, token, conversation: conversation, by: principal) else { return }
            let letter = InvitationLetter(
                kind: .invitation,
                programme: content,
                companyName: there.name,
                invitation: invitation,
                plan: invitation.proposal,
                token: token,
                calendar: nil
            )
            let message = MailMessage(
                id: ID(invitation.id.uuid),
                kind: .invitation,
                to: MailAddress(name: read.contactName, email: read.email),
                language: read.language,
                content: writing(letter),
                about: invitation.id.letterSubject
            )
            try db.mail.append(message, in: programme, by: principal, at: invitation.madeAt)
            if board.state(company) == .chosen {
                let event = SelectionEvent(
                    id: world.id(),
                    company: company,
                    kind: .invited,
                    happenedAt: invitation.madeAt,
                    name: principal.name
                )
                try selection.append(event, to: round, by: principal)
            }
            try db.audit.append(
                .sendMail,
                "invitation.sent",
                of: "company \(company)",
                in: programme,
                by: principal,
                at: invitation.madeAt
            )
        }
    }

    /// The letter as it would be sent, with a link that leads nowhere.
    ///
    /// - Throws: ``InvalidInvitation``.
    package func preview(
        _ form: InvitationForm,
        to company: Company.ID,
        in programme: ProgrammeID,
        people: [Interviewer],
        as principal: Principal,
        writing: @escaping Writing
    ) async throws -> MailContent {
        try principal.require(.sendMail, in: programme)
        let read = try form.read(people: people, today: world.today)
        let content = try await programmes.current(programme)
        let there = try await database.read { db in try db.companies(in: programme).find(company) }
        let invitation = read.invitation(world.id(), to: company, in: nil, at: world.now(), by: principal)
        return writing(
            InvitationLetter(
                kind: .invitation,
                programme: content,
                companyName: there.name,
                invitation: invitation,
                plan: invitation.proposal,
                token: nil,
                calendar: nil
            )
        )
    }

    /// The invitations of one company, the last one first, each with how its letter stands.
    package func all(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [(invitation: Invitation, letter: OutboxItem?)] {
        try principal.require(.readCompanies, in: programme)
        return try await database.read { db in
            try db.invitations(in: programme).all(of: company).map { invitation in
                (invitation, try db.mail.about(invitation.id.letterSubject, in: programme).last)
            }
        }
    }

    /// The last invitation of each company in a round.
    package func latest(
        in round: SelectionRound.ID,
        of programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [Company.ID: Invitation] {
        try principal.require(.readCompanies, in: programme)
        let all = try await database.read { db in try db.invitations(in: programme).all(in: round) }
        return Dictionary(all.map { ($0.company, $0) }) { first, _ in first }
    }
}

extension InvitationForm.Read {
    fileprivate func invitation(
        _ id: Invitation.ID,
        to company: Company.ID,
        in round: SelectionRound.ID?,
        at moment: Date,
        by principal: Principal
    ) -> Invitation {
        Invitation(
            id: id,
            company: company,
            round: round,
            contactName: contactName,
            email: email,
            language: language,
            proposal: proposal,
            note: note,
            expiresOn: proposal.day.adding(days: Invitations.afterlife),
            madeAt: moment,
            madeBy: principal.name,
            answers: []
        )
    }
}

/// What goes into a letter to a company.
package struct InvitationLetter: Sendable {
    package enum Kind: Sendable { case invitation, confirmation, moved, cancelled }

    package let kind: Kind
    package let programme: Programme
    package let companyName: String
    package let invitation: Invitation
    /// What was agreed, or what is proposed.
    package let plan: ConversationPlan
    /// `nil` in a preview.
    package let token: LinkToken?
    package let calendar: CalendarEvent?
}

extension Invitation.ID {
    /// What letters about it are filed under.
    var letterSubject: String { "invitation \(self)" }
}
