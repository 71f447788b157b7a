import Audit
import Foundation
package import Kernel
import Mail
package import Programmes
import Storage

extension Invitations {
    /// Writes to who said yes to an invitation that the appointment is another one now, or is off: for in the transaction
    /// that decides so. Nobody hears of an appointment that was made in another way, or of one that is past.
    package func telling(
        in programme: Programme,
        by principal: Principal,
        writing: @escaping Writing
    ) -> Conversations.Moving {
        let world = world
        return { db, conversation, number in
            let store = db.invitations(in: programme.id)
            guard conversation.plan.day >= world.today,
                let invitation = try store.invitation(behind: conversation.id), invitation.answer?.kind == .confirmed
            else { return }
            let now = world.now()
            let token = LinkToken(bytes: world.randomBytes(LinkToken.byteCount))
            try store.insert(
                token,
                to: invitation.id,
                until: conversation.plan.day.adding(days: Self.afterlife),
                at: now
            )
            let letter = InvitationLetter(
                kind: conversation.state == .cancelled ? .cancelled : .moved,
                programme: programme,
                companyName: try db.companies(in: programme.id).find(conversation.company).name,
                invitation: invitation,
                plan: conversation.plan,
                token: token,
                calendar: conversation.calendarEvent(title: programme.name, sequence: number, at: now)
            )
            try db.mail.append(
                letter.message(world.id(), content: writing(letter)),
                in: programme.id,
                by: principal,
                at: now
            )
        }
    }
}
