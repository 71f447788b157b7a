import Audit
package import Foundation
package import Kernel
import Mail
import Programmes
import Storage

extension Invitations {
    /// What the link opens.
    ///
    /// - Throws: ``InvitationProblem/doesNotWork``.
    package func open(_ token: LinkToken) async throws -> OpenInvitation {
        let today = world.today
        return try await database.read { db in
            guard let found = try db.invitation(openedBy: token, on: today) else {
                throw InvitationProblem.doesNotWork
            }
            return try db.open(found)
        }
    }

    /// Records the answer and does what follows from it: a yes makes the appointment and a letter that confirms it, a no
    /// takes the company out of the round, and the next on the list comes. Another answer may follow, as long as the
    /// conversation has not begun.
    ///
    /// - Throws: ``InvalidInvitation``, ``InvitationProblem``.
    package func answer(
        _ form: InvitationAnswerForm,
        with token: LinkToken,
        from origin: String,
        writing: @escaping Writing
    ) async throws {
        let (kind, note, refusal) = try form.read()
        let world = world
        let (now, today) = (world.now(), world.today)
        let id = form.id.nonEmpty.flatMap(InvitationAnswer.ID.init) ?? world.id()
        let opened = try await open(token)
        let programme = try await programmes.current(opened.programme)
        guard programme.closedOn == nil else { throw InvitationProblem.over }
        try await database.write { db in
            guard let found = try db.invitation(openedBy: token, on: today) else {
                throw InvitationProblem.doesNotWork
            }
            let store = db.invitations(in: programme.id)
            if try store.containsAnswer(id) { return }
            let open = try db.open(found)
            guard !open.isOver(on: today) else { throw InvitationProblem.over }
            // A second click on the same button, from a page that was opened anew.
            if kind == .confirmed, open.invitation.answer?.kind == .confirmed, open.appointment != nil { return }
            let person = Principal(account: nil, name: open.invitation.contactName, origin: origin, grants: [:])
            let answer = InvitationAnswer(kind: kind, note: note, refusal: refusal, answeredAt: now)
            try store.insert(answer, id, to: open.invitation.id)
            switch kind {
            case .confirmed:
                let agreed = try db.agree(open, as: found.conversation, by: person, at: now)
                let letter = InvitationLetter(
                    kind: .confirmation,
                    programme: programme,
                    companyName: open.companyName,
                    invitation: open.invitation,
                    plan: agreed.plan,
                    token: token,
                    calendar: agreed.calendarEvent(title: programme.name, at: now)
                )
                try db.mail.append(
                    letter.message(world.id(), content: writing(letter)),
                    in: programme.id,
                    by: person,
                    at: now
                )
            case .declined:
                try db.callOff(open, because: note ?? refusal?.rawValue ?? "", by: person, at: now)
                try db.refuse(open, refusal ?? .other, note, by: person, world)
            case .otherTime: break
            }
            try db.audit.append(
                .sendMail,
                "invitation.\(kind.rawValue)",
                of: "company \(open.invitation.company)",
                in: programme.id,
                by: person,
                at: now
            )
        }
    }
}

extension InvitationLetter {
    func message(_ id: MailMessage.ID, content: MailContent) -> MailMessage {
        MailMessage(
            id: id,
            kind: kind == .invitation ? .invitation : .confirmation,
            to: MailAddress(name: invitation.contactName, email: invitation.email),
            language: invitation.language,
            content: content,
            about: invitation.id.letterSubject
        )
    }
}

extension Conversation {
    /// As it stands in an agenda: three quarters of an hour, as a conversation is meant to take.
    package func calendarEvent(
        title: Text,
        place: String = "",
        note: String = "",
        sequence: Int = 0,
        at moment: Date
    ) -> CalendarEvent {
        CalendarEvent(
            id: "\(id)@karavaan",
            title: title.nl,
            place: place,
            note: note,
            day: plan.day,
            startMinute: plan.time.map { $0.hour * 60 + $0.minute },
            minutes: 45,
            sequence: sequence,
            changedAt: moment,
            isCancelled: state == .cancelled
        )
    }
}

extension SQLConnection {
    fileprivate func open(
        _ found: (programme: ProgrammeID, invitation: Invitation, conversation: Conversation.ID)
    ) throws -> OpenInvitation {
        let company = try companies(in: found.programme).find(found.invitation.company)
        // Also an appointment that was made by telephone.
        let talks = try conversations(in: found.programme).all(of: company.id)
        return OpenInvitation(
            programme: found.programme,
            invitation: found.invitation,
            companyName: company.name,
            appointment: talks.first { $0.id == found.conversation && $0.state != .cancelled }
                ?? talks.last { $0.state.isOpen }
        )
    }

    fileprivate func agree(
        _ open: OpenInvitation,
        as id: Conversation.ID,
        by person: Principal,
        at moment: Date
    ) throws -> Conversation {
        if let appointment = open.appointment { return appointment }
        // The identifier of a cancelled one was used; a yes after a no is a new appointment.
        let isUsed = try conversations(in: open.programme).all(of: open.invitation.company).contains { $0.id == id }
        guard !isUsed else { throw InvitationProblem.over }
        let new = Conversation(
            id: id,
            company: open.invitation.company,
            measurement: .start,
            plan: open.invitation.proposal,
            state: .planned,
            since: moment
        )
        return try plan(new, in: open.programme, by: person, at: moment)
    }

    fileprivate func callOff(
        _ open: OpenInvitation,
        because reason: String,
        by person: Principal,
        at moment: Date
    ) throws {
        guard let there = open.appointment else { return }
        let cancelled = Conversation(
            id: there.id,
            company: there.company,
            measurement: there.measurement,
            plan: there.plan,
            state: .cancelled,
            since: moment
        )
        try conversations(in: open.programme)
            .append(.cancelled, after: cancelled, by: person, at: moment, because: reason)
    }

    /// Out of the round, and the next on the list comes.
    fileprivate func refuse(
        _ open: OpenInvitation,
        _ refusal: SelectionEvent.Refusal,
        _ note: String?,
        by person: Principal,
        _ world: World
    ) throws {
        guard let id = open.invitation.round else { return }
        let store = selections(in: open.programme)
        let people = population(of: open.programme)
        let contacts = try people.contacts()
        let board = try SelectionBoard(try store.find(id), contacts, self, open.programme)
        let company = open.invitation.company
        guard board.round.isRunning, board.allows(.refused, for: company),
            let traits = try board.traits(company) ?? people.traits(of: [company])[company]
        else { return }
        let event = SelectionEvent(
            id: world.id(),
            company: company,
            kind: .refused,
            refusal: refusal,
            note: note,
            happenedAt: world.now(),
            name: person.name
        )
        try store.append(event, to: id, by: person)
        try store.appendReplacement(for: company, traits, on: board, by: person, world)
    }
}
