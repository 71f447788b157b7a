package import Foundation
package import Kernel

/// A letter that goes out by mail (*bericht*).
package struct MailMessage: Equatable, Sendable {
    package typealias ID = Kernel.ID<MailMessage>

    package let id: ID
    package let kind: Kind
    package let to: MailAddress
    package let language: Language
    package let content: MailContent
    /// What it is about: `invitation 0197…`.
    package let subject: String

    package init(
        id: ID,
        kind: Kind,
        to: MailAddress,
        language: Language,
        content: MailContent,
        about subject: String
    ) {
        self.id = id
        self.kind = kind
        self.to = to
        self.language = language
        self.content = content
        self.subject = subject
    }

    package enum Kind: String, Sendable, CaseIterable, Codable {
        /// Asks a company for a conversation.
        case invitation
        /// Says that an appointment stands.
        case confirmation
        /// Tells a coach that there is a referral to answer.
        case handover
        /// Everything about a session: asks, confirms, tells of a change.
        case session
        /// Asks who leads an action line how it stands.
        case reminder
    }
}

/// Who a letter is for.
package struct MailAddress: Equatable, Sendable {
    package let name: String
    package let email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// What a letter says, twice: for who reads plain text and for who does not.
package struct MailContent: Equatable, Sendable {
    package let title: String
    package let plain: String
    package let html: String
    /// An appointment for a calendar (RFC 5545), if there is one.
    package let calendar: String?

    package init(title: String, plain: String, html: String, calendar: String? = nil) {
        self.title = title
        self.plain = plain
        self.html = html
        self.calendar = calendar
    }
}

/// How a letter stands (*stand*).
package enum MailState: String, Sendable, CaseIterable {
    /// To be sent, now or at the next attempt.
    case waiting
    /// A sender is busy with it.
    case sending
    /// The mail server took it.
    case sent
    /// The mail server said that it will never take it, or that it came back.
    case bounced
    /// Too many attempts in vain.
    case failed
    /// It was on its way when the line or the program broke: nobody knows whether it arrived. It is not sent again
    /// unless somebody decides so.
    case uncertain
    /// Somebody took it back in time.
    case withdrawn
}

/// A letter in the outbox, with how it stands.
package struct OutboxItem: Equatable, Sendable {
    package let id: MailMessage.ID
    package let kind: MailMessage.Kind
    package let to: MailAddress
    package let title: String
    package let about: String
    package let state: MailState
    package let attempts: Int
    package let madeAt: Date
    package let nextAttempt: Date?
    package let sentAt: Date?
    /// What the mail server said last.
    package let reply: String?
}
