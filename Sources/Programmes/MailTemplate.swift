package import Kernel

/// What a letter to companies says (*mailsjabloon*), with places for what differs: `{contact}`. An empty line begins a
/// new paragraph; a paragraph that is `{link}` alone becomes a button.
package struct MailTemplate: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case invitation, confirmation
        /// The appointment is another one now.
        case moved
        /// We called the appointment off.
        case cancelled

        /// Without it the letter is of no use.
        var needed: Placeholder { .link }
    }

    package enum Placeholder: String, Sendable, CaseIterable {
        case contact, company, programme, day, time, interviewer, link
        /// What whoever invites adds for this company.
        case note
    }

    package var kind: Kind
    package var subject: Text
    package var body: Text

    package init(kind: Kind, subject: Text, body: Text) {
        self.kind = kind
        self.subject = subject
        self.body = body
    }

    static let placeholderList = Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
}
