package import Fieldwork
import Foundation
package import Kernel
package import Mail
package import Programmes
package import Storage

/// What goes into a letter about a session.
package struct SessionLetter: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case invitation
        /// Somebody asked for a link.
        case link
        case placed
        case waiting
        /// From the waiting list to a place.
        case promoted
        /// Another day, time or place.
        case moved
        case cancelled
        /// To who was there: how was it?
        case feedback
    }

    package let kind: Kind
    package let programme: Programme
    package let session: KnowledgeSession
    package let participant: Participant
    /// `nil` in a preview.
    package let token: LinkToken?
    /// What the organiser adds, or why it was cancelled.
    package let note: String?
    package let calendar: CalendarEvent?

    package init(
        kind: Kind,
        programme: Programme,
        session: KnowledgeSession,
        participant: Participant,
        token: LinkToken?,
        note: String?,
        calendar: CalendarEvent?
    ) {
        self.kind = kind
        self.programme = programme
        self.session = session
        self.participant = participant
        self.token = token
        self.note = note
        self.calendar = calendar
    }

    /// Whoever writes letters knows the words and the address of the link.
    package typealias Writing = @Sendable (SessionLetter) -> MailContent
}

/// Writes letters in the transaction of the decision that they tell about, each with a link of its own.
struct SessionPost {
    /// How long a link works after the session: time enough to say how it was.
    static let afterlife = 60

    let programme: Programme
    let world: World
    let principal: Principal
    let writing: SessionLetter.Writing

    func send(
        _ kind: SessionLetter.Kind,
        to people: [Participant],
        about session: KnowledgeSession,
        note: String? = nil,
        _ db: any SQLConnection
    ) throws {
        let now = world.now()
        for participant in people {
            guard let email = participant.email else { continue }
            let token = LinkToken(bytes: world.randomBytes(LinkToken.byteCount))
            try db.participants(in: programme.id).insert(
                token,
                for: participant.id,
                until: max(session.plan.day, world.today).adding(days: Self.afterlife),
                at: now
            )
            let hasCalendar = [.placed, .promoted, .moved, .cancelled].contains(kind)
            let letter = SessionLetter(
                kind: kind,
                programme: programme,
                session: session,
                participant: participant,
                token: token,
                note: note,
                calendar: hasCalendar ? session.calendarEvent(at: now) : nil
            )
            let message = MailMessage(
                id: world.id(),
                kind: .session,
                to: MailAddress(name: participant.name, email: email),
                language: participant.language,
                content: writing(letter),
                about: participant.id.letterSubject
            )
            try db.mail.append(message, in: programme.id, by: principal, at: now)
        }
    }
}

extension Participant.ID {
    /// What letters to somebody are filed under.
    var letterSubject: String { "session-participant \(self)" }
}

extension SQLConnection {
    /// Takes away who came or was asked for a company; who had a place makes room.
    ///
    /// - Returns: what letters to them are filed under.
    package func eraseParticipants(
        of company: Company.ID,
        in programme: Programme,
        by principal: Principal,
        in world: World,
        writing: @escaping SessionLetter.Writing
    ) throws -> [String] {
        let post = SessionPost(programme: programme, world: world, principal: principal, writing: writing)
        let store = participants(in: programme.id)
        let own = try store.all(of: company)
        for (session, participant) in own { try forget(participant, of: session, post) }
        try store.eraseName(of: company)
        return own.map(\.participant.letterSubject)
    }
}
