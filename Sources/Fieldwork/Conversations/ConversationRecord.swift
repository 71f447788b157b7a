package import Foundation
package import Kernel
package import Programmes

/// Everything that was said in a conversation, as it stands now (*gespreksverslag*).
package struct ConversationRecord: Equatable, Sendable {
    package let conversation: Conversation
    package let company: Company
    package let contacts: [ContactPerson]
    /// Of the version that the conversation is held on; the current one while it has not started.
    package let sheet: TalkSheet
    package let answers: SheetAnswers
    package let needs: [SupportNeed]
    package let examples: [GoodExample]
    /// Of the examples, the oldest first.
    package let photos: [ExamplePhoto]
    package let remarks: [Activity.ID: String]

    package init(
        conversation: Conversation,
        company: Company,
        contacts: [ContactPerson] = [],
        sheet: TalkSheet,
        answers: SheetAnswers,
        needs: [SupportNeed] = [],
        examples: [GoodExample] = [],
        photos: [ExamplePhoto] = [],
        remarks: [Activity.ID: String] = [:]
    ) {
        self.conversation = conversation
        self.company = company
        self.contacts = contacts
        self.sheet = sheet
        self.answers = answers
        self.needs = needs
        self.examples = examples
        self.photos = photos
        self.remarks = remarks
    }

    package func photos(of example: GoodExample.ID) -> [ExamplePhoto] { photos.filter { $0.example == example } }
}

/// A kind of help that the company asked for (*ondersteuningsbehoefte*), with what exactly.
package struct SupportNeed: Equatable, Sendable {
    package let kind: SupportNeedKind.ID
    package let note: String?

    package init(kind: SupportNeedKind.ID, note: String? = nil) {
        self.kind = kind
        self.note = note
    }
}

/// A line in the list of conversations.
package struct ConversationLine: Equatable, Sendable {
    package let conversation: Conversation
    package let companyName: String
    package let city: String?
    package let municipality: AreaCode?
    package let street: String?
}

/// What was noted beside an activity (*opmerking*). Appended: the last one stands, an empty one takes it back.
package struct Remark: Equatable, Sendable {
    package let activity: Activity.ID
    package let text: String
    package let madeAt: Date
    package let by: String
}

extension Remark {
    /// The words of both, when what stood there is no longer what was read before typing; `nil` when nobody came
    /// in between. What is said already is not said twice.
    static func merged(_ text: String, into there: String, basedOn seen: String) -> String? {
        guard there != seen, !there.isEmpty, there != text, !text.contains(there) else { return nil }
        return text.isEmpty || there.contains(text) ? there : there + "\n" + text
    }
}

/// An answer about one kind of help: wanted or not, and what exactly. Appended: the last one of a kind stands.
package struct NeedAnswer: Equatable, Sendable {
    package let kind: SupportNeedKind.ID
    package let isOn: Bool
    package let note: String?
    package let madeAt: Date
    package let by: String
}

extension [SupportNeed] {
    /// What answers in their order add up to, in the order in which the kinds were first asked for.
    package init(_ answers: [NeedAnswer]) {
        var last: [SupportNeedKind.ID: NeedAnswer] = [:]
        var order: [SupportNeedKind.ID] = []
        for answer in answers where last.updateValue(answer, forKey: answer.kind) == nil {
            order.append(answer.kind)
        }
        self = order.compactMap { last[$0] }.filter(\.isOn).map { SupportNeed(kind: $0.kind, note: $0.note) }
    }
}
